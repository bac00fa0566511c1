package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestSet(t *testing.T) {
	type edit func(b *bundle, ids []string) (plan.Changes, error)
	both := func(ids map[string]string) []string { return []string{ids["Write"], ids["Print"]} }
	for name, set := range map[string]struct {
		do    edit
		shows func(plan.Item) bool
		wrong edit
		code  plan.Code
		key   string
	}{
		"state": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetState(b.ctx(), ids, plan.Waiting) },
			shows: func(i plan.Item) bool { return i.State == plan.Waiting },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) { return b.SetState(b.ctx(), ids, "lost") },
			code:  plan.Invalid, key: "error.state_unknown",
		},
		"due": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetDue(b.ctx(), ids, "2028-02-29") },
			shows: func(i plan.Item) bool { return i.Due == "2028-02-29" },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) { return b.SetDue(b.ctx(), ids, "2026-02-29") },
			code:  plan.Invalid, key: "error.date_invalid",
		},
		"estimate": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetEstimate(b.ctx(), ids, 90) },
			shows: func(i plan.Item) bool { return i.EstimateMin == 90 },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) { return b.SetEstimate(b.ctx(), ids, -1) },
			code:  plan.Invalid, key: "error.estimate_range",
		},
		"spent": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetSpent(b.ctx(), ids, 90) },
			shows: func(i plan.Item) bool { return i.SpentMin == 90 },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) { return b.SetSpent(b.ctx(), ids, -1) },
			code:  plan.Invalid, key: "error.estimate_range",
		},
		"draft": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetDraft(b.ctx(), ids, true) },
			shows: func(i plan.Item) bool { return i.Draft },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) {
				return b.SetDraft(b.ctx(), append(ids, "x"), true)
			},
			code: plan.NotFound, key: "error.item_gone",
		},
		"is_action": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetIsAction(b.ctx(), ids, true) },
			shows: func(i plan.Item) bool { return i.IsAction },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) {
				return b.SetIsAction(b.ctx(), append(ids, "x"), true)
			},
			code: plan.NotFound, key: "error.item_gone",
		},
		"area": {
			do:    func(b *bundle, ids []string) (plan.Changes, error) { return b.SetArea(b.ctx(), ids, b.play()) },
			shows: func(i plan.Item) bool { return i.AreaID != "" },
			wrong: func(b *bundle, ids []string) (plan.Changes, error) { return b.SetArea(b.ctx(), ids, "x") },
			code:  plan.NotFound, key: "error.area_gone",
		},
	} {
		t.Run(name+" is set on several items in one step, and only once", func(t *testing.T) {
			b := newBundle(t)
			ids := both(b.book())
			was := b.item(ids[0])
			c := b.ok(set.do(b, ids))
			for _, id := range ids {
				if !set.shows(b.item(id)) || b.item(id).ChangedAt == was.ChangedAt {
					t.Fatalf("%+v", b.item(id))
				}
			}
			if c.Undo != (plan.StepName{Op: name, Kind: plan.Goal, Count: 2}) || len(c.Items) != 2 {
				t.Fatalf("%+v", c)
			}
			b.same(set.do(b, ids))
			b.ok(b.Undo(b.ctx()))
			if set.shows(b.item(ids[0])) || b.item(ids[0]).ChangedAt != was.ChangedAt {
				t.Fatalf("undo left %+v", b.item(ids[0]))
			}
		})
		t.Run(name+" refuses what is not allowed, and items that are gone", func(t *testing.T) {
			b := newBundle(t)
			all := b.book()
			ids := both(all)
			b.refused(set.code, set.key)(set.wrong(b, ids))
			b.ok(b.DeleteItems(b.ctx(), []string{all["Write"]}))
			b.refused(plan.NotFound, "error.item_gone")(set.do(b, ids))
			b.refused(plan.NotFound, "error.item_gone")(set.do(b, []string{all["Draft"]}))
			b.same(set.do(b, nil))
		})
	}
	t.Run("an empty date and an empty area take them away", func(t *testing.T) {
		b := newBundle(t)
		ids := both(b.book())
		b.ok(b.SetDue(b.ctx(), ids, "2026-03-13"))
		b.ok(b.SetArea(b.ctx(), ids, b.play()))
		b.ok(b.SetDue(b.ctx(), ids, ""))
		b.ok(b.SetArea(b.ctx(), ids, ""))
		if i := b.item(ids[0]); i.Due != "" || i.AreaID != "" {
			t.Fatalf("%+v", i)
		}
	})
	t.Run("items of different kinds are a step of no kind", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.SetState(b.ctx(), []string{ids["Write"], ids["Draft"], ids["Write"]}, plan.Done))
		if c.Undo != (plan.StepName{Op: "state", Count: 2}) {
			t.Fatalf("%+v", c.Undo)
		}
	})
}

