// Package sample holds the plans that the app brings along, so that somebody
// who has never planned like this can look at one that is alive.
//
// A sample is data, not code: one JSON file each, and the drawings that hang on
// its vision boards. Its dates count from today,
// so it never looks abandoned: what is done lies behind, what is open ahead.
package sample

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"image/jpeg"
	"maps"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

//go:embed *.json pictures/*.jpg
var files embed.FS

// Tree is a whole plan without ids: its items in the order of the outline,
// every parent before what stands below it. Pictures are those that hang on its
// boards or are covers, by their names.
type Tree struct {
	Name     string
	Subject  plan.Subject
	Items    []Node
	Links    []Link
	Boards   []Board
	Pictures map[string]Picture
	Said     []Said // of the client, whichever plan is open
	Looked   []Said // when somebody looked how this plan goes: moments to look, and what was seen
}

// Board is a vision board for an item, which its key names, with its pieces from
// the back to the front.
type Board struct {
	Item   string
	Pieces []Piece
}

// Piece is one thing on a vision board, as plan.Piece. At is where its start and
// top are, and how wide and high it is; Item is the key of what it stands for,
// Picture the name of its picture, each empty for none. A pieceId in Body is the
// Key of another piece.
type Piece struct {
	Key           string
	Kind          plan.PieceKind
	At            [4]float64
	Angle         float64
	Item, Picture string
	Body          plan.Body
}

// Picture is a drawing of our own as a JPEG, and a small one of it. They are made
// by build/pictures.mjs from the SVG beside them.
type Picture struct {
	Width, Height int
	Large, Small  []byte
}

// Node is one item. Key names it within its tree, Parent is the key of the
// item it stands below or empty. Start, Due, FirstDue and Done are civil dates or
// empty: what is done and has no day of its own for that was done when it was due.
// Area is the hue of a life area or empty. Every other field is as in plan.Item.
type Node struct {
	Key, Parent                string
	Kind                       plan.Kind
	Title                      string
	State                      plan.State
	Start, Due                 string
	FirstDue, Done             string
	EstimateMin, SpentMin      int
	Area                       string
	Tags                       []string
	Why, What, DoneWhen, Notes string
	Draft                      bool
	Said                       []Said
}

// Said is one thing that is said of an item, or of the client. A text in Body
// that begins with @ is the key of another one, with ^ that of an item, with #
// the hue of a life area, with & the name of a picture, and * is the plan; one
// such as +30d is a day, counted from today. With Days it stands for one thing on
// each of these days, counted from today too.
type Said struct {
	Key  string
	Kind plan.AspectKind
	Body plan.Body
	Days []int
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
	tree := Tree{
		Name: written.Name, Subject: written.Subject, Links: written.Links, Boards: written.Boards,
		Said: on(written.Said, day), Looked: on(written.Looked, day),
	}
	tree.lay(written.Items, "", day)
	return tree, tree.hang()
}

// hang reads the pictures that hang on the boards, and the covers.
func (t *Tree) hang() error {
	t.Pictures = map[string]Picture{}
	for _, name := range t.shown() {
		picture, err := pictureOf(name)
		if err != nil {
			return fmt.Errorf("read picture %s: %w", name, err)
		}
		t.Pictures[name] = picture
	}
	return nil
}

// shown is the names of all pictures that are to be seen.
func (t *Tree) shown() []string {
	names := []string{}
	for _, board := range t.Boards {
		for _, piece := range board.Pieces {
			if piece.Picture != "" {
				names = append(names, piece.Picture)
			}
		}
	}
	for _, n := range t.Items {
		for _, said := range n.Said {
			if text, _ := said.Body["picture"].(string); text != "" {
				names = append(names, strings.TrimPrefix(text, "&"))
			}
		}
	}
	return names
}

func pictureOf(name string) (p Picture, err error) {
	if p.Large, err = files.ReadFile("pictures/" + name + ".jpg"); err != nil {
		return p, err
	}
	if p.Small, err = files.ReadFile("pictures/" + name + "-small.jpg"); err != nil {
		return p, err
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(p.Large))
	p.Width, p.Height = config.Width, config.Height
	return p, err
}

// script is a sample as it stands in its file.
type script struct {
	Name    string
	Subject plan.Subject
	Items   []entry
	Links   []Link
	Boards  []Board
	Said    []Said
	Looked  []Said
}

// entry is an item with what stands below it; its days are counted from today.
type entry struct {
	Node
	StartIn, DueIn, FirstIn, DoneIn *int
	Items                           []entry
}

// lay appends the entries and all below them.
func (t *Tree) lay(entries []entry, parent string, today time.Time) {
	for _, e := range entries {
		e.Parent = parent
		if e.State == "" {
			e.State = plan.Todo
		}
		e.Start, e.Due = in(e.StartIn, today), in(e.DueIn, today)
		e.FirstDue, e.Done = in(e.FirstIn, today), in(e.DoneIn, today)
		e.Said = on(e.Said, today)
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

// on is all that is said, each on its day.
func on(written []Said, today time.Time) []Said {
	said := make([]Said, 0, len(written))
	for _, s := range written {
		date(s.Body, today)
		if len(s.Days) == 0 {
			said = append(said, s)
		}
		for _, days := range s.Days {
			body := plan.Body{"on": in(&days, today)}
			maps.Copy(body, s.Body)
			said = append(said, Said{Kind: s.Kind, Body: body})
		}
	}
	return said
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
