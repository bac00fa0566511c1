package app

import (
	"log/slog"
	"regexp"
)

// Log is the record of what went wrong, for whoever has to mend it. It lies in
// a file on this computer and holds no words of a person.
type Log struct {
	w *window
}

// Mishap is an error in the page: the name of its kind and the places in our
// own scripts that led to it, newest first.
type Mishap struct {
	Name   string   `json:"name"`
	Places []string `json:"places"`
}

// Show opens the log in the program that this computer has for texts.
func (l *Log) Show() error {
	return l.w.showLog()
}

// Note writes down that the page broke.
func (l *Log) Note(in Mishap) error {
	slog.Error("the page broke", "name", only(word, in.Name), "places", places(in.Places))
	return nil
}

const (
	word  = `^[A-Za-z]{1,40}$`
	place = `^[\w.-]{1,80}:\d{1,9}:\d{1,9}$` // index-B1x9.js:12:345
	most  = 20
)

// places is one line of what looks like a place in a script.
func places(said []string) string {
	line := ""
	for _, one := range said[:min(len(said), most)] {
		line += " " + only(place, one)
	}
	return line
}

// only lets a text pass that looks as it should: the page may be mistaken
// about what it sends, and the log holds no words of a person.
func only(pattern, said string) string {
	if regexp.MustCompile(pattern).MatchString(said) {
		return said
	}
	return "?"
}
