package workspace

import (
	"database/sql"
	"errors"
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// lineage is some items and everything that they stand below, by id.
type lineage map[string]query.ItemListUpRow

// lineage looks items up. Each must be the open client's and alive; otherwise
// it is gone.
func (e *edit) lineage(ids ...string) (lineage, error) {
	l, err := e.ancestry(ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if !l.alive(id) {
			return nil, gone("error.item_gone")
		}
	}
	return l, nil
}

// ancestry looks up what there is of the open client's items, in the trash or
// not.
func (e *edit) ancestry(ids []string) (lineage, error) {
	rows, err := e.up(ids)
	l := make(lineage, len(rows))
	for _, r := range rows {
		if r.ClientID == e.client {
			l[r.ID] = r
		}
	}
	return l, err
}

// up asks for one item, as most edits do, in a quicker way than for many.
func (e *edit) up(ids []string) ([]query.ItemListUpRow, error) {
	if len(ids) != 1 {
		return e.q.ItemListUp(e.ctx, list(ids))
	}
	one, err := e.q.ItemGetUp(e.ctx, ids[0])
	rows := make([]query.ItemListUpRow, len(one))
	for i, r := range one {
		rows[i] = query.ItemListUpRow(r)
	}
	return rows, err
}

// alive is false for an item that is not there, or in the trash with itself or
// anything that it stands below.
func (l lineage) alive(id string) bool {
	for {
		r, ok := l[id]
		if !ok || r.TrashedAt.Valid {
			return false
		}
		if !r.ParentID.Valid {
			return true
		}
		id = r.ParentID.String
	}
}

// path is the ids from the top of the plan down to an item, itself included.
func (l lineage) path(id string) []string {
	var path []string
	for r, ok := l[id]; ok; r, ok = l[r.ParentID.String] {
		path = append(path, r.ID)
	}
	slices.Reverse(path)
	return path
}

// level is how deep an item stands, 1 at the top; "" is above the top.
func (l lineage) level(id string) int { return len(l.path(id)) }

// kind is the kind of an item; the top of the plan ("") has none.
func (l lineage) kind(id string) plan.Kind { return plan.Kind(l[id].Kind) }

// roots are items without those that stand below another of them, and without
// doubles, in the order in which a reader meets them in the document.
func (l lineage) roots(ids []string) []string {
	chosen := map[string]bool{}
	for _, id := range ids {
		chosen[id] = true
	}
	order := map[string]string{}
	for id := range chosen {
		path := l.path(id)
		if !slices.ContainsFunc(path[:len(path)-1], func(above string) bool { return chosen[above] }) {
			order[id] = l.order(path)
		}
	}
	roots := make([]string, 0, len(order))
	for id := range order {
		roots = append(roots, id)
	}
	slices.SortFunc(roots, func(a, b string) int { return strings.Compare(order[a], order[b]) })
	return roots
}

// order is a text that sorts as the document does: the ranks down a path, each
// ended by a byte below every digit, so that a parent comes before its
// children. Plans are kept apart.
func (l lineage) order(path []string) string {
	var b strings.Builder
	b.WriteString(l[path[0]].PlanID)
	for _, id := range path {
		b.WriteByte(' ')
		b.WriteString(l[id].Rank)
	}
	return b.String()
}

// did says what an edit is done to: so many items, of a kind if all are of the
// same one.
func (e *edit) did(l lineage, ids []string) {
	different := map[string]bool{}
	e.kind = l.kind(ids[0])
	for _, id := range ids {
		different[id] = true
		if l.kind(id) != e.kind {
			e.kind = ""
		}
	}
	e.count = len(different)
}

// on makes sure that an edit is done to living items, and does it. Without any
// item it does nothing.
func (e *edit) on(ids []string, do func() error) error {
	var err error
	switch len(ids) {
	case 0:
		return nil
	case 1:
		err = e.onOne(ids[0])
	default:
		err = e.onMany(ids)
	}
	if err != nil {
		return err
	}
	return do()
}

// onOne asks for one item, as most edits do, in a quicker way than for many.
func (e *edit) onOne(id string) error {
	kind, err := e.q.ItemGetKind(e.ctx, query.ItemGetKindParams{ID: id, ClientID: e.client})
	if errors.Is(err, sql.ErrNoRows) {
		return gone("error.item_gone")
	}
	e.kind, e.count = plan.Kind(kind), 1
	return err
}

func (e *edit) onMany(ids []string) error {
	l, err := e.lineage(ids...)
	if err == nil {
		e.did(l, ids)
	}
	return err
}
