//go:build unix

package workspace

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
	"cairn/internal/testdisk"
)

var cuts = flag.Int("cuts", 100, "in how many states TestPowerCut finds the disk after the power went")

// TestPowerCut cuts the power in the middle of opening, editing and closing a
// vault, and opens what would lie on the disk then, of whatever was not synced
// nothing, all, some or torn sectors and garbage: a vault that holds together and
// says what it said after the last edit whose call had returned, or what it would
// have said after the one that was on its way. Every life begins with what a power
// cut has left of the one before.
//
//	go test -run TestPowerCut -timeout 0 ./internal/workspace -cuts 100000
func TestPowerCut(t *testing.T) {
	o := newOutage(t)
	for told := 0; o.tried < *cuts; {
		if o.life(""); o.tried-told >= 1000 || o.tried >= *cuts {
			told = o.tried
			o.Logf("seed %d: %d states after %d edits, of which %d showed the edit that was on its way; 0 damaged, 0 acknowledged edits lost; nothing left of %d who were purged",
				*seed, o.tried, o.edits, o.untold, o.guests)
		}
	}
	if o.bad > 0 || o.untold == 0 || o.edits < *cuts/40 || o.guests < *cuts/500 {
		t.Errorf("%d bad states; or that proves too little", o.bad)
	}
}

// TestPowerCutIsSeen makes sure that TestPowerCut can fail: a vault that does not
// wait for the disk is lost or damaged by it.
func TestPowerCutIsSeen(t *testing.T) {
	o := newOutage(t)
	o.expected = true
	for range 20 {
		if o.life("PRAGMA synchronous = OFF"); o.bad > 0 {
			o.Logf("seed %d: %d of %d states were damaged or lacked an edit", *seed, o.bad, o.tried)
			return
		}
	}
	t.Errorf("none of %d states was damaged or lacked an edit, though nothing was ever synced", o.tried)
}

// TestPowerCutWhileMigrating cuts the power while a vault of each older version is
// brought up: what is left opens as the vault that it was, or as the new one. A
// proven copy of it as it was lies there before the first byte of it is changed.
//
//	go test -run TestPowerCutWhileMigrating -timeout 0 ./internal/workspace -cuts 100000
func TestPowerCutWhileMigrating(t *testing.T) {
	o := newOutage(t)
	newest := newBundle(t).count(`PRAGMA user_version`)
	for version := 1; version < newest; version++ {
		o.migrate(version, max(4, *cuts/4/(newest-1))) // each costs as much as four of the others
	}
	o.Logf("seed %d: %d states of %d migrations, %d of them brought up and %d as they were; 0 in between",
		*seed, o.tried, newest-1, o.untold, o.tried-o.untold)
	if o.untold == 0 || o.untold == o.tried {
		t.Error("that proves too little")
	}
}

// migrate looks at so many states of one migration.
func (o *outage) migrate(version, states int) {
	o.Helper()
	path := filepath.Join(o.folder(), "vault.cairn")
	o.must(os.WriteFile(path, unpacked(o.T, version), 0o600))
	before, err := db.Prove(context.Background(), path)
	o.must(err)
	power, err := testdisk.Watch(path)
	o.must(err)
	copies := ""
	o.disk.Ask(func(t testdisk.Touch) int32 {
		if t.Kind == testdisk.Write && t.Path == path+"-wal" && copies == "" {
			found, _ := filepath.Glob(path + ".before-v*.cairn")
			copies = fmt.Sprint(len(found))
		}
		return power.Hook(t)
	})
	d, err := db.Open(path)
	o.must(err)
	after := o.said(d)
	o.must(d.Close())
	o.disk.Ask(nil)
	if copies != "1" {
		o.Errorf("version %d was changed while %q copies of it were there", version, copies)
	}
	moments := make([]int, states)
	for i := range moments {
		moments[i] = o.IntN(power.Moments())
	}
	slices.Sort(moments)
	replay := power.Replay()
	for _, moment := range moments {
		o.lookBetween(replay.Cut(moment, testdisk.Way(o.IntN(int(testdisk.Ways))), o.Rand), before.Sum, after)
	}
}

