package workspace

import (
	"testing"

	"cairn/internal/plan"
)

func TestMoveCards(t *testing.T) {
	t.Run("into another column sets the state, and is one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d")
		c := b.move(b.column(plan.Doing), "", ids["b"])
		b.shows(`
			todo: a c d
			doing: b
			waiting:
			done:
		`)
		if c.Focus != ids["b"] || c.Undo != (plan.StepName{Op: "card_move", Kind: plan.Step, Count: 1}) || len(c.Items) != 1 {
			t.Fatalf("%+v", c)
		}
		b.ok(b.Undo(b.ctx()))
		b.shows("\ntodo: a b c d\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("goes to the top of a column, or behind a card of it", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d e f")
		doing := b.column(plan.Doing)
		b.move(doing, "", ids["b"], ids["e"])
		b.move(doing, "", ids["d"])
		b.move(doing, ids["b"], ids["f"])
		b.move(doing, ids["e"], ids["a"])
		b.move(b.column(plan.Todo), ids["c"], ids["b"])
		b.shows(`
			todo: c b
			doing: d f e a
			waiting:
			done:
		`)
	})
	t.Run("within its column writes one row, whatever stands in the other columns", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d e")
		todo := b.column(plan.Todo)
		b.move(b.column(plan.Done), "", ids["b"], ids["d"])
		before := b.item(ids["a"])
		if c := b.move(todo, ids["c"], ids["a"]); len(c.Items) != 1 {
			t.Fatalf("%d rows", len(c.Items))
		}
		if after := b.item(ids["a"]); after.Rank != before.Rank || after.ChangedAt == before.ChangedAt {
			t.Fatalf("%+v became %+v", before, after)
		}
		b.move(todo, "", ids["e"])
		b.shows("\ntodo: e c a\ndoing:\nwaiting:\ndone: b d\n")
	})
	t.Run("several keep their order, whatever order they are named in", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d e")
		b.move(b.column(plan.Todo), ids["e"], ids["d"], ids["a"], ids["b"], ids["a"])
		b.shows("\ntodo: c e a b d\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("behind one of those that move means where it stood", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d e")
		b.move(b.column(plan.Todo), ids["c"], ids["c"], ids["e"])
		b.shows("\ntodo: a b c e d\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("to where they are is no step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d e")
		todo := b.column(plan.Todo)
		b.move(b.column(plan.Done), "", ids["d"])
		b.ok(b.SetKind(b.ctx(), []string{b.add("goal", "")}, plan.Goal))
		same := func(after string, cards ...string) {
			t.Helper()
			b.same(b.MoveCards(b.ctx(), CardMove{IDs: cards, ColumnID: todo, AfterID: after}))
		}
		same("", ids["a"])
		same("", ids["b"], ids["a"])
		same(ids["a"], ids["b"])
		same(ids["b"], ids["b"])
		same(ids["a"], ids["a"], ids["b"])
		same(ids["c"], ids["e"])
		same(ids["d"], ids["e"])
		same("")
	})
	t.Run("a column for the same state takes cards and keeps them", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c")
		review := b.ok(b.AddColumn(b.ctx(), NewColumn{PlanID: b.plan, Name: "Review", State: plan.Doing, AfterID: b.column(plan.Doing)})).Focus
		b.move(review, "", ids["a"], ids["b"])
		b.move(b.column(plan.Doing), "", ids["c"])
		b.shows("\ntodo:\ndoing: c\nReview: a b\nwaiting:\ndone:\n")
		b.ok(b.SetState(b.ctx(), []string{ids["a"]}, plan.Done))
		b.ok(b.SetState(b.ctx(), []string{ids["a"]}, plan.Doing))
		b.shows("\ntodo:\ndoing: c\nReview: a b\nwaiting:\ndone:\n")
		b.move(b.column(plan.Doing), ids["c"], ids["a"])
		b.shows("\ntodo:\ndoing: c a\nReview: b\nwaiting:\ndone:\n")
	})
	t.Run("what is gone, or of another plan, is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c")
		todo := b.column(plan.Todo)
		b.ok(b.DeleteItems(b.ctx(), []string{ids["c"]}))
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me))
		theirs := other.Columns[0].ID
		item, column := b.refused(plan.NotFound, "error.item_gone"), b.refused(plan.NotFound, "error.column_gone")
		item(b.MoveCards(b.ctx(), CardMove{IDs: []string{ids["c"]}, ColumnID: todo}))
		item(b.MoveCards(b.ctx(), CardMove{IDs: []string{ids["a"], "none"}, ColumnID: todo}))
		item(b.MoveCards(b.ctx(), CardMove{IDs: []string{ids["a"]}, ColumnID: todo, AfterID: ids["c"]}))
		item(b.MoveCards(b.ctx(), CardMove{IDs: []string{ids["a"]}, ColumnID: theirs}))
		column(b.MoveCards(b.ctx(), CardMove{IDs: []string{ids["a"]}, ColumnID: "none"}))
		column(b.MoveCards(b.ctx(), CardMove{IDs: []string{ids["a"]}}))
	})
}

