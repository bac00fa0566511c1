package plan

import "time"

// The years in which a plan may have dates.
const (
	FirstYear = 1900
	LastYear  = 2999
)

// ParseDate accepts a civil date (YYYY-MM-DD, a day that exists, FirstYear to
// LastYear) or nothing at all, which is "no date", and refuses the rest.
func ParseDate(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil || len(s) != len(time.DateOnly) || day.Year() < FirstYear || day.Year() > LastYear {
		return "", Refuse(Invalid, "error.date_invalid", "date", s)
	}
	return s, nil
}

// Dates are when an item begins, by when it is due, and how that is meant. A
// soft due date lies somewhere from Start to Due.
type Dates struct {
	ID    string  `json:"id"`
	Start string  `json:"start"`
	Due   string  `json:"due"`
	Kind  DueKind `json:"kind"`
}

// CleanDates gives dates as they are kept, or refuses days that are none, an
// end before the beginning, and a vague date with one end. Without a due date
// there is nothing to be meant.
func CleanDates(d Dates) (Dates, error) {
	var err error
	if d.Start, err = ParseDate(d.Start); err != nil {
		return d, err
	}
	if d.Due, err = ParseDate(d.Due); err != nil {
		return d, err
	}
	if d.Due == "" {
		d.Kind = PlainDue
	}
	switch {
	case d.Kind != PlainDue && d.Kind != SoftDue && d.Kind != HardDue:
		return d, Refuse(Invalid, "error.field_unknown")
	case d.Kind == SoftDue && d.Start == "":
		return d, Refuse(Invalid, "error.dates_vague")
	case d.Due != "" && d.Start > d.Due:
		return d, Refuse(Invalid, "error.dates_order")
	}
	return d, nil
}
