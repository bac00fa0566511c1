package lens

import (
	"slices"
	"strings"
)

// later looks for a verb behind what stands before it: "Mum: ring her", "If it
// rains, work in the shed", "After dinner wash the dishes".
func (p *pack) later(words []word) (finding, bool) {
	if len(words) > 2 && p.is("and", words[1]) {
		if l, ok := p.read(words[2:]); ok {
			l.measure(words)
			return l.found(), true
		}
	}
	opens := p.is("opens", words[0])
	for i := 1; i < len(words); i++ {
		inside := !opens || i == 1 || p.is("determiner", words[i-1]) || p.is("articles", words[i-1])
		if inside && !words[i-1].stop {
			continue
		}
		rest := p.strip(words[i:])
		l, ok := p.read(rest)
		if !ok || (!words[i-1].stop && p.is("both", rest[0])) {
			continue
		}
		l.measure(words)
		return l.found(), true
	}
	return finding{}, false
}

// nouns judges a line without a verb that the lexicon knows.
func (p *pack) nouns(words []word, asked bool) finding {
	l := line{pack: p, all: words, rest: words, object: p.object(words)}
	l.measure(words)
	l.said = words[0]
	core := p.core(words)
	last := core[len(core)-1]
	switch {
	case p.lists["undertaking"].end(core):
		return finding{Project, ReasonSeries, last}
	case p.is("no", words[0]):
		return l.without()
	case p.claim(words).text != "":
		return finding{Outcome, ReasonState, p.claim(words)}
	case p.metric(words, l.amount):
		return finding{Outcome, ReasonResult, last}
	case len(core) > 1 && !p.nominal(words, len(core)-1) && (p.participle(last) || p.is("adjective", last) || p.lists["adjective"].end(core) || p.lists["adjective"].end(words)):
		return finding{Outcome, ReasonState, last}
	case p.predicate(words).text != "":
		return finding{Outcome, ReasonState, p.predicate(words)}
	case len(words) > 1 && len(words) < 5 && p.is("more", last) && !p.is("determiner", words[0]) && !p.is("wish", words[0]):
		return l.compared(l.comparison(words, slices.IndexFunc(words, func(w word) bool { return w.from == last.from })))
	case l.amount || l.often:
		return finding{Action, ReasonNothing, words[0]}
	case p.is("wish", words[0]) && len(words) > 1:
		return l.wish()
	case len(l.object) > 1 && len(core) > 1 && p.lists["state"].end(core) && !p.is("tails", last):
		return finding{Outcome, ReasonState, last}
	case len(core) == 1 && (p.is("adjective", last) || p.participle(last)) && !p.is("both", last):
		return finding{Outcome, ReasonState, last}
	case asked || p.is("asks", words[0]):
		return finding{Vague, ReasonOpen, words[0]}
	case p.unknown(words):
		return p.guess(l)
	default:
		return finding{NoVerb, ReasonNoun, last}
	}
}

// core is a line up to where it says by when or where.
func (p *pack) core(words []word) []word {
	for i, w := range words {
		if i > 0 && p.is("until", w) {
			return words[:i]
		}
		if w.stop {
			return words[:i+1]
		}
	}
	return words
}

// without judges "no phone in the bedroom after ten", "no debt", "no sugar".
func (l line) without() finding {
	if l.lists["state"].end(l.object) || l.lists["metric"].end(l.object) {
		return finding{Outcome, ReasonState, l.named()}
	}
	if l.amount || l.often || (len(l.rest) > 3 && l.cued()) {
		return finding{Action, ReasonInstead, l.rest[0]}
	}
	return finding{Vague, ReasonMeasure, l.rest[0]}
}

// wish judges "more energy" and "more vegetables".
func (l line) wish() finding {
	object := l.object
	if len(object) > 1 && l.is("wish", object[0]) {
		object = object[1:]
	}
	if l.lists["state"].end(object) || l.lists["metric"].end(object) || l.lists["job"].end(object) {
		return finding{Outcome, ReasonState, object[len(object)-1]}
	}
	if first := l.all[0]; l.is("manner", first) {
		return finding{Vague, ReasonOpen, span(first, l.named())}
	}
	return l.compared(l.comparison(l.all, 0))
}

// claim is the verb of a line in which somebody does or is something: "my team
// trusts me"; one without text = it is no such line.
func (p *pack) claim(words []word) word {
	for i := 1; i < min(len(words), 7); i++ {
		if p.is("copula", words[i]) || (i > 1 && p.is("no longer", words[i])) || p.claims(words, i) {
			return words[i]
		}
		if words[i].stop {
			break
		}
	}
	return word{}
}

