package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestAddPlan(t *testing.T) {
	t.Run("stands behind the others and is shown", func(t *testing.T) {
		b := newBundle(t)
		c := b.ok(b.AddPlan(b.ctx(), " Health ", plan.Pet))
		all := b.loaded().Plans
		if len(all) != 2 || all[1] != c.Plans[0] || all[1].Name != "Health" || all[1].Subject != plan.Pet || c.Show != all[1].ID {
			t.Fatalf("%+v", all)
		}
		if c.Undo != (plan.StepName{Op: "plan_add", Count: 1}) {
			t.Fatalf("%+v", c.Undo)
		}
	})
	t.Run("a name or subject that cannot be is refused", func(t *testing.T) {
		b := newBundle(t)
		b.refused(plan.Invalid, "error.title_empty")(b.AddPlan(b.ctx(), "", plan.Me))
		b.refused(plan.Invalid, "error.title_long")(b.AddPlan(b.ctx(), strings.Repeat("x", 101), plan.Me))
		b.refused(plan.Invalid, "error.subject_unknown")(b.AddPlan(b.ctx(), "x", "nobody"))
	})
}

func TestRenamePlan(t *testing.T) {
	b := newBundle(t)
	b.ok(b.RenamePlan(b.ctx(), b.plan, "A book"))
	b.same(b.RenamePlan(b.ctx(), b.plan, " A book"))
	b.ok(b.Undo(b.ctx()))
	if b.mirror.plans[b.plan].Name != "Publish a book" {
		t.Fatal("undo left the name")
	}
	b.refused(plan.NotFound, "error.plan_gone")(b.RenamePlan(b.ctx(), "nothing", "x"))
	b.refused(plan.Invalid, "error.title_empty")(b.RenamePlan(b.ctx(), b.plan, " "))
}

func TestSetPlanSubject(t *testing.T) {
	b := newBundle(t)
	c := b.ok(b.SetPlanSubject(b.ctx(), b.plan, plan.Pet))
	if b.mirror.plans[b.plan].Subject != plan.Pet || c.Undo != (plan.StepName{Op: "plan_subject", Count: 1}) {
		t.Fatalf("%+v", c)
	}
	b.same(b.SetPlanSubject(b.ctx(), b.plan, plan.Pet))
	b.ok(b.Undo(b.ctx()))
	if b.mirror.plans[b.plan].Subject != plan.Me {
		t.Fatal("undo left the subject")
	}
	b.refused(plan.NotFound, "error.plan_gone")(b.SetPlanSubject(b.ctx(), "nothing", plan.Pet))
	b.refused(plan.Invalid, "error.subject_unknown")(b.SetPlanSubject(b.ctx(), b.plan, "nobody"))
}

func TestOpenPlan(t *testing.T) {
	t.Run("is remembered over a restart, and no step", func(t *testing.T) {
		b := newBundle(t)
		b.ok(b.AddPlan(b.ctx(), "Health", plan.Me))
		c := b.ok(b.OpenPlan(b.ctx(), b.plan))
		if c.Show != b.plan || c.Undo.Op != "plan_add" {
			t.Fatalf("%+v", c)
		}
		b.restart()
		if b.mirror.show != b.plan {
			t.Fatal("it was forgotten")
		}
	})
	t.Run("one that is gone is refused", func(t *testing.T) {
		b := newBundle(t)
		b.refused(plan.NotFound, "error.plan_gone")(b.OpenPlan(b.ctx(), "nothing"))
	})
}

func TestPlace(t *testing.T) {
	b := newBundle(t)
	place := func(view string) string {
		t.Helper()
		places, err := b.Places(b.ctx(), b.plan)
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range places {
			if place.View == view {
				return place.Data
			}
		}
		return ""
	}
	if place("outline") != "" {
		t.Fatal("a place out of nowhere")
	}
	for _, data := range []string{`{"folded": []}`, `{"folded": ["x"]}`} {
		if err := b.SavePlace(b.ctx(), b.plan, "outline", data); err != nil {
			t.Fatal(err)
		}
		if place("outline") != data || place("mindmap") != "" {
			t.Fatal("it was not kept")
		}
	}
	b.restart()
	if place("outline") != `{"folded": ["x"]}` || b.mirror.undo.Op != "plan_add" {
		t.Fatal("it was not kept over a restart, or is a step")
	}
	for _, wrong := range []string{"", "{", "words"} {
		if err := b.SavePlace(b.ctx(), b.plan, "outline", wrong); plan.CodeOf(err) != plan.Invalid {
			t.Fatalf("%q: %v", wrong, err)
		}
	}
}
