package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// TextEdit is a text as it stands now in one field of an item. Field is why,
// what, doneWhen or notes; a title needs none. Edit is the token of one visit
// to the field: what is typed under the same token is one undo step.
type TextEdit struct {
	ID    string `json:"id"`
	Field string `json:"field"`
	Text  string `json:"text"`
	Edit  string `json:"edit"`
}

// SetTitle writes the title of an item.
func (w *Workspace) SetTitle(ctx context.Context, in TextEdit) (plan.Changes, error) {
	return w.transact(ctx, "title", visit(in.Edit, in.ID, "title"), func(e *edit) error {
		return e.setTitle(in)
	})
}

func (e *edit) setTitle(in TextEdit) error {
	title, err := plan.CleanTitle(in.Text)
	if err != nil {
		return err
	}
	return e.on([]string{in.ID}, func() error {
		if err := e.markText(in.ID, "title", title); err != nil {
			return err
		}
		return e.q.ItemSetTitle(e.ctx, query.ItemSetTitleParams{Title: title, Now: e.now, ID: in.ID})
	})
}

// SetText writes one of the long texts of an item, named by Field.
func (w *Workspace) SetText(ctx context.Context, in TextEdit) (plan.Changes, error) {
	return w.transact(ctx, "text", visit(in.Edit, in.ID, in.Field), func(e *edit) error {
		return e.setText(in)
	})
}

func (e *edit) setText(in TextEdit) error {
	switch in.Field {
	case "why", "what", "doneWhen", "notes":
	default:
		return plan.Refuse(plan.Invalid, "error.field_unknown")
	}
	text, err := plan.CleanText(in.Text)
	if err != nil {
		return err
	}
	return e.on([]string{in.ID}, func() error {
		if err := e.markText(in.ID, in.Field, text); err != nil {
			return err
		}
		return e.q.ItemSetText(e.ctx, query.ItemSetTextParams{Field: in.Field, Text: text, Now: e.now, ID: in.ID})
	})
}

// visit is the merge key of one visit to one field of one item.
func visit(edit, id, field string) string {
	if edit == "" {
		return ""
	}
	return edit + " " + id + " " + field
}
