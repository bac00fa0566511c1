package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewVersion is what is said when a plan is adapted.
type NewVersion struct {
	PlanID  string `json:"planId"`
	Changed string `json:"changed"`
	Stays   string `json:"stays"`
	Reason  string `json:"reason"`
}

// KeepVersion keeps a plan as it is now, before it is adapted. What has changed
// must be said.
func (w *Workspace) KeepVersion(ctx context.Context, in NewVersion) (plan.Changes, error) {
	return w.transact(ctx, "version", "", func(e *edit) error {
		_, err := e.keepVersion(in)
		return err
	})
}

// keepVersion gives the id of the version.
func (e *edit) keepVersion(in NewVersion) (id string, err error) {
	for _, text := range []*string{&in.Changed, &in.Stays, &in.Reason} {
		clean, err := plan.CleanText(*text)
		if err != nil {
			return "", err
		}
		*text = clean
	}
	if plan.Blank(in.Changed) {
		return "", plan.Refuse(plan.Invalid, "error.version_empty")
	}
	if err := e.planIsHere(in.PlanID); err != nil {
		return "", err
	}
	now, err := e.snapshot(in.PlanID)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(now)
	if err != nil {
		return "", err
	}
	id = newID()
	return id, e.q.VersionAdd(e.ctx, query.VersionAddParams{
		ID: id, PlanID: in.PlanID, Changed: in.Changed, Stays: in.Stays, Reason: in.Reason, MadeAt: e.now,
		Snapshot: string(text),
	})
}

// snapshot is what lives in a plan now.
func (e *edit) snapshot(planID string) (plan.Snapshot, error) {
	c := noChanges()
	if err := e.loadItems(&c); err != nil {
		return plan.Snapshot{}, err
	}
	if err := e.loadAspects(&c); err != nil {
		return plan.Snapshot{}, err
	}
	now := plan.Snapshot{Items: []plan.Item{}, Aspects: []plan.Aspect{}}
	here := map[string]bool{}
	for _, i := range c.Items {
		if i.PlanID == planID {
			now.Items = append(now.Items, i)
			here[i.ID] = true
		}
	}
	for _, a := range c.Aspects {
		if here[a.ItemID] {
			now.Aspects = append(now.Aspects, a)
		}
	}
	return now, nil
}

// Snapshot is what was in a plan when a version was kept.
func (w *Workspace) Snapshot(ctx context.Context, versionID string) (plan.Snapshot, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	then := plan.Snapshot{}
	text, err := query.New(w.vault.Read).VersionSnapshot(ctx, query.VersionSnapshotParams{
		ID: versionID, ClientID: w.client,
	})
	if errors.Is(err, sql.ErrNoRows) {
		return then, gone("error.version_gone")
	}
	if err == nil {
		err = json.Unmarshal([]byte(text), &then)
	}
	if err != nil {
		return then, fmt.Errorf("version: %w", err)
	}
	return then, nil
}
