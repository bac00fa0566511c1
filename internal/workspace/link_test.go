package workspace

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestAddLink(t *testing.T) {
	t.Run("joins two items until it is removed", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.AddLink(b.ctx(), ids["Chapter 1"], ids["Print"], plan.Serves))
		want := plan.Link{ID: c.Links[0].ID, FromID: ids["Chapter 1"], ToID: ids["Print"], Kind: plan.Serves, Weight: 1}
		if c.Links[0] != want || c.Undo != (plan.StepName{Op: "link", Kind: plan.Step, Count: 1}) {
			t.Fatalf("%+v", c)
		}
		b.ok(b.RemoveLink(b.ctx(), want.ID))
		b.ok(b.Undo(b.ctx()))
		if b.mirror.links[want.ID] != want {
			t.Fatal("undo did not bring it back")
		}
	})
	t.Run("to itself, twice, or in a circle of waiting is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		one, two, three := ids["Chapter 1"], ids["Chapter 2"], ids["Proof"]
		b.ok(b.AddLink(b.ctx(), two, one, plan.After))
		b.ok(b.AddLink(b.ctx(), three, two, plan.After))
		b.refused(plan.Invalid, "error.link_self")(b.AddLink(b.ctx(), one, one, plan.Serves))
		b.refused(plan.Conflict, "error.link_double")(b.AddLink(b.ctx(), two, one, plan.After))
		b.refused(plan.Invalid, "error.link_cycle")(b.AddLink(b.ctx(), one, two, plan.After))
		b.refused(plan.Invalid, "error.link_cycle")(b.AddLink(b.ctx(), one, three, plan.After))
		b.refused(plan.Invalid, "error.link_unknown")(b.AddLink(b.ctx(), one, three, "likes"))
		b.ok(b.AddLink(b.ctx(), one, two, plan.Serves))
	})
	t.Run("a circle is named, the shortest way round", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		one, two, three, four := ids["Chapter 1"], ids["Chapter 2"], ids["Proof"], ids["Print"]
		for _, w := range [][2]string{{two, one}, {three, two}, {four, three}, {four, one}} {
			b.ok(b.AddLink(b.ctx(), w[0], w[1], plan.After))
		}
		_, err := b.AddLink(b.ctx(), one, four, plan.After)
		named(t, err, "Chapter 1 → Print → Chapter 1")
		_, err = b.AddLink(b.ctx(), one, three, plan.After)
		named(t, err, "Chapter 1 → Proof → Chapter 2 → Chapter 1")
	})
	t.Run("of a long circle the middle is left out, and of a long title the end", func(t *testing.T) {
		b := newBundle(t)
		before := b.add(strings.Repeat("so ", 20)+"long", "")
		first := before
		for i := range 8 {
			next := b.add(fmt.Sprintf("Step %d", i), "")
			b.ok(b.AddLink(b.ctx(), next, before, plan.After))
			before = next
		}
		_, err := b.AddLink(b.ctx(), first, before, plan.After)
		long := "so so so so so so so so so so so so so…"
		named(t, err, long+" → Step 7 → Step 6 → Step 5 → … → "+long)
	})
	t.Run("to what is gone is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		b.refused(plan.NotFound, "error.item_gone")(b.AddLink(b.ctx(), ids["Draft"], ids["Proof"], plan.After))
		b.refused(plan.NotFound, "error.item_gone")(b.AddLink(b.ctx(), "nothing", ids["Draft"], plan.After))
	})
	t.Run("an end in the trash hides it until it comes back", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		link := b.ok(b.AddLink(b.ctx(), ids["Chapter 1"], ids["Proof"], plan.After)).Links[0].ID
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.refused(plan.NotFound, "error.link_gone")(b.RemoveLink(b.ctx(), link))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
		if len(b.mirror.links) != 0 {
			t.Fatal("it leads into the trash")
		}
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Print"]}}))
		if len(b.mirror.links) != 1 {
			t.Fatal("it did not come back")
		}
	})
}

// named fails unless an edit was refused for a circle that is named like this.
func named(t *testing.T, err error, circle string) {
	t.Helper()
	var refusal *plan.Error
	if !errors.As(err, &refusal) || refusal.Key != "error.link_cycle" || refusal.Params["circle"] != circle {
		t.Fatalf("got %+v, want %q", refusal, circle)
	}
}

func TestRemoveLink(t *testing.T) {
	b := newBundle(t)
	b.refused(plan.NotFound, "error.link_gone")(b.RemoveLink(b.ctx(), "nothing"))
}

func TestSetWeight(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	waits := b.ok(b.AddLink(b.ctx(), ids["Chapter 2"], ids["Chapter 1"], plan.After)).Links[0]
	serves := b.ok(b.AddLink(b.ctx(), ids["Chapter 2"], ids["Print"], plan.Serves)).Links[0]
	if c := b.ok(b.SetWeight(b.ctx(), serves.ID, 2.5)); c.Links[0].Weight != 2.5 || c.Undo.Op != "weight" {
		t.Fatalf("%+v", c)
	}
	b.same(b.SetWeight(b.ctx(), serves.ID, 2.5))
	for _, weight := range []float64{0, -1, plan.MaxWeight + 0.1, math.NaN(), math.Inf(1)} {
		b.refused(plan.Invalid, "error.weight_range")(b.SetWeight(b.ctx(), serves.ID, weight))
	}
	b.refused(plan.Invalid, "error.link_unknown")(b.SetWeight(b.ctx(), waits.ID, 3))
	b.refused(plan.NotFound, "error.link_gone")(b.SetWeight(b.ctx(), "none", 3))
	b.ok(b.Undo(b.ctx()))
	if got := b.mirror.links[serves.ID].Weight; got != 1 {
		t.Fatalf("undo left %v", got)
	}
}

func TestSetLag(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	one, two := ids["Chapter 1"], ids["Chapter 2"]
	waits := b.ok(b.AddLink(b.ctx(), two, one, plan.After)).Links[0]
	serves := b.ok(b.AddLink(b.ctx(), two, ids["Print"], plan.Serves)).Links[0]
	if c := b.ok(b.SetLag(b.ctx(), waits.ID, 3)); c.Links[0].Lag != 3 || c.Undo.Op != "lag" {
		t.Fatalf("%+v", c)
	}
	b.same(b.SetLag(b.ctx(), waits.ID, 3))
	b.refused(plan.Invalid, "error.lag_range")(b.SetLag(b.ctx(), waits.ID, -1))
	b.refused(plan.Invalid, "error.lag_range")(b.SetLag(b.ctx(), waits.ID, plan.MaxLag+1))
	b.refused(plan.Invalid, "error.link_unknown")(b.SetLag(b.ctx(), serves.ID, 3))
	b.refused(plan.NotFound, "error.link_gone")(b.SetLag(b.ctx(), "none", 3))
	b.ok(b.Undo(b.ctx()))
	if got := b.mirror.links[waits.ID].Lag; got != 0 {
		t.Fatalf("undo left %d", got)
	}
}
