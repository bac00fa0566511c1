package workspace

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"cairn/db"
	"cairn/db/query"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// takeback is the step that brings in what came back. In it an item may have been
// moved out of one that the other side laid in the trash, with all below it.
const takeback = "takeback"

// Difference is what both sides did to one thing and does not go together.
type Difference = merge.Difference

// Returned is a vault that came back, as it compares with what is here. New, Changed
// and Removed are how many things came with it; Differences are what both sides
// changed differently, and wait for a choice.
type Returned struct {
	Token       string       `json:"token"`
	New         int          `json:"new"`
	Changed     int          `json:"changed"`
	Removed     int          `json:"removed"`
	Differences []Difference `json:"differences"`
}

// arrival is a vault that came back and was looked at.
type arrival struct {
	vault *db.DB // a copy of it
	id    string // of the handover
	seen  Returned
}

// LookAtReturn compares a vault in which the open client left with what is here. Nothing
// is changed, neither here nor there. A vault that did not leave from here, or in
// which somebody else left, is refused. Whoever calls holds the door of path.
func (w *Workspace) LookAtReturn(ctx context.Context, path string) (seen Returned, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.forgetReturn(); err != nil {
		return seen, err
	}
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return seen, err
	}
	came := arrival{}
	if came.vault, err = w.vault.Returned(path); err != nil {
		return seen, fmt.Errorf("look at return: %w", err)
	}
	w.came = &came
	if err := e.compare(&came, w.vault.Read); err != nil {
		return seen, errors.Join(fmt.Errorf("look at return: %w", err), w.forgetReturn())
	}
	return came.seen, nil
}

// compare finds the handover of a vault that came back, and tells how it compares.
func (e *edit) compare(came *arrival, here query.DBTX) (err error) {
	came.id, err = query.New(came.vault.Read).SettingGet(e.ctx, handedOver)
	if errors.Is(err, sql.ErrNoRows) {
		return plan.Refuse(plan.NotFound, "error.return_unknown")
	}
	if err != nil {
		return err
	}
	sides, err := e.sides(came, here)
	if err != nil {
		return err
	}
	result, err := merge.Merge(sides, nil)
	came.seen = Returned{
		Token: newID(), New: result.New, Changed: result.Changed, Removed: result.Removed,
		Differences: append([]Difference{}, result.Differences...),
	}
	return err
}

// sides are the three that are compared: here is what is read from.
func (e *edit) sides(came *arrival, here query.DBTX) (s merge.Sides, err error) {
	left, err := e.q.HandoverGet(e.ctx, came.id)
	if errors.Is(err, sql.ErrNoRows) {
		return s, plan.Refuse(plan.NotFound, "error.return_unknown")
	}
	if err != nil {
		return s, err
	}
	if left.Handover.ClientID != e.client {
		return s, plan.Refuse(plan.Conflict, "error.return_other")
	}
	base, err := unpack(left.Rows)
	if err != nil {
		return s, err
	}
	ours, err := db.ReadRows(e.ctx, here, e.client)
	if err != nil {
		return s, err
	}
	theirs, err := db.ReadRows(e.ctx, came.vault.Read, e.client)
	if err == nil && len(theirs["client"]) == 0 { // nobody's plans are not plans that were taken away
		err = errDamaged
	}
	if err != nil {
		return s, err
	}
	s.Base, err = merge.Read(base)
	for side, rows := range map[*merge.Rows]db.Rows{&s.Ours: ours, &s.Theirs: theirs} {
		var bad error
		*side, bad = merge.Read(rows)
		err = errors.Join(err, bad)
	}
	return s, err
}

// TakeBack brings in what came with the vault that was looked at last, as one step.
// theirs are the differences in which what is there counts; in all others what is
// here stays. What is there is what both sides know from then on. token is that of
// what was Returned; where something was changed meanwhile, it has to be looked at again.
func (w *Workspace) TakeBack(ctx context.Context, token string, theirs []string) (plan.Changes, error) {
	changes, err := w.transact(ctx, takeback, "", func(e *edit) error {
		if err := e.alone(); err != nil {
			return err
		}
		if w.came == nil || w.came.seen.Token != token {
			return plan.Refuse(plan.NotFound, "error.return_gone")
		}
		sides, err := e.sides(w.came, w.pen.conn)
		if err != nil {
			return err
		}
		result, err := w.came.merged(sides, theirs)
		if err != nil {
			return err
		}
		return e.takeBack(w.came, sides, result, w.pen.conn)
	})
	if err != nil {
		return changes, err
	}
	_ = w.ForgetReturn(ctx) // what is left of the copy goes at the next start
	return changes, nil
}

