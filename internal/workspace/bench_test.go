package workspace

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

// go test -bench . -run '^$' ./internal/workspace

// BenchmarkEdit compares durable edits, journal and all, with the UPDATE of a
// title bare: prepared, in one transaction of the same durability, in another
// vault with as many items. They take turns; the figures are medians.
func BenchmarkEdit(b *testing.B) {
	house := newBundle(b)
	ids := house.grow(10_000)
	bare := newBareVault(b, ids)
	turns := []turn{
		{name: "bare", do: func(i int, id string) error { return bare.setTitle(id, fmt.Sprint("title ", i)) }},
		{name: "title", do: func(i int, id string) error {
			_, err := house.SetTitle(b.Context(), TextEdit{ID: id, Text: fmt.Sprint("title ", i)})
			return err
		}},
		{name: "state", do: func(i int, id string) error {
			_, err := house.SetState(b.Context(), []string{id}, []plan.State{plan.Done, plan.Doing}[i/len(ids)%2])
			return err
		}},
		{name: "typing", do: func(i int, _ string) error {
			visit := i / 20
			_, err := house.SetTitle(b.Context(), TextEdit{ID: ids[visit%len(ids)], Text: fmt.Sprint("typed ", i), Edit: fmt.Sprint(visit)})
			return err
		}},
	}
	i := 0
	for b.Loop() {
		for t := range turns {
			turns[t].take(b, i, ids[i*7919%len(ids)])
		}
		i++
	}
	b.ReportMetric(0, "ns/op")
	for _, t := range turns {
		b.ReportMetric(float64(t.median())/1000, t.name+"-µs")
		b.ReportMetric(float64(t.median())/float64(turns[0].median()), t.name+"/bare")
	}
}

// turn is one of the contestants, and how long each of its edits took.
type turn struct {
	name string
	do   func(i int, id string) error
	took []time.Duration
}

func (t *turn) take(b *testing.B, i int, id string) {
	start := time.Now()
	if err := t.do(i, id); err != nil {
		b.Fatal(err)
	}
	t.took = append(t.took, time.Since(start))
}

func (t *turn) median() time.Duration {
	slices.Sort(t.took)
	return t.took[len(t.took)/2]
}

// bareVault is a vault with items and no journal.
type bareVault struct {
	d    *db.DB
	stmt *sql.Stmt
}

func newBareVault(b *testing.B, ids []string) *bareVault {
	d, err := db.Create(filepath.Join(b.TempDir(), "bare.cairn"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { d.Close() })
	_, err = d.Write.Exec(cache+`;
		INSERT INTO client (id, name, created_at) VALUES ('c', 'Me', '');
		INSERT INTO plan VALUES ('p', 'c', 'Bare', 'me', 'V', '', '');
		INSERT INTO item (id, plan_id, kind, title, rank, created_at, changed_at)
		SELECT value, 'p', 'step', 'A step of some length', key, '', '' FROM json_each(?)`, `["`+strings.Join(ids, `","`)+`"]`)
	if err != nil {
		b.Fatal(err)
	}
	stmt, err := d.Write.Prepare(`UPDATE item SET title = ?, changed_at = ? WHERE id = ?`)
	if err != nil {
		b.Fatal(err)
	}
	return &bareVault{d: d, stmt: stmt}
}

func (v *bareVault) setTitle(id, title string) error {
	tx, err := v.d.Write.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	_, err = tx.Stmt(v.stmt).Exec(title, stamp(time.Now()), id) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return err
	}
	return tx.Commit()
}

// BenchmarkLoad reads a client with ten thousand items.
func BenchmarkLoad(b *testing.B) {
	house := newBundle(b)
	house.grow(10_000)
	for b.Loop() {
		house.loaded()
	}
}

// BenchmarkMany measures steps that touch many items at once.
func BenchmarkMany(b *testing.B) {
	house := newBundle(b)
	all := house.grow(10_000)
	goal := all[5000]
	selected := []string{}
	for i := 1; i < 2000; i += 10 {
		selected = append(selected, all[i])
	}
	must := func(_ plan.Changes, err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	text := strings.Repeat("- A line\n\t- and one below it\n", 500)
	for _, step := range []struct {
		name string
		do   func(i int)
	}{
		{"state of 200", func(i int) { must(house.SetState(b.Context(), selected, []plan.State{plan.Done, plan.Doing}[i%2])) }},
		{"tag on 200, and off", func(int) {
			c, err := house.AddTag(b.Context(), selected, "now")
			must(c, err)
			must(house.RemoveTag(b.Context(), selected, c.Tags[0].ID))
		}},
		{"move of 200, and undo", func(int) {
			must(house.MoveItems(b.Context(), Move{IDs: selected, Place: house.below(goal)}))
			must(house.Undo(b.Context()))
		}},
		{"paste of 1000 lines", func(int) { must(house.PasteText(b.Context(), Paste{Place: house.below(goal), Text: text})) }},
		{"undo and redo of it", func(int) { must(house.Undo(b.Context())); must(house.Redo(b.Context())) }},
		{"deletion of 1000, and undo", func(int) {
			must(house.DeleteItems(b.Context(), []string{goal}))
			must(house.Undo(b.Context()))
		}},
	} {
		b.Run(step.name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				step.do(i)
				i++
			}
		})
	}
}
