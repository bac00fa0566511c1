package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestAddItem(t *testing.T) {
	t.Run("kinds follow the level", func(t *testing.T) {
		b := newBundle(t)
		id := ""
		for _, title := range []string{"Book", "Write", "Draft", "Chapter", "Page"} {
			id = b.add(title, id)
		}
		b.looks(`
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter
			        step Page
		`)
	})
	t.Run("a new item stands right after the one named, or first", func(t *testing.T) {
		b := newBundle(t)
		one := b.add("one", "")
		b.add("three", "")
		b.ok(b.AddItem(b.ctx(), NewItem{Place: b.after(one), Title: "two"}))
		b.ok(b.AddItem(b.ctx(), NewItem{Place: b.below(""), Title: "zero"}))
		b.looks(`
			vision zero
			vision one
			vision two
			vision three
		`)
	})
	t.Run("it is as it was asked for, and the answer has the focus on it", func(t *testing.T) {
		b := newBundle(t)
		c := b.ok(b.AddItem(b.ctx(), NewItem{Place: b.below(""), Kind: plan.Step, Title: " Ten\nminutes ", EstimateMin: 10}))
		i := b.item(c.Focus)
		if i.Kind != plan.Step || i.Title != "Ten minutes" || i.EstimateMin != 10 || i.State != plan.Todo || i.TagIDs == nil {
			t.Fatalf("%+v", i)
		}
		if c.Undo != (plan.StepName{Op: "add", Kind: plan.Step, Count: 1}) || i.CreatedAt == "" || i.CreatedAt != i.ChangedAt {
			t.Fatalf("%+v %+v", c.Undo, i)
		}
	})
	t.Run("a parent names the plan, whatever the place says", func(t *testing.T) {
		b := newBundle(t)
		parent := b.add("Book", "")
		c := b.ok(b.AddItem(b.ctx(), NewItem{Place: plan.Place{ParentID: parent}, Title: "Write"}))
		if b.item(c.Focus).PlanID != b.plan {
			t.Fatal("it is in no plan")
		}
	})
	t.Run("thousands of items at one place stay in order", func(t *testing.T) {
		b := newBundle(t)
		first, last := b.add("first", ""), b.add("last", "")
		for range 300 {
			if _, err := b.AddItem(b.ctx(), NewItem{Place: plan.Place{PlanID: b.plan, AfterID: first}, Title: "between"}); err != nil {
				t.Fatal(err)
			}
		}
		b.mirror = newMirror(b.loaded())
		all := b.mirror.children(b.plan, "")
		if len(all) != 302 || all[0].ID != first || all[301].ID != last {
			t.Fatal("they are out of order")
		}
		for i, item := range all {
			if len(item.Rank) > plan.MaxRank || i > 0 && item.Rank <= all[i-1].Rank {
				t.Fatalf("rank %d is %s", i, item.Rank)
			}
		}
	})
	t.Run("what does not fit is refused and nothing changes", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		at := b.below("")
		b.refused(plan.Invalid, "error.title_empty")(b.AddItem(b.ctx(), NewItem{Place: at, Title: " \n\x00 "}))
		b.refused(plan.Invalid, "error.title_long")(b.AddItem(b.ctx(), NewItem{Place: at, Title: strings.Repeat("x", 100_000)}))
		b.refused(plan.Invalid, "error.kind_unknown")(b.AddItem(b.ctx(), NewItem{Place: at, Title: "x", Kind: "dream"}))
		b.refused(plan.Invalid, "error.estimate_range")(b.AddItem(b.ctx(), NewItem{Place: at, Title: "x", EstimateMin: -1}))
		b.refused(plan.Invalid, "error.vision_below")(b.AddItem(b.ctx(), NewItem{Place: b.below(ids["Write"]), Title: "x", Kind: plan.Vision}))
		b.refused(plan.NotFound, "error.plan_gone")(b.AddItem(b.ctx(), NewItem{Place: plan.Place{PlanID: "nowhere"}, Title: "x"}))
		b.refused(plan.NotFound, "error.item_gone")(b.AddItem(b.ctx(), NewItem{Place: b.below("nothing"), Title: "x"}))
		b.refused(plan.NotFound, "error.item_gone")(b.AddItem(b.ctx(), NewItem{
			Place: plan.Place{PlanID: b.plan, AfterID: ids["Draft"]}, Title: "not its sibling",
		}))
	})
	t.Run("a plan goes a hundred levels deep and no deeper", func(t *testing.T) {
		b := newBundle(t)
		lines := []string{}
		for i := range plan.MaxDepth {
			lines = append(lines, strings.Repeat("\t", i)+"level")
		}
		deepest := b.paste("", strings.Join(lines, "\n")).Items[plan.MaxDepth-1]
		b.refused(plan.Invalid, "error.depth")(b.AddItem(b.ctx(), NewItem{Place: b.below(deepest.ID), Title: "x"}))
	})
}
