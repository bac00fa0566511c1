package workspace

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// say says something and tells which aspect it is.
func (b *bundle) say(itemID string, kind plan.AspectKind, body plan.Body) string {
	b.TB.Helper()
	return b.ok(b.SetAspect(b.ctx(), AspectEdit{ItemID: itemID, Kind: kind, Body: body})).Focus
}

// names are the names of the aspects of a kind, in their order.
func (b *bundle) names(kind plan.AspectKind) string {
	said := slices.Collect(maps.Values(b.mirror.said))
	slices.SortFunc(said, func(a, b plan.Aspect) int { return strings.Compare(a.Rank, b.Rank) })
	names := []string{}
	for _, a := range said {
		if name, ok := a.Body["name"].(string); ok && a.Kind == kind {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

func TestSetAspect(t *testing.T) {
	t.Run("a goal has one aim, whose fields are said one by one", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		first := b.say(ids["Write"], plan.Aim, plan.Body{"statement": "A book that I would sign"})
		second := b.say(ids["Write"], plan.Aim, plan.Body{"sort": "open", "importance": 8.0})
		want := plan.Body{"statement": "A book that I would sign", "sort": "open", "importance": 8.0}
		if got := b.mirror.said[first].Body; first != second || !maps.Equal(got, want) {
			t.Fatalf("%s is no %s, or says %v", first, second, got)
		}
		b.say(ids["Write"], plan.Aim, plan.Body{"sort": "", "importance": nil})
		if got := b.mirror.said[first].Body; len(got) != 1 {
			t.Fatalf("what was taken back is still there: %v", got)
		}
		b.ok(b.Undo(b.ctx()))
		if got := b.mirror.said[first].Body; !maps.Equal(got, want) {
			t.Fatalf("undo left %v", got)
		}
	})
	t.Run("whom it speaks of is found by the name, or made in the same step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		part := func(item, name, part string) plan.Aspect {
			c := b.ok(b.SetAspect(b.ctx(), AspectEdit{
				ItemID: ids[item], Kind: plan.Part, Name: name, Body: plan.Body{"part": part},
			}))
			return b.mirror.said[c.Focus]
		}
		first, second := part("Write", " Ada ", "helps"), part("Draft", "ada", "told")
		if got := b.names(plan.Person); got != "Ada" || first.Body["personId"] != second.Body["personId"] {
			t.Fatalf("%q are known, of whom %v and %v speak", got, first.Body, second.Body)
		}
		b.refused(plan.Invalid, "error.title_empty")(b.SetAspect(b.ctx(), AspectEdit{
			ItemID: ids["Write"], Kind: plan.Part, Name: " ",
		}))
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.said) != 0 {
			t.Fatalf("two steps back there is %v", b.mirror.said)
		}
	})
	t.Run("what is typed in one visit is one step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		for _, text := range []string{"A b", "A bo", "A book"} {
			b.ok(b.SetAspect(b.ctx(), AspectEdit{
				ItemID: ids["Write"], Kind: plan.Aim, Body: plan.Body{"statement": text}, Edit: "visit",
			}))
		}
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.said) != 0 {
			t.Fatalf("undo left %v", b.mirror.said)
		}
	})
	t.Run("a life area is rated once for each day, and has one scene", func(t *testing.T) {
		b := newBundle(t)
		first := b.say("", plan.Rating, plan.Body{"areaId": "a", "on": "2026-03-10", "today": 4.0})
		again := b.say("", plan.Rating, plan.Body{"areaId": "a", "on": "2026-03-10", "desired": 8.0})
		area := b.say("", plan.Rating, plan.Body{"areaId": "b", "on": "2026-03-10", "today": 4.0})
		day := b.say("", plan.Rating, plan.Body{"areaId": "a", "on": "2026-03-11", "today": 5.0})
		if again != first || area == first || day == first || b.mirror.said[first].Body["desired"] != 8.0 {
			t.Fatalf("%s, %s, %s, %s: %v", first, again, area, day, b.mirror.said[first].Body)
		}
		b.refused(plan.Invalid, "error.date_invalid")(b.SetAspect(b.ctx(), AspectEdit{
			Kind: plan.Rating, Body: plan.Body{"areaId": "a", "today": 4.0},
		}))
		scene := b.say("", plan.Scene, plan.Body{"areaId": "a", "today": "Loud."})
		if other := b.say("", plan.Scene, plan.Body{"areaId": "a", "desired": "Quiet."}); other != scene {
			t.Fatalf("%s and %s", scene, other)
		}
	})
	t.Run("a routine has one log for each day", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		first := b.say(ids["Write"], plan.Log, plan.Body{"on": "2026-03-10", "amount": 22.0})
		same := b.say(ids["Write"], plan.Log, plan.Body{"on": "2026-03-10", "note": "at dawn"})
		other := b.say(ids["Write"], plan.Log, plan.Body{"on": "2026-03-11", "skipped": true})
		want := plan.Body{"on": "2026-03-10", "amount": 22.0, "note": "at dawn"}
		if first != same || first == other || !maps.Equal(b.mirror.said[first].Body, want) {
			t.Fatalf("%s, %s and %s say %v", first, same, other, b.mirror.said)
		}
		b.refused(plan.Invalid, "error.date_invalid")(b.SetAspect(b.ctx(), AspectEdit{
			ItemID: ids["Write"], Kind: plan.Log, Body: plan.Body{"amount": 1.0},
		}))
	})
	t.Run("a plan has one check-in for each day, beside those of its goals", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		first := b.say("", plan.Checkin, plan.Body{"planId": b.plan, "on": "2026-03-10", "mood": 6.0})
		same := b.say("", plan.Checkin, plan.Body{"planId": b.plan, "on": "2026-03-10", "ending": "keep"})
		goal := b.say("", plan.Checkin, plan.Body{"itemId": ids["Draft"], "on": "2026-03-10", "mood": 3.0})
		other := b.say("", plan.Checkin, plan.Body{"planId": b.plan, "on": "2026-03-17", "mood": 7.0})
		want := plan.Body{"planId": b.plan, "on": "2026-03-10", "mood": 6.0, "ending": "keep"}
		if first != same || goal == first || other == first || !maps.Equal(b.mirror.said[first].Body, want) {
			t.Fatalf("%s, %s, %s, %s: %v", first, same, goal, other, b.mirror.said[first].Body)
		}
		weekly := b.say("", plan.Rhythm, plan.Body{"planId": b.plan, "from": "2026-03-10", "every": 1.0, "unit": "weeks"})
		if again := b.say("", plan.Rhythm, plan.Body{"planId": b.plan, "every": 2.0}); again != weekly {
			t.Fatalf("a plan has two rhythms: %v", b.mirror.said)
		}
	})
	t.Run("what is said already is no step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.say(ids["Write"], plan.Aim, plan.Body{"fresh": true})
		b.same(b.SetAspect(b.ctx(), AspectEdit{ItemID: ids["Write"], Kind: plan.Aim, Body: plan.Body{"fresh": true}}))
	})
	t.Run("what cannot be is refused and changes nothing", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		set := func(in AspectEdit) (plan.Changes, error) { return b.SetAspect(b.ctx(), in) }
		aim := AspectEdit{ItemID: ids["Write"], Kind: plan.Aim}
		for _, c := range []struct {
			body plan.Body
			key  string
		}{
			{plan.Body{"importance": 11.0}, "error.ruler_range"},
			{plan.Body{"importance": 2.5}, "error.ruler_range"},
			{plan.Body{"check": "2026-02-30"}, "error.date_invalid"},
			{plan.Body{"sort": "huge"}, "error.field_unknown"},
			{plan.Body{"statement": 5.0}, "error.field_unknown"},
			{plan.Body{"colour": "blue"}, "error.field_unknown"},
		} {
			aim.Body = c.body
			b.refused(plan.Invalid, c.key)(set(aim))
		}
		b.refused(plan.Invalid, "error.number_range")(set(AspectEdit{
			ItemID: ids["Write"], Kind: plan.Measure, Body: plan.Body{"target": 1e300},
		}))
		b.refused(plan.Invalid, "error.aspect_unknown")(set(AspectEdit{ItemID: ids["Write"], Kind: "mood"}))
		b.refused(plan.Invalid, "error.aspect_unknown")(set(AspectEdit{Kind: plan.Aim}))
		b.refused(plan.Invalid, "error.aspect_unknown")(set(AspectEdit{ItemID: ids["Write"], Kind: plan.Value}))
		b.refused(plan.NotFound, "error.item_gone")(set(AspectEdit{ItemID: "x", Kind: plan.Aim}))
		b.refused(plan.NotFound, "error.aspect_gone")(set(AspectEdit{ID: "x", ItemID: ids["Write"], Kind: plan.Aim}))
	})
}

