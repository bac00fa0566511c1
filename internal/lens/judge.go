package lens

import (
	"slices"
	"strings"
)

// loose is the kind of an activity that is known, but in nothing else: vague,
// until it is said how much, how often, where or when.
const loose Kind = "loose"

// anyVerb is what verbs.txt says of all verbs that would be actions.
const anyVerb = "any"

// finding is a kind with why and by which word.
type finding struct {
	kind   Kind
	reason string
	word   word
}

func (p *pack) check(title string) Verdict {
	all := wordsOf(title)
	words := p.strip(all)
	if len(words) == 0 {
		return Verdict{}
	}
	found := p.judge(words, strings.Contains(title, "?"))
	if found.reason == ReasonInstead && strings.Contains(title, ":") {
		found.reason = ReasonNothing // "stop …: walk" says what instead
	}
	if found.reason == ReasonMeasure && p.told(AddWhen, all[:len(all)-len(words)]) {
		found.kind, found.reason = Action, ReasonNothing // "every day: read"
	}
	word := strings.ToLower(title[found.word.from:found.word.to])
	return Verdict{Kind: found.kind, Reason: found.reason, Word: word, Repairs: p.repairs(found, all)}
}

// strip leaves out what stands before the verb: "I want to", a day, a bullet.
func (p *pack) strip(words []word) []word {
	for len(words) > 0 {
		n := p.lists["before"].start(words)
		switch {
		case n == 0 && len(words) > 1 && p.day(words) > 0:
			n = p.day(words)
		case n == 0 && p.adverb(words[0]) && len(words) > 1 && p.verbAt(words[1:]) > 0:
			n = 1
		case n == 0 || n == len(words), p.verbAt(words) > n:
			return words
		}
		words = words[n:]
	}
	return words
}

// day is the number of words of a date that a line begins with, and of what
// says that it is one: "3/10", "by March", "by the end of June", not "in summer
// clothes". What happens again is no date: it makes an act of an activity.
func (p *pack) day(words []word) int {
	n := max(p.lists["before a time"].start(words), p.lists["before a date"].start(words))
	if n == 0 {
		return p.date(words)
	}
	if n == len(words) || words[n-1].stop || p.is("often", words[0]) {
		return 0
	}
	rest := p.bare(words[n:])
	n = len(words) - len(rest)
	if again := p.day(rest); again > 0 && n+again < len(words) {
		return n + again
	}
	n += p.dated(rest)
	if n == len(words)-len(rest) || n == len(words) || (!p.over(words, n) && p.verbAt(words[n:]) == 0) {
		return 0
	}
	return n
}

// dated is the number of words of a day, a month or a time of the year.
func (p *pack) dated(words []word) int {
	if p.is("months", words[0]) && len(words) > 2 && p.clock(words) && (words[1].stop || p.verbAt(words[2:]) > 0) {
		return 2 // "June 30", not "June 10 customers"
	}
	return max(p.lists["months"].start(words), p.lists["times"].start(words), p.lists["dates"].start(words))
}

// date is the number of words of a date that a line begins with: "3/10",
// "12 May", "2nd".
func (p *pack) date(words []word) int {
	text := words[0].text
	digits := strings.TrimRight(text, "stndrh")
	if strings.Trim(digits, "0123456789/.:") != "" {
		return 0
	}
	switch {
	case strings.Trim(digits, "0123456789") != "" || digits != text:
		return 1
	case len(words) > 2 && p.is("months", words[1]):
		return 2
	}
	return 0
}

func (p *pack) judge(words []word, asked bool) finding {
	if l, ok := p.read(words); ok {
		return l.found()
	}
	if found, ok := p.later(words); ok {
		return found
	}
	return p.nouns(words, asked)
}

// found is what the lexicon says, and what measure and comparison make of it.
func (l line) found() finding {
	found := l.alone()
	if l.second != nil && found.kind == Action {
		if second := l.second.found(); second.kind == Project {
			return second
		}
	}
	return found
}

// alone is what the lexicon says of the first verb.
func (l line) alone() finding {
	more := l.more()
	switch kind, at := l.lexical(); kind {
	case Action:
		return l.foundAction(more)
	case loose, Vague:
		return l.foundOpen(kind, more)
	case Project:
		return l.foundProject(more)
	default:
		if more.text != "" && more.text != "enough" && l.lists["stative"].has(l.verb) {
			return l.compared(more)
		}
		return finding{kind, ReasonResult, l.wanted(at)}
	}
}

func (l line) foundAction(more word) finding {
	switch {
	case more.text != "":
		return l.compared(more)
	case l.lists["leaving off"].has(l.verb):
		return finding{Action, ReasonInstead, l.said}
	default:
		return finding{Action, ReasonNothing, l.said}
	}
}

