//go:build unix

package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

// line is what a life reports, one JSON object a line: that it is ready, what
// it will do next, and what became of that.
type line struct {
	Ready   bool          `json:"ready,omitempty"`
	Next    *intent       `json:"next,omitempty"`
	Done    *plan.Changes `json:"done,omitempty"`
	Refused string        `json:"refused,omitempty"`
	Failed  string        `json:"failed,omitempty"`
}

// intent names the next operation; ID and Text belong to typing.
type intent struct {
	Op   string `json:"op"`
	ID   string `json:"id"`
	Text string `json:"text"`
}

// call is an operation that is ready to be done.
type call func(context.Context) (plan.Changes, error)

// life is a process that works in a vault until it is killed.
type life struct {
	*Workspace
	*rand.Rand
	*mirror
	out   *json.Encoder
	visit int
}

// live opens the vault, works on it without end and reports to the pipe. An
// idle life only opens the vault.
func live(path string, seed uint64, idle bool, report *json.Encoder) error {
	d, err := db.Open(path)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(seed, 0))
	checkpoint := fmt.Sprintf("PRAGMA wal_autocheckpoint = %d", 8+r.IntN(200)) // in the middle of work, not only at its end
	if _, err := d.Write.Exec(checkpoint); err != nil {
		return err
	}
	w, err := Open(context.Background(), d, time.Now)
	if err != nil {
		return err
	}
	load, err := w.Load(context.Background())
	if err != nil {
		return err
	}
	l := &life{Workspace: w, Rand: r, mirror: newMirror(load), out: report}
	if err := l.out.Encode(line{Ready: true}); err != nil || idle {
		time.Sleep(time.Minute) // to be killed
		return err
	}
	for {
		if err := l.step(); err != nil {
			return err
		}
	}
}

func (l *life) step() error {
	next, do := l.choose()
	if err := l.out.Encode(line{Next: &next}); err != nil {
		return err
	}
	changes, err := do(context.Background())
	var refusal *plan.Error
	switch {
	case errors.As(err, &refusal) && refusal.Code != plan.Internal:
		return l.out.Encode(line{Refused: refusal.Key})
	case err != nil:
		return l.out.Encode(line{Failed: err.Error()})
	}
	l.apply(changes)
	return l.out.Encode(line{Done: &changes})
}

// choose picks an operation; a large plan is rather pruned than grown.
func (l *life) choose() (intent, call) {
	if len(l.items) < 10 {
		return l.paste()
	}
	if len(l.items) > 200 {
		return l.remove()
	}
	all := []func() (intent, call){
		l.add, l.add, l.add, l.title, l.title, l.title, l.notes, l.move, l.move, l.copy, l.paste, l.remove,
		l.set, l.set, l.set, l.card, l.card, l.column, l.tag, l.untag, l.link, l.restore, l.name, l.undo, l.undo, l.redo,
	}
	return all[l.IntN(len(all))]()
}

func (l *life) add() (intent, call) {
	l.visit++
	in := NewItem{Place: l.place(), Title: l.words(), Edit: l.token()}
	return intent{Op: "add"}, func(ctx context.Context) (plan.Changes, error) { return l.AddItem(ctx, in) }
}

// title goes on typing in one field for a while.
func (l *life) title() (intent, call) {
	if l.IntN(4) == 0 {
		l.visit++
	}
	in := TextEdit{ID: l.items[l.ids()[l.visit%len(l.items)]].ID, Text: l.words(), Edit: l.token()}
	return intent{"title", in.ID, in.Text}, func(ctx context.Context) (plan.Changes, error) { return l.SetTitle(ctx, in) }
}

func (l *life) notes() (intent, call) {
	in := TextEdit{ID: l.item(), Field: "notes", Text: strings.Repeat(l.words()+"\n", l.IntN(50)) + "end", Edit: l.token()}
	return intent{"notes", in.ID, in.Text}, func(ctx context.Context) (plan.Changes, error) { return l.SetText(ctx, in) }
}

func (l *life) move() (intent, call) {
	in := Move{IDs: l.some(), Place: l.place()}
	return intent{Op: "move"}, func(ctx context.Context) (plan.Changes, error) { return l.MoveItems(ctx, in) }
}

func (l *life) copy() (intent, call) {
	in := Move{IDs: l.some(), Place: l.place()}
	return intent{Op: "copy"}, func(ctx context.Context) (plan.Changes, error) { return l.CopyItems(ctx, in) }
}

func (l *life) paste() (intent, call) {
	text := fmt.Sprintf("- [ ] %s #book\n  - [x] %s\n    > a note\n  - %s (due 2026-03-13)\n- %s\n", l.words(), l.words(), l.words(), l.words())
	in := Paste{Place: l.place(), Text: strings.Repeat(text, 1+l.IntN(4))}
	return intent{Op: "paste"}, func(ctx context.Context) (plan.Changes, error) { return l.PasteText(ctx, in) }
}

func (l *life) remove() (intent, call) {
	ids := l.some()
	return intent{Op: "delete"}, func(ctx context.Context) (plan.Changes, error) { return l.DeleteItems(ctx, ids) }
}

