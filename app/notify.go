package app

import (
	"log/slog"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/door"
)

// appName is what the system's messages stand under.
const appName = "Cairn"

// notify shows words among the system's messages; to press them raises the
// window.
func (w *window) notify(words string) {
	w.messages.Lock()
	defer w.messages.Unlock()
	ctx := w.context()
	if !w.heard {
		if err := runtime.InitializeNotifications(ctx); err != nil {
			slog.Warn("the system takes no messages", "err", err)
			return
		}
		runtime.OnNotificationResponse(ctx, func(runtime.NotificationResult) { w.raise(door.Message{}) })
		w.heard = true
	}
	allowed, err := runtime.RequestNotificationAuthorization(ctx)
	if err == nil && allowed {
		err = runtime.SendNotification(ctx, runtime.NotificationOptions{ID: "planned", Title: appName, Body: words})
	}
	if err != nil {
		slog.Warn("a message was not shown", "err", err)
	}
}
