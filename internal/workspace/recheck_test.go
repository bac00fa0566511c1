package workspace

import (
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// asked are the titles of the items that are to be looked at again.
func (b *bundle) asked() string {
	titles := []string{}
	for _, a := range b.mirror.said {
		if a.Kind == plan.Recheck {
			titles = append(titles, b.mirror.items[a.ItemID].Title)
		}
	}
	slices.Sort(titles)
	return strings.Join(titles, " ")
}

// vision is a vision with two goals, of which one has a step; by title.
func (b *bundle) vision() map[string]string {
	b.TB.Helper()
	ids := map[string]string{}
	put := func(title, parent string, kind plan.Kind) {
		in := NewItem{Place: plan.Place{PlanID: b.plan, ParentID: ids[parent]}, Kind: kind, Title: title}
		ids[title] = b.ok(b.AddItem(b.ctx(), in)).Focus
	}
	put("Far", "", plan.Vision)
	put("Near", "Far", plan.Goal)
	put("Nearer", "Far", plan.Goal)
	put("Walk", "Near", plan.Step)
	return ids
}

func TestRecheck(t *testing.T) {
	text := func(b *bundle, id, field, text, edit string) {
		b.TB.Helper()
		in := TextEdit{ID: id, Field: field, Text: text, Edit: edit}
		if field == "title" {
			b.ok(b.SetTitle(b.ctx(), in))
			return
		}
		b.ok(b.SetText(b.ctx(), in))
	}
	for _, field := range []string{"title", "why", "what"} {
		t.Run("another "+field+" of a vision asks for what stands right below it, in the same step", func(t *testing.T) {
			b := newBundle(t)
			ids := b.vision()
			text(b, ids["Far"], field, "The sea", "")
			if field != "title" && b.asked() != "" {
				t.Fatalf("to say it for the first time asks for %q", b.asked())
			}
			before := b.mirror.plain()
			text(b, ids["Far"], field, "The mountains", "")
			if got := b.asked(); got != "Near Nearer" {
				t.Fatalf("asked are %q", got)
			}
			if field == "title" {
				return // it was asked at the first change already
			}
			b.ok(b.Undo(b.ctx()))
			if got := b.mirror.plain(); got != before {
				t.Fatalf("undo led to\n%s\nnot to\n%s", got, before)
			}
		})
	}
	t.Run("typing asks once in a visit, and an answer holds", func(t *testing.T) {
		b := newBundle(t)
		ids := b.vision()
		for _, typed := range []string{"T", "Th", "The sea"} {
			text(b, ids["Far"], "why", typed, "first")
		}
		if got := b.asked(); got != "" {
			t.Fatalf("what is said for the first time asks for %q", got)
		}
		before := b.mirror.plain()
		for _, typed := range []string{"The sea,", "The sea, and", "The sea, and back"} {
			text(b, ids["Far"], "why", typed, "second")
		}
		if got := b.asked(); got != "Near Nearer" {
			t.Fatalf("asked are %q", got)
		}
		b.ok(b.Undo(b.ctx()))
		if got := b.mirror.plain(); got != before {
			t.Fatalf("the visit was more than one step: %s", got)
		}
		b.ok(b.Redo(b.ctx()))
		for _, a := range b.mirror.said {
			if a.Kind == plan.Recheck && a.ItemID == ids["Near"] {
				b.ok(b.RemoveAspect(b.ctx(), a.ID))
			}
		}
		if got := b.asked(); got != "Nearer" {
			t.Fatalf("after an answer %q are asked", got)
		}
	})
	t.Run("what is over, and what is no vision, asks for nothing", func(t *testing.T) {
		b := newBundle(t)
		ids := b.vision()
		b.ok(b.SetState(b.ctx(), []string{ids["Nearer"]}, plan.Done))
		text(b, ids["Near"], "title", "As near as can be", "")
		if got := b.asked(); got != "" {
			t.Fatalf("a goal asks for %q", got)
		}
		text(b, ids["Far"], "title", "Farther", "")
		text(b, ids["Far"], "notes", "a", "")
		text(b, ids["Far"], "notes", "b", "")
		if got := b.asked(); got != "As near as can be" {
			t.Fatalf("asked are %q", got)
		}
	})
	t.Run("another picture of a vision asks too, another horizon does not", func(t *testing.T) {
		b := newBundle(t)
		ids := b.vision()
		b.say(ids["Far"], plan.Outlook, plan.Body{"success": "I stand on the shore.", "horizon": 2.0, "unit": "years"})
		b.say(ids["Far"], plan.Outlook, plan.Body{"horizon": 3.0})
		if got := b.asked(); got != "" {
			t.Fatalf("asked are %q", got)
		}
		b.say(ids["Far"], plan.Outlook, plan.Body{"success": "I swim."})
		if got := b.asked(); got != "Near Nearer" {
			t.Fatalf("asked are %q", got)
		}
	})
	t.Run("a value that changes asks for what it carries; one that goes takes its questions along", func(t *testing.T) {
		b := newBundle(t)
		ids := b.vision()
		value := b.say("", plan.Value, plan.Body{"name": "Calm", "core": true})
		b.say(ids["Walk"], plan.Worth, plan.Body{"valueId": value})
		b.say(ids["Far"], plan.Worth, plan.Body{"valueId": value})
		anew := func(body plan.Body) {
			b.ok(b.SetAspect(b.ctx(), AspectEdit{ID: value, Kind: plan.Value, Body: body}))
		}
		anew(plan.Body{"words": "Nothing hurries."})
		if got := b.asked(); got != "" {
			t.Fatalf("words for the first time ask for %q", got)
		}
		before := b.mirror.plain()
		anew(plan.Body{"core": nil})
		if got := b.asked(); got != "Far Walk" {
			t.Fatalf("asked are %q", got)
		}
		b.ok(b.Undo(b.ctx()))
		if got := b.mirror.plain(); got != before {
			t.Fatalf("undo led to %s", got)
		}
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Walk"]}))
		anew(plan.Body{"name": "Quiet"})
		if got := b.asked(); got != "Far" {
			t.Fatalf("asked are %q, also in the trash", got)
		}
		b.ok(b.RemoveAspect(b.ctx(), value))
		if got := b.asked(); got != "" {
			t.Fatalf("after the value is gone %q are asked", got)
		}
	})
}
