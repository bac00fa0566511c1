package workspace

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"cairn/internal/plan"
)

func (b *bundle) trash() []plan.Trashed {
	b.TB.Helper()
	trash, err := b.Trash(b.ctx())
	if err != nil {
		b.TB.Fatal(err)
	}
	return trash
}

func TestDeleteItems(t *testing.T) {
	t.Run("a branch goes into the trash as one", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 1"], ids["Write"], ids["Draft"]}))
		if !slices.Equal(c.Gone, []string{ids["Write"]}) || c.Undo != (plan.StepName{Op: "delete", Kind: plan.Goal, Count: 1}) {
			t.Fatalf("%+v", c)
		}
		b.looks(`
			vision Book
			  goal Print
			    milestone Proof
		`)
		back := b.ok(b.Undo(b.ctx()))
		if len(back.Items) != 4 || back.Focus != ids["Write"] {
			t.Fatalf("%+v", back)
		}
	})
	t.Run("what is gone already is not found", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.refused(plan.NotFound, "error.item_gone")(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.refused(plan.NotFound, "error.item_gone")(b.DeleteItems(b.ctx(), []string{ids["Print"], ids["Draft"]}))
		b.same(b.DeleteItems(b.ctx(), nil))
	})
}

func TestTrash(t *testing.T) {
	t.Run("lists what was deleted, the newest first, with where it was", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 1"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		got := b.trash()
		for i := range got {
			if got[i].TrashedAt == "" {
				t.Fatal("it does not say when")
			}
			got[i].TrashedAt = ""
		}
		want := []plan.Trashed{
			{ID: ids["Write"], PlanID: b.plan, Kind: plan.Goal, State: plan.Todo, Title: "Write", Path: []string{"Book"}, Count: 3},
			{ID: ids["Chapter 1"], PlanID: b.plan, Kind: plan.Step, State: plan.Todo, Title: "Chapter 1", Path: []string{"Book", "Write", "Draft"}, Count: 1},
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v", got)
		}
	})
	t.Run("is never nil, and nobody else's", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Book"]}))
		if _, err := b.AddClient(b.ctx(), "Ada"); err != nil {
			t.Fatal(err)
		}
		if got := b.trash(); got == nil || len(got) != 0 {
			t.Fatalf("%+v", got)
		}
	})
	t.Run("forgets after thirty days, and no sooner", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Proof"]}))
		b.clock = b.clock.Add(inTrash - time.Minute)
		if len(b.trash()) != 1 {
			t.Fatal("it was forgotten too early")
		}
		b.clock = b.clock.Add(2 * time.Minute)
		if len(b.trash()) != 0 {
			t.Fatal("it is still listed")
		}
		b.refused(plan.NotFound, "error.item_gone")(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Proof"]}}))
		b.ok(b.Undo(b.ctx()))
		b.item(ids["Proof"])
	})
}

func TestEmptyTrash(t *testing.T) {
	// Only as many steps as the journal keeps stand between a row and its end.
	forget := func(b *bundle) {
		b.restart(`DELETE FROM journal_step`)
	}
	t.Run("rows go when nobody can restore them any more", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.AddTag(b.ctx(), []string{ids["Chapter 1"]}, "now"))
		b.ok(b.AddLink(b.ctx(), ids["Chapter 1"], ids["Print"], plan.Serves))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.clock = b.clock.Add(inTrash + time.Hour)
		b.restart()
		if b.count(`SELECT count(*) FROM item`) != 7 {
			t.Fatal("rows went that an undo needs")
		}
		forget(b)
		if n := b.count(`SELECT count(*) FROM item`) + b.count(`SELECT count(*) FROM item_tag`) + b.count(`SELECT count(*) FROM link`); n != 3 {
			t.Fatalf("%d rows are left, want 3", n)
		}
	})
	t.Run("rows stay for thirty days", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.clock = b.clock.Add(inTrash - time.Hour)
		forget(b)
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
	})
	t.Run("rows stay as long as a step knows any of their branch", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Draft"]}))
		forget(b)
		b.ok(b.SetKind(b.ctx(), []string{ids["Write"]}, plan.Step)) // Chapter 1 follows in the trash
		b.clock = b.clock.Add(inTrash + time.Hour)
		b.restart()
		b.ok(b.Undo(b.ctx()))
		if b.count(`SELECT count(*) FROM item WHERE kind = 'milestone'`) != 2 {
			t.Fatal("undo did not reach what lies in the trash")
		}
	})
}

func TestRestoreItems(t *testing.T) {
	t.Run("to where it was, with everything below", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.AddTag(b.ctx(), []string{ids["Chapter 1"]}, "now"))
		before := b.mirror.outline(b.plan)
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		c := b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
		b.looks(before)
		if c.Focus != ids["Write"] || len(b.item(ids["Chapter 1"]).TagIDs) != 1 || len(b.trash()) != 0 {
			t.Fatalf("%+v", c)
		}
		b.ok(b.Undo(b.ctx()))
		if len(b.trash()) != 1 {
			t.Fatal("undo did not put it back into the trash")
		}
	})
	t.Run("to the nearest above that is left", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 1"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Draft"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Chapter 1"]}}))
		b.looks(`
			vision Book
			  goal Print
			    milestone Proof
			  step Chapter 1
		`)
	})
	t.Run("to the top when nothing above is left", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.add("Other", "")
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Book"]}))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
		b.looks(`
			vision Other
			vision Write
			  goal Draft
			    step Chapter 1
			    step Chapter 2
		`)
	})
	t.Run("a parent and its child together come back as they were", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		before := b.mirror.outline(b.plan)
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 1"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Chapter 1"], ids["Write"]}}))
		b.looks(before)
	})
	t.Run("to a place that is named", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}, Place: b.after(ids["Book"])}))
		b.looks(`
			vision Book
			  goal Print
			    milestone Proof
			vision Write
			  goal Draft
			    step Chapter 1
			    step Chapter 2
		`)
	})
	t.Run("what is not in the trash is left alone", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.same(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
		b.same(b.RestoreItems(b.ctx(), Move{}))
	})
	t.Run("what is gone, or a place that is, is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		b.refused(plan.NotFound, "error.item_gone")(b.RestoreItems(b.ctx(), Move{IDs: []string{"nothing"}}))
		b.refused(plan.NotFound, "error.item_gone")(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Draft"]}}))
		b.refused(plan.NotFound, "error.item_gone")(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}, Place: b.below(ids["Print"])}))
		b.refused(plan.Invalid, "error.below_itself")(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}, Place: b.below(ids["Draft"])}))
	})
}
