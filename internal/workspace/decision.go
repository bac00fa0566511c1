package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Decision is how a decision ends or begins anew: on a day, and, when it is
// opened again, with what is written into its thinking log.
type Decision struct {
	ItemID string `json:"itemId"`
	Day    string `json:"day"`
	Words  string `json:"words"`
}

// Decide ends a decision: it is done, as to choose a way is a step in itself
// (R80).
func (w *Workspace) Decide(ctx context.Context, in Decision) (plan.Changes, error) {
	return w.choose(ctx, in, plan.Body{"decided": in.Day}, plan.Done)
}

// Reopen begins a decision anew. What was decided before stays in its thinking
// log (R85).
func (w *Workspace) Reopen(ctx context.Context, in Decision) (plan.Changes, error) {
	return w.choose(ctx, in, plan.Body{"decided": nil, "review": nil}, plan.Doing)
}

func (w *Workspace) choose(ctx context.Context, in Decision, body plan.Body, to plan.State) (plan.Changes, error) {
	return w.transact(ctx, "decide", "", func(e *edit) error {
		if err := e.say(AspectEdit{ItemID: in.ItemID, Kind: plan.Choice, Body: body}); err != nil {
			return err
		}
		if in.Words != "" {
			thought := AspectEdit{ItemID: in.ItemID, Kind: plan.Thought, Body: plan.Body{"words": in.Words, "on": in.Day}}
			if err := e.say(thought); err != nil {
				return err
			}
		}
		ids := list([]string{in.ItemID})
		return e.q.ItemSetState(e.ctx, query.ItemSetStateParams{State: string(to), Now: e.now, Ids: ids})
	})
}
