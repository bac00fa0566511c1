package life

import (
	"time"

	"golang.org/x/sys/windows"
)

func uptime(time.Time) (up time.Duration, known bool) {
	return windows.DurationSinceBoot(), true
}
