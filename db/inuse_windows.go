package db

import (
	"errors"
	"syscall"
)

// inUse says that another program has opened the file for itself alone
// (sharing violation, lock violation).
func inUse(err error) bool {
	return errors.Is(err, syscall.Errno(32)) || errors.Is(err, syscall.Errno(33))
}
