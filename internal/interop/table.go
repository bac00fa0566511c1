package interop

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"cairn/internal/plan"
)

// utf8Mark is what says to a spreadsheet that a text file is UTF-8.
const utf8Mark = "\uFEFF"

// WriteTable writes the items of a plan as a table (CSV, RFC 4180) in UTF-8 with
// a mark that spreadsheets go by. A cell that a spreadsheet would run as a
// formula gets an apostrophe in front, a number excepted.
func WriteTable(entries []Entry) ([]byte, error) {
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = string(c)
	}
	rows := [][]string{}
	for _, e := range entries {
		row := make([]string, len(columns))
		for i, c := range columns {
			row[i] = e.cell(c)
		}
		rows = append(rows, row)
	}
	return WriteRows(heads, rows)
}

// WriteRows writes rows below their heads as WriteTable writes items.
func WriteRows(heads []string, rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(utf8Mark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	all := [][]string{heads}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = neutral(cell)
		}
		all = append(all, cells)
	}
	err := w.WriteAll(all)
	return b.Bytes(), err
}

// ParseTable reads a table (CSV) whose first row names its columns, ours or
// those of another program. It finds out what parts the cells: a comma, a
// semicolon or a tab. A column Level makes the tree.
//
// It refuses a table without a column for titles (error.table_heads), one with
// more rows than a plan takes at once (error.import_many) or without any
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