// lookBetween lets SQLite alone bring together what a power cut has left of a
// migration, and then the program.
func (o *outage) lookBetween(state testdisk.State, before, after string) {
	o.Helper()
	o.tried++
	folder := o.folder()
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "vault.cairn")
	o.must(state.Lay(path))
	bare, err := sql.Open("sqlite", path)
	o.must(err)
	_, err = bare.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	o.must(errors.Join(err, bare.Close()))
	proof, err := db.Prove(context.Background(), path)
	o.must(err)
	switch proof.Sum {
	case before:
	case after:
		o.untold++
	default:
		o.Errorf("seed %d, state %d: the vault is neither the old nor the new one", *seed, o.tried)
	}
	o.must(errors.Join(os.Remove(path), state.Lay(path)))
	d, err := db.Open(path)
	o.must(err)
	if now := o.said(d); now != after {
		o.Errorf("seed %d, state %d: the vault is another one than without the power cut", *seed, o.tried)
	}
	o.must(d.Close())
}

// outage is a disk whose power is cut, and what is known of the vault on it.
type outage struct {
	*testing.T
	*rand.Rand
	disk     *testdisk.Disk
	state    testdisk.State // with which the next life begins
	expected bool           // that states are bad

	tried, edits, untold, guests, bad int
}

func newOutage(t *testing.T) *outage {
	t.Helper()
	if *seed == 0 {
		*seed = rand.Uint64()
	}
	disk, err := testdisk.Mount()
	if err != nil {
		t.Fatal(err)
	}
	o := &outage{T: t, Rand: rand.New(rand.NewPCG(*seed, 2)), disk: disk}
	t.Cleanup(func() {
		if err := disk.Unmount(); err != nil {
			t.Error(err) // and not Fatal, which would hide a panic
		}
	})
	o.begin()
	return o
}

// begin makes a new vault with an empty plan.
func (o *outage) begin() {
	path := filepath.Join(o.folder(), "vault.cairn")
	d, err := db.Create(path)
	o.must(err)
	w, err := Open(context.Background(), d, time.Now)
	o.must(err)
	_, err = w.AddPlan(context.Background(), "Publish a book", plan.Me)
	o.must(errors.Join(err, w.Close(), d.Close()))
	raw, err := os.ReadFile(path)
	o.must(err)
	o.state = testdisk.State{Files: map[string][]byte{"": raw}}
	o.must(os.RemoveAll(filepath.Dir(path)))
}

// folder is a new one, in memory where there is some: what is on the disk is what
// the layer says, however the machine keeps it.
func (o *outage) folder() string {
	o.Helper()
	root := "/dev/shm"
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		root = o.TempDir()
	}
	folder, err := os.MkdirTemp(root, "cairn-power-")
	o.must(err)
	o.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

// said is what a vault says at one moment.
func (o *outage) said(d *db.DB) string {
	o.Helper()
	proof, err := d.Check(context.Background())
	o.must(err)
	return proof.Sum
}

// life works on the vault, written down from the first to the last, and looks at
// the disk after power cuts in the midst of it. With one of them goes on the next
// life. pragma is something to be told to the vault, "" nothing.
func (o *outage) life(pragma string) {
	o.Helper()
	if o.tried > 0 && o.IntN(20) == 0 || len(o.state.Files[""]) > 2<<20 {
		o.begin() // a large vault makes a slow campaign
	}
	folder := o.folder()
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "vault.cairn")
	o.must(o.state.Lay(path))
	power, err := testdisk.Watch(path)
	o.must(err)
	o.disk.Ask(power.Hook)
	marks := o.work(path, pragma, power)
	o.disk.Ask(nil)
	o.cut(power, marks)
}

// known is what is known of a vault after an edit has returned.
type known struct {
	sum  string // what it says
	bare bool   // nothing of a guest lies in its files
}

// work is a life, and gives what was known at each mark.
func (o *outage) work(path, pragma string, power *testdisk.Power) (marks []known) {
	o.Helper()
	d, err := db.Open(path)
	o.must(err)
	_, err = d.Write.Exec(fmt.Sprintf("PRAGMA wal_autocheckpoint = %d; %s", 8+o.IntN(100), pragma))
	o.must(err)
	bare := !o.state.Holds(passer)
	mark := func() {
		power.Mark(len(marks))
		marks = append(marks, known{o.said(d), bare})
	}
	mark()
	w, err := Open(context.Background(), d, time.Now)
	o.must(err)
	mark()
	l := &life{hand: newHand(o.T, w, nil, o.Rand)}
	o.learn(l)
	stays, err := w.HasClients(context.Background())
	o.must(err)
	for range 5 + o.IntN(30) {
		if stays || o.IntN(20) == 0 {
			bare = false
			o.entertain(l, stays, mark)
			bare, stays = true, false
		} else {
			o.act(l)
		}
		mark()
	}
	if o.IntN(2) == 0 {
		o.disk.Ask(nil) // the power goes before it is closed
	}
	o.must(errors.Join(w.Close(), d.Close()))
	return marks
}

