package db

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// set is a set of migrations.
func set(texts ...string) fs.FS {
	files := fstest.MapFS{}
	for i, text := range texts {
		files["000"+string(rune('1'+i))+"_x.sql"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

const (
	first = `CREATE TABLE stone (id TEXT PRIMARY KEY, below TEXT REFERENCES stone (id) ON DELETE CASCADE) STRICT;
		INSERT INTO stone VALUES ('a', NULL), ('b', 'a');`
	second = `ALTER TABLE stone ADD COLUMN weight INTEGER NOT NULL DEFAULT 1;`
	third  = `CREATE TABLE stone_new (id TEXT PRIMARY KEY, below TEXT REFERENCES stone (id) ON DELETE CASCADE, weight INTEGER) STRICT;
		INSERT INTO stone_new SELECT id, below, weight FROM stone;
		DROP TABLE stone;
		ALTER TABLE stone_new RENAME TO stone;`
)

// old makes a vault at version 1 of the fake sets, and says where.
func old(t *testing.T, more ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vault.cairn")
	d, err := create(path, set(first))
	must(t, err)
	for _, text := range more {
		run(t, d.Write, text)
	}
	must(t, d.Close())
	return path
}

func TestMigrate(t *testing.T) {
	t.Run("brings an older vault up, one file after the other", func(t *testing.T) {
		path := old(t)
		d, err := open(path, set(first, second, third))
		must(t, err)
		defer d.Close()
		if !d.Migrated || ask[int](t, d.Read, "PRAGMA user_version") != 3 {
			t.Error("it is not at version 3")
		}
		if sum := ask[int](t, d.Read, "SELECT sum(weight) FROM stone"); sum != 2 {
			t.Errorf("the stones weigh %d", sum)
		}
	})

	t.Run("keeps a copy of the vault as it was", func(t *testing.T) {
		path := old(t)
		d, err := open(path, set(first, second))
		must(t, err)
		must(t, d.Close())
		if want := path + ".before-v2.cairn"; d.Copy != want {
			t.Fatalf("the copy is %q, want %q", d.Copy, want)
		}
		info, err := os.Stat(d.Copy)
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("the copy is %v", info.Mode())
		}
		before, err := open(d.Copy, set(first)) // the program of then opens it
		must(t, err)
		defer before.Close()
		if n := ask[int](t, before.Read, "SELECT count(*) FROM stone"); n != 2 || before.Migrated {
			t.Errorf("%d stones in the copy", n)
		}
	})

	t.Run("never writes over an earlier copy", func(t *testing.T) {
		path := old(t)
		must(t, os.WriteFile(path+".before-v2.cairn", []byte("precious"), 0o600))
		d, err := open(path, set(first, second))
		must(t, err)
		defer d.Close()
		if d.Copy != path+".before-v2-2.cairn" {
			t.Errorf("the copy is %q", d.Copy)
		}
	})

	t.Run("leaves the new version in the file itself, not in a -wal", func(t *testing.T) {
		path := old(t)
		d, err := pool(dsn(path, nil), 1)
		must(t, err)
		defer d.Close()
		must(t, migrate(t.Context(), d, 1, []string{first, second}))
		if h, err := readHeader(path); err != nil || h.version != 2 {
			t.Errorf("the header says %d, %v", h.version, err)
		}
	})

	t.Run("does nothing to a vault of this version", func(t *testing.T) {
		path := old(t)
		before := hash(t, filepath.Dir(path))
		d, err := open(path, set(first))
		must(t, err)
		must(t, d.Close())
		if d.Migrated || d.Copy != "" || hash(t, filepath.Dir(path)) != before {
			t.Error("it did something")
		}
	})

	t.Run("refuses a vault that is ahead", func(t *testing.T) {
		path := old(t)
		d, err := open(path, set(first, second))
		must(t, err)
		must(t, d.Close())
		_, err = open(path, set(first))
		if p := ProblemOf(path, err); p == nil || p.Code != Newer {
			t.Errorf("got %v", err)
		}
	})

	t.Run("can rebuild a table under its triggers, which the journal makes anew", func(t *testing.T) {
		path := old(t, `CREATE TABLE note (id TEXT) STRICT;
			CREATE TRIGGER journal_stone_insert AFTER INSERT ON stone BEGIN INSERT INTO note VALUES (new.below); END`)
		d, err := open(path, set(first, "ALTER TABLE stone DROP COLUMN below"))
		must(t, err)
		defer d.Close()
		if n := ask[int](t, d.Read, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"); n != 0 {
			t.Errorf("%d triggers", n)
		}
	})

	for name, broken := range map[string][]string{
		"fails":                           {second, "CREATE TABLE half (id TEXT); SELECT nonsense"},
		"leaves rows that point nowhere":  {"DELETE FROM stone WHERE id = 'a'"},
		"breaks the rule of a row":        {"INSERT INTO stone VALUES ('a', NULL)"},
		"is followed by one that is void": {second, "DROP TABLE nowhere"},
	} {
		t.Run("changes nothing when a migration "+name, func(t *testing.T) {
			path := old(t)
			before := hash(t, filepath.Dir(path))
			d, err := open(path, set(append([]string{first}, broken...)...))
			if err == nil {
				_ = d.Close()
				t.Fatal("it went through")
			}
			if after := hash(t, filepath.Dir(path)); after != before {
				t.Errorf("the folder was\n%sand is\n%s", before, after)
			}
		})
	}
}

func TestMigrations(t *testing.T) {
	t.Run("refuses a set with a gap or a name without a number", func(t *testing.T) {
		for _, name := range []string{"0002_x.sql", "x.sql", "0000_x.sql"} {
			if _, err := migrations(fstest.MapFS{name: {Data: []byte(first)}}); err == nil {
				t.Errorf("%s went through", name)
			}
		}
	})

	t.Run("makes tables that are all strict", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		loose := ask[string](t, d.Read, `SELECT coalesce(group_concat(name), '') FROM pragma_table_list
			WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'`)
		if loose != "" {
			t.Errorf("not strict: %s", strings.ReplaceAll(loose, ",", ", "))
		}
	})
}