// claims tells whether the word at i is the verb of a subject before it.
func (p *pack) claims(words []word, i int) bool {
	named := p.is("determiner", words[0])
	subject := named || (i == 1 && (strings.HasSuffix(words[0].text, "s") || strings.HasSuffix(words[1].text, "s")))
	if !subject || p.is("prepositions", words[i-1]) {
		return false
	}
	if i == len(words)-1 {
		return named && p.is("sentence", words[i])
	}
	return p.is("sentence", words[i]) || p.third(words, i)
}

// third tells of a verb of the lexicon in the third person: "the dog barks at …".
func (p *pack) third(words []word, i int) bool {
	stem, ok := strings.CutSuffix(words[i].text, "s")
	if !ok || i < 2 || i+1 >= len(words) || p.thing(words[i+1]) {
		return false
	}
	_, known := p.verbs[stem]
	return known && !slices.ContainsFunc(words[:i], func(w word) bool { return p.is("prepositions", w) })
}

// predicate is the word that says how something is to be: "bridge open to
// traffic", "losses down to 4%", "baby sleeping through"; one without text = none.
func (p *pack) predicate(words []word) word {
	for i := 1; i < len(words); i++ {
		if p.limited(words[i:]) > 0 || p.predicates(words, i) {
			return words[i]
		}
		if words[i].stop || p.is("of", words[i]) {
			break
		}
	}
	return word{}
}

// limited is how many words are a number with a limit: "under 10%"; 0 = none.
func (p *pack) limited(words []word) int {
	n := p.lists["limits"].start(words)
	if n == 0 || n == len(words) || !p.figure(words[n].text) {
		return 0
	}
	return n + 1
}

// nominal tells whether the word at i, which could say how something is, is a
// noun: "on my back", "to the left", "from the well". "The back" alone is not
// enough: "the kitchen floor clean" begins with an article too.
func (p *pack) nominal(words []word, i int) bool {
	return i > 0 && p.is("before a noun", words[i-1]) && (i == 1 || p.is("prepositions", words[i-2]) || p.unknown(words))
}

// predicates tells whether the word at i says how what stands before it is.
func (p *pack) predicates(words []word, i int) bool {
	w, last := words[i], i == len(words)-1
	if p.nominal(words, i) {
		return false
	}
	if !last && !w.stop && !p.is("prepositions", words[i+1]) && !p.is("particles", words[i+1]) && !p.number(words[i+1].text) {
		return false
	}
	switch {
	case p.participle(w) || p.is("adjective", w):
		return !p.is("verbs too", w)
	case last:
		return false
	case p.gerund(w):
		return !p.is("both", w) && p.verbAt(words[i:]) > 0 && !p.is("and", words[i+1])
	default:
		return p.is("regained", w) && !p.unknown(words) && !p.toAndFro(words[i:])
	}
}

// toAndFro tells of "up and down", which is where one moves, no change of a figure.
func (p *pack) toAndFro(words []word) bool {
	return len(words) > 2 && p.is("and", words[1]) && p.is("particles", words[2])
}

// metric tells of a number of what is counted as a success: "10 new clients".
func (p *pack) metric(words []word, amount bool) bool {
	if !amount && !slices.ContainsFunc(words, func(w word) bool { return strings.ContainsAny(w.text, "€$£%") }) {
		return false
	}
	object := p.object(words)
	sum := slices.ContainsFunc(words[:min(2, len(words))], money)
	many := len(words) > 1 && thousands(words[0].text) && !p.is("units", words[1])
	return sum || many || p.lists["metric"].end(object)
}

// thousands tells of a number that nobody does one by one.
func thousands(text string) bool {
	digits := strings.NewReplacer(",", "", ".", "").Replace(text)
	return len(digits) > 2 && strings.Trim(digits, "0123456789") == ""
}

// unknown tells of a verb that the lexicon does not have, by what follows it.
func (p *pack) unknown(words []word) bool {
	if len(words) < 2 || words[0].stop || p.is("determiner", words[0]) || p.is("prepositions", words[0]) {
		return false
	}
	return p.is("heralds", words[1]) || p.is("pronoun", words[1]) || verbal(words[0].text)
}

// verbal tells of the endings that only verbs have.
func verbal(text string) bool {
	for _, ending := range []string{"ize", "ise", "ify", "izing", "ising", "ifying"} {
		if strings.HasSuffix(text, ending) && len(text) > len(ending)+2 {
			return true
		}
	}
	return false
}

// guess takes an unknown verb for an act, unless it compares.
func (p *pack) guess(l line) finding {
	l.said, l.rest = l.all[0], l.all[1:]
	l.object = p.object(l.rest)
	if more := l.more(); more.text != "" {
		return l.compared(more)
	}
	return finding{Action, ReasonNothing, l.said}
}
