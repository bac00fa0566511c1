package app

import (
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// Vision hangs pieces on vision boards and arranges them. Every call is one
// durable undo step and answers with what it changed.
type Vision struct{ k *keep }

// AddBoard makes a vision board. Focus is its id.
func (v *Vision) AddBoard(in workspace.NewVisionBoard) (plan.Changes, error) {
	return run1(v.k, house.AddVisionBoard, in)
}

// SetBoard says what a vision board is called, what it shows and what it lies on.
func (v *Vision) SetBoard(in workspace.VisionBoardEdit) (plan.Changes, error) {
	return run1(v.k, house.SetVisionBoard, in)
}

// MoveBoard puts a vision board behind another one; an empty id makes it the first.
func (v *Vision) MoveBoard(id, afterID string) (plan.Changes, error) {
	return run2(v.k, house.MoveVisionBoard, id, afterID)
}

// RemoveBoard takes a vision board away with its pieces.
func (v *Vision) RemoveBoard(id string) (plan.Changes, error) {
	return run1(v.k, house.RemoveVisionBoard, id)
}

// AddPieces hangs pieces on a board, in front of all others. Focus is the first.
func (v *Vision) AddPieces(in workspace.NewPieces) (plan.Changes, error) {
	return run1(v.k, house.AddPieces, in)
}

// Place moves, sizes and turns pieces.
func (v *Vision) Place(in workspace.PiecesPlaced) (plan.Changes, error) {
	return run1(v.k, house.PlacePieces, in)
}

// Set says something anew of pieces of one kind.
func (v *Vision) Set(in workspace.PiecesEdit) (plan.Changes, error) {
	return run1(v.k, house.SetPieces, in)
}

// Tie says what pieces stand for.
func (v *Vision) Tie(in workspace.PiecesTied) (plan.Changes, error) {
	return run1(v.k, house.TiePieces, in)
}

// Group makes pieces one group, or parts them.
func (v *Vision) Group(ids []string, together bool) (plan.Changes, error) {
	return run2(v.k, house.GroupPieces, ids, together)
}

// Lock holds pieces where they are, or lets them move again.
func (v *Vision) Lock(ids []string, locked bool) (plan.Changes, error) {
	return run2(v.k, house.LockPieces, ids, locked)
}

// Order puts pieces in front of another one; an empty id puts them at the back.
func (v *Vision) Order(ids []string, afterID string) (plan.Changes, error) {
	return run2(v.k, house.OrderPieces, ids, afterID)
}

// Remove takes pieces off their board.
func (v *Vision) Remove(ids []string) (plan.Changes, error) {
	return run1(v.k, house.RemovePieces, ids)
}

// WakeUp makes real what a wake-up card was answered.
func (v *Vision) WakeUp(in workspace.Woken) (plan.Changes, error) {
	return run1(v.k, house.WakeUp, in)
}
