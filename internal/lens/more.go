package lens

import (
	"slices"
	"strings"
)

// more is what compares without an amount, the whole of it: "more often"; one
// without text = none.
func (l line) more() word {
	if l.amount || l.lists["more is fine"].has(l.verb) {
		return word{}
	}
	rest := l.own()
	for i, w := range rest {
		last := i == len(rest)-1 || w.stop
		switch {
		case w.text == "enough" && !last: // "well enough to …"
			return word{}
		case i > 0 && l.lists["no longer"].start(rest[i-1:]) > 1: // "nicht mehr"
			continue
		case i < 3 && l.is("how much", w), last && l.is("more", w), i == 0 && !last && l.is("steps up", w) && l.is("prepositions", rest[1]):
			return l.comparison(rest, i)
		case !last && i > 0 && l.is("prepositions", w) && !l.is("more", rest[i+1]):
			return word{}
		}
	}
	return word{}
}

// comparison is the whole of one of which the word at i is a part: "more often",
// "more confident", but "more" of "more water".
func (l line) comparison(words []word, i int) word {
	if i > 0 && l.is("degree", words[i-1]) && !words[i-1].stop {
		return whole(words[i-1 : i+1])
	}
	if verb := strings.Fields(l.said.text); i == 0 && len(verb) > 1 && l.is("degree", word{text: verb[len(verb)-1]}) {
		more := word{text: verb[len(verb)-1], from: l.said.to - len(verb[len(verb)-1]), to: l.said.to}
		return whole([]word{more, words[0]}) // "go out more" is a verb of its own
	}
	if l.is("degree", words[i]) && !words[i].stop && i+1 < len(words) && l.graded(words, i+1) {
		return whole(words[i : i+2])
	}
	return words[i]
}

// graded tells of what "more" makes a comparison of: "often", "regularly", and
// with "be" whatever ends the line: "patient".
func (l line) graded(words []word, i int) bool {
	w := words[i]
	if l.is("degree", w) || l.is("prepositions", w) && !l.is("more", w) && !l.adverb(w) {
		return false
	}
	ends := i == len(words)-1 || w.stop || l.is("prepositions", words[i+1])
	return l.is("more", w) || l.adverb(w) || (ends && (l.is("adjective", w) || l.participle(w) || l.lists["stative"].has(l.verb)))
}

// compared is what a comparison makes of a line. "Regularly" and its like are
// compared with nothing: they lack a measure, "creative" lacks what one does.
func (l line) compared(more word) finding {
	switch {
	case l.is("unmeasured", more):
		return finding{Vague, ReasonMeasure, more}
	case l.is("manner", more):
		return finding{Vague, ReasonOpen, span(l.said, more)}
	default:
		return finding{Vague, ReasonMore, more}
	}
}

// opened is a verb that leaves open what one does, and after a "more" at its end
// what there is to be more of: "be more patient".
func (l line) opened() word {
	verb := strings.Fields(l.said.text)
	if len(l.rest) == 0 || !l.is("degree", word{text: verb[len(verb)-1]}) {
		return l.said
	}
	return span(l.said, l.phrase())
}

// wanted is what names a result: the verb, with what makes a result of it where
// the verb alone does not: "run a marathon", "be debt free". Where a sign parts
// them it is the clause that says so: "Swim, 1000 m without stopping".
func (l line) wanted(at word) word {
	if phrase := l.phrase(); l.lists["thin"].has(l.verb) && (at.text == "" || phrase.to > at.to) {
		at = phrase // "have a good credit score"
	}
	if at.text == "" {
		return l.said
	}
	from := l.said
	for i, w := range l.rest {
		if w.stop && w.to < at.to && w.from >= l.said.from && i+1 < len(l.rest) {
			from = l.rest[i+1]
		}
	}
	if one := span(from, at); one.to >= at.to {
		return one
	}
	return l.said // there is no room for the rest
}

// phrase is the last word of what follows the verb, up to a second preposition;
// where the verb is last, the one before it.
func (l line) phrase() word {
	if l.last && len(l.rest) > 0 {
		return l.rest[len(l.rest)-1]
	}
	begun := false
	for i, w := range l.rest {
		small := l.is("prepositions", w) || l.is("articles", w)
		if begun && l.is("prepositions", w) {
			return l.rest[i-1]
		}
		begun = begun || !small
		if w.stop {
			return w
		}
	}
	return slices.Concat([]word{l.said}, l.rest)[len(l.rest)]
}
