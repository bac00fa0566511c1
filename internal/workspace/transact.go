package workspace

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"cairn/db/query"
	"cairn/internal/journal"
	"cairn/internal/plan"
)

// instant is how an instant is written down: RFC 3339 in UTC, of one width, so
// that instants sort as text.
const instant = "2006-01-02T15:04:05.000Z"

// edit is one transaction on behalf of the open client. kind and count say
// what it was done to (a kind only if all are of that one), focus is the item
// that the hand should find, show the plan.
type edit struct {
	ctx    context.Context //nolint:containedctx // an edit lives as long as its call
	q      *query.Queries
	client string
	now    string
	kind   plan.Kind
	count  int
	focus  string
	show   string
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
	err := w.write(ctx, func(_ *sql.Tx, e *edit) (err error) {
		changes, err = e.record(op, merge, do)
		return err
	})
	if errors.Is(err, errSame) {
		return w.unchanged(ctx)
	}
	if err != nil {
		return plan.Changes{}, fmt.Errorf("%s: %w", op, err)
	}
	return changes, nil
}

// record does an edit as one step of the journal. An edit that touched nothing
// is errSame.
func (e *edit) record(op, merge string, do func(*edit) error) (plan.Changes, error) {
	rec, err := journal.Begin(e.ctx, e.q, journal.Step{Client: e.client, Op: op, Merge: merge, At: e.now})
	if err != nil {
		return plan.Changes{}, err
	}
	if err := do(e); err != nil {
		return plan.Changes{}, err
	}
	rows, err := e.touched(rec.Step.Seq, rec.After)
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
	step, err := rec.End(e.ctx, e.q, string(e.kind), e.count)
	changes.Undo, changes.Focus, changes.Show = stepName(step), e.focus, e.show
	return changes, err
}

// write runs one transaction, recorded or not. Nobody can cancel it half way.
func (w *Workspace) write(ctx context.Context, do func(*sql.Tx, *edit) error) error {
	ctx = context.WithoutCancel(ctx)
	tx, err := w.vault.Write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // does nothing after Commit
	if err := do(tx, w.edit(ctx, w.q.WithTx(tx))); err != nil {
		return err
	}
	return tx.Commit()
}

func (w *Workspace) edit(ctx context.Context, q *query.Queries) *edit {
	return &edit{ctx: ctx, q: q, client: w.client, now: stamp(w.now()), count: 1}
}

// unchanged is the answer of an edit that changed nothing.
func (w *Workspace) unchanged(ctx context.Context) (plan.Changes, error) {
	return w.edit(ctx, query.New(w.vault.Read)).named(noChanges())
}

func stamp(t time.Time) string { return t.UTC().Format(instant) }

func gone(key string) error { return plan.Refuse(plan.NotFound, key) }
