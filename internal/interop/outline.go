// Package interop reads what people bring along from elsewhere, and writes what
// they take there: mind maps (FreeMind, Freeplane), outlines (OPML 2.0),
// canvases (JSON Canvas 1.0), lists (Markdown, indented text), tables (CSV,
// RFC 4180) and calendars (iCalendar, RFC 5545).
//
// It promises to read any text: no input makes it panic, its time grows with
// the length of the text only, and no word of a line is lost. What it cannot
// understand as structure stays a line or goes into the notes, or it is told
// (Remark). What is broken is refused with its line. What it writes comes back
// the same, but for what a format has no room for: a calendar holds no visions
// and goals, and a list no links.
package interop

import (
	"strconv"
	"strings"

	"cairn/internal/plan"
)

// MaxLines is the number of lines that can be pasted at once.
const MaxLines = 10_000

// Line is one item of an outline. Depth begins at 0 and is never more than one
// deeper than the line before. An empty Kind follows the level; Due is a civil
// date or empty; EstimateMin is 0 when unknown. Title and Notes are clean
// (plan.CleanTitle, plan.CleanText).
type Line struct {
	Depth       int
	Title       string
	Notes       string
	Done        bool
	Kind        plan.Kind
	Due         string
	EstimateMin int
	Tags        []string
}

// ParseOutline reads an indented list, a Markdown list or plain lines: tabs or
// spaces, bullets, numbers, check boxes (a check box makes a step), headings
// as levels. Quoted lines and paragraphs that continue a bullet are its notes.
// It reads what the app itself copies: "(due 2026-03-13)", "(takes 30 min)"
// and #tags at the end of a line. A line too long for a title keeps its first
// words as the title and goes whole into the notes.
//
// It refuses more than MaxLines lines (error.paste_long), and a text that not
// even the notes can hold (error.text_long).
func ParseOutline(text string) ([]Line, error) {
	var o outline
	for row := range strings.SplitSeq(mendBreaks(text), "\n") {
		o.read(row)
	}
	o.closeLine()
	if n := len(o.lines); n > MaxLines {
		return nil, plan.Refuse(plan.Invalid, "error.paste_long",
			"count", strconv.Itoa(n), "max", strconv.Itoa(MaxLines))
	}
	for i := range o.lines {
		if err := finish(&o.lines[i]); err != nil {
			return nil, err
		}
	}
	return o.lines, nil
}

func mendBreaks(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
}

// outline is the reading of a text so far: the lines, and what is open at this
// point. rows holds the number of the row of each line, row that of this one;
// headings holds the sizes of the open headings, columns where the open
// lines of the list begin (see list), notes what is written below the last
// line. content is the column of the last bullet's words, -1 without a bullet;
// gap says that an empty row came last.
type outline struct {
	lines    []Line
	rows     []int
	row      int
	headings []int
	columns  []int
	notes    []string
	content  int
	gap      bool
}

func (o *outline) read(row string) {
	o.row++
	m := readMark(row)
	switch {
	case m.quote && len(o.lines) > 0:
		o.note(m.rest)
	case isRule(row):
	case plan.Blank(m.rest):
		o.gap = true
		return
	case o.continues(m):
		o.note(m.rest)
	case m.form == heading:
		o.head(m)
	default:
		o.list(m)
	}
	o.gap = false
}

// continues is true for a paragraph of the last bullet: it stands exactly below
// the bullet's words, behind an empty row or another such paragraph. Anything
// else without a mark could as well be a line of its own, and is one.
func (o *outline) continues(m mark) bool {
	return m.form == plain && len(o.lines) > 0 && m.column == o.content && (o.gap || len(o.notes) > 0)
}

func (o *outline) note(words string) {
	if o.gap && len(o.notes) > 0 {
		o.notes = append(o.notes, "")
	}
	o.notes = append(o.notes, words)
}

func (o *outline) head(m mark) {
	o.headings = append(dropFrom(o.headings, m.size), m.size)
	o.columns, o.content = o.columns[:0], -1
	o.add(m, len(o.headings)-1)
}

// list adds a line of the list. Its level is told by its column; doubled, so
// that there is room for a plain line ending in a colon half a level before the
// bullets that stand right below it: they are what it announces.
func (o *outline) list(m mark) {
	level := 2 * m.column
	if m.form == plain {
		level--
	}
	o.columns = dropFrom(o.columns, level)
	if !strings.HasSuffix(m.rest, ":") {
		level = 2 * m.column
	}
	o.columns = append(o.columns, level)
	o.content = -1
	if m.form == listed {
		o.content = m.content
	}
	o.add(m, len(o.headings)+len(o.columns)-1)
}

func (o *outline) add(m mark, depth int) {
	o.closeLine()
	line := Line{Depth: depth, Title: m.rest, Done: m.done}
	if m.box {
		line.Kind = plan.Step
	}
	o.lines, o.rows = append(o.lines, line), append(o.rows, o.row)
}

// closeLine gives the last line its notes.
func (o *outline) closeLine() {
	if len(o.notes) > 0 {
		o.lines[len(o.lines)-1].Notes = strings.Join(o.notes, "\n")
		o.notes = nil
	}
}

// dropFrom closes the levels that begin at or behind this one.
func dropFrom(levels []int, from int) []int {
	for len(levels) > 0 && levels[len(levels)-1] >= from {
		levels = levels[:len(levels)-1]
	}
	return levels
}

// finish takes what is written behind the title off it, and cleans both texts.
func finish(line *Line) error {
	readSuffixes(line)
	return clean(line)
}

// clean makes title and notes clean. A title that is too long keeps its first
// words, and goes whole into the notes.
func clean(line *Line) error {
	whole, err := plan.CleanText(line.Title)
	if err != nil {
		return err
	}
	title, rest := cutTitle(line.Title)
	if rest {
		line.Notes = strings.TrimSuffix(whole+"\n"+line.Notes, "\n")
	}
	if line.Title, err = plan.CleanTitle(title); err != nil {
		return err
	}
	line.Notes, err = plan.CleanText(line.Notes)
	return err
}

// cutTitle is as many whole words as a title holds, and whether some are left.
func cutTitle(words string) (string, bool) {
	words = strings.TrimLeftFunc(words, func(r rune) bool { return plan.Blank(string(r)) })
	n := 0
	for i := range words {
		if n == plan.MaxTitle {
			if space := strings.LastIndexByte(words[:i], ' '); space > 0 {
				i = space
			}
			return words[:i], true
		}
		n++
	}
	return words, false
}
