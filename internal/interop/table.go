package interop

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"cairn/internal/plan"
)

// column is what a column of a table holds.
type column string

// The columns that a table of a plan has, by the heads that WriteTable gives
// them, in its order.
const (
	columnLevel    column = "Level"
	columnKind     column = "Kind"
	columnTitle    column = "Title"
	columnState    column = "State"
	columnStart    column = "Start"
	columnDue      column = "Due"
	columnEstimate column = "Estimate (min)"
	columnTags     column = "Tags"
	columnNotes    column = "Notes"
	columnWhy      column = "Why"
	columnWhat     column = "What"
	columnDoneWhen column = "Done when"
	columnRule     column = "Repeats"
	columnFrom     column = "Repeats from"
)

// columns are those of WriteTable, in their order.
var columns = [...]column{
	columnLevel, columnKind, columnTitle, columnState, columnStart, columnDue, columnEstimate, columnTags,
	columnNotes, columnWhy, columnWhat, columnDoneWhen, columnRule, columnFrom,
}

// headed is the column that a head means, whatever program has written it; ""
// is one that nobody here knows.
func headed(head string) column {
	for _, c := range columns {
		if strings.EqualFold(head, string(c)) {
			return c
		}
	}
	switch strings.ToLower(head) {
	case "task", "name", "subject", "summary", "to do", "todo", "item", "task name", "step":
		return columnTitle
	case "deadline", "date", "due date", "end", "end date", "finish", "when", "due on":
		return columnDue
	case "start date", "begin", "begins", "start on", "defer date":
		return columnStart
	case "status", "done", "completed", "complete", "progress", "% complete":
		return columnState
	case "label", "labels", "tag", "category", "categories", "keywords", "context", "contexts":
		return columnTags
	case "estimate", "duration", "minutes", "effort", "estimated duration", "estimated minutes":
		return columnEstimate
	case "note", "description", "details", "comment", "comments", "body":
		return columnNotes
	case "indent", "outline level", "depth":
		return columnLevel
	case "type":
		return columnKind
	case "recurrence", "repeat", "rrule":
		return columnRule
	}
	return ""
}

// utf8Mark is what says to a spreadsheet that a text file is UTF-8.
const utf8Mark = "\uFEFF"

// WriteTable writes the items of a plan as a table (CSV, RFC 4180) in UTF-8 with
// a mark that spreadsheets go by. A cell that a spreadsheet would run as a
// formula gets an apostrophe in front, a number excepted.
func WriteTable(entries []Entry) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(utf8Mark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = string(c)
	}
	rows := [][]string{heads}
	for _, e := range entries {
		row := make([]string, len(columns))
		for i, c := range columns {
			row[i] = neutral(e.cell(c))
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// cell is what an entry has in a column.
func (e *Entry) cell(c column) string {
	switch c {
	case columnLevel:
		return strconv.Itoa(e.Depth + 1)
	case columnKind:
		return string(e.Kind)
	case columnState:
		return stateWords(e.State)
	case columnEstimate:
		if e.EstimateMin == 0 {
			return ""
		}
		return strconv.Itoa(e.EstimateMin)
	case columnTags:
		return writtenTags(e.Tags)
	default:
		return *e.text(c)
	}
}

// text is the field of a column that is a text as it stands.
func (e *Entry) text(c column) *string {
	switch c {
	case columnTitle:
		return &e.Title
	case columnStart:
		return &e.Start
	case columnDue:
		return &e.Due
	case columnNotes:
		return &e.Notes
	case columnWhy:
		return &e.Why
	case columnWhat:
		return &e.What
	case columnDoneWhen:
		return &e.DoneWhen
	case columnRule:
		return &e.Rule
	case columnFrom:
		return &e.From
	default:
		return nil
	}
}

// ParseTable reads a table (CSV) whose first row names its columns, ours or
// those of another program. It finds out what parts the cells: a comma, a
// semicolon or a tab. A column Level makes the tree.
//
// It refuses a table without a column for titles (error.table_heads), one with
// more than MaxLines rows (error.import_many) or without any
// (error.import_empty), one whose quotation marks do not match
// (error.table_broken), and a text that not even notes can hold
// (error.text_long). Anything else that it does not understand is left out and
// told.
func ParseTable(raw []byte) (Import, error) {
	text := fromBytes(raw)
	if !utf8.ValidString(text) {
		text = fromLatin1(text)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = separator(text), -1
	heads, err := head(r)
	if err != nil {
		return Import{}, err
	}
	t := table{dates: map[string]dateOrder{}}
	t.name(heads)
	if !t.has(columnTitle) {
		return Import{}, plan.Refuse(plan.Invalid, "error.table_heads")
	}
	if err := t.readRows(r); err != nil {
		return Import{}, err
	}
	return t.finish()
}

// head is the first row of a table, without the line in which some programs say
// what parts the cells.
func head(r *csv.Reader) ([]string, error) {
	heads, err := r.Read()
	if err == nil && len(heads) > 0 && strings.HasPrefix(strings.ToLower(heads[0]), "sep=") {
		heads, err = r.Read()
	}
	return heads, brokenTable(err)
}

// brokenTable says of a table that cannot be read that it is broken.
func brokenTable(err error) error {
	if errors.Is(err, io.EOF) {
		return plan.Refuse(plan.Invalid, "error.import_empty")
	}
	if err != nil {
		return plan.Refuse(plan.Invalid, "error.table_broken")
	}
	return nil
}

// separator is what parts the cells of the first line the most often, outside
// of quotation marks.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	if mark, said := strings.CutPrefix(strings.ToLower(line), "sep="); said && mark != "" && strings.ContainsAny(mark[:1], ",;\t") {
		return rune(mark[0])
	}
	count, quoted := map[rune]int{}, false
	for _, r := range line {
		if r == '"' {
			quoted = !quoted
		} else if !quoted {
			count[r]++
		}
	}
	best := ','
	for _, r := range []rune{';', '\t'} {
		if count[r] > count[best] {
			best = r
		}
	}
	return best
}
