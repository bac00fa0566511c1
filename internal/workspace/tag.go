package workspace

import (
	"context"
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// AddTag hangs a tag on items. Big and small letters are the same; a name that
// is new makes a new tag.
func (w *Workspace) AddTag(ctx context.Context, ids []string, name string) (plan.Changes, error) {
	name, invalid := plan.CleanName(name)
	return w.set(ctx, "tag", ids, invalid, func(e *edit) error {
		tags, err := e.tags([]string{name})
		if err != nil {
			return err
		}
		tagged := make([]hanging, len(ids))
		for i, id := range ids {
			tagged[i] = hanging{ID: newID(), ItemID: id, TagID: tags[tagKey(name)]}
		}
		return e.hang(tagged)
	})
}

// RemoveTag takes a tag off items. A tag that hangs nowhere any more is gone.
func (w *Workspace) RemoveTag(ctx context.Context, ids []string, tagID string) (plan.Changes, error) {
	return w.set(ctx, "untag", ids, nil, func(e *edit) error {
		tags, err := e.q.TagList(e.ctx, e.client)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(tags, func(t query.Tag) bool { return t.ID == tagID }) {
			return gone("error.tag_gone")
		}
		if err := e.q.ItemTagDrop(e.ctx, query.ItemTagDropParams{TagID: tagID, Ids: list(ids)}); err != nil {
			return err
		}
		return e.q.TagDropUnused(e.ctx, tagID)
	})
}

// hanging is a tag on an item.
type hanging struct {
	ID     string `json:"id"`
	ItemID string `json:"itemId"`
	TagID  string `json:"tagId"`
}

// hang writes tags on items; what hangs there already stays.
func (e *edit) hang(tagged []hanging) error {
	if len(tagged) == 0 {
		return nil
	}
	return e.q.ItemTagAddMany(e.ctx, list(tagged))
}

// tags is the ids of the tags with these clean names, by tagKey. It makes
// those that are not there.
func (e *edit) tags(names []string) (map[string]string, error) {
	ids := map[string]string{}
	if len(names) == 0 {
		return ids, nil
	}
	rows, err := e.q.TagList(e.ctx, e.client)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		ids[tagKey(r.Name)] = r.ID
	}
	for _, name := range names {
		if ids[tagKey(name)] != "" {
			continue
		}
		id := newID()
		if err := e.q.TagAdd(e.ctx, query.TagAddParams{ID: id, ClientID: e.client, Name: name}); err != nil {
			return nil, err
		}
		ids[tagKey(name)] = id
	}
	return ids, nil
}

// tagKey is the same for names that differ in big and small letters only.
func tagKey(name string) string { return strings.ToLower(name) }
