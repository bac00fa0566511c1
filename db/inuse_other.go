//go:build !windows

package db

// inUse is false: only Windows refuses to open a file that another program
// has open.
func inUse(error) bool { return false }
