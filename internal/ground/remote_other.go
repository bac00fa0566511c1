//go:build !linux && !darwin && !windows

package ground

func remote(string) bool { return false }
