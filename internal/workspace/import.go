package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/interop"
	"cairn/internal/plan"
)

// Import brings entries of another program into a plan, behind all that stands
// at its top, in one step. Focus is the first new item; without entries nothing
// happens.
func (w *Workspace) Import(ctx context.Context, planID string, entries []interop.Entry) (plan.Changes, error) {
	return w.transact(ctx, "import", "", func(e *edit) error { return e.bringIn(planID, entries) })
}

func (e *edit) bringIn(planID string, entries []interop.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	to, err := e.endOf(planID)
	if err != nil {
		return err
	}
	lines, tops, names := make([]interop.Line, len(entries)), 0, []string{}
	for i, entry := range entries {
		lines[i] = entry.Line
		if entry.Depth == 0 {
			tops++
		}
		names = append(names, entry.Tags...)
	}
	ranks, err := e.ranks(to, tops)
	if err != nil {
		return err
	}
	tags, err := e.tags(names)
	if err != nil {
		return err
	}
	items, err := planted(lines, to, ranks, tags)
	if err != nil {
		return err
	}
	ids := fillIn(items, entries)
	e.focus, e.kind, e.count = items[0].ID, oneKind(items), len(items)
	if err := e.add(items); err != nil {
		return err
	}
	said, err := e.imported(entries, items)
	if err != nil {
		return err
	}
	if err := e.addAspects(said); err != nil {
		return err
	}
	return e.q.LinkAddMany(e.ctx, list(waiting(entries, items, ids)))
}

// endOf is the place behind all that stands at the top of a plan, in the trash
// or not.
func (e *edit) endOf(planID string) (spot, error) {
	to := spot{plan: planID, level: 1}
	if err := e.planIsHere(planID); err != nil {
		return to, err
	}
	ids, err := e.q.ItemListSiblings(e.ctx, query.ItemListSiblingsParams{PlanID: planID})
	if err != nil || len(ids) == 0 {
		return to, err
	}
	to.after = ids[len(ids)-1]
	to.rank, err = e.q.ItemRankLast(e.ctx, query.ItemRankLastParams{PlanID: planID})
	return to, err
}

// fillIn gives items what a line of an outline has no words for, and tells
// their ids by the keys of their entries.
func fillIn(items []plan.Item, entries []interop.Entry) map[string]string {
	ids := map[string]string{}
	for i, entry := range entries {
		item := &items[i]
		item.State, item.Start, item.DoneAt = entry.State, entry.Start, entry.DoneAt
		item.Why, item.What, item.DoneWhen = entry.Why, entry.What, entry.DoneWhen
		ids[entry.Key] = item.ID
	}
	return ids
}

// oneKind is the kind of items that are all of the same, or "".
func oneKind(items []plan.Item) plan.Kind {
	for _, i := range items {
		if i.Kind != items[0].Kind {
			return ""
		}
	}
	return items[0].Kind
}

// imported is what is said of the items of entries: that they recur, and when
// they are committed to.
func (e *edit) imported(entries []interop.Entry, items []plan.Item) ([]plan.Aspect, error) {
	said := []plan.Aspect{}
	for i, entry := range entries {
		c := entry.Commitment
		bodies := map[plan.AspectKind]plan.Body{}
		if entry.Rule != "" {
			bodies[plan.Routine] = plan.Body{"rule": entry.Rule, "from": entry.From}
		}
		if c.Day != "" {
			bodies[plan.Promise] = plan.Body{"on": c.Day, "time": c.Time, "zone": c.Zone, "at": e.now}
		}
		for kind, body := range bodies {
			clean, err := plan.MergeBody(kind, nil, body)
			if err != nil {
				return nil, err
			}
			said = append(said, plan.Aspect{
				ID: newID(), ItemID: items[i].ID, Kind: kind, Rank: plan.RankBetween("", ""), Body: clean,
			})
		}
	}
	return said, nil
}

// waiting are the links of what waits for something that came along; the reader
// has seen to it that nothing waits for itself.
func waiting(entries []interop.Entry, items []plan.Item, ids map[string]string) []plan.Link {
	links := []plan.Link{}
	for i, entry := range entries {
		for _, key := range entry.After {
			if to := ids[key]; to != "" {
				links = append(links, plan.Link{ID: newID(), FromID: items[i].ID, ToID: to, Kind: plan.After, Weight: 1})
			}
		}
	}
	return links
}
