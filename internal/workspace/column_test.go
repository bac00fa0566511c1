package workspace

import (
	"fmt"
	"strings"
	"testing"

	"cairn/internal/plan"
)

func (b *bundle) addColumn(name string, state plan.State, after string) string {
	b.TB.Helper()
	c := b.ok(b.AddColumn(b.ctx(), NewColumn{PlanID: b.plan, Name: name, State: state, AfterID: after}))
	return c.Focus
}

func TestAddColumn(t *testing.T) {
	t.Run("a plan has its four from the first moment", func(t *testing.T) {
		b := newBundle(t)
		b.shows("\ntodo:\ndoing:\nwaiting:\ndone:\n")
		c := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me))
		if len(c.Columns) != 4 {
			t.Fatalf("%+v", c.Columns)
		}
		if gone := b.ok(b.Undo(b.ctx())).Gone; len(gone) != 5 {
			t.Fatalf("gone are %v", gone)
		}
		b.ok(b.Redo(b.ctx()))
		if len(b.mirror.columns(c.Show)) != 4 {
			t.Fatal("the plan came back without its columns")
		}
	})
	t.Run("stands first, or behind another one", func(t *testing.T) {
		b := newBundle(t)
		first := b.addColumn("Some day", plan.Parked, "")
		b.addColumn("", plan.LetGo, b.column(plan.Done))
		b.addColumn(" In\nreview ", plan.Doing, b.column(plan.Doing))
		b.shows("\nSome day:\ntodo:\ndoing:\nIn review:\nwaiting:\ndone:\nletgo:\n")
		if b.mirror.board[first].PlanID != b.plan || b.mirror.undo != (plan.StepName{Op: "column_add", Count: 1}) {
			t.Fatalf("%+v", b.mirror.undo)
		}
		b.ok(b.Undo(b.ctx()))
		b.shows("\nSome day:\ntodo:\ndoing:\nwaiting:\ndone:\nletgo:\n")
	})
	t.Run("shows the cards of its state, if there is no older one for it", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c")
		b.ok(b.SetState(b.ctx(), []string{ids["b"]}, plan.Parked))
		b.addColumn("Some day", plan.Parked, "")
		b.addColumn("New", plan.Todo, "")
		b.shows("\nNew:\nSome day: b\ntodo: a c\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("one that cannot be is refused", func(t *testing.T) {
		b := newBundle(t)
		add := func(in NewColumn) (plan.Changes, error) { return b.AddColumn(b.ctx(), in) }
		b.refused(plan.Invalid, "error.state_unknown")(add(NewColumn{PlanID: b.plan}))
		b.refused(plan.Invalid, "error.title_long")(add(NewColumn{PlanID: b.plan, State: plan.Todo, Name: strings.Repeat("x", 101)}))
		b.refused(plan.NotFound, "error.plan_gone")(add(NewColumn{PlanID: "none", State: plan.Todo}))
		b.refused(plan.NotFound, "error.column_gone")(add(NewColumn{PlanID: b.plan, State: plan.Todo, AfterID: "none"}))
		for i := range plan.MaxColumns - 4 {
			b.addColumn(fmt.Sprint(i), plan.Doing, "")
		}
		b.refused(plan.Conflict, "error.columns_many")(add(NewColumn{PlanID: b.plan, State: plan.Todo}))
	})
}

func TestSetColumn(t *testing.T) {
	t.Run("says all of it at once", func(t *testing.T) {
		b := newBundle(t)
		in := ColumnEdit{ID: b.addColumn("", plan.Doing, ""), Name: "Review ", State: plan.Waiting, Limit: 3}
		c := b.ok(b.SetColumn(b.ctx(), in))
		if got := c.Columns[0]; got.Name != "Review" || got.State != plan.Waiting || got.Limit != 3 || c.Undo.Op != "column_set" {
			t.Fatalf("%+v", c)
		}
		b.same(b.SetColumn(b.ctx(), in))
		in.Name, in.Limit = "", 0
		b.ok(b.SetColumn(b.ctx(), in))
		b.ok(b.Undo(b.ctx()))
		b.shows("\nReview:\ntodo:\ndoing:\nwaiting:\ndone:\n")
	})
	t.Run("the cards in it take its new state and stay, all others are left alone", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d")
		first := b.column(plan.Todo)
		b.move(b.column(plan.Doing), "", ids["c"])
		review := b.addColumn("Review", plan.Todo, first)
		b.move(review, "", ids["d"])
		goal := b.add("goal", "")
		b.paste(ids["a"], "- [ ] part of a")
		b.ok(b.SetColumn(b.ctx(), ColumnEdit{ID: first, Name: "First", State: plan.Waiting}))
		b.shows("\nFirst: a b\nReview: d\ndoing: c\nwaiting:\ndone:\n")
		if b.item(goal).State != plan.Todo || b.item(b.ids()["part of a"]).State != plan.Todo {
			t.Fatal("what is no card took the state")
		}
		b.ok(b.Undo(b.ctx()))
		b.shows("\ntodo: a b\nReview: d\ndoing: c\nwaiting:\ndone:\n")
		if b.item(ids["a"]).State != plan.Todo {
			t.Fatal("undo left the state")
		}
	})
	t.Run("it takes none of the cards that had the state before", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d")
		doing := b.column(plan.Doing)
		b.addColumn("More", plan.Doing, doing)
		b.ok(b.SetState(b.ctx(), []string{ids["b"], ids["c"]}, plan.Waiting))
		b.ok(b.SetState(b.ctx(), []string{ids["d"]}, plan.Doing))
		b.ok(b.SetColumn(b.ctx(), ColumnEdit{ID: doing, Name: "Later", State: plan.Waiting}))
		b.shows("\ntodo: a\nLater: d\nMore:\nwaiting: b c\ndone:\n")
	})
	t.Run("an undo shows the plan that it happened in", func(t *testing.T) {
		b := newBundle(t)
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		b.ok(b.SetColumn(b.ctx(), ColumnEdit{ID: b.column(plan.Todo), Name: "Next", State: plan.Todo}))
		if b.mirror.show != other {
			t.Fatal("the test proves nothing")
		}
		if c := b.ok(b.Undo(b.ctx())); c.Show != b.plan {
			t.Fatalf("undo shows %q", c.Show)
		}
	})
	t.Run("what cannot be is refused", func(t *testing.T) {
		b := newBundle(t)
		set := func(in ColumnEdit) (plan.Changes, error) { return b.SetColumn(b.ctx(), in) }
		todo := b.column(plan.Todo)
		b.refused(plan.Invalid, "error.state_unknown")(set(ColumnEdit{ID: todo}))
		b.refused(plan.Invalid, "error.limit_range")(set(ColumnEdit{ID: todo, State: plan.Todo, Limit: 1000}))
		b.refused(plan.Invalid, "error.title_long")(set(ColumnEdit{ID: todo, State: plan.Todo, Name: strings.Repeat("x", 101)}))
		b.refused(plan.Conflict, "error.column_last")(set(ColumnEdit{ID: todo, State: plan.Doing}))
		b.refused(plan.NotFound, "error.column_gone")(set(ColumnEdit{ID: "none", State: plan.Doing}))
	})
}

