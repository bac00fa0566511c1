package db

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestBackup(t *testing.T) {
	t.Run("is the vault of one moment, proven, for this user alone, and the vault is as it was", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		run(t, d.Write, someClients)
		before, err := d.Check(t.Context())
		must(t, err)
		part := filepath.Join(t.TempDir(), "a copy?.part")
		proof, err := d.Backup(t.Context(), part)
		must(t, err)
		if proof != before || proof.Rows < 2000 {
			t.Errorf("the copy comes to %+v, the vault to %+v", proof, before)
		}
		if info, err := os.Stat(part); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("the copy is %v, %v", info, err)
		}
		if left := names(t, filepath.Dir(part)); left != "a copy?.part" {
			t.Errorf("beside the copy lies %s", left)
		}
		name := filepath.Join(filepath.Dir(part), "vault.cairn")
		must(t, Settle(part, name))
		wantClients(t, name, 2000)
	})

	t.Run("takes the place of a try that was killed", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		part := filepath.Join(t.TempDir(), "x.part")
		must(t, os.WriteFile(part, []byte("half"), 0o600))
		must(t, os.WriteFile(part+"-journal", []byte("half"), 0o600))
		_, err := d.Backup(t.Context(), part)
		must(t, err)
		if left := names(t, filepath.Dir(part)); left != "x.part" {
			t.Errorf("beside the copy lies %s", left)
		}
	})

	t.Run("that is not wanted any more, or has nowhere to go, leaves nothing", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		run(t, d.Write, someClients)
		folder := t.TempDir()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := d.Backup(ctx, filepath.Join(folder, "x.part")); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		if left := names(t, folder); left != "" {
			t.Errorf("left %s", left)
		}
		_, err := d.Backup(t.Context(), filepath.Join(folder, "not", "there.part"))
		wantRefusal(t, err, Missing)
		addClient(t, d, "Ada")
	})

	t.Run("of a damaged vault is none", func(t *testing.T) {
		d := newVault(t)
		run(t, d.Write, someClients)
		must(t, d.Close())
		spoil(t, d.Path)
		d = &DB{Path: d.Path}
		part := filepath.Join(t.TempDir(), "x.part")
		_, err := d.Backup(t.Context(), part)
		wantRefusal(t, err, Damaged)
		if left := names(t, filepath.Dir(part)); left != "" {
			t.Errorf("left %s", left)
		}
	})
}

// An edit does not wait: it is done while a backup is in the midst of it, and the
// backup holds either all or nothing of each.
func TestBackupBesideEdits(t *testing.T) {
	d := newVault(t)
	defer d.Close()
	run(t, d.Write, manyClients)
	over := make(chan struct{})
	var edits sync.WaitGroup
	var longest time.Duration
	done := 0
	edits.Go(func() {
		for ; ; done++ {
			select {
			case <-over:
				return
			default:
			}
			began := time.Now()
			tx, err := d.Write.Begin()
			must(t, err)
			for _, half := range []string{"a", "b"} {
				_, err = tx.Exec("INSERT INTO client (id, name, created_at) VALUES (?, 'twin', '2026-01-01T00:00:00Z')",
					fmt.Sprintf("%s%d", half, done))
				must(t, err)
			}
			must(t, tx.Commit())
			longest = max(longest, time.Since(began))
		}
	})
	began := time.Now()
	part := filepath.Join(t.TempDir(), "x.part")
	_, err := d.Backup(t.Context(), part)
	took := time.Since(began)
	close(over)
	edits.Wait()
	must(t, err)
	t.Logf("backup %v, %d edits meanwhile, the longest %v", took, done, longest)
	if done < 5 || longest > took {
		t.Errorf("%d edits in %v, the longest took %v", done, took, longest)
	}
	one, err := pool(asIs(part), 1)
	must(t, err)
	defer one.Close()
	if n := ask[int](t, one, "SELECT count(*) FROM client WHERE name = 'twin'"); n%2 != 0 {
		t.Errorf("%d twins", n)
	}
}

