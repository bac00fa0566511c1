package interop

import (
	"cmp"
	"maps"
	"slices"

	"cairn/internal/plan"
)

// Leaving are the items of a plan on their way to another program, in the order
// of the outline: all of them, or only an item and what stands below it. c is
// all that there is of a client; branch is the id of that item, or empty.
func Leaving(c plan.Changes, planID, branch string) []Entry {
	l := leaving{below: map[string][]plan.Item{}, names: map[string]string{}, said: map[string]Entry{}, links: map[string]Entry{}}
	for _, i := range c.Items {
		if i.PlanID == planID {
			l.below[i.ParentID] = append(l.below[i.ParentID], i)
		}
	}
	for _, t := range c.Tags {
		l.names[t.ID] = t.Name
	}
	for _, a := range c.Areas {
		l.names[a.ID] = a.Name
	}
	for _, a := range c.Aspects {
		l.hear(a)
	}
	for _, link := range c.Links {
		l.join(link)
	}
	if at := slices.IndexFunc(c.Items, func(i plan.Item) bool { return i.ID == branch && i.PlanID == planID }); at >= 0 {
		top := c.Items[at]
		top.ParentID = ""
		l.below[""] = []plan.Item{top}
	} else if branch != "" {
		return nil
	}
	l.walk("", 0)
	return l.entries
}

// leaving is a plan by what is needed to write it: the items below each, the
// names of tags and life areas, what is said of items, what they are linked to.
type leaving struct {
	below   map[string][]plan.Item
	names   map[string]string
	said    map[string]Entry
	links   map[string]Entry
	entries []Entry
}

// join notes what an item waits for, or serves.
func (l *leaving) join(link plan.Link) {
	e := l.links[link.FromID]
	if link.Kind == plan.After {
		e.After = append(e.After, Wait{Key: link.ToID, Days: link.Lag})
	} else {
		e.Serves = append(e.Serves, link.ToID)
	}
	l.links[link.FromID] = e
}

// hear notes a committed time, a routine, or that there is a measure.
func (l *leaving) hear(a plan.Aspect) {
	said := l.said[a.ItemID]
	word := func(name string) string {
		text, _ := a.Body[name].(string)
		return text
	}
	switch a.Kind {
	case plan.Promise:
		said.Commitment = Commitment{Day: word("on"), Time: word("time"), Zone: word("zone")}
	case plan.Routine:
		said.Rule, said.From = word("rule"), word("from")
		said.Habit = maps.Clone(a.Body)
		delete(said.Habit, "rule")
		delete(said.Habit, "from")
	case plan.Measure:
		said.Measured = true
	default:
		return
	}
	l.said[a.ItemID] = said
}

// walk appends what stands below an item; no plan is deeper than
// plan.MaxDepth.
func (l *leaving) walk(parent string, depth int) {
	items := l.below[parent]
	slices.SortFunc(items, func(a, b plan.Item) int { return cmp.Compare(a.Rank, b.Rank) })
	for _, i := range items {
		e := l.said[i.ID]
		e.Line = Line{
			Depth: depth, Title: i.Title, Notes: i.Notes, Done: i.State == plan.Done, Kind: i.Kind,
			Due: i.Due, EstimateMin: i.EstimateMin,
		}
		for _, id := range i.TagIDs {
			e.Tags = append(e.Tags, l.names[id])
		}
		e.Key, e.Parent, e.State = i.ID, i.ParentID, i.State
		e.After, e.Serves = l.links[i.ID].After, l.links[i.ID].Serves
		e.Start, e.DueKind, e.DoneAt, e.CreatedAt, e.ChangedAt = i.Start, i.DueKind, i.DoneAt, i.CreatedAt, i.ChangedAt
		e.Area, e.SpentMin, e.Draft, e.IsAction = l.names[i.AreaID], i.SpentMin, i.Draft, i.IsAction
		e.Why, e.What, e.DoneWhen = i.Why, i.What, i.DoneWhen
		l.entries = append(l.entries, e)
		l.walk(i.ID, depth+1)
	}
}
