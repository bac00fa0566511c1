package backup

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// aDay is a moment in the middle of a day.
func aDay() time.Time { return time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC) }

func made(at time.Time, size int64) Backup {
	return Backup{Name: at.Format(time.RFC3339Nano), At: at, Size: size}
}

const plenty = 1 << 40

func TestSurplus(t *testing.T) {
	t.Run("half a year of work, every half an hour, comes to few", func(t *testing.T) {
		all := []Backup{}
		for at := aDay(); aDay().Sub(at) < 500*24*time.Hour; at = at.Add(-30 * time.Minute) {
			all = append(all, made(at, 1))
		}
		kept := without(all, surplus(all, aDay(), plenty, ""))
		ages := func(from, to time.Duration) (n int) {
			for _, b := range kept {
				if age := aDay().Sub(b.At); age >= from && age < to {
					n++
				}
			}
			return n
		}
		const day = 24 * time.Hour
		for _, span := range []struct {
			from, to    time.Duration
			least, most int
		}{
			{0, allOf, 96, 96},
			{allOf, daily, 28, 29},
			{daily, weekly, 47, 50},
			{weekly, 500 * day, 4, 6},
		} {
			if n := ages(span.from, span.to); n < span.least || n > span.most {
				t.Errorf("between %v and %v: %d, want %d to %d", span.from, span.to, n, span.least, span.most)
			}
		}
	})

	t.Run("a budget drops the oldest first, and the newest stays whatever it takes", func(t *testing.T) {
		all := []Backup{made(aDay(), 50), made(aDay().Add(-time.Hour), 30), made(aDay().Add(-2*time.Hour), 30)}
		for budget, want := range map[int64]int{200: 0, 110: 0, 109: 1, 80: 1, 79: 2, 1: 2} {
			gone := surplus(all, aDay(), budget, "")
			if len(gone) != want || slices.Contains(gone, all[0]) || want == 1 && gone[0] != all[2] {
				t.Errorf("a budget of %d drops %v", budget, gone)
			}
		}
	})

	t.Run("a clock that was turned back drops not what was made just now", func(t *testing.T) {
		now := aDay().Add(-400 * 24 * time.Hour)
		all := []Backup{made(aDay(), 50), made(aDay().Add(-time.Hour), 50), made(now, 50)}
		if gone := surplus(all, now, 100, all[2].Name); len(gone) != 1 || gone[0] != all[1] {
			t.Errorf("drops %v", gone)
		}
	})
}

// without are those of all that are not among some.
func without(all, some []Backup) []Backup {
	return slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return slices.Contains(some, b) })
}

func TestSurplusProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := aDay().Add(time.Duration(rapid.IntRange(-9999, 9999).Draw(t, "minutes")) * time.Minute)
		all := []Backup{}
		for i, hours := range rapid.SliceOfN(rapid.IntRange(-100, 24*900), 1, 120).Draw(t, "ages") {
			b := made(now.Add(-time.Duration(hours)*time.Hour-time.Duration(i)*time.Second), int64(rapid.IntRange(0, 40).Draw(t, "size")))
			all = append(all, b)
		}
		just := all[rapid.IntRange(0, len(all)-1).Draw(t, "just")].Name
		budget := int64(rapid.IntRange(0, 2000).Draw(t, "budget"))
		gone := surplus(all, now, budget, just)
		kept := without(all, gone)
		newest := slices.MaxFunc(all, func(a, b Backup) int { return a.At.Compare(b.At) })
		if !slices.Contains(kept, newest) {
			t.Fatal("the newest is gone")
		}
		if !slices.ContainsFunc(kept, func(b Backup) bool { return b.Name == just }) {
			t.Fatal("what was made just now is gone")
		}
		if len(kept)+len(gone) != len(all) {
			t.Fatal("one is dropped twice, or was never there")
		}
		guarded := 1
		if newest.Name != just {
			guarded = 2
		}
		if Used(kept) > budget && len(kept) > guarded {
			t.Fatalf("%d bytes are kept, the budget is %d", Used(kept), budget)
		}
		if more := surplus(kept, now, budget, just); len(more) != 0 {
			t.Fatalf("a second time drops %v", more)
		}
		thinned := without(all, surplus(all, now, plenty, just))
		for _, b := range all {
			if now.Sub(b.At) < allOf && !slices.Contains(thinned, b) {
				t.Fatalf("%v is not two days old, and is gone", b.At)
			}
			if !slices.ContainsFunc(thinned, func(k Backup) bool { return spanOf(k.At, now) == spanOf(b.At, now) }) {
				t.Fatalf("nothing is left of the span of %v", b.At)
			}
		}
		if Used(thinned) <= budget && len(gone) != len(all)-len(thinned) {
			t.Fatalf("the budget is not reached, and yet it drops %d", len(gone))
		}
	})
}
