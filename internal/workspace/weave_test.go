package workspace

import (
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// waits is who waits for whom, by titles, in the order of the alphabet.
func (b *bundle) waits() string {
	lines := []string{}
	for _, l := range b.mirror.links {
		lines = append(lines, b.item(l.FromID).Title+" after "+b.item(l.ToID).Title)
	}
	slices.Sort(lines)
	return strings.Join(lines, ", ")
}

func (b *bundle) waiting(want string) {
	b.TB.Helper()
	if got := b.waits(); got != want {
		b.TB.Fatalf("got %q, want %q", got, want)
	}
}

func TestWeaveItem(t *testing.T) {
	t.Run("a new step between two that wait for each other is one step of undo", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("Draft Print")
		link := b.ok(b.AddLink(b.ctx(), ids["Print"], ids["Draft"], plan.After)).Links[0].ID
		c := b.ok(b.WeaveItem(b.ctx(), Weave{
			Title: "Proof", Kind: plan.Step, Place: b.after(ids["Draft"]), Cut: []string{link},
			Waits: []Wait{{ToID: ids["Draft"]}, {FromID: ids["Print"], Lag: 2}},
		}))
		if c.Undo != (plan.StepName{Op: "add", Kind: plan.Step, Count: 1}) || b.item(c.Focus).Title != "Proof" {
			t.Fatalf("%+v", c)
		}
		b.looks(`
			step Draft
			step Proof
			step Print
			`)
		b.waiting("Print after Proof, Proof after Draft")
		b.ok(b.Undo(b.ctx()))
		b.waiting("Print after Draft")
		if len(b.mirror.items) != 2 {
			t.Fatal("the new step is still there")
		}
		b.ok(b.Redo(b.ctx()))
		b.waiting("Print after Proof, Proof after Draft")
	})
	t.Run("a step that is there goes elsewhere, and others close up behind it", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("Draft Proof Print")
		proof := b.ok(b.AddLink(b.ctx(), ids["Proof"], ids["Draft"], plan.After)).Links[0].ID
		proofed := b.ok(b.AddLink(b.ctx(), ids["Print"], ids["Proof"], plan.After)).Links[0].ID
		c := b.ok(b.WeaveItem(b.ctx(), Weave{
			ID: ids["Proof"], Place: b.after(ids["Print"]), Cut: []string{proof, proofed},
			Waits: []Wait{{ToID: ids["Print"]}, {FromID: ids["Print"], ToID: ids["Draft"]}},
		}))
		if c.Undo.Op != "weave" || c.Focus != ids["Proof"] {
			t.Fatalf("%+v", c)
		}
		b.waiting("Print after Draft, Proof after Print")
		b.looks(`
			step Draft
			step Print
			step Proof
			`)
	})
	t.Run("several go together as one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("Draft Proof Print Sell")
		proof := b.ok(b.AddLink(b.ctx(), ids["Proof"], ids["Draft"], plan.After)).Links[0].ID
		c := b.ok(b.WeaveItem(b.ctx(), Weave{
			ID: ids["Draft"], With: []string{ids["Proof"]}, Place: b.after(ids["Sell"]),
			Cut: []string{proof}, Waits: []Wait{{ToID: ids["Sell"]}},
		}))
		if c.Undo != (plan.StepName{Op: "weave", Kind: plan.Step, Count: 2}) {
			t.Fatalf("%+v", c.Undo)
		}
		b.waiting("Draft after Sell")
		moved := `
			step Print
			step Sell
			step Draft
			step Proof
			`
		b.looks(moved)
		b.ok(b.Undo(b.ctx()))
		b.waiting("Proof after Draft")
		b.ok(b.Redo(b.ctx()))
		b.looks(moved)
	})
	t.Run("a wait that is there stays, and without a place so does the item", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("Draft Proof")
		b.ok(b.WeaveItem(b.ctx(), Weave{ID: ids["Draft"], Waits: []Wait{{ToID: ids["Proof"]}}}))
		b.same(b.WeaveItem(b.ctx(), Weave{ID: ids["Draft"], Waits: []Wait{{ToID: ids["Proof"]}}}))
		b.waiting("Draft after Proof")
	})
	t.Run("a circle refuses the whole", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("Draft Proof")
		b.ok(b.AddLink(b.ctx(), ids["Proof"], ids["Draft"], plan.After))
		b.refused(plan.Invalid, "error.link_cycle")(b.WeaveItem(b.ctx(), Weave{
			Title: "Between", Place: b.after(ids["Proof"]), Waits: []Wait{{ToID: ids["Proof"]}, {FromID: ids["Draft"]}},
		}))
	})
	t.Run("what it names must be there, and be waiting", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("Draft Proof")
		serves := b.ok(b.AddLink(b.ctx(), ids["Proof"], ids["Draft"], plan.Serves)).Links[0].ID
		refused := func(code plan.Code, key string, in Weave) {
			t.Helper()
			b.refused(code, key)(b.WeaveItem(b.ctx(), in))
		}
		refused(plan.NotFound, "error.item_gone", Weave{ID: "none"})
		refused(plan.NotFound, "error.item_gone", Weave{ID: ids["Draft"], Waits: []Wait{{ToID: "none"}}})
		refused(plan.NotFound, "error.link_gone", Weave{ID: ids["Draft"], Cut: []string{"none"}})
		refused(plan.Invalid, "error.link_unknown", Weave{ID: ids["Draft"], Cut: []string{serves}})
		refused(plan.Invalid, "error.link_self", Weave{ID: ids["Draft"], Waits: []Wait{{}}})
		refused(plan.Invalid, "error.lag_range", Weave{ID: ids["Draft"], Waits: []Wait{{ToID: ids["Proof"], Lag: -1}}})
		refused(plan.Invalid, "error.title_empty", Weave{Place: b.after(ids["Draft"])})
	})
}
