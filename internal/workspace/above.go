package workspace

import (
	"context"

	"cairn/internal/plan"
)

// Above is what something is done for, and the item that is asked about.
type Above struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// AddAbove puts a new item between an item and what it stands below: the answer
// to "why?" (the why-ladder, seed S1, R52). The item moves below the new one and
// keeps its kind, and so does all below it. Focus is the new item. It refuses what nothing can stand
// above: a vision at the top of its plan.
func (w *Workspace) AddAbove(ctx context.Context, in Above) (plan.Changes, error) {
	return w.transact(ctx, "above", "", func(e *edit) error {
		id := newID()
		if err := e.addAbove(id, in); err != nil {
			return err
		}
		e.focus = id
		return nil
	})
}

func (e *edit) addAbove(id string, in Above) error {
	l, err := e.lineage(in.ID)
	if err != nil {
		return err
	}
	row, parent := l[in.ID], l[in.ID].ParentID.String
	kind, err := plan.KindAbove(plan.Kind(row.Kind), l.kind(parent))
	if err != nil {
		return err
	}
	below, err := e.q.ItemListDown(e.ctx, list([]string{in.ID}))
	if err != nil {
		return err
	}
	if err := notTooDeep(map[string]int{in.ID: l.level(in.ID) + 1}, below); err != nil {
		return err
	}
	to := plan.Place{PlanID: row.PlanID, ParentID: parent, AfterID: in.ID}
	if err := e.addItem(id, NewItem{Place: to, Kind: kind, Title: in.Title}); err != nil {
		return err
	}
	return e.place([]hung{{
		ID: in.ID, PlanID: row.PlanID, ParentID: id, Kind: plan.Kind(row.Kind), Rank: plan.RankBetween("", ""),
	}})
}
