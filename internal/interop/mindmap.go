package interop

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"cairn/internal/plan"
)

// mindMap is the reading of a mind map so far: its nodes as entries, the open
// ones from the root on, and what is gathered of the innermost. branches says
// which of them have others below.
type mindMap struct {
	forest
	xml *strict

	open     []leaf
	branches map[int]bool
}

// leaf is a node of a mind map that is open: its entry (-1 is our own root,
// which only names the plan), and what says more of it than its words.
type leaf struct {
	entry      int
	icons      []string
	attributes [][2]string
}

// idMark begins the id of a node: in XML, none may begin with a number.
const idMark = "ID_"

// planRoot is the id of the root of a mind map that we write of a whole plan.
const planRoot = idMark + "plan"

// readMindMap reads a mind map (.mm, as FreeMind and Freeplane write it) whose
// root element has begun. A node is an entry; details, notes and links are its
// notes, icons and attributes say more of it, and arrows what comes after what.
// What folds, colours or places a node is left out.
func readMindMap(s *strict) (Import, error) {
	m := mindMap{forest: forest{text: s.text}, xml: s, branches: map[int]bool{}}
	for {
		token, err := s.next()
		if err != nil {
			return Import{}, err
		}
		switch part := token.(type) {
		case xml.StartElement:
			err = m.begin(part)
		case xml.EndElement:
			m.end()
		case nil:
			return m.finish()
		}
		if err != nil {
			return Import{}, err
		}
	}
}

// begin reads an element. Those that are not of a map of words are passed over,
// with all that lies within them: styles hold nodes that are none.
func (m *mindMap) begin(e xml.StartElement) error {
	switch name := e.Name.Local; {
	case name == "node":
		return m.node(e)
	case len(m.open) == 0:
		return m.xml.skip()
	case name == "richcontent":
		return m.write(value(e, "TYPE"))
	case name == "icon":
		m.now().icons = append(m.now().icons, value(e, "BUILTIN"))
	case name == "attribute":
		m.now().attributes = append(m.now().attributes, [2]string{value(e, "NAME"), cellOf(e)})
	case name == "arrowlink":
		m.point(e)
	}
	return m.xml.skip()
}

func (m *mindMap) now() *leaf { return &m.open[len(m.open)-1] }

// entry is the entry of the innermost node, or nil within our own root.
func (m *mindMap) entry() *Entry {
	if at := m.now().entry; at >= 0 {
		return &m.Entries[at]
	}
	return nil
}

func (m *mindMap) node(e xml.StartElement) error {
	if len(m.open) == maxNesting {
		return m.xml.deep()
	}
	above := -1
	if len(m.open) > 0 {
		above = m.now().entry
	} else if value(e, "ID") == planRoot {
		m.open = append(m.open, leaf{entry: -1})
		return nil
	}
	at, err := m.add(above, m.xml.at)
	if err != nil {
		return err
	}
	m.branches[above] = true
	m.open = append(m.open, leaf{entry: at})
	entry := m.entry()
	entry.Key = strings.TrimPrefix(value(e, "ID"), idMark)
	entry.Title, entry.Notes = value(e, "TEXT"), value(e, "LINK")
	if value(e, "ENCRYPTED_CONTENT") != "" {
		m.left("import.locked", "")
	}
	return nil
}

// write reads words with a form: those of the node itself, its details or its
// note.
func (m *mindMap) write(what string) error {
	words, err := readProse(m.xml)
	entry := m.entry()
	if err != nil || entry == nil {
		return err
	}
	if what == "NODE" {
		entry.Title = strings.TrimSpace(words)
		return nil
	}
	entry.note(words)
	return nil
}

// freeplaneDay is how Freeplane says which day an attribute is.
var freeplaneDay = regexp.MustCompile(`^org\.freeplane\.[\w.]*FormattedDate\|(\d{4}-\d\d-\d\d)`)

// cellOf is the value of an attribute.
func cellOf(e xml.StartElement) string {
	if day := freeplaneDay.FindStringSubmatch(value(e, "OBJECT")); day != nil {
		return day[1]
	}
	return value(e, "VALUE")
}

// thenDays is what an arrow says of ours that points at what comes next.
var thenDays = regexp.MustCompile(`^then(?:, (\d{1,5}) days later)?$`)

// serving is what an arrow says that points at what is served.
const serving = "serves"

func (m *mindMap) point(e xml.StartElement) {
	if m.now().entry < 0 {
		return
	}
	a := arrow{from: m.now().entry, key: strings.TrimPrefix(value(e, "DESTINATION"), idMark)}
	a.read(value(e, "MIDDLE_LABEL"))
	m.arrows = append(m.arrows, a)
}

// read reads what an arrow says.
func (a *arrow) read(label string) {
	parts := thenDays.FindStringSubmatch(label)
	a.serves, a.told = label == serving, parts != nil || label == serving
	if parts != nil {
		a.days, _ = strconv.Atoi(parts[1])
		a.days = min(a.days, plan.MaxLag)
	}
}

// label is what an arrow says, as read reads it.
func (a *arrow) label() string {
	switch {
	case a.serves:
		return serving
	case a.days > 0:
		return "then, " + strconv.Itoa(a.days) + " days later"
	default:
		return "then"
	}
}

// end ends a node: all is known of it now.
func (m *mindMap) end() {
	if len(m.open) == 0 {
		return // the map itself
	}
	last := *m.now()
	m.open = m.open[:len(m.open)-1]
	if last.entry < 0 {
		return
	}
	entry := &m.Entries[last.entry]
	own := false
	for _, a := range last.attributes {
		own = own || a[0] == columnKind.name()
	}
	for _, a := range last.attributes {
		derived := strings.EqualFold(a[0], progress) && (own || m.branches[last.entry])
		if !derived {
			m.understand(entry, a[0], a[1])
		}
	}
	for _, icon := range last.icons {
		m.icon(entry, icon)
	}
}

// progress is the attribute that says how much of an item is done. Where
// something stands below it or its state is told, it is not read: it follows.
const progress = "progress"

// icon reads a small picture. A priority is a tag here, since a plan has none; of
// the others, only those are known that say how something stands.
func (m *mindMap) icon(e *Entry, name string) {
	state := iconState(name)
	switch {
	case state != "" && e.State == "":
		e.State = state
	case state != "", name == "unchecked":
	case priorityIcon.MatchString(name):
		e.Tags = append(e.Tags, "priority-"+strings.TrimPrefix(name, "full-"))
	default:
		m.left("import.icons", shown(name))
	}
}

var priorityIcon = regexp.MustCompile(`^full-\d{1,2}$`)

// iconState is the state that a small picture stands for, or "".
func iconState(name string) plan.State {
	switch name {
	case "button_ok", "checked":
		return plan.Done
	case "button_cancel":
		return plan.LetGo
	case "hourglass":
		return plan.Waiting
	default:
		return ""
	}
}
