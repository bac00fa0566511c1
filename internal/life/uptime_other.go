//go:build !linux && !darwin && !windows

package life

import "time"

func uptime(time.Time) (up time.Duration, known bool) { return 0, false }
