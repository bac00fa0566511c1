//go:build !linux || !(dev || production)

package app

import (
	"strings"
	"testing"

	"github.com/wailsapp/wails/v2/pkg/menu"

	"cairn/internal/menubar"
)

var lines = []menubar.Entry{
	{Group: "file", ID: "frame.settings", Label: "Settings…", Keys: "Mod+,", Anywhere: true, Enabled: true},
	{Group: "edit", ID: "frame.undo", Label: "Undo: Move step", Keys: "Mod+Z", Anywhere: true},
	{Group: "edit", ID: "outline.delete", Label: "Delete", Keys: "Delete", Enabled: true},
	{Group: "view", ID: "view.theme.dark", Label: "Dark & calm", Check: true, On: true, Enabled: true},
	{Group: "view", ID: "view.larger", Label: "Larger text", Keys: "Mod+Plus", Anywhere: true, Enabled: true},
}

// read writes a bar as a person reads it, a line each.
func read(bar *menu.Menu, indent string) []string {
	var all []string
	for _, item := range bar.Items {
		line := indent + item.Label
		switch {
		case item.Role != 0:
			line = indent + "(the system's own)"
		case item.Type == menu.SeparatorType:
			line = indent + "—"
		case item.Disabled:
			line += " (grey)"
		case item.Checked:
			line += " ✓"
		}
		if item.Accelerator != nil {
			line += " [" + item.Accelerator.Key + "]"
		}
		all = append(all, line)
		if item.SubMenu != nil {
			all = append(all, read(item.SubMenu, indent+"  ")...)
		}
	}
	return all
}

func TestWailsBar(t *testing.T) {
	for system, want := range map[string][]string{
		"windows": {
			"File", "  Settings…\tCtrl+,",
			"Edit", "  Undo: Move step\tCtrl+Z (grey)", "  —", "  Delete\tDel",
			"View", "  Dark && calm ✓", "  —", "  Larger text\tCtrl++",
		},
		"darwin": {
			"(the system's own)",
			"File", "  Settings… [,]",
			"Edit", "  Undo: Move step (grey) [z]", "  —", "  Delete", "  —", "  (the system's own)",
			"View", "  Dark & calm ✓", "  —", "  Larger text [+]",
			"(the system's own)",
		},
	} {
		t.Run(system, func(t *testing.T) {
			got := read(wailsBar(system, menubar.Of(lines), func(string) {}), "")
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
	t.Run("a click tells which command it was", func(t *testing.T) {
		var told string
		bar := wailsBar("windows", menubar.Of(lines), func(id string) { told = id })
		bar.Items[0].SubMenu.Items[0].Click(&menu.CallbackData{})
		if told != "frame.settings" {
			t.Errorf("told %q", told)
		}
	})
}
