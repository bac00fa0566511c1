package search

import (
	"strings"
	"unicode"
)

// Part is a stretch of a text; Hit is true where it was found.
type Part struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit"`
}

// How much of a text is shown, in runes, and how much of that before what was found.
const (
	shown  = 160
	before = 40
)

// Hits tells whether a text holds one of the question's words.
func (a Asked) Hits(text string) bool { return len(a.find(words(text))) > 0 }

// Mark is a whole text with the question's words marked.
func (a Asked) Mark(text string) []Part {
	return parts([]rune(text), a.find(words(text)), 0, len([]rune(text)))
}

// Cut is the part of a text around the first of the question's words, on one line,
// with them marked; where there is none it is how the text begins.
func (a Asked) Cut(text string) []Part {
	text = strings.Join(strings.Fields(text), " ")
	runes, found := []rune(text), a.find(words(text))
	from := 0
	if len(found) > 0 && len(runes) > shown {
		from = wordBegin(runes, max(0, min(found[0].from-before, len(runes)-shown)))
	}
	to := min(len(runes), from+shown)
	cut := parts(runes, found, from, to)
	if from > 0 {
		cut = append([]Part{{Text: "…"}}, cut...)
	}
	if to < len(runes) {
		cut = append(cut, Part{Text: "…"})
	}
	return cut
}

// wordBegin is where the word begins that stands at a place, unless it is a long one.
func wordBegin(runes []rune, at int) int {
	for back := at; back > 0 && back > at-20; back-- {
		if unicode.IsSpace(runes[back-1]) {
			return back
		}
	}
	return at
}

// stretch is a part of a text, in runes: a word with how it is compared, or a hit.
type stretch struct {
	from, to int
	folded   string
}

// words are the words of a text, as FTS5 reads it.
func words(text string) []stretch {
	all, begun := []stretch{}, -1
	runes := []rune(text)
	for i, r := range append(runes, ' ') {
		switch {
		case isToken(r) && begun < 0:
			begun = i
		case !isToken(r) && begun >= 0:
			all = append(all, stretch{begun, i, fold(string(runes[begun:i]))})
			begun = -1
		}
	}
	return all
}

// find tells where the words that must occur stand, each place once, in order.
func (a Asked) find(text []stretch) []stretch {
	sought := [][]string{}
	begins := []bool{}
	for _, w := range a.Words {
		if !w.Not {
			sought, begins = append(sought, strings.Fields(fold(w.Text))), append(begins, w.Begins)
		}
	}
	found := []stretch{}
	for i := 0; i < len(text); i++ {
		long := 0
		for n, words := range sought {
			if len(words) > long && standsAt(text[i:], words, begins[n]) {
				long = len(words)
			}
		}
		if long > 0 {
			found = append(found, stretch{from: text[i].from, to: text[i+long-1].to})
			i += long - 1
		}
	}
	return found
}

func standsAt(text []stretch, words []string, begins bool) bool {
	if len(words) == 0 || len(text) < len(words) {
		return false
	}
	last := len(words) - 1
	for i, word := range words {
		if i == last && begins && strings.HasPrefix(text[i].folded, word) {
			return true
		}
		if text[i].folded != word {
			return false
		}
	}
	return true
}

func parts(runes []rune, found []stretch, from, to int) []Part {
	all := []Part{}
	add := func(until int, hit bool) {
		if until = min(until, to); until > from {
			all = append(all, Part{Text: string(runes[from:until]), Hit: hit})
			from = until
		}
	}
	for _, hit := range found {
		if hit.to > from {
			add(hit.from, false)
			add(hit.to, true)
		}
	}
	add(to, false)
	return all
}
