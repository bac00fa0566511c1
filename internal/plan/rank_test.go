package plan

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// mustRank fails unless a < r < b and r is a rank that others fit below.
func mustRank(t rapid.TB, a, r, b string) {
	t.Helper()
	if r <= a || (b != "" && r >= b) {
		t.Fatalf("%q is not between %q and %q", r, a, b)
	}
	if strings.HasSuffix(r, "0") || strings.Trim(r, digits) != "" {
		t.Fatalf("%q is not a rank", r)
	}
}

func TestRankBetween(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"the first of all stands in the middle", "", "", "V"},
		{"a last one counts up", "V", "", "W"},
		{"behind the highest digit there is more room", "z", "", "z01"},
		{"a first one counts down", "", "V", "U"},
		{"before the lowest digit there is more room", "", "1", "0zz"},
		{"the middle of two", "A", "C", "B"},
		{"between neighbours it grows by a digit", "A", "B", "AV"},
		{"a shorter rank is taken where there is one", "AV", "Bz", "B"},
		{"below a deep rank", "", "001", "000zz"},
		{"a wrong order leaves the end open", "C", "A", "D"},
		{"a rank twice leaves the end open", "C", "C", "D"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := RankBetween(c.a, c.b); got != c.want {
				t.Errorf("RankBetween(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
			}
		})
	}
}

func TestRanksKeepTheirOrder(t *testing.T) {
	t.Run("wherever a new one is put", rapid.MakeCheck(func(t *rapid.T) {
		ranks := []string{""}
		for range rapid.IntRange(1, 300).Draw(t, "inserts") {
			at := rapid.IntRange(1, len(ranks)).Draw(t, "at")
			next := ""
			if at < len(ranks) {
				next = ranks[at]
			}
			r := RankBetween(ranks[at-1], next)
			mustRank(t, ranks[at-1], r, next)
			ranks = slices.Insert(ranks, at, r)
		}
	}))
	t.Run("for any two ranks", rapid.MakeCheck(func(t *rapid.T) {
		drawn := rapid.StringMatching(`[0-9A-Za-z]{0,6}[1-9A-Za-z]`)
		a, b := drawn.Draw(t, "a"), drawn.Draw(t, "b")
		if a == b {
			t.Skip("the same rank")
		}
		a, b = min(a, b), max(a, b)
		mustRank(t, a, RankBetween(a, b), b)
		mustRank(t, a, RankBetween(a, ""), "")
		mustRank(t, "", RankBetween("", a), a)
	}))
	t.Run("when many are spread at once", rapid.MakeCheck(func(t *rapid.T) {
		n := rapid.IntRange(0, 500).Draw(t, "n")
		ranks := append(append([]string{"A1"}, RanksBetween("A1", "A2", n)...), "A2")
		if len(ranks) != n+2 {
			t.Fatalf("%d ranks, want %d", len(ranks)-2, n)
		}
		for i := 1; i < n+1; i++ {
			mustRank(t, ranks[i-1], ranks[i], ranks[i+1])
		}
	}))
}

func TestTenThousandInserts(t *testing.T) {
	const many = 10_000
	t.Run("at the end stay short", func(t *testing.T) {
		last := ""
		for range many {
			next := RankBetween(last, "")
			mustRank(t, last, next, "")
			last = next
		}
		if len(last) > 5 {
			t.Errorf("the last rank %q has %d characters", last, len(last))
		}
	})
	t.Run("at the beginning stay short", func(t *testing.T) {
		first := RankBetween("", "")
		for range many {
			next := RankBetween("", first)
			mustRank(t, "", next, first)
			first = next
		}
		if len(first) > 5 {
			t.Errorf("the first rank %q has %d characters", first, len(first))
		}
	})
	for name, downwards := range map[string]bool{"downwards": true, "upwards": false} {
		t.Run("at one place between two, "+name, func(t *testing.T) {
			a, b := "V", "W"
			for range many {
				r := RankBetween(a, b)
				mustRank(t, a, r, b)
				if downwards {
					b = r
				} else {
					a = r
				}
			}
		})
	}
	t.Run("spread anew they are short again", func(t *testing.T) {
		for _, r := range RanksBetween("", "", many) {
			if len(r) > 4 {
				t.Fatalf("%q has %d characters", r, len(r))
			}
		}
	})
}
