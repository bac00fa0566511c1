package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
)

// opened is the answer of opening a client, which the page starts anew from.
func (b *bundle) opened(c plan.Changes, err error) plan.Changes {
	b.TB.Helper()
	if err != nil {
		b.TB.Fatal(err)
	}
	b.mirror = newMirror(c)
	b.agrees()
	return c
}

func TestOpen(t *testing.T) {
	t.Run("a new vault has one client with the eight life areas", func(t *testing.T) {
		b := newBundle(t)
		c := b.loaded()
		if len(c.Clients) != 1 || c.Clients[0].Name != "Me" || len(c.Areas) != 8 {
			t.Fatalf("%+v", c)
		}
		for i, a := range c.Areas {
			if a.Hue != hues[i] || !strings.EqualFold(a.Name, a.Hue) { // in English the names are the keys
				t.Fatalf("%+v", a)
			}
		}
	})
	t.Run("the same vault again has the same client", func(t *testing.T) {
		b := newBundle(t)
		before := b.mirror.text()
		b.restart()
		if b.mirror.text() != before {
			t.Fatal("something changed")
		}
	})
}

func TestAddClient(t *testing.T) {
	t.Run("is open at once and after a restart, the first in the list", func(t *testing.T) {
		b := newBundle(t)
		c := b.opened(b.AddClient(b.ctx(), " Ada\n"))
		if c.Clients[0].Name != "Ada" || len(c.Clients) != 2 || len(c.Plans) != 0 || len(c.Areas) != 8 || c.Show != "" {
			t.Fatalf("%+v", c)
		}
		b.restart()
		if got := b.loaded(); got.Clients[0] != c.Clients[0] {
			t.Fatalf("%+v is open", got.Clients[0])
		}
	})
	t.Run("a name that shows nothing is refused", func(t *testing.T) {
		b := newBundle(t)
		b.refused(plan.Invalid, "error.title_empty")(b.AddClient(b.ctx(), "\u200b"))
	})
}

func TestOpenClient(t *testing.T) {
	t.Run("brings the client's own things and the plan shown last", func(t *testing.T) {
		b := newBundle(t)
		me := b.loaded().Clients[0].ID
		ada := b.opened(b.AddClient(b.ctx(), "Ada")).Clients[0].ID
		b.opened(b.OpenClient(b.ctx(), me))
		b.book()
		before := b.mirror.text()
		b.opened(b.OpenClient(b.ctx(), ada))
		if len(b.mirror.items)+len(b.mirror.plans) != 0 {
			t.Fatal("she sees what is not hers")
		}
		b.opened(b.OpenClient(b.ctx(), me))
		if b.mirror.text() != before {
			t.Fatal("something changed")
		}
	})
	t.Run("one that is not there is refused, and the other stays open", func(t *testing.T) {
		b := newBundle(t)
		b.refused(plan.NotFound, "error.client_gone")(b.OpenClient(b.ctx(), "nobody"))
	})
	t.Run("nothing of another client can be reached", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		columns := b.mirror.columns(b.plan)
		theirs, area := b.plan, b.loaded().Areas[0].ID
		tag := b.ok(b.AddTag(b.ctx(), []string{ids["Write"]}, "now")).Tags[0].ID
		link := b.ok(b.AddLink(b.ctx(), ids["Draft"], ids["Proof"], plan.After)).Links[0].ID
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		b.opened(b.AddClient(b.ctx(), "Ada"))
		b.plan = b.ok(b.AddPlan(b.ctx(), "Hers", plan.Me)).Show
		mine := []string{b.add("mine", "")}
		other := []string{ids["Write"]}
		item, planGone := b.refused(plan.NotFound, "error.item_gone"), b.refused(plan.NotFound, "error.plan_gone")
		item(b.AddItem(b.ctx(), NewItem{Place: plan.Place{PlanID: b.plan, ParentID: other[0]}, Title: "x"}))
		item(b.SetTitle(b.ctx(), TextEdit{ID: other[0], Text: "x"}))
		item(b.SetText(b.ctx(), TextEdit{ID: other[0], Field: "why", Text: "x"}))
		item(b.MoveItems(b.ctx(), Move{IDs: other, Place: b.below("")}))
		item(b.MoveItems(b.ctx(), Move{IDs: mine, Place: plan.Place{ParentID: other[0]}}))
		item(b.CopyItems(b.ctx(), Move{IDs: other, Place: b.below("")}))
		item(b.SetState(b.ctx(), append(other, mine...), plan.Done))
		item(b.SetKind(b.ctx(), other, plan.Step))
		item(b.AddTag(b.ctx(), other, "x"))
		item(b.DeleteItems(b.ctx(), other))
		item(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Print"]}}))
		item(b.AddLink(b.ctx(), mine[0], other[0], plan.Serves))
		planGone(b.MoveItems(b.ctx(), Move{IDs: mine, Place: plan.Place{PlanID: theirs}}))
		planGone(b.PasteText(b.ctx(), Paste{Place: plan.Place{PlanID: theirs}, Text: "x"}))
		column := b.refused(plan.NotFound, "error.column_gone")
		column(b.MoveCards(b.ctx(), CardMove{IDs: mine, ColumnID: columns[0].ID}))
		column(b.SetColumn(b.ctx(), ColumnEdit{ID: columns[0].ID, State: plan.Todo}))
		column(b.MoveColumn(b.ctx(), columns[0].ID, ""))
		column(b.DeleteColumn(b.ctx(), columns[0].ID))
		planGone(b.AddColumn(b.ctx(), NewColumn{PlanID: theirs, State: plan.Todo}))
		planGone(b.RenamePlan(b.ctx(), theirs, "x"))
		planGone(b.SetPlanSubject(b.ctx(), theirs, plan.Pet))
		planGone(b.OpenPlan(b.ctx(), theirs))
		b.refused(plan.NotFound, "error.tag_gone")(b.RemoveTag(b.ctx(), mine, tag))
		b.refused(plan.NotFound, "error.area_gone")(b.SetArea(b.ctx(), mine, area))
		b.refused(plan.NotFound, "error.link_gone")(b.RemoveLink(b.ctx(), link))
		if err := b.SavePlace(b.ctx(), theirs, "outline", "{}"); plan.CodeOf(err) != plan.NotFound {
			t.Fatal(err)
		}
	})
}
