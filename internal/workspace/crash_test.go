//go:build unix

package workspace

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

var kills = flag.Int("kills", 200, "how often TestCrash kills a process in the middle of its work")

// TestCrash kills a process in the middle of random operations, again and
// again, and looks at what it left: a vault that holds together, with every
// edit whose call had returned, and at most the one in addition that was on
// its way. Every time, undo leads back and redo forth.
//
//	go test -run TestCrash -timeout 3h ./internal/workspace -kills 10000
func TestCrash(t *testing.T) {
	if path := os.Getenv("CRASH_VAULT"); path != "" { // this is the process to be killed
		seed, err := strconv.ParseUint(os.Getenv("CRASH_SEED"), 10, 64)
		report := json.NewEncoder(os.NewFile(3, "pipe"))
		_ = report.Encode(line{Failed: fmt.Sprint(err, live(t, path, seed, os.Getenv("CRASH_IDLE") != "", report))})
		return
	}
	if *seed == 0 {
		*seed = rand.Uint64()
	}
	c := &campaign{T: t, Rand: rand.New(rand.NewPCG(*seed, 1))}
	for n := range *kills {
		if n%100 == 0 { // what lies in the trash would make a vault slow in the long run
			c.begin()
		}
		c.cycle()
		if n%200 == 199 || n == *kills-1 {
			c.Logf("seed %d: %d kills, %d of them while opening; %d edits acknowledged, 0 lost; %d more were whole though nobody had been told",
				*seed, c.killed, c.opening, c.edits, c.untold)
		}
	}
	if c.edits < *kills || c.opening == 0 {
		t.Error("that proves too little")
	}
}

// campaign is a vault and what is known of it.
type campaign struct {
	*testing.T
	*rand.Rand
	path    string
	known   *mirror
	pending *intent             // what was on its way when the last life died
	began   map[string][]string // what was known when each visit of the last life began

	killed, opening, edits, untold int
}

// begin makes a new vault with an empty plan.
func (c *campaign) begin() {
	c.path = filepath.Join(c.TempDir(), "vault.cairn")
	d, err := db.Create(c.path)
	c.must(err)
	c.must(d.Close())
	c.inside(func(w *Workspace) {
		// Whoever takes along what they have must be somebody else than the owner.
		_, err := w.AddClient(context.Background(), "Ada")
		c.must(err)
		_, err = w.AddPlan(context.Background(), "Publish a book", plan.Me)
		c.must(err)
		c.known = c.load(w)
	})
}

// cycle lets a process live and die, sometimes another one that dies while it
// repairs what the first one left, and then looks.
func (c *campaign) cycle() {
	c.pending, c.began = nil, map[string][]string{}
	c.learn(c.live(false))
	if c.IntN(4) == 0 {
		c.learn(c.live(true))
	}
	c.inside(func(w *Workspace) {
		c.settle(w)
		c.stroll(w, 1+c.IntN(5))
		c.known = c.load(w)
	})
}

// live starts a process, kills it, and gives what it could still report.
func (c *campaign) live(idle bool) []line {
	p := exec.Command(os.Args[0], "-test.run=^TestCrash$")
	p.Env = append(os.Environ(), "CRASH_VAULT="+c.path, fmt.Sprint("CRASH_SEED=", c.Uint64()))
	if idle {
		p.Env = append(p.Env, "CRASH_IDLE=1")
	}
	out, in, err := os.Pipe()
	c.must(err)
	p.ExtraFiles = []*os.File{in}
	c.must(p.Start())
	c.must(in.Close())
	ready, all := make(chan struct{}), make(chan []line, 1)
	go read(out, ready, all)
	c.waitToKill(idle, ready)
	_ = p.Process.Kill() // SIGKILL
	lines := <-all
	_ = p.Wait()
	c.killed++
	if len(lines) == 0 {
		c.opening++
	}
	return lines
}

// waitToKill waits for a moment in the middle of work, or of opening.
func (c *campaign) waitToKill(idle bool, ready <-chan struct{}) {
	if !idle && c.IntN(5) > 0 {
		<-ready
	}
	time.Sleep(time.Duration(c.IntN(60_000)) * time.Microsecond)
}