func TestAspectsGoWithTheirItems(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	measure := b.say(ids["Draft"], plan.Measure, plan.Body{"name": "Chapters", "target": 24.0})
	b.say(ids["Draft"], plan.Entry, plan.Body{"measureId": measure, "on": "2026-03-01", "value": 3.0})
	t.Run("a copy has its own, and its entries go with its measures", func(t *testing.T) {
		c := b.ok(b.CopyItems(b.ctx(), Move{IDs: []string{ids["Draft"]}, Place: b.after(ids["Draft"])}))
		made := map[plan.AspectKind]plan.Aspect{}
		for _, a := range c.Aspects {
			made[a.Kind] = a
		}
		entry := made[plan.Entry]
		if len(c.Aspects) != 2 || entry.ItemID != c.Focus || entry.Body["measureId"] != made[plan.Measure].ID {
			t.Fatalf("%+v", c.Aspects)
		}
		b.ok(b.Undo(b.ctx()))
	})
	t.Run("they are gone with it, and back with it", func(t *testing.T) {
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		if len(b.mirror.said) != 0 {
			t.Fatalf("%v is said of nothing", b.mirror.said)
		}
		b.refused(plan.NotFound, "error.item_gone")(b.RemoveAspect(b.ctx(), measure))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Write"]}}))
		if len(b.mirror.said) != 2 {
			t.Fatalf("%v came back", b.mirror.said)
		}
	})
}

