package workspace

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"

	"cairn/db/query"
	bundles "cairn/internal/bundle"
	"cairn/internal/journal"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// bringIn is the step that brings in a bundle. As with takeback, something may come out
// of what lies in the trash.
const bringIn = "bundle"

// Incoming is a bundle that came, as it compares with what is here. New, Changed and
// Removed are how many things came with it; Differences are what was changed in it and
// here, each in another way, and wait for a choice.
type Incoming struct {
	Token       string           `json:"token"`
	Clients     []IncomingClient `json:"clients"`
	New         int              `json:"new"`
	Changed     int              `json:"changed"`
	Removed     int              `json:"removed"`
	Differences []Difference     `json:"differences"`
}

// IncomingClient is whose plans came; Known is true for somebody who is here.
type IncomingClient struct {
	Name  string         `json:"name"`
	Known bool           `json:"known"`
	Plans []IncomingPlan `json:"plans"`
}

// IncomingPlan is a plan that came, with how many goals, steps and pictures are in it;
// Here is true for one that is here already.
type IncomingPlan struct {
	Name     string `json:"name"`
	Here     bool   `json:"here"`
	Goals    int    `json:"goals"`
	Steps    int    `json:"steps"`
	Pictures int    `json:"pictures"`
}

// incoming is a bundle that was looked at.
type incoming struct {
	bundle *bundles.Bundle
	guests []*guest
	seen   Incoming
}

// LookIn compares a bundle with what is here. Nothing is changed. Whoever calls keeps
// from open until BringIn or ForgetBundle has returned: pictures are read then.
func (w *Workspace) LookIn(ctx context.Context, from io.ReaderAt, size int64) (seen Incoming, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.bundle = nil
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return seen, err
	}
	in := incoming{}
	if in.bundle, err = bundles.Read(from, size, e.making()); err != nil {
		return seen, err
	}
	if in.guests, err = e.guestsOf(in.bundle); err != nil {
		return seen, fmt.Errorf("look in: %w", err)
	}
	if err := e.lookIn(&in, w.vault.Read); err != nil {
		return seen, fmt.Errorf("look in: %w", err)
	}
	w.bundle = &in
	return in.seen, nil
}

func (e *edit) lookIn(in *incoming, here query.DBTX) error {
	in.seen = Incoming{Token: newID(), Clients: []IncomingClient{}, Differences: []Difference{}}
	for _, g := range in.guests {
		p, err := e.partingOf(g, here)
		if err != nil {
			return err
		}
		result, err := merge.Merge(p.Sides, nil)
		if err != nil {
			return err
		}
		in.seen.New += result.New
		in.seen.Changed += result.Changed
		in.seen.Removed += result.Removed
		in.seen.Differences = append(in.seen.Differences, in.ofGuest(g, result.Differences)...)
		in.seen.Clients = append(in.seen.Clients, in.clientOf(g, p))
	}
	return nil
}

// ofGuest says whose a difference is, where there are several.
func (in *incoming) ofGuest(g *guest, all []Difference) []Difference {
	all = slices.Clone(all)
	if len(in.guests) > 1 {
		for i := range all {
			all[i].Path = append([]string{g.name}, all[i].Path...)
		}
	}
	return all
}

func (in *incoming) clientOf(g *guest, p parting) IncomingClient {
	c := IncomingClient{Name: g.name, Known: g.known, Plans: []IncomingPlan{}}
	for _, came := range g.plans {
		one := IncomingPlan{Name: came.Plan.Plan.Name, Here: p.Ours["plan"][came.Plan.Plan.ID] != nil}
		for _, i := range came.Plan.Items {
			switch i.Kind {
			case plan.Goal:
				one.Goals++
			case plan.Step:
				one.Steps++
			default:
			}
		}
		one.Pictures = in.pictures(came.Plan)
		c.Plans = append(c.Plans, one)
	}
	return c
}

// pictures counts those of a plan that are in the bundle.
func (in *incoming) pictures(p bundles.Plan) int {
	named := map[string]bool{}
	for _, x := range p.Pieces {
		named[x.Picture] = true
	}
	for _, a := range p.Aspects {
		picture, _ := filesIn(a.Kind, a.Body)
		named[picture] = a.ItemID != ""
	}
	count := 0
	for hash := range named {
		if in.bundle.HasPicture(hash) {
			count++
		}
	}
	return count
}

