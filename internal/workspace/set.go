package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// SetState says how items stand.
func (w *Workspace) SetState(ctx context.Context, ids []string, s plan.State) (plan.Changes, error) {
	return w.set(ctx, "state", ids, plan.ValidState(s), func(e *edit) error {
		return e.q.ItemSetState(e.ctx, query.ItemSetStateParams{State: string(s), Now: e.now, Ids: list(ids)})
	})
}

// SetDue gives items a civil date (YYYY-MM-DD); "" takes it away.
func (w *Workspace) SetDue(ctx context.Context, ids []string, date string) (plan.Changes, error) {
	date, invalid := plan.ParseDate(date)
	return w.set(ctx, "due", ids, invalid, func(e *edit) error {
		return e.q.ItemSetDue(e.ctx, query.ItemSetDueParams{Due: null(date), Now: e.now, Ids: list(ids)})
	})
}

// SetDates gives items their dates, as one step: what is dragged along a
// timeline, and what moves with it.
func (w *Workspace) SetDates(ctx context.Context, dates []plan.Dates) (plan.Changes, error) {
	ids := make([]string, len(dates))
	clean := make([]plan.Dates, len(dates))
	var invalid error
	for i, d := range dates {
		ids[i] = d.ID
		if clean[i], invalid = plan.CleanDates(d); invalid != nil {
			break
		}
	}
	return w.set(ctx, "dates", ids, invalid, func(e *edit) error {
		return e.q.ItemSetDates(e.ctx, query.ItemSetDatesParams{Now: e.now, Dates: list(clean)})
	})
}

// SetEstimate says how many minutes each of the items will take; 0 is unknown.
func (w *Workspace) SetEstimate(ctx context.Context, ids []string, minutes int) (plan.Changes, error) {
	return w.set(ctx, "estimate", ids, plan.ValidEstimate(minutes), func(e *edit) error {
		return e.q.ItemSetEstimate(e.ctx, query.ItemSetEstimateParams{
			Minutes: int64(minutes), Now: e.now, Ids: list(ids),
		})
	})
}

// SetSpent says how many minutes each of the items took; 0 is unknown.
func (w *Workspace) SetSpent(ctx context.Context, ids []string, minutes int) (plan.Changes, error) {
	return w.set(ctx, "spent", ids, plan.ValidEstimate(minutes), func(e *edit) error {
		return e.q.ItemSetSpent(e.ctx, query.ItemSetSpentParams{Minutes: int64(minutes), Now: e.now, Ids: list(ids)})
	})
}

// SetDraft marks items as not yet agreed, or as agreed.
func (w *Workspace) SetDraft(ctx context.Context, ids []string, draft bool) (plan.Changes, error) {
	return w.set(ctx, "draft", ids, nil, func(e *edit) error {
		return e.q.ItemSetDraft(e.ctx, query.ItemSetDraftParams{Draft: bit(draft), Now: e.now, Ids: list(ids)})
	})
}

// SetIsAction keeps that items are actions, whatever the lens reads in their
// titles (R53), or forgets it.
func (w *Workspace) SetIsAction(ctx context.Context, ids []string, is bool) (plan.Changes, error) {
	return w.set(ctx, "is_action", ids, nil, func(e *edit) error {
		return e.q.ItemSetIsAction(e.ctx, query.ItemSetIsActionParams{IsAction: bit(is), Now: e.now, Ids: list(ids)})
	})
}

// SetArea puts items into a life area; "" takes them out.
func (w *Workspace) SetArea(ctx context.Context, ids []string, areaID string) (plan.Changes, error) {
	return w.set(ctx, "area", ids, nil, func(e *edit) error {
		if err := e.areaIsHere(areaID); err != nil {
			return err
		}
		return e.q.ItemSetArea(e.ctx, query.ItemSetAreaParams{AreaID: null(areaID), Now: e.now, Ids: list(ids)})
	})
}

// areaIsHere refuses a life area that the open client does not have.
func (e *edit) areaIsHere(id string) error {
	if id == "" {
		return nil
	}
	areas, err := e.q.AreaList(e.ctx, e.client)
	if err != nil {
		return err
	}
	for _, a := range areas {
		if a.ID == id {
			return nil
		}
	}
	return gone("error.area_gone")
}

// set writes one valid value to some items.
func (w *Workspace) set(
	ctx context.Context, op string, ids []string, invalid error, write func(*edit) error,
) (plan.Changes, error) {
	return w.transact(ctx, op, "", func(e *edit) error {
		if invalid != nil {
			return invalid
		}
		return e.on(ids, func() error { return write(e) })
	})
}
