package workspace

import (
	"testing"

	"cairn/internal/plan"
)

func TestCopyItems(t *testing.T) {
	t.Run("a branch is copied with everything, and its kinds follow", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.SetText(b.ctx(), TextEdit{ID: ids["Chapter 1"], Field: "notes", Text: "a ferry"}))
		b.ok(b.SetState(b.ctx(), []string{ids["Chapter 1"]}, plan.Done))
		b.ok(b.SetDue(b.ctx(), []string{ids["Chapter 1"]}, "2026-03-13"))
		b.ok(b.AddTag(b.ctx(), []string{ids["Chapter 1"]}, "now"))
		c := b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["Draft"]}, Place: b.below("")}))
		b.looks(`
			vision Draft
			  step Chapter 1
			  step Chapter 2
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter 1
			      step Chapter 2
			  goal Print
			    milestone Proof
		`)
		got, want := b.mirror.children(b.plan, c.Focus)[0], b.item(ids["Chapter 1"])
		if got.ID == want.ID || got.Notes != want.Notes || got.State != want.State || got.Due != want.Due ||
			len(got.TagIDs) != 1 || got.TagIDs[0] != want.TagIDs[0] || got.CreatedAt == want.CreatedAt {
			t.Fatalf("%+v\n%+v", got, want)
		}
	})
	t.Run("links lead from the copy where they led from the original", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		one, two, outside := ids["Chapter 1"], ids["Chapter 2"], ids["Proof"]
		b.ok(b.AddLink(b.ctx(), two, one, plan.After))
		b.ok(b.AddLink(b.ctx(), one, outside, plan.Serves))
		b.ok(b.AddLink(b.ctx(), outside, two, plan.After))
		c := b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["Draft"]}, Place: b.after(ids["Draft"])}))
		below := b.mirror.children(b.plan, c.Focus)
		want := map[[2]string]plan.LinkKind{
			{below[1].ID, below[0].ID}: plan.After, {below[0].ID, outside}: plan.Serves,
		}
		if len(c.Links) != len(want) {
			t.Fatalf("%+v", c.Links)
		}
		for _, l := range c.Links {
			if want[[2]string{l.FromID, l.ToID}] != l.Kind {
				t.Fatalf("%+v", l)
			}
		}
	})
	t.Run("what lies in the trash is not copied", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 1"]}))
		c := b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["Draft"]}, Place: b.after(ids["Draft"])}))
		if len(c.Items) != 2 || b.count(`SELECT count(*) FROM item WHERE title = 'Chapter 1'`) != 1 {
			t.Fatalf("%d items", len(c.Items))
		}
	})
	t.Run("into itself is possible, and one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["Proof"], ids["Print"]}, Place: b.below(ids["Proof"])}))
		b.looks(`
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter 1
			      step Chapter 2
			  goal Print
			    milestone Proof
			      step Print
			        step Proof
		`)
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.items) != 7 {
			t.Fatal("undo left some")
		}
	})
	t.Run("too deep, or of what is gone, is refused", func(t *testing.T) {
		b := newBundle(t)
		tall := b.paste("", tower(60)).Items
		b.refused(plan.Invalid, "error.depth")(b.CopyItems(b.ctx(), Move{IDs: []string{tall[0].ID}, Place: b.below(tall[59].ID)}))
		b.refused(plan.NotFound, "error.item_gone")(b.CopyItems(b.ctx(), Move{IDs: []string{"nothing"}, Place: b.below("")}))
		b.same(b.CopyItems(b.ctx(), Move{Place: b.below("")}))
	})
}
