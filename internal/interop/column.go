package interop

import (
	"strconv"
	"strings"
	"time"

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
	columnClock    column = "Repeats at"
	columnAgain    column = "Repeats after done"
	columnTarget   column = "Repeats target"
	columnUnit     column = "Repeats unit"
	columnLeast    column = "Repeats at least"
	columnPaused   column = "Repeats not from"
	columnBack     column = "Repeats again from"
	columnArea     column = "Area"
	columnDueKind  column = "Due is"
	columnSpent    column = "Spent (min)"
	columnCommit   column = "Committed"
	columnDoneAt   column = "Done at"
	columnDraft    column = "Draft"
	columnAction   column = "Action"
)

// columns are those of WriteTable, in their order.
var columns = [...]column{
	columnLevel, columnKind, columnTitle, columnState, columnStart, columnDue, columnEstimate, columnTags,
	columnNotes, columnWhy, columnWhat, columnDoneWhen, columnRule, columnFrom, columnClock, columnAgain, columnTarget,
	columnUnit, columnLeast, columnPaused, columnBack, columnArea, columnDueKind, columnSpent, columnCommit, columnDoneAt,
	columnDraft, columnAction,
}

// habit is the field of a routine that a column holds, or "".
func (c column) habit() string {
	switch c {
	case columnClock:
		return "time"
	case columnAgain:
		return "after"
	case columnTarget:
		return "target"
	case columnUnit:
		return "unit"
	case columnLeast:
		return "least"
	case columnPaused:
		return "paused"
	case columnBack:
		return "back"
	default:
		return ""
	}
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
	case "spent", "actual duration", "time spent":
		return columnSpent
	case "life area":
		return columnArea
	case "recurrence", "repeat", "rrule":
		return columnRule
	}
	return ""
}

// name is how a column is called where it stands as an attribute: "done when".
func (c column) name() string {
	return strings.ToLower(strings.TrimSuffix(string(c), " (min)"))
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
		return minutesOrNone(e.EstimateMin)
	case columnSpent:
		return minutesOrNone(e.SpentMin)
	case columnTags:
		return writtenTags(e.Tags)
	case columnDueKind:
		return string(e.DueKind)
	case columnCommit:
		return e.Commitment.written()
	case columnDraft:
		return yesOrNone(e.Draft)
	case columnAction:
		return yesOrNone(e.IsAction)
	default:
		if field := c.habit(); field != "" {
			return writtenField(e.Habit[field])
		}
		return *e.text(c)
	}
}

// writtenField is a field of a routine in words.
func writtenField(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	case bool:
		return yesOrNone(value)
	default:
		return ""
	}
}

func minutesOrNone(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return strconv.Itoa(minutes)
}

func yesOrNone(is bool) string {
	if is {
		return yes
	}
	return ""
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
	case columnArea:
		return &e.Area
	case columnDoneAt:
		return &e.DoneAt
	default:
		return nil
	}
}

// set gives an entry what stands under a column. It answers with the remark to
// make when that cannot be understood, and then leaves it out.
func (e *Entry) set(c column, cell string, order dateOrder) (lost string) {
	word := strings.TrimSpace(cell)
	switch c {
	case columnKind:
		return e.setKind(word)
	case columnState:
		state, known := readState(word)
		if known {
			e.State = state
		}
		return unless(known, "import.state")
	case columnStart, columnDue, columnFrom:
		day, known := order.read(word)
		*e.text(c) = day
		return unless(known, "import.date")
	case columnEstimate, columnSpent:
		return e.setMinutes(c, word)
	case columnTags:
		e.Tags = readTags(cell)
	case columnRule:
		return e.setRule(word)
	case columnDueKind, columnCommit, columnDoneAt, columnDraft, columnAction:
		return unless(e.setOwn(c, word), "import.value")
	default:
		if field := c.habit(); field != "" {
			return unless(e.setHabit(field, word), "import.value")
		}
		*e.text(c) = cell
	}
	return ""
}