func TestMoveAspect(t *testing.T) {
	b := newBundle(t)
	honesty := b.say("", plan.Value, plan.Body{"name": "Honesty"})
	courage := b.say("", plan.Value, plan.Body{"name": "Courage", "core": true})
	b.say("", plan.Value, plan.Body{"name": "Play"})
	b.ok(b.MoveAspect(b.ctx(), courage, ""))
	if got := b.names(plan.Value); got != "Courage Honesty Play" {
		t.Error(got)
	}
	b.ok(b.MoveAspect(b.ctx(), courage, honesty))
	if got := b.names(plan.Value); got != "Honesty Courage Play" {
		t.Error(got)
	}
	b.refused(plan.NotFound, "error.aspect_gone")(b.MoveAspect(b.ctx(), courage, "x"))
	b.refused(plan.NotFound, "error.aspect_gone")(b.MoveAspect(b.ctx(), "x", ""))
	b.ok(b.RemoveAspect(b.ctx(), honesty))
	b.ok(b.Undo(b.ctx()))
	if got := b.names(plan.Value); got != "Honesty Courage Play" {
		t.Error(got)
	}
	t.Run("another client has their own", func(t *testing.T) {
		b.opened(b.AddClient(b.ctx(), "Ada"))
		b.refused(plan.NotFound, "error.aspect_gone")(b.RemoveAspect(b.ctx(), courage))
		if got := b.names(plan.Value); got != "" {
			t.Error(got)
		}
	})
}

