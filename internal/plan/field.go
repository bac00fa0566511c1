package plan

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"time"
)

var hexHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

func text(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return CleanText(s)
}

func line(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return CleanTitle(s)
}

func date(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return ParseDate(s)
}

// clock is a time of day, HH:MM.
func clock(value any) (any, error) {
	s, _ := value.(string)
	if t, err := time.Parse("15:04", s); err != nil || t.Format("15:04") != s {
		return nil, Refuse(Invalid, "error.time_invalid")
	}
	return value, nil
}

func recurrence(value any) (any, error) {
	s, _ := value.(string)
	return CleanRule(s)
}

func word(words ...string) field {
	return func(value any) (any, error) {
		if s, ok := value.(string); ok && slices.Contains(words, s) {
			return s, nil
		}
		return nil, Refuse(Invalid, "error.field_unknown")
	}
}

// yes is kept only where it is true.
func yes(value any) (any, error) {
	if value == true {
		return true, nil
	}
	return nil, Refuse(Invalid, "error.field_unknown")
}

// MaxNumber is how far from zero a measure may be.
const MaxNumber = 1e12

func number(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || math.IsNaN(n) || math.Abs(n) > MaxNumber {
		return nil, Refuse(Invalid, "error.number_range", "max", strconv.FormatFloat(MaxNumber, 'f', 0, 64))
	}
	return n, nil
}

// ruler is a place on a line from 0 to 10 (R74).
func ruler(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || n != math.Trunc(n) || n < 0 || n > 10 {
		return nil, Refuse(Invalid, "error.ruler_range")
	}
	return n, nil
}

// percent is a whole share of a hundred.
func percent(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || n != math.Trunc(n) || n < 0 || n > 100 {
		return nil, Refuse(Invalid, "error.percent_range")
	}
	return n, nil
}

// hash is a SHA-256, in hexadecimal.
func hash(value any) (any, error) {
	s, _ := value.(string)
	if !hexHash.MatchString(s) {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return s, nil
}

func count(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || n != math.Trunc(n) || n < 0 || n > MaxNumber {
		return nil, Refuse(Invalid, "error.number_range", "max", strconv.FormatFloat(MaxNumber, 'f', 0, 64))
	}
	return n, nil
}
