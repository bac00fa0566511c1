package ground

import "golang.org/x/sys/unix"

// remote asks the system whether the disk of the folder is its own.
func remote(folder string) bool {
	var disk unix.Statfs_t
	return unix.Statfs(folder, &disk) == nil && disk.Flags&unix.MNT_LOCAL == 0
}
