package life

import (
	"time"

	"golang.org/x/sys/unix"
)

func uptime(now time.Time) (up time.Duration, known bool) {
	since, err := unix.SysctlTimeval("kern.boottime")
	if err != nil {
		return 0, false
	}
	return now.Sub(time.Unix(since.Unix())), true
}