// passer is in every word of a client who comes and is purged.
const passer = "Heron Grey"

// entertain lets a guest come into the vault and plan something, unless one stays there
// already, and takes them out of it, and all traces of them.
func (o *outage) entertain(l *life, stays bool, mark func()) {
	o.Helper()
	ctx := context.Background()
	if !stays {
		_, err := l.AddClient(ctx, passer)
		o.must(err)
		mark()
		p, err := l.AddPlan(ctx, passer, plan.Other)
		o.must(err)
		mark()
		lines := strings.Repeat("- "+passer+"\n", 1+o.IntN(300))
		_, err = l.PasteText(ctx, Paste{Place: plan.Place{PlanID: p.Plans[0].ID}, Text: lines})
		o.must(err)
		mark()
	}
	_, err := l.Purge(ctx)
	o.must(err)
	mark()
	o.must(l.Scour(ctx))
	mark()
	o.must(l.Purged(ctx))
	o.learn(l)
	o.guests++
}

// learn takes in what the open client has planned.
func (o *outage) learn(l *life) {
	o.Helper()
	load, err := l.Load(context.Background())
	o.must(err)
	l.mirror = newMirror(load)
}

// act does one thing, that an undo takes back or one that is none of the plan.
func (o *outage) act(l *life) {
	o.Helper()
	ctx := context.Background()
	if o.IntN(12) == 0 {
		for id := range l.plans {
			o.must(l.SavePlace(ctx, id, "outline", fmt.Sprintf(`{"scroll":%d}`, o.IntN(1000))))
			o.edits++
			return
		}
	}
	next, do := l.choose()
	changes, err := do(ctx)
	if refusal := (*plan.Error)(nil); errors.As(err, &refusal) && refusal.Code != plan.Internal {
		return
	}
	if err != nil {
		o.Fatalf("seed %d: %s: %v", *seed, next.Op, err)
	}
	l.took(next.Op, changes)
	o.edits++
}

// cut cuts the power as often as there is work to be cut, and looks.
func (o *outage) cut(power *testdisk.Power, marks []known) {
	o.Helper()
	moments := make([]int, 50)
	for i := range moments {
		moments[i] = o.IntN(power.Moments())
	}
	slices.Sort(moments)
	replay, goesOn := power.Replay(), o.IntN(len(moments))
	for i, moment := range moments {
		state := replay.Cut(moment, testdisk.Way(o.IntN(int(testdisk.Ways))), o.Rand)
		o.tried++
		if fault := o.look(state, marks); fault != "" {
			o.bad++
			if !o.expected {
				o.Fatalf("seed %d, state %d: %s", *seed, o.tried, fault)
			}
		} else if i == goesOn {
			o.state = state
		}
	}
}

// look opens what a power cut has left, and says what is wrong with it; "" nothing.
func (o *outage) look(state testdisk.State, marks []known) string {
	o.Helper()
	folder := o.folder()
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "vault.cairn")
	o.must(state.Lay(path))
	d, err := db.Open(path)
	if err != nil {
		return err.Error()
	}
	proof, err := d.Check(context.Background())
	if err := errors.Join(err, d.Close()); err != nil {
		return err.Error()
	}
	now := max(state.Mark, 0)
	next := min(now+1, len(marks)-1)
	switch {
	case marks[now].bare && marks[next].bare && state.Holds(passer):
		return fmt.Sprintf("after mark %d of %d something is left of who was purged", now, len(marks))
	case proof.Sum == marks[now].sum:
		return ""
	case proof.Sum == marks[next].sum:
		o.untold++
		return ""
	}
	at := slices.IndexFunc(marks, func(k known) bool { return k.sum == proof.Sum })
	return fmt.Sprintf("after mark %d of %d it says what it said at mark %d", now, len(marks), at)
}

func (o *outage) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatalf("seed %d: %v", *seed, err)
	}
}
