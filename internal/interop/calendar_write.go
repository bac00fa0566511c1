package interop

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

// usual is how many minutes a committed time takes that nobody has estimated.
const usual = 30

// commitmentKey ends the UID of the event in which a to-do is committed to.
const commitmentKey = "-commitment"

// WriteCalendar writes the steps, decisions and milestones of a plan as to-dos
// of a calendar (iCalendar, RFC 5545), and each committed time as an event
// beside its to-do. now is the instant of writing.
//
// A to-do stands below the nearest item above it that is one too. What waits
// says so with DEPENDS-ON, because programs do not agree which of the two has
// FINISHTOSTART (RFC 9253, 4). There is no PRIORITY: the order of a plan is no
// number from 1 to 9. A zone comes with all its changes within the years of the
// events, each written out (VTIMEZONE); one that nobody knows is left out, and
// the time is that of the clock wherever one is.
func WriteCalendar(name string, entries []Entry, now time.Time) []byte {
	w := calendarWriter{now: now.UTC().Format(instantForm), written: map[string]bool{}, parents: map[string]string{}}
	for _, e := range entries {
		w.parents[e.Key] = e.Parent
		w.written[e.Key] = isTodo(e.Kind)
	}
	w.put("BEGIN", "VCALENDAR")
	w.put("VERSION", "2.0")
	w.put("PRODID", "-//Cairn//Cairn//EN")
	w.put("CALSCALE", "GREGORIAN")
	w.text("NAME", name)         // (RFC 7986)
	w.text("X-WR-CALNAME", name) // what most programs read
	w.zones(entries)
	for _, e := range entries {
		if isTodo(e.Kind) {
			w.todo(e)
			w.event(e)
		}
	}
	w.put("END", "VCALENDAR")
	return []byte(w.String())
}

func isTodo(kind plan.Kind) bool {
	return kind == plan.Step || kind == plan.Decision || kind == plan.Milestone
}

type calendarWriter struct {
	strings.Builder

	now     string
	written map[string]bool   // which keys are those of to-dos
	parents map[string]string // the key above each
}

// put writes a property whose value needs no escaping, unless it is empty.
func (w *calendarWriter) put(name, value string) {
	if value != "" {
		fold(&w.Builder, name+":"+value)
	}
}

func (w *calendarWriter) text(name, value string) { w.put(name, escapeText(value)) }

// date writes a property that is a whole day.
func (w *calendarWriter) date(name, day string) {
	w.put(name+";VALUE=DATE", writtenDate(day))
}

func (w *calendarWriter) begin(component, key string, e Entry) {
	w.put("BEGIN", component)
	w.text("UID", key)
	w.put("DTSTAMP", w.now)
	w.put("CREATED", writtenInstant(e.CreatedAt))
	w.put("LAST-MODIFIED", writtenInstant(e.ChangedAt))
	w.text("SUMMARY", e.Title)
}

func (w *calendarWriter) todo(e Entry) {
	w.begin("VTODO", e.Key, e)
	w.text("DESCRIPTION", e.Notes)
	w.times(e)
	w.state(e)
	if e.Kind != plan.Step {
		w.put(propertyKind, string(e.Kind))
	}
	w.tags(e.Tags)
	if e.EstimateMin > 0 { // (draft-ietf-calext-ical-tasks)
		w.put("ESTIMATED-DURATION", lasting(e.EstimateMin))
	}
	w.related(e)
	w.put("END", "VTODO")
}

// times writes the days of a to-do. One that recurs begins on the day that its
// rule counts from, and each of its turns is of that day alone. DUE has to be
// later than DTSTART, so what is of one day only is due.
func (w *calendarWriter) times(e Entry) {
	if e.Rule != "" {
		created, _, _ := strings.Cut(e.CreatedAt, "T")
		w.date("DTSTART", cmp.Or(e.From, e.Start, e.Due, created))
		w.put("RRULE", e.Rule)
		return
	}
	if e.Start != e.Due {
		w.date("DTSTART", e.Start)
	}
	w.date("DUE", e.Due)
}

