package workspace

import (
	"strings"
	"sync"
	"testing"

	"cairn/internal/plan"
)

func TestSetTitle(t *testing.T) {
	t.Run("keeps what people really write", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		for given, want := range map[string]string{
			"מעבורת אל האי":        "מעבורת אל האי",
			"👩‍👩‍👧 ⛴️ 🏔":           "👩‍👩‍👧 ⛴️ 🏔",
			"tab\tand\r\nbreak":    "tab and break",
			"  broken \xff UTF-8 ": "broken \uFFFD UTF-8",
			`{"quoted": 'both'}`:   `{"quoted": 'both'}`,
			"%s '); DROP TABLE":    "%s '); DROP TABLE",
		} {
			b.ok(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: given}))
			if got := b.item(id).Title; got != want {
				t.Errorf("%q became %q, want %q", given, got, want)
			}
			b.ok(b.Undo(b.ctx()))
			b.ok(b.Redo(b.ctx()))
			if got := b.item(id).Title; got != want {
				t.Errorf("after undo and redo %q is %q", given, got)
			}
		}
	})
	t.Run("an empty one is refused and changes nothing", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		for _, empty := range []string{"", "   ", "\n\t", "\u200b", "\x00\x07"} {
			b.refused(plan.Invalid, "error.title_empty")(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: empty}))
		}
		b.refused(plan.Invalid, "error.title_long")(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: strings.Repeat("ä", 100_000)}))
	})
	t.Run("the same title again is no step", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		b.same(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: "Book"}))
		b.same(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: "Book", Edit: "visit"}))
	})
	t.Run("a step that changes nothing leaves what can be redone", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: "Novel"}))
		b.ok(b.Undo(b.ctx()))
		b.same(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: "Book"}))
		b.ok(b.Redo(b.ctx()))
		if b.item(id).Title != "Novel" {
			t.Fatal("it was forgotten")
		}
	})
	t.Run("typing in one visit is one step, with the making of the item", func(t *testing.T) {
		b := newBundle(t)
		c := b.ok(b.AddItem(b.ctx(), NewItem{Place: b.below(""), Title: "B", Edit: "visit 1"}))
		for _, text := range []string{"Bo", "Boo", "Book"} {
			b.ok(b.SetTitle(b.ctx(), TextEdit{ID: c.Focus, Text: text, Edit: "visit 1"}))
		}
		if b.mirror.undo != (plan.StepName{Op: "add", Kind: plan.Vision, Count: 1}) {
			t.Fatalf("undo is %+v", b.mirror.undo)
		}
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: c.Focus, Text: "Novel", Edit: "visit 2"}))
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: c.Focus, Text: "A novel", Edit: "visit 2"}))
		b.ok(b.Undo(b.ctx()))
		b.looks("\nvision Book\n")
		b.ok(b.Undo(b.ctx()))
		b.looks("")
		b.ok(b.Redo(b.ctx()))
		b.looks("\nvision Book\n")
	})
	t.Run("the same token in another field or item is another step", func(t *testing.T) {
		b := newBundle(t)
		one, two := b.add("one", ""), b.add("two", "")
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: one, Text: "1", Edit: "visit"}))
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: two, Text: "2", Edit: "visit"}))
		b.ok(b.SetText(b.ctx(), TextEdit{ID: two, Field: "notes", Text: "n", Edit: "visit"}))
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		b.looks("\nvision 1\nvision two\n")
	})
	t.Run("an item that is gone is not found", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Write"]}))
		for _, id := range []string{"", "nothing", ids["Write"], ids["Chapter 1"]} {
			b.refused(plan.NotFound, "error.item_gone")(b.SetTitle(b.ctx(), TextEdit{ID: id, Text: "x"}))
		}
	})
	t.Run("two hands on one item do one thing after the other", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		var hands sync.WaitGroup
		for _, hand := range []string{"left", "right"} {
			hands.Go(func() {
				for range 20 {
					if _, err := b.SetTitle(b.ctx(), TextEdit{ID: id, Text: hand}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		hands.Wait()
		steps := b.count(`SELECT count(*) FROM journal_step`)
		b.mirror = newMirror(b.loaded())
		for range steps {
			b.ok(b.Undo(b.ctx()))
		}
		if len(b.mirror.plans) != 0 {
			t.Fatal("undo did not lead back to the start")
		}
	})
}

func TestSetText(t *testing.T) {
	t.Run("writes each of the long texts", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		for _, field := range []string{"why", "what", "doneWhen", "notes"} {
			b.ok(b.SetText(b.ctx(), TextEdit{ID: id, Field: field, Text: field + "\n\tsecond line"}))
		}
		i := b.item(id)
		for field, got := range map[string]string{"why": i.Why, "what": i.What, "doneWhen": i.DoneWhen, "notes": i.Notes} {
			if got != field+"\n\tsecond line" {
				t.Errorf("%s is %q", field, got)
			}
		}
	})
	t.Run("an empty text is fine, the same one is no step", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		b.same(b.SetText(b.ctx(), TextEdit{ID: id, Field: "why", Text: ""}))
		b.ok(b.SetText(b.ctx(), TextEdit{ID: id, Field: "why", Text: "x"}))
		b.ok(b.SetText(b.ctx(), TextEdit{ID: id, Field: "why", Text: ""}))
		if b.item(id).Why != "" {
			t.Fatal("it is still there")
		}
	})
	t.Run("a hundred thousand characters fit, and not one more", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		b.ok(b.SetText(b.ctx(), TextEdit{ID: id, Field: "notes", Text: strings.Repeat("ß", plan.MaxText)}))
		b.refused(plan.Invalid, "error.text_long")(b.SetText(b.ctx(), TextEdit{ID: id, Field: "notes", Text: strings.Repeat("x", plan.MaxText+1)}))
	})
	t.Run("a field that does not exist is refused", func(t *testing.T) {
		b := newBundle(t)
		id := b.add("Book", "")
		b.refused(plan.Invalid, "error.field_unknown")(b.SetText(b.ctx(), TextEdit{ID: id, Field: "title", Text: "x"}))
	})
}
