package interop

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

// No calendar that a person uses comes near these: what goes beyond them was
// made to hurt.
const (
	maxComponents = 8     // components within each other
	maxProperties = 5_000 // of one component; each guest of a meeting is one
	maxRelations  = 200   // of one component to others
)

// ParseCalendar reads a calendar (iCalendar, RFC 5545): its to-dos and events.
// RELATED-TO makes the tree and, with DEPENDS-ON (RFC 9253), what waits for what; RRULE a routine where plan.CleanRule takes
// it; an event with a time of the day is a committed time. home is the zone in
// which a moment in UTC is told.
//
// It refuses what is no calendar or a broken one (error.calendar_broken), one
// with more entries than a plan takes at once (error.import_many) or without any
// (error.import_empty), and a text that not even notes can hold
// (error.text_long). Anything else that it does not understand is left out and
// told.
func ParseCalendar(raw []byte, home *time.Location) (Import, error) {
	c := calendar{zones: zones{home: home, known: map[string]string{"": ""}}, byKey: map[string]int{}}
	began := false
	for line := range unfold(fromBytes(raw)) {
		p, ok := readProperty(line)
		if !began && (!ok || p.name != "BEGIN" || !strings.EqualFold(strings.TrimSpace(p.value), "VCALENDAR")) {
			return Import{}, brokenCalendar()
		}
		began = true
		if !ok {
			c.unread++
			continue
		}
		if err := c.read(p); err != nil {
			return Import{}, err
		}
	}
	if !began || len(c.open) > 0 {
		return Import{}, brokenCalendar()
	}
	return c.finish()
}

func brokenCalendar() error { return plan.Refuse(plan.Invalid, "error.calendar_broken") }

// calendar is the reading of a calendar so far. open holds the names of the
// components that are open, now the properties of the to-do or event that is.
type calendar struct {
	zones
	Import

	open   []string
	now    []property
	count  int // the properties of the open component, known or not
	unread int // lines that were none
	other  map[string]int
	byKey  map[string]int // the entry of each UID
	below  []relation
	after  []relation
	events map[int]bool // which of the entries are events
}

// relation says that an entry belongs to the one with a key, or the other way
// round.
type relation struct {
	entry int
	key   string
	back  bool
}

func (c *calendar) read(p property) error {
	switch p.name {
	case "BEGIN":
		return c.begin(strings.ToUpper(strings.TrimSpace(p.value)))
	case "END":
		return c.end(strings.ToUpper(strings.TrimSpace(p.value)))
	}
	if c.count++; c.count > maxProperties {
		return brokenCalendar()
	}
	if n := len(c.open); n > 0 && isEntry(c.open[n-1]) && isKnown(p.name) {
		c.now = append(c.now, p)
	}
	return nil
}

func (c *calendar) begin(name string) error {
	if c.open = append(c.open, name); len(c.open) > maxComponents {
		return brokenCalendar()
	}
	if isEntry(name) {
		if c.now, c.count = nil, 0; len(c.Entries) == maxNodes {
			return tooMany()
		}
	}
	if name == "VJOURNAL" || name == "VFREEBUSY" {
		if c.other == nil {
			c.other = map[string]int{}
		}
		c.other[name]++
	}
	return nil
}

func (c *calendar) end(name string) error {
	n := len(c.open)
	if n == 0 || c.open[n-1] != name {
		return brokenCalendar()
	}
	c.open = c.open[:n-1]
	if isEntry(name) {
		c.take(name == "VEVENT")
	}
	c.count = 0
	return nil
}

func isEntry(component string) bool { return component == "VTODO" || component == "VEVENT" }

func isKnown(name string) bool {
	switch name {
	case "UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CATEGORIES", "STATUS", "COMPLETED", "PERCENT-COMPLETE",
		"DTSTART", "DTEND", "DUE", "DURATION", "ESTIMATED-DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
		"RELATED-TO", propertyKind, propertyState:
		return true
	}
	return false
}

// take makes an entry of the properties of a to-do or event.
func (c *calendar) take(event bool) {
	first := map[string]property{}
	e := Entry{}
	for _, p := range c.now {
		if _, twice := first[p.name]; !twice {
			first[p.name] = p
		}
		if p.name == "CATEGORIES" && len(e.Tags) < maxTags {
			e.Tags = append(e.Tags, splitList(p.value)...)
		}
	}
	e.Title, e.Notes = written(first["SUMMARY"].value, first["DESCRIPTION"].value)
	if p, moved := first["RECURRENCE-ID"]; moved {
		c.remark("import.moved", e.Title, p.value)
		return
	}
	if plan.Blank(e.Title) {
		c.remark("import.untitled", first["UID"].value, "")
		return
	}
	for _, name := range []string{"LOCATION", "URL"} {
		if more := strings.TrimSpace(unescapeText(first[name].value)); more != "" {
			e.Notes = joined(e.Notes, more)
		}
	}
	e.Kind, e.State = kindIn(first[propertyKind].value), stateIn(first)
	if e.State == plan.Done {
		e.DoneAt = readInstant(first["COMPLETED"].value)
	}
	c.time(&e, first, event)
	c.keep(e, first, event)
}

// written is the title and notes of an entry; one without a summary is called
// by the first line of its notes.
func written(summary, description string) (title, notes string) {
	title, notes = unescapeText(summary), unescapeText(description)
	if plan.Blank(title) {
		title, notes, _ = strings.Cut(strings.TrimLeft(notes, "\n "), "\n")
	}
	return title, notes
}

func joined(notes, more string) string {
	if notes == "" {
		return more
	}
	return notes + "\n" + more
}

