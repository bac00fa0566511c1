package app

import (
	"context"
	"io/fs"
	"os"

	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"cairn/internal/prefs"
)

// frame describes the window. A link and the web view's own menu lead nowhere,
// and a file that is dropped on it never opens in its place (frontend/src/guard.ts):
// the page is the only thing it ever shows. Of a file that is dropped, Go gets
// the path; whether it is wanted, the page says.
func frame(page fs.FS, k *keep, w *window) *options.App {
	pictures := newPictures(k, w)
	w.dropped = pictures.dropped
	attachments := newAttachments(k, w)
	known := w.known.Get()
	width, height := size(known.Window)
	return &options.App{
		Title:              "Cairn",
		Width:              width,
		Height:             height,
		MinWidth:           720,
		MinHeight:          520,
		BackgroundColour:   deskColour(dark(known)),
		AssetServer:        &assetserver.Options{Assets: page, Middleware: serve(k, w)},
		Logger:             wailsLog{},
		LogLevel:           logger.ERROR,
		LogLevelProduction: logger.ERROR,
		OnStartup:          func(ctx context.Context) { w.opened(ctx); go lockWhenIdle(ctx, k, w); go backUpByItself(ctx, k) },
		OnBeforeClose:      w.closing,
		OnShutdown:         func(context.Context) { k.close(); attachments.clear() },
		Bind:               append(bound(k, w, pictures), pictures, attachments),
		ErrorFormatter:     wire,
		DragAndDrop:        &options.DragAndDrop{EnableFileDrop: true},
		Mac:                &mac.Options{OnFileOpen: w.handed},
		Linux:              &linux.Options{ProgramName: "cairn-window", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
		Windows:            &windows.Options{DisablePinchZoom: true},
	}
}

// bound is everything that the page can call.
func bound(k *keep, w *window, pictures *Pictures) []any {
	exchange := &Exchange{k: k, w: w, pictures: pictures}
	return []any{
		&Vault{k: k, w: w},
		&Plans{k},
		&Items{k},
		&Board{k},
		&Vision{k},
		exchange,
		&Lens{},
		&Aspects{k},
		&Coach{k, exchange},
		&HandOver{k: k, w: w},
		&Backups{k: k, w: w},
		&Sessions{k},
		&History{k},
		&Trash{k},
		&Search{k},
		&Places{k},
		&Links{w.browse},
		&Settings{w},
		&Menus{w},
		&Log{w},
	}
}

// size is how large the window begins: as it was, or as large as a plan wants it.
func size(place prefs.Place) (width, height int) {
	if place.Known() {
		return place.Width, place.Height
	}
	return 1280, 800
}

// easeGraphics keeps WebKitGTK from drawing an empty window where the driver
// is NVIDIA's. Who has set the variable knows better.
func easeGraphics() {
	const variable = "WEBKIT_DISABLE_DMABUF_RENDERER"
	if _, set := os.LookupEnv(variable); set {
		return
	}
	if _, err := os.Stat("/proc/driver/nvidia/version"); err == nil {
		_ = os.Setenv(variable, "1") // fails only for a bad name
	}
}
