package interop

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no zones of its own, and a clock needs them there too

	"cairn/internal/plan"
)

// The forms of a date and of a time in a calendar (RFC 5545, 3.3.4 and 3.3.5).
const (
	dateForm    = "20060102"
	momentForm  = "20060102T150405"
	instantForm = momentForm + "Z"
	clockForm   = "15:04"
	instantText = "2006-01-02T15:04:05.000Z" // of an instant in UTC, as a plan keeps it
)

// moment is a date of a calendar, and a time of its day where one is told.
type moment struct {
	day, clock, zone string
	naive            time.Time // the same, as if it were in UTC
}

// zones finds zones by their names, each once. home is where one is: a moment
// in UTC is told by its clock.
type zones struct {
	home  *time.Location
	known map[string]string
}

// moment reads the value of DTSTART, DTEND or DUE. ok is false for what is none.
func (z *zones) moment(p property) (m moment, ok bool) {
	value := strings.TrimSpace(p.value)
	if t, err := time.Parse(dateForm, value); err == nil {
		return sealed(moment{naive: t})
	}
	if t, err := time.Parse(instantForm, value); err == nil {
		t = t.In(z.home)
		naive := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
		return sealed(moment{naive: naive, clock: t.Format(clockForm), zone: z.name(z.home.String())})
	}
	t, err := time.Parse(momentForm, value)
	if err != nil {
		return m, false
	}
	return sealed(moment{naive: t, clock: t.Format(clockForm), zone: z.name(p.params["TZID"])})
}

// sealed gives a moment its day, unless that lies beyond the years of a plan.
func sealed(m moment) (moment, bool) {
	day, err := plan.ParseDate(m.naive.Format(time.DateOnly))
	m.day = day
	return m, err == nil
}

// No calendar names more zones than there are, and none has more parts than
// America/Argentina/Buenos_Aires.
const (
	maxZones = 600
	maxParts = 3
)

// name is the zone that a calendar means, or "" where nobody knows it. Some
// programs write more in front of it: "/example.org/20260101/Europe/Oslo".
func (z *zones) name(id string) string {
	known, asked := z.known[id]
	if asked || len(z.known) > maxZones {
		return known
	}
	parts := strings.Split(strings.Trim(id, "/ "), "/")
	parts = parts[max(0, len(parts)-maxParts):]
	for len(parts) > 0 && !isZone(strings.Join(parts, "/")) {
		parts = parts[1:]
	}
	z.known[id] = strings.Join(parts, "/")
	return z.known[id]
}

// maxZone is how long the name of a zone may be; the longest has 30 letters.
const maxZone = 100

func isZone(name string) bool {
	if name == "" || name == "Local" || len(name) > maxZone {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}

var duration = regexp.MustCompile(`^\+?P(?:(\d{1,7})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:\d{1,7}S)?)?$`)

// The lengths of the parts of a duration, in minutes.
const (
	hour = 60
	day  = 24 * hour
	week = 7 * day
)

// minutes reads a duration (RFC 5545, 3.3.6); 0 is what is none, and what no
// estimate can be.
func minutes(value string) int {
	parts := duration.FindStringSubmatch(strings.TrimSpace(value))
	total := 0
	for i, length := range []int{week, day, hour, 1} {
		if i+1 < len(parts) {
			n, _ := strconv.Atoi(parts[i+1])
			total += n * length
		}
	}
	return estimate(total)
}

// estimate is minutes that an estimate can be, or 0.
func estimate(minutes int) int {
	if plan.ValidEstimate(minutes) != nil {
		return 0
	}
	return minutes
}

// writtenDate is a civil date as a calendar writes it.
func writtenDate(day string) string { return strings.ReplaceAll(day, "-", "") }

// writtenInstant is an instant (RFC 3339) as a calendar writes it, or "".
func writtenInstant(instant string) string {
	t, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		return ""
	}
	return t.UTC().Format(instantForm)
}

// readInstant is the instant of COMPLETED in RFC 3339, or "".
func readInstant(value string) string {
	t, err := time.Parse(instantForm, strings.TrimSpace(value))
	if err != nil || t.Year() < plan.FirstYear || t.Year() > plan.LastYear {
		return ""
	}
	return t.Format(instantText)
}
