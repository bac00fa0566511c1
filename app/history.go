package app

import "cairn/internal/plan"

// History takes steps back and does them again. Its stack is the client's own
// and outlives the program.
type History struct{ k *keep }

// Undo takes back the newest step.
func (h *History) Undo() (plan.Changes, error) { return run(h.k, house.Undo) }

// Redo does the step that was taken back last again.
func (h *History) Redo() (plan.Changes, error) { return run(h.k, house.Redo) }
