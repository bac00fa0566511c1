package interop

import (
	"strings"
	"testing"

	"cairn/internal/plan"

	"pgregory.net/rapid"
)

func TestParseTableReads(t *testing.T) {
	read, err := ParseTable(file(t, "spreadsheet.csv"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "spreadsheet.csv.golden", showImport(read))
}

func TestParseTableFindsOut(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"commas", "Title,Due\na,2031-05-13", "a | due 2031-05-13 | state todo\n"},
		{"semicolons", "Due;Title\n13.5.2031;a,b", "a,b | due 2031-05-13 | state todo\n"},
		{"tabs, from UTF-16", utf16Of("Name\tDone\na\tyes"), "a | done | state done\n"},
		{"what parts the cells, where it is said", "sep=;\nTitle;Notes\na;b,c", "a | notes \"b,c\" | state todo\n"},
		{"letters that are no UTF-8", "Title\nbl\xe5", "blå | state todo\n"},
		{"levels", "Level,Title\n1,a\n2,b\n9,c\n1,d", "a | state todo\n    b | state todo\n        c | state todo\nd | state todo\n"},
		{"levels that are counted from 0", "Indent,Title\n0,a\n1,b\n,c", "a | state todo\n    b | state todo\nc | state todo\n"},
		{"days before months", "Title,Due\na,2/1/31\nb,13/1/31", "a | due 2031-01-02 | state todo\nb | due 2031-01-13 | state todo\n"},
		{"months before days", "Title,Due\na,2/1/31\nb,1/13/31", "a | due 2031-02-01 | state todo\nb | due 2031-01-13 | state todo\n"},
		{"that nobody can tell which", "Title,Due\na,2/1/31\nb,3/3/31", "a | state todo\nb | due 2031-03-03 | state todo\n! import.date \"a\" \"2/1/31\"\n"},
		{"how long", "Task,Effort\na,1 h 30 min\nb,1.5 hours\nc,20", "a | takes 90 | state todo\nb | takes 90 | state todo\nc | takes 20 | state todo\n"},
		{"a share that is done", "Task,Progress\na,40 %\nb,100%", "a | state doing\nb | done | state done\n"},
		{"two columns of one meaning", "Title,Name\na,b", "a | state todo\n! import.column \"Name\" \"\"\n"},
		{"a rule that is none", "Title,Repeats\na,daily\nb,FREQ=DAILY", "a | state todo\nb | state todo | rule FREQ=DAILY\n! import.rule \"a\" \"daily\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := ParseTable([]byte(c.in))
			if got := strings.ReplaceAll(showImport(read), " | step", ""); err != nil || got != c.want {
				t.Errorf("got\n%s, %v, want\n%s", got, err, c.want)
			}
		})
	}
}

func utf16Of(text string) string {
	wide := "\xff\xfe"
	for _, r := range text {
		wide += string([]byte{byte(r), 0})
	}
	return wide
}

func TestParseTableRefuses(t *testing.T) {
	for _, c := range []struct{ name, in, key string }{
		{"nothing", "", "error.import_empty"},
		{"heads alone", "Title,Due\n", "error.import_empty"},
		{"no column for titles", "Dear sister,\nit rains\n", "error.table_heads"},
		{"quotation marks that do not match", "Title\n\"a\nb\n", "error.table_broken"},
		{"far too many", "Title\n" + strings.Repeat("a\n", maxNodes+1), "error.import_many"},
		{"a cell without end", "Title,Notes\na," + strings.Repeat("x", plan.MaxText+1), "error.text_long"},
		{"a row without end", strings.Repeat(",", 4_000_000), "error.table_heads"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseTable([]byte(c.in))
			mustRefuse(t, err, c.key)
		})
	}
}

func TestWriteTable(t *testing.T) {
	wrote, err := WriteTable(boat())
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "boat.csv.golden", string(wrote))
}

func TestNeutral(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "a=b": "a=b", "-5": "-5", "+4,5": "+4,5", "=1+1": "'=1+1", "-5+cmd": "'-5+cmd", "@a": "'@a", "\ta": "'\ta",
		"'=a": "''=a", "'a": "'a", "'": "'", "'-5": "''-5",
	} {
		if got := neutral(cell); got != want || unneutral(got) != cell {
			t.Errorf("%q becomes %q and %q again, want %q", cell, got, unneutral(got), want)
		}
	}
}

