package workspace

import (
	"context"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Load is all that there is of the open client: the clients of the vault, the
// open one first, and everything living that the open one has planned. Show is
// the plan shown last.
func (w *Workspace) Load(ctx context.Context) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.load(ctx)
}

func (w *Workspace) load(ctx context.Context) (plan.Changes, error) {
	e := w.edit(ctx, query.New(w.vault.Read))
	c, err := e.all()
	if err != nil {
		return c, err
	}
	return e.named(c)
}

// all reads everything that there is of a client.
func (e *edit) all() (plan.Changes, error) {
	c := noChanges()
	for _, read := range []func(*plan.Changes) error{
		e.loadItems, e.loadAspects, e.loadLinks, e.loadClients, e.loadBeside, e.loadDesk,
	} {
		if err := read(&c); err != nil {
			return c, fmt.Errorf("load: %w", err)
		}
	}
	return c, nil
}

// loadItems reads every item and leaves out what is in the trash.
func (e *edit) loadItems(c *plan.Changes) error {
	rows, err := e.q.ItemList(e.ctx, e.client)
	if err != nil {
		return err
	}
	tags, err := e.loadTagIDs()
	if err != nil {
		return err
	}
	dead := buried(rows)
	c.Items = make([]plan.Item, 0, len(rows))
	for _, r := range rows {
		if dead[r.ID] {
			continue
		}
		item := itemOf(r, "")
		item.TagIDs = append(item.TagIDs, tags[r.ID]...)
		c.Items = append(c.Items, item)
	}
	return nil
}

func (e *edit) loadTagIDs() (map[string][]string, error) {
	rows, err := e.q.ItemTagList(e.ctx, e.client)
	tags := map[string][]string{}
	for _, r := range rows {
		tags[r.ItemID] = append(tags[r.ItemID], r.TagID)
	}
	return tags, err
}

// buried are those of some items that lie in the trash, with themselves or with
// another one above them.
func buried(rows []query.Item) map[string]bool {
	dead, below := map[string]bool{}, map[string][]string{}
	open := []string{}
	for _, r := range rows {
		if r.TrashedAt.Valid {
			open = append(open, r.ID)
		}
	}
	if len(open) == 0 {
		return dead
	}
	for _, r := range rows {
		below[r.ParentID.String] = append(below[r.ParentID.String], r.ID)
	}
	for len(open) > 0 {
		id := open[len(open)-1]
		open = open[:len(open)-1]
		if !dead[id] {
			dead[id] = true
			open = append(open, below[id]...)
		}
	}
	return dead
}

// loadAspects reads what is said of the client and of the items.
func (e *edit) loadAspects(c *plan.Changes) error {
	rows, err := e.q.AspectList(e.ctx, e.client)
	if err != nil || len(rows) == 0 {
		return err
	}
	here := living(c)
	for _, r := range rows {
		if !r.ItemID.Valid || here[r.ItemID.String] {
			c.Aspects = append(c.Aspects, aspectOf(r))
		}
	}
	return nil
}

// living are the ids of the items.
func living(c *plan.Changes) map[string]bool {
	here := make(map[string]bool, len(c.Items))
	for _, i := range c.Items {
		here[i.ID] = true
	}
	return here
}

// loadLinks reads the links whose ends are both among the items.
func (e *edit) loadLinks(c *plan.Changes) error {
	rows, err := e.q.LinkList(e.ctx, e.client)
	if err != nil || len(rows) == 0 {
		return err
	}
	here := living(c)
	for _, r := range rows {
		if here[r.FromID] && here[r.ToID] {
			c.Links = append(c.Links, linkOf(r))
		}
	}
	return nil
}

// loadClients reads the clients, the open one first; of the others nothing is
// read as long as somebody looks on.
func (e *edit) loadClients(c *plan.Changes) error {
	rows, err := e.q.ClientList(e.ctx)
	for _, r := range rows {
		switch {
		case r.ID == e.client:
			c.Clients = append([]plan.Client{e.clientOf(r)}, c.Clients...)
		case !e.shared:
			c.Clients = append(c.Clients, e.clientOf(r))
		}
	}
	return err
}

// loadDesk reads the owner's decks and, unless somebody looks on, what they keep
// for themselves.
func (e *edit) loadDesk(c *plan.Changes) error {
	decks, err := e.q.DeckList(e.ctx)
	if err := into(&c.Decks, deckOf, decks, err); err != nil || e.shared {
		return err
	}
	notes, err := e.q.PrivateNoteList(e.ctx, e.client)
	if err := into(&c.Notes, e.noteOf, notes, err); err != nil {
		return err
	}
	marks, err := e.q.MarkList(e.ctx, e.client)
	return into(&c.Marks, markOf, marks, err)
}

// loadBeside reads the plans with their columns, versions and vision boards,
// which of them is shown, areas and tags.
func (e *edit) loadBeside(c *plan.Changes) error {
	plans, err := e.q.PlanList(e.ctx, e.client)
	if err := into(&c.Plans, planOf, plans, err); err != nil {
		return err
	}
	columns, err := e.q.ColumnList(e.ctx, e.client)
	if err := into(&c.Columns, columnOf, columns, err); err != nil {
		return err
	}
	areas, err := e.q.AreaList(e.ctx, e.client)
	if err := into(&c.Areas, areaOf, areas, err); err != nil {
		return err
	}
	versions, err := e.q.VersionList(e.ctx, e.client)
	if err := into(&c.Versions, versionOf, versions, err); err != nil {
		return err
	}
	tags, err := e.q.TagList(e.ctx, e.client)
	if err := into(&c.Tags, tagOf, tags, err); err != nil {
		return err
	}
	boards, err := e.q.VisionBoardList(e.ctx, e.client)
	if err := into(&c.Boards, visionBoardOf, boards, err); err != nil {
		return err
	}
	pieces, err := e.q.PieceList(e.ctx, e.client)
	if err := into(&c.Pieces, pieceOf, pieces, err); err != nil {
		return err
	}
	c.Show, err = e.shown()
	return err
}
