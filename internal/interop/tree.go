package interop

import (
	"maps"
	"slices"
	"strconv"

	"cairn/internal/plan"
)

// finish brings the entries into the order of an outline, joins them, and makes
// them sound.
func (c *calendar) finish() (Import, error) {
	parents := c.parents()
	waits := c.waits()
	c.commit(parents)
	order, depths := walk(parents)
	entries := make([]Entry, 0, len(order))
	for i, at := range order {
		e := c.Entries[at]
		e.Depth = depths[i]
		if p := parents[at]; p >= 0 {
			e.Parent = c.Entries[p].Key
		}
		for _, other := range waits[at] {
			if parents[other] != gone {
				e.After = append(e.After, Wait{Key: c.Entries[other].Key})
			}
		}
		if err := plan.ValidDepth(e.Depth + 1); err != nil {
			return Import{}, err
		}
		if err := e.sound(); err != nil {
			return Import{}, err
		}
		entries = append(entries, e)
	}
	c.Entries = entries
	return c.told()
}

// told adds what was left out of the whole file.
func (c *calendar) told() (Import, error) {
	for _, name := range slices.Sorted(maps.Keys(c.other)) {
		c.remark("import.component", name, strconv.Itoa(c.other[name]))
	}
	if c.unread > 0 {
		c.remark("import.lines", "", strconv.Itoa(c.unread))
	}
	if len(c.Entries) == 0 {
		return Import{}, plan.Refuse(plan.Invalid, "error.import_empty")
	}
	c.settle()
	return c.Import, nil
}

// parents is the entry above each, or -1. Those that would stand below
// themselves stand at the top.
func (c *calendar) parents() []int {
	above := make([]int, len(c.Entries))
	for i := range above {
		above[i] = -1
	}
	for _, r := range c.below {
		child, parent, found := c.ends(r)
		if found && above[child] < 0 {
			above[child] = parent
		}
	}
	for _, at := range cut(above) {
		c.remark("import.circle", c.Entries[at].Title, "")
	}
	return above
}

// ends are the entries that a relation speaks of: the one that has it and the
// other, or the other way round.
func (c *calendar) ends(r relation) (from, to int, found bool) {
	to, found = c.byKey[r.key]
	if r.back {
		return to, r.entry, found && to != r.entry
	}
	return r.entry, to, found && to != r.entry
}

// What is known of an entry on a walk through all of them.
const (
	unseen = iota
	open   // on the way that is walked
	closed
)

// cut opens every circle of parents at one place, and tells where. Below 0 is no
// parent.
func cut(above []int) (opened []int) {
	state := make([]int, len(above))
	for i := range above {
		var path []int
		at := i
		for ; at >= 0 && state[at] == unseen; at = above[at] {
			state[at] = open
			path = append(path, at)
		}
		if at >= 0 && state[at] == open {
			opened = append(opened, at)
			above[at] = -1
		}
		for _, one := range path {
			state[one] = closed
		}
	}
	return opened
}

// waits are the entries that each waits for, without those that would wait for
// each other.
func (c *calendar) waits() [][]int {
	after := make([][]int, len(c.Entries))
	for _, r := range c.after {
		from, to, found := c.ends(r)
		if found && !slices.Contains(after[from], to) && len(after[from]) < maxRelations {
			after[from] = append(after[from], to)
		}
	}
	for _, at := range untangle(after) {
		c.remark("import.circle", c.Entries[at].Title, "")
	}
	return after
}

// untangle drops the waits that close a circle, and tells whose they were.
func untangle(after [][]int) (dropped []int) {
	type visit struct {
		at, next int
		kept     []int
	}
	state := make([]int, len(after))
	for first := range after {
		if state[first] != unseen {
			continue
		}
		state[first] = open
		path := []visit{{at: first}}
		for len(path) > 0 {
			v := &path[len(path)-1]
			if v.next == len(after[v.at]) {
				after[v.at], state[v.at] = v.kept, closed
				path = path[:len(path)-1]
				continue
			}
			to := after[v.at][v.next]
			v.next++
			if state[to] == open {
				dropped = append(dropped, v.at)
				continue
			}
			v.kept = append(v.kept, to)
			if state[to] == unseen {
				state[to] = open
				path = append(path, visit{at: to})
			}
		}
	}
	return dropped
}

// commit gives a to-do the time of the event that belongs to it and is called
// as it is; that one is no entry of its own then.
func (c *calendar) commit(parents []int) {
	hasBelow := make([]bool, len(parents))
	for _, p := range parents {
		if p >= 0 {
			hasBelow[p] = true
		}
	}
	for at, p := range parents {
		if p < 0 || !c.events[at] || c.events[p] || hasBelow[at] {
			continue
		}
		event, todo := &c.Entries[at], &c.Entries[p]
		if event.Title == todo.Title && todo.Commitment.Day == "" && event.Rule == "" {
			todo.Commitment = event.Commitment
			todo.Commitment.Day = event.Due
			parents[at] = gone
		}
	}
}

// gone stands for the parent of an entry that is no longer one.
const gone = -2

// walk is the order of an outline, and how deep each stands.
func walk(parents []int) (order, depths []int) {
	below := make([][]int, len(parents))
	var next []int
	for at, p := range slices.Backward(parents) {
		switch {
		case p >= 0:
			below[p] = append(below[p], at)
		case p != gone:
			next = append(next, at)
		}
	}
	depth := make([]int, len(parents))
	for len(next) > 0 {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		order, depths = append(order, at), append(depths, depth[at])
		for _, child := range below[at] {
			depth[child] = depth[at] + 1
			next = append(next, child)
		}
	}
	return order, depths
}
