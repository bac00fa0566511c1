package plan

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// rulePart is a part of a recurrence: those of RFC 5545, 3.3.10, from a day
// upwards. What recurs each hour or second is no routine.
var rulePart = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)`,
	`(?:INTERVAL|COUNT)=[1-9]\d{0,2}`,
	`BYDAY=(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)){0,6}`,
	`BYMONTHDAY=-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01])){0,30}`,
	`BYMONTH=(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2])){0,11}`,
	`BYSETPOS=-?[1-9]\d?`,
	`WKST=(?:MO|SU)`,
	`UNTIL=\d{8}`,
}, "|") + `)$`)

// maxRule is the length of the longest recurrence that is read.
const maxRule = 200

// CleanRule is a recurrence in the form of RFC 5545, "FREQ=WEEKLY;BYDAY=MO,TH",
// as it is kept. It refuses what no routine can be: a part that it does not
// know, one that stands twice, and whatever comes more often than daily.
func CleanRule(rule string) (string, error) {
	rule = strings.ToUpper(strings.TrimSpace(rule))
	refused := Refuse(Invalid, "error.rule_unknown")
	if len(rule) > maxRule {
		return "", refused
	}
	said := map[string]string{}
	for part := range strings.SplitSeq(rule, ";") {
		name, value, _ := strings.Cut(part, "=")
		if said[name] != "" || !rulePart.MatchString(part) {
			return "", refused
		}
		said[name] = value
	}
	if said["FREQ"] == "" || !comes(said) {
		return "", refused
	}
	return rule, nil
}

// comes is false for a rule that can never come, and for one that a part does
// not go with: the fifth Friday of a day.
func comes(said map[string]string) bool {
	if until := said["UNTIL"]; until != "" {
		if _, err := time.Parse("20060102", until); err != nil || said["COUNT"] != "" {
			return false
		}
	}
	longer := said["FREQ"] == "MONTHLY" || said["FREQ"] == "YEARLY"
	counted, dated := strings.ContainsAny(said["BYDAY"], "12345"), said["BYMONTHDAY"] != ""
	if counted && (!longer || dated) || dated && said["FREQ"] == "WEEKLY" {
		return false
	}
	if pos := said["BYSETPOS"]; pos != "" && (counted || !among(pos, said["BYDAY"], said["BYMONTHDAY"], longer)) {
		return false
	}
	return !dated || said["BYMONTH"] == "" || inSome(said["BYMONTH"], said["BYMONTHDAY"])
}

// among is true when a set of days always, or at least in most months, has one
// at a position; -1 is its last.
func among(position, weekdays, dates string, longer bool) bool {
	pos, _ := strconv.Atoi(strings.TrimPrefix(position, "-"))
	if dates != "" {
		return pos <= 1+strings.Count(dates, ",") && weekdays == ""
	}
	of := 1 + strings.Count(weekdays, ",")
	if longer {
		of *= 4 // each day of the week stands in each month so often
	}
	return weekdays != "" && pos <= of
}

// inSome is true when at least one of some months has one of some days.
func inSome(months, days string) bool {
	for month := range strings.SplitSeq(months, ",") {
		m, _ := strconv.Atoi(month)
		long := time.Date(2028, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() // a leap year
		for day := range strings.SplitSeq(days, ",") {
			if d, _ := strconv.Atoi(strings.TrimPrefix(day, "-")); d <= long {
				return true
			}
		}
	}
	return false
}
