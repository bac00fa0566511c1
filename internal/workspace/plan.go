package workspace

import (
	"context"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
)

// AddPlan begins an empty plan, behind the others, and shows it.
func (w *Workspace) AddPlan(ctx context.Context, name string, subject plan.Subject) (plan.Changes, error) {
	return w.transact(ctx, "plan_add", "", func(e *edit) error { return e.addPlan(newID(), name, subject) })
}

func (e *edit) addPlan(id, name string, subject plan.Subject) error {
	name, err := plan.CleanName(name)
	if err != nil {
		return err
	}
	if err := plan.ValidSubject(subject); err != nil {
		return err
	}
	plans, err := e.q.PlanList(e.ctx, e.client)
	if err != nil {
		return err
	}
	last := ""
	if n := len(plans); n > 0 {
		last = plans[n-1].Rank
	}
	err = e.q.PlanAdd(e.ctx, query.PlanAddParams{
		ID: id, ClientID: e.client, Name: name, Subject: string(subject), Rank: plan.RankBetween(last, ""), Now: e.now,
	})
	if err != nil {
		return err
	}
	if err := e.addColumns(plan.UsualColumns(id)); err != nil {
		return err
	}
	return e.showPlan(id)
}

// RenamePlan gives a plan another name.
func (w *Workspace) RenamePlan(ctx context.Context, id, name string) (plan.Changes, error) {
	return w.transact(ctx, "plan_rename", "", func(e *edit) error {
		name, err := plan.CleanName(name)
		if err != nil {
			return err
		}
		if err := e.planIsHere(id); err != nil {
			return err
		}
		return e.q.PlanSetName(e.ctx, query.PlanSetNameParams{Name: name, Now: e.now, ID: id})
	})
}

// SetPlanSubject says what a plan is about (R6). The words on the screen follow
// it; nothing in the plan changes.
func (w *Workspace) SetPlanSubject(ctx context.Context, id string, subject plan.Subject) (plan.Changes, error) {
	return w.transact(ctx, "plan_subject", "", func(e *edit) error {
		if err := plan.ValidSubject(subject); err != nil {
			return err
		}
		if err := e.planIsHere(id); err != nil {
			return err
		}
		return e.q.PlanSetSubject(e.ctx, query.PlanSetSubjectParams{Subject: string(subject), Now: e.now, ID: id})
	})
}

// OpenPlan says which plan is shown, now and at the next start. It is no step
// of the journal.
func (w *Workspace) OpenPlan(ctx context.Context, id string) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	c := noChanges()
	err := w.write(ctx, func(e *edit) (err error) {
		if err := e.planIsHere(id); err != nil {
			return err
		}
		if err := e.showPlan(id); err != nil {
			return err
		}
		c.Show = id
		c, err = e.named(c)
		return err
	})
	if err != nil {
		return plan.Changes{}, fmt.Errorf("open plan: %w", err)
	}
	return c, nil
}

// planIsHere refuses a plan that the open client does not have.
func (e *edit) planIsHere(id string) error {
	found, err := e.q.PlanExists(e.ctx, query.PlanExistsParams{ID: id, ClientID: e.client})
	if err == nil && found == 0 {
		return gone("error.plan_gone")
	}
	return err
}
