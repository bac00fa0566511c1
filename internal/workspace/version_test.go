package workspace

import (
	"testing"

	"cairn/internal/plan"
)

func TestKeepVersion(t *testing.T) {
	t.Run("keeps what is in the plan, whatever becomes of it", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.say(ids["Write"], plan.Aim, plan.Body{"statement": "A book that I would sign"})
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		c := b.ok(b.KeepVersion(b.ctx(), NewVersion{PlanID: b.plan, Changed: "A child came\r\n", Reason: "Less time"}))
		version := c.Versions[0]
		if version.Changed != "A child came\n" || version.MadeAt == "" || c.Undo.Op != "version" {
			t.Fatalf("%+v", c)
		}
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Write"], Text: "Dictate"}))
		then, err := b.Snapshot(b.ctx(), version.ID)
		b.must(err)
		titles := map[string]bool{}
		for _, i := range then.Items {
			titles[i.Title] = true
		}
		if len(then.Items) != 5 || !titles["Write"] || titles["Print"] || len(then.Aspects) != 1 {
			t.Fatalf("%+v", then)
		}
	})
	t.Run("can be taken back and done again", func(t *testing.T) {
		b := newBundle(t)
		b.book()
		id := b.ok(b.KeepVersion(b.ctx(), NewVersion{PlanID: b.plan, Changed: "Rain"})).Versions[0].ID
		b.ok(b.Undo(b.ctx()))
		if _, err := b.Snapshot(b.ctx(), id); plan.CodeOf(err) != plan.NotFound {
			t.Fatal(err)
		}
		b.ok(b.Redo(b.ctx()))
		if _, err := b.Snapshot(b.ctx(), id); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("wants to know what has changed, and of which plan", func(t *testing.T) {
		b := newBundle(t)
		b.book()
		b.refused(plan.Invalid, "error.version_empty")(b.KeepVersion(b.ctx(), NewVersion{PlanID: b.plan, Changed: " \n"}))
		b.refused(plan.NotFound, "error.plan_gone")(b.KeepVersion(b.ctx(), NewVersion{PlanID: "x", Changed: "Rain"}))
	})
	t.Run("is nobody else's", func(t *testing.T) {
		b := newBundle(t)
		id := b.ok(b.KeepVersion(b.ctx(), NewVersion{PlanID: b.plan, Changed: "Rain"})).Versions[0].ID
		b.opened(b.AddClient(b.ctx(), "Ada"))
		if _, err := b.Snapshot(b.ctx(), id); plan.CodeOf(err) != plan.NotFound {
			t.Fatal(err)
		}
	})
}
