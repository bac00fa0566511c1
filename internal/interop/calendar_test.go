package interop

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cairn/internal/plan"

	"pgregory.net/rapid"
)

// showImport is what a file holds as one reads it, for the golden files.
func showImport(i Import) string {
	var b strings.Builder
	for _, e := range i.Entries {
		line := strings.TrimSuffix(show([]Line{e.Line}), "\n")
		for _, extra := range [][2]string{
			{"state", string(e.State)},
			{"start", e.Start},
			{"done at", e.DoneAt},
			{"rule", e.Rule},
			{"from", e.From},
			{"habit", showBody(e.Habit)},
			{"why", e.Why},
			{"what", e.What},
			{"done when", e.DoneWhen},
			{"after", waits(e.After)},
			{"serves", strings.Join(e.Serves, " ")},
			{"due is", string(e.DueKind)},
			{"area", e.Area},
			{"spent", minutesOrNone(e.SpentMin)},
			{"draft", yesOrNone(e.Draft)},
			{"action", yesOrNone(e.IsAction)},
			{"committed", strings.TrimSpace(e.Commitment.Day + " " + e.Commitment.Time + " " + e.Commitment.Zone)},
		} {
			if extra[1] != "" {
				line += " | " + extra[0] + " " + extra[1]
			}
		}
		b.WriteString(line + "\n")
	}
	for _, r := range i.Remarks {
		fmt.Fprintf(&b, "! %s %q %q\n", r.Key, r.Title, r.Value)
	}
	if i.More > 0 {
		fmt.Fprintf(&b, "! and %d more\n", i.More)
	}
	return b.String()
}

// showBody is what is said, by field.
func showBody(body plan.Body) string {
	if len(body) == 0 {
		return ""
	}
	return fmt.Sprint(body)
}

// waits is what an entry waits for, in one line.
func waits(after []Wait) string {
	var all []string
	for _, w := range after {
		one := w.Key
		if w.Days > 0 {
			one += fmt.Sprintf("+%d", w.Days)
		}
		all = append(all, one)
	}
	return strings.Join(all, " ")
}

// golden compares with a file of testdata, or writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func oslo(t testing.TB) *time.Location {
	t.Helper()
	where, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	return where
}

// todos is a calendar of these lines.
func todos(lines ...string) []byte {
	return []byte("BEGIN:VCALENDAR\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCALENDAR\r\n")
}

func todo(uid string, lines ...string) string {
	return "BEGIN:VTODO\r\nUID:" + uid + "\r\nSUMMARY:" + uid + "\r\n" + strings.Join(append(lines, "END:VTODO"), "\r\n")
}

func TestParseCalendarReads(t *testing.T) {
	read, err := ParseCalendar(file(t, "phone.ics"), oslo(t))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "phone.ics.golden", showImport(read))
}

