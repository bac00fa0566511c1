package app

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// RecentVault is a vault that was opened lately, in a person's words.
type RecentVault struct {
	Path   string `json:"path"`
	Name   string `json:"name"`   // of the file, without its ending
	Folder string `json:"folder"` // where it lies; ~ is the person's own folder
}

// lookTime is how long looking for files may take: a disk that is not
// connected may never answer.
const lookTime = 200 * time.Millisecond

// recentVaults are those of some files that are there, without the open one.
func recentVaults(paths []string, open string) []RecentVault {
	recent := []RecentVault{}
	there := areThere(paths, lookTime)
	for i, path := range paths {
		if there[i] && path != open {
			recent = append(recent, RecentVault{Path: path, Name: nameOf(path), Folder: homely(filepath.Dir(path))})
		}
	}
	return recent
}

// areThere says which files there are; one that is not found in time is not.
func areThere(paths []string, limit time.Duration) []bool {
	answers := make(chan int, len(paths)) // which one is there; -1: one that is not
	for i, path := range paths {
		go func() {
			if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
				i = -1
			}
			answers <- i
		}()
	}
	there, late := make([]bool, len(paths)), time.After(limit)
	for range paths {
		select {
		case i := <-answers:
			if i >= 0 {
				there[i] = true
			}
		case <-late:
			return there
		}
	}
	return there
}

func nameOf(path string) string {
	return strings.TrimSuffix(filepath.Base(path), ".cairn")
}

// homely writes the person's own folder as ~.
func homely(folder string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" {
		return folder
	}
	if below, err := filepath.Rel(home, folder); err == nil && filepath.IsLocal(below) {
		return filepath.Join("~", below)
	}
	return folder
}
