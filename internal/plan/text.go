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
	if Blank(s) {
		return "", Refuse(Invalid, "error.title_empty")
	}
	if n := utf8.RuneCountInString(s); n > most {
		return "", tooLong("error.title_long", most, n)
	}
	return s, nil
}

// spaceBreaks makes every run of breaks one space, with the spaces around it;
// other spaces that somebody typed stay as they are.
func spaceBreaks(s string) string {
	if !strings.ContainsFunc(s, isBreak) {
		return s
	}
	var b strings.Builder
	for s != "" {
		gap := len(s) - len(strings.TrimLeftFunc(s, isGap))
		if strings.ContainsFunc(s[:gap], isBreak) {
			b.WriteByte(' ')
		} else {
			b.WriteString(s[:gap])
		}
		s = s[gap:]
		word := strings.IndexFunc(s, isGap)
		if word < 0 {
			word = len(s)
		}
		b.WriteString(s[:word])
		s = s[word:]
	}
	return b.String()
}

func isGap(r rune) bool { return r == ' ' || isBreak(r) }

func isBreak(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}

// Blank is true for a text that nobody can see: nothing but spaces, control
// characters, and format characters such as the zero-width space.
func Blank(s string) bool { return !strings.ContainsFunc(s, visible) }

func visible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}

func tooLong(key string, most, length int) error {
	return Refuse(Invalid, key, "max", strconv.Itoa(most), "length", strconv.Itoa(length))
}
