package workspace

import (
	"testing"

	"cairn/internal/plan"
)

const lookDay = "2031-03-14"

// looked is a check-in of an item with an ending.
func looked(itemID, ending string) NewCheckin {
	return NewCheckin{Body: plan.Body{"itemId": itemID, "on": lookDay, "mood": 6.0, "ending": ending}}
}

// checkin is the one check-in that there is.
func (b *bundle) checkin() plan.Aspect {
	b.TB.Helper()
	found := []plan.Aspect{}
	for _, a := range b.mirror.said {
		if a.Kind == plan.Checkin {
			found = append(found, a)
		}
	}
	if len(found) != 1 {
		b.TB.Fatalf("there are %d check-ins", len(found))
	}
	return found[0]
}

// saidOf counts what is said of a kind.
func (b *bundle) saidOf(kind plan.AspectKind) (n int) {
	for _, a := range b.mirror.said {
		if a.Kind == kind {
			n++
		}
	}
	return n
}

func TestCheckIn(t *testing.T) {
	t.Run("keeps what was seen, measured, felt and done as one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		measure := b.say(ids["Write"], plan.Measure, plan.Body{"name": "pages", "target": 200.0})
		c := b.ok(b.CheckIn(b.ctx(), NewCheckin{
			Body: plan.Body{"planId": b.plan, "on": lookDay, "mood": 6.0, "energy": 4.0, "win": "A chapter", "ending": "keep"},
			Says: []AspectEdit{
				{ItemID: ids["Write"], Kind: plan.Entry, Body: plan.Body{"measureId": measure, "value": 40.0}},
				{ItemID: ids["Book"], Kind: plan.Rated, Body: plan.Body{"clarity": 7.0}},
				{ItemID: ids["Chapter 1"], Kind: plan.Log, Body: plan.Body{"amount": 2.0}},
			},
		}))
		if c.Undo != (plan.StepName{Op: "checkin", Kind: plan.Kind(plan.Checkin), Count: 1}) || c.Focus != b.checkin().ID {
			t.Fatalf("%+v", c)
		}
		for _, a := range c.Aspects {
			if a.Body["on"] != lookDay {
				t.Fatalf("not of its day: %+v", a)
			}
			if a.Kind == plan.Entry && a.Body["fromId"] != c.Focus {
				t.Fatalf("it is not known where it came from: %+v", a)
			}
		}
		if len(c.Aspects) != 4 {
			t.Fatalf("%+v", c.Aspects)
		}
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.said) != 1 {
			t.Fatalf("something was left: %+v", b.mirror.said)
		}
		b.ok(b.Redo(b.ctx()))
		b.checkin()
	})
	t.Run("said again of the same day is the same one, with the same entries", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		measure := b.say(ids["Write"], plan.Measure, plan.Body{"name": "pages", "target": 200.0})
		in := looked(ids["Write"], "")
		for _, value := range []float64{40, 41} {
			in.Says = []AspectEdit{{
				ItemID: ids["Write"], Kind: plan.Entry, Body: plan.Body{"measureId": measure, "value": value},
			}}
			b.ok(b.CheckIn(b.ctx(), in))
		}
		if b.checkin(); b.saidOf(plan.Entry) != 1 {
			t.Fatal("it was entered twice")
		}
	})
	for _, ending := range []string{"tweak", "pivot"} {
		t.Run("a "+ending+" keeps the plan as it was, once a day, and goes with the step", func(t *testing.T) {
			b := newBundle(t)
			ids := b.book()
			in := looked(ids["Write"], ending)
			in.Version = NewVersion{Changed: "A child came", Reason: "Less time"}
			b.ok(b.CheckIn(b.ctx(), in))
			id, _ := b.checkin().Body["versionId"].(string)
			then, err := b.Snapshot(b.ctx(), id)
			if b.must(err); len(then.Items) != 7 {
				t.Fatalf("%+v", then)
			}
			in.Version = NewVersion{}
			in.Body["win"] = "I said so"
			b.ok(b.CheckIn(b.ctx(), in))
			if b.checkin().Body["versionId"] != id {
				t.Fatal("the version was lost")
			}
			b.ok(b.Undo(b.ctx()))
			b.ok(b.Undo(b.ctx()))
			if _, err := b.Snapshot(b.ctx(), id); plan.CodeOf(err) != plan.NotFound || b.saidOf(plan.Checkin) != 0 {
				t.Fatal("it is still there", err)
			}
		})
	}
	for ending, state := range map[string]plan.State{"pause": plan.Parked, "letgo": plan.LetGo, "keep": plan.Todo} {
		t.Run(ending+" leaves what it is of "+string(state), func(t *testing.T) {
			b := newBundle(t)
			ids := b.book()
			in := looked(ids["Book"], ending)
			in.Rests = []string{ids["Write"], ids["Print"]}
			b.ok(b.CheckIn(b.ctx(), in))
			if b.item(ids["Write"]).State != state || b.item(ids["Print"]).State != state {
				t.Fatalf("%+v", b.item(ids["Write"]))
			}
			b.ok(b.Undo(b.ctx()))
			if b.item(ids["Write"]).State != plan.Todo || b.saidOf(plan.Checkin) != 0 {
				t.Fatal("something was left")
			}
		})
	}
	t.Run("is refused as a whole", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		for name, one := range map[string]struct {
			in   NewCheckin
			code plan.Code
			key  string
		}{
			"of nothing":       {NewCheckin{Body: plan.Body{"on": lookDay}}, plan.Invalid, "error.checkin_whose"},
			"of two":           {NewCheckin{Body: plan.Body{"planId": b.plan, "itemId": ids["Write"]}}, plan.Invalid, "error.checkin_whose"},
			"of a plan gone":   {NewCheckin{Body: plan.Body{"planId": "x", "on": lookDay}}, plan.NotFound, "error.plan_gone"},
			"of an item gone":  {looked("x", "keep"), plan.NotFound, "error.item_gone"},
			"of no day":        {NewCheckin{Body: plan.Body{"planId": b.plan}}, plan.Invalid, "error.date_invalid"},
			"with no reason":   {looked(ids["Write"], "pivot"), plan.Invalid, "error.version_empty"},
			"no such ending":   {looked(ids["Write"], "lost"), plan.Invalid, "error.field_unknown"},
			"what rests, gone": {NewCheckin{Body: looked(ids["Write"], "pause").Body, Rests: []string{"x"}}, plan.NotFound, "error.item_gone"},
			"another kind": {
				NewCheckin{Body: looked(ids["Write"], "").Body, Says: []AspectEdit{{ItemID: ids["Write"], Kind: plan.Aim}}},
				plan.Invalid, "error.checkin_says",
			},
		} {
			t.Run(name, func(*testing.T) { b.refused(one.code, one.key)(b.CheckIn(b.ctx(), one.in)) })
		}
	})
	t.Run("is nobody else's", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.opened(b.AddClient(b.ctx(), "Ada"))
		b.refused(plan.NotFound, "error.item_gone")(b.CheckIn(b.ctx(), looked(ids["Write"], "keep")))
	})
}
