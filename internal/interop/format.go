package interop

import (
	"encoding/xml"
	"errors"
	"path"
	"strings"
	"time"

	"cairn/internal/plan"
)

// Format is a kind of file that a plan is taken to other programs in; it is the
// ending of such a file, without its point.
type Format string

// The formats that a plan is written in.
const (
	Calendar Format = "ics"
	Table    Format = "csv"
	MindMap  Format = "mm"
	OPML     Format = "opml"
	Markdown Format = "md"
	Text     Format = "txt"
	Canvas   Format = "canvas"
)

// Formats are all formats, those that carry the most first.
func Formats() []Format {
	return []Format{MindMap, OPML, Canvas, Markdown, Text, Table, Calendar}
}

// ValidFormat refuses a format that does not exist.
func ValidFormat(format Format) error {
	for _, known := range Formats() {
		if format == known {
			return nil
		}
	}
	return plan.Refuse(plan.Invalid, "error.format_unknown")
}

// Write writes a plan, or one branch of it, in a format. name is that of the
// plan or the branch, now the instant of writing.
func (format Format) Write(name string, entries []Entry, now time.Time) ([]byte, error) {
	switch format {
	case Calendar:
		return WriteCalendar(name, entries, now), nil
	case Table:
		return WriteTable(entries)
	case MindMap:
		return WriteMindMap(name, entries), nil
	case OPML:
		return WriteOPML(name, entries, now), nil
	case Markdown:
		return WriteMarkdown(entries), nil
	case Text:
		return WriteText(entries), nil
	case Canvas:
		return WriteCanvas(entries)
	default:
		return nil, ValidFormat(format)
	}
}

// Parse reads a file of any format. It is told by the ending of its name, and
// where that leaves more than one, by what the file begins with. home is the
// zone in which a moment in UTC is told.
//
// What it refuses changes nothing, and the sentence says why and, where that can
// be told, in which line.
func Parse(name string, raw []byte, home *time.Location) (Import, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".ics":
		return ParseCalendar(raw, home)
	case ".csv", ".tsv":
		return ParseTable(raw)
	case ".mm", ".opml", ".xml":
		return ParseXML(raw)
	case ".canvas", ".json":
		return ParseCanvas(raw)
	case ".md", ".markdown":
		return ParseList(raw)
	case ".txt", ".text":
		return parseText(raw)
	}
	return Import{}, plan.Refuse(plan.Invalid, "error.import_kind", "path", name)
}

// parseText reads a plain text: a table whose first row names a column of
// titles, or else a list.
func parseText(raw []byte) (Import, error) {
	first, _, _ := strings.Cut(fromBytes(raw), "\n")
	if !strings.ContainsAny(strings.TrimSpace(first), ",;\t") {
		return ParseList(raw)
	}
	read, err := ParseTable(raw)
	var refused *plan.Error
	if errors.As(err, &refused) && (refused.Key == "error.table_heads" || refused.Key == "error.table_broken") {
		return ParseList(raw)
	}
	return read, err
}

// ParseXML reads a mind map (readMindMap) or an outline (readOPML), whichever
// the file says that it is. It refuses any other, and what is not well formed,
// saying where.
func ParseXML(raw []byte) (Import, error) {
	s, err := readXML(raw)
	if err != nil {
		return Import{}, err
	}
	token, err := s.next()
	if err != nil {
		return Import{}, err
	}
	root, _ := token.(xml.StartElement)
	switch root.Name.Local {
	case "map":
		return readMindMap(s)
	case "opml":
		return readOPML(s)
	}
	return Import{}, refuseAt(s.text, s.at, "error.xml_foreign", "name", shown(root.Name.Local))
}