// anyEntry is an entry with odd texts in it, as one that stands in a vault.
func anyEntry(t *rapid.T) Entry {
	odd := rapid.StringOf(rapid.OneOf(rapid.SampledFrom([]rune("=+-@'\",;:\\\t\n abc1å字🛶")), rapid.Rune()))
	kinds := []plan.Kind{plan.Vision, plan.Goal, plan.Milestone, plan.Step, plan.Decision, plan.Idea}
	states := []plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done, plan.Parked, plan.LetGo}
	e := Entry{State: rapid.SampledFrom(states).Draw(t, "state")}
	e.Title = "T" + odd.Draw(t, "title")
	if rapid.Bool().Draw(t, "formula") {
		e.Title = "=" + e.Title
	}
	e.Kind = rapid.SampledFrom(kinds).Draw(t, "kind")
	e.Start = rapid.SampledFrom([]string{"", "2031-05-01"}).Draw(t, "start")
	e.Due = rapid.SampledFrom([]string{"", "2031-05-13", "2031-05-01"}).Draw(t, "due")
	e.DueKind = rapid.SampledFrom([]plan.DueKind{"", plan.SoftDue, plan.HardDue}).Draw(t, "due is")
	e.DoneAt = rapid.SampledFrom([]string{"", "2031-05-02T10:15:00.000Z"}).Draw(t, "done at")
	e.EstimateMin = rapid.IntRange(0, plan.MaxEstimate).Draw(t, "minutes")
	e.SpentMin = rapid.IntRange(0, plan.MaxEstimate).Draw(t, "spent")
	e.Draft, e.IsAction = rapid.Bool().Draw(t, "draft"), rapid.Bool().Draw(t, "action")
	e.Area = rapid.OneOf(rapid.Just(""), odd).Draw(t, "area")
	e.Commitment = rapid.SampledFrom([]Commitment{{}, {Day: "2031-05-14"}, {"2031-05-14", "09:00", "Europe/Oslo"}}).Draw(t, "committed")
	e.Rule = rapid.SampledFrom([]string{"", "FREQ=WEEKLY;BYDAY=MO,TH"}).Draw(t, "rule")
	if e.Rule != "" {
		e.Habit = rapid.SampledFrom([]plan.Body{nil, {"time": "07:30", "target": 12.5, "unit": "pages (A4)"}, {
			"after": true, "least": "one line", "paused": "2031-02-01", "back": "2031-03-01",
		}}).Draw(t, "habit")
	}
	e.Tags = rapid.SliceOfN(odd, 0, 4).Draw(t, "tags")
	for _, text := range []*string{&e.Notes, &e.Why, &e.What, &e.DoneWhen} {
		*text = odd.Draw(t, "text")
	}
	if err := e.sound(); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestWhatATableSaysComesBack(t *testing.T) {
	t.Run("for any plan", rapid.MakeCheck(func(t *rapid.T) {
		var entries []Entry
		for i := range rapid.IntRange(1, 20).Draw(t, "entries") {
			e := anyEntry(t)
			if i > 0 {
				e.Depth = rapid.IntRange(0, entries[i-1].Depth+1).Draw(t, "depth")
			}
			entries = append(entries, e)
		}
		(&Import{Entries: entries}).settle()
		wrote, err := WriteTable(entries)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ParseTable(wrote)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := showImport(read), showImport(Import{Entries: entries}); got != want {
			t.Fatalf("wrote\n%s\nread\n%s\nby\n%s", want, got, wrote)
		}
	}))
}

func FuzzParseTable(f *testing.F) {
	f.Add(file(f, "spreadsheet.csv"))
	f.Add(file(f, "boat.csv.golden"))
	for _, text := range []string{"", "Title", "sep=", "sep=;\n", "Title,\"", "\xef\xbb\xbfTitle\n'=a", "Level,Title\n-1,a"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		read, err := ParseTable(raw)
		mustBeImport(t, read, err)
	})
}
