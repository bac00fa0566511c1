package workspace

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

// bundle is a new vault with an open client and one empty plan, and a clock
// that moves a second at each look.
type bundle struct {
	*testing.T
	*Workspace
	path  string
	vault *db.DB
	clock time.Time
	plan  string
}

func newBundle(t *testing.T) *bundle {
	t.Helper()
	b := &bundle{T: t, path: filepath.Join(t.TempDir(), "vault.cairn"), clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	var err error
	if b.vault, err = db.Create(b.path); err != nil {
		t.Fatal(err)
	}
	b.openWorkspace()
	t.Cleanup(b.close)
	b.plan = b.ok(b.AddPlan(b.ctx(), "Publish a book", plan.Me)).Plans[0].ID
	return b
}

func (b *bundle) ctx() context.Context { return b.T.Context() }

func (b *bundle) now() time.Time {
	b.clock = b.clock.Add(time.Second)
	return b.clock
}

func (b *bundle) openWorkspace() {
	b.T.Helper()
	w, err := Open(context.Background(), b.vault, b.now)
	if err != nil {
		b.T.Fatal(err)
	}
	b.Workspace = w
}

func (b *bundle) close() {
	if err := b.Workspace.Close(); err != nil {
		b.T.Error(err)
	}
	if err := b.vault.Close(); err != nil {
		b.T.Error(err)
	}
}

// reopen closes the file and opens it again, as a restart does.
func (b *bundle) restart() {
	b.T.Helper()
	b.close()
	var err error
	if b.vault, err = db.Open(b.path); err != nil {
		b.T.Fatal(err)
	}
	b.openWorkspace()
}

func (b *bundle) ok(c plan.Changes, err error) plan.Changes {
	b.T.Helper()
	if err != nil {
		b.T.Fatal(err)
	}
	return c
}
