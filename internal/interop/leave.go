package interop

import (
	"cmp"
	"slices"

	"cairn/internal/plan"
)

// Leaving are the items of a plan on their way to another program, in the order
// of the outline. c is all that there is of a client.
func Leaving(c plan.Changes, planID string) []Entry {
	l := leaving{below: map[string][]plan.Item{}, tags: map[string]string{}, said: map[string]Entry{}, after: map[string][]string{}}
	for _, i := range c.Items {
		if i.PlanID == planID {
			l.below[i.ParentID] = append(l.below[i.ParentID], i)
		}
	}
	for _, t := range c.Tags {
		l.tags[t.ID] = t.Name
	}
	for _, a := range c.Aspects {
		l.hear(a)
	}
	for _, link := range c.Links {
		if link.Kind == plan.After {
			l.after[link.FromID] = append(l.after[link.FromID], link.ToID)
		}
	}
	l.walk("", 0)
	return l.entries
}

// leaving is a plan by what is needed to write it: the items below each, the
// names of tags, what is said of items, what they wait for.
type leaving struct {
	below   map[string][]plan.Item
	tags    map[string]string
	said    map[string]Entry
	after   map[string][]string
	entries []Entry
}

// hear notes a committed time or a routine.
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
			e.Tags = append(e.Tags, l.tags[id])
		}
		e.Key, e.Parent, e.After, e.State = i.ID, i.ParentID, l.after[i.ID], i.State
		e.Start, e.DoneAt, e.CreatedAt, e.ChangedAt = i.Start, i.DoneAt, i.CreatedAt, i.ChangedAt
		e.Why, e.What, e.DoneWhen = i.Why, i.What, i.DoneWhen
		l.entries = append(l.entries, e)
		l.walk(i.ID, depth+1)
	}
}
