package prefs

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
)

func TestOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	for _, name := range []string{"a", "b", "a", "c"} {
		change(t, Open(path), func(p *Prefs) { p.Opened(name) })
	}
	if got := Open(path).Get().Recent; !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("of lately are %q", got)
	}
	for n := range 20 {
		change(t, Open(path), func(p *Prefs) { p.Opened(fmt.Sprint(n)) })
	}
	if got := Open(path).Get().Recent; len(got) != mostRecent || got[0] != "19" {
		t.Errorf("of lately are %q", got)
	}
}