func TestPriority(t *testing.T) {
	t.Run("what is new comes last, in its order", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b")
		b.ok(b.AddItem(b.ctx(), NewItem{Place: b.below(""), Kind: plan.Step, Title: "new"}))
		b.paste("", "- [ ] c\n- [ ] d")
		b.move(b.column(plan.Todo), ids["b"], ids["a"])
		b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["a"], ids["b"]}, Place: b.below("")}))
		b.shows("\ntodo: b a new c d b a\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("a new card in a column has its state", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b")
		doing := b.column(plan.Doing)
		b.move(doing, "", ids["b"])
		in := NewItem{Place: b.below(""), Kind: plan.Step, Title: "new", ColumnID: doing}
		b.ok(b.AddItem(b.ctx(), in))
		b.shows("\ntodo: a\ndoing: b new\nwaiting:\ndone:\n")
		in.ColumnID = "none"
		b.refused(plan.NotFound, "error.column_gone")(b.AddItem(b.ctx(), in))
		in.ColumnID, in.Place.PlanID = doing, b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		b.refused(plan.NotFound, "error.column_gone")(b.AddItem(b.ctx(), in))
	})
	t.Run("a copy stands in the column of its original, in another plan in the first", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b")
		review := b.ok(b.AddColumn(b.ctx(), NewColumn{PlanID: b.plan, Name: "Review", State: plan.Doing, AfterID: b.column(plan.Doing)})).Focus
		b.move(review, "", ids["b"])
		b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["b"]}, Place: b.below("")}))
		b.shows("\ntodo: a\ndoing:\nReview: b b\nwaiting:\ndone:\n")
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		c := b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["b"]}, Place: plan.Place{PlanID: other}}))
		if b.item(c.Focus).ColumnID != "" || b.item(c.Focus).State != plan.Doing {
			t.Fatalf("%+v", c.Items)
		}
	})
	t.Run("what moves into another plan comes last there, in its order and in no column", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c")
		first := b.plan
		b.move(b.column(plan.Todo), ids["c"], ids["a"])
		b.plan = b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		b.cards("x y")
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["a"], ids["b"]}, Place: b.below("")}))
		b.ok(b.SetKind(b.ctx(), []string{ids["a"], ids["b"]}, plan.Step))
		b.shows("\ntodo: x y b a\ndoing:\nwaiting:\ndone:\n")
		if b.item(ids["a"]).ColumnID != "" {
			t.Fatal("it is in a column of the other plan")
		}
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		b.plan = first
		b.shows("\ntodo: b c a\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("what comes back from the trash stands where it stood", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c")
		doing := b.column(plan.Doing)
		b.move(doing, "", ids["a"], ids["b"], ids["c"])
		b.ok(b.DeleteItems(b.ctx(), []string{ids["b"]}))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["b"]}}))
		b.shows("\ntodo:\ndoing: a b c\nwaiting:\ndone:\n")
	})
	t.Run("when they get too long, all of the plan are spread anew, which is no edit of them", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d trashed e")
		b.ok(b.DeleteItems(b.ctx(), []string{ids["trashed"]}))
		doing, spread, before := b.column(plan.Doing), false, b.item(ids["e"])
		b.move(doing, "", ids["c"])
		for i := range 500 { // a and b in turn right behind d
			c := b.move(b.column(plan.Todo), ids["d"], ids[string(rune('a'+i%2))])
			spread = spread || len(c.Items) > 1
		}
		after := b.item(ids["e"])
		if !spread || after.Priority == before.Priority || after.ChangedAt != before.ChangedAt {
			t.Fatalf("spread %v: %+v became %+v", spread, before, after)
		}
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["trashed"]}}))
		b.shows("\ntodo: d b a trashed e\ndoing: c\nwaiting:\ndone:\n")
		b.whole()
	})
}
