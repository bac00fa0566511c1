// Package sample holds the plans that the app brings along, so that somebody
// who has never planned like this can look at one that is alive.
//
// A sample is data, not code: one JSON file each. Its dates count from today,
// so it never looks abandoned: what is done lies behind, what is open ahead.
package sample

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

//go:embed *.json
var files embed.FS

// Tree is a whole plan without ids: its items in the order of the outline,
// every parent before what stands below it.
type Tree struct {
	Name    string
	Subject plan.Subject
	Items   []Node
	Links   []Link
	Said    []Said // of the client, whichever plan is open
}

// Node is one item. Key names it within its tree, Parent is the key of the
// item it stands below or empty. Start and Due are civil dates or empty, Area the hue of
// a life area or empty. Every other field is as in plan.Item.
type Node struct {
	Key, Parent                string
	Kind                       plan.Kind
	Title                      string
	State                      plan.State
	Start, Due                 string
	EstimateMin                int
	Area                       string
	Tags                       []string
	Why, What, DoneWhen, Notes string
	Draft                      bool
	Said                       []Said
}

// Said is one thing that is said of an item, or of the client. A text in Body
// that begins with @ is the key of another one, with ^ that of an item, with #
// the hue of a life area; one such as +30d is a day, counted from today.
type Said struct {
	Key  string
	Kind plan.AspectKind
	Body plan.Body
}

// Link joins two items of a tree by their keys.
type Link struct {
	From, To string
	Kind     plan.LinkKind
}

// Names lists the keys of the samples, the one to look at first in front.
func Names() []string { return []string{"book", "career", "dog"} }

// Load is the sample with this key as if it had been planned up to today, a
// civil date. It refuses a key that Names does not list (error.sample_unknown)
// and a today that is not a date (error.date_invalid).
func Load(key, today string) (Tree, error) {
	day, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return Tree{}, plan.Refuse(plan.Invalid, "error.date_invalid", "date", today)
	}
	raw, err := files.ReadFile(key + ".json")
	if err != nil {
		return Tree{}, plan.Refuse(plan.NotFound, "error.sample_unknown", "sample", key)
	}
	var written script
	if err := json.Unmarshal(raw, &written); err != nil {
		return Tree{}, fmt.Errorf("read sample %s: %w", key, err)
	}
	tree := Tree{Name: written.Name, Subject: written.Subject, Links: written.Links, Said: written.Said}
	for _, said := range tree.Said {
		date(said.Body, day)
	}
	tree.lay(written.Items, "", day)
	return tree, nil
}

// script is a sample as it stands in its file.
type script struct {
	Name    string
	Subject plan.Subject
	Items   []entry
	Links   []Link
	Said    []Said
}

// entry is an item with what stands below it; StartIn and DueIn count days from today.
type entry struct {
	Node
	StartIn, DueIn *int
	Items          []entry
}

// lay appends the entries and all below them.
func (t *Tree) lay(entries []entry, parent string, today time.Time) {
	for _, e := range entries {
		e.Parent = parent
		if e.State == "" {
			e.State = plan.Todo
		}
		e.Start, e.Due = in(e.StartIn, today), in(e.DueIn, today)
		for _, said := range e.Said {
			date(said.Body, today)
		}
		t.Items = append(t.Items, e.Node)
		t.lay(e.Items, e.Key, today)
	}
}

// in is the day so many days from today; none without a number.
func in(days *int, today time.Time) string {
	if days == nil {
		return ""
	}
	return today.AddDate(0, 0, *days).Format(time.DateOnly)
}

// date turns the days of a body that are counted from today into dates.
func date(body plan.Body, today time.Time) {
	for name, value := range body {
		text, _ := value.(string)
		days, counted := strings.CutSuffix(text, "d")
		if in, err := strconv.Atoi(days); counted && err == nil {
			body[name] = today.AddDate(0, 0, in).Format(time.DateOnly)
		}
	}
}