func (w *calendarWriter) state(e Entry) {
	switch e.State {
	case plan.Done:
		w.put("STATUS", "COMPLETED")
		w.put("COMPLETED", writtenInstant(e.DoneAt))
		w.put("PERCENT-COMPLETE", "100")
		return
	case plan.Doing:
		w.put("STATUS", "IN-PROCESS")
		return
	case plan.LetGo, plan.Parked: // neither is to remind of itself
		w.put("STATUS", "CANCELLED")
	default:
		w.put("STATUS", "NEEDS-ACTION")
	}
	if e.State == plan.Waiting || e.State == plan.Parked {
		w.put(propertyState, string(e.State))
	}
}

func (w *calendarWriter) tags(tags []string) {
	names := make([]string, len(tags))
	for i, tag := range tags {
		names[i] = escapeText(tag)
	}
	w.put("CATEGORIES", strings.Join(names, ","))
}

func (w *calendarWriter) related(e Entry) {
	above := e.Parent
	for above != "" && !w.written[above] {
		above = w.parents[above]
	}
	w.text("RELATED-TO;RELTYPE=PARENT", above)
	for _, wait := range e.After {
		if w.written[wait.Key] {
			w.text("RELATED-TO;RELTYPE=DEPENDS-ON", wait.Key)
		}
	}
}

// event writes the committed time of a to-do.
func (w *calendarWriter) event(e Entry) {
	c := e.Commitment
	if c.Day == "" {
		return
	}
	w.begin("VEVENT", e.Key+commitmentKey, e)
	if c.Time == "" {
		w.date("DTSTART", c.Day)
	} else {
		start := "DTSTART"
		if isZone(c.Zone) {
			start += ";TZID=" + c.Zone
		}
		w.put(start, writtenDate(c.Day)+"T"+strings.ReplaceAll(c.Time, ":", "")+"00")
		w.put("DURATION", lasting(cmp.Or(e.EstimateMin, usual)))
	}
	w.text("RELATED-TO;RELTYPE=PARENT", e.Key)
	w.put("END", "VEVENT")
}

// lasting is minutes as a duration.
func lasting(minutes int) string { return "PT" + strconv.Itoa(minutes) + "M" }

// zones writes each zone that a committed time names.
func (w *calendarWriter) zones(entries []Entry) {
	spans := map[string][]string{}
	for _, e := range entries {
		if c := e.Commitment; c.Time != "" && c.Day != "" && isTodo(e.Kind) && isZone(c.Zone) {
			spans[c.Zone] = append(spans[c.Zone], c.Day)
		}
	}
	names := []string{}
	for name := range spans {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w.zone(name, slices.Min(spans[name]), slices.Max(spans[name]))
	}
}

// zone writes a zone from the change of its clock before the first day to the
// last one before the end.
func (w *calendarWriter) zone(name, first, last string) {
	where, err := time.LoadLocation(name)
	from, bad := time.ParseInLocation(time.DateOnly, first, where)
	until, worse := time.ParseInLocation(time.DateOnly, last, where)
	if err != nil || bad != nil || worse != nil {
		return
	}
	w.put("BEGIN", "VTIMEZONE")
	w.put("TZID", name)
	for at := from; ; {
		start, end := at.ZoneBounds()
		w.observance(start, at)
		if end.IsZero() || end.After(until.AddDate(0, 0, 1)) {
			break
		}
		at = end
	}
	w.put("END", "VTIMEZONE")
}

// observance writes what the clock of a zone does from an instant on: the one
// before which it had another offset, or, where it never had, long ago.
func (w *calendarWriter) observance(start, at time.Time) {
	kind := "STANDARD"
	if at.IsDST() {
		kind = "DAYLIGHT"
	}
	name, offset := at.Zone()
	before, onset := offset, "19000101T000000"
	if !start.IsZero() {
		_, before = start.Add(-time.Second).Zone()
		onset = start.UTC().Add(time.Duration(before) * time.Second).Format(momentForm)
	}
	w.put("BEGIN", kind)
	w.put("DTSTART", onset)
	w.put("TZOFFSETFROM", writtenOffset(before))
	w.put("TZOFFSETTO", writtenOffset(offset))
	w.text("TZNAME", name)
	w.put("END", kind)
}

// writtenOffset is seconds east of Greenwich as a calendar writes them.
func writtenOffset(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	clock := time.Unix(int64(seconds), 0).UTC()
	if seconds%60 == 0 {
		return sign + clock.Format("1504")
	}
	return sign + clock.Format("150405")
}
