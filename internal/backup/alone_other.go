//go:build !unix

package backup

import "io/fs"

// alone says whether a file has no other name; it is not known here.
func alone(fs.FileInfo) bool { return false }
