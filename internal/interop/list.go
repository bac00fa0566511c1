package interop

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"cairn/internal/plan"
)

// ParseList reads a file that is a list: a Markdown list, an indented text or
// plain lines, as ParseOutline does. Besides, it reads what WriteMarkdown and
// WriteText write: "(start 2026-03-13)" and the like behind a title, and
// paragraphs of the notes that begin with a label ("**Why:**").
//
// It refuses a file without words (error.import_empty), and one that is larger
// or deeper than a plan can be, saying in which line.
func ParseList(raw []byte) (Import, error) {
	text := fromBytes(raw)
	if !utf8.ValidString(text) {
		text = fromLatin1(text)
	}
	f := forest{text: mendBreaks(text)}
	var o outline
	at := make([]int, 1)
	for row := range strings.SplitSeq(f.text, "\n") {
		if o.read(row); len(o.lines) > maxNodes {
			break
		}
		at = append(at, at[len(at)-1]+len(row)+1)
	}
	o.closeLine()
	var open []int
	for i, line := range o.lines {
		above := -1
		if open = open[:min(line.Depth, len(open))]; len(open) > 0 {
			above = open[len(open)-1]
		}
		one, err := f.add(above, at[o.rows[i]-1])
		if err != nil {
			return Import{}, err
		}
		open = append(open, one)
		f.Entries[one] = listedEntry(line)
	}
	return f.finish()
}

// listedEntry is the entry that a line of a list is.
func listedEntry(line Line) Entry {
	e := Entry{Line: line}
	if line.Done {
		e.State = plan.Done
	}
	e.Notes = ""
	if line.Notes != "" {
		e.readNotes(line.Notes)
	}
	e.Title = unmarked(e.Title)
	e.readEnds()
	return e
}

// readEnds takes what is written behind a title off it, in any order, and the
// stroke before what only looks so. A title is never taken away whole.
func (e *Entry) readEnds() {
	for len(e.Tags) < maxTags {
		words, last := cutLast(e.Title)
		if words == "" || !readTag(&e.Line, last) && !readEstimate(&e.Line, last) && !e.readEnd(last) {
			break
		}
		e.Title = words
	}
	slices.Reverse(e.Tags)
	e.Tags = distinct(e.Tags)
	if parts := strokeEnd.FindStringSubmatch(e.Title); parts != nil {
		e.Title = parts[1] + parts[2][1:]
	}
}

// An end of a title that could be taken for more than words, with the strokes
// before it; in the first form it has some.
var (
	strokeEnd = regexp.MustCompile(`^(.* )(\\+(?:\(.*\)|#[^ ]*))$`)
	anyEnd    = regexp.MustCompile(`^(.* )(\\*(?:\(.*\)|#[^ ]*))$`)
)

// ends are what may be said behind a title in brackets, beside how long it takes.
func ends() []column {
	return []column{
		columnKind, columnState, columnStart, columnDueKind, columnDue, columnSpent, columnTags, columnArea, columnFrom,
		columnClock, columnAgain, columnTarget, columnUnit, columnLeast, columnPaused, columnBack, columnRule, columnCommit, columnDoneAt, columnDraft, columnAction,
	}
}

// readEnd reads "(start 2026-03-13)". What is said twice is a word of the title.
func (e *Entry) readEnd(word string) bool {
	inner, open := strings.CutPrefix(word, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	if !open || !closed {
		return false
	}
	for _, c := range ends() {
		value, is := strings.CutPrefix(inner, c.name()+" ")
		if !is || e.cell(c) != "" {
			continue
		}
		if read := *e; read.set(c, value, untold) == "" && read.cell(c) != "" {
			slices.Reverse(read.Tags[len(e.Tags):]) // tags are read from the end
			*e = read
			return true
		}
	}
	return false
}

// isMarked is true for words that a list would take for more than words.
func isMarked(words string) bool {
	m := readMark(words)
	return m.form != plain || m.quote || m.column > 0 || isRule(words)
}

// unmarked is words without the stroke that keeps them from being taken for a
// bullet, a number, a box or a heading.
func unmarked(words string) string {
	if rest := strings.TrimLeft(words, `\`); rest != words && isMarked(rest) {
		return words[1:]
	}
	return words
}

// labels are the texts of an entry that stand in its notes, with what they begin
// with there.
func (e *Entry) labels() []label {
	return []label{{"**Why:** ", &e.Why}, {"**What:** ", &e.What}, {"**Done when:** ", &e.DoneWhen}}
}

type label struct {
	words string
	text  *string
}

// readNotes gives an entry its notes, and the texts that stand in them.
func (e *Entry) readNotes(notes string) {
	texts := map[*string][]string{}
	now := &e.Notes
	for line := range strings.SplitSeq(notes, "\n") {
		for _, l := range e.labels() {
			words, labelled := strings.CutPrefix(line, l.words)
			if labelled && texts[l.text] == nil {
				now, line = l.text, words
				break
			}
		}
		texts[now] = append(texts[now], unlabelled(line))
	}
	for text, lines := range texts {
		*text = strings.Join(lines, "\n")
	}
}

var (
	labelled = regexp.MustCompile(`^\\*\*\*(?:Why|What|Done when):\*\* `)
	stroked  = regexp.MustCompile(`^\\+\*\*(?:Why|What|Done when):\*\* `)
)

func unlabelled(line string) string {
	if stroked.MatchString(line) {
		return line[1:]
	}
	return line
}
