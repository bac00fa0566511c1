package app

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	goruntime "runtime"
	"slices"
	"strings"

	"cairn/internal/plan"
)

// runs are the endings of files that some system runs, or that tell it to run
// another. A vault goes from one system to another, so they are refused on all.
func runs() []string {
	return []string{
		".app", ".appimage", ".application", ".appref-ms", ".applescript", ".bash", ".bat", ".bin", ".chm", ".cmd", ".com",
		".command", ".cpl", ".csh", ".deb", ".desktop", ".dll", ".dmg", ".dylib", ".exe", ".fish", ".flatpak", ".flatpakref",
		".gadget", ".hta", ".inf", ".ins", ".iso", ".jar", ".js", ".jse", ".jnlp", ".ksh", ".lnk", ".mjs", ".mpkg", ".msc",
		".msi", ".msix", ".msp", ".mst", ".out", ".pif", ".pkg", ".php", ".pl", ".ps1", ".psm1", ".py", ".pyc", ".pyw", ".rb",
		".reg", ".rpm", ".run", ".scf", ".scpt", ".scptd", ".scr", ".settingcontent-ms", ".sh", ".snap", ".so", ".sys",
		".tcl", ".terminal", ".tool", ".url", ".vb", ".vbe", ".vbs", ".webloc", ".workflow", ".ws", ".wsc", ".wsf", ".wsh",
		".xbap", ".zsh",
	}
}

// begins are the first bytes of what a system runs.
func begins() []string {
	return []string{
		"\x7fELF", "MZ", "#!", "\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe",
		"\xca\xfe\xba\xbe", "[Desktop Entry]",
	}
}

// openable refuses a file that is not there, that is none, or that opening could
// run: by its ending, where its links lead too, by the right to run it, and by
// what it begins with.
func openable(path string) error {
	there, err := filepath.EvalSymlinks(path)
	if err != nil {
		return notThere(path)
	}
	info, err := os.Stat(there)
	if err != nil {
		return notThere(path)
	}
	if !info.Mode().IsRegular() {
		return plan.Refuse(plan.Invalid, "error.attachment_folder")
	}
	for _, name := range []string{path, there} {
		// Windows takes no notice of points and spaces at the end of a name.
		name = strings.ToLower(strings.TrimRight(name, ". "))
		if slices.Contains(runs(), filepath.Ext(name)) {
			return program(path)
		}
	}
	if goruntime.GOOS != "windows" && info.Mode()&0o111 != 0 {
		return program(path)
	}
	head, err := headOf(there)
	if err != nil {
		return plan.Refuse(plan.Conflict, "error.media_unreadable")
	}
	for _, begin := range begins() {
		if bytes.HasPrefix(head, []byte(begin)) {
			return program(path)
		}
	}
	return nil
}

func headOf(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, 64))
}

func program(path string) error {
	return plan.Refuse(plan.Invalid, "error.attachment_program", "path", filepath.Base(path))
}
