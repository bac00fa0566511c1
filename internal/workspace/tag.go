package workspace

// hanging is a tag on an item.
type hanging struct {
	ID     string `json:"id"`
	ItemID string `json:"itemId"`
	TagID  string `json:"tagId"`
}

// hang writes tags on items; what hangs there already stays.
func (e *edit) hang(tags []hanging) error {
	if len(tags) == 0 {
		return nil
	}
	return e.q.ItemTagAddMany(e.ctx, list(tags))
}
