package merge

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Difference is what both sides did to one thing and does not go together. Title
// names the thing, Kind says what it is: a kind of item, of aspect or of piece, or a
// table. Path is what it stands below, outermost first.
type Difference struct {
	ID    string   `json:"id"`
	Kind  string   `json:"kind"`
	Title string   `json:"title"`
	Path  []string `json:"path"`
	Lines []Line   `json:"lines"`
}

// Line is one thing that is said of it: Field names what, the others are how it is
// here and there, and how it was; "" is nothing. Of a row as a whole, Field is
// "gone" or "came", and each side is "gone" or "kept".
type Line struct {
	Field  string `json:"field"`
	Ours   string `json:"ours"`
	Theirs string `json:"theirs"`
	Before string `json:"before"`
}

const kept = "kept" // the row is there

// keyOf is the id of a difference.
func keyOf(table, id, unit string) string { return table + "/" + id + "/" + unit }

// titleOf is what that is called which a difference is about.
func (m *merging) titleOf(key string) string {
	parts := strings.SplitN(key, "/", 3)
	of := ref{parts[0], parts[1]}
	return cmp.Or(m.out.title(of), m.Ours.title(of))
}

// differs tells a difference, and whether what is there was chosen.
func (m *merging) differs(of ref, unit string, lines []Line) bool {
	key := keyOf(of.table, of.id, unit)
	rows := m.Ours
	if !rows.has(of) {
		rows = m.Theirs
	}
	m.differences[key] = Difference{
		ID: key, Kind: kindOf(of.table, rows.at(of)), Title: rows.title(of), Path: rows.path(of), Lines: lines,
	}
	m.order[key] = rows.order(of)
	return m.chosen[key]
}

// told are the differences, in the order of the plan.
func (m *merging) told() []Difference {
	return slices.SortedFunc(maps.Values(m.differences), func(a, b Difference) int {
		return cmp.Or(cmp.Compare(m.order[a.ID], m.order[b.ID]), cmp.Compare(a.ID, b.ID))
	})
}

func kindOf(table string, row Row) string {
	switch table {
	case "item", "aspect", "piece":
		return row.text("kind")
	default:
		return table
	}
}

// lines are what a unit says on each side, as far as it differs and can be read.
func (m *merging) lines(of ref, unit string, columns []string) []Line {
	if unit == trash {
		return []Line{m.inTrash(of)}
	}
	if unit == place && of.table == "item" {
		return m.placeLines(of)
	}
	lines := []Line{}
	for _, c := range slices.Sorted(slices.Values(columns)) {
		line := Line{
			Field: strings.TrimPrefix(c, body), Ours: m.Ours.reads(of, c), Theirs: m.Theirs.reads(of, c),
			Before: m.Base.reads(of, c),
		}
		if line.Ours != line.Theirs && !quiet(c) {
			lines = append(lines, line)
		}
	}
	return lines
}

func (m *merging) inTrash(of ref) Line {
	say := func(rows Rows) string {
		if rows.at(of)[trash] != null {
			return gone
		}
		return kept
	}
	return Line{Field: trash, Ours: say(m.Ours), Theirs: say(m.Theirs)}
}

// placeLines say below what an item stands, or behind what.
func (m *merging) placeLines(of ref) []Line {
	above := Line{Field: "below", Ours: m.Ours.above(of), Theirs: m.Theirs.above(of), Before: m.Base.above(of)}
	if above.Ours != above.Theirs {
		return []Line{above}
	}
	return []Line{{Field: "behind", Ours: m.Ours.behind(of), Theirs: m.Theirs.behind(of), Before: m.Base.behind(of)}}
}

// reads is what a column says, in words that a person knows: an id is the title of
// what it names.
func (r Rows) reads(of ref, column string) string {
	said := r.at(of).text(column)
	switch column {
	case rank, priority:
		return r.behind(of)
	case "area_id":
		return r["area"][said].text("name")
	case "column_id":
		return r.title(ref{"board_column", said})
	}
	if !strings.HasSuffix(column, "_id") && !strings.HasSuffix(column, "Id") {
		return said
	}
	for _, table := range []string{"item", "aspect", "area"} {
		if title := r.title(ref{table, said}); title != "" {
			return title
		}
	}
	return ""
}

// title is what a row is called, or the first words that are said in it.
func (r Rows) title(of ref) string {
	row := r.at(of)
	switch of.table {
	case "item":
		return row.text("title")
	case "link":
		return r.title(ref{"item", row.text("from_id")}) + " → " + r.title(ref{"item", row.text("to_id")})
	case "aspect", "piece":
		for _, field := range []string{"name", "statement", "what", "words", "response", "question", "identity", "purpose", "who"} {
			if said := row.text(body + field); said != "" {
				return said
			}
		}
		return r.title(ref{"item", row.text("item_id")})
	case "board_column":
		return cmp.Or(row.text("name"), row.text("state"))
	case "vision_board":
		return cmp.Or(row.text("name"), r.title(ref{"item", row.text("item_id")}))
	default:
		return row.text("name")
	}
}

// path is the titles of what a row stands below, outermost first.
func (r Rows) path(of ref) []string {
	titles := []string{}
	for up, left := r.over(of), mostAbove; up != (ref{}) && left > 0; up, left = r.over(up), left-1 {
		titles = append(titles, r.title(up))
	}
	slices.Reverse(titles)
	return titles
}

// mostAbove is how far up is looked for names; a circle has no end.
const mostAbove = 100

// over is what a row stands below, or belongs to.
func (r Rows) over(of ref) ref {
	for _, up := range r.hangsOn(of) {
		if r.has(up) && up.table != "aspect" {
			return up
		}
	}
	return ref{}
}

func (r Rows) above(of ref) string { return r.title(r.over(of)) }

// behind is the title of what a row stands right behind; "" is the first.
func (r Rows) behind(of ref) string {
	row, best := r.at(of), ref{}
	for id, other := range r[of.table] {
		if other["parent_id"] != row["parent_id"] || other["plan_id"] != row["plan_id"] || other["item_id"] != row["item_id"] ||
			other["board_id"] != row["board_id"] || of.table == "aspect" && other["kind"] != row["kind"] {
			continue
		}
		if other.text(rank) < row.text(rank) && (best == ref{} || r.at(best).text(rank) < other.text(rank)) {
			best = ref{of.table, id}
		}
	}
	if best == (ref{}) {
		return ""
	}
	return r.title(best)
}

// order is where a row stands in the plan, as a text that sorts.
func (r Rows) order(of ref) string {
	order := r.at(of).text(rank)
	for up, left := r.over(of), mostAbove; up != (ref{}) && left > 0; up, left = r.over(up), left-1 {
		order = r.at(up).text(rank) + " " + order
	}
	return order
}
