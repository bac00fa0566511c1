package workspace

import (
	"cmp"
	"context"
	"maps"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewAnswer is what was answered to a question of a session, and what becomes of
// it; the parts that are empty are not meant. Body is the answer (plan.Answer)
// without its session and its instant.
type NewAnswer struct {
	SessionID string     `json:"sessionId"`
	Body      plan.Body  `json:"body"`
	Item      NewItem    `json:"item"`    // it becomes an item, of a kind
	Placed    Placed     `json:"placed"`  // it puts one into its place
	Says      AspectEdit `json:"says"`    // it says something of one; without an ItemID, of the new one
	Text      TextEdit   `json:"text"`    // it is a text of one
	Promise   Promise    `json:"promise"` // it is a commitment
}

// Placed puts an item into its place in the plan, as what it is from then on. Where
// a new item comes of the same answer, that is right behind the new one.
type Placed struct {
	ID    string     `json:"id"`
	Kind  plan.Kind  `json:"kind"`
	Place plan.Place `json:"place"`
}

// Answer keeps an answer with all that becomes of it, as one step. Focus is the
// item that it is about, if there is one.
func (w *Workspace) Answer(ctx context.Context, in NewAnswer) (plan.Changes, error) {
	return w.transact(ctx, "answer", "", func(e *edit) error {
		if err := e.sessionIsHere(in.SessionID); err != nil {
			return err
		}
		itemID, err := e.become(in)
		if err != nil {
			return err
		}
		body := plan.Body{}
		maps.Copy(body, in.Body)
		body["sessionId"], body["at"] = in.SessionID, e.now
		if itemID != "" {
			body["itemId"] = itemID
		}
		if err := e.addAspect(AspectEdit{Kind: plan.Answer, Body: body}); err != nil {
			return err
		}
		e.focus = itemID
		return nil
	})
}

// become makes of an answer what becomes of it, and tells the item that it is
// about.
func (e *edit) become(in NewAnswer) (itemID string, err error) {
	itemID, _ = in.Body["itemId"].(string)
	made := ""
	if in.Item.Kind != "" {
		made = newID()
		itemID, in.Placed.Place.AfterID = made, made
		if err := e.addItem(made, in.Item); err != nil {
			return "", err
		}
	}
	if in.Placed.ID != "" {
		itemID = in.Placed.ID
		if err := e.putInto(in.Placed); err != nil {
			return "", err
		}
	}
	if in.Says.Kind != "" {
		if in.Says.ItemID == "" {
			in.Says.ItemID = cmp.Or(made, itemID)
		}
		if err := e.say(in.Says); err != nil {
			return "", err
		}
	}
	if in.Text.ID != "" {
		if err := e.setText(in.Text); err != nil {
			return "", err
		}
	}
	if in.Promise.ItemID != "" {
		err = e.promise(in.Promise)
	}
	return itemID, err
}

// putInto moves an item and makes it another kind.
func (e *edit) putInto(to Placed) error {
	if err := e.setKind([]string{to.ID}, to.Kind); err != nil {
		return err
	}
	return e.moveItems(Move{IDs: []string{to.ID}, Place: to.Place})
}

// sessionIsHere refuses a session that the open client does not have.
func (e *edit) sessionIsHere(id string) error {
	row, err := e.q.AspectGet(e.ctx, query.AspectGetParams{ID: id, ClientID: e.client})
	if err != nil || plan.AspectKind(row.Kind) != plan.Session {
		return gone("error.session_gone")
	}
	return nil
}
