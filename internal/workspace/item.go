package workspace

import (
	"context"

	"github.com/google/uuid"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewItem is an item to be made. An empty Kind follows the level. Edit is the
// token of the visit to its title: what is typed there next under the same
// token belongs to the same undo step. With a ColumnID it goes into that column
// of the board.
type NewItem struct {
	Place       plan.Place `json:"place"`
	Kind        plan.Kind  `json:"kind"`
	Title       string     `json:"title"`
	Edit        string     `json:"edit"`
	EstimateMin int        `json:"estimateMin"`
	ColumnID    string     `json:"columnId"`
}

// AddItem makes an item at a place. Focus is the new item.
func (w *Workspace) AddItem(ctx context.Context, in NewItem) (plan.Changes, error) {
	id := newID()
	return w.transact(ctx, "add", visit(in.Edit, id, "title"), func(e *edit) error {
		return e.addItem(id, in)
	})
}

func (e *edit) addItem(id string, in NewItem) error {
	title, err := plan.CleanTitle(in.Title)
	if err != nil {
		return err
	}
	if err := plan.ValidEstimate(in.EstimateMin); err != nil {
		return err
	}
	to, err := e.spot(in.Place)
	if err != nil {
		return err
	}
	kind, err := to.take(in.Kind)
	if err != nil {
		return err
	}
	ranks, err := e.ranks(to, 1)
	if err != nil {
		return err
	}
	state, err := e.stateIn(in.ColumnID, to.plan)
	if err != nil {
		return err
	}
	e.kind, e.focus = kind, id
	return e.add([]plan.Item{{
		ID: id, PlanID: to.plan, ParentID: to.parent, Kind: kind, Title: title, State: state,
		Rank: ranks[0], EstimateMin: in.EstimateMin, ColumnID: in.ColumnID,
	}})
}

// add writes new items of one plan with their tags. On the board they come
// last, copies in the order of their originals.
func (e *edit) add(items []plan.Item) error {
	priorities := []*string{}
	for i := range items {
		priorities = append(priorities, &items[i].Priority)
	}
	if err := e.comeLast(items[0].PlanID, priorities); err != nil {
		return err
	}
	err := e.q.ItemAddMany(e.ctx, query.ItemAddManyParams{Now: e.now, Items: list(items)})
	if err != nil {
		return err
	}
	tagged := []hanging{}
	for _, i := range items {
		for _, tag := range i.TagIDs {
			tagged = append(tagged, hanging{ID: newID(), ItemID: i.ID, TagID: tag})
		}
	}
	return e.hang(tagged)
}

// newID is a new id of anything: a UUID of version 7, so that what is made
// later sorts later.
func newID() string { return uuid.Must(uuid.NewV7()).String() }
