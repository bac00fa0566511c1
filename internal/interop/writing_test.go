package interop

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cairn/internal/plan"

	"pgregory.net/rapid"
)

// writing is when a file of these tests is written.
func writing() time.Time { return time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC) }

// trees are the formats that write a whole plan and read it again.
func trees() []Format { return []Format{MindMap, OPML, Canvas, Markdown, Text} }

// voyage is a plan with all that an entry can say.
func voyage() []Entry {
	entries := boat()
	entries[0].Why, entries[0].What = "To be out there.\n\nAnd to come back.", "A hull, a sail & <two> \"friends\""
	entries[0].Area, entries[0].Kind = "Play", plan.Vision
	entries[1].DoneWhen, entries[1].DueKind, entries[1].Start, entries[1].Due = "It floats", plan.SoftDue, "2031-03-01", "2031-05-31"
	entries[2].SpentMin, entries[2].IsAction = 75, true
	entries[3].After[0].Days = 3
	entries[3].Notes = "  - two coats\n  - dry"
	entries[4].Serves = []string{entries[0].Key}
	entries[4].Draft = true
	entries[5].Habit = plan.Body{"time": "07:30", "target": 10.0, "unit": "minutes", "least": "one stretch"}
	entries[5].Title = "Talk about #knots"
	entries[6].Title = "[x] is no box, and (due 2031-01-01) no date"
	entries[7].Title = "- (due 2031-01-01)"
	entries[7].Tags = []string{"priority-1"}
	return entries
}

func TestWriteTrees(t *testing.T) {
	for _, format := range trees() {
		t.Run(string(format), func(t *testing.T) {
			wrote, err := format.Write("A boat & more", voyage(), writing())
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "voyage."+string(format)+".golden", string(wrote))
			read, err := Parse("voyage."+string(format), wrote, time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := showImport(read), showImport(Import{Entries: carried(format, voyage())}); got != want {
				t.Errorf("wrote\n%s\nread\n%s", want, got)
			}
		})
	}
}

// carried are entries without what a format has no words for: a list has no
// links.
func carried(format Format, entries []Entry) []Entry {
	for i := range entries {
		e := &entries[i]
		if e.sound() != nil {
			panic("an entry that is none")
		}
		if format == Markdown || format == Text {
			e.After, e.Serves = nil, nil
		}
	}
	return entries
}

