package plan

import (
	"strings"
	"testing"
)

func TestUsualColumns(t *testing.T) {
	columns := UsualColumns("p")
	for i, state := range []State{Todo, Doing, Waiting, Done} {
		c := columns[i]
		if c.State != state || c.PlanID != "p" || c.Name != "" || c.Limit != 0 || i > 0 && c.Rank <= columns[i-1].Rank {
			t.Errorf("column %d is %+v", i, c)
		}
	}
	if len(columns) != 4 {
		t.Errorf("%d columns", len(columns))
	}
}

func TestColumnOf(t *testing.T) {
	columns := []Column{{ID: "review", State: Doing}, {ID: "doing", State: Doing}, {ID: "todo", State: Todo}}
	for _, c := range []struct {
		name  string
		state State
		own   string
		want  string
	}{
		{"its own column", Doing, "review", "review"},
		{"without one of its own the oldest for its state, wherever it stands", Doing, "", "doing"},
		{"the oldest for its state, if its own is for another one", Todo, "review", "todo"},
		{"the oldest for its state, if its own is gone", Doing, "gone", "doing"},
		{"none, if none is for its state", Parked, "doing", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ColumnOf(columns, c.state, c.own); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMayLeave(t *testing.T) {
	columns := append(UsualColumns("p"), Column{State: Parked}, Column{State: LetGo}, Column{State: Done})
	for i := range columns {
		columns[i].ID = string(rune('a' + i))
	}
	for i, c := range columns {
		err := MayLeave(columns, c)
		if last := i < 3; (err != nil) != last {
			t.Errorf("%+v: %v", c, err)
		} else if last {
			mustRefuse(t, err, "error.column_last")
		}
	}
}

func TestCleanColumnName(t *testing.T) {
	for given, want := range map[string]string{"": "", " \u200b\n": "", " In\nreview ": "In review"} {
		if got, err := CleanColumnName(given); got != want || err != nil {
			t.Errorf("%q: got %q, %v", given, got, err)
		}
	}
	_, err := CleanColumnName(strings.Repeat("x", MaxName+1))
	mustRefuse(t, err, "error.title_long")
}

func TestValidLimit(t *testing.T) {
	for limit, fits := range map[int]bool{-1: false, 0: true, 1: true, MaxLimit: true, MaxLimit + 1: false} {
		if err := ValidLimit(limit); (err == nil) != fits {
			t.Errorf("%d: %v", limit, err)
		}
	}
	mustRefuse(t, ValidLimit(-1), "error.limit_range")
}

func TestValidColumns(t *testing.T) {
	if err := ValidColumns(MaxColumns); err != nil {
		t.Error(err)
	}
	mustRefuse(t, ValidColumns(MaxColumns+1), "error.columns_many")
}
