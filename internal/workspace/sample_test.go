package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
	"cairn/internal/sample"
)

func TestAddSample(t *testing.T) {
	for _, name := range sample.Names() {
		t.Run(name+" becomes a plan in one step, and goes in one", func(t *testing.T) {
			b := newBundle(t)
			tree, err := sample.Load(name, "2026-03-02")
			if err != nil {
				t.Fatal(err)
			}
			before := b.mirror.text()
			c := b.ok(b.AddSample(b.ctx(), tree))
			if len(c.Items) != len(tree.Items) || len(c.Links) != len(tree.Links) || len(c.Pieces) == 0 || c.Show != c.Plans[0].ID {
				t.Fatalf("%d items and %d links", len(c.Items), len(c.Links))
			}
			b.whole()
			b.ok(b.Undo(b.ctx()))
			b.mirror.redo = plan.StepName{}
			if b.mirror.text() != before {
				t.Fatalf("undo led to\n%s\nnot to\n%s", b.mirror.text(), before)
			}
			b.ok(b.Redo(b.ctx()))
		})
		t.Run(name+" keeps what is written on each item, and their order", func(t *testing.T) {
			b := newBundle(t)
			tree, err := sample.Load(name, "2026-03-02")
			if err != nil {
				t.Fatal(err)
			}
			c := b.ok(b.AddSample(b.ctx(), tree))
			areas := map[string]string{"": ""}
			for _, a := range b.mirror.areas {
				areas[a.ID] = a.Hue
			}
			last := map[string]string{}
			for i, n := range tree.Items {
				got := c.Items[i]
				if got.Title != n.Title || got.Kind != n.Kind || got.State != n.State || got.Due != n.Due ||
					got.EstimateMin != n.EstimateMin || n.State == plan.Done && !strings.HasPrefix(got.DoneAt, n.Due) || areas[got.AreaID] != n.Area || len(got.TagIDs) != len(n.Tags) ||
					got.Why != n.Why || got.What != n.What || got.DoneWhen != n.DoneWhen || got.Notes != n.Notes || got.Draft != n.Draft {
					t.Fatalf("%+v became %+v", n, got)
				}
				if got.Rank <= last[got.ParentID] {
					t.Fatalf("%s is out of order", got.Title)
				}
				last[got.ParentID] = got.Rank
			}
		})
	}
}

func TestSampleSays(t *testing.T) {
	b := newBundle(t)
	tree, err := sample.Load("book", "2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	c := b.ok(b.AddSample(b.ctx(), tree))
	titles, said := map[string]string{}, map[plan.AspectKind]plan.Aspect{}
	for _, i := range c.Items {
		titles[i.ID] = i.Title
	}
	for _, a := range c.Aspects {
		said[a.Kind] = a
	}
	entry, measure := said[plan.Entry], said[plan.Measure]
	if entry.Body["measureId"] != measure.ID || entry.Body["on"] != "2026-02-25" {
		t.Errorf("the entry is %+v, the measure %+v", entry, measure)
	}
	if got := titles[measure.ItemID]; got != "Finish a manuscript I would sign" {
		t.Errorf("the measure is one of %q", got)
	}
	if said[plan.Strategy].Body["barrierId"] != said[plan.Barrier].ID {
		t.Errorf("the strategy is %+v", said[plan.Strategy])
	}
}
