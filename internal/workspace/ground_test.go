package workspace

import "testing"

func TestKnowGround(t *testing.T) {
	b := newBundle(t)
	known := func() string {
		ground, err := b.KnownGround(b.ctx())
		if err != nil {
			t.Fatal(err)
		}
		return ground
	}
	if known() != "" {
		t.Fatal("it knew before it was told")
	}
	for _, ground := range []string{"synced Dropbox", "network"} {
		if err := b.KnowGround(b.ctx(), ground); err != nil {
			t.Fatal(err)
		}
	}
	b.restart()
	if known() != "network" || b.mirror.undo.Op != "plan_add" {
		t.Fatal("it was not kept over a restart, or is a step")
	}
}
