// Package gtk does for the window on Linux what Wails v2 leaves out: a menu bar
// that changes while it stands (Wails packs one bar at the start and never
// another), a place on one of several screens (Wails tells sizes of screens, no
// corners), a dark frame, and marks below misspelt words.
//
// Its rules: it finds the window that Wails has made and makes none; everything
// that touches it runs on GTK's own thread, and the callers wait for it; it
// decides nothing: what a menu holds and where the window goes is for the
// shell to say. It is only built into programs that have a window.
package gtk
