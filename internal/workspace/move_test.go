package workspace

import (
	"fmt"
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestMoveItems(t *testing.T) {
	t.Run("a branch goes along and its kinds follow", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Draft"]}, Place: b.below("")}))
		b.looks(`
			vision Draft
			  step Chapter 1
			  step Chapter 2
			vision Book
			  goal Write
			  goal Print
			    milestone Proof
		`)
		if c.Focus != ids["Draft"] || c.Undo != (plan.StepName{Op: "move", Kind: plan.Milestone, Count: 1}) {
			t.Fatalf("%+v", c)
		}
		b.ok(b.Undo(b.ctx()))
		if b.item(ids["Chapter 1"]).Kind != plan.Step {
			t.Fatal("undo left the kind")
		}
	})
	t.Run("a kind that was chosen stays where it fits", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.SetKind(b.ctx(), []string{ids["Chapter 1"]}, plan.Decision))
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Chapter 1"]}, Place: b.below(ids["Print"])}))
		if b.item(ids["Chapter 1"]).Kind != plan.Decision {
			t.Fatal("it was changed")
		}
	})
	t.Run("several keep the order of the document, whatever order they are named in", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.MoveItems(b.ctx(), Move{
			IDs: []string{ids["Proof"], ids["Chapter 2"], ids["Chapter 1"], ids["Proof"]}, Place: b.below(ids["Book"]),
		}))
		b.looks(`
			vision Book
			  step Chapter 1
			  step Chapter 2
			  goal Proof
			  goal Write
			    milestone Draft
			  goal Print
		`)
	})
	t.Run("what stands below another one of them moves with it", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.MoveItems(b.ctx(), Move{
			IDs: []string{ids["Chapter 2"], ids["Write"], ids["Draft"]}, Place: b.after(ids["Print"]),
		}))
		b.looks(`
			vision Book
			  goal Print
			    milestone Proof
			  goal Write
			    milestone Draft
			      step Chapter 1
			      step Chapter 2
		`)
	})
	t.Run("behind one of those that move means behind the nearest that stays", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "a\nb\nc\nd\ne")
		ids := b.ids()
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["e"], ids["c"]}, Place: b.after(ids["c"])}))
		b.looks("\nvision a\nvision b\nvision c\nvision e\nvision d\n")
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["a"], ids["d"]}, Place: b.after(ids["a"])}))
		b.looks("\nvision a\nvision d\nvision b\nvision c\nvision e\n")
	})
	t.Run("to where they are is no step", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "a\nb\nc\nd")
		ids := b.ids()
		b.same(b.MoveItems(b.ctx(), Move{IDs: []string{ids["b"]}, Place: b.after(ids["a"])}))
		b.same(b.MoveItems(b.ctx(), Move{IDs: []string{ids["c"], ids["b"]}, Place: b.after(ids["a"])}))
		b.same(b.MoveItems(b.ctx(), Move{IDs: []string{ids["b"], ids["c"]}, Place: b.after(ids["b"])}))
		b.same(b.MoveItems(b.ctx(), Move{IDs: []string{ids["a"]}, Place: b.below("")}))
		b.same(b.MoveItems(b.ctx(), Move{Place: b.below("")}))
		b.ok(b.DeleteItems(b.ctx(), []string{ids["b"]}))
		b.same(b.MoveItems(b.ctx(), Move{IDs: []string{ids["c"]}, Place: b.after(ids["a"])}))
	})
	t.Run("into another plan, with everything below", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 1"]}))
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Write"]}, Place: plan.Place{PlanID: other}}))
		if got := b.mirror.outline(other); got != "vision Write\n  goal Draft\n    step Chapter 2\n" {
			t.Fatal(got)
		}
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Chapter 1"]}}))
		if i := b.item(ids["Chapter 1"]); i.PlanID != other || i.Kind != plan.Step {
			t.Fatalf("what lay in the trash did not go along: %+v", i)
		}
	})
	t.Run("into another plan whose kinds are the same", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		other := b.ok(b.AddPlan(b.ctx(), "Health", plan.Me)).Show
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Book"]}, Place: plan.Place{PlanID: other}}))
		b.looks("")
		if got := len(b.mirror.children(other, ids["Draft"])); got != 2 {
			t.Fatalf("%d chapters came along", got)
		}
	})
	t.Run("below itself is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		for _, parent := range []string{"Write", "Draft", "Chapter 1"} {
			b.refused(plan.Invalid, "error.below_itself")(b.MoveItems(b.ctx(), Move{
				IDs: []string{ids["Print"], ids["Write"]}, Place: b.below(ids[parent]),
			}))
		}
	})
	t.Run("below what is gone is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		for _, parent := range []string{"nothing", ids["Write"], ids["Draft"]} {
			b.refused(plan.NotFound, "error.item_gone")(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Proof"]}, Place: b.below(parent)}))
			b.refused(plan.NotFound, "error.item_gone")(b.MoveItems(b.ctx(), Move{IDs: []string{parent}, Place: b.below("")}))
		}
		b.refused(plan.NotFound, "error.plan_gone")(b.MoveItems(b.ctx(), Move{IDs: []string{ids["Proof"]}}))
	})
	t.Run("deeper than a hundred levels is refused", func(t *testing.T) {
		b := newBundle(t)
		deep := b.paste("", tower(60)).Items
		high := b.paste("", tower(50)).Items
		b.refused(plan.Invalid, "error.depth")(b.MoveItems(b.ctx(), Move{
			IDs: []string{high[0].ID}, Place: b.below(deep[50].ID),
		}))
		b.ok(b.MoveItems(b.ctx(), Move{IDs: []string{high[0].ID}, Place: b.below(deep[49].ID)}))
	})
	t.Run("two hundred at once are one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.grow(400)
		moving := []string{}
		for i := 1; i < 400; i += 2 {
			moving = append(moving, ids[i])
		}
		to := b.add("All of them", "")
		c := b.ok(b.MoveItems(b.ctx(), Move{IDs: moving, Place: b.below(to)}))
		if c.Undo.Count != 200 || len(b.mirror.children(b.plan, to)) != 200 {
			t.Fatalf("%+v", c.Undo)
		}
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.children(b.plan, to)) != 0 {
			t.Fatal("undo left some")
		}
	})
}

// tower is a text of items, each below the one before.
func tower(levels int) string {
	lines := make([]string, levels)
	for i := range lines {
		lines[i] = fmt.Sprintf("%slevel %d", strings.Repeat("\t", i), i)
	}
	return strings.Join(lines, "\n")
}

func TestSpread(t *testing.T) {
	t.Run("siblings with long ranks are spread anew, those in the trash too", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "first\ntrashed\nlast")
		ids := b.ids()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["trashed"]}))
		before, spread := b.item(ids["last"]), false
		for i := range 300 { // each right before the one before
			c := b.ok(b.AddItem(b.ctx(), NewItem{Place: b.after(ids["first"]), Title: fmt.Sprint(i)}))
			spread = spread || len(c.Items) > 1
		}
		after := b.item(ids["last"])
		if !spread || after.Rank == before.Rank || after.ChangedAt != before.ChangedAt {
			t.Fatalf("spread %v: %+v became %+v", spread, before, after)
		}
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["trashed"]}}))
		all := b.mirror.children(b.plan, "")
		if all[len(all)-2].ID != ids["trashed"] || all[0].ID != ids["first"] || all[1].Title != "299" {
			t.Fatal("they are out of order")
		}
		for i, item := range all {
			if len(item.Rank) > plan.MaxRank || i > 0 && item.Rank == all[i-1].Rank {
				t.Fatalf("rank %q", item.Rank)
			}
		}
	})
}
