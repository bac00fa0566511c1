package search

import (
	"strings"
	"unicode"
)

// Match is the question's words as an expression of FTS5, in some of its columns, all
// of them where none is named; "" where no word must occur.
func (a Asked) Match(columns ...string) string {
	with, without := []string{}, []string{}
	for _, w := range a.Words {
		if w.Not {
			without = append(without, w.match())
		} else {
			with = append(with, w.match())
		}
	}
	if len(with) == 0 {
		return ""
	}
	match := "(" + strings.Join(with, " AND ") + ")"
	if len(columns) > 0 {
		match = "{" + strings.Join(columns, " ") + "} : " + match
	}
	if len(without) > 0 {
		match = "(" + match + ") NOT (" + strings.Join(without, " OR ") + ")"
	}
	return match
}

// Without is the words that must not occur, as an expression of FTS5.
func (a Asked) Without() string {
	without := []string{}
	for _, w := range a.Words {
		if w.Not {
			without = append(without, w.match())
		}
	}
	return strings.Join(without, " OR ")
}

func (w Word) match() string {
	if w.Begins {
		return `"` + w.Text + `" *`
	}
	return `"` + w.Text + `"`
}

// tokens leaves the letters and digits of a text, as FTS5 reads it, with a space
// between those that do not touch. So nothing of its own signs comes through.
func tokens(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !isToken(r) }), " ")
}

func isToken(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.Mn, unicode.Co) }
