package backup

import (
	"fmt"
	"slices"
	"time"
)

// How long which backups stay: all of two days, then the last of each day for a
// month, the last of each week for a year, and the last of each month.
const (
	allOf  = 48 * time.Hour
	daily  = 30 * 24 * time.Hour
	weekly = 365 * 24 * time.Hour
)

// surplus are the backups that need not be kept any more at a time: those that a
// newer one of their day, week or month stands for, and above a budget in bytes the
// oldest ones. Among them is never the newest of all, nor the one called made,
// which can be older where the clock was turned back.
func surplus(all []Backup, now time.Time, budget int64, made string) []Backup {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Backup) int { return -a.At.Compare(b.At) })
	dropped, kept := []Backup{}, []Backup{}
	stands := map[string]bool{}
	for i, b := range all {
		span := spanOf(b.At.In(now.Location()), now)
		if i > 0 && b.Name != made && stands[span] {
			dropped = append(dropped, b)
			continue
		}
		if span != "" {
			stands[span] = true
		}
		kept = append(kept, b)
	}
	return append(dropped, beyond(kept, budget, made)...)
}

// spanOf is the day, week or month in which one backup stands for all; "" while
// each stays. What comes from the future of a wrong clock is as new as can be.
func spanOf(at, now time.Time) string {
	switch age := now.Sub(at); {
	case age < allOf:
		return ""
	case age < daily:
		return at.Format(time.DateOnly)
	case age < weekly:
		year, week := at.ISOWeek()
		return fmt.Sprintf("%d week %d", year, week)
	}
	return at.Format("2006-01")
}

// beyond are the oldest of some backups, newest first, that do not fit into a
// budget.
func beyond(kept []Backup, budget int64, made string) (dropped []Backup) {
	var used int64
	for _, b := range kept {
		used += b.Size
	}
	for i := len(kept) - 1; i > 0 && used > budget; i-- {
		if kept[i].Name != made {
			dropped = append(dropped, kept[i])
			used -= kept[i].Size
		}
	}
	return dropped
}
