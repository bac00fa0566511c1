package workspace

import (
	"testing"

	"cairn/internal/plan"
)

func TestAddAbove(t *testing.T) {
	t.Run("puts an answer between an item and what it stands below", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.AddAbove(b.ctx(), Above{ID: ids["Write"], Title: "Be read"}))
		b.looks(`
			vision Book
			  goal Be read
			    goal Write
			      milestone Draft
			        step Chapter 1
			        step Chapter 2
			  goal Print
			    milestone Proof
		`)
		if c.Undo.Op != "above" || b.mirror.items[c.Focus].Title != "Be read" {
			t.Fatalf("%+v, focus %s", c.Undo, c.Focus)
		}
	})
	t.Run("takes a kind that fits on both sides", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.AddAbove(b.ctx(), Above{ID: ids["Chapter 2"], Title: "A first half"}))
		b.ok(b.AddAbove(b.ctx(), Above{ID: ids["Proof"], Title: "A printed book"}))
		b.looks(`
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter 1
			      step A first half
			        step Chapter 2
			  goal Print
			    goal A printed book
			      milestone Proof
		`)
	})
	t.Run("is one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		before := b.loaded()
		b.ok(b.AddAbove(b.ctx(), Above{ID: ids["Draft"], Title: "A manuscript"}))
		b.ok(b.Undo(b.ctx()))
		if after := b.loaded(); len(after.Items) != len(before.Items) {
			t.Fatalf("%d items, %d before", len(after.Items), len(before.Items))
		}
		b.looks(`
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter 1
			      step Chapter 2
			  goal Print
			    milestone Proof
		`)
	})
	t.Run("what cannot be is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.refused(plan.Invalid, "error.nothing_above")(b.AddAbove(b.ctx(), Above{ID: ids["Book"], Title: "Life"}))
		b.refused(plan.Invalid, "error.title_empty")(b.AddAbove(b.ctx(), Above{ID: ids["Draft"], Title: " "}))
		b.refused(plan.NotFound, "error.item_gone")(b.AddAbove(b.ctx(), Above{ID: "nothing", Title: "Life"}))
	})
	t.Run("nothing goes deeper than a plan may", func(t *testing.T) {
		b := newBundle(t)
		b.ok(b.PasteText(b.ctx(), Paste{Place: plan.Place{PlanID: b.plan}, Text: tower(plan.MaxDepth)}))
		for id, i := range b.mirror.items {
			if i.ParentID != "" {
				b.refused(plan.Invalid, "error.depth")(b.AddAbove(b.ctx(), Above{ID: id, Title: "Above"}))
				return
			}
		}
	})
}
