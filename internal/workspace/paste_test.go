package workspace

import (
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestPasteText(t *testing.T) {
	t.Run("an indented list becomes items in one step", func(t *testing.T) {
		b := newBundle(t)
		c := b.paste("", "Book\n  - [x] Write #now #Ferry (due 2026-03-13)\n    > with a pen\n  - [ ] Print #ferry\n")
		b.looks(`
			vision Book
			  step Write
			  step Print
		`)
		ids := b.ids()
		first, second := b.item(ids["Write"]), b.item(ids["Print"])
		if first.State != plan.Done || first.Due != "2026-03-13" || first.Notes != "with a pen" || len(first.TagIDs) != 2 {
			t.Fatalf("%+v", first)
		}
		if len(second.TagIDs) != 1 || second.TagIDs[0] != first.TagIDs[1] || len(b.mirror.tags) != 2 {
			t.Fatalf("%+v", second)
		}
		if c.Focus != ids["Book"] || c.Undo != (plan.StepName{Op: "paste", Kind: plan.Vision, Count: 3}) {
			t.Fatalf("%+v", c)
		}
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.items)+len(b.mirror.tags) != 0 {
			t.Fatal("undo left something")
		}
	})
	t.Run("the lines stand between the neighbours of the place", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "a\nz")
		b.ok(b.PasteText(b.ctx(), Paste{Place: b.after(b.ids()["a"]), Text: "b\nc\nd"}))
		b.looks("\nvision a\nvision b\nvision c\nvision d\nvision z\n")
	})
	t.Run("lines that go behind a step below a goal are steps like it", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "dream\n  result\n    - [ ] call")
		b.ok(b.PasteText(b.ctx(), Paste{Place: b.after(b.ids()["call"]), Text: "write\n  a line"}))
		b.looks("\nvision dream\n  goal result\n    step call\n    step write\n      step a line\n")
	})
	t.Run("a kind that does not fit follows the level", func(t *testing.T) {
		b := newBundle(t)
		idea := b.ok(b.AddItem(b.ctx(), NewItem{Place: b.below(""), Kind: plan.Idea, Title: "thought"})).Focus
		b.paste(idea, "- [ ] a step")
		b.looks("\nidea thought\n  idea a step\n")
	})
	t.Run("fifty levels are kept, more than a hundred refused", func(t *testing.T) {
		b := newBundle(t)
		c := b.paste("", tower(50))
		if len(c.Items) != 50 {
			t.Fatalf("%d items", len(c.Items))
		}
		deepest := b.ids()["level 49"]
		b.refused(plan.Invalid, "error.depth")(b.PasteText(b.ctx(), Paste{Place: b.below(deepest), Text: tower(51)}))
	})
	t.Run("a tag finds the one that it was copied from, whatever joins its words", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "Book")
		two := b.ok(b.AddTag(b.ctx(), []string{b.ids()["Book"]}, "Part two")).Tags[0].ID
		b.paste("", "Write #part-two\nPrint #PART_TWO\nBind #part-three\nSell #part_three")
		ids := b.ids()
		for _, title := range []string{"Write", "Print"} {
			if got := b.item(ids[title]).TagIDs; !slices.Equal(got, []string{two}) {
				t.Errorf("%s has the tags %v, want %s", title, got, two)
			}
		}
		if got := b.tagNames(); !slices.Equal(got, []string{"Part two", "part-three"}) {
			t.Errorf("the tags are %q: a new one keeps its hyphen, and is found by the next line", got)
		}
	})
	t.Run("of two tags that are written alike, a text means the one that is called so", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "Book")
		b.ok(b.AddTag(b.ctx(), []string{b.ids()["Book"]}, "part two"))
		hyphened := b.ok(b.AddTag(b.ctx(), []string{b.ids()["Book"]}, "part-two")).Tags[0].ID
		b.paste("", "Write #part-two")
		if got := b.item(b.ids()["Write"]).TagIDs; !slices.Equal(got, []string{hyphened}) {
			t.Errorf("tags %v, want %s", got, hyphened)
		}
	})
	t.Run("a text without words is no step, a far too long one refused", func(t *testing.T) {
		b := newBundle(t)
		b.same(b.PasteText(b.ctx(), Paste{Place: b.below(""), Text: " \n\n\t\n"}))
		b.refused(plan.Invalid, "error.paste_long")(b.PasteText(b.ctx(), Paste{Place: b.below(""), Text: strings.Repeat("x\n", 10_001)}))
	})
	t.Run("a line of a hundred thousand characters keeps every one of them", func(t *testing.T) {
		b := newBundle(t)
		c := b.paste("", strings.TrimSpace(strings.Repeat("ferry ", 16_000)))
		if i := c.Items[0]; len(i.Title) > plan.MaxTitle || len(i.Notes) < 95_000 {
			t.Fatalf("%d and %d characters", len(i.Title), len(i.Notes))
		}
	})
}

// tagNames are the names of all tags, in the order of the alphabet.
func (b *bundle) tagNames() []string {
	var names []string
	for _, tag := range b.mirror.tags {
		names = append(names, tag.Name)
	}
	slices.Sort(names)
	return names
}
