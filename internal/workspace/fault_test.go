//go:build unix

package workspace

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/backup"
	"cairn/internal/plan"
	"cairn/internal/testdisk"
)

var strains = flag.Int("strains", 20, "how many operations TestFailingDisk does; with more than 100, every write of each fails")

// TestFailingDisk does operations of all kinds, and lets each of them meet a full
// disk, a dead one and one that fails once, at one after the other of what SQLite
// asks of the disk for it. What fails says so by a Problem that has a sentence, has
// changed nothing and left nothing; and the same open vault does it as soon as the
// disk is well again. What a process that died there would have left opens with every
// edit that was acknowledged.
//
//	go test -run TestFailingDisk -timeout 0 ./internal/workspace -strains 200
func TestFailingDisk(t *testing.T) {
	o := newOutage(t)
	s := &strain{outage: o, folder: o.folder()}
	s.open()
	for s.done < *strains {
		if s.operation(); s.done%20 == 0 {
			t.Logf("seed %d: %d operations failed %d times, %d of them at a sync; %d did it in spite of a fault; %d of what was left was opened",
				*seed, s.done, s.failed, s.syncs, s.spite, s.opened)
		}
	}
	s.shut()
	if s.failed < 2**strains || s.syncs == 0 || s.opened == 0 {
		t.Error("that proves too little")
	}
}

// strain is a vault on a disk that fails.
type strain struct {
	*outage
	folder string
	vault  *db.DB
	life   *life
	known  string // what it says

	done, failed, syncs, spite, opened int
}

func (s *strain) open() {
	s.Helper()
	path := filepath.Join(s.folder, "vault.cairn")
	s.must(s.state.Lay(path))
	var err error
	s.vault, err = db.Open(path)
	s.must(err)
	_, err = s.vault.Write.Exec("PRAGMA wal_autocheckpoint = 40")
	s.must(err)
	w, err := Open(context.Background(), s.vault, time.Now)
	s.must(err)
	// Whoever only takes along what they have must be somebody else than the owner.
	_, err = w.AddClient(context.Background(), "Ada")
	s.must(err)
	_, err = w.AddPlan(context.Background(), "A garden", plan.Other)
	s.must(err)
	load, err := w.Load(context.Background())
	s.must(err)
	s.life = &life{hand: newHand(s.T, w, newMirror(load), s.Rand)}
	s.known = s.said(s.vault)
}

// operation does one thing, but only after it has failed at what it asks of the disk
// first, second, third …
func (s *strain) operation() {
	s.Helper()
	name, do := s.choose()
	trouble := testdisk.Trouble(s.IntN(int(testdisk.Troubles)))
	for nth := 1; ; nth++ {
		if *strains <= 100 {
			nth += s.IntN(2 + nth/2) // a sample
		}
		fault := testdisk.FailAt(nth, trouble)
		s.disk.Ask(fault.Hook)
		changes, err := do(context.Background())
		s.disk.Ask(nil)
		at, hit := fault.Hit()
		refusal := (*plan.Error)(nil)
		switch {
		case errors.As(err, &refusal):
			if refusal.Code == plan.Internal {
				s.Fatalf("seed %d: %s: %v", *seed, name, err)
			}
		case err != nil && hit:
			s.afterFailure(name, at, err)
			continue
		case err != nil:
			s.Fatalf("seed %d: %s on a disk that is well: %v", *seed, name, err)
		default:
			s.life.took(name, changes)
			s.known = s.said(s.vault)
		}
		if hit {
			s.spite++
		}
		s.done++
		return
	}
}

