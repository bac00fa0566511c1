package plan

import (
	"slices"
	"strconv"
)

// Deck is a way to lead a session: stages with questions, in their order. Those
// in a vault are its owner's own; the built-in ones stand in the page's catalogue
// and have ids of their own, under which a changed one is kept here.
type Deck struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Rank   string  `json:"rank"`
	Stages []Stage `json:"stages"`
}

// Stage is a part of a session, such as Purpose or Plan.
type Stage struct {
	Name string `json:"name"`
	Asks []Ask  `json:"asks"`
}

// Ask is one question: its words, in which {goal}, {step} and {words} stand for
// the client's own; Again, how it is put from the second time on, where it is
// asked until there is nothing else; and what becomes of its answer. Each: it is
// asked of every step. Key tells it apart in its deck.
type Ask struct {
	Key   string `json:"key"`
	Does  Does   `json:"does"`
	Words string `json:"words"`
	Again string `json:"again"`
	Each  bool   `json:"each"`
}

// Does is what becomes of an answer.
type Does string

// What an answer can become.
const (
	DoesSay        Does = "say"        // it is kept as it was said
	DoesTopic      Does = "topic"      // what the session is about
	DoesFuzzy      Does = "fuzzy"      // how fuzzy the topic is, 0 to 10 (R105)
	DoesClear      Does = "clear"      // how clear it is, 0 to 10
	DoesGoal       Does = "goal"       // what the client would like to happen: a goal
	DoesWhy        Does = "why"        // why they want it
	DoesGather     Does = "gather"     // ideas, until there is nothing else (R108)
	DoesOrder      Does = "order"      // which idea comes first, and next (R110, R112)
	DoesHow        Does = "how"        // what is done first for a step that names an outcome (R45)
	DoesBefore     Does = "before"     // what must be true just before, back to today (R36)
	DoesBarrier    Does = "barrier"    // what may come in between (R71, R73)
	DoesStrategy   Does = "strategy"   // what is done then (R72)
	DoesGap        Does = "gap"        // what is missing for it (R67)
	DoesJudge      Does = "judge"      // by what they will know (R28)
	DoesDoneWhen   Does = "doneWhen"   // when a step is done (R35)
	DoesImportance Does = "importance" // how much it matters, 0 to 10 (R74)
	DoesConfidence Does = "confidence" // how sure they are of it, 0 to 10 (R74)
	DoesWhen       Does = "when"       // on which day, at what time: a commitment (R55)
	DoesPin        Does = "pin"        // the first step stays in sight (R111)
	DoesAfter      Does = "after"      // afterwards, for the coach alone (R116)
)

var does = [...]Does{
	DoesSay, DoesTopic, DoesFuzzy, DoesClear, DoesGoal, DoesWhy, DoesGather, DoesOrder, DoesHow, DoesBefore, DoesBarrier,
	DoesStrategy, DoesGap, DoesJudge, DoesDoneWhen, DoesImportance, DoesConfidence, DoesWhen, DoesPin, DoesAfter,
}

// The most that a deck may have.
const (
	MaxStages = 12
	MaxAsks   = 60 // in one stage
)

// CleanStages brings the texts of stages to their form and refuses what nobody
// can ask: a deck without questions, a question without words, two with one key.
func CleanStages(stages []Stage) ([]Stage, error) {
	if len(stages) == 0 || len(stages) > MaxStages {
		return nil, Refuse(Invalid, "error.deck_stages", "max", strconv.Itoa(MaxStages))
	}
	keys := map[string]bool{}
	clean := make([]Stage, len(stages))
	for i, stage := range stages {
		var err error
		if clean[i], err = cleanStage(stage); err != nil {
			return nil, err
		}
		for _, ask := range stage.Asks {
			if keys[ask.Key] {
				return nil, Refuse(Invalid, "error.deck_twice")
			}
			keys[ask.Key] = true
		}
	}
	return clean, nil
}

func cleanStage(s Stage) (Stage, error) {
	name, err := CleanName(s.Name)
	if err != nil {
		return s, err
	}
	if len(s.Asks) == 0 || len(s.Asks) > MaxAsks {
		return s, Refuse(Invalid, "error.deck_asks", "max", strconv.Itoa(MaxAsks))
	}
	asks := make([]Ask, len(s.Asks))
	for i, ask := range s.Asks {
		if asks[i], err = cleanAsk(ask); err != nil {
			return s, err
		}
	}
	return Stage{Name: name, Asks: asks}, nil
}

func cleanAsk(a Ask) (Ask, error) {
	if a.Key == "" || !slices.Contains(does[:], a.Does) {
		return a, Refuse(Invalid, "error.deck_ask")
	}
	var err error
	if a.Words, err = CleanTitle(a.Words); err != nil {
		return a, err
	}
	if a.Again != "" {
		a.Again, err = CleanTitle(a.Again)
	}
	return a, err
}