// keep puts an entry behind the others, under its key, with what it is related to.
func (c *calendar) keep(e Entry, first map[string]property, event bool) {
	at := len(c.Entries)
	e.Key = first["UID"].value
	if _, twice := c.byKey[e.Key]; twice || e.Key == "" {
		e.Key = "\x00" + strconv.Itoa(at) // no UID has a control character
	}
	c.byKey[e.Key] = at
	c.Entries = append(c.Entries, e)
	if event {
		if c.events == nil {
			c.events = map[int]bool{}
		}
		c.events[at] = true
	}
	related := 0
	for _, p := range c.now {
		if p.name == "RELATED-TO" && related < maxRelations {
			related++
			c.relate(at, p)
		}
	}
}

// relate notes one relation. DEPENDS-ON stands in the one that waits, NEXT and
// the temporal ones in the one that comes first (RFC 9253, 4 and 5); of these,
// only "starts when that is finished" is a dependency here.
func (c *calendar) relate(at int, p property) {
	switch kind := strings.ToUpper(p.params["RELTYPE"]); kind {
	case "", "PARENT", "CHILD":
		c.below = append(c.below, relation{entry: at, key: p.value, back: kind == "CHILD"})
	case "DEPENDS-ON", "FINISHTOSTART":
		c.after = append(c.after, relation{entry: at, key: p.value, back: kind == "FINISHTOSTART"})
	}
}

// The properties in which we keep what iCalendar has no words for, as RFC 5545
// (3.8.8.2) leaves room for.
const (
	propertyKind  = "X-CAIRN-KIND"
	propertyState = "X-CAIRN-STATE"
)

func kindIn(value string) plan.Kind {
	if kind := plan.Kind(strings.ToLower(value)); plan.ValidKind(kind) == nil {
		return kind
	}
	return plan.Step
}

// stateIn is how an entry stands.
func stateIn(first map[string]property) plan.State {
	if own := plan.State(strings.ToLower(first[propertyState].value)); plan.ValidState(own) == nil {
		return own
	}
	_, completed := first["COMPLETED"]
	percent, _ := strconv.Atoi(first["PERCENT-COMPLETE"].value)
	switch status := strings.ToUpper(strings.TrimSpace(first["STATUS"].value)); {
	case status == "COMPLETED", completed, percent >= 100:
		return plan.Done
	case status == "CANCELLED":
		return plan.LetGo
	case status == "IN-PROCESS", percent > 0:
		return plan.Doing
	}
	return plan.Todo
}

// time gives an entry its dates, or makes it a routine.
func (c *calendar) time(e *Entry, first map[string]property, event bool) {
	start, starts := c.readMoment(e, first, "DTSTART")
	end, ends := c.readMoment(e, first, endOf(event))
	e.EstimateMin = minutes(cmp.Or(first["ESTIMATED-DURATION"].value, first["DURATION"].value))
	if c.recurs(e, first) && (starts || ends) {
		e.From = cmp.Or(start.day, end.day)
		if start.clock != "" {
			e.Notes = joined(e.Notes, strings.TrimSpace(start.clock+" "+start.zone))
		}
		return
	}
	switch {
	case event && starts:
		e.happens(start, end, ends)
	case !event:
		e.Start, e.Due = start.day, end.day
	}
}

// happens gives an event its days. One that is over on its day has that one as
// its due date, and one with a time is committed to.
func (e *Entry) happens(start, end moment, ends bool) {
	last := start.day
	if ends {
		if start.clock == "" && end.naive.After(start.naive) {
			end.naive = end.naive.AddDate(0, 0, -1) // the day after the last
		}
		if end, ok := sealed(end); ok && end.day > last {
			last = end.day
		}
	}
	e.Due = last
	if last > start.day {
		e.Start = start.day
	} else if ends && start.clock != "" {
		e.EstimateMin = estimate(int(end.naive.Sub(start.naive).Minutes()))
	}
	if start.clock != "" {
		e.Commitment = Commitment{Day: start.day, Time: start.clock, Zone: start.zone}
	}
}

// readMoment reads a moment, and tells of one that is none.
func (c *calendar) readMoment(e *Entry, first map[string]property, name string) (moment, bool) {
	p, there := first[name]
	m, ok := c.moment(p)
	if there && !ok {
		c.remark("import.date", e.Title, p.value)
	}
	return m, ok
}

// recurs gives an entry its rule, and says whether it recurs at all. What no
// routine can be comes without it, and is told.
func (c *calendar) recurs(e *Entry, first map[string]property) bool {
	p, there := first["RRULE"]
	if there {
		rule, err := plan.CleanRule(withoutTimes(p.value))
		if err != nil {
			c.remark("import.rule", e.Title, p.value)
		}
		e.Rule = rule
	}
	for _, name := range []string{"RDATE", "EXDATE"} {
		if _, there := first[name]; there {
			c.remark("import.exceptions", e.Title, "")
			break
		}
	}
	return e.Rule != ""
}

// withoutTimes takes the time of the day off the end of a rule.
func withoutTimes(rule string) string {
	before, until, there := strings.Cut(rule, "UNTIL=")
	if !there || len(until) < len(dateForm) {
		return rule
	}
	_, rest, more := strings.Cut(until, ";")
	rule = before + "UNTIL=" + until[:len(dateForm)]
	if more {
		rule += ";" + rest
	}
	return rule
}

// endOf is the property that says when an event or a to-do ends.
func endOf(event bool) string {
	if event {
		return "DTEND"
	}
	return "DUE"
}
