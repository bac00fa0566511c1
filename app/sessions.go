package app

import (
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// Sessions leads guided conversations.
type Sessions struct{ k *keep }

// Answer keeps an answer with all that becomes of it. Focus is the item that it is
// about.
func (s *Sessions) Answer(in workspace.NewAnswer) (plan.Changes, error) {
	return run1(s.k, house.Answer, in)
}

// Mark keeps a moment of a session to come back to; whoever looks on sees nothing
// of it.
func (s *Sessions) Mark(in plan.Mark) (plan.Changes, error) { return run1(s.k, house.Mark, in) }

// SetDeck keeps a way to lead a session. Focus is the deck.
func (s *Sessions) SetDeck(in plan.Deck) (plan.Changes, error) { return run1(s.k, house.SetDeck, in) }

// DropDeck takes one away; a built-in one is as it was.
func (s *Sessions) DropDeck(id string) (plan.Changes, error) { return run1(s.k, house.DropDeck, id) }
