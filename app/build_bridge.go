//go:build dev && !bindings

package app

const (
	bridged    = true
	generating = false
)
