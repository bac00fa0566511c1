package interop

import (
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"

	"cairn/internal/plan"
)

// A spreadsheet takes what begins with one of these for a formula, or cuts it
// off and then does; with an apostrophe in front, it is a text.
const (
	formulaMarks = "=+-@\t\r\n"
	textMark     = "'"
)

var number = regexp.MustCompile(`^[+-]?\d{1,15}(?:[.,]\d{1,15})?$`)

// neutral is a cell that no spreadsheet runs. What has an apostrophe already
// gets another one, so that unneutral gives back what there was.
func neutral(cell string) string {
	bare := strings.TrimLeft(cell, textMark)
	if bare == "" || !strings.ContainsAny(bare[:1], formulaMarks) || number.MatchString(cell) {
		return cell
	}
	return textMark + cell
}

// unneutral is a cell without the apostrophe that neutral put there.
func unneutral(cell string) string {
	bare := strings.TrimLeft(cell, textMark)
	if bare == cell || bare == "" || !strings.ContainsAny(bare[:1], formulaMarks) {
		return cell
	}
	return cell[len(textMark):]
}

// writtenTags are tags in one cell, parted by commas: a table within a table,
// so that a tag may have a comma itself.
func writtenTags(tags []string) string {
	cells := make([]string, len(tags))
	for i, tag := range tags {
		if cells[i] = tag; strings.ContainsAny(tag, `,;"`) {
			cells[i] = `"` + strings.ReplaceAll(tag, `"`, `""`) + `"`
		}
	}
	return strings.Join(cells, ", ")
}

// readTags reads the tags of a cell, parted by commas, or else by semicolons or
// lines.
func readTags(cell string) []string {
	r := csv.NewReader(strings.NewReader(cell))
	r.TrimLeadingSpace, r.LazyQuotes, r.FieldsPerRecord = true, true, -1
	if !strings.Contains(cell, ",") {
		r.Comma = ';'
	}
	rows, _ := r.ReadAll() // what it cannot read is no tag
	tags := []string{}
	for _, row := range rows {
		tags = append(tags, row...)
	}
	return tags
}

// stateWords is a state in the words of a table.
func stateWords(state plan.State) string {
	switch state {
	case plan.Todo:
		return "to do"
	case plan.LetGo:
		return "let go"
	default:
		return string(state)
	}
}

// readState reads a state in the words of ours and of other programs; known is
// false for one that says nothing here, which is to do.
func readState(word string) (state plan.State, known bool) {
	word = strings.ToLower(word)
	switch word {
	case "", "to do", "todo", "open", "no", "false", "0", "not started", "needs-action", "new", "n", "backlog", "incomplete":
		return plan.Todo, true
	case "done", "yes", "true", "1", "x", "y", "✓", "✔", "☑", "completed", "complete", "finished", "closed":
		return plan.Done, true
	case "doing", "in progress", "in-progress", "in-process", "started", "active":
		return plan.Doing, true
	case "waiting", "blocked", "on hold", "waiting for":
		return plan.Waiting, true
	case "parked", "deferred", "someday", "paused", "later":
		return plan.Parked, true
	case "let go", "letgo", "cancelled", "canceled", "dropped", "won't do":
		return plan.LetGo, true
	}
	percent, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(word, "%")), 64)
	if !strings.HasSuffix(word, "%") || err != nil {
		return plan.Todo, false
	}
	switch {
	case percent >= 100:
		return plan.Done, true
	case percent > 0:
		return plan.Doing, true
	}
	return plan.Todo, true
}

var (
	lasts = regexp.MustCompile(`^(?:(\d{1,7}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?))? ?(?:(\d{1,7}) ?(?:m|mins?|minutes?)?)?$`)
	clock = regexp.MustCompile(`^(\d{1,4}):([0-5]\d)$`)
)

// readMinutes reads how long something takes: minutes, "1 h 30 min", "1:30" or
// "1.5 hours". known is false for anything else.
func readMinutes(word string) (minutes int, known bool) {
	word = strings.ToLower(word)
	if parts := clock.FindStringSubmatch(word); parts != nil {
		h, _ := strconv.Atoi(parts[1])
		m, _ := strconv.Atoi(parts[2])
		return inRange(h*hour + m)
	}
	parts := lasts.FindStringSubmatch(word)
	if parts == nil {
		return 0, false
	}
	h, _ := strconv.ParseFloat(strings.Replace(parts[1], ",", ".", 1), 64)
	m, _ := strconv.Atoi(parts[2])
	return inRange(int(h*hour) + m)
}

func inRange(minutes int) (int, bool) { return minutes, plan.ValidEstimate(minutes) == nil }

// dateOrder says what stands first in the dates of a column, where the year does
// not: the day, the month, or nobody can tell.
type dateOrder int

const (
	untold dateOrder = iota
	dayFirst
	monthFirst
)

var (
	yearDate   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$`)
	pointDate  = regexp.MustCompile(`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?: .*)?$`)
	strokeDate = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: .*)?$`)
)

// mostMonths is what tells a day from a month.
const mostMonths = 12

// orderOf finds out how the dates of a column are written: somewhere in it a
// number is no month. A column that says both says neither.
func orderOf(rows [][]string, at int) dateOrder {
	day, month := false, false
	for _, row := range rows {
		if at >= len(row) {
			continue
		}
		if parts := strokeDate.FindStringSubmatch(strings.TrimSpace(row[at])); parts != nil {
			first, _ := strconv.Atoi(parts[1])
			second, _ := strconv.Atoi(parts[2])
			day, month = day || first > mostMonths, month || second > mostMonths
		}
	}
	switch {
	case day && !month:
		return dayFirst
	case month && !day:
		return monthFirst
	}
	return untold
}

// read reads a date: 2026-03-13, 13.3.2026, and 3/13/2026 or 13/3/2026 where the
// column tells which. known is false for what is no date, or could be two.
func (o dateOrder) read(word string) (day string, known bool) {
	if word == "" {
		return "", true
	}
	if p := yearDate.FindStringSubmatch(word); p != nil {
		return civil(p[1], p[2], p[3])
	}
	if p := pointDate.FindStringSubmatch(word); p != nil {
		return civil(p[3], p[2], p[1])
	}
	p := strokeDate.FindStringSubmatch(word)
	switch {
	case p == nil:
		return "", false
	case p[1] == p[2], o == dayFirst:
		return civil(p[3], p[2], p[1])
	case o == monthFirst:
		return civil(p[3], p[1], p[2])
	}
	return "", false
}

// civil is a date of its parts; two digits are a year of this century.
func civil(year, month, day string) (string, bool) {
	if len(year) == 2 {
		year = "20" + year
	}
	date, err := plan.ParseDate(year + "-" + twoDigits(month) + "-" + twoDigits(day))
	return date, err == nil
}

func twoDigits(n string) string {
	if len(n) == 1 {
		return "0" + n
	}
	return n
}