// merged is what comes of both sides as it was chosen.
func (r *arrival) merged(sides merge.Sides, theirs []string) (merge.Result, error) {
	now, err := merge.Merge(sides, nil)
	if err != nil {
		return now, err
	}
	if !reflect.DeepEqual(append([]Difference{}, now.Differences...), r.seen.Differences) {
		return now, plan.Refuse(plan.Conflict, "error.return_meanwhile")
	}
	chosen := merge.Choices{}
	for _, id := range theirs {
		chosen[id] = true
	}
	return merge.Merge(sides, chosen)
}

func (e *edit) takeBack(came *arrival, sides merge.Sides, result merge.Result, to query.DBTX) error {
	there := vaultFiles{e, query.New(came.vault.Read)}
	if err := e.put(there, result, to); err != nil {
		return err
	}
	if err := e.nowKnown(came, sides, result); err != nil {
		return err
	}
	return e.showWhatIsLeft()
}

// put writes what came out of two sides, with the pictures and files that it speaks of.
func (e *edit) put(there manyFiles, result merge.Result, to query.DBTX) error {
	for _, rows := range []merge.Rows{result.Added, result.Set} {
		if err := sound(rows); err != nil {
			return err
		}
		if err := e.bringFiles(there, rows); err != nil {
			return err
		}
	}
	added, err := result.Added.Stored()
	if err != nil {
		return err
	}
	set, err := result.Set.Stored()
	if err != nil {
		return err
	}
	if err := db.PutRows(e.ctx, to, added, set, result.Gone); err != nil {
		return err
	}
	e.branches = true
	e.count = max(1, result.New+result.Changed+result.Removed)
	e.focus = cmp.Or(firstOf(result.Added["item"]), firstOf(result.Set["item"]))
	return nil
}

// nowKnown keeps what both sides know from now on.
func (e *edit) nowKnown(came *arrival, sides merge.Sides, result merge.Result) error {
	if reflect.DeepEqual(sides.Base, result.Met) {
		return nil
	}
	rows, err := result.Met.Stored()
	if err != nil {
		return err
	}
	state, err := e.keepState(rows)
	if err != nil {
		return err
	}
	return e.q.HandoverSetState(e.ctx, query.HandoverSetStateParams{StateID: state, ID: came.id})
}

// showWhatIsLeft shows another plan when the one that was shown is not there any more.
func (e *edit) showWhatIsLeft() error {
	last, err := e.recall("plan " + e.client)
	if err != nil || last == "" {
		return err
	}
	now, err := e.shown()
	if err != nil || now == last {
		return err
	}
	return e.showPlan(now)
}

func firstOf(rows map[string]merge.Row) string {
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		if rows[id].Text("trashed_at") == "" {
			return id
		}
	}
	return ""
}

// sound refuses rows that no Cairn has written.
func sound(put merge.Rows) error {
	for _, row := range put["client"] {
		if _, err := plan.CleanName(row.Text("name")); err != nil {
			return errDamaged
		}
	}
	for _, row := range put["item"] {
		if _, err := plan.CleanTitle(row.Text("title")); err != nil {
			return errDamaged
		}
	}
	for _, row := range put["aspect"] {
		kind := plan.AspectKind(row.Text("kind"))
		if plan.ValidAspect(kind, row.Text("item_id")) != nil {
			return errDamaged
		}
		if _, err := plan.MergeBody(kind, nil, row.Body()); err != nil {
			return errDamaged
		}
	}
	return nil
}

// errDamaged is the refusal of a vault that came back with something in it that
// cannot be.
var errDamaged = plan.Refuse(plan.Invalid, "error.return_damaged")

// ForgetReturn lets go of the vault that was looked at last.
func (w *Workspace) ForgetReturn(context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.forgetReturn()
}

func (w *Workspace) forgetReturn() error {
	came := w.came
	if w.came = nil; came == nil {
		return nil
	}
	return w.vault.Forget(came.vault)
}
