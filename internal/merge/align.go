package merge

import (
	"maps"
	"slices"
	"strings"

	"cairn/internal/plan"
)

// align gives what is new there, and is the same as something here, the id that it
// has here: a tag of that name, an aspect that can be said only once, two items that
// are joined. It answers with what is there.
func align(s Sides) Rows {
	theirs := s.Theirs.copied()
	ids := map[string]string{}
	for _, table := range []string{"tag", "aspect", "item_tag", "link"} {
		known := knownHere(s, table)
		for _, id := range slices.Sorted(maps.Keys(theirs[table])) {
			row := renamed(theirs[table][id], ids)
			theirs[table][id] = row
			if ours := known[identity(table, row)]; ours != "" && s.Ours[table][id] == nil && s.Base[table][id] == nil {
				ids[id] = ours
				delete(theirs[table], id)
				row["id"] = quoted(ours)
				theirs[table][ours] = row
			}
		}
	}
	for id, row := range theirs["piece"] {
		theirs["piece"][id] = renamed(row, ids)
	}
	for id, row := range theirs["aspect"] { // what was said of one that came later
		theirs["aspect"][id] = renamed(row, ids)
	}
	return theirs
}

// knownHere are the ids of what is here, or was since both met, by what it is the same
// by; what is there too needs no other id.
func knownHere(s Sides, table string) map[string]string {
	known := map[string]string{}
	for _, rows := range []Rows{s.Base, s.Ours} {
		for id, row := range rows[table] {
			if key := identity(table, row); key != "" && s.Theirs[table][id] == nil {
				known[key] = id
			}
		}
	}
	return known
}

// renamed is a row that speaks of others by the ids that they have here.
func renamed(row Row, ids map[string]string) Row {
	row = maps.Clone(row)
	for column, value := range row {
		if column != "id" && (strings.HasSuffix(column, "_id") || strings.HasSuffix(column, "Id")) {
			if ours := ids[said(value)]; ours != "" {
				row[column] = quoted(ours)
			}
		}
	}
	return row
}

// identity is what a row is the same by on both sides; "" is one that is the same
// only as itself.
func identity(table string, row Row) string {
	switch table {
	case "tag":
		return strings.ToLower(row.text("name"))
	case "item_tag":
		return row.text("item_id") + " " + row.text("tag_id")
	case "link":
		return row.text("from_id") + " " + row.text("to_id") + " " + row.text("kind")
	}
	kind := plan.AspectKind(row.text("kind"))
	keys := kind.Keys()
	if !kind.Single() && len(keys) == 0 {
		return ""
	}
	parts := []string{string(kind), row.text("item_id")}
	for _, key := range keys {
		parts = append(parts, row.text(body+key))
	}
	return strings.Join(parts, " ")
}
