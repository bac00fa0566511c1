package interop

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"cairn/internal/plan"
)

// forest is the reading of a file whose entries hang below each other and may
// point at each other: a mind map, an outline, a list, a canvas. above is the
// entry above each, or -1; at is the byte of the text where each begins.
type forest struct {
	Import

	text   string
	above  []int
	at     []int
	arrows []arrow
	other  map[string]map[string]int // what is left out of the whole file: how often, by remark and by name
}

// arrow points from an entry to the one with a key. It says that the other one
// comes after it (back: that it comes after the other), or (serves) that it
// serves the other one; told is false for an arrow that says nothing but that it
// points.
type arrow struct {
	from   int
	key    string
	days   int
	back   bool
	serves bool
	told   bool
}

// add plants an entry below another one. It refuses what was made to hurt.
func (f *forest) add(above, at int) (int, error) {
	if len(f.Entries) == maxNodes {
		return 0, refuseAt(f.text, at, "error.import_nodes", "max", groups(maxNodes))
	}
	f.Entries = append(f.Entries, Entry{})
	f.above, f.at = append(f.above, above), append(f.at, at)
	return len(f.Entries) - 1, nil
}

// left counts what is left out of the whole file.
func (f *forest) left(remark, name string) {
	if f.other == nil {
		f.other = map[string]map[string]int{}
	}
	if f.other[remark] == nil {
		f.other[remark] = map[string]int{}
	}
	if len(f.other[remark]) < maxRemarks || f.other[remark][name] > 0 {
		f.other[remark][name]++
	}
}

// finish brings the entries into the order of an outline, makes them sound, and
// joins them.
func (f *forest) finish() (Import, error) {
	for _, at := range cut(f.above) {
		f.remark("import.circle", f.Entries[at].Title, "")
	}
	f.call()
	order, depths := walk(f.above)
	planted, where := make([]Entry, 0, len(order)), make([]int, len(f.Entries))
	for i := range where {
		where[i] = gone
	}
	for i, at := range order {
		e := f.Entries[at]
		e.Depth = depths[i]
		if plan.ValidDepth(e.Depth+1) != nil {
			return Import{}, refuseAt(f.text, f.at[at], "error.import_depth", "max", strconv.Itoa(plan.MaxDepth))
		}
		if err := e.sound(); err != nil {
			return Import{}, refuseWhere(err, f.text, f.at[at])
		}
		where[at] = len(planted)
		planted = append(planted, e)
	}
	if len(planted) == 0 {
		return Import{}, plan.Refuse(plan.Invalid, "error.import_empty")
	}
	f.Entries = planted
	f.key(order)
	f.settle()
	f.join(where)
	f.tell()
	return f.Import, nil
}

// nameless is how an entry is called that has no title, and others below it.
const nameless = "…"

// call gives each entry a title and a state. One without a title is called by
// its notes, or left out where there is nothing to it.
func (f *forest) call() {
	has := make([]bool, len(f.Entries))
	for _, above := range f.above {
		if above >= 0 {
			has[above] = true
		}
	}
	for i := range f.Entries {
		e := &f.Entries[i]
		if e.State == "" {
			e.State = plan.Todo
		}
		if plan.Blank(e.Title) {
			e.Title, e.Notes, _ = strings.Cut(strings.TrimLeft(e.Notes, "\n "), "\n")
		}
		switch {
		case !plan.Blank(e.Title):
		case has[i] || !plan.Blank(e.Notes):
			e.Title = nameless
		default:
			line, _ := place(f.text, f.at[i])
			f.remark("import.nameless", "", strconv.Itoa(line))
			f.above[i] = gone
		}
	}
}

// key gives each entry a key of its own, and tells it the one above it.
func (f *forest) key(order []int) {
	at := make(map[int]int, len(order))
	for i, from := range order {
		at[from] = i
	}
	known := make(map[string]bool, len(order))
	for i, from := range order {
		e := &f.Entries[i]
		if e.Key == "" || known[e.Key] {
			e.Key = "\x00" + strconv.Itoa(i) // no file has such a key
		}
		known[e.Key] = true
		if above := f.above[from]; above >= 0 {
			e.Parent = f.Entries[at[above]].Key
		}
	}
}

// join makes what entries wait for and serve of the arrows. Those to nowhere are
// left out, and those that would make entries wait for each other.
func (f *forest) join(where []int) {
	byKey := make(map[string]int, len(f.Entries))
	for i, e := range f.Entries {
		byKey[e.Key] = i
	}
	after, days := make([][]int, len(f.Entries)), map[[2]int]int{}
	for _, a := range f.arrows {
		from := where[a.from]
		to, found := byKey[a.key]
		switch pair := a.order(from, to); {
		case !found || from < 0 || from == to:
			f.left("import.arrows", "")
		case a.serves || !a.told && f.looksUp(from, to):
			f.serve(from, to)
		case !slices.Contains(after[pair[1]], pair[0]) && len(after[pair[1]]) < maxRelations:
			after[pair[1]] = append(after[pair[1]], pair[0])
			days[pair] = a.days
		}
	}
	for _, at := range untangle(after) {
		f.remark("import.circle", f.Entries[at].Title, "")
	}
	for then, others := range after {
		for _, first := range others {
			f.Entries[then].After = append(f.Entries[then].After, Wait{f.Entries[first].Key, days[[2]int{first, then}]})
		}
	}
}

// order is the two ends of an arrow, the one that comes first in front.
func (a *arrow) order(from, to int) [2]int {
	if a.back {
		return [2]int{to, from}
	}
	return [2]int{from, to}
}

// looksUp is true for an arrow from what is done to what it is done for.
func (f *forest) looksUp(from, to int) bool {
	isAim := func(kind plan.Kind) bool { return kind == plan.Vision || kind == plan.Goal }
	return isAim(f.Entries[to].Kind) && !isAim(f.Entries[from].Kind)
}

func (f *forest) serve(from, to int) {
	e, key := &f.Entries[from], f.Entries[to].Key
	if len(e.Serves) < maxRelations && !slices.Contains(e.Serves, key) {
		e.Serves = append(e.Serves, key)
	}
}

// tell adds what was left out of the whole file.
func (f *forest) tell() {
	for _, remark := range slices.Sorted(maps.Keys(f.other)) {
		for _, name := range slices.Sorted(maps.Keys(f.other[remark])) {
			f.remark(remark, name, strconv.Itoa(f.other[remark][name]))
		}
	}
}

// understand gives an entry what an attribute says. What has no place in a plan
// stays as a line of its notes: "colour: blue".
func (f *forest) understand(e *Entry, name, value string) {
	c := attribute(name)
	if c == "" {
		e.note(name + ": " + value)
		return
	}
	if lost := e.set(c, value, untold); lost != "" {
		f.remark(lost, e.Title, value)
	}
}

// note adds to the notes of an entry, unless they are beyond what any have: they
// are refused then.
func (e *Entry) note(more string) {
	if len(e.Notes) <= plan.MaxText*utf8.UTFMax {
		e.Notes = joined(e.Notes, more)
	}
}

// attribute is the column that the name of an attribute means, whatever program
// has written it; "" is one that nobody here knows. What an entry is called and
// what is written below it are no attributes of it.
func attribute(name string) column {
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return ' '
		}
		return r
	}, name))
	for _, c := range columns {
		if strings.EqualFold(name, c.name()) && c != columnTitle && c != columnNotes && c != columnLevel {
			return c
		}
	}
	switch c := headed(name); c {
	case columnTitle, columnNotes, columnLevel:
		return ""
	default:
		return c
	}
}