// restore takes something out of the trash again.
func (l *life) restore() (intent, call) {
	return intent{Op: "restore"}, func(ctx context.Context) (plan.Changes, error) {
		trash, err := l.Trash(ctx)
		if err != nil || len(trash) == 0 {
			return plan.Changes{}, errors.Join(err, plan.Refuse(plan.NotFound, "nothing in the trash"))
		}
		return l.RestoreItems(ctx, Move{IDs: []string{trash[l.IntN(len(trash))].ID}})
	}
}

func (l *life) set() (intent, call) {
	ids, pick := l.some(), l.IntN(1000)
	all := []call{
		func(ctx context.Context) (plan.Changes, error) {
			return l.SetState(ctx, ids, []plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done, plan.Parked}[pick%5])
		},
		func(ctx context.Context) (plan.Changes, error) {
			return l.SetKind(ctx, ids, []plan.Kind{plan.Goal, plan.Milestone, plan.Step, plan.Decision}[pick%4])
		},
		func(ctx context.Context) (plan.Changes, error) {
			return l.SetDue(ctx, ids, fmt.Sprintf("2026-%02d-%02d", 1+pick%12, 1+pick%28))
		},
		func(ctx context.Context) (plan.Changes, error) { return l.SetEstimate(ctx, ids, pick) },
		func(ctx context.Context) (plan.Changes, error) { return l.SetSpent(ctx, ids, pick) },
		func(ctx context.Context) (plan.Changes, error) { return l.SetDraft(ctx, ids, pick%2 == 0) },
	}
	return intent{Op: "set"}, all[l.IntN(len(all))]
}

// card puts some cards of a plan into one of its columns.
func (l *life) card() (intent, call) {
	after := l.items[l.item()]
	columns := l.columns(after.PlanID)
	in := CardMove{IDs: l.some(), ColumnID: columns[l.IntN(len(columns))].ID, AfterID: after.ID}
	return intent{Op: "card"}, func(ctx context.Context) (plan.Changes, error) { return l.MoveCards(ctx, in) }
}

// column adds a column, or does something to one.
func (l *life) column() (intent, call) {
	columns := l.columns(l.items[l.item()].PlanID)
	one, other := columns[l.IntN(len(columns))], columns[l.IntN(len(columns))]
	all := []call{
		func(ctx context.Context) (plan.Changes, error) {
			return l.AddColumn(ctx, NewColumn{PlanID: one.PlanID, State: other.State, AfterID: one.ID})
		},
		func(ctx context.Context) (plan.Changes, error) {
			return l.SetColumn(ctx, ColumnEdit{ID: one.ID, Name: l.words(), State: other.State, Limit: 5})
		},
		func(ctx context.Context) (plan.Changes, error) { return l.MoveColumn(ctx, one.ID, other.ID) },
		func(ctx context.Context) (plan.Changes, error) { return l.DeleteColumn(ctx, one.ID) },
	}
	return intent{Op: "column"}, all[l.IntN(len(all))]
}

func (l *life) tag() (intent, call) {
	ids, name := l.some(), fmt.Sprint("tag ", l.IntN(6))
	return intent{Op: "tag"}, func(ctx context.Context) (plan.Changes, error) { return l.AddTag(ctx, ids, name) }
}

func (l *life) untag() (intent, call) {
	ids, tag := l.some(), ""
	for _, id := range ids {
		tag = strings.Join(l.items[id].TagIDs[:min(1, len(l.items[id].TagIDs))], "")
	}
	return intent{Op: "untag"}, func(ctx context.Context) (plan.Changes, error) { return l.RemoveTag(ctx, ids, tag) }
}

func (l *life) link() (intent, call) {
	from, to, kind := l.item(), l.item(), []plan.LinkKind{plan.Serves, plan.After}[l.IntN(2)]
	return intent{Op: "link"}, func(ctx context.Context) (plan.Changes, error) { return l.AddLink(ctx, from, to, kind) }
}

func (l *life) name() (intent, call) {
	for _, p := range l.plans {
		return intent{Op: "name"}, func(ctx context.Context) (plan.Changes, error) { return l.RenamePlan(ctx, p.ID, l.words()) }
	}
	return l.add()
}

func (l *life) undo() (intent, call) { return intent{Op: "undo"}, l.Undo }
func (l *life) redo() (intent, call) { return intent{Op: "redo"}, l.Redo }

func (l *life) item() string {
	ids := l.ids()
	return ids[l.IntN(len(ids))]
}

func (l *life) some() []string {
	ids := []string{l.item(), l.item(), l.item()}[:1+l.IntN(3)]
	slices.Sort(ids)
	return slices.Compact(ids)
}

// place is before all children of an item, or right behind it.
func (l *life) place() plan.Place {
	if len(l.items) == 0 {
		for id := range l.plans {
			return plan.Place{PlanID: id}
		}
	}
	i := l.items[l.item()]
	if l.IntN(2) == 0 {
		return plan.Place{PlanID: i.PlanID, ParentID: i.ID}
	}
	return plan.Place{PlanID: i.PlanID, ParentID: i.ParentID, AfterID: i.ID}
}

// ids are the living items, in one order.
func (l *life) ids() []string { return slices.Sorted(maps.Keys(l.items)) }

func (l *life) words() string { return fmt.Sprintf("stone %d of 🏔 %x", l.IntN(1000), l.Uint64()) }

func (l *life) token() string { return fmt.Sprint("visit ", l.visit) }
