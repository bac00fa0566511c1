package workspace

import (
	"slices"

	"cairn/internal/plan"
)

// showPlan remembers the plan that the open client is shown.
func (e *edit) showPlan(id string) error {
	e.show = id
	return e.remember("plan "+e.client, id)
}

// shown is the plan that the open client was shown last, or the first of its
// plans; "" if it has none.
func (e *edit) shown() (string, error) {
	plans, err := e.q.PlanList(e.ctx, e.client)
	if err != nil || len(plans) == 0 {
		return "", err
	}
	last, err := e.recall("plan " + e.client)
	for _, p := range plans {
		if p.ID == last {
			return last, err
		}
	}
	return plans[0].ID, err
}

// showAfter is the plan to show after an undo or redo: the one that it
// happened in, or "" if the page shows that one already.
func (e *edit) showAfter(c plan.Changes, in string) (string, error) {
	before, err := e.recall("plan " + e.client)
	if err != nil {
		return "", err
	}
	now := in
	if now == "" && slices.Contains(c.Gone, before) {
		if now, err = e.shown(); err != nil {
			return "", err
		}
	}
	if now == "" || now == before && len(c.Plans) == 0 {
		return "", nil
	}
	return now, e.showPlan(now)
}

func planOfChanges(c plan.Changes) string {
	for _, i := range c.Items {
		if i.ID == c.Focus {
			return i.PlanID
		}
	}
	if len(c.Plans) > 0 {
		return c.Plans[0].ID
	}
	if len(c.Columns) > 0 {
		return c.Columns[0].PlanID
	}
	return ""
}
