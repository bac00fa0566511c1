package workspace

import (
	"context"
	"maps"
	"slices"

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
	areas, err := e.areasByName()
	if err != nil {
		return err
	}
	lines, tops, names := make([]interop.Line, len(entries)), 0, []string{}
	for i, entry := range entries {
		lines[i] = placed(entry, areas)
		if entry.Depth == 0 {
			tops++
		}
		names = append(names, lines[i].Tags...)
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
	ids := fillIn(items, entries, areas)
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
	return e.q.LinkAddMany(e.ctx, list(joined(entries, items, ids)))
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

// areasByName is the ids of the life areas that the open client has, by their
// names in small letters.
func (e *edit) areasByName() (map[string]string, error) {
	areas, err := e.q.AreaList(e.ctx, e.client)
	ids := map[string]string{}
	for _, a := range slices.Backward(areas) { // of two, the first counts
		ids[tagKey(a.Name)] = a.ID
	}
	return ids, err
}

// placed is the line of an entry. A life area that the client has not is a tag
// there, so that its name comes along.
func placed(entry interop.Entry, areas map[string]string) interop.Line {
	line := entry.Line
	if entry.Area != "" && areas[tagKey(entry.Area)] == "" {
		line.Tags = append(slices.Clip(line.Tags), entry.Area)
	}
	return line
}

// fillIn gives items what a line of an outline has no words for, and tells
// their ids by the keys of their entries.
func fillIn(items []plan.Item, entries []interop.Entry, areas map[string]string) map[string]string {
	ids := map[string]string{}
	for i, entry := range entries {
		item := &items[i]
		item.State, item.Start, item.DoneAt = entry.State, entry.Start, entry.DoneAt
		item.DueKind, item.SpentMin, item.Draft, item.IsAction = entry.DueKind, entry.SpentMin, entry.Draft, entry.IsAction
		item.Why, item.What, item.DoneWhen = entry.Why, entry.What, entry.DoneWhen
		item.AreaID = areas[tagKey(entry.Area)]
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
			maps.Copy(bodies[plan.Routine], entry.Habit)
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

// joined are the links of what waits for something that came along, or serves
// it; the reader has seen to it that nothing waits for itself.
func joined(entries []interop.Entry, items []plan.Item, ids map[string]string) []plan.Link {
	links := []plan.Link{}
	for i, entry := range entries {
		link := plan.Link{FromID: items[i].ID, Kind: plan.After, Weight: 1}
		for _, wait := range entry.After {
			if link.ID, link.ToID, link.Lag = newID(), ids[wait.Key], wait.Days; link.ToID != "" {
				links = append(links, link)
			}
		}
		link.Kind, link.Lag = plan.Serves, 0
		for _, key := range entry.Serves {
			if link.ID, link.ToID = newID(), ids[key]; link.ToID != "" {
				links = append(links, link)
			}
		}
	}
	return links
}
