package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// CopyItems makes a second of each item and of all below it, with everything
// that is written and said there, their tags, and the links that lead from them. Focus
// is the first copy.
func (w *Workspace) CopyItems(ctx context.Context, in Move) (plan.Changes, error) {
	return w.transact(ctx, "copy", "", func(e *edit) error { return e.copyItems(in) })
}

func (e *edit) copyItems(in Move) error {
	if len(in.IDs) == 0 {
		return nil
	}
	l, err := e.lineage(append(around(in.Place), in.IDs...)...)
	if err != nil {
		return err
	}
	to, err := e.spotIn(l, in.Place)
	if err != nil {
		return err
	}
	roots := l.roots(in.IDs)
	e.did(l, roots)
	ranks, err := e.ranks(to, len(roots))
	if err != nil {
		return err
	}
	branch, err := e.q.ItemListBranch(e.ctx, list(roots))
	if err != nil {
		return err
	}
	kinds, err := to.fit(l, roots, outline(branch))
	if err != nil {
		return err
	}
	second := newIDs(branch)
	e.focus = second[roots[0]]
	if err := e.add(copies(branch, second, kinds, to, paired(roots, ranks))); err != nil {
		return err
	}
	if err := e.copyAspects(second); err != nil {
		return err
	}
	return e.copyLinks(second)
}

func newIDs(branch []query.ItemListBranchRow) map[string]string {
	second := map[string]string{}
	for _, r := range branch {
		second[r.Item.ID] = newID()
	}
	return second
}

// outline is what there is to know of a branch to work out its kinds.
func outline(branch []query.ItemListBranchRow) []query.ItemListDownRow {
	rows := make([]query.ItemListDownRow, len(branch))
	for i, r := range branch {
		rows[i] = query.ItemListDownRow{ID: r.Item.ID, ParentID: r.Item.ParentID, Kind: r.Item.Kind}
	}
	return rows
}

// copies are the items of a branch under their second ids: the roots, which
// have a new rank, at a spot, and the others below them as they were.
func copies(
	branch []query.ItemListBranchRow, second map[string]string, kinds map[string]plan.Kind, to spot, ranks map[string]string,
) []plan.Item {
	items := make([]plan.Item, len(branch))
	for i, r := range branch {
		item := itemOf(r.Item, r.Tags)
		if item.PlanID != to.plan {
			item.ColumnID = ""
		}
		item.PlanID, item.ParentID, item.Kind = to.plan, second[item.ParentID], kinds[item.ID]
		if rank, root := ranks[item.ID]; root {
			item.ParentID, item.Rank = to.parent, rank
		}
		item.ID, item.FirstDue = second[item.ID], "" // what is made now has its first day now
		items[i] = item
	}
	return items
}

// copyLinks gives copies the links of their originals: to each other where
// both ends were copied, else to the same item.
func (e *edit) copyLinks(second map[string]string) error {
	originals := make([]string, 0, len(second))
	for id := range second {
		originals = append(originals, id)
	}
	rows, err := e.livingLinks(originals)
	links := []plan.Link{}
	for _, r := range rows {
		l := linkOf(r)
		from, copied := second[l.FromID]
		if !copied {
			continue
		}
		if to, both := second[l.ToID]; both {
			l.ToID = to
		}
		l.ID, l.FromID = newID(), from
		links = append(links, l)
	}
	if err != nil || len(links) == 0 {
		return err
	}
	return e.q.LinkAddMany(e.ctx, list(links))
}
