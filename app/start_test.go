package app

import (
	"io"
	"testing"
)

func TestParse(t *testing.T) {
	t.Run("a vault, a demo or nothing", func(t *testing.T) {
		for _, c := range []struct {
			args []string
			want command
		}{
			{nil, command{}},
			{[]string{"--demo"}, command{demo: true}},
			{[]string{"--vault", "a.cairn"}, command{vault: "a.cairn"}},
			{[]string{"a.cairn"}, command{vault: "a.cairn", handed: true}},
			{[]string{"--safe"}, command{safe: true}},
			{[]string{"--safe", "a.cairn"}, command{vault: "a.cairn", handed: true, safe: true}},
		} {
			if got, err := parse(c.args, io.Discard); got != c.want || err != nil {
				t.Errorf("parse(%q) = %+v, %v, want %+v", c.args, got, err, c.want)
			}
		}
	})
	t.Run("two things at a time are refused", func(t *testing.T) {
		for _, args := range [][]string{
			{"a.cairn", "b.cairn"},
			{"--vault", "a.cairn", "b.cairn"},
			{"--demo", "a.cairn"},
			{"--demo", "--vault", "a.cairn"},
			{"--vault"},
			{"--speed"},
		} {
			if got, err := parse(args, io.Discard); err == nil {
				t.Errorf("parse(%q) = %+v, want an error", args, got)
			}
		}
	})
}