// voyaging are any entries, with odd texts and links among them.
func voyaging(t *rapid.T) []Entry {
	var entries []Entry
	parents := []string{}
	for i := range rapid.IntRange(1, 20).Draw(t, "entries") {
		e := anyEntry(t)
		e.Key = fmt.Sprint("k", i)
		if i > 0 {
			e.Depth = rapid.IntRange(0, entries[i-1].Depth+1).Draw(t, "depth")
		}
		if parents = append(parents[:e.Depth], e.Key); e.Depth > 0 {
			e.Parent = parents[e.Depth-1]
		}
		e.From = rapid.SampledFrom([]string{"", "2031-01-06"}).Draw(t, "from")
		e.Title = rapid.SampledFrom([]string{"", "", "- ", "[x] ", "# ", "1. ", `\`, `\[ ] `, `\- `, "> ", "**Why:** "}).Draw(t, "begins") +
			e.Title + rapid.SampledFrom([]string{"", "", " #tag", " (due 2031-05-13)", ` \#tag`, ` \\(kind goal)`, ":", " (x)"}).Draw(t, "ends")
		e.Notes = rapid.SampledFrom([]string{"", "", "**Why:** ", `\**What:** `, "> ", "\n", " ", "a\n\n"}).Draw(t, "noted") + e.Notes
		e.Tags = append(e.Tags, rapid.SampledFrom([][]string{nil, {"part two"}, {"a, b"}, {"plain"}}).Draw(t, "tagged")...)
		if i > 0 && rapid.Bool().Draw(t, "linked") {
			e.After = []Wait{{entries[rapid.IntRange(0, i-1).Draw(t, "after")].Key, rapid.IntRange(0, 9).Draw(t, "days")}}
			e.Serves = []string{entries[rapid.IntRange(0, i-1).Draw(t, "serves")].Key}
		}
		e = sayable(e)
		if err := e.sound(); err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	(&Import{Entries: entries}).settle()
	return entries
}

// sayable is an entry without the few characters that a file of text cannot
// have, or not within a line: XML has no place for two of them, and two are
// breaks of a line to a list. A bracket within brackets is another one there.
func sayable(e Entry) Entry {
	mend := strings.NewReplacer("\uFFFE", "", "\uFFFF", "", "\u2028", "", "\u2029", "")
	for _, text := range []*string{&e.Title, &e.Notes, &e.Why, &e.What, &e.DoneWhen, &e.Area} {
		*text = mend.Replace(*text)
	}
	e.Area = strings.ReplaceAll(e.Area, "(", "")
	if e.Habit["unit"] != nil {
		e.Habit = plan.Body{"time": "07:30", "target": 12.5, "unit": "pages"}
	}
	for i, tag := range e.Tags {
		e.Tags[i] = strings.ReplaceAll(mend.Replace(tag), "(", "")
	}
	return e
}

func TestWhatATreeSaysComesBack(t *testing.T) {
	for _, format := range trees() {
		t.Run("as "+string(format), rapid.MakeCheck(func(t *rapid.T) {
			entries := voyaging(t)
			wrote, err := format.Write("Any", entries, writing())
			if err != nil {
				t.Fatal(err)
			}
			read, err := Parse("any."+string(format), wrote, time.UTC)
			if err != nil {
				t.Fatalf("%v\n%s", err, wrote)
			}
			if got, want := showImport(read), showImport(Import{Entries: carried(format, entries)}); got != want {
				t.Fatalf("wrote\n%s\nread\n%s\nby\n%s", want, got, wrote)
			}
		}))
	}
}

func TestLayOut(t *testing.T) {
	t.Run("no card lies on another one, and each stands right of the one above it", rapid.MakeCheck(func(t *rapid.T) {
		entries := voyaging(t)
		cards := layOut(entries)
		for i, a := range cards {
			if a.x != float64(entries[i].Depth)*(cardWidth+gapAcross) {
				t.Fatalf("card %d lies at %v", i, a.x)
			}
			for j, b := range cards[:i] {
				if entries[i].Depth == entries[j].Depth && a.y < b.y+b.height {
					t.Fatalf("card %d at %v lies on card %d, %v to %v", i, a.y, j, b.y, b.y+b.height)
				}
			}
		}
	}))
}

func TestProgressOf(t *testing.T) {
	at := func(depth int, kind plan.Kind, state plan.State) Entry {
		return Entry{Line: Line{Depth: depth, Kind: kind}, State: state}
	}
	for _, c := range []struct {
		name    string
		entries []Entry
		want    string
	}{
		{"a step tells for itself", []Entry{at(0, plan.Step, plan.Done)}, "-"},
		{"a mean of what stands below", []Entry{at(0, plan.Goal, plan.Todo), at(1, plan.Step, plan.Done), at(1, plan.Step, plan.Todo)}, "50% - -"},
		{"ideas and what is let go do not count", []Entry{
			at(0, plan.Goal, plan.Todo), at(1, plan.Idea, plan.Todo), at(1, plan.Step, plan.LetGo), at(1, plan.Step, plan.Done),
		}, "100% - - -"},
		{"decisions count where there is nothing else", []Entry{
			at(0, plan.Vision, plan.Todo), at(1, plan.Goal, plan.Todo), at(2, plan.Decision, plan.Done), at(1, plan.Decision, plan.Todo),
		}, "100% 100% - -"},
		{"what goes by a measure is not told, nor what is above it", []Entry{
			at(0, plan.Vision, plan.Todo), {Line: Line{Depth: 1, Kind: plan.Goal}, Measured: true}, at(2, plan.Step, plan.Done),
		}, "- - -"},
		{"a goal without steps is nothing done", []Entry{at(0, plan.Vision, plan.Todo), at(1, plan.Goal, plan.Todo), at(1, plan.Goal, plan.Done)}, "50% - -"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, share := range progressOf(c.entries) {
				one := "-"
				if share >= 0 {
					one = percent(share)
				}
				got = append(got, one)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}
