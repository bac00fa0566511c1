package workspace

import (
	"cairn/db/query"
	"cairn/internal/plan"
)

// gatherItems reads the living ones among the touched items, and the whole
// living branch and the links of each that came back from the trash. The links
// of those that went there are gone.
func (e *edit) gatherItems(c *plan.Changes, touched []touchedRow) error {
	ids, trashed := itemsAmong(touched)
	if len(ids) == 0 {
		return nil
	}
	rows, err := e.items(ids)
	if err != nil {
		return err
	}
	dead, err := e.buriedAmong(rows, len(touched))
	if err != nil {
		return err
	}
	back, went := []string{}, []string{}
	for _, r := range rows {
		switch {
		case dead[r.Item.ID]:
			went = append(went, r.Item.ID)
		case trashed[r.Item.ID], e.branches:
			back = append(back, r.Item.ID)
		default:
			c.Items = append(c.Items, itemOf(r.Item, r.Tags))
		}
	}
	if err := e.gatherBranches(c, back); err != nil || len(went) == 0 {
		return err
	}
	links, err := e.q.LinkListBelow(e.ctx, list(went))
	c.Gone = append(c.Gone, links...)
	return err
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

// buriedAmong are those of the touched items that lie in the trash, with
// themselves or with anything that they stand below. Whoever touched a single
// row had a living item in hand, or the very one that went or came back.
func (e *edit) buriedAmong(rows []query.ItemListByIDsRow, touched int) (map[string]bool, error) {
	dead := map[string]bool{}
	if touched == 1 {
		for _, r := range rows {
			dead[r.Item.ID] = r.Item.TrashedAt.Valid
		}
		return dead, nil
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.Item.ID
	}
	l, err := e.ancestry(ids)
	for _, id := range ids {
		dead[id] = !l.alive(id)
	}
	return dead, err
}

// gatherBranches adds the whole living branches of items that came back, with
// what is said of them.
func (e *edit) gatherBranches(c *plan.Changes, back []string) error {
	if len(back) == 0 {
		return nil
	}
	rows, err := e.q.ItemListBranch(e.ctx, list(back))
	if err != nil {
		return err
	}
	here := map[string]bool{}
	for _, i := range c.Items {
		here[i.ID] = true
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.Item.ID
		if !here[r.Item.ID] {
			c.Items = append(c.Items, itemOf(r.Item, r.Tags))
		}
	}
	aspects, err := e.q.AspectListByItems(e.ctx, list(ids))
	if err := into(&c.Aspects, aspectOf, aspects, err); err != nil {
		return err
	}
	links, err := e.livingLinks(ids)
	return into(&c.Links, linkOf, links, err)
}