// read gathers the lines of a process until it dies, the last of which may be
// torn, and closes ready when there is the first.
func read(out *os.File, ready chan<- struct{}, all chan<- []line) {
	var lines []line
	in := json.NewDecoder(out)
	for l := (line{}); in.Decode(&l) == nil; l = (line{}) {
		if lines = append(lines, l); len(lines) == 1 {
			close(ready)
		}
	}
	if len(lines) == 0 {
		close(ready)
	}
	all <- lines
	_ = out.Close()
}

// learn takes in what was acknowledged, and what was on its way.
func (c *campaign) learn(lines []line) {
	for _, l := range lines {
		switch {
		case l.Failed != "":
			c.Fatalf("seed %d: %+v failed: %s", *seed, c.pending, l.Failed)
		case l.Next != nil:
			c.pending = l.Next
			if merge := c.pending.Merge; merge != "" && c.began[merge] == nil {
				c.began[merge] = linesOf(c.known)
			}
		case l.Done != nil:
			c.known.took(c.pending.Op, *l.Done)
			c.edits++
			c.pending = nil
		case l.Refused != "":
			c.pending = nil
		}
	}
}

// inside opens the vault as the next start does, makes sure that the file
// holds together, and closes it.
func (c *campaign) inside(look func(*Workspace)) {
	d, err := db.Open(c.path)
	c.must(err)
	for _, check := range []string{"SELECT * FROM pragma_integrity_check", "SELECT coalesce(max('broken'), 'ok') FROM pragma_foreign_key_check"} {
		var said string
		c.must(d.Read.QueryRow(check).Scan(&said))
		if said != "ok" {
			c.Fatalf("seed %d: %s", *seed, said)
		}
	}
	w, err := Open(context.Background(), d, time.Now)
	c.must(err)
	w.ring.open = theKey(c.T)
	look(w)
	c.must(w.Close())
	c.must(d.Close())
}

// settle compares the vault with what is known. More than that can be there in
// one case: an operation was on its way. Then taking it back leads to what is
// known, or to what was known when the visit began that went on with it, and doing it
// again to what was found.
func (c *campaign) settle(w *Workspace) {
	found := c.load(w)
	if c.known.text() == found.text() {
		return
	}
	if c.pending == nil {
		c.Fatalf("seed %d: known (-) and found (+) differ:\n%s", *seed, differences(c.known, found))
	}
	c.untold++
	if c.pending.Op == "undo" {
		c.same(c.known, c.replay(w, w.Redo))
		c.same(found, c.replay(w, w.Undo))
		return
	}
	if before := c.replay(w, w.Undo); !slices.Equal(linesOf(before), c.began[c.pending.Merge]) {
		c.same(c.known, before)
	}
	c.same(found, c.replay(w, w.Redo))
}

// stroll goes some steps back and forth again.
func (c *campaign) stroll(w *Workspace, steps int) {
	var states []*mirror
	for range steps {
		here := c.load(w)
		if here.undo.Op == "" {
			break
		}
		states = append(states, here)
		c.replay(w, w.Undo)
	}
	for n := range states {
		c.same(states[len(states)-1-n], c.replay(w, w.Redo))
	}
}

func (c *campaign) replay(w *Workspace, way call) *mirror {
	_, err := way(context.Background())
	c.must(err)
	return c.load(w)
}

func (c *campaign) load(w *Workspace) *mirror {
	all, err := w.Load(context.Background())
	c.must(err)
	return newMirror(all)
}

// same compares what is planned; the names of the next undo and redo may differ.
func (c *campaign) same(want, got *mirror) {
	c.Helper()
	if !slices.Equal(linesOf(want), linesOf(got)) {
		c.Fatalf("seed %d: wanted (-) and got (+) differ after %+v:\n%s", *seed, c.pending, differences(want, got))
	}
}

// differences are the lines that only one of two mirrors holds.
func differences(one, two *mirror) string {
	return only("- ", one, two) + only("+ ", two, one)
}

func only(mark string, m, other *mirror) string {
	there := map[string]bool{}
	for _, row := range linesOf(other) {
		there[row] = true
	}
	var b strings.Builder
	for _, row := range linesOf(m) {
		if !there[row] {
			b.WriteString(mark + row + "\n")
		}
	}
	return b.String()
}

// linesOf are the lines of a mirror but the last, which names the next undo.
func linesOf(m *mirror) []string {
	lines := strings.Split(m.text(), "\n")
	return lines[:len(lines)-1]
}

func (c *campaign) must(err error) {
	c.Helper()
	if err != nil {
		c.Fatalf("seed %d: %v", *seed, err)
	}
}
