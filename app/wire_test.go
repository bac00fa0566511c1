package app

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"cairn/db"
	"cairn/internal/plan"
)

func TestWire(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"a refusal crosses whole": {
			plan.Refuse(plan.Invalid, "error.title_long", "max", "1000"),
			`{"code":"invalid","key":"error.title_long","params":{"max":"1000"}}`,
		},
		"a refusal crosses out of its wrapping": {
			fmt.Errorf("move step: %w", plan.Refuse(plan.Conflict, "error.depth")),
			`{"code":"conflict","key":"error.depth","params":{}}`,
		},
		"a full disk is told": {
			fmt.Errorf("add: %w", &db.Problem{Code: db.Full}),
			`{"code":"internal","key":"error.disk_full","params":{}}`,
		},
		"a disk that does not answer is told": {
			fmt.Errorf("add: %w", &db.Problem{Code: db.Failing}),
			`{"code":"internal","key":"error.disk_failing","params":{}}`,
		},
		"a fault says nothing of the inside": {
			errors.New("SQL logic error near secret"),
			`{"code":"internal","key":"error.internal","params":{}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := wire(c.err); got != c.want {
				t.Errorf("crosses as %v, want %s", got, c.want)
			}
		})
	}
}

func TestRun(t *testing.T) {
	t.Run("a panic is a fault, not a promise that is never kept", func(t *testing.T) {
		_, err := run(&keep{open: &opened{}}, func(house, context.Context) (plan.Changes, error) { panic("lost") })
		wantRefusal(t, err, "error.panic")
	})
	t.Run("nothing is edited while no vault is open", func(t *testing.T) {
		_, err := (&Items{&keep{}}).Delete([]string{"1"})
		if plan.CodeOf(err) != plan.Conflict {
			t.Errorf("error %v, want a conflict", err)
		}
	})
}
