//go:build unix

package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
)

var kills = flag.Int("kills", 12, "how often TestCutOff kills a process that backs up and restores")

// TestCutOff kills a process in the middle of edits, backups, restores and purges, again
// and again. What it leaves opens by itself, and is as after the last call that had
// returned, or as after the one that was on its way; every backup is whole, and nothing
// anywhere tells of whoever was purged.
//
//	go test -run TestCutOff -timeout 3h ./app -kills 10000
func TestCutOff(t *testing.T) {
	if path := os.Getenv("CUT_OFF_VAULT"); path != "" { // this is the process to be killed
		backAndForth(t, path)
		return
	}
	c := &cutOff{T: t, during: map[string]int{}}
	for n := range *kills {
		if n%50 == 0 {
			c.begin()
		}
		c.cycle((n + 1) % 4)
		if n%1000 == 999 || n == *kills-1 {
			t.Logf("%d kills, %d of them in the middle of a restore, %d of a backup, %d of a purge; %d calls acknowledged, 0 lost",
				n+1, c.during["restore"], c.during["backup"], c.during["purge"], c.told)
		}
	}
	if c.told < *kills {
		t.Error("that proves too little")
	}
}

// cutOff is a vault, what is in it, and what is in each of its backups.
type cutOff struct {
	*testing.T
	path   string
	titles string
	saved  map[string]string

	during  map[string]int
	told    int
	longest time.Duration // that a call took
}

// said is what the process to be killed tells: before a call what it is about, and
// after it what there is then.
type said struct {
	Began, On string
	Titles    string
	Saved     map[string]string // what is in the backups that are new
}

// begin makes a new vault with one item.
func (c *cutOff) begin() {
	c.path = filepath.Join(c.TempDir(), "vault.cairn")
	v := vaultAt(c.T, c.path)
	wantStage(c.T, started(v, "My plan"), "plan", "")
	b := &Backups{k: v.k, w: v.w}
	b.add(c.T, "A boat")
	b.copy(c.T, c.path)
	c.titles, c.saved = b.titles(c.T), map[string]string{}
	v.k.close()
}

// copy saves a copy beside the vault.
func (b *Backups) copy(t *testing.T, vault string) {
	t.Helper()
	path := strings.TrimSuffix(vault, ".cairn") + " copy.cairn"
	err := errors.Join(b.k.saveCopy(path), does(b.k, func(w house, ctx context.Context) error { return w.NoteCopy(ctx, path) }))
	if err != nil {
		t.Fatal(err)
	}
}

// cycle lets a process live for some calls and die, and looks at what it left.
func (c *cutOff) cycle(calls int) {
	c.Helper()
	last := c.live(calls)
	c.during[last.Began]++
	possible := []string{c.titles, c.after(last)}
	before := c.titles

	b := openedAt(c.T, c.path)
	b.k.open.saver.users.Wait() // for the end of a purge
	c.farewell(b)
	defer c.noTraces()
	defer b.k.close()
	if c.titles = b.titles(c.T); !slices.Contains(possible, c.titles) {
		c.Fatalf("cut off in %q %q, there is\n%s, not one of\n%s", last.Began, last.On, c.titles, strings.Join(possible, "\n"))
	}
	for _, one := range b.list(c.T) {
		if _, known := c.saved[one.Name]; known {
			continue
		}
		c.saved[one.Name] = before // made by the call that was on its way
		if _, err := db.Prove(c.Context(), filepath.Join(filepath.Dir(c.path), "backups", one.Name)); err != nil {
			c.Fatalf("%s is spoilt: %v", one.Name, err)
		}
	}
}

// farewell purges a guest whose purge was cut off before it took anything away.
func (c *cutOff) farewell(b *Backups) {
	c.Helper()
	all, err := run(b.k, house.Load)
	if err == nil && !all.Clients[0].Own {
		_, err = (&Coach{k: b.k}).Purge()
	}
	if err != nil {
		c.Fatal(err)
	}
}

// noTraces looks for the guest in all that lies beside the vault.
func (c *cutOff) noTraces() {
	c.Helper()
	err := filepath.WalkDir(filepath.Dir(c.path), func(path string, at os.DirEntry, err error) error {
		if err != nil || at.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte(guest)) {
			c.Errorf("%s tells of who was purged", path)
		}
		return err
	})
	if err != nil {
		c.Fatal(err)
	}
}

// after is what there is after a call.
func (c *cutOff) after(call said) string {
	switch call.Began {
	case "add":
		all := append(strings.Split(c.titles, ", "), call.On)
		slices.Sort(all)
		return strings.Join(all, ", ")
	case "restore":
		return c.saved[call.On]
	}
	return c.titles
}

// live starts a process, kills it some time after so many calls have returned, however
// slow they are here, takes in what it could still tell, and says which call was on
// its way.
func (c *cutOff) live(calls int) (last said) {
	c.Helper()
	p := exec.Command(os.Args[0], "-test.run=^TestCutOff$")
	p.Env = append(os.Environ(), "CUT_OFF_VAULT="+c.path)
	out, in, err := os.Pipe()
	if err == nil {
		p.ExtraFiles = []*os.File{in}
		err = errors.Join(p.Start(), in.Close())
	}
	if err != nil {
		c.Fatal(err)
	}
	var began time.Time
	lines := json.NewDecoder(out)
	for one := (said{}); lines.Decode(&one) == nil; one = (said{}) {
		last = one
		if one.Began != "" {
			began = time.Now()
			if calls == 0 {
				time.AfterFunc(rand.N(max(time.Millisecond, c.longest)), func() { _ = p.Process.Kill() })
			}
			continue
		}
		calls--
		c.longest = max(c.longest, time.Since(began))
		c.titles = one.Titles
		c.told++
		for name, titles := range one.Saved {
			c.saved[name] = titles
		}
	}
	_ = p.Wait()
	return last
}

// backAndForth edits, backs up, restores and purges, and tells of it, until it is killed.
func backAndForth(t *testing.T, path string) {
	b := openedAt(t, path)
	tell := json.NewEncoder(os.NewFile(3, "pipe"))
	for n := 0; ; n++ {
		all := b.list(t)
		before := b.titles(t)
		do, now := rand.IntN(10), said{Began: "add", On: fmt.Sprintf("%d.%d", os.Getpid(), n)}
		switch {
		case len(all) == 0 || do < 2:
			now = said{Began: "backup"}
		case do < 5:
			now = said{Began: "restore", On: all[rand.IntN(len(all))].Name}
		case do < 6:
			now = said{Began: "purge"}
		}
		_ = tell.Encode(now)
		var err error
		switch now.Began {
		case "add":
			b.add(t, now.On)
		case "backup":
			_, err = b.Now()
		case "restore":
			_, err = b.Restore(now.On, "")
		case "purge":
			b.host(t)
			b.now(t)
			b.copy(t, path)
			_, err = (&Coach{k: b.k}).Purge()
		}
		if err != nil {
			t.Fatal(err)
		}
		then := said{Titles: b.titles(t), Saved: map[string]string{}}
		for _, one := range b.list(t) {
			if !slices.Contains(all, one) {
				then.Saved[one.Name] = before
			}
		}
		_ = tell.Encode(then)
	}
}
