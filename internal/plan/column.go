package plan

import (
	"slices"
	"strconv"
)

// MaxColumns is how many columns a board may have, MaxLimit the highest limit
// of one.
const (
	MaxColumns = 50
	MaxLimit   = 999
)

// Column is one column of a plan's board. Its cards are the steps and decisions
// in State that do not stand below another step. An empty Name is the name of
// the state; Limit is how many cards it should hold at most, 0 for any number,
// and refuses none. Rank orders the columns of a plan bytewise.
type Column struct {
	ID     string `json:"id"`
	PlanID string `json:"planId"`
	Name   string `json:"name"`
	State  State  `json:"state"`
	Rank   string `json:"rank"`
	Limit  int    `json:"limit"`
}

// usual are the states that a board always has a column for, in the order in
// which a new board shows them.
var usual = [...]State{Todo, Doing, Waiting, Done}

// UsualColumns are the columns of a new plan. They have no ids yet.
func UsualColumns(planID string) []Column {
	columns, rank := make([]Column, len(usual)), ""
	for i, state := range usual {
		rank = RankBetween(rank, "")
		columns[i] = Column{PlanID: planID, State: state, Rank: rank}
	}
	return columns
}

// ColumnOf is the id of the column where a card in a state stands: its own, if
// that is for the state, or else the oldest that is (ids grow with time), so
// that no card moves when a column does. Where none is, it stands in no column.
func ColumnOf(columns []Column, state State, own string) string {
	oldest := ""
	for _, c := range columns {
		switch {
		case c.State != state:
		case c.ID == own:
			return own
		case oldest == "" || c.ID < oldest:
			oldest = c.ID
		}
	}
	return oldest
}

// MayLeave refuses that the columns of a plan do without one of them, if it is
// the last for a state that a board always has a column for.
func MayLeave(columns []Column, c Column) error {
	another := slices.ContainsFunc(columns, func(o Column) bool { return o.State == c.State && o.ID != c.ID })
	if another || !slices.Contains(usual[:], c.State) {
		return nil
	}
	return Refuse(Conflict, "error.column_last")
}

// CleanColumnName is CleanName of a name that may be empty.
func CleanColumnName(name string) (string, error) {
	if Blank(name) {
		return "", nil
	}
	return CleanName(name)
}

// ValidLimit refuses a limit below 0, which means none, and beyond MaxLimit.
func ValidLimit(limit int) error {
	if limit >= 0 && limit <= MaxLimit {
		return nil
	}
	return Refuse(Invalid, "error.limit_range", "max", strconv.Itoa(MaxLimit))
}

// ValidColumns refuses more columns on a board than MaxColumns.
func ValidColumns(count int) error {
	if count <= MaxColumns {
		return nil
	}
	return Refuse(Conflict, "error.columns_many", "max", strconv.Itoa(MaxColumns))
}