func TestAddStepOf(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	gap := b.say(ids["Draft"], plan.Gap, plan.Body{"what": "a recorder"})
	before := b.mirror.plain()
	c := b.ok(b.AddStepOf(b.ctx(), AspectStep{ID: gap, Title: "Ask for a recorder", First: true}))
	b.ok(b.AddStepOf(b.ctx(), AspectStep{ID: gap, Title: "Buy one"}))
	b.looks(`
		vision Book
		  goal Write
		    milestone Draft
		      step Ask for a recorder
		      step Chapter 1
		      step Chapter 2
		      step Buy one
		  goal Print
		    milestone Proof
	`)
	b.ok(b.Undo(b.ctx()))
	if got := b.mirror.said[gap].Body["stepId"]; got != c.Focus {
		t.Errorf("the gap knows %v, the step is %s", got, c.Focus)
	}
	b.ok(b.Undo(b.ctx()))
	if b.mirror.plain() != before {
		t.Errorf("two steps back it is\n%s", b.mirror.plain())
	}
	b.ok(b.DeleteItems(b.ctx(), []string{ids["Chapter 2"]}))
	b.ok(b.AddStepOf(b.ctx(), AspectStep{ID: gap, Title: "Buy one"})) // behind the last that is not in the trash
	b.refused(plan.Invalid, "error.title_empty")(b.AddStepOf(b.ctx(), AspectStep{ID: gap, Title: " "}))
	b.refused(plan.NotFound, "error.aspect_gone")(b.AddStepOf(b.ctx(), AspectStep{ID: "x", Title: "Ask"}))
}

func TestAddItemOf(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	ferries := b.say("", plan.Interest, plan.Body{"words": "Old ferries"})
	before, said := b.mirror.plain(), b.mirror.said[ferries]
	in := AspectItem{ID: ferries, Place: b.after(ids["Book"]), Kind: plan.Vision}
	c := b.ok(b.AddItemOf(b.ctx(), in))
	if made := b.item(c.Focus); made.Title != "Old ferries" || made.Kind != plan.Vision {
		t.Errorf("it became %+v", made)
	}
	if got := b.mirror.said[ferries].Body["madeId"]; got != c.Focus {
		t.Errorf("it knows %v, the vision is %s", got, c.Focus)
	}
	b.ok(b.Undo(b.ctx()))
	if b.mirror.plain() != before || len(b.mirror.said[ferries].Body) != len(said.Body) {
		t.Errorf("one step back it is\n%s and %v", b.mirror.plain(), b.mirror.said[ferries])
	}
	in.ID = b.say("", plan.Value, plan.Body{"name": "Calm"})
	b.refused(plan.Invalid, "error.field_unknown")(b.AddItemOf(b.ctx(), in))
	in.ID = "x"
	b.refused(plan.NotFound, "error.aspect_gone")(b.AddItemOf(b.ctx(), in))
}

func TestPickFor(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	two := []string{ids["Chapter 1"], ids["Chapter 2"]}
	on := func() string {
		days := []string{}
		for _, id := range two {
			day := "none"
			for _, a := range b.mirror.said {
				if text, picked := a.Body["on"].(string); a.ItemID == id && picked {
					day = text
				}
			}
			days = append(days, day)
		}
		return strings.Join(days, " ")
	}
	b.ok(b.PickFor(b.ctx(), two, "2026-03-04"))
	if on() != "2026-03-04 2026-03-04" || b.mirror.undo.Count != 2 {
		t.Fatalf("they are chosen for %s, by %+v", on(), b.mirror.undo)
	}
	b.same(b.PickFor(b.ctx(), two, "2026-03-04"))
	b.ok(b.PickFor(b.ctx(), two[:1], ""))
	if on() != "none 2026-03-04" {
		t.Fatalf("they are chosen for %s", on())
	}
	b.refused(plan.Invalid, "error.date_invalid")(b.PickFor(b.ctx(), two, "2026-02-30"))
	b.refused(plan.NotFound, "error.item_gone")(b.PickFor(b.ctx(), append(two, "x"), "2026-03-05"))
	for range 2 {
		b.ok(b.Undo(b.ctx()))
	}
	if on() != "none none" {
		t.Fatalf("undo left them chosen for %s", on())
	}
}

