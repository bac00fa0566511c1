//go:build bindings

package app

const (
	bridged    = false
	generating = true
)