func TestParseCalendarTree(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a child may be named by what is above it", todo("a", "RELATED-TO;RELTYPE=CHILD:b") + "\n" + todo("b"), "a0 b1"},
		{"a parent that is not there leaves it at the top", todo("a", "RELATED-TO:nobody"), "a0"},
		{"a circle is opened at one place", todo("a", "RELATED-TO:b") + "\n" + todo("b", "RELATED-TO:a"), "a0 b1 !import.circle"},
		{"nothing stands below itself", todo("a", "RELATED-TO:a"), "a0"},
		{
			"what would wait for itself over others does not",
			todo("a", "RELATED-TO;RELTYPE=DEPENDS-ON:b") + "\n" + todo("b", "RELATED-TO;RELTYPE=DEPENDS-ON:c") + "\n" +
				todo("c", "RELATED-TO;RELTYPE=DEPENDS-ON:a"),
			"a0>b b0>c c0 !import.circle",
		},
		{"the one that comes first may say so", todo("a", "RELATED-TO;RELTYPE=FINISHTOSTART:b") + "\n" + todo("b"), "a0 b0>a"},
		{"two of one name are two", todo("a") + "\n" + todo("a"), "a0 a0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := ParseCalendar(todos(c.in), time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range read.Entries {
				one := fmt.Sprint(e.Title, e.Depth)
				if len(e.After) > 0 {
					one += ">" + waits(e.After)
				}
				got = append(got, one)
			}
			for _, r := range read.Remarks {
				got = append(got, "!"+r.Key)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

func TestParseCalendarRefuses(t *testing.T) {
	for _, c := range []struct{ name, in, key string }{
		{"nothing", "", "error.calendar_broken"},
		{"a letter", "Dear sister,\n", "error.calendar_broken"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "error.calendar_broken"},
		{"one that breaks off", "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:a\n", "error.calendar_broken"},
		{"one whose parts overlap", "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VCALENDAR\nEND:VTODO\n", "error.calendar_broken"},
		{"one without an entry", string(todos("X-A:b")), "error.import_empty"},
		{"parts within parts without end", strings.Repeat("BEGIN:VCALENDAR\n", 1_000_000), "error.calendar_broken"},
		{"to-dos within to-dos", "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VTODO\n", 100_000), "error.calendar_broken"},
		{"a million properties", string(todos("BEGIN:VTODO" + strings.Repeat("\nX-A:b", 1_000_000) + "\nEND:VTODO")), "error.calendar_broken"},
		{"a million guests", string(todos("BEGIN:VEVENT" + strings.Repeat("\nRELATED-TO:b", 1_000_000) + "\nEND:VEVENT")), "error.calendar_broken"},
		{"far too many", string(todos(strings.Repeat(todo("a")+"\n", maxNodes+1))), "error.import_many"},
		{"a text without end", string(todos(todo("a", "DESCRIPTION:"+strings.Repeat("x\r\n ", 1_000_000)))), "error.text_long"},
		{"a stair without end", string(todos(stair(MaxLines))), "error.depth"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseCalendar([]byte(c.in), time.UTC)
			mustRefuse(t, err, c.key)
		})
	}
}

// stair is to-dos of which each stands below the one before.
func stair(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(todo(fmt.Sprint(i), "RELATED-TO:"+fmt.Sprint(i-1)) + "\n")
	}
	return b.String()
}

