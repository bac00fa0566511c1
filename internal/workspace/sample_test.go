package workspace

import (
	"cmp"
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
					got.FirstDue != cmp.Or(n.FirstDue, n.Due) || got.SpentMin != n.SpentMin ||
					n.State == plan.Done && !strings.HasPrefix(got.DoneAt, cmp.Or(n.Done, n.Due)) ||
					got.EstimateMin != n.EstimateMin || areas[got.AreaID] != n.Area || len(got.TagIDs) != len(n.Tags) ||
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
	hash, _ := said[plan.Cover].Body["picture"].(string)
	if n := b.count("SELECT count(*) FROM picture WHERE hash = ?", hash); n != 1 {
		t.Errorf("the cover is %+v, of which there are %d pictures", said[plan.Cover], n)
	}
	looked := 0
	for _, a := range c.Aspects {
		if a.Kind == plan.Checkin && a.ItemID == "" && a.Body["planId"] == c.Items[0].PlanID {
			looked++
		}
		if from, _ := a.Body["fromId"].(string); a.Kind == plan.Entry && from != "" && b.mirror.said[from].Kind != plan.Checkin {
			t.Errorf("%v came with %+v", a.Body, b.mirror.said[from])
		}
	}
	if looked < 20 {
		t.Errorf("somebody looked %d times", looked)
	}
	if said[plan.Strategy].Body["barrierId"] != said[plan.Barrier].ID {
		t.Errorf("the strategy is %+v", said[plan.Strategy])
	}
}

func TestSampleSaysOfTheClient(t *testing.T) {
	load := func(name string) sample.Tree {
		t.Helper()
		tree, err := sample.Load(name, "2026-03-02")
		if err != nil {
			t.Fatal(err)
		}
		return tree
	}
	byName := func(b *bundle) map[string]plan.Aspect {
		named := map[string]plan.Aspect{}
		for _, a := range b.mirror.said {
			if name, _ := a.Body["name"].(string); a.Kind == plan.Value {
				if _, twice := named[name]; twice {
					t.Errorf("the value %q stands there twice", name)
				}
				named[name] = a
			}
		}
		return named
	}
	t.Run("its values carry its items, its priorities are among them", func(t *testing.T) {
		b := newBundle(t)
		c := b.ok(b.AddSample(b.ctx(), load("book")))
		values := byName(b)
		for _, a := range c.Aspects {
			value, _ := a.Body["valueId"].(string)
			if a.Kind == plan.Worth && b.mirror.said[value].Kind != plan.Value {
				t.Errorf("%+v serves nothing", a)
			}
			item, _ := a.Body["forId"].(string)
			area, _ := a.Body["areaId"].(string)
			if a.Kind == plan.Priority && b.mirror.items[item].ID == "" && b.mirror.areas[area].ID == "" {
				t.Errorf("%+v is of nothing", a)
			}
		}
		if values["Honesty"].Body["pile"] != "very" || c.Focus != "" {
			t.Errorf("honesty is %+v, the focus %q", values["Honesty"], c.Focus)
		}
	})
	t.Run("it never speaks over what the client said, and lacks no value", func(t *testing.T) {
		b := newBundle(t)
		own := b.say("", plan.Value, plan.Body{"name": "Honesty", "words": "Mine."})
		b.say("", plan.Interest, plan.Body{"words": "Knots"})
		b.ok(b.AddSample(b.ctx(), load("book")))
		b.ok(b.AddSample(b.ctx(), load("career")))
		values := byName(b)
		if values["Honesty"].ID != own || values["Honesty"].Body["words"] != "Mine." || values["Nature"].ID == "" {
			t.Errorf("the values are %+v", values)
		}
		interests := 0
		for _, a := range b.mirror.said {
			if a.Kind == plan.Interest {
				interests++
			}
		}
		if interests != 1 {
			t.Errorf("%d interests", interests)
		}
	})
}
