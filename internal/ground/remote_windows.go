package ground

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// remote asks the system about the drive; a name that begins with \\ is
// another machine's anyway.
func remote(folder string) bool {
	drive := filepath.VolumeName(folder)
	if strings.HasPrefix(drive, `\\`) {
		return true
	}
	root, err := windows.UTF16PtrFromString(drive + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
