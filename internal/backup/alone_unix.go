//go:build unix

package backup

import (
	"io/fs"
	"syscall"
)

// alone says whether a file has no other name.
func alone(info fs.FileInfo) bool {
	s, is := info.Sys().(*syscall.Stat_t)
	return is && s.Nlink == 1
}
