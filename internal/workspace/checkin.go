package workspace

import (
	"context"
	"maps"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewCheckin is what was seen when somebody looked how it goes, and what becomes
// of it. Body is the check-in (plan.Checkin), of a plan or of an item and of a
// day; what is said again of the same day is the same one.
type NewCheckin struct {
	Body plan.Body `json:"body"`
	// Says is what was measured, how a vision felt, what was done of a routine: each
	// is of the day of the check-in.
	Says []AspectEdit `json:"says"`
	// Version is why the plan is tweaked or pivots; its plan follows from the check-in.
	Version NewVersion `json:"version"`
	// Rests are the items that are parked or let go, as the check-in ends.
	Rests []string `json:"rests"`
}

// CheckIn keeps a check-in with all that becomes of it, as one step: what was
// measured and felt, the plan as it was before it is changed (R85, R94, R95), and
// what rests from now on. Focus is the check-in.
func (w *Workspace) CheckIn(ctx context.Context, in NewCheckin) (plan.Changes, error) {
	return w.transact(ctx, "checkin", "", func(e *edit) error {
		planID, err := e.lookedAt(in.Body)
		if err != nil {
			return err
		}
		if err := e.say(AspectEdit{Kind: plan.Checkin, Body: in.Body}); err != nil {
			return err
		}
		id := e.focus
		if err := e.sayWith(id, in); err != nil {
			return err
		}
		if err := e.end(id, planID, in); err != nil {
			return err
		}
		e.doneTo(string(plan.Checkin))
		e.focus, e.count = id, 1
		return nil
	})
}

// lookedAt is the plan that a check-in is of, or its item is in.
func (e *edit) lookedAt(body plan.Body) (planID string, err error) {
	planID, _ = body["planId"].(string)
	itemID, _ := body["itemId"].(string)
	if (planID == "") == (itemID == "") {
		return "", plan.Refuse(plan.Invalid, "error.checkin_whose")
	}
	if planID != "" {
		return planID, e.planIsHere(planID)
	}
	if err := e.onOne(itemID); err != nil {
		return "", err
	}
	l, err := e.lineage(itemID)
	return l[itemID].PlanID, err
}

// sayWith says what came with a check-in.
func (e *edit) sayWith(id string, in NewCheckin) error {
	for _, says := range in.Says {
		body := plan.Body{}
		maps.Copy(body, says.Body)
		body["on"] = in.Body["on"]
		says.ID, says.Body = "", body
		if says.Kind == plan.Entry {
			body["fromId"] = id
			known, err := e.enteredWith(says)
			if err != nil {
				return err
			}
			says.ID = known
		} else if says.Kind != plan.Rated && says.Kind != plan.Log {
			return plan.Refuse(plan.Invalid, "error.checkin_says")
		}
		if err := e.say(says); err != nil {
			return err
		}
	}
	return nil
}

// enteredWith is the entry that its measure has from the same check-in, so that
// one said again is not there twice; "" = none.
func (e *edit) enteredWith(says AspectEdit) (id string, err error) {
	beside, err := e.beside(plan.Entry, says.ItemID)
	for _, one := range beside {
		if one.Body["fromId"] == says.Body["fromId"] && one.Body["measureId"] == says.Body["measureId"] {
			id = one.ID
		}
	}
	return id, err
}

// end does what a check-in ends with.
func (e *edit) end(id, planID string, in NewCheckin) error {
	ending, _ := in.Body["ending"].(string)
	switch ending {
	case "tweak", "pivot":
		return e.keepFor(id, planID, in.Version)
	case "pause":
		return e.rest(in.Rests, plan.Parked)
	case "letgo":
		return e.rest(in.Rests, plan.LetGo)
	default:
		return nil
	}
}

// keepFor keeps the plan as it is before a check-in changes it. Who looks again on
// the same day, and says nothing new of it, has one already.
func (e *edit) keepFor(id, planID string, version NewVersion) error {
	known, err := e.aspect(id)
	if err != nil {
		return err
	}
	if known.Body["versionId"] != nil && plan.Blank(version.Changed) {
		return nil
	}
	version.PlanID = planID
	kept, err := e.keepVersion(version)
	if err != nil {
		return err
	}
	return e.setAspect(known, plan.Body{"versionId": kept})
}

func (e *edit) rest(ids []string, state plan.State) error {
	return e.on(ids, func() error {
		return e.q.ItemSetState(e.ctx, query.ItemSetStateParams{State: string(state), Now: e.now, Ids: list(ids)})
	})
}
