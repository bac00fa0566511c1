package workspace

import (
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// behindAll sorts behind every rank.
const behindAll = "~"

// comeLast gives what comes into a plan priorities behind all that is there, in
// the order of those that it brings.
func (e *edit) comeLast(planID string, priorities []*string) error {
	if len(priorities) == 0 {
		return nil
	}
	last, err := e.priorityBefore(planID, behindAll)
	slices.SortStableFunc(priorities, func(a, b *string) int { return strings.Compare(*a, *b) })
	for _, p := range priorities {
		last = plan.RankBetween(last, "")
		*p = last
	}
	return err
}

func (e *edit) priorityBefore(planID, priority string) (string, error) {
	return e.q.ItemPriorityBefore(e.ctx, query.ItemPriorityBeforeParams{PlanID: planID, Priority: priority})
}

// priorities are n new ones in a row behind another one. When they get too
// long, all items of the plan are spread anew first.
func (e *edit) priorities(planID, behind string, n int) ([]string, error) {
	row, err := e.prioritiesBehind(planID, behind, n)
	if err != nil || !slices.ContainsFunc(row, tooLong) {
		return row, err
	}
	if behind, err = e.spreadPriorities(planID, behind); err != nil {
		return nil, err
	}
	return e.prioritiesBehind(planID, behind, n)
}

// prioritiesBehind come before those of all items of the plan, on the board or
// not, so that no two are ever the same.
func (e *edit) prioritiesBehind(planID, behind string, n int) ([]string, error) {
	next, err := e.q.ItemPriorityAfter(e.ctx, query.ItemPriorityAfterParams{PlanID: planID, Priority: behind})
	return rankRow(behind, next, n), err
}

// spreadPriorities gives all items of a plan new priorities, short and even,
// and tells what became of one.
func (e *edit) spreadPriorities(planID, one string) (string, error) {
	items, err := e.q.ItemListByPriority(e.ctx, planID)
	if err != nil {
		return "", err
	}
	rows, became := make([]ranked, len(items)), ""
	for i, rank := range plan.RanksBetween("", "", len(items)) {
		rows[i] = ranked{ID: items[i].ID, Rank: rank}
		if items[i].Priority == one {
			became = rank
		}
	}
	return became, e.q.ItemPriorityMany(e.ctx, list(rows))
}
