package interop

import (
	"slices"
	"strconv"
	"strings"

	"cairn/internal/plan"
)

// WriteMarkdown writes a plan, or one branch of it, as a Markdown list with two
// spaces a level. A step has a box; what an item says besides stands behind its
// title, and its notes follow as a quotation.
func WriteMarkdown(entries []Entry) []byte {
	return writeList(entries, listForm{indent: "  ", bullet: "- ", inner: "  ", boxes: true})
}

// WriteText writes a plan, or one branch of it, as lines with a tab a level, as
// any program reads them. What an item says besides stands behind its title, and
// its notes follow as a quotation.
func WriteText(entries []Entry) []byte {
	return writeList(entries, listForm{indent: "\t"})
}

// listForm is how a list looks: what stands before a line for each level, then
// before its words, and before its notes; and whether steps have boxes.
type listForm struct {
	indent, bullet, inner string
	boxes                 bool
}

func writeList(entries []Entry, form listForm) []byte {
	var b strings.Builder
	above := []plan.Kind{""}
	for _, e := range entries {
		above = above[:e.Depth+1]
		indent := strings.Repeat(form.indent, e.Depth)
		b.WriteString(indent + form.bullet + form.line(e, above[e.Depth]) + "\n")
		for _, note := range e.noteLines() {
			b.WriteString(indent + form.inner + quoted(note) + "\n")
		}
		above = append(above, e.Kind)
	}
	return []byte(b.String())
}

// line is an entry in one line. A kind is only told where the level does not.
func (f listForm) line(e Entry, above plan.Kind) string {
	box, kind := "", plan.KindBelow(above)
	if f.boxes && e.Kind == plan.Step {
		box, kind = "[ ] ", plan.Step
		if e.State == plan.Done {
			box = "[x] "
		}
	}
	told := e
	if kind == e.Kind {
		told.Kind = ""
	}
	if e.State == plan.Todo || box == "[x] " {
		told.State = ""
	}
	return box + f.title(e.Title, box) + told.endWords()
}

// title is a title with a stroke before what a reader would take for more than
// words: at its beginning, and at its end.
func (f listForm) title(title, box string) string {
	bare := strings.TrimLeft(title, `\`)
	var m mark
	m.rest = bare
	taken := isMarked(bare) && f.bullet == "" || box == "" && f.bullet != "" && (m.tookBox() || isRule(bare))
	if bare != title {
		taken = isMarked(bare)
	}
	if parts := anyEnd.FindStringSubmatch(title); parts != nil && endTaken(title, parts[2]) {
		title = parts[1] + `\` + parts[2]
	}
	if taken {
		return `\` + title
	}
	return title
}

func (m *mark) tookBox() bool {
	m.readBox()
	return m.box
}

// endTaken is true when the end of a title would be read as more than words.
func endTaken(title, end string) bool {
	read := Entry{Line: Line{Title: title}}
	read.readEnds()
	return read.Title != title || strings.HasPrefix(end, `\`)
}

// endWords are what readEnds reads of an entry.
func (e *Entry) endWords() string {
	var b strings.Builder
	for _, c := range ends() {
		value := e.cell(c)
		if c == columnDoneAt {
			value = inMinutes(value)
		}
		if value != "" && (c != columnTags || !e.hasPlainTags()) {
			b.WriteString(" (" + c.name() + " " + flat(value) + ")")
		}
	}
	if e.EstimateMin > 0 {
		b.WriteString(" (takes " + strconv.Itoa(e.EstimateMin) + " min)")
	}
	if e.hasPlainTags() {
		for _, tag := range e.Tags {
			b.WriteString(" #" + tag)
		}
	}
	return b.String()
}

// hasPlainTags is true when each tag can stand behind a # and be read as it is.
func (e *Entry) hasPlainTags() bool {
	return !slices.ContainsFunc(e.Tags, func(tag string) bool {
		var read Line
		return !readTag(&read, "#"+tag) || read.Tags[0] != tag
	})
}

// flat is a value without a bracket that would be taken for the first one.
func flat(value string) string {
	if !strings.Contains(value, " (") {
		return value
	}
	return strings.NewReplacer("(", "[", ")", "]").Replace(value)
}

// noteLines are the notes of an entry and its other texts, as readNotes reads
// them.
func (e *Entry) noteLines() []string {
	var all []string
	add := func(label, text string) {
		if text == "" {
			return
		}
		for i, line := range strings.Split(text, "\n") {
			if labelled.MatchString(line) {
				line = `\` + line
			}
			if i == 0 {
				line = label + line
			}
			all = append(all, line)
		}
	}
	add("", e.Notes)
	for _, l := range e.labels() {
		add(l.words, *l.text)
	}
	return all
}

// quoted is a line of notes as a quotation.
func quoted(note string) string {
	if note == "" {
		return ">"
	}
	return "> " + note
}