func TestMoveColumn(t *testing.T) {
	t.Run("behind another one, or to the front", func(t *testing.T) {
		b := newBundle(t)
		todo, doing, done := b.column(plan.Todo), b.column(plan.Doing), b.column(plan.Done)
		b.ok(b.MoveColumn(b.ctx(), done, ""))
		b.ok(b.MoveColumn(b.ctx(), todo, doing))
		b.shows("\ndone:\ndoing:\ntodo:\nwaiting:\n")
		b.ok(b.Undo(b.ctx()))
		b.shows("\ndone:\ntodo:\ndoing:\nwaiting:\n")
		b.same(b.MoveColumn(b.ctx(), done, ""))
		b.same(b.MoveColumn(b.ctx(), todo, done))
		b.same(b.MoveColumn(b.ctx(), todo, todo))
	})
	t.Run("thousands of times", func(t *testing.T) {
		b := newBundle(t)
		waiting, done := b.column(plan.Waiting), b.column(plan.Done)
		for i := range 300 { // both in turn right behind the first
			b.ok(b.MoveColumn(b.ctx(), []string{waiting, done}[i%2], b.column(plan.Todo)))
		}
		b.shows("\ntodo:\ndone:\nwaiting:\ndoing:\n")
		for _, c := range b.mirror.board {
			if len(c.Rank) > plan.MaxRank {
				t.Fatalf("rank %q", c.Rank)
			}
		}
	})
	t.Run("what is gone, or of another plan, is refused", func(t *testing.T) {
		b := newBundle(t)
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Columns[0].ID
		column := b.refused(plan.NotFound, "error.column_gone")
		column(b.MoveColumn(b.ctx(), "none", ""))
		column(b.MoveColumn(b.ctx(), other, b.column(plan.Todo)))
	})
}

func TestDeleteColumn(t *testing.T) {
	t.Run("its cards fall to the oldest other one of its state", func(t *testing.T) {
		b := newBundle(t)
		ids := b.cards("a b c d")
		doing := b.column(plan.Doing)
		review := b.addColumn("Review", plan.Doing, doing)
		b.move(doing, "", ids["a"], ids["d"])
		b.move(review, "", ids["b"], ids["c"])
		changed := b.item(ids["b"]).ChangedAt
		b.ok(b.DeleteItems(b.ctx(), []string{ids["c"]}))
		b.ok(b.DeleteColumn(b.ctx(), review))
		b.shows("\ntodo:\ndoing: a d b\nwaiting:\ndone:\n")
		if b.item(ids["b"]).ChangedAt != changed {
			t.Fatal("that is no edit of the card")
		}
		b.ok(b.Undo(b.ctx()))
		b.shows("\ntodo:\ndoing: a d\nReview: b\nwaiting:\ndone:\n")
		b.ok(b.DeleteColumn(b.ctx(), doing))
		b.shows("\ntodo:\nReview: a d b\nwaiting:\ndone:\n")
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["c"]}}))
		b.shows("\ntodo:\nReview: a d b c\nwaiting:\ndone:\n")
	})
	t.Run("of a card below something in the trash nobody is told", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "- [ ] a\n- [ ] h\n  - [ ] below")
		ids := b.ids()
		review := b.addColumn("Review", plan.Doing, b.column(plan.Doing))
		b.move(review, "", ids["a"], ids["below"])
		b.ok(b.DeleteItems(b.ctx(), []string{ids["h"]}))
		if c := b.ok(b.DeleteColumn(b.ctx(), review)); len(c.Items) != 1 {
			t.Fatalf("%+v", c.Items)
		}
	})
	t.Run("the last for to do, doing, waiting or done is kept, for an end it may go", func(t *testing.T) {
		b := newBundle(t)
		for _, state := range []plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done} {
			b.refused(plan.Conflict, "error.column_last")(b.DeleteColumn(b.ctx(), b.column(state)))
		}
		b.ok(b.DeleteColumn(b.ctx(), b.addColumn("", plan.Parked, "")))
		b.refused(plan.NotFound, "error.column_gone")(b.DeleteColumn(b.ctx(), "none"))
	})
}
