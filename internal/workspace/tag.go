package workspace

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

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
	return e.tagsBy(names, tagKey)
}

// writtenTags is tags for names out of a text, by tagKey too: there "part-two"
// is also how a tag "part two" is written. Where both are, it is the one that
// is called so.
func (e *edit) writtenTags(names []string) (map[string]string, error) {
	return e.tagsBy(names, writtenKey)
}

// tagsBy finds each name by its tagKey, or else by its other key.
func (e *edit) tagsBy(names []string, other func(string) string) (map[string]string, error) {
	if len(names) == 0 {
		return map[string]string{}, nil
	}
	known, err := e.q.TagList(e.ctx, e.client)
	if err != nil {
		return nil, err
	}
	called, ids := map[string]string{}, map[string]string{}
	for _, tag := range slices.Backward(known) { // of two, the first by name counts
		ids[tagKey(tag.Name)], called[other(tag.Name)] = tag.ID, tag.ID
	}
	for _, name := range names {
		id := cmp.Or(ids[tagKey(name)], called[other(name)])
		if id == "" {
			id = newID()
			if err := e.q.TagAdd(e.ctx, query.TagAddParams{ID: id, ClientID: e.client, Name: name}); err != nil {
				return nil, err
			}
		}
		ids[tagKey(name)], called[other(name)] = id, id
	}
	return ids, nil
}

// tagKey is the same for names that differ in big and small letters only.
func tagKey(name string) string { return strings.ToLower(name) }

// writtenKey is the same for names that a text may write in one way: copied
// Markdown has a hyphen where a name has a space, and other programs write a
// line below.
func writtenKey(name string) string {
	return strings.Join(strings.FieldsFunc(tagKey(name), func(r rune) bool {
		return r == '-' || r == '_' || unicode.IsSpace(r)
	}), "-")
}