// BringIn brings in the bundle that was looked at last, as one step of each client to
// whom something came. theirs are the differences in which what is in the bundle counts;
// in all others what is here stays. token is that of what was Incoming; where something
// was changed meanwhile, it has to be looked at again. Somebody new becomes a client.
// The answer is a whole Load.
func (w *Workspace) BringIn(ctx context.Context, token string, theirs []string) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	focus := ""
	err := w.write(ctx, func(e *edit) (err error) {
		if err := e.alone(); err != nil {
			return err
		}
		if w.bundle == nil || w.bundle.seen.Token != token {
			return plan.Refuse(plan.NotFound, "error.bundle_gone")
		}
		focus, err = e.bringInAll(w.bundle, theirs, w.pen.conn)
		return err
	})
	if err != nil {
		return plan.Changes{}, fmt.Errorf("bring in: %w", err)
	}
	w.bundle = nil
	c, err := w.load(ctx)
	c.Focus = focus
	return c, err
}

// bringInAll brings in what each guest has, and tells what comes first for whoever is
// open.
func (e *edit) bringInAll(in *incoming, theirs []string, to query.DBTX) (focus string, err error) {
	differences, steps := []Difference{}, []func() (string, error){}
	chosen := merge.Choices{}
	for _, id := range theirs {
		chosen[id] = true
	}
	for _, g := range in.guests {
		p, err := e.partingOf(g, to)
		if err != nil {
			return "", err
		}
		now, err := merge.Merge(p.Sides, nil)
		if err != nil {
			return "", err
		}
		differences = append(differences, in.ofGuest(g, now.Differences)...)
		steps = append(steps, func() (string, error) { return e.behalf(g.id).bringInFor(in, g, p, chosen, to) })
	}
	if !reflect.DeepEqual(differences, in.seen.Differences) {
		return "", plan.Refuse(plan.Conflict, "error.bundle_meanwhile")
	}
	for i, step := range steps {
		first, err := step()
		if err != nil {
			return "", err
		}
		if in.guests[i].id == e.client {
			focus = first
		}
	}
	return focus, nil
}

// bringInFor brings in what one guest has, as a step of theirs.
func (e *edit) bringInFor(in *incoming, g *guest, p parting, chosen merge.Choices, to query.DBTX) (string, error) {
	result, err := merge.Merge(p.Sides, chosen)
	if err != nil {
		return "", err
	}
	if !g.known {
		if err := e.welcome(g, &p); err != nil {
			return "", err
		}
	}
	unpaired(&result, p.pairs)
	result.Gone["area"] = append(result.Gone["area"], p.room...)
	for _, row := range result.Added["plan"] {
		row["created_at"], row["changed_at"] = quoted(e.now), quoted(e.now)
	}
	if err := e.put(in.bundle, result, to); err != nil {
		return "", err
	}
	if added := slices.Sorted(maps.Keys(result.Added["plan"])); len(added) > 0 {
		err = e.showPlan(added[0])
	} else {
		err = e.showWhatIsLeft()
	}
	if err != nil {
		return "", err
	}
	if _, err := e.record(bringIn, ""); err != nil && !errors.Is(err, errSame) {
		return "", err
	}
	return e.focus, nil
}

// welcome makes somebody who was not here a client. That is no step, as AddClient.
func (e *edit) welcome(g *guest, p *parting) error {
	return journal.Quietly(e.ctx, e.q, func() error {
		if err := e.addClientAs(g.id, g.name, false); err != nil {
			return err
		}
		if len(p.Theirs["area"]) == 0 {
			return nil
		}
		areas, err := e.q.AreaList(e.ctx, g.id)
		for _, a := range areas {
			p.room = append(p.room, a.ID)
		}
		return err
	})
}

// ForgetBundle lets go of the bundle that was looked at last.
func (w *Workspace) ForgetBundle(context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.bundle = nil
	return nil
}
