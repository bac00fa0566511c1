package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// AspectEdit says something of an item, or of the client where ItemID is empty.
// Without an ID it is something new; of what is said once (plan.Single), or once
// for its keys (plan.Keys), it is always the same one. Body holds the fields that are said anew, the others
// stay. Name is whom or what it speaks of (plan.AspectKind.Named): one of the
// client's that is called so, or else a new one. Edit is the token of one visit:
// what comes under it is one undo step.
type AspectEdit struct {
	ID     string          `json:"id"`
	ItemID string          `json:"itemId"`
	Kind   plan.AspectKind `json:"kind"`
	Body   plan.Body       `json:"body"`
	Name   string          `json:"name"`
	Edit   string          `json:"edit"`
}

// SetAspect says something new, or says something anew. Focus is the aspect.
func (w *Workspace) SetAspect(ctx context.Context, in AspectEdit) (plan.Changes, error) {
	op, kind := "aspect_set", string(in.Kind)
	switch {
	case in.Kind == plan.Log || in.Kind == plan.Routine:
		op, kind = kind, "" // of a step, which says more
	case in.ID == "" && !in.Kind.Single() && len(in.Kind.Keys()) == 0:
		op = "aspect_add"
	}
	return w.transact(ctx, op, visit(in.Edit, in.ItemID, string(in.Kind)+in.ID), func(e *edit) error {
		e.doneTo(kind)
		return e.say(in)
	})
}

func (e *edit) say(in AspectEdit) error {
	known, err := e.knownAspect(in)
	if err != nil {
		return err
	}
	if err := e.name(&in); err != nil {
		return err
	}
	if known == nil {
		return e.addAspect(in)
	}
	return e.setAspect(*known, in.Body)
}

// name puts whom or what an edit speaks of by its name into what it says.
func (e *edit) name(in *AspectEdit) error {
	of, field := in.Kind.Named()
	if in.Name == "" || of == "" {
		return nil
	}
	name, err := plan.CleanTitle(in.Name)
	if err != nil {
		return err
	}
	known, err := e.beside(of, "")
	if err != nil {
		return err
	}
	body := plan.Body{}
	maps.Copy(body, in.Body)
	in.Body = body
	for _, one := range known {
		if called, _ := one.Body["name"].(string); strings.EqualFold(called, name) {
			in.Body[field] = one.ID
			return nil
		}
	}
	if err := e.addAspect(AspectEdit{Kind: of, Body: plan.Body{"name": name}}); err != nil {
		return err
	}
	in.Body[field] = e.focus
	return nil
}

// RemoveAspect takes back what was said, and what speaks of it.
func (w *Workspace) RemoveAspect(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "aspect_remove", "", func(e *edit) error {
		known, err := e.aspect(id)
		if err != nil {
			return err
		}
		e.doneTo(string(known.Kind))
		return e.q.AspectDrop(e.ctx, query.AspectDropParams{ID: id, ClientID: e.client})
	})
}

// MoveAspect puts an aspect behind another one of its kind; "" makes it the
// first.
func (w *Workspace) MoveAspect(ctx context.Context, id, afterID string) (plan.Changes, error) {
	return w.transact(ctx, "aspect_move", "", func(e *edit) error {
		moved, err := e.aspect(id)
		if err != nil {
			return err
		}
		e.doneTo(string(moved.Kind))
		beside, err := e.beside(moved.Kind, moved.ItemID)
		if err != nil {
			return err
		}
		return e.moveAspect(moved, afterID, beside)
	})
}

func (e *edit) moveAspect(moved plan.Aspect, afterID string, beside []plan.Aspect) error {
	others := []ranked{}
	for _, a := range beside {
		if a.ID != moved.ID {
			others = append(others, ranked{ID: a.ID, Rank: a.Rank})
		}
	}
	if _, _, found := ranksBeside(others, afterID); !found {
		return gone("error.aspect_gone")
	}
	ranks, err := ranksIn(others, afterID, 1, oneByOne(e.rankAspect))
	if err != nil {
		return err
	}
	return e.rankAspect(ranked{ID: moved.ID, Rank: ranks[0]})
}

func (e *edit) rankAspect(a ranked) error {
	return e.q.AspectSetRank(e.ctx, query.AspectSetRankParams{Rank: a.Rank, ID: a.ID})
}

