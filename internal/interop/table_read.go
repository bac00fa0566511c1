package interop

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"cairn/internal/plan"
)

// table is the reading of a table so far: what its columns hold, and what it
// has in its rows. dates holds how the days of a column are written, top the
// level of what stands at the top: some programs count from 0.
type table struct {
	Import

	columns []column
	rows    [][]string
	dates   map[string]dateOrder
	top     int
}

// name says what the columns hold: the first of two that hold the same. The
// others are told.
func (t *table) name(heads []string) {
	for _, head := range heads {
		head = strings.TrimSpace(unneutral(head))
		c := headed(head)
		if c != "" && t.has(c) {
			c = ""
		}
		if c == "" && head != "" {
			t.remark("import.column", head, "")
		}
		t.columns = append(t.columns, c)
	}
}

func (t *table) has(c column) bool {
	for _, other := range t.columns {
		if other == c {
			return true
		}
	}
	return false
}

func (t *table) readRows(r *csv.Reader) error {
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return brokenTable(err)
		}
		if plan.Blank(strings.Join(row, "")) {
			continue
		}
		if len(t.rows) == maxNodes {
			return tooMany()
		}
		for i := range row {
			row[i] = unneutral(row[i])
		}
		t.rows = append(t.rows, row)
	}
}

// finish makes an entry of each row. The level of a row is never more than one
// deeper than the row before.
func (t *table) finish() (Import, error) {
	t.survey()
	deepest := 0
	for _, row := range t.rows {
		e := t.entry(row)
		if plan.Blank(e.Title) {
			t.remark("import.untitled", "", strings.Join(row, " "))
			continue
		}
		e.Depth = max(0, min(e.Depth, deepest))
		deepest = e.Depth + 1
		if err := plan.ValidDepth(deepest); err != nil {
			return Import{}, err
		}
		if err := e.sound(); err != nil {
			return Import{}, err
		}
		t.Entries = append(t.Entries, e)
	}
	if len(t.Entries) == 0 {
		return Import{}, plan.Refuse(plan.Invalid, "error.import_empty")
	}
	t.settle()
	return t.Import, nil
}

// survey finds out what only a whole column tells.
func (t *table) survey() {
	for i, c := range t.columns {
		switch c {
		case columnDue, columnStart, columnFrom:
			t.dates[string(c)] = orderOf(t.rows, i)
		case columnLevel:
			t.top = topOf(t.rows, i)
		default: // each cell of the others tells enough
		}
	}
}

func (t *table) entry(row []string) Entry {
	e := Entry{Line: Line{Kind: plan.Step}, State: plan.Todo}
	title := ""
	for i, c := range t.columns {
		if c == columnTitle && i < len(row) {
			title = row[i]
		}
	}
	for i, c := range t.columns {
		if c != "" && i < len(row) {
			t.set(&e, c, row[i], title)
		}
	}
	return e
}

// topOf is the least level in a column.
func topOf(rows [][]string, at int) int {
	top := plan.MaxDepth
	for _, row := range rows {
		if at >= len(row) {
			continue
		}
		if level, err := strconv.Atoi(strings.TrimSpace(row[at])); err == nil {
			top = min(top, level)
		}
	}
	return top
}

// set reads one cell.
func (t *table) set(e *Entry, c column, cell, title string) {
	if c == columnLevel {
		level, _ := strconv.Atoi(strings.TrimSpace(cell))
		e.Depth = level - t.top
		return
	}
	if lost := e.set(c, cell, t.dates[string(c)]); lost != "" {
		t.remark(lost, title, strings.TrimSpace(cell))
	}
}