func TestParseCalendarIsQuick(t *testing.T) {
	// Each of these would take minutes if anything were quadratic.
	for name, in := range map[string]string{
		"ten thousand that wait for one": strings.Repeat(todo("a", "RELATED-TO;RELTYPE=DEPENDS-ON:b")+"\n", MaxLines-1) + todo("b"),
		"a line of parameters":           todo("a", "X-A"+strings.Repeat(";A=b", 2_000_000)+":c"),
		"a line of names":                todo("a", "CATEGORIES:"+strings.Repeat("a,", 4_000_000)),
		"folds of nothing":               todo("a", "X-A:"+strings.Repeat("\r\n ", 4_000_000)),
		"an endless rule":                todo("a", "RRULE:FREQ=DAILY"+strings.Repeat(";BYDAY=MO", 1_000_000)),
		"escapes":                        todo("a", "X-A:"+strings.Repeat(`\`, 8_000_000)),
		"zones":                          zonesOf(MaxLines),
	} {
		t.Run(name, func(t *testing.T) {
			read, err := ParseCalendar(todos(in), time.UTC)
			if err != nil || len(read.Entries) == 0 {
				t.Errorf("%d entries, %v", len(read.Entries), err)
			}
			if len(read.Remarks) > maxRemarks {
				t.Errorf("%d remarks", len(read.Remarks))
			}
		})
	}
}

// zonesOf is to-dos of which each has a zone of its own, which is none.
func zonesOf(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(todo("a", fmt.Sprintf("DUE;TZID="+strings.Repeat("a/", 40)+"b%d:20310514T080000", i)) + "\n")
	}
	return b.String()
}

// boat is a plan with a bit of everything, on its way out.
func boat() []Entry {
	at := func(depth int, kind plan.Kind, title string) Line {
		return Line{Depth: depth, Kind: kind, Title: title}
	}
	entries := []Entry{
		{Line: at(0, plan.Goal, "A boat")},
		{Line: at(1, plan.Milestone, "The hull; dry, and whole \\o/")},
		{Line: at(2, plan.Step, strings.Repeat("Ærlig måltid ", 12)+"ferdig"), Start: "2031-05-01"},
		{Line: at(2, plan.Step, "Paint it"), State: plan.Done, DoneAt: "2031-06-01T10:15:00.000Z"},
		{Line: at(1, plan.Decision, "Sail or motor"), State: plan.Waiting},
		{Line: at(1, plan.Step, "Stretch"), Rule: "FREQ=WEEKLY;BYDAY=MO,TH", From: "2031-01-06"},
		{Line: at(1, plan.Step, "Meet the boatyard"), Commitment: Commitment{Day: "2031-05-14", Time: "09:00", Zone: "Europe/Oslo"}},
		{Line: at(1, plan.Step, "Think it over"), State: plan.Parked, Commitment: Commitment{Day: "2031-12-24"}},
		{Line: at(1, plan.Idea, "A flag"), State: plan.LetGo},
	}
	entries[2].Due, entries[2].Notes = "2031-05-13", "First line\nsecond, with a comma; and more"
	entries[2].Tags, entries[2].EstimateMin = []string{"outdoors", "by the sea, dry"}, 90
	entries[6].Due, entries[6].EstimateMin = "2031-05-14", 45
	parents := []string{}
	for i := range entries {
		e := &entries[i]
		e.Key = fmt.Sprintf("0190-%d", i)
		e.CreatedAt, e.ChangedAt = "2026-03-02T09:00:00.000Z", "2026-03-03T09:00:00.000Z"
		if e.State == "" {
			e.State = plan.Todo
		}
		e.Done = e.State == plan.Done
		parents = append(parents[:e.Depth], e.Key)
		if e.Depth > 0 {
			e.Parent = parents[e.Depth-1]
		}
	}
	entries[3].After = []Wait{{Key: entries[2].Key}, {Key: entries[8].Key}}
	return entries
}

func TestWriteCalendar(t *testing.T) {
	at := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	wrote := WriteCalendar("A boat", boat(), at)
	golden(t, "boat.ics.golden", string(wrote))
	for line := range strings.SplitSeq(strings.TrimSuffix(string(wrote), "\r\n"), "\r\n") {
		if len(line) > maxOctets || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	t.Run("and what it wrote is read as the same to-dos", func(t *testing.T) {
		read, err := ParseCalendar(wrote, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "boat-read.ics.golden", showImport(read))
	})
}

func TestAnyPlanIsACalendar(t *testing.T) {
	t.Run("that comes back the same", rapid.MakeCheck(func(t *rapid.T) {
		var entries []Entry
		for i := range rapid.IntRange(1, 20).Draw(t, "entries") {
			e := anyEntry(t)
			e.Depth, e.Key, e.Kind = 0, fmt.Sprint("k", i), plan.Step
			if e.Rule != "" || e.Start == e.Due {
				e.Start = ""
			}
			if e.Rule != "" {
				e.Due, e.From = "", "2031-01-06"
			}
			e.Why, e.What, e.DoneWhen = "", "", ""
			e.DueKind, e.Area, e.SpentMin, e.Draft, e.IsAction = "", "", 0, false, false
			e.DoneAt, e.Commitment, e.Habit = "", Commitment{}, nil
			if i > 0 {
				e.Parent = entries[rapid.IntRange(0, i-1).Draw(t, "parent")].Key
				e.After = []Wait{{Key: entries[rapid.IntRange(0, i-1).Draw(t, "after")].Key}}
			}
			entries = append(entries, e)
		}
		wrote := WriteCalendar("Any", entries, time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC))
		read, err := ParseCalendar(wrote, time.UTC)
		if err != nil || len(read.Entries) != len(entries) {
			t.Fatalf("%d of %d entries, %v", len(read.Entries), len(entries), err)
		}
		back := map[string]Entry{}
		for _, e := range read.Entries {
			back[e.Key] = e
		}
		for _, e := range entries {
			got := back[e.Key]
			e.Depth = got.Depth
			if got.Parent != e.Parent || showImport(Import{Entries: []Entry{got}}) != showImport(Import{Entries: []Entry{e}}) {
				t.Fatalf("wrote %+v\nread %+v", e, got)
			}
		}
	}))
}

// mustLead fails unless what an entry waits for and serves is there, each once,
// and is not itself.
func mustLead(t *testing.T, e Entry, all map[string]bool) {
	t.Helper()
	seen := map[string]bool{e.Key: true}
	for _, wait := range e.After {
		if seen[wait.Key] || !all[wait.Key] || plan.ValidLag(wait.Days) != nil {
			t.Fatalf("%q waits for %+v", e.Title, wait)
		}
		seen[wait.Key] = true
	}
	seen = map[string]bool{e.Key: true}
	for _, key := range e.Serves {
		if seen[key] || !all[key] {
			t.Fatalf("%q serves %q", e.Title, key)
		}
		seen[key] = true
	}
}

func FuzzParseCalendar(f *testing.F) {
	f.Add(file(f, "phone.ics"))
	f.Add(file(f, "boat.ics.golden"))
	for _, text := range []string{"", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY;A=\"b:c", "\xff\xfeB\x00", "\xef\xbb\xbfBEGIN:VCALENDAR\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		read, err := ParseCalendar(raw, time.UTC)
		mustBeImport(t, read, err)
	})
}

// mustBeImport fails unless an answer is a refusal, or keeps every promise of
// the type Import.
func mustBeImport(t *testing.T, read Import, err error) {
	t.Helper()
	if err != nil {
		if plan.CodeOf(err) != plan.Invalid {
			t.Fatalf("not a refusal: %v", err)
		}
		return
	}
	keys := map[string]bool{"": true}
	all := map[string]bool{}
	for _, e := range read.Entries {
		all[e.Key] = true
	}
	for i, e := range read.Entries {
		mustLead(t, e, all)
		kind := e.Kind
		e.Kind = ""
		mustBeSound(t, e.Line)
		if plan.ValidKind(kind) != nil || plan.ValidState(e.State) != nil || !keys[e.Parent] {
			t.Fatalf("entry %d: %+v", i, e)
		}
		if i == 0 && e.Depth != 0 || i > 0 && e.Depth > read.Entries[i-1].Depth+1 {
			t.Fatalf("entry %d jumps to depth %d", i, e.Depth)
		}
		if dates, err := plan.CleanDates(plan.Dates{Start: e.Start, Due: e.Due, Kind: e.DueKind}); err != nil || dates.Kind != e.DueKind {
			t.Fatalf("entry %d: %v", i, err)
		}
		if area, err := plan.CleanName(e.Area); e.Area != "" && (err != nil || area != e.Area) {
			t.Fatalf("area %q: %v", e.Area, err)
		}
		if plan.ValidEstimate(e.SpentMin) != nil || e.DoneAt != "" && (e.State != plan.Done || soundInstant(e.DoneAt) == "") {
			t.Fatalf("spent %d, done at %q", e.SpentMin, e.DoneAt)
		}
		if rule, err := plan.CleanRule(e.Rule); e.Rule != "" && (err != nil || rule != e.Rule) {
			t.Fatalf("rule %q: %v", e.Rule, err)
		}
		if _, err := plan.MergeBody(plan.Routine, nil, e.Habit); err != nil || e.Rule == "" && e.Habit != nil {
			t.Fatalf("habit %v: %v", e.Habit, err)
		}
		if body := (plan.Body{"on": e.Commitment.Day, "time": e.Commitment.Time, "zone": e.Commitment.Zone}); true {
			if _, err := plan.MergeBody(plan.Promise, nil, body); err != nil {
				t.Fatalf("commitment %+v: %v", e.Commitment, err)
			}
		}
		keys[e.Key] = true
	}
	for _, r := range read.Remarks {
		if utf8.RuneCountInString(r.Title+r.Value) > 2*(maxShown+1) {
			t.Fatalf("remark %+v", r)
		}
	}
}
