package workspace

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"cairn/db/query"
	"cairn/internal/plan"
)

// AddLink joins two items beside the tree: from serves to, or comes after it.
// It refuses a link of an item to itself, one that is there already, and items
// that would wait for each other.
func (w *Workspace) AddLink(ctx context.Context, from, to string, kind plan.LinkKind) (plan.Changes, error) {
	return w.transact(ctx, "link", "", func(e *edit) error {
		if err := plan.ValidLinkKind(kind); err != nil {
			return err
		}
		l, err := e.lineage(from, to)
		if err != nil {
			return err
		}
		e.did(l, []string{from})
		if err := e.mayLink(from, to, kind); err != nil {
			return err
		}
		link := plan.Link{ID: newID(), FromID: from, ToID: to, Kind: kind, Weight: 1}
		return e.q.LinkAddMany(e.ctx, list([]plan.Link{link}))
	})
}

func (e *edit) mayLink(from, to string, kind plan.LinkKind) error {
	if from == to {
		return plan.Refuse(plan.Invalid, "error.link_self")
	}
	found, err := e.linked(from, to, kind)
	if err != nil {
		return err
	}
	if found {
		return plan.Refuse(plan.Conflict, "error.link_double")
	}
	if kind != plan.After {
		return nil
	}
	waits, err := e.q.LinkWaits(e.ctx, query.LinkWaitsParams{First: to, Second: from})
	if err == nil && waits == 1 {
		return e.circle(from, to)
	}
	return err
}

// linked tells whether two items are joined in this way.
func (e *edit) linked(from, to string, kind plan.LinkKind) (bool, error) {
	found, err := e.q.LinkExists(e.ctx, query.LinkExistsParams{FromID: from, ToID: to, Kind: string(kind)})
	return found == 1, err
}

// RemoveLink parts two items again.
func (w *Workspace) RemoveLink(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "unlink", "", func(e *edit) error {
		if _, err := e.link(id); err != nil {
			return err
		}
		return e.q.LinkDrop(e.ctx, id)
	})
}

// SetLag says how many days lie between the end of what is waited for and the
// beginning of what waits.
func (w *Workspace) SetLag(ctx context.Context, id string, days int) (plan.Changes, error) {
	return w.transact(ctx, "lag", "", func(e *edit) error {
		if err := plan.ValidLag(days); err != nil {
			return err
		}
		if err := e.linkOf(id, plan.After); err != nil {
			return err
		}
		return e.q.LinkSetLag(e.ctx, query.LinkSetLagParams{Lag: int64(days), ID: id})
	})
}

// SetWeight says how much a step counts in what else it serves (product.md, "Formulas").
func (w *Workspace) SetWeight(ctx context.Context, id string, weight float64) (plan.Changes, error) {
	return w.transact(ctx, "weight", "", func(e *edit) error {
		if err := plan.ValidWeight(weight); err != nil {
			return err
		}
		if err := e.linkOf(id, plan.Serves); err != nil {
			return err
		}
		return e.q.LinkSetWeight(e.ctx, query.LinkSetWeightParams{Weight: weight, ID: id})
	})
}

// linkOf looks up a link, and refuses one of another kind.
func (e *edit) linkOf(id string, kind plan.LinkKind) error {
	link, err := e.link(id)
	if err != nil {
		return err
	}
	if link.Kind != string(kind) {
		return plan.Refuse(plan.Invalid, "error.link_unknown", "kind", link.Kind)
	}
	return nil
}

// link looks up a link whose ends live, and says that the step is of the first.
func (e *edit) link(id string) (query.Link, error) {
	link, err := e.q.LinkGet(e.ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return link, gone("error.link_gone")
	}
	if err != nil {
		return link, err
	}
	l, err := e.ancestry([]string{link.FromID, link.ToID})
	if err != nil {
		return link, err
	}
	if !l.alive(link.FromID) || !l.alive(link.ToID) {
		return link, gone("error.link_gone")
	}
	e.did(l, []string{link.FromID})
	return link, nil
}

// livingLinks are the links of some living items to others that live too.
func (e *edit) livingLinks(ids []string) ([]query.Link, error) {
	links, err := e.q.LinkListByItems(e.ctx, list(ids))
	if err != nil || len(links) == 0 {
		return nil, err
	}
	ends := []string{}
	for _, l := range links {
		ends = append(ends, l.FromID, l.ToID)
	}
	l, err := e.ancestry(ends)
	return slices.DeleteFunc(links, func(link query.Link) bool {
		return !l.alive(link.FromID) || !l.alive(link.ToID)
	}), err
}
