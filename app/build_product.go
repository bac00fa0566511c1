//go:build !dev && !bindings

package app

const (
	// bridged: the page is also open to a browser on this machine, through a
	// door without a lock, so this build opens throw-away vaults only.
	bridged = false
	// generating: this build only writes the bindings and opens no vault.
	generating = false
)
