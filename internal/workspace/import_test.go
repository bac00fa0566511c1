package workspace

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// calendar is the entries of a calendar with these lines in it.
func (b *bundle) calendar(lines string) []interop.Entry {
	b.TB.Helper()
	read, err := interop.ParseCalendar([]byte("BEGIN:VCALENDAR\n"+strings.ReplaceAll(lines, "\t", "")+"\nEND:VCALENDAR\n"), time.UTC)
	if err != nil {
		b.TB.Fatal(err)
	}
	return read.Entries
}

const moored = `
	BEGIN:VTODO
	UID:boat
	SUMMARY:Moor the boat
	END:VTODO
	BEGIN:VTODO
	UID:rope
	SUMMARY:Buy rope
	RELATED-TO:boat
	DTSTART;VALUE=DATE:20310501
	DUE;VALUE=DATE:20310513
	CATEGORIES:Harbour
	STATUS:COMPLETED
	COMPLETED:20310502T101500Z
	END:VTODO
	BEGIN:VTODO
	UID:tie
	SUMMARY:Tie it
	RELATED-TO:boat
	RELATED-TO;RELTYPE=DEPENDS-ON:rope
	END:VTODO
	BEGIN:VTODO
	UID:look
	SUMMARY:Look after it
	DTSTART;VALUE=DATE:20310601
	RRULE:FREQ=WEEKLY;BYDAY=SA
	END:VTODO
	BEGIN:VEVENT
	UID:meet
	SUMMARY:Meet the harbour master
	DTSTART;TZID=Europe/Oslo:20310514T090000
	DURATION:PT20M
	END:VEVENT`

func TestImport(t *testing.T) {
	t.Run("entries stand behind all that is there, in one step that is taken back whole", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "Book\n  Write")
		last := b.add("Print", "")
		b.ok(b.DeleteItems(b.ctx(), []string{last}))
		before := b.mirror.text()
		c := b.ok(b.Import(b.ctx(), b.plan, b.calendar(moored)))
		b.looks(`
			vision Book
			  goal Write
			step Moor the boat
			  step Buy rope
			  step Tie it
			step Look after it
			step Meet the harbour master
		`)
		if c.Undo != (plan.StepName{Op: "import", Kind: plan.Step, Count: 5}) || c.Focus != b.ids()["Moor the boat"] {
			t.Fatalf("%+v", c)
		}
		b.ok(b.Undo(b.ctx()))
		b.mirror.undo, b.mirror.redo = plan.StepName{}, plan.StepName{}
		if got := b.mirror.text(); strings.Contains(got, "rope") || strings.Count(got, "\n") != strings.Count(before, "\n") {
			t.Fatalf("undo left something:\n%s", got)
		}
	})
	t.Run("dates, tags, waits, routines and committed times come along", func(t *testing.T) {
		b := newBundle(t)
		b.ok(b.Import(b.ctx(), b.plan, b.calendar(moored)))
		ids := b.ids()
		rope := b.item(ids["Buy rope"])
		if rope.State != plan.Done || rope.DoneAt != "2031-05-02T10:15:00.000Z" || rope.Start != "2031-05-01" || rope.Due != "2031-05-13" || len(rope.TagIDs) != 1 {
			t.Errorf("%+v", rope)
		}
		for _, link := range b.mirror.links {
			if link.FromID != ids["Tie it"] || link.ToID != rope.ID || link.Kind != plan.After {
				t.Errorf("%+v", link)
			}
		}
		said := map[string]plan.Body{}
		for _, a := range b.mirror.said {
			said[b.item(a.ItemID).Title+" "+string(a.Kind)] = a.Body
		}
		look, meet := said["Look after it routine"], said["Meet the harbour master promise"]
		if look["rule"] != "FREQ=WEEKLY;BYDAY=SA" || look["from"] != "2031-06-01" {
			t.Errorf("%v", look)
		}
		if meet["on"] != "2031-05-14" || meet["time"] != "09:00" || meet["zone"] != "Europe/Oslo" {
			t.Errorf("%v", meet)
		}
		if len(b.mirror.links) != 1 || len(said) != 2 {
			t.Errorf("%d links, %v", len(b.mirror.links), said)
		}
	})
	t.Run("nothing is no step, and a plan of another client is not there", func(t *testing.T) {
		b := newBundle(t)
		b.same(b.Import(b.ctx(), b.plan, nil))
		entries, own := b.calendar(moored), b.plan
		if _, err := b.AddClient(b.ctx(), "Kari"); err != nil {
			t.Fatal(err)
		}
		b.mirror = newMirror(b.loaded())
		b.refused(plan.NotFound, "error.plan_gone")(b.Import(b.ctx(), own, entries))
		if _, err := b.Export(b.ctx(), Leaving{PlanID: own, Format: interop.MindMap}); plan.CodeOf(err) != plan.NotFound {
			t.Errorf("the mind map of another client: %v", err)
		}
	})
}

// area is the id of the first life area of the open client, by name.
func (b *bundle) area() string {
	areas := slices.SortedFunc(maps.Values(b.mirror.areas), func(x, y plan.Area) int { return strings.Compare(x.Name, y.Name) })
	return areas[0].ID
}

