// Package menubar turns the page's commands into the menus of the window. The
// page sends a plain list whenever a word or a state in it has changed; here it
// becomes menus, and on each system the shell hangs those up.
//
// Its rule: nothing is invented here. A line stands in a menu because the page
// has a command for it, and a click only tells the page that command's id.
package menubar

import "strings"

// Entry is one command, as the page sends it.
type Entry struct {
	Group    string `json:"group"` // the menu: file, edit, item, view or help
	ID       string `json:"id"`
	Label    string `json:"label"`
	Keys     string `json:"keys"`     // as the page writes them: "Mod+Shift+Z"; empty when there are none
	Anywhere bool   `json:"anywhere"` // the keys work while typing too, so that nothing is lost when a menu takes them
	Check    bool   `json:"check"`    // it is on or off
	On       bool   `json:"on"`
	Enabled  bool   `json:"enabled"`
}

// Menu is one title of the bar and what stands below it.
type Menu struct {
	Group string
	Items []Entry // an entry without an ID is a rule
}

// Groups are the menus, in the order of the bar.
func Groups() []string {
	return []string{"file", "edit", "item", "view", "help"}
}

// Bare is the bar before the page has sent anything: the titles alone, so that
// the page does not move down when they come.
func Bare() []Menu {
	bar := []Menu{}
	for _, group := range Groups() {
		bar = append(bar, Menu{Group: group})
	}
	return bar
}

// Of hangs each entry into its menu, in the order of the list, with a rule
// where another part of the program begins. A menu without entries is left out.
func Of(entries []Entry) []Menu {
	bar := []Menu{}
	for _, group := range Groups() {
		if items := below(group, entries); len(items) > 0 {
			bar = append(bar, Menu{Group: group, Items: items})
		}
	}
	return bar
}

func below(group string, entries []Entry) []Entry {
	items := []Entry{}
	for _, entry := range entries {
		if entry.Group != group || entry.ID == "" {
			continue
		}
		if last := len(items) - 1; last >= 0 && family(items[last].ID) != family(entry.ID) {
			items = append(items, Entry{})
		}
		items = append(items, entry)
	}
	return items
}

// family is the part of the program that a command belongs to: "outline" of
// "outline.delete", "view.theme" of "view.theme.dark".
func family(id string) string {
	if end := strings.LastIndexByte(id, '.'); end >= 0 {
		return id[:end]
	}
	return id
}

// SameShape says whether menus differ in words and states only, so that a menu
// that is open can stay open.
func SameShape(a, b []Menu) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Group != b[i].Group || len(a[i].Items) != len(b[i].Items) {
			return false
		}
		for j, item := range a[i].Items {
			if other := b[i].Items[j]; item.ID != other.ID || item.Keys != other.Keys || item.Check != other.Check {
				return false
			}
		}
	}
	return true
}
