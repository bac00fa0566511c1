package app

import (
	"os"
	"path/filepath"
	"strings"
)

// allowed says whether this build may open the file.
func allowed(path string) bool {
	return !bridged || within(os.TempDir(), path)
}

// within says whether the path lies in the folder, wherever links lead.
func within(folder, path string) bool {
	way, err := filepath.Rel(trueWay(folder), trueWay(path))
	return err == nil && way != "." && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// trueWay follows the links in the part of the path that is there.
func trueWay(path string) string {
	path = filepath.Clean(path)
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		return followed
	}
	if above := filepath.Dir(path); above != path {
		return filepath.Join(trueWay(above), filepath.Base(path))
	}
	return path
}
