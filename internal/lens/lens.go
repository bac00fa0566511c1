// Package lens tells an action from an outcome. It reads the title of a step
// or goal and says which of five things it is, which word gave it away and
// what would mend it: "grow my business … it's not really an action step. It's
// an outcome" (seed S1).
//
// It knows no grammar. A lexicon of verbs says what each means with the object
// behind it ("get milk", "get promoted"), lists of words say the rest; both are
// plain text in a folder for each language, and a language is added by adding
// a folder. It judges lines, never the people who write them.
package lens

import "unicode/utf8"

// Kind is what a title is.
type Kind string

// The five verdicts, and none: for a language that has no pack, and for a
// title without a word.
const (
	None    Kind = ""
	Action  Kind = "action"  // what one person can start and finish, or repeat
	Outcome Kind = "outcome" // a result or state that one wants
	Project Kind = "project" // needs a series of actions
	Vague   Kind = "vague"   // does not say what one would do
	NoVerb  Kind = "noverb"  // names a thing, not what is done with it
)

// Why a verdict was given: keys of the catalogue of texts.
const (
	ReasonResult  = "lens.result"  // the verb names a result
	ReasonState   = "lens.state"   // a word says how things will be
	ReasonSeries  = "lens.series"  // what is made takes many acts
	ReasonOpen    = "lens.open"    // the verb leaves open what one does
	ReasonMeasure = "lens.measure" // the activity is known, its measure is not
	ReasonMore    = "lens.more"    // a comparison without an amount
	ReasonNoun    = "lens.noun"    // nothing is done
	ReasonInstead = "lens.instead" // an action, but one of leaving off
	ReasonNothing = ""             // an action: there is nothing to say
)

// Repair is something that can be done about a verdict.
type Repair string

// The repairs that are offered.
const (
	MakeGoal      Repair = "goal"      // it becomes a goal and asks for its steps
	FirstStep     Repair = "first"     // "what is the first thing you would do?"
	Split         Repair = "split"     // steps that lead there, by asking how
	MakeMilestone Repair = "milestone" // it becomes a milestone
	AddVerb       Repair = "verb"      // call …, book …, write …
	AddWhat       Repair = "what"      // what one would be seen doing
	AddHowMuch    Repair = "amount"    // its amount, where the title says none
	AddWhere      Repair = "where"     // its place, where the title says none
	AddWhen       Repair = "when"      // its day or time, where the title says none
	SayInstead    Repair = "instead"   // what to do in its stead
)

// Verdict is what the lens says of a title. Its word is a piece of the title, as
// it stands there but in small letters, so that it can be marked there: of a verb
// the whole of it ("sort out my desk"), without a part that stands apart ("sort
// my desk out"), and with what makes a result of it ("run a marathon"); of a
// comparison the whole ("more often"). It is not longer than a chip has room for.
type Verdict struct {
	Kind    Kind     `json:"kind"`
	Reason  string   `json:"reason"`  // a key of the catalogue; "" = nothing to say
	Word    string   `json:"word"`    // the word or verb that gave it away; "" = none did
	Repairs []Repair `json:"repairs"` // the likeliest first; none for an action
}

// longest is how much of a title is read, in characters: what a verdict hangs
// on stands at its beginning.
const longest = 400

// Check says what a title is. lang is a language tag such as "en" or "de-AT";
// one without a pack gives no verdict. It is pure and quick enough to be asked
// at every key.
func Check(lang, title string) Verdict {
	pack := packOf(lang)
	if pack == nil {
		return Verdict{}
	}
	return pack.check(cut(title))
}

// cut is the beginning of a title, whole characters only.
func cut(title string) string {
	if len(title) <= longest || utf8.RuneCountInString(title) <= longest {
		return title
	}
	return string([]rune(title)[:longest])
}
