package workspace

import (
	"testing"

	"cairn/db/query"
	"cairn/internal/plan"
)

// A panic is a fault of ours. What it had written by then is taken back, and
// the vault goes on as if it had never been asked.
func TestAPanicInsideAnEdit(t *testing.T) {
	b := newBundle(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Fatal("the fault was swallowed")
			}
		}()
		_, _ = b.transact(b.ctx(), "add", "", func(e *edit) error {
			err := e.q.PlanSetName(e.ctx, query.PlanSetNameParams{Name: "Half", Now: e.now, ID: b.plan})
			if err != nil || b.count("SELECT count(*) FROM plan WHERE name = 'Half'") != 0 {
				t.Fatal("it was seen before it was done", err)
			}
			panic("lost")
		})
	}()

	b.agrees()
	if b.count("SELECT count(*) FROM plan WHERE name = 'Half'") != 0 {
		t.Error("half of it is there")
	}
	b.ok(b.AddItem(b.ctx(), NewItem{Place: plan.Place{PlanID: b.plan}, Title: "Go on"}))
	b.restart()
	if items := b.loaded().Items; len(items) != 1 || items[0].Title != "Go on" {
		t.Errorf("after it there are %+v", items)
	}
}