func TestCommit(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	id := ids["Chapter 1"]
	promise := func() plan.Body {
		for _, a := range b.mirror.said {
			if a.Kind == plan.Promise {
				return a.Body
			}
		}
		return nil
	}
	b.ok(b.SetDue(b.ctx(), []string{id}, "2026-03-20"))
	b.ok(b.Commit(b.ctx(), Promise{ItemID: id, Day: "2026-03-10", Time: "17:00", Zone: "Europe/Oslo", Strength: 8}))
	first := promise()
	if first["on"] != "2026-03-10" || first["time"] != "17:00" || first["strength"] != 8.0 || first["at"] == "" {
		t.Fatalf("the promise is %v", first)
	}
	if i := b.item(id); i.Due != "2026-03-10" || i.FirstDue != "2026-03-10" {
		t.Errorf("due %s, first %s", i.Due, i.FirstDue)
	}
	b.ok(b.Commit(b.ctx(), Promise{ItemID: id, Day: "2026-03-12"}))
	if i := b.item(id); i.Due != "2026-03-12" || i.FirstDue != "2026-03-10" || promise()["time"] != nil {
		t.Errorf("later it is due %s, first %s, by %v", i.Due, i.FirstDue, promise())
	}
	b.refused(plan.Invalid, "error.date_invalid")(b.Commit(b.ctx(), Promise{ItemID: id}))
	b.refused(plan.Invalid, "error.time_invalid")(b.Commit(b.ctx(), Promise{ItemID: id, Day: "2026-03-12", Time: "25:00"}))
	b.refused(plan.Invalid, "error.ruler_range")(b.Commit(b.ctx(), Promise{ItemID: id, Day: "2026-03-12", Strength: 11}))
	for range 2 {
		b.ok(b.Undo(b.ctx()))
	}
	if i := b.item(id); promise() != nil || i.Due != "2026-03-20" || i.FirstDue != "2026-03-20" {
		t.Errorf("undo left %v, due %s, first %s", promise(), i.Due, i.FirstDue)
	}
}

func TestDecide(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	b.ok(b.SetKind(b.ctx(), []string{ids["Chapter 1"]}, plan.Decision))
	id := ids["Chapter 1"]
	choice := b.say(id, plan.Choice, plan.Body{"way": "stay", "review": "2031-03-01"})
	b.ok(b.Decide(b.ctx(), Decision{ItemID: id, Day: "2026-03-02"}))
	if b.item(id).State != plan.Done || b.mirror.said[choice].Body["decided"] != "2026-03-02" {
		t.Fatalf("%+v, %+v", b.item(id), b.mirror.said[choice])
	}
	decided := b.mirror.plain()
	b.ok(b.Reopen(b.ctx(), Decision{ItemID: id, Day: "2031-03-01", Words: "Before, it was: stay"}))
	if body := b.mirror.said[choice].Body; b.item(id).State != plan.Doing || len(body) != 1 || len(b.mirror.said) != 2 {
		t.Fatalf("%+v, %+v", b.item(id), b.mirror.said)
	}
	b.ok(b.Undo(b.ctx()))
	if b.mirror.plain() != decided {
		t.Fatalf("one step back it is\n%s", b.mirror.plain())
	}
	b.refused(plan.Invalid, "error.date_invalid")(b.Decide(b.ctx(), Decision{ItemID: id, Day: "soon"}))
	b.refused(plan.NotFound, "error.item_gone")(b.Decide(b.ctx(), Decision{ItemID: "x", Day: "2026-03-02"}))
}
