package app

import (
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// Board moves the cards of a plan, and arranges their columns. Every call is
// one durable undo step and answers with what it changed.
type Board struct{ k *keep }

// MoveCards puts cards into a column, behind another card or at its top.
func (b *Board) MoveCards(in workspace.CardMove) (plan.Changes, error) {
	return run1(b.k, house.MoveCards, in)
}

// AddColumn makes a column. Focus is its id.
func (b *Board) AddColumn(in workspace.NewColumn) (plan.Changes, error) {
	return run1(b.k, house.AddColumn, in)
}

// SetColumn says what a column is called, which state it is for, and its limit.
func (b *Board) SetColumn(in workspace.ColumnEdit) (plan.Changes, error) {
	return run1(b.k, house.SetColumn, in)
}

// MoveColumn puts a column behind another one; an empty id makes it the first.
func (b *Board) MoveColumn(id, afterID string) (plan.Changes, error) {
	return run2(b.k, house.MoveColumn, id, afterID)
}

// DeleteColumn takes a column away; its cards fall to another of its state.
func (b *Board) DeleteColumn(id string) (plan.Changes, error) {
	return run1(b.k, house.DeleteColumn, id)
}
