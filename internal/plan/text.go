package plan

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest texts, in characters (runes).
const (
	MaxTitle = 1000
	MaxText  = 100_000
	MaxName  = 100
)

// CleanTitle brings a title to one visible line: broken UTF-8 is mended, line
// breaks and control characters become one space, the ends are trimmed. A
// title that shows nothing or is longer than MaxTitle is refused.
func CleanTitle(s string) (string, error) { return cleanLine(s, MaxTitle) }

// CleanName is CleanTitle with MaxName: for plans, clients, areas and tags.
func CleanName(s string) (string, error) { return cleanLine(s, MaxName) }

// CleanText mends broken UTF-8, makes every line break \n and drops control
// characters other than tabs. A text longer than MaxText is refused, an empty
// one is fine.
func CleanText(s string) (string, error) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	if n := utf8.RuneCountInString(s); n > MaxText {
		return "", tooLong("error.text_long", MaxText, n)
	}
	return s, nil
}

func cleanLine(s string, most int) (string, error) {
	s = strings.TrimSpace(spaceBreaks(strings.ToValidUTF8(s, "\uFFFD")))
	if !strings.ContainsFunc(s, visible) {
		return "", Refuse(Invalid, "error.title_empty")
	}
	if n := utf8.RuneCountInString(s); n > most {
		return "", tooLong("error.title_long", most, n)
	}
	return s, nil
}

// spaceBreaks makes every run of breaks one space; spaces that somebody typed
// stay as they are.
func spaceBreaks(s string) string {
	var b strings.Builder
	broken := false
	for _, r := range s {
		switch {
		case !isBreak(r):
			b.WriteRune(r)
		case !broken:
			b.WriteByte(' ')
		}
		broken = isBreak(r)
	}
	return b.String()
}

func isBreak(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}

// visible is false for what leaves a line looking empty: spaces, and format
// characters such as the zero-width space.
func visible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r)
}

func tooLong(key string, most, length int) error {
	return Refuse(Invalid, key, "max", strconv.Itoa(most), "length", strconv.Itoa(length))
}
