package app

import (
	"context"

	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// Items edits what a person plans. Every call is one durable undo step and
// answers with what it changed.
type Items struct{ k *keep }

// NewLink joins two items: From serves To, or comes after it.
type NewLink struct {
	From string        `json:"from"`
	To   string        `json:"to"`
	Kind plan.LinkKind `json:"kind"`
}

// Add makes an item at a place; its kind follows the level unless one is named.
// Focus is the new item.
func (i *Items) Add(in workspace.NewItem) (plan.Changes, error) {
	return run1(i.k, house.AddItem, in)
}

// AddAbove puts something new between an item and what it stands below: what it
// is done for. Focus is the new item.
func (i *Items) AddAbove(in workspace.Above) (plan.Changes, error) {
	return run1(i.k, house.AddAbove, in)
}

// SetTitle writes a title. What is typed in one visit to the field is one step.
func (i *Items) SetTitle(in workspace.TextEdit) (plan.Changes, error) {
	return run1(i.k, house.SetTitle, in)
}

// SetText writes one of the long texts: why, what, doneWhen or notes.
func (i *Items) SetText(in workspace.TextEdit) (plan.Changes, error) {
	return run1(i.k, house.SetText, in)
}

// Move hangs items elsewhere, with everything below them.
func (i *Items) Move(in workspace.Move) (plan.Changes, error) {
	return run1(i.k, house.MoveItems, in)
}

// Copy makes a second of each item and of everything below it.
func (i *Items) Copy(in workspace.Move) (plan.Changes, error) {
	return run1(i.k, house.CopyItems, in)
}

// Paste turns an indented or Markdown list into items. Focus is the first.
func (i *Items) Paste(in workspace.Paste) (plan.Changes, error) {
	return run1(i.k, house.PasteText, in)
}

// SetState says how items stand.
func (i *Items) SetState(ids []string, state plan.State) (plan.Changes, error) {
	return run2(i.k, house.SetState, ids, state)
}

// SetKind makes items into goals, steps, or any kind that fits where they are.
func (i *Items) SetKind(ids []string, kind plan.Kind) (plan.Changes, error) {
	return run2(i.k, house.SetKind, ids, kind)
}

// Raise makes an item a goal or a milestone, higher up where it may not be one here.
func (i *Items) Raise(id string, kind plan.Kind) (plan.Changes, error) {
	return run2(i.k, house.RaiseItem, id, kind)
}

// SetDue gives items a civil date (YYYY-MM-DD); an empty one takes it away.
func (i *Items) SetDue(ids []string, date string) (plan.Changes, error) {
	return run2(i.k, house.SetDue, ids, date)
}

// SetDates gives items their dates: start, due and how that is meant.
func (i *Items) SetDates(dates []plan.Dates) (plan.Changes, error) {
	return run1(i.k, house.SetDates, dates)
}

// SetEstimate says how many minutes items will take; 0 is unknown.
func (i *Items) SetEstimate(ids []string, minutes int) (plan.Changes, error) {
	return run2(i.k, house.SetEstimate, ids, minutes)
}

// SetSpent says how many minutes items took; 0 is unknown.
func (i *Items) SetSpent(ids []string, minutes int) (plan.Changes, error) {
	return run2(i.k, house.SetSpent, ids, minutes)
}

// SetArea puts items into a life area; an empty id takes them out.
func (i *Items) SetArea(ids []string, areaID string) (plan.Changes, error) {
	return run2(i.k, house.SetArea, ids, areaID)
}

// AddTag hangs a tag on items, a new one if the name is new.
func (i *Items) AddTag(ids []string, name string) (plan.Changes, error) {
	return run2(i.k, house.AddTag, ids, name)
}

// RemoveTag takes a tag off items.
func (i *Items) RemoveTag(ids []string, tagID string) (plan.Changes, error) {
	return run2(i.k, house.RemoveTag, ids, tagID)
}

// SetDraft marks items as not yet agreed.
func (i *Items) SetDraft(ids []string, draft bool) (plan.Changes, error) {
	return run2(i.k, house.SetDraft, ids, draft)
}

// SetIsAction keeps that items are actions, whatever the lens reads in them.
func (i *Items) SetIsAction(ids []string, is bool) (plan.Changes, error) {
	return run2(i.k, house.SetIsAction, ids, is)
}

// mass is how many items at once are so many that a backup is made before.
const mass = 20

// Delete puts items into the trash, with everything below them.
func (i *Items) Delete(ids []string) (plan.Changes, error) {
	if len(ids) >= mass {
		i.k.beforeRisk()
	}
	return run1(i.k, house.DeleteItems, ids)
}

// Restore takes items out of the trash: to a place, or where they were.
func (i *Items) Restore(in workspace.Move) (plan.Changes, error) {
	return run1(i.k, house.RestoreItems, in)
}

// AddLink joins two items beside the tree.
func (i *Items) AddLink(in NewLink) (plan.Changes, error) {
	return run(i.k, func(w house, ctx context.Context) (plan.Changes, error) {
		return w.AddLink(ctx, in.From, in.To, in.Kind)
	})
}

// Weave puts an item, a new one or one that is there, into the flow of its plan:
// its place in the order, and who waits for whom, at once.
func (i *Items) Weave(in workspace.Weave) (plan.Changes, error) {
	return run1(i.k, house.WeaveItem, in)
}

// SetLag says how many days lie between the end of what is waited for and the
// beginning of what waits.
func (i *Items) SetLag(id string, days int) (plan.Changes, error) {
	return run2(i.k, house.SetLag, id, days)
}

// SetWeight says how much a step counts in what else it serves.
func (i *Items) SetWeight(id string, weight float64) (plan.Changes, error) {
	return run2(i.k, house.SetWeight, id, weight)
}

// RemoveLink parts them again.
func (i *Items) RemoveLink(id string) (plan.Changes, error) {
	return run1(i.k, house.RemoveLink, id)
}
