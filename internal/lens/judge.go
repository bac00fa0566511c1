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
	word := strings.ToLower(title[found.word.from:found.word.to])
	return Verdict{Kind: found.kind, Reason: found.reason, Word: word, Repairs: p.repairs(found, all)}
}

// strip leaves out what stands before the verb: "I want to", a day, a bullet.
func (p *pack) strip(words []word) []word {
	for len(words) > 0 {
		n := p.lists["before"].start(words)
		switch {
		case n == 0 && len(words) > 1 && p.date(words) > 0:
			n = p.date(words)
		case n == 0 && p.adverb(words[0]) && len(words) > 1 && p.verbAt(words[1:]) > 0:
			n = 1
		case n == 0 || n == len(words), p.verbAt(words) > n:
			return words
		}
		words = words[n:]
	}
	return words
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
	switch kind := l.lexical(); kind {
	case Action:
		return l.foundAction(more)
	case loose, Vague:
		return l.foundOpen(kind, more)
	case Project:
		return l.foundProject(more)
	default:
		if more.text != "" && more.text != "enough" && l.lists["stative"].has(l.verb) {
			return finding{Vague, ReasonMore, more}
		}
		return finding{kind, ReasonResult, l.said}
	}
}

func (l line) foundAction(more word) finding {
	switch {
	case more.text != "":
		return finding{Vague, ReasonMore, more}
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
		return finding{Vague, ReasonMore, more}
	case known:
		return finding{Vague, ReasonMeasure, l.said}
	default:
		return finding{Vague, ReasonOpen, l.said}
	}
}

// foundProject lets go of what is done for a while: "write my novel for 20
// minutes"; and of what is only compared: "plan better".
func (l line) foundProject(more word) finding {
	switch {
	case more.text != "" && len(l.object) < 2 && l.is("more", l.rest[len(l.rest)-1]):
		return finding{Vague, ReasonMore, more}
	case l.boxed():
		return finding{Action, ReasonNothing, l.said}
	default:
		return finding{Project, ReasonSeries, l.named()}
	}
}

// lexical is the kind of the first frame that holds.
func (l line) lexical() Kind {
	own, plain := l.framed(l.verb)
	if own != Action || !plain {
		return own
	}
	kind, _ := l.framed(anyVerb)
	return kind
}

// framed is the kind of the first line of a verb that holds, and whether it
// holds always.
func (l line) framed(verb string) (kind Kind, plain bool) {
	for _, frame := range l.verbs[verb] {
		if len(frame.when) == 0 || slices.ContainsFunc(frame.when, l.holds) {
			return frame.kind, len(frame.when) == 0
		}
	}
	return Action, true
}

func (l line) holds(c cond) bool {
	switch c.where {
	case '-':
		return len(l.rest) == 0
	case '~':
		own := l.own()
		for i := range own {
			if l.begins(own[i:], c) {
				return true
			}
		}
		return false
	case '^':
		return l.begins(l.rest, c) || l.begins(l.bare(l.rest), c)
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

func (l line) begins(words []word, c cond) bool {
	switch {
	case c.list == "figure":
		return len(words) > 0 && l.figure(words[0].text)
	case c.list == "limit":
		return l.limited(words)
	case c.list == "percent" && len(words) > 0:
		return strings.HasSuffix(words[0].text, "%") || words[0].text == "percent"
	case c.list == "participle" && len(words) > 0:
		return l.participle(words[0])
	case c.list != "":
		return l.lists[c.list].start(words) > 0
	default:
		return len(words) >= len(c.words) && equal(words[:len(c.words)], c.words)
	}
}

func (l line) closes(c cond) bool {
	switch {
	case c.list == "sum":
		return slices.ContainsFunc(l.rest, money)
	case len(l.object) == 0:
		return false
	case c.list == "participle":
		return l.participle(l.object[len(l.object)-1])
	case c.list != "":
		return l.lists[c.list].end(l.object)
	}
	for _, last := range singulars(l.object[len(l.object)-1].text) {
		if last == c.words[len(c.words)-1] && ends(l.object, c.words) {
			return true
		}
	}
	return false
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

// more is the word that compares without an amount; one without text = none.
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
		case i < 3 && l.is("how much", w), last && l.is("more", w):
			return w
		case !last && i > 0 && l.is("prepositions", w) && !l.is("more", rest[i+1]):
			return word{}
		}
	}
	return word{}
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
