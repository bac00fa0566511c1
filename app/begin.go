package app

import (
	"encoding/json"

	"cairn/internal/plan"
	"cairn/internal/prefs"
	"cairn/internal/text"
	"cairn/internal/workspace"
)

// beginning is all that the page needs to draw itself for the first time, in one
// answer: each way to Go and back takes longer than what is told on it. What
// cannot be said is null, and says why when it is asked for by itself.
type beginning struct {
	Texts   json.RawMessage `json:"texts"`
	Setting setting         `json:"setting"`
	Opening *Opening        `json:"opening"`
	Client  *plan.Changes   `json:"client"` // null too when none is open, or nothing of it may be drawn
	// Places are where the hand was in the plan that is shown; null as the client is.
	Places []workspace.Place `json:"places"`
}

// setting is what the page is told about itself.
type setting struct {
	Look   prefs.Look `json:"look"`
	Window bool       `json:"window"` // false in a browser, which has a frame of its own
}

// beginningOf says how everything stands; it waits for a vault that is being opened.
func beginningOf(k *keep, w *window) (beginning, error) {
	texts, err := text.Catalogue("en")
	begin := beginning{Texts: texts, Setting: setting{Look: w.known.Get().Look, Window: !bridged}}
	if opening, err := k.opening(); err == nil {
		begin.Opening = &opening
	}
	if k.safely() {
		return begin, err
	}
	if client, err := k.client(); err == nil {
		begin.Client = &client
		begin.Places, _ = run1(k, house.Places, client.Show)
	}
	return begin, err
}
