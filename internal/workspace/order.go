package workspace

import (
	"slices"

	"cairn/internal/plan"
)

// ranksBeside are the ranks of one of some rows and of the next, "" where there is
// none; behind "" is the first.
func ranksBeside(rows []ranked, id string) (before, behind string, found bool) {
	at := 1 + slices.IndexFunc(rows, func(r ranked) bool { return r.ID == id })
	if at > 0 {
		before = rows[at-1].Rank
	}
	if at < len(rows) {
		behind = rows[at].Rank
	}
	return before, behind, at > 0 || id == ""
}

// lieBetween tells whether what goes from one rank to another lies between two
// neighbours already.
func lieBetween(before, behind, first, last string) bool {
	return before < first && (behind == "" || last < behind)
}

// ranksIn are n ranks in a row behind one of some rows that stand in their order,
// or before all of them (""). When they get too long, the rows are spread anew
// first, which keep writes down.
func ranksIn(rows []ranked, id string, n int, keep func([]ranked) error) ([]string, error) {
	before, behind, _ := ranksBeside(rows, id)
	ranks := rankRow(before, behind, n)
	if !slices.ContainsFunc(ranks, tooLong) {
		return ranks, nil
	}
	even := make([]ranked, len(rows))
	for i, rank := range plan.RanksBetween("", "", len(rows)) {
		even[i] = ranked{ID: rows[i].ID, Rank: rank}
	}
	before, behind, _ = ranksBeside(even, id)
	return rankRow(before, behind, n), keep(even)
}

// oneByOne keeps the ranks of rows that are few, each on its own.
func oneByOne(keep func(ranked) error) func([]ranked) error {
	return func(rows []ranked) error {
		for _, r := range rows {
			if err := keep(r); err != nil {
				return err
			}
		}
		return nil
	}
}
