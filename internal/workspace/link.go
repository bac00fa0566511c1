package workspace

import (
	"slices"

	"cairn/db/query"
)

// livingLinks are the links of some living items to others that live too.
func (e *edit) livingLinks(ids []string) ([]query.Link, error) {
	links, err := e.q.LinkListByItems(e.ctx, list(ids))
	if err != nil || len(links) == 0 {
		return nil, err
	}
	ends := []string{}
	for _, l := range links {
		ends = append(ends, l.FromID, l.ToID)
	}
	l, err := e.ancestry(ends)
	return slices.DeleteFunc(links, func(link query.Link) bool {
		return !l.alive(link.FromID) || !l.alive(link.ToID)
	}), err
}
