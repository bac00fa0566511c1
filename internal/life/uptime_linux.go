package life

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// uptime reads /proc/uptime: "350735.47 234388.90", in seconds.
func uptime(time.Time) (up time.Duration, known bool) {
	said, err := os.ReadFile("/proc/uptime")
	first, _, _ := strings.Cut(string(said), " ")
	seconds, wrong := strconv.ParseFloat(first, 64)
	return time.Duration(seconds * float64(time.Second)), err == nil && wrong == nil
}
