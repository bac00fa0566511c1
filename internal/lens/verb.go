package lens

import (
	"slices"
	"strings"
)

// read takes a line apart whose verb stands where it should: at the beginning,
// or in German at the end.
func (p *pack) read(words []word) (line, bool) {
	if p.last {
		return p.readLast(words)
	}
	n := max(1, p.verbAt(words))
	if p.noun(words, n) {
		return line{}, false
	}
	l := line{pack: p, all: words, said: whole(words[:n]), rest: words[n:]}
	if l.verb = p.verbOf(words[:n]); l.verb == "" {
		l.verb = l.said.text // "figure my career out": it may have a second part
	}
	if l.rejoin(); p.verbs[l.verb] == nil {
		return line{}, false
	}
	if len(l.rest) > 2 && p.is("and", l.rest[0]) { // "write and illustrate a book"
		if second, ok := p.read(l.rest[1:]); ok && len(second.rest) > 0 {
			second.measure(words)
			return second, true
		}
		l.rest = l.rest[2:]
	}
	l.object = p.object(l.rest)
	l.measure(words)
	l.besides()
	return l, true
}

// besides finds a second verb behind an "and".
func (l *line) besides() {
	at := slices.IndexFunc(l.rest, func(w word) bool { return l.is("and", w) })
	if at < 1 || at+1 >= len(l.rest) || l.is("both", l.rest[at+1]) {
		return
	}
	if second, ok := l.read(l.rest[at+1:]); ok {
		l.second = &second
	}
}

// verbAt is the number of words of the longest verb that a line begins with.
func (p *pack) verbAt(words []word) int {
	for n := min(len(words), p.reach); n > 0; n-- {
		if p.verbOf(words[:n]) != "" {
			return n
		}
	}
	return 0
}

// verbOf is the verb that these words are, as the lexicon has it; "" = none.
func (p *pack) verbOf(words []word) string {
	last := len(words) - 1
	if slices.ContainsFunc(words[:last], func(w word) bool { return w.stop }) {
		return ""
	}
	tail := ""
	for _, w := range words[1:] {
		tail += " " + w.text
	}
	for _, first := range p.lemmas(words[0].text) {
		if _, ok := p.verbs[first+tail]; ok {
			return first + tail
		}
	}
	return ""
}

// lemmas are the verbs that a form may come from: itself, and what "-ing" was
// added to ("running", "writing", "tying") or "re-" set before.
func (p *pack) lemmas(text string) []string {
	forms := []string{text}
	for _, ending := range p.gerunds {
		stem, ok := strings.CutSuffix(text, ending)
		if !ok || len(stem) < 2 {
			continue
		}
		forms = append(forms, stem, stem+"e")
		if n := len(stem); stem[n-1] == stem[n-2] {
			forms = append(forms, stem[:n-1])
		}
		if begin, ok := strings.CutSuffix(stem, "y"); ok {
			forms = append(forms, begin+"ie")
		}
	}
	for _, again := range p.again {
		if stem, ok := strings.CutPrefix(text, again); ok && len(stem) > 3 {
			forms = append(forms, strings.TrimPrefix(stem, "-"))
		}
	}
	return forms
}

// rejoin finds the second part of a verb behind its object: "sort my life out".
func (l *line) rejoin() {
	for i, w := range l.rest {
		ends := i == len(l.rest)-1 || w.stop || l.is("prepositions", l.rest[i+1])
		if i > 0 && ends && l.is("particles", w) && !l.is("before a noun", l.rest[i-1]) {
			verb := l.verb + " " + w.text
			if _, ok := l.verbs[verb]; ok {
				l.verb = verb
				l.rest = append(slices.Clone(l.rest[:i]), l.rest[i+1:]...)
				return
			}
		}
		if w.stop || i > 4 {
			return
		}
	}
}

// readLast takes a line apart whose verb stands at its end ("meine Mutter
// anrufen", "… anzurufen") or at the end of what matters ("den Tisch
// reservieren für Freitag"), or is said of oneself ("rufe meine Mutter an").
func (p *pack) readLast(words []word) (line, bool) {
	for end := len(words); end > 0; end-- {
		if end == len(words) || words[end-1].stop || p.is("prepositions", words[end]) {
			if l, ok := p.readUpTo(words, end); ok {
				return l, true
			}
		}
	}
	if l, ok := p.readFirst(words); ok {
		return l, true
	}
	last := words[len(words)-1]
	if len(words) > 1 && !last.name && !p.participle(last) && ending(last.text, p.lists["infinitive ending"].all()) {
		return p.lineOf(words, last.text, last, words[:len(words)-1]), true
	}
	return line{}, false
}

// readUpTo takes apart what stands before a verb that ends at end.
func (p *pack) readUpTo(words []word, end int) (line, bool) {
	for n := min(end, p.reach); n > 0; n-- {
		at := end - n
		verb := p.infinitive(words[at:end])
		if verb == "" || (n == 1 && words[at].name) {
			continue
		}
		rest := words[:at]
		if at > 0 && rest[at-1].text == "zu" {
			rest = rest[:at-1]
		}
		return p.lineOf(words, verb, whole(words[at:end]), rest), true
	}
	return line{}, false
}

// readFirst takes a line apart that somebody says of himself.
func (p *pack) readFirst(words []word) (line, bool) {
	first, last := words[0], len(words)-1
	stem := strings.TrimSuffix(first.text, "e")
	for _, form := range []string{stem + "en", stem + "n", first.text + "en"} {
		if last > 0 && p.is("particles", words[last]) && p.verbs[words[last].text+form] != nil {
			said := first
			if last == 1 { // "kaufe ein"
				said = whole(words)
			}
			return p.lineOf(words, words[last].text+form, said, words[1:last]), true
		}
		if p.verbs[form] != nil {
			return p.lineOf(words, form, first, words[1:]), true
		}
	}
	return line{}, false
}

// ending tells whether a word ends with one of these.
func ending(text string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(text, ending) })
}

func (p *pack) lineOf(words []word, verb string, said word, rest []word) line {
	l := line{pack: p, all: words, verb: verb, said: said, rest: rest}
	l.object = p.object(rest)
	l.measure(words)
	return l
}

// infinitive is the verb that words at the end of a line are; "" = none. The
// "zu" within a verb is left out: "anzurufen".
func (p *pack) infinitive(words []word) string {
	text := whole(words).text
	if p.verbs[text] != nil {
		return text
	}
	if begin, end, ok := strings.Cut(text, "zu"); ok && begin != "" && p.verbs[begin+end] != nil {
		return begin + end
	}
	return ""
}

// noun tells whether what could be a verb is a noun here: "call list", "book
// club", "taxes".
func (p *pack) noun(words []word, n int) bool {
	first := words[0]
	switch {
	case n > 1:
		return false
	case p.lists["compounds"].start(words) > 0:
		return true
	case len(words) > 1 && p.is("noun first", first) && !first.stop && p.thing(words[1]):
		return true
	case !p.is("both", first):
		return false
	case len(words) == 1 || first.stop:
		return true
	case p.participle(words[1]) && !p.is("verbs too", words[1]):
		return true
	}
	return p.is("tails", words[1]) && (len(words) == 2 || words[1].stop || p.is("prepositions", words[2]))
}

// thing tells of a word that may be a noun without an article.
func (p *pack) thing(w word) bool {
	for _, list := range []string{"articles", "prepositions", "pronoun", "more", "often", "particles", "determiner"} {
		if p.is(list, w) {
			return false
		}
	}
	return !w.name && !p.number(w.text) && !p.adverb(w) && !strings.HasSuffix(w.text, "'s")
}
