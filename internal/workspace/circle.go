package workspace

import (
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

const (
	// circleNames is how many items of a circle are named; of a longer one the
	// middle is left out.
	circleNames = 6
	// circleTitle is how many characters of a title name it.
	circleTitle = 40
	// waitsFor stands between what waits and what it waits for; a sign, so that
	// it needs no language.
	waitsFor = " → "
)

// circle is the refusal of a link by which from would wait for itself. It names
// the shortest way round, so that a person sees where to cut it.
func (e *edit) circle(from, to string) error {
	waits, err := e.q.LinkListWaits(e.ctx, to)
	if err != nil {
		return err
	}
	l, err := e.ancestry(shortestWait(waits, to, from))
	if err != nil {
		return err
	}
	names := []string{l.name(from)}
	for _, id := range shortestWait(waits, to, from) {
		names = append(names, l.name(id))
	}
	return plan.Refuse(plan.Invalid, "error.link_cycle", "circle", strings.Join(fewer(names), waitsFor))
}

// shortestWait is the ids on the shortest way of waiting from one item to
// another, both included.
func shortestWait(waits []query.LinkListWaitsRow, from, to string) []string {
	next := map[string][]string{}
	for _, w := range waits {
		next[w.FromID] = append(next[w.FromID], w.ToID)
	}
	came, queue := map[string]string{from: ""}, []string{from}
	for len(queue) > 0 && queue[0] != to {
		for _, id := range next[queue[0]] {
			if _, met := came[id]; !met {
				came[id] = queue[0]
				queue = append(queue, id)
			}
		}
		queue = queue[1:]
	}
	way := []string{}
	for id := to; id != ""; id = came[id] {
		way = append(way, id)
	}
	slices.Reverse(way)
	return way
}

// name is the title of an item, cut where it is long.
func (l lineage) name(id string) string {
	title := []rune(l[id].Title)
	if len(title) <= circleTitle {
		return string(title)
	}
	return strings.TrimSpace(string(title[:circleTitle-1])) + "…"
}

// fewer leaves out the middle of a long row of names.
func fewer(names []string) []string {
	if len(names) <= circleNames {
		return names
	}
	return append(append(names[:circleNames-2:circleNames-2], "…"), names[len(names)-1])
}
