package app

import (
	"os"
	"path/filepath"
	"testing"

	"cairn/internal/prefs"
)

func TestDark(t *testing.T) {
	for _, c := range []struct {
		name  string
		theme prefs.Theme
		last  bool
		want  bool
	}{
		{"light is light, however dark it was", prefs.Light, true, false},
		{"dark is dark, however light it was", prefs.Dark, false, true},
		{"with the system it begins as it ended: dark", prefs.System, true, true},
		{"with the system it begins as it ended: light", prefs.System, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dark(prefs.Prefs{Look: prefs.Look{Theme: c.theme}, Dark: c.last}); got != c.want {
				t.Errorf("dark is %v", got)
			}
		})
	}
}

func TestTheWindowBeginsInItsLook(t *testing.T) {
	known := prefs.Nowhere()
	note(known, func(p *prefs.Prefs) { p.Look.Theme = prefs.Dark })
	if got := *frame(nil, &keep{}, newWindow(known)).BackgroundColour; got != *deskColour(true) {
		t.Errorf("the colour is %v", got)
	}
}

func TestRemembered(t *testing.T) {
	own := ownData(t)
	note(remembered(), func(p *prefs.Prefs) { p.Look.Zoom = 125 })
	if got := remembered().Get().Look.Zoom; got != 125 {
		t.Errorf("the zoom is %d", got)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(own), "preferences.json")); err != nil {
		t.Error(err)
	}
}
