package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"cairn/db"
	"cairn/db/query"
	"cairn/internal/journal"
	"cairn/internal/plan"
	"cairn/internal/seal"
)

// instant is how an instant is written down: RFC 3339 in UTC, of one width, so
// that instants sort as text.
const instant = "2006-01-02T15:04:05.000Z"

// edit is one transaction on behalf of the open client. kind and count say
// what it was done to (a kind only if all are of that one; of is one that is no
// kind of item, and counts more), focus is the item that the hand should find,
// show the plan.
type edit struct {
	ctx    context.Context // an edit lives as long as its call
	q      *query.Queries
	client string
	shared bool      // somebody looks on
	key    *seal.Key // of the private notes; nil as long as they are locked
	at     time.Time
	now    string // at, written down
	merge  string // what it merges with, as in transact
	kind   plan.Kind
	of     string
	count  int
	focus  string
	show   string

	branches bool // what is below a touched item may have come back with it (takeback.go)
}

// errSame says that an edit changed nothing and is no step.
var errSame = errors.New("nothing changed")

// transact is the one door for edits: one immediate transaction, one step of
// the journal named op, and what it touched. Steps with the same merge become
// one; "" never does. An edit that touched nothing leaves no trace.
func (w *Workspace) transact(ctx context.Context, op, merge string, do func(*edit) error) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	var changes plan.Changes
	try := func() error {
		return w.write(ctx, func(e *edit) (err error) {
			e.merge = merge
			if err = do(e); err == nil {
				changes, err = e.record(op, merge)
			}
			return err
		})
	}
	err := try()
	for takesAway(op) && isFull(err) && w.vault.Release() {
		err = try()
	}
	if errors.Is(err, errSame) {
		return w.unchanged(ctx)
	}
	if err != nil {
		return plan.Changes{}, fmt.Errorf("%s: %w", op, err)
	}
	return changes, nil
}

// takesAway is true for what one can do even on a full disk, out of the reserve: to
// delete.
func takesAway(op string) bool {
	switch op {
	case "delete", "aspect_remove", "column_delete", "piece_remove", "vision_board_remove":
		return true
	}
	return false
}

func isFull(err error) bool {
	problem := db.ProblemOf("", err)
	return problem != nil && problem.Code == db.Full
}

// doneTo says that an edit was done to something of a kind that is none of an
// item: an aspect, or a piece.
func (e *edit) doneTo(kind string) { e.of = kind }

// record makes a step of what an edit wrote, and tells what it touched. An edit
// that touched nothing is errSame.
func (e *edit) record(op, merge string) (plan.Changes, error) {
	rows, err := e.touched(0)
	if err != nil {
		return plan.Changes{}, err
	}
	if len(rows) == 0 {
		return plan.Changes{}, errSame
	}
	changes, err := e.gather(rows)
	if err != nil {
		return changes, err
	}
	step, err := journal.Record(e.ctx, e.q, journal.Step{
		Client: e.client, Op: op, Kind: cmp.Or(e.of, string(e.kind)), Count: e.count, Merge: merge, At: e.now,
		Private: onlyPrivate(rows),
	})
	if err != nil {
		return changes, err
	}
	if changes.Focus, changes.Show = e.focus, e.show; step.Private {
		return e.named(changes) // as if it had not been, to whoever looks on
	}
	changes.Undo = stepName(step)
	return changes, nil
}

// onlyPrivate is true for what no client sees. Only what came back with a client
// touches both: it is told as far as it is not private.
func onlyPrivate(rows []touchedRow) bool {
	return !slices.ContainsFunc(rows, func(r touchedRow) bool { return !isPrivate(r.Tbl) })
}

// write runs one transaction. Nobody can cancel it half way.
func (w *Workspace) write(ctx context.Context, do func(*edit) error) error {
	e := w.edit(context.WithoutCancel(ctx), w.pen.q)
	return w.pen.write(e.ctx, func() error { return do(e) })
}

// quietly runs one transaction that is no step of the journal.
func (w *Workspace) quietly(ctx context.Context, do func(*edit) error) error {
	return w.write(ctx, func(e *edit) error {
		return journal.Quietly(e.ctx, e.q, func() error { return do(e) })
	})
}

func (w *Workspace) edit(ctx context.Context, q *query.Queries) *edit {
	at := w.now()
	w.used = at
	return &edit{
		ctx: ctx, q: q, client: w.client, shared: w.shared, key: w.ring.open, at: at, now: stamp(at), count: 1,
	}
}

// unchanged is the answer of an edit that changed nothing.
func (w *Workspace) unchanged(ctx context.Context) (plan.Changes, error) {
	return w.edit(ctx, query.New(w.vault.Read)).named(noChanges())
}

func stamp(t time.Time) string { return t.UTC().Format(instant) }

func gone(key string) error { return plan.Refuse(plan.NotFound, key) }