// foundOpen judges what leaves something open: an amount makes an act of it,
// and of a known activity so does its time or place.
func (l line) foundOpen(kind Kind, more word) finding {
	known := kind == loose
	switch {
	case l.amount, known && more.text == "" && (l.often || l.cued()):
		return finding{Action, ReasonNothing, l.said}
	case more.text != "":
		return l.compared(more)
	case known:
		return finding{Vague, ReasonMeasure, l.said}
	default:
		return finding{Vague, ReasonOpen, l.opened()}
	}
}

// foundProject lets go of what is done for a while: "write my novel for 20
// minutes"; and of what is only compared: "plan better".
func (l line) foundProject(more word) finding {
	switch {
	case more.text != "" && len(l.object) < 2 && l.is("more", l.rest[len(l.rest)-1]):
		return l.compared(more)
	case l.boxed():
		return finding{Action, ReasonNothing, l.said}
	default:
		return finding{Project, ReasonSeries, l.named()}
	}
}

// lexical is the kind of the first frame that holds, and the last word of what
// it holds by; one without text = it holds always.
func (l line) lexical() (Kind, word) {
	own, at := l.framed(l.verb)
	if own != Action || at.text != "" {
		return own, at
	}
	return l.framed(anyVerb)
}

// framed is the kind of the first line of a verb that holds, and the last word
// of what it holds by.
func (l line) framed(verb string) (Kind, word) {
	for _, frame := range l.verbs[verb] {
		if len(frame.when) == 0 {
			return frame.kind, word{}
		}
		for _, c := range frame.when {
			if at, ok := l.holds(c); ok {
				return frame.kind, at
			}
		}
	}
	return Action, word{}
}

// holds tells whether what may follow the verb does, and its last word; of
// nothing that is the verb.
func (l line) holds(c cond) (word, bool) {
	switch c.where {
	case '-':
		return l.said, len(l.rest) == 0
	case '~':
		own := l.own()
		for i := range own {
			if n := l.begins(own[i:], c); n > 0 {
				return own[i+n-1], true
			}
		}
		return word{}, false
	case '^':
		for _, rest := range [][]word{l.rest, l.bare(l.rest)} {
			if n := l.begins(rest, c); n > 0 {
				return rest[n-1], true
			}
		}
		return word{}, false
	default:
		return l.closes(c)
	}
}

// own is what follows the verb up to a clause that belongs to somebody else:
// "ask Grace how she lost 10 kilos".
func (l line) own() []word {
	if at := slices.IndexFunc(l.rest, func(w word) bool { return l.is("clauses", w) }); at >= 0 {
		return l.rest[:at]
	}
	return l.rest
}

// begins is how many words at the beginning are what may follow; 0 = none.
func (l line) begins(words []word, c cond) int {
	one := 0
	switch {
	case len(words) == 0:
	case c.list == "figure" && l.figure(words[0].text),
		c.list == "percent" && (strings.HasSuffix(words[0].text, "%") || words[0].text == "percent"),
		c.list == "participle" && l.participle(words[0]):
		one = 1
	case c.list == "limit":
		return l.limited(words)
	case c.list != "":
		return l.lists[c.list].start(words)
	case len(words) >= len(c.words) && equal(words[:len(c.words)], c.words):
		return len(c.words)
	}
	return one
}

// closes tells whether the object ends with what may follow, and its last word.
func (l line) closes(c cond) (word, bool) {
	if c.list == "sum" {
		if at := slices.IndexFunc(l.rest, money); at >= 0 {
			return l.rest[at], true
		}
		return word{}, false
	}
	if len(l.object) == 0 {
		return word{}, false
	}
	last := l.object[len(l.object)-1]
	switch c.list {
	case "":
		return last, slices.Contains(singulars(last.text), c.words[len(c.words)-1]) && ends(l.object, c.words)
	case "participle":
		return last, l.participle(last)
	default:
		return last, l.lists[c.list].end(l.object)
	}
}

// money tells of a sum.
func money(w word) bool { return strings.ContainsAny(w.text, "€$£") }

// participle tells of "updated", "sold", not of "need" and "bed".
func (p *pack) participle(w word) bool {
	if p.is("participle", w) {
		return true
	}
	if p.is("no participle", w) {
		return false
	}
	return slices.ContainsFunc(p.endings, func(ending string) bool {
		stem, ok := strings.CutSuffix(w.text, ending)
		return ok && len(stem) > 2 && !strings.HasSuffix(stem, "e")
	})
}

// cued tells whether a place or a time is said.
func (l line) cued() bool {
	for i := range l.rest {
		if l.is("cues", l.rest[i]) || l.when(l.rest[i:]) {
			return true
		}
	}
	return false
}

// boxed tells of a time box: "for 20 minutes".
func (l line) boxed() bool {
	for i, w := range l.rest {
		if l.is("hours", w) && i > 0 && (l.number(l.rest[i-1].text) || l.is("articles", l.rest[i-1])) {
			return true
		}
	}
	return false
}

// named is the last word of the object, else the verb.
func (l line) named() word {
	if len(l.object) == 0 {
		return l.said
	}
	return l.object[len(l.object)-1]
}
