package workspace

import (
	"testing"

	"cairn/internal/plan"
)

func TestSetKind(t *testing.T) {
	t.Run("what stands below follows", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.SetKind(b.ctx(), []string{ids["Write"]}, plan.Step))
		b.looks(`
			vision Book
			  step Write
			    step Draft
			      step Chapter 1
			      step Chapter 2
			  goal Print
			    milestone Proof
		`)
		if len(c.Items) != 2 || c.Undo.Kind != plan.Step {
			t.Fatalf("%d items, %+v", len(c.Items), c.Undo)
		}
	})
	t.Run("what lies in the trash follows too, unseen", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		c := b.ok(b.SetKind(b.ctx(), []string{ids["Book"]}, plan.Goal))
		if len(c.Items) != 3 {
			t.Fatalf("%d items came", len(c.Items))
		}
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
		b.looks(`
			goal Book
			  milestone Write
			    step Draft
			      step Chapter 1
			      step Chapter 2
			  milestone Print
			    step Proof
		`)
	})
	t.Run("a parent and a child can become the same kind at once", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.SetKind(b.ctx(), []string{ids["Chapter 1"], ids["Draft"], ids["Write"]}, plan.Idea))
		b.looks(`
			vision Book
			  idea Write
			    idea Draft
			      idea Chapter 1
			      idea Chapter 2
			  goal Print
			    milestone Proof
		`)
	})
	t.Run("a kind that does not fit is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.refused(plan.Invalid, "error.vision_below")(b.SetKind(b.ctx(), []string{ids["Write"]}, plan.Vision))
		b.refused(plan.Invalid, "error.below_milestone")(b.SetKind(b.ctx(), []string{ids["Chapter 1"]}, plan.Goal))
		b.refused(plan.Invalid, "error.kind_unknown")(b.SetKind(b.ctx(), []string{ids["Write"]}, "dream"))
		b.refused(plan.NotFound, "error.item_gone")(b.SetKind(b.ctx(), []string{ids["Write"], "nothing"}, plan.Step))
	})
	t.Run("the kind it has is no step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.same(b.SetKind(b.ctx(), []string{ids["Write"], ids["Print"]}, plan.Goal))
	})
}

func TestRaiseItem(t *testing.T) {
	t.Run("becomes a goal behind what it stood below, in one step that can be taken back", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		was := b.mirror.outline(b.plan)
		c := b.ok(b.RaiseItem(b.ctx(), ids["Chapter 1"], plan.Goal))
		b.looks(`
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter 2
			    goal Chapter 1
			  goal Print
			    milestone Proof
		`)
		if c.Undo != (plan.StepName{Op: "kind", Kind: plan.Goal, Count: 1}) {
			t.Fatalf("%+v", c.Undo)
		}
		b.ok(b.Undo(b.ctx()))
		if got := b.mirror.outline(b.plan); got != was {
			t.Fatal(got)
		}
	})
	t.Run("stays where it is when it may be one there", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.RaiseItem(b.ctx(), ids["Print"], plan.Milestone))
		b.looks(`
			vision Book
			  goal Write
			    milestone Draft
			      step Chapter 1
			      step Chapter 2
			  milestone Print
			    step Proof
		`)
	})
	t.Run("what is not there, and no kind, are refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.refused(plan.NotFound, "error.item_gone")(b.RaiseItem(b.ctx(), "nothing", plan.Goal))
		b.refused(plan.Invalid, "error.kind_unknown")(b.RaiseItem(b.ctx(), ids["Draft"], "dream"))
	})
}
