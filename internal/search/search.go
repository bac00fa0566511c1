// Package search reads what somebody asks for, and shows where it stands.
//
// A question is words, all of which must occur; the last one may be half typed. Words
// in quotes stand beside each other, and what begins with - must not occur. Beside
// the words there are conditions such as kind:goal or due:week, in the words of the
// catalogue (Vocabulary). The promises:
//
//   - No question is wrong: what is not understood is just words.
//   - Match is always an expression that FTS5 understands, whatever was typed.
//
// It is pure: it knows neither the vault nor the clock.
package search

import "cairn/internal/plan"

// MaxText is how much of a question is read, in bytes; MaxWords how many of its words.
const (
	MaxText  = 1000
	MaxWords = 32
)

// Asked is a question. Of the conditions of one sort at least one must hold, and all
// sorts; of each word, that it occurs, or does not.
type Asked struct {
	Words   []Word
	Kinds   []plan.Kind
	Is      []Is
	Tags    []string // as they were typed
	Plans   []string
	Areas   []string
	Due     []Span
	Changed []Span
	In      []Place
}

// Word is one word, or some that stand beside each other. Begins: its last one may
// go on.
type Word struct {
	Text   string
	Begins bool
	Not    bool
}

// Is says how an item stands.
type Is string

// How an item can stand, beside the states of the plan.
const (
	Open    Is = "open" // to do, doing or waiting
	Todo    Is = "todo"
	Doing   Is = "doing"
	Waiting Is = "waiting"
	Done    Is = "done"
	Parked  Is = "parked"
	LetGo   Is = "letgo"
	Draft   Is = "draft"
	Late    Is = "late"  // open, and its day has passed
	Trash   Is = "trash" // it lies there
)

// Place is where words stand.
type Place string

// The places where words can stand.
const (
	Title   Place = "title"
	Notes   Place = "notes" // all that is written at length about an item
	Checkin Place = "checkin"
	Session Place = "session"
	Board   Place = "board"
	Said    Place = "said" // all else that is said of an item or of oneself
)

// Span is some days, the first and the last; an empty one is not bound.
type Span struct{ From, To string }

// Empty is true for a question that asks for nothing.
func (a Asked) Empty() bool {
	return !a.hasWords() && !a.Narrow()
}

// Narrow is true where there is a condition beside the words and where they stand.
func (a Asked) Narrow() bool {
	return len(a.Kinds)+len(a.Is)+len(a.Tags)+len(a.Plans)+len(a.Areas)+len(a.Due)+len(a.Changed) > 0
}

func (a Asked) hasWords() bool {
	for _, w := range a.Words {
		if !w.Not {
			return true
		}
	}
	return false
}

// IsAsked tells whether one of the conditions is that.
func (a Asked) IsAsked(is Is) bool {
	for _, one := range a.Is {
		if one == is {
			return true
		}
	}
	return false
}
