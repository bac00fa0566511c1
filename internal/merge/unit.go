package merge

import (
	"maps"
	"strings"

	"cairn/internal/plan"
)

// A unit is what is said of a row in one go: a few columns that only make sense
// together, such as when something begins and when it is due. It is what can
// differ, and what is chosen.
const (
	place     = "place" // below what, behind what
	home      = "home"  // the plan of an item below another one, which is that of the other
	rank      = "rank"
	priority  = "priority"
	dates     = "dates"
	state     = "state"
	trash     = "trashed_at"
	changedAt = "changed_at"
	whole     = "body"
	gone      = "gone" // the row was taken away
	came      = "came" // the row is new
)

// unitOf is the unit that a column of a row belongs to.
func unitOf(table string, row Row, column string) string {
	switch table {
	case "item":
		return itemUnit(column)
	case "piece":
		if strings.Contains(" x y w h angle ", " "+column+" ") {
			return place
		}
	case "aspect":
		if strings.HasPrefix(column, body) && !apart(plan.AspectKind(row.text("kind"))) {
			return whole
		}
	}
	return column
}

func itemUnit(column string) string {
	switch column {
	case "plan_id", "parent_id", rank:
		return place
	case "start", "due", "due_kind", "first_due":
		return dates
	case "state", "done_at":
		return state
	}
	return column
}

// apart are aspects whose fields are each a thing of its own: texts that somebody
// goes on writing.
func apart(kind plan.AspectKind) bool {
	switch kind {
	case plan.Aim, plan.Outlook, plan.Agreement, plan.Scene, plan.Value, plan.Person, plan.Resource, plan.Assignment,
		plan.Session, plan.Checkin, plan.Setback:
		return true
	default:
		return false
	}
}

// unitsOf are the units that either of two rows has, with their columns.
func unitsOf(table string, ours, theirs Row) map[string][]string {
	units := map[string][]string{}
	add := func(row, other Row) {
		for column := range row {
			if _, twice := other[column]; twice {
				continue
			}
			unit := unitOf(table, row, column)
			units[unit] = append(units[unit], column)
		}
	}
	add(ours, nil)
	add(theirs, ours)
	if table == "item" && ours["parent_id"] != null && theirs["parent_id"] != null {
		units[place], units[home] = []string{"parent_id", rank}, []string{"plan_id"}
	}
	return units
}

// silent units say nothing by themselves: the order among others, the instant of a
// change.
func silent(unit string) bool {
	return unit == changedAt || unit == rank || unit == priority || unit == home
}

// quiet columns follow from the others of their unit: when these are the same, the
// earlier one is right.
func quiet(column string) bool { return column == "done_at" || column == "first_due" }

// agree is true for a unit that says the same on both sides; then it is what it
// gives.
func agree(here, there Row) (Row, bool) {
	both := Row{}
	for column, value := range here {
		other, has := there[column]
		switch {
		case !has, other != value && !quiet(column):
			return nil, false
		case value == null || other != null && other < value:
			value = other
		}
		both[column] = value
	}
	return both, len(here) == len(there)
}

// touched is true for a row that one side has made, or changed so that it counts:
// not only its order among others, and not into the trash.
func touched(table string, then, now Row) bool {
	if then == nil {
		return true
	}
	for unit, columns := range unitsOf(table, then, now) {
		if silent(unit) || unit == trash && now[trash] != null {
			continue
		}
		before, after := then.some(columns), now.some(columns)
		if unit == place && table == "item" {
			delete(before, rank)
			delete(after, rank)
		}
		if !maps.Equal(before, after) {
			return true
		}
	}
	return false
}