// knownAspect is the aspect that an edit means; nil when there is none yet.
func (e *edit) knownAspect(in AspectEdit) (*plan.Aspect, error) {
	if err := plan.ValidAspect(in.Kind, in.ItemID); err != nil {
		return nil, err
	}
	if in.ItemID != "" {
		if err := e.onOne(in.ItemID); err != nil {
			return nil, err
		}
	}
	if in.ID != "" {
		known, err := e.aspect(in.ID)
		if err == nil && (known.Kind != in.Kind || known.ItemID != in.ItemID) {
			err = gone("error.aspect_gone")
		}
		return &known, err
	}
	return e.saidOnce(in)
}

// saidOnce is the aspect of what is said once, or once for its keys; nil when
// there is none yet.
func (e *edit) saidOnce(in AspectEdit) (*plan.Aspect, error) {
	keys := in.Kind.Keys()
	if !in.Kind.Single() && len(keys) == 0 {
		return nil, nil //nolint:nilnil // there is none yet, which is no fault
	}
	for _, key := range keys {
		if in.Body[key] == nil && key == "on" {
			return nil, plan.Refuse(plan.Invalid, "error.date_invalid", "date", "")
		}
	}
	beside, err := e.beside(in.Kind, in.ItemID)
	for i := range beside {
		if !slices.ContainsFunc(keys, func(key string) bool { return beside[i].Body[key] != in.Body[key] }) {
			return &beside[i], err
		}
	}
	return nil, err
}

func (e *edit) addAspect(in AspectEdit) error {
	body, err := plan.MergeBody(in.Kind, nil, in.Body)
	if err != nil || len(body) == 0 {
		return err
	}
	if err := e.isKept(in.Kind, body); err != nil {
		return err
	}
	beside, err := e.beside(in.Kind, in.ItemID)
	if err != nil {
		return err
	}
	if most := in.Kind.Most(); len(beside) >= most {
		return plan.Refuse(plan.Invalid, "error.aspects_many", "max", fmt.Sprint(most))
	}
	last := ""
	if n := len(beside); n > 0 {
		last = beside[n-1].Rank
	}
	e.focus = newID()
	made := plan.Aspect{ID: e.focus, ItemID: in.ItemID, Kind: in.Kind, Rank: plan.RankBetween(last, ""), Body: body}
	return e.addAspects([]plan.Aspect{made})
}

func (e *edit) addAspects(made []plan.Aspect) error {
	return e.q.AspectAddMany(e.ctx, query.AspectAddManyParams{ClientID: e.client, Aspects: list(made)})
}

func (e *edit) setAspect(known plan.Aspect, over plan.Body) error {
	body, err := plan.MergeBody(known.Kind, known.Body, over)
	if err != nil {
		return err
	}
	if err := e.isKept(known.Kind, body); err != nil {
		return err
	}
	if err := e.markSaid(known, body); err != nil {
		return err
	}
	e.focus = known.ID
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return e.q.AspectSetBody(e.ctx, query.AspectSetBodyParams{Body: string(text), ID: known.ID})
}

// aspect looks up what was said by the open client, of something that lives.
func (e *edit) aspect(id string) (plan.Aspect, error) {
	row, err := e.q.AspectGet(e.ctx, query.AspectGetParams{ID: id, ClientID: e.client})
	if errors.Is(err, sql.ErrNoRows) {
		return plan.Aspect{}, gone("error.aspect_gone")
	}
	if err != nil {
		return plan.Aspect{}, err
	}
	if row.ItemID.Valid {
		err = e.onOne(row.ItemID.String)
	}
	return aspectOf(row), err
}

// beside are the aspects of a kind that an item has, or the client, in their
// order.
func (e *edit) beside(kind plan.AspectKind, itemID string) ([]plan.Aspect, error) {
	aspects := []plan.Aspect{}
	rows, err := e.q.AspectListBeside(e.ctx, query.AspectListBesideParams{
		ClientID: e.client, ItemID: null(itemID), Kind: string(kind),
	})
	return aspects, into(&aspects, aspectOf, rows, err)
}

// copyAspects gives copies what was said of their originals.
func (e *edit) copyAspects(second map[string]string) error {
	originals := make([]string, 0, len(second))
	for id := range second {
		originals = append(originals, id)
	}
	rows, err := e.q.AspectListByItems(e.ctx, list(originals))
	if err != nil || len(rows) == 0 {
		return err
	}
	ids := map[string]string{}
	for _, r := range rows {
		ids[r.ID] = newID()
	}
	copies := make([]plan.Aspect, len(rows))
	for i, r := range rows {
		a := aspectOf(r)
		a.ID, a.ItemID = ids[a.ID], second[a.ItemID]
		for name, value := range a.Body {
			if id, known := value.(string); known && ids[id] != "" {
				a.Body[name] = ids[id] // an entry goes with its measure
			}
		}
		copies[i] = a
	}
	return e.addAspects(copies)
}