func TestExport(t *testing.T) {
	for _, format := range interop.Formats() {
		t.Run("what goes out as "+string(format)+" comes in again as it was", func(t *testing.T) {
			b := newBundle(t)
			b.ok(b.Import(b.ctx(), b.plan, b.calendar(moored)))
			b.ok(b.SetArea(b.ctx(), []string{b.ids()["Tie it"]}, b.area()))
			want := b.mirror.outline(b.plan)
			wrote, err := b.Export(b.ctx(), Leaving{PlanID: b.plan, Format: format})
			if err != nil || wrote.Name != "Publish a book" {
				t.Fatalf("%q, %v", wrote.Name, err)
			}
			out, err := interop.Parse("a."+string(format), wrote.Raw, time.UTC)
			if err != nil || len(out.Remarks) > 0 {
				t.Fatalf("%+v, %v", out.Remarks, err)
			}
			b.plan = b.ok(b.AddPlan(b.ctx(), "A second", plan.Me)).Plans[0].ID
			b.ok(b.Import(b.ctx(), b.plan, out.Entries))
			b.looks("\n" + want)
		})
	}
	t.Run("links, a life area and all that an item says go along with a mind map", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "Book\n  Write\n    Draft\n      Chapter\n  Print\n    Proof")
		ids, area := b.ids(), b.area()
		b.ok(b.SetArea(b.ctx(), []string{ids["Draft"]}, area))
		link := b.ok(b.AddLink(b.ctx(), ids["Proof"], ids["Draft"], plan.After)).Links[0].ID
		b.ok(b.SetLag(b.ctx(), link, 3))
		b.ok(b.AddLink(b.ctx(), ids["Chapter"], ids["Print"], plan.Serves))
		b.ok(b.SetDates(b.ctx(), []plan.Dates{{ID: ids["Draft"], Start: "2031-05-01", Due: "2031-05-31", Kind: plan.SoftDue}}))
		b.ok(b.SetSpent(b.ctx(), []string{ids["Chapter"]}, 75))
		b.say(ids["Chapter"], plan.Routine, plan.Body{"rule": "FREQ=DAILY", "from": "2031-05-01", "time": "07:30", "target": 10.0, "unit": "pages"})
		wrote, err := b.Export(b.ctx(), Leaving{PlanID: b.plan, Format: interop.MindMap})
		if err != nil {
			t.Fatal(err)
		}
		read, err := interop.Parse("a.mm", wrote.Raw, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		b.plan = b.ok(b.AddPlan(b.ctx(), "A second", plan.Me)).Plans[0].ID
		c := b.ok(b.Import(b.ctx(), b.plan, read.Entries))
		items := map[string]plan.Item{}
		for _, i := range c.Items {
			items[i.Title] = i
		}
		draft := items["Draft"]
		if draft.AreaID != area || draft.DueKind != plan.SoftDue || draft.Start != "2031-05-01" || items["Chapter"].SpentMin != 75 {
			t.Errorf("%+v, %+v", draft, items["Chapter"])
		}
		for _, l := range c.Links {
			after := l.Kind == plan.After && l.FromID == items["Proof"].ID && l.ToID == draft.ID && l.Lag == 3
			serves := l.Kind == plan.Serves && l.FromID == items["Chapter"].ID && l.ToID == items["Print"].ID && l.Lag == 0
			if !after && !serves {
				t.Errorf("%+v", l)
			}
		}
		if len(c.Links) != 2 || len(c.Aspects) != 1 {
			t.Fatalf("%d links, %d aspects", len(c.Links), len(c.Aspects))
		}
		if said := c.Aspects[0].Body; said["time"] != "07:30" || said["target"] != 10.0 || said["unit"] != "pages" || said["from"] != "2031-05-01" {
			t.Errorf("%v", said)
		}
	})
	t.Run("a branch goes out alone, under its own name", func(t *testing.T) {
		b := newBundle(t)
		b.paste("", "Book\n  Write\n    Draft\n  Print")
		what := Leaving{PlanID: b.plan, Branch: b.ids()["Write"], Format: interop.Text}
		wrote, err := b.Export(b.ctx(), what)
		if err != nil || wrote.Name != "Write" || string(wrote.Raw) != "Write (kind goal)\n\tDraft\n" {
			t.Errorf("%q %q, %v", wrote.Name, wrote.Raw, err)
		}
		what.Branch = "elsewhere"
		if _, err := b.Export(b.ctx(), what); plan.CodeOf(err) != plan.NotFound {
			t.Errorf("a branch that is not there: %v", err)
		}
	})
	t.Run("a life area that the client has not comes in as a tag", func(t *testing.T) {
		b := newBundle(t)
		entries := b.calendar(moored)
		entries[0].Area = "Seafaring"
		c := b.ok(b.Import(b.ctx(), b.plan, entries))
		item := b.item(b.ids()["Moor the boat"])
		if item.AreaID != "" || len(item.TagIDs) != 1 || len(c.Tags) != 2 {
			t.Errorf("%+v, %+v", item, c.Tags)
		}
	})
}

// BenchmarkImport brings a mind map of ten thousand items in, each time into an
// empty plan: reading and writing together have to stay far below two seconds.
func BenchmarkImport(b *testing.B) {
	house := newBundle(b)
	var text strings.Builder
	text.WriteString(`<map><node TEXT="All">`)
	for range 2000 {
		text.WriteString(`<node TEXT="Goal"><attribute NAME="due" VALUE="2031-05-13"/><attribute NAME="tags" VALUE="a, b"/>`)
		text.WriteString(`<node TEXT="Part"><node TEXT="One"/><node TEXT="Two"/><node TEXT="Three"/></node></node>`)
	}
	text.WriteString("</node></map>")
	for b.Loop() {
		read, err := interop.Parse("all.mm", []byte(text.String()), time.UTC)
		if err != nil || len(read.Entries) != 10_001 {
			b.Fatalf("%d entries, %v", len(read.Entries), err)
		}
		empty, err := house.AddPlan(b.Context(), "Empty", plan.Me)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := house.Import(b.Context(), empty.Plans[0].ID, read.Entries); err != nil {
			b.Fatal(err)
		}
	}
}
