package interop

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"cairn/internal/plan"
)

// maxTags is the number of tags that one line can bring along.
const maxTags = 50

// readSuffixes takes due date, estimate and tags off the end of a title, in
// any order. A title is never taken away whole.
func readSuffixes(line *Line) {
	for len(line.Tags) < maxTags {
		words, last := cutLast(line.Title)
		if words == "" || !readTag(line, last) && !readDue(line, last) && !readEstimate(line, last) {
			break
		}
		line.Title = words
	}
	slices.Reverse(line.Tags)
	line.Tags = distinct(line.Tags)
}

// cutLast cuts the last word off, or the last "(…)". An empty first part means
// that nothing visible would be left.
func cutLast(title string) (words, last string) {
	at := strings.LastIndexByte(title, ' ')
	if strings.HasSuffix(title, ")") {
		at = strings.LastIndex(title, " (")
	}
	if at < 0 || plan.Blank(title[:at]) {
		return "", title
	}
	return strings.TrimRight(title[:at], " "), title[at+1:]
}

// readTag takes # and a word with a letter in it; "#1" is a rank, and "#one,"
// stands in a sentence.
func readTag(line *Line, word string) bool {
	name, found := strings.CutPrefix(word, "#")
	if !found || !strings.ContainsFunc(name, unicode.IsLetter) || strings.ContainsAny(name, "#,;:!?()") {
		return false
	}
	name, err := plan.CleanName(name)
	if err != nil || strings.ContainsRune(name, ' ') {
		return false
	}
	line.Tags = append(line.Tags, name)
	return true
}

func readDue(line *Line, word string) bool {
	date, found := strings.CutPrefix(word, "(due ")
	date, closed := strings.CutSuffix(date, ")")
	due, err := plan.ParseDate(date)
	if !found || !closed || err != nil || due == "" || line.Due != "" {
		return false
	}
	line.Due = due
	return true
}

func readEstimate(line *Line, word string) bool {
	minutes, found := strings.CutPrefix(word, "(takes ")
	minutes, closed := strings.CutSuffix(minutes, " min)")
	n, err := strconv.Atoi(minutes)
	if !found || !closed || err != nil || n <= 0 || plan.ValidEstimate(n) != nil || line.EstimateMin != 0 {
		return false
	}
	line.EstimateMin = n
	return true
}

// distinct drops tags that differ in their capitals only.
func distinct(tags []string) []string {
	var once []string
	for _, tag := range tags {
		if !slices.ContainsFunc(once, func(other string) bool { return strings.EqualFold(tag, other) }) {
			once = append(once, tag)
		}
	}
	return once
}