const manyClients = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
	INSERT INTO client (id, name, created_at) SELECT 'c' || i, 'client number ' || i, '2026-01-01T00:00:00Z' FROM n`

func TestProof(t *testing.T) {
	t.Run("is the same however the pages lie, and another one after each change", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		run(t, d.Write, someClients)
		seen := []string{}
		for _, change := range []string{
			"UPDATE client SET name = name || ' ' WHERE id = 'c7'",
			"DELETE FROM client WHERE id = 'c8'",
			"INSERT INTO setting (key, value) VALUES ('a', 'bc')",
			"UPDATE setting SET key = 'ab', value = 'c'",
			"CREATE INDEX client_name ON client (name)",
		} {
			run(t, d.Write, change)
			proof, err := d.Check(t.Context())
			must(t, err)
			if slices.Contains(seen, proof.Sum) {
				t.Errorf("after %s it is one that was there before", change)
			}
			seen = append(seen, proof.Sum)
		}
		run(t, d.Write, "VACUUM")
		if proof, err := d.Check(t.Context()); err != nil || proof.Sum != seen[len(seen)-1] {
			t.Errorf("%v, %v", proof, err)
		}
	})

	t.Run("finds a row that points at none", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		run(t, d.Write, "PRAGMA foreign_keys = OFF")
		run(t, d.Write, "INSERT INTO tag (id, client_id, name) VALUES ('t', 'nobody', 'lost')")
		_, err := d.Check(t.Context())
		wantRefusal(t, err, Damaged)
	})

	t.Run("is not given to what is no vault, nor to a damaged one", func(t *testing.T) {
		letter := filepath.Join(t.TempDir(), "letter.cairn")
		must(t, os.WriteFile(letter, []byte("Dear sister"), 0o600))
		_, err := Prove(t.Context(), letter)
		wantRefusal(t, err, Foreign)
		d := newVault(t)
		run(t, d.Write, someClients)
		must(t, d.Close())
		spoil(t, d.Path)
		_, err = Prove(t.Context(), d.Path)
		wantRefusal(t, err, Damaged)
	})
}

// spoil writes over what stands in the middle of a file.
func spoil(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	must(t, err)
	for i := 4196; i < len(raw)-100; i++ {
		raw[i] = 0x5a
	}
	must(t, os.WriteFile(path, raw, 0o600))
}

func TestMark(t *testing.T) {
	d := newVault(t)
	defer d.Close()
	addClient(t, d, "Ada")
	mark := func() string {
		m, err := d.Mark(t.Context())
		must(t, err)
		return m
	}
	seen := []string{mark()}
	run(t, d.Write, "INSERT INTO setting (key, value) VALUES ('a', 'b')")
	if mark() != seen[0] {
		t.Error("a setting is nothing that a person has planned")
	}
	for _, change := range []string{
		"INSERT INTO journal_step (seq, client_id, op, kind, count, private, merge, done_at) VALUES (1, 'Ada', 'add', '', 1, 0, '', '2026-01-01T00:00:00Z')",
		`INSERT INTO journal_row (step, seq, tbl, row_id, after) VALUES (1, 1, 'item', 'i', '{"title":"a"}')`,
		`UPDATE journal_row SET after = '{"title":"b"}'`,
		"UPDATE journal_step SET undone = 1",
	} {
		run(t, d.Write, change)
		if m := mark(); slices.Contains(seen, m) {
			t.Errorf("it is as before after %s", change)
		} else {
			seen = append(seen, m)
		}
	}
}

func TestLookInside(t *testing.T) {
	for version := 1; version <= 7; version++ {
		t.Run(fmt.Sprintf("a vault of version %d, and changes nothing", version), func(t *testing.T) {
			path := unzipped(t, version)
			before := hash(t, filepath.Dir(path))
			in, err := LookInside(t.Context(), path)
			must(t, err)
			if len(in.Plans) == 0 || in.Plans[0].Name == "" || !in.Plans[0].Own && version < 7 || in.Changed == "" {
				t.Errorf("holds %+v", in)
			}
			if hash(t, filepath.Dir(path)) != before {
				t.Error("the folder has changed")
			}
		})
	}

	t.Run("counts what is not in the trash", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		run(t, d.Write, `INSERT INTO client (id, name, alias, own, created_at) VALUES ('b', 'Ben', 'B.', 0, '2026-01-01'), ('a', 'Ada', '', 1, '2026-01-01')`)
		run(t, d.Write, `INSERT INTO plan (id, client_id, name, subject, rank, created_at, changed_at)
			VALUES ('p', 'a', 'A boat', 'me', 'a', '2026-01-01', '2026-01-01'), ('q', 'b', 'A book', 'me', 'a', '2026-01-01', '2026-01-01')`)
		run(t, d.Write, `INSERT INTO item (id, plan_id, parent_id, kind, title, rank, state, created_at, changed_at, trashed_at)
			VALUES ('g', 'p', NULL, 'goal', 'g', 'a', 'todo', '2026-01-01', '2026-01-01', NULL),
			('s', 'p', 'g', 'step', 's', 'a', 'done', '2026-01-01', '2026-01-01', NULL),
			('t', 'p', 'g', 'step', 't', 'b', 'todo', '2026-01-01', '2026-01-01', '2026-01-01'),
			('u', 'p', 't', 'step', 'u', 'a', 'todo', '2026-01-01', '2026-01-01', NULL)`)
		part := filepath.Join(t.TempDir(), "x.part")
		_, err := d.Backup(t.Context(), part)
		must(t, err)
		in, err := LookInside(t.Context(), part)
		must(t, err)
		want := []InsidePlan{{Client: "Ada", Own: true, Name: "A boat", Items: 2, Goals: 1, Steps: 1, Done: 1}, {Client: "Ben", Alias: "B.", Name: "A book"}}
		if !slices.Equal(in.Plans, want) {
			t.Errorf("holds %+v", in)
		}
	})
}

func TestPatiently(t *testing.T) {
	busy := errors.New("a scanner holds it")
	isBusy := func(err error) bool { return errors.Is(err, busy) }
	for name, c := range map[string]struct {
		fails int
		with  error
		tries int
		want  error
	}{
		"once, where nothing stands in the way": {0, nil, 1, nil},
		"until the scanner lets go":             {3, busy, 4, nil},
		"no longer than two seconds":            {1000, busy, patience, busy},
		"once, where it would not help":         {1000, os.ErrNotExist, 1, os.ErrNotExist},
	} {
		t.Run("tries "+name, func(t *testing.T) {
			tries, rested := 0, time.Duration(0)
			err := patiently(func() error {
				if tries++; tries <= c.fails {
					return c.with
				}
				return nil
			}, isBusy, func(d time.Duration) { rested += d })
			if !errors.Is(err, c.want) || tries != c.tries || rested != time.Duration(tries-1)*resting {
				t.Errorf("%d tries, %v of rest, %v", tries, rested, err)
			}
		})
	}
}

func unzipped(t *testing.T, version int) string {
	t.Helper()
	in, err := os.Open(fmt.Sprintf("testdata/version-%d.cairn.gz", version))
	must(t, err)
	defer in.Close()
	raw, err := gzip.NewReader(in)
	must(t, err)
	all, err := io.ReadAll(raw)
	must(t, err)
	path := filepath.Join(t.TempDir(), "vault.cairn")
	must(t, os.WriteFile(path, all, 0o600))
	return path
}
