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