// setHabit says something of a routine; known is false for what cannot be said
// of one.
func (e *Entry) setHabit(field, word string) (known bool) {
	var value any = word
	switch field {
	case "target":
		n, err := strconv.ParseFloat(word, 64)
		if value = n; err != nil {
			return word == ""
		}
	case "after":
		if value = word == yes; word == "" {
			return true
		}
	}
	habit, err := plan.MergeBody(plan.Routine, e.Habit, plan.Body{field: value})
	if err == nil {
		e.Habit = habit
	}
	return err == nil
}

func unless(known bool, remark string) string {
	if known {
		return ""
	}
	return remark
}

func (e *Entry) setMinutes(c column, word string) (lost string) {
	minutes, known := readMinutes(word)
	if c == columnSpent {
		e.SpentMin = minutes
	} else {
		e.EstimateMin = minutes
	}
	return unless(known, "import.estimate")
}

func (e *Entry) setKind(word string) (lost string) {
	kind := plan.Kind(strings.ToLower(word))
	if plan.ValidKind(kind) == nil {
		e.Kind = kind
		return ""
	}
	return unless(word == "", "import.kind")
}

func (e *Entry) setRule(word string) (lost string) {
	if word == "" {
		return ""
	}
	rule, err := plan.CleanRule(word)
	e.Rule = rule
	return unless(err == nil, "import.rule")
}

// yes is how a column says that something is so.
const yes = "yes"

// setOwn reads what only we write; known is false for anything else.
func (e *Entry) setOwn(c column, word string) (known bool) {
	if word == "" {
		return true
	}
	switch c {
	case columnDueKind:
		e.DueKind = plan.DueKind(word)
		return e.DueKind == plan.SoftDue || e.DueKind == plan.HardDue
	case columnCommit:
		e.Commitment, known = readCommitment(word)
		return known
	case columnDoneAt:
		e.DoneAt = soundInstant(word)
		return e.DoneAt != ""
	case columnDraft:
		e.Draft = word == yes
		return e.Draft
	default:
		e.IsAction = word == yes
		return e.IsAction
	}
}

// written is a committed time as readCommitment reads it.
func (c Commitment) written() string {
	return strings.Join(strings.Fields(c.Day+" "+c.Time+" "+c.Zone), " ")
}

// readCommitment reads a committed time: its day, its time and zone if it has
// them. known is false for what is none.
func readCommitment(word string) (c Commitment, known bool) {
	parts := append(strings.Fields(word), "", "", "")
	day, err := plan.ParseDate(parts[0])
	if err != nil || day == "" || len(parts) > 6 {
		return Commitment{}, false
	}
	if parts[1] == "" {
		return Commitment{Day: day}, true
	}
	if _, err := time.Parse(clockForm, parts[1]); err != nil || len(parts[1]) != len(clockForm) {
		return Commitment{}, false
	}
	if parts[2] != "" && !isZone(parts[2]) {
		return Commitment{}, false
	}
	return Commitment{Day: day, Time: parts[1], Zone: parts[2]}, true
}

// minuteForm is how a list writes an instant: nobody reads its seconds.
const minuteForm = "2006-01-02 15:04Z07:00"

// soundInstant is an instant within the years of a plan in RFC 3339, of that or
// of minuteForm, or "".
func soundInstant(word string) string {
	t, err := time.Parse(time.RFC3339, word)
	if short, other := time.Parse(minuteForm, word); other == nil {
		t, err = short, nil
		word = t.UTC().Format(instantText)
	}
	if err != nil || t.Year() < plan.FirstYear || t.Year() > plan.LastYear {
		return ""
	}
	return word
}

// inMinutes is an instant in minuteForm.
func inMinutes(instant string) string {
	t, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		return ""
	}
	return t.UTC().Format(minuteForm)
}