// play is the id of the life area of that name.
func (b *bundle) play() string {
	b.TB.Helper()
	for _, a := range b.mirror.areas {
		if a.Hue == "play" {
			return a.ID
		}
	}
	b.TB.Fatal("there is no such life area")
	return ""
}

func TestSetDates(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	one, two := ids["Chapter 1"], ids["Chapter 2"]
	dates := func(id string) string {
		i := b.item(id)
		return strings.TrimSpace(strings.Join([]string{i.Start, i.Due, string(i.DueKind), i.FirstDue}, " "))
	}
	c := b.ok(b.SetDates(b.ctx(), []plan.Dates{
		{ID: one, Start: "2026-03-02", Due: "2026-03-06"},
		{ID: two, Start: "2026-03-01", Due: "2026-05-31", Kind: plan.SoftDue},
	}))
	if dates(one) != "2026-03-02 2026-03-06  2026-03-06" || dates(two) != "2026-03-01 2026-05-31 soft 2026-05-31" {
		t.Fatalf("%q and %q", dates(one), dates(two))
	}
	if c.Undo.Op != "dates" || c.Undo.Count != 2 {
		t.Errorf("the step is %+v", c.Undo)
	}
	b.same(b.SetDates(b.ctx(), []plan.Dates{{ID: one, Start: "2026-03-02", Due: "2026-03-06"}}))
	b.ok(b.SetDue(b.ctx(), []string{one, two}, "2026-03-01"))
	if dates(one) != "2026-03-01  2026-03-06" || dates(two) != "2026-03-01  2026-05-31" {
		t.Errorf("a date alone left %q and %q", dates(one), dates(two))
	}
	b.ok(b.SetDue(b.ctx(), []string{one}, ""))
	if dates(one) != "2026-03-06" {
		t.Errorf("no date left %q", dates(one))
	}
	b.refused(plan.Invalid, "error.dates_order")(b.SetDates(b.ctx(), []plan.Dates{
		{ID: two, Due: "2026-03-03"}, {ID: one, Start: "2026-03-03", Due: "2026-03-02"},
	}))
	b.refused(plan.NotFound, "error.item_gone")(b.SetDates(b.ctx(), []plan.Dates{{ID: "x", Due: "2026-03-03"}}))
	for range 3 {
		b.ok(b.Undo(b.ctx()))
	}
	if dates(one) != "" || dates(two) != "" {
		t.Errorf("undo left %q and %q", dates(one), dates(two))
	}
}

func TestDoneAt(t *testing.T) {
	b := newBundle(t)
	ids := b.cards("Type Check")
	at := func() string { return b.item(ids["Type"]).DoneAt }
	b.ok(b.SetState(b.ctx(), []string{ids["Type"]}, plan.Done))
	first := at()
	if first == "" || first != b.item(ids["Type"]).ChangedAt {
		t.Fatalf("done at %q, changed at %q", first, b.item(ids["Type"]).ChangedAt)
	}
	b.ok(b.SetEstimate(b.ctx(), []string{ids["Type"]}, 20))
	b.move(b.column(plan.Done), ids["Check"], ids["Type"])
	if at() != first {
		t.Errorf("what is done already is done again, at %q", at())
	}
	b.move(b.column(plan.Doing), "", ids["Type"])
	if at() != "" {
		t.Errorf("what is no longer done was done at %q", at())
	}
	shipped := b.addColumn("Shipped", plan.Done, b.column(plan.Done))
	b.move(shipped, "", ids["Type"])
	if at() <= first {
		t.Errorf("done again at %q, before at %q", at(), first)
	}
	b.ok(b.SetColumn(b.ctx(), ColumnEdit{ID: shipped, Name: "Shipped", State: plan.Parked}))
	if at() != "" {
		t.Errorf("its column stands for parked, and it is done at %q", at())
	}
	for range 4 { // the column, the card there, the new column, the card elsewhere
		b.ok(b.Undo(b.ctx()))
	}
	if at() != first {
		t.Errorf("undo led to %q, not %q", at(), first)
	}
}
