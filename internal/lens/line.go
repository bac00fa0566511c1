package lens

import (
	"slices"
	"strings"
)

// line is a title taken apart: what stands behind its verb, and what is said
// of measure, time and place.
type line struct {
	*pack
	all    []word // without what stands before the verb
	verb   string // as the lexicon has it; "" = none was found
	said   word   // the verb as it stands in the title, without a part that stands apart
	rest   []word // what follows the verb
	object []word // the first nouns of it, without articles
	amount bool   // how much is said
	often  bool   // how often is said
	second *line  // what is to be done besides, after an "and"
}

// object is the nouns that a verb is followed by: up to a preposition or a
// sign, without articles and numbers, and of "a couple of eggs" the eggs.
func (p *pack) object(rest []word) []word {
	whole := rest
	rest = p.skip(rest)
	end := 0
	if at := len(whole) - len(rest); at > 0 && p.is("before a noun", whole[at-1]) {
		end = 1 // "my back", "the inside"
	}
	for end < len(rest) && !p.parts(rest, end) {
		end++
		if rest[end-1].stop {
			break
		}
	}
	if end > 0 && end < len(rest) && rest[end].text == "of" && p.is("measures", rest[end-1]) {
		return p.object(rest[end+1:])
	}
	nouns := rest[:end]
	for len(nouns) > 1 && (p.adverb(nouns[len(nouns)-1]) || p.is("more", nouns[len(nouns)-1])) {
		nouns = nouns[:len(nouns)-1]
	}
	return nouns
}

// parts tells whether an object ends before the word at i: at a preposition,
// not within "painting and decorating".
func (p *pack) parts(rest []word, i int) bool {
	if !p.is("prepositions", rest[i]) || (i == 0 && p.is("articles", rest[i])) {
		return false
	}
	joins := p.is("and", rest[i]) && i > 0 && i+1 < len(rest)
	return !joins || !p.gerund(rest[i-1]) || !p.gerund(rest[i+1])
}

// skip leaves out articles, numbers and adverbs at the beginning.
func (p *pack) skip(words []word) []word {
	for len(words) > 1 && !words[0].stop {
		if n := p.lists["articles"].start(words); n > 0 && n < len(words) {
			words = words[n:]
		} else if p.number(words[0].text) || p.adverb(words[0]) {
			words = words[1:]
		} else {
			break
		}
	}
	return words
}

// gerund tells of "painting".
func (p *pack) gerund(w word) bool {
	return ending(w.text, p.gerunds)
}

// bare leaves out articles only.
func (p *pack) bare(words []word) []word {
	for {
		n := p.lists["articles"].start(words)
		if n == 0 || n == len(words) {
			return words
		}
		words = words[n:]
	}
}

// figure tells of a number with or without a sign: "£900", "92%", "10kg".
func (p *pack) figure(text string) bool {
	return strings.ContainsAny(text, "0123456789") || p.lists["numbers"].word(text)
}

func (p *pack) is(list string, w word) bool {
	return p.lists[list].word(w.text)
}

// adverb tells of "slowly", not of "family".
func (p *pack) adverb(w word) bool {
	return !p.is("no adverb", w) && slices.ContainsFunc(p.adverbs, func(ending string) bool {
		stem, ok := strings.CutSuffix(w.text, ending)
		return ok && len(stem) > 3
	})
}

// measure looks for what says how much and how often.
func (l *line) measure(words []word) {
	for i := range words {
		if l.counts(words, i) {
			l.amount = true
		}
		if !another(words[i:]) && l.lists["often"].start(words[i:]) > 0 {
			l.often = true
		}
	}
}

// another tells of "each other", which is no measure.
func another(words []word) bool {
	return words[0].text == "each" && len(words) > 1 && words[1].text == "other"
}

// letters are what a unit is written with right behind its number.
const letters = "abcdefghijklmnopqrstuvwxyz"

// counts tells whether the word at i says how much: a number that is no date,
// no time of the day and no name.
func (l *line) counts(words []word, i int) bool {
	text := words[i].text
	if begin, unit, ok := strings.Cut(text, "-"); ok && l.number(begin) { // a 10-minute walk, no five-year plan
		return l.is("hours", word{text: unit}) || l.is("short", word{text: unit})
	}
	if digits := strings.TrimRight(text, letters); digits != text && l.number(digits) { // 20min, 10k
		return l.is("units", word{text: text[len(digits):]})
	}
	if l.is("amounts", words[i]) {
		return true
	}
	if (text == "a" || text == "an") && i+1 < len(words) && i > 0 && words[i-1].text == "for" {
		return l.is("units", words[i+1])
	}
	if !l.number(text) || i+1 >= len(words) || words[i].stop {
		return false
	}
	if i > 0 && l.is("dated", words[i-1]) {
		return i+1 < len(words) && l.is("units", words[i+1])
	}
	return !l.is("dated", words[i+1])
}

// number tells of a number in digits or as a word.
func (p *pack) number(text string) bool {
	text = strings.Trim(text, "€$£%~+x")
	if text == "" {
		return false
	}
	return strings.Trim(text, "0123456789.,") == "" || p.lists["numbers"].word(text)
}
