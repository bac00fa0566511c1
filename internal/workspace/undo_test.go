package workspace

import (
	"fmt"
	"testing"

	"cairn/internal/plan"
)

func TestUndo(t *testing.T) {
	t.Run("without a step it is a conflict", func(t *testing.T) {
		b := newBundle(t)
		b.ok(b.Undo(b.ctx()))
		b.refused(plan.Conflict, "error.nothing_to_undo")(b.Undo(b.ctx()))
		b.ok(b.Redo(b.ctx()))
		b.refused(plan.Conflict, "error.nothing_to_redo")(b.Redo(b.ctx()))
	})
	t.Run("names the next steps, and tells the hand where to look", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.SetState(b.ctx(), []string{ids["Draft"], ids["Proof"]}, plan.Done))
		c := b.ok(b.Undo(b.ctx()))
		if c.Focus != ids["Draft"] && c.Focus != ids["Proof"] {
			t.Fatalf("focus is %q", c.Focus)
		}
		if c.Undo != (plan.StepName{Op: "paste", Kind: plan.Vision, Count: 7}) || c.Redo != (plan.StepName{Op: "state", Kind: plan.Milestone, Count: 2}) {
			t.Fatalf("%+v %+v", c.Undo, c.Redo)
		}
	})
	t.Run("tells the hand where something went, or was said or linked", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		looks := func(want string) {
			t.Helper()
			if c := b.ok(b.Undo(b.ctx())); c.Focus != ids[want] {
				t.Fatalf("focus is %q, not %s", b.mirror.items[c.Focus].Title, want)
			}
		}
		b.ok(b.AddItem(b.ctx(), NewItem{Place: b.after(ids["Write"]), Title: "Read"}))
		looks("Write")
		b.ok(b.AddItem(b.ctx(), NewItem{Place: b.below(ids["Draft"]), Title: "Chapter 0"}))
		looks("Draft")
		b.ok(b.AddLink(b.ctx(), ids["Proof"], ids["Draft"], plan.After))
		looks("Proof")
		b.ok(b.Redo(b.ctx()))
		link := b.loaded().Links[0].ID
		b.ok(b.SetLag(b.ctx(), link, 3))
		looks("Proof")
		b.ok(b.SetAspect(b.ctx(), AspectEdit{ItemID: ids["Print"], Kind: plan.Gap, Body: plan.Body{"sort": "knowledge"}}))
		looks("Print")
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 2"]}))
		b.ok(b.Undo(b.ctx()))
		if c := b.ok(b.Redo(b.ctx())); c.Focus != ids["Chapter 1"] {
			t.Fatalf("focus is %q after a deletion is done again", b.mirror.items[c.Focus].Title)
		}
	})
	t.Run("shows the plan in which something went", func(t *testing.T) {
		b := newBundle(t)
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		book := b.add("Book", "")
		b.add("Chapter", book)
		b.ok(b.OpenPlan(b.ctx(), other))
		if c := b.ok(b.Undo(b.ctx())); c.Show != b.plan || c.Focus != book {
			t.Fatalf("undo shows %q and %q", c.Show, c.Focus)
		}
	})
	t.Run("shows the plan that it happened in", func(t *testing.T) {
		b := newBundle(t)
		b.add("Book", "")
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		b.ok(b.Undo(b.ctx()))
		if b.mirror.show != b.plan {
			t.Fatal("the plan that is gone is shown")
		}
		if c := b.ok(b.Redo(b.ctx())); c.Show != other {
			t.Fatalf("redo shows %q", c.Show)
		}
		b.ok(b.OpenPlan(b.ctx(), b.plan))
		b.ok(b.OpenPlan(b.ctx(), other))
		b.ok(b.Undo(b.ctx()))
		if c := b.ok(b.Undo(b.ctx())); c.Show != "" || b.mirror.show != b.plan {
			t.Fatalf("undo shows %q", c.Show)
		}
	})
	t.Run("an edit forgets what was undone", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		b.ok(b.SetState(b.ctx(), []string{id}, plan.Done))
		b.ok(b.Undo(b.ctx()))
		b.add("Another", "")
		b.refused(plan.Conflict, "error.nothing_to_redo")(b.Redo(b.ctx()))
	})
	t.Run("survives a restart, and what was undone too", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Proof"]}, Place: b.below("")}))
		b.ok(b.Undo(b.ctx()))
		after := b.mirror.text()
		b.restart()
		if b.mirror.text() != after {
			t.Fatalf("after the restart there is\n%s\nnot\n%s", b.mirror.text(), after)
		}
		b.ok(b.Redo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		b.item(ids["Chapter 1"])
	})
	t.Run("a thousand steps lead back to the start and forth again", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		for i := range 1000 {
			if _, err := b.SetTitle(b.ctx(), TextEdit{ID: id, Text: fmt.Sprint("title ", i)}); err != nil {
				t.Fatal(err)
			}
		}
		for range 1000 {
			if _, err := b.Undo(b.ctx()); err != nil {
				t.Fatal(err)
			}
		}
		b.mirror = newMirror(b.loaded())
		b.looks("\nvision Book\n")
		for range 1000 {
			if _, err := b.Redo(b.ctx()); err != nil {
				t.Fatal(err)
			}
		}
		b.mirror = newMirror(b.loaded())
		b.looks("\nvision title 999\n")
	})
	t.Run("belongs to the client who did it", func(t *testing.T) {
		b := newBundle(t)
		me := b.loaded().Clients[0].ID
		b.add("Book", "")
		ada := b.opened(b.AddClient(b.ctx(), "Ada"))
		b.refused(plan.Conflict, "error.nothing_to_undo")(b.Undo(b.ctx()))
		b.ok(b.AddPlan(b.ctx(), "Her plan", plan.Me))
		b.opened(b.OpenClient(b.ctx(), me))
		b.ok(b.Undo(b.ctx()))
		b.looks("")
		b.opened(b.OpenClient(b.ctx(), ada.Clients[0].ID))
		if len(b.mirror.plans) != 1 {
			t.Fatal("the step of the other client was undone")
		}
	})
}
