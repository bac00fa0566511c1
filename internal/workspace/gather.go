package workspace

import (
	"slices"

	"cairn/db/query"
	"cairn/internal/plan"
)

// gatherItems reads the living ones among the touched items, and the whole
// living branch and the links of each that came back from the trash.
func (e *edit) gatherItems(c *plan.Changes, touched []touchedRow) error {
	ids, trashed := itemsAmong(touched)
	if len(ids) == 0 {
		return nil
	}
	rows, err := e.items(ids)
	if err != nil {
		return err
	}
	rows = alive(rows)
	back := []string{}
	for _, r := range rows {
		c.Items = append(c.Items, itemOf(r.Item, r.Tags))
		if trashed[r.Item.ID] {
			back = append(back, r.Item.ID)
		}
	}
	if len(back) == 0 {
		return nil
	}
	return e.gatherBranches(c, back)
}

// items reads whole items. It asks for one, as most edits do, in a quicker way
// than for many.
func (e *edit) items(ids []string) ([]query.ItemListByIDsRow, error) {
	if len(ids) != 1 {
		return e.q.ItemListByIDs(e.ctx, list(ids))
	}
	one, err := e.q.ItemGet(e.ctx, ids[0])
	rows := make([]query.ItemListByIDsRow, len(one))
	for i, r := range one {
		rows[i] = query.ItemListByIDsRow(r)
	}
	return rows, err
}

// itemsAmong are the ids of the touched items, also of those that only gained
// or lost a tag, and which of them lay in the trash before or after.
func itemsAmong(touched []touchedRow) (ids []string, trashed map[string]bool) {
	trashed = map[string]bool{}
	for _, r := range touched {
		switch {
		case r.Tbl == "item":
			ids = append(ids, r.RowID)
			trashed[r.RowID] = trashed[r.RowID] || r.Trashed == 1
		case r.ItemID != "":
			ids = append(ids, r.ItemID)
		}
	}
	return ids, trashed
}

// alive leaves out what is in the trash, itself or with something above it. It
// looks at touched rows only: an edit reaches below a trashed item only
// through that item (when kinds follow, or a branch changes its plan).
func alive(rows []query.ItemListByIDsRow) []query.ItemListByIDsRow {
	byID := map[string]query.Item{}
	for _, r := range rows {
		byID[r.Item.ID] = r.Item
	}
	return slices.DeleteFunc(rows, func(r query.ItemListByIDsRow) bool {
		for i, ok := r.Item, true; ok; i, ok = byID[i.ParentID.String] {
			if i.TrashedAt.Valid {
				return true
			}
		}
		return false
	})
}

// gatherBranches adds the whole living branches of items that came back.
func (e *edit) gatherBranches(c *plan.Changes, back []string) error {
	rows, err := e.q.ItemListBranch(e.ctx, list(back))
	if err != nil {
		return err
	}
	here := map[string]bool{}
	for _, i := range c.Items {
		here[i.ID] = true
	}
	ids := []string{}
	for _, r := range rows {
		ids = append(ids, r.Item.ID)
		if !here[r.Item.ID] {
			c.Items = append(c.Items, itemOf(r.Item, r.Tags))
		}
	}
	links, err := e.livingLinks(ids)
	return into(&c.Links, linkOf, links, err)
}
