package menubar

import (
	"slices"
	"strings"
	"testing"
)

// shown is a bar as a person reads it: "file: New plan | edit: Undo, Redo, —, Cut".
func shown(bar []Menu) string {
	var menus []string
	for _, menu := range bar {
		var lines []string
		for _, item := range menu.Items {
			if item.ID == "" {
				lines = append(lines, "—")
			} else {
				lines = append(lines, item.Label)
			}
		}
		menus = append(menus, menu.Group+": "+strings.Join(lines, ", "))
	}
	return strings.Join(menus, " | ")
}

func TestOf(t *testing.T) {
	entry := func(group, id, label string) Entry { return Entry{Group: group, ID: id, Label: label} }
	for _, c := range []struct {
		name    string
		entries []Entry
		want    string
	}{
		{"nothing makes no menu", nil, ""},
		{"menus stand in the order of the bar, their lines in the order of the list", []Entry{
			entry("view", "frame.ideas", "Ideas"), entry("file", "frame.new", "New plan"), entry("view", "frame.trash", "Trash"),
		}, "file: New plan | view: Ideas, Trash"},
		{"a rule stands where another part of the program begins", []Entry{
			entry("edit", "frame.undo", "Undo"), entry("edit", "frame.redo", "Redo"), entry("edit", "outline.cut", "Cut"),
		}, "edit: Undo, Redo, —, Cut"},
		{"a choice stands apart", []Entry{
			entry("view", "view.theme.light", "Light"), entry("view", "view.theme.dark", "Dark"), entry("view", "view.full", "Full screen"),
		}, "view: Light, Dark, —, Full screen"},
		{"a group that nobody knows, and a command without a name, stand nowhere", []Entry{
			entry("tools", "a.b", "Hammer"), entry("file", "", "Nameless"),
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(Of(c.entries)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestBare(t *testing.T) {
	if got := shown(Bare()); got != "file:  | edit:  | item:  | view:  | help: " {
		t.Errorf("got %s", got)
	}
}

func TestSameShape(t *testing.T) {
	undo := Entry{Group: "edit", ID: "frame.undo", Label: "Undo", Keys: "Mod+Z", Enabled: true}
	with := func(change func(*Entry)) []Menu {
		other := undo
		change(&other)
		return Of([]Entry{other})
	}
	for _, c := range []struct {
		name string
		b    []Menu
		want bool
	}{
		{"the same", Of([]Entry{undo}), true},
		{"other words", with(func(e *Entry) { e.Label = "Undo: Move step" }), true},
		{"another state", with(func(e *Entry) { e.Enabled = false }), true},
		{"another command", with(func(e *Entry) { e.ID = "frame.redo" }), false},
		{"other keys", with(func(e *Entry) { e.Keys = "Mod+Y" }), false},
		{"a tick", with(func(e *Entry) { e.Check = true }), false},
		{"one more line", Of(slices.Repeat([]Entry{undo}, 2)), false},
		{"one more menu", append(Of([]Entry{undo}), Menu{Group: "view"}), false},
		{"another menu", with(func(e *Entry) { e.Group = "view" }), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := SameShape(Of([]Entry{undo}), c.b); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
