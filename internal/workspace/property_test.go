package workspace

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cairn/internal/plan"
)

// whole checks what no edit may ever break: every item stands in a plan that
// is there, below an item of the same plan, on no more than MaxDepth levels, in
// no circle, as a kind that fits; siblings have different ranks, and all items
// of a plan different priorities, also those in the trash; every plan has a
// column for each usual state, and no item is in one of another plan.
func (b *bundle) whole() {
	b.TB.Helper()
	for _, i := range b.mirror.items {
		if _, here := b.mirror.plans[i.PlanID]; !here {
			b.TB.Fatalf("%s is in no plan", i.Title)
		}
		level, parent := 1, plan.Item{}
		for up := i; up.ParentID != ""; level++ {
			above, here := b.mirror.items[up.ParentID]
			if !here || above.PlanID != i.PlanID || level > plan.MaxDepth {
				b.TB.Fatalf("%s does not stand in the tree", i.Title)
			}
			if parent.ID == "" {
				parent = above
			}
			up = above
		}
		if err := plan.KindFits(i.Kind, parent.Kind); err != nil {
			b.TB.Fatalf("%s: %v", i.Title, err)
		}
	}
	if n := b.count(`SELECT count(*) FROM (SELECT 1 FROM item GROUP BY plan_id, parent_id, rank HAVING count(*) > 1)`); n > 0 {
		b.TB.Fatalf("%d ranks are not unique", n)
	}
	if n := b.count(`SELECT count(*) FROM (SELECT 1 FROM item GROUP BY plan_id, priority HAVING count(*) > 1)`); n > 0 {
		b.TB.Fatalf("%d priorities are not unique", n)
	}
	if n := b.count(`SELECT count(*) FROM (SELECT 1 FROM board_column GROUP BY plan_id, rank HAVING count(*) > 1)`); n > 0 {
		b.TB.Fatalf("%d ranks of columns are not unique", n)
	}
	if n := b.count(`SELECT count(*) FROM plan WHERE 4 > (SELECT count(DISTINCT state) FROM board_column
		WHERE plan_id = plan.id AND state IN ('todo', 'doing', 'waiting', 'done'))`); n > 0 {
		b.TB.Fatalf("%d plans lack a column", n)
	}
	if n := b.count(`SELECT count(*) FROM item JOIN board_column AS c ON c.id = column_id WHERE c.plan_id <> item.plan_id`); n > 0 {
		b.TB.Fatalf("%d items are in a column of another plan", n)
	}
	if n := b.count(`SELECT count(*) FROM item JOIN item AS up ON up.id = item.parent_id WHERE up.plan_id <> item.plan_id`); n > 0 {
		b.TB.Fatalf("%d items are in another plan than their parents", n)
	}
	if n := b.count(`SELECT count(*) FROM pragma_foreign_key_check`); n > 0 {
		b.TB.Fatalf("%d rows point nowhere", n)
	}
	b.indexed()
}

// TestAnyEdits does random edits, and undoes and redoes some. After each the
// tree is whole, and the page knows what there is by the changes alone. In the
// end, undoing everything leads to the start and redoing it to the end.
func TestAnyEdits(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBundle(checked{t, r})
		defer b.shut()
		start := b.mirror.plain()
		h := newHand(b.TB, b.Workspace, b.mirror, throws{r})
		for range rapid.IntRange(1, 40).Draw(r, "edits") {
			name, do := h.choose()
			c, err := do(b.ctx())
			if err != nil && plan.CodeOf(err) == plan.Internal {
				r.Fatalf("%s: %v", name, err)
			}
			if err == nil {
				h.took(name, c)
				b.agrees()
			}
			b.whole()
		}
		b.restart()
		for b.mirror.redo.Op != "" {
			b.ok(b.Redo(b.ctx()))
		}
		end := b.mirror.plain()
		for b.mirror.undo.Op != "plan_add" || len(b.mirror.plans) > 1 {
			b.ok(b.Undo(b.ctx()))
		}
		if got := b.mirror.plain(); got != start {
			r.Fatalf("undo led to\n%s\nnot to\n%s", got, start)
		}
		for b.mirror.redo.Op != "" {
			b.ok(b.Redo(b.ctx()))
		}
		if got := b.mirror.plain(); got != end {
			r.Fatalf("redo led to\n%s\nnot to\n%s", got, end)
		}
	})
}

// plain is text without the next steps and the plan shown.
func (m *mirror) plain() string {
	text := m.text()
	return text[:strings.LastIndex(text, "\nundo ")]
}

// checked lets a bundle fail a check of rapid instead of the test.
type checked struct {
	*testing.T
	r *rapid.T
}

func (c checked) Fatal(args ...any)                 { c.r.Fatal(args...) }
func (c checked) Fatalf(format string, args ...any) { c.r.Fatalf(format, args...) }
func (c checked) Cleanup(func())                    {} // each check shuts its own bundle

// throws are dice that rapid knows, and can throw again.
type throws struct{ *rapid.T }

func (d throws) IntN(n int) int {
	faces := make([]int, n)
	for i := range faces {
		faces[i] = i
	}
	return rapid.SampledFrom(faces).Draw(d.T, "throw")
}
