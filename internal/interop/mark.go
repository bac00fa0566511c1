package interop

import (
	"strings"
	"unicode/utf8"
)

// form says what a row of text begins with.
type form int

const (
	plain form = iota
	listed
	heading
)

// mark is a row of text taken apart: the column it begins at, its bullet,
// number, check box, heading or quotation mark, the column of its first word,
// and the words.
type mark struct {
	form    form
	column  int
	content int
	size    int
	quote   bool
	box     bool
	done    bool
	rest    string
}

const (
	tabWidth = 4
	// Bullets that could as well be a minus or a multiplication sign need a
	// space behind them, the others need none.
	spacedBullets = "-*+–—·"
	roundBullets  = "•◦▪▫‣●○■□⁃∙"
)

func readMark(row string) mark {
	var m mark
	m.column, m.rest = indent(row, 0)
	m.content = m.column
	switch {
	case strings.HasPrefix(m.rest, ">"):
		m.quote = true
		m.rest = strings.TrimPrefix(m.rest[1:], " ")
		return m
	case m.readHeading(), m.readBullet(), m.readNumber():
	}
	m.readBox()
	m.rest = strings.TrimRight(m.rest, " \t\u00a0")
	return m
}

// readHeading takes one to six # with a space behind them, and those that some
// people close a heading with.
func (m *mark) readHeading() bool {
	words := strings.TrimLeft(m.rest, "#")
	size := len(m.rest) - len(words)
	if size == 0 || size > 6 || !beginsWithSpace(words) {
		return false
	}
	m.form, m.size, m.rest = heading, size, strings.TrimSpace(words)
	if open := strings.TrimRight(m.rest, "#"); strings.HasSuffix(open, " ") {
		m.rest = strings.TrimSpace(open)
	}
	return true
}

func (m *mark) readBullet() bool {
	bullet, width := utf8.DecodeRuneInString(m.rest)
	spaced := strings.ContainsRune(spacedBullets, bullet) && endsOrSpace(m.rest[width:])
	if width == 0 || !spaced && !strings.ContainsRune(roundBullets, bullet) {
		return false
	}
	m.take(width)
	return true
}

// readNumber takes 1. 1) 1.2. and a) with a space behind them. A letter with a
// point is rather the first of a name, and four digits are rather a year.
func (m *mark) readNumber() bool {
	words := strings.TrimLeft(m.rest, "0123456789.")
	number := m.rest[:len(m.rest)-len(words)]
	switch {
	case number == "" && len(words) > 1 && isLetter(words[0]) && words[1] == ')':
		words = words[2:]
	case !isNumber(number):
		return false
	case strings.HasPrefix(words, ")"):
		words = words[1:]
	case !strings.HasSuffix(number, "."):
		return false
	}
	if !beginsWithSpace(words) {
		return false
	}
	m.take(len(m.rest) - len(words))
	return true
}

// isNumber is true for one to three digits, and more such behind points.
func isNumber(number string) bool {
	for part := range strings.SplitSeq(strings.TrimSuffix(number, "."), ".") {
		if part == "" || len(part) > 3 {
			return false
		}
	}
	return true
}

// take makes the row a listed one whose mark has this many bytes.
func (m *mark) take(width int) {
	m.form = listed
	column := m.column + utf8.RuneCountInString(m.rest[:width])
	m.content, m.rest = indent(m.rest[width:], column)
}

// readBox takes an open or ticked box, behind a bullet or on its own.
func (m *mark) readBox() {
	if m.form == heading {
		return
	}
	for _, box := range []struct {
		text string
		done bool
	}{{"[ ]", false}, {"[]", false}, {"[x]", true}, {"[X]", true}, {"☐", false}, {"☑", true}, {"☒", true}} {
		words, found := strings.CutPrefix(m.rest, box.text)
		if found && endsOrSpace(words) {
			m.form, m.box, m.done = listed, true, box.done
			_, m.rest = indent(words, 0)
			return
		}
	}
}

// indent is the column of the first visible character and the row from there;
// the row itself begins at the column from.
func indent(row string, from int) (int, string) {
	column := from
	for i, r := range row {
		switch r {
		case ' ', '\u00a0':
			column++
		case '\t':
			column += tabWidth - column%tabWidth
		default:
			return column, row[i:]
		}
	}
	return column, ""
}

// isRule is true for a row that draws a line across the page: --- or * * *.
func isRule(row string) bool {
	row = strings.Join(strings.Fields(row), "")
	return len(row) > 2 && strings.ContainsAny(row[:1], "-*_=") && strings.Trim(row, row[:1]) == ""
}

func beginsWithSpace(words string) bool {
	return strings.HasPrefix(words, " ") || strings.HasPrefix(words, "\t") || strings.HasPrefix(words, "\u00a0")
}

func endsOrSpace(words string) bool { return words == "" || beginsWithSpace(words) }

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
