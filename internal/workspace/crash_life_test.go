//go:build unix

package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
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

// intent names the next operation, and the visit of which it may be a part.
type intent struct {
	Op    string `json:"op"`
	Merge string `json:"merge"`
}

// life is a process that works in a vault until it is killed.
type life struct {
	*hand
	out *json.Encoder
}

// live opens the vault, works on it without end and reports to the pipe. An
// idle life only opens the vault.
func live(t *testing.T, path string, seed uint64, idle bool, report *json.Encoder) error {
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
	h := newHand(t, w, newMirror(load), r)
	h.visits = int(r.Uint32()) // none goes on with one of another life
	l := &life{hand: h, out: report}
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
	l.took(next.Op, changes)
	return l.out.Encode(line{Done: &changes})
}

// choose picks an operation; a large plan is rather pruned than grown.
func (l *life) choose() (intent, call) {
	switch {
	case len(l.items) < 10:
		return intent{Op: "paste"}, l.onItems()["paste"]()
	case len(l.items) > 200:
		return intent{Op: "delete"}, with(l.DeleteItems, l.some())
	}
	name, do := l.hand.choose()
	return intent{Op: name, Merge: l.merge}, do
}