// afterFailure looks at what a failure has said and left.
func (s *strain) afterFailure(name string, at testdisk.Kind, err error) {
	s.Helper()
	s.failed++
	if at == testdisk.Sync {
		s.syncs++
	}
	codes := []string{db.Full, db.Failing}
	if elsewhere(name) {
		codes = append(codes, db.Denied, db.ReadOnly)
	}
	if problem := db.ProblemOf("", err); problem == nil || !slices.Contains(codes, problem.Code) {
		s.Fatalf("seed %d: %s says %v", *seed, name, err)
	}
	if now := s.said(s.vault); now != s.known {
		s.Fatalf("seed %d: %s failed (%v) and changed something", *seed, name, err)
	}
	s.tidy()
	if s.IntN(5) == 0 {
		s.die(name, at)
	}
}

// tidy makes sure that nothing lies about but the vault, and finished files.
func (s *strain) tidy() {
	s.Helper()
	s.must(filepath.WalkDir(s.folder, func(path string, _ os.DirEntry, err error) error {
		name := strings.TrimPrefix(path, s.folder)
		for _, bad := range []string{".part", ".leaving", ".look", ".aside", ".returned", "/.cairn-"} {
			if strings.Contains(name, bad) {
				s.Errorf("seed %d: %s lies about", *seed, name)
			}
		}
		return err
	}))
}

// die opens what would be there if the process had died.
func (s *strain) die(name string, at testdisk.Kind) {
	s.Helper()
	s.opened++
	state := testdisk.State{Files: map[string][]byte{}}
	for _, ending := range []string{"", "-wal"} {
		raw, err := os.ReadFile(s.vault.Path + ending)
		s.must(err)
		state.Files[ending] = raw
	}
	folder := s.outage.folder()
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "vault.cairn")
	s.must(state.Lay(path))
	d, err := db.Open(path)
	s.must(err)
	// What was written whole and only not synced can be there: it is more than was acknowledged.
	if now := s.said(d); now != s.known && at != testdisk.Sync {
		s.Errorf("seed %d: after %s failed and the process died there is another vault", *seed, name)
	}
	s.must(d.Close())
}

// shut closes the vault and opens it once more.
func (s *strain) shut() {
	s.Helper()
	s.must(errors.Join(s.life.Close(), s.vault.Close()))
	s.tidy()
	d, err := db.Open(s.vault.Path)
	s.must(err)
	if s.said(d) != s.known {
		s.Errorf("seed %d: it says something else after it was closed", *seed)
	}
	s.must(d.Close())
}

// elsewhere are the operations that write to other files than the vault.
func elsewhere(name string) bool {
	return slices.Contains([]string{"backup", "sealed backup", "saved copy", "leave", "everything"}, name)
}

// choose takes every fourth operation from those that are no edits of a plan.
func (s *strain) choose() (string, call) {
	if s.done%4 > 0 {
		next, do := s.life.choose()
		return next.Op, do
	}
	w, n := s.life.Workspace, s.done/4
	switch n % 6 {
	case 0:
		return "backup", s.life.unnamed(func(ctx context.Context) error { return s.backup(ctx, "") })
	case 1:
		return "saved copy", s.life.unnamed(func(context.Context) error { return s.vault.SaveCopy(filepath.Join(s.folder, "copy.cairn")) })
	case 2:
		return "everything", s.life.unnamed(func(ctx context.Context) error { return w.Everything(ctx, io.Discard) })
	case 3:
		return "place", s.life.unnamed(func(ctx context.Context) error { return w.SavePlace(ctx, s.life.show, "outline", `{"scroll":7}`) })
	case 4:
		s.must(w.Scour(context.Background())) // puts the words that are searched in order, which changes rows, but once
		s.known = s.said(s.vault)
		return "scour", s.life.unnamed(w.Scour)
	default:
		return "sealed backup", s.life.unnamed(func(ctx context.Context) error { return s.backup(ctx, "a stone in the river") })
	}
}

func (s *strain) backup(ctx context.Context, passphrase string) error {
	folder := backup.FolderOf(s.vault.Path)
	copied, err := folder.Take(ctx, s.vault)
	if err != nil {
		return err
	}
	_, err = folder.Finish(copied, backup.How{Passphrase: passphrase, Budget: 1 << 30, Now: time.Now(), Work: 4})
	return err
}
