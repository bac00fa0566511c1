package gtk

import "testing"

func TestAccelerator(t *testing.T) {
	for keys, want := range map[string]string{
		"":             "",
		"Mod+Z":        "<Control>z",
		"Mod+Shift+Z":  "<Control><Shift>z",
		"Mod+Alt+1":    "<Control><Alt>1",
		"Mod+Plus":     "<Control>plus",
		"Mod+-":        "<Control>minus",
		"Mod+,":        "<Control>comma",
		"Alt+ArrowUp":  "<Alt>Up",
		"Delete":       "Delete",
		"Enter":        "Return",
		"Space":        "space",
		"F11":          "F11",
		"Hyper+Z":      "",
		"Mod+PageDown": "<Control>Page_Down",
	} {
		if got := accelerator(keys); got != want {
			t.Errorf("accelerator(%q) = %q, want %q", keys, got, want)
		}
	}
}
