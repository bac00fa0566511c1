package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// PickFor chooses items for a day, as one step (R99); "" takes them off the day
// that they were chosen for.
func (w *Workspace) PickFor(ctx context.Context, ids []string, day string) (plan.Changes, error) {
	return w.transact(ctx, "pick", "", func(e *edit) error {
		for _, id := range ids {
			pick := AspectEdit{ItemID: id, Kind: plan.Pick, Body: plan.Body{"on": day}}
			if err := e.say(pick); err != nil {
				return err
			}
		}
		return e.on(ids, func() error { return nil }) // the step is of all of them
	})
}

// Promise is what somebody commits themselves to: an item, on a day, at a time
// of the clock on their wall ("" = at any), in a zone such as Europe/Oslo, how
// much they mean it, from 0 to 10 (Unsure: nobody said), and in which words.
type Promise struct {
	ItemID   string `json:"itemId"`
	Day      string `json:"day"`
	Time     string `json:"time"`
	Zone     string `json:"zone"`
	Strength int    `json:"strength"`
	Words    string `json:"words"`
}

// Unsure is the strength of a promise of which nobody has said how much it is meant.
const Unsure = -1

// Commit stamps a promise, and gives the item its day (R55).
func (w *Workspace) Commit(ctx context.Context, in Promise) (plan.Changes, error) {
	return w.transact(ctx, "commit", "", func(e *edit) error { return e.promise(in) })
}

func (e *edit) promise(in Promise) error {
	if in.Day == "" {
		return plan.Refuse(plan.Invalid, "error.date_invalid", "date", "")
	}
	said, err := e.beside(plan.Promise, in.ItemID)
	if err != nil {
		return err
	}
	body := plan.Body{"on": in.Day, "time": in.Time, "zone": in.Zone, "strength": nil, "words": in.Words, "at": e.now}
	if in.Strength != Unsure {
		body["strength"] = float64(in.Strength)
	}
	if err := e.say(AspectEdit{ItemID: in.ItemID, Kind: plan.Promise, Body: body}); err != nil {
		return err
	}
	due := query.ItemSetDueParams{Due: null(in.Day), Now: e.now, Ids: list([]string{in.ItemID})}
	if err := e.q.ItemSetDue(e.ctx, due); err != nil || len(said) > 0 {
		return err
	}
	return e.q.ItemSetFirstDue(e.ctx, query.ItemSetFirstDueParams{Due: null(in.Day), ID: in.ItemID})
}
