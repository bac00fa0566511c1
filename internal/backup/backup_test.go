package backup

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"cairn/db"
)

const passphrase = "a stone in the river"

// cheap is a cost of a guess at which a test does not wait.
const cheap = 4

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// house is a vault with one client, and the folder of its backups.
func house(t *testing.T) (*db.DB, Folder) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my vault.cairn")
	d, err := db.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	add(t, d, "Ada")
	return d, FolderOf(path)
}

func add(t *testing.T, d *db.DB, name string) {
	t.Helper()
	_, err := d.Write.Exec("INSERT INTO client (id, name, created_at) VALUES (?, ?, '2026-01-01T00:00:00Z')", name, name)
	must(t, err)
	_, err = d.Write.Exec("INSERT INTO plan (id, client_id, name, subject, rank, created_at, changed_at) VALUES (?, ?, ?, 'me', 'a', '2026-01-01', '2026-01-01')",
		name, name, "Plan of "+name)
	must(t, err)
}

func make1(t *testing.T, d *db.DB, f Folder, how Way) Made {
	t.Helper()
	m, err := makeOne(t, d, f, how)
	must(t, err)
	return m
}

// Way is what of How a test chooses.
type Way struct {
	passphrase, second string
	budget             int64
	after              time.Duration
}

func (w Way) how() How {
	if w.budget == 0 {
		w.budget = plenty
	}
	return How{Passphrase: w.passphrase, Second: w.second, Budget: w.budget, Now: aDay().Add(w.after), Work: cheap}
}

func makeOne(t *testing.T, d *db.DB, f Folder, how Way) (Made, error) {
	t.Helper()
	snap, err := f.Take(t.Context(), d)
	if err != nil {
		return Made{}, err
	}
	return f.Finish(snap, how.how())
}

func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if !errors.Is(err, fs.ErrNotExist) {
		must(t, err)
	}
	all := []string{}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, ", ")
}

func plansIn(t *testing.T, f Folder, b Backup, passphrase string) string {
	t.Helper()
	in, err := f.Look(t.Context(), b, passphrase)
	must(t, err)
	plans := []string{}
	for _, p := range in.Plans {
		plans = append(plans, p.Name)
	}
	return strings.Join(plans, ", ")
}

func TestFinish(t *testing.T) {
	t.Run("names what it holds by the moment, for this user alone, beside the vault", func(t *testing.T) {
		d, f := house(t)
		m := make1(t, d, f, Way{})
		if m.Name != "my vault 2026-11-28T12-00-00Z.cairn" || m.Sealed || m.Size == 0 {
			t.Errorf("made %+v", m)
		}
		if f.Path != filepath.Join(filepath.Dir(d.Path), "backups") || names(t, f.Path) != m.Name {
			t.Errorf("in %s lies %s", f.Path, names(t, f.Path))
		}
		for path, want := range map[string]fs.FileMode{f.Path: 0o700, f.At(m.Backup): 0o600} {
			if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != want {
				t.Errorf("%s is %v, %v", path, info.Mode(), err)
			}
		}
		if got := plansIn(t, f, m.Backup, ""); got != "Plan of Ada" {
			t.Errorf("holds %s", got)
		}
		if next := make1(t, d, f, Way{}); next.Name != "my vault 2026-11-28T12-00-01Z.cairn" {
			t.Errorf("the next of the same second is %s", next.Name)
		}
	})

	t.Run("seals: no word of it can be read, and it opens with what the stock tool is made of", func(t *testing.T) {
		d, f := house(t)
		m := make1(t, d, f, Way{passphrase: passphrase})
		if m.Name != "my vault 2026-11-28T12-00-00Z.cairn.age" || !m.Sealed || names(t, f.Path) != m.Name {
			t.Errorf("made %+v beside %s", m, names(t, f.Path))
		}
		raw, err := os.ReadFile(f.At(m.Backup))
		must(t, err)
		if bytes.Contains(raw, []byte("Ada")) || !bytes.HasPrefix(raw, []byte("age-encryption.org/v1")) {
			t.Error("it is not sealed")
		}
		identity, err := age.NewScryptIdentity(passphrase)
		must(t, err)
		opened, err := age.Decrypt(bytes.NewReader(raw), identity)
		must(t, err)
		var plain bytes.Buffer
		_, err = plain.ReadFrom(opened)
		must(t, err)
		if !bytes.HasPrefix(plain.Bytes(), []byte("SQLite format 3\x00")) || !bytes.Contains(plain.Bytes(), []byte("Plan of Ada")) {
			t.Error("what is inside is no vault")
		}
		if got := plansIn(t, f, m.Backup, passphrase); got != "Plan of Ada" || names(t, f.Path) != m.Name {
			t.Errorf("holds %s, and left %s", got, names(t, f.Path))
		}
		for _, wrong := range []string{"", "a stone in the rivers"} {
			if _, err := f.Look(t.Context(), m.Backup, wrong); !errors.Is(err, ErrPassphrase) {
				t.Errorf("opened with %q: %v", wrong, err)
			}
		}
		if names(t, f.Path) != m.Name {
			t.Errorf("left %s", names(t, f.Path))
		}
	})

	t.Run("throws away what need not be kept only once a new one is there", func(t *testing.T) {
		d, f := house(t)
		const month = 30 * 24 * time.Hour
		old := make1(t, d, f, Way{after: -20*month - 2*time.Hour})
		older := make1(t, d, f, Way{after: -20 * month})
		stranger := filepath.Join(f.Path, "other 2020-01-01T00-00-00Z.cairn")
		must(t, os.WriteFile(stranger, []byte("x"), 0o600))
		for _, broken := range []func() error{
			func() error { _, err := f.Take(t.Context(), &db.DB{Path: f.Path}); return err },
			func() error { _, err := f.Finish(Snapshot{filepath.Join(f.Path, "none")}, Way{}.how()); return err },
		} {
			if broken() == nil || !there(f.At(old.Backup)) || !there(f.At(older.Backup)) {
				t.Fatalf("left %s", names(t, f.Path))
			}
		}
		m := make1(t, d, f, Way{})
		if there(f.At(old.Backup)) || !there(f.At(older.Backup)) || !there(f.At(m.Backup)) || !there(stranger) {
			t.Errorf("left %s", names(t, f.Path))
		}
		last := make1(t, d, f, Way{after: time.Hour, budget: 1})
		if all, err := f.List(); err != nil || len(all) != 1 || all[0].Name != last.Name {
			t.Errorf("left %v, %v", all, err)
		}
	})

	t.Run("takes away what a try has left that was killed", func(t *testing.T) {
		d, f := house(t)
		must(t, os.MkdirAll(f.Path, 0o700))
		for _, left := range []string{"my vault.part", "my vault.cairn.age.part", "my vault.look.part", "my vault.look7.part"} {
			must(t, os.WriteFile(filepath.Join(f.Path, left), []byte("half"), 0o600))
		}
		if m := make1(t, d, f, Way{}); names(t, f.Path) != m.Name {
			t.Errorf("left %s", names(t, f.Path))
		}
	})

	t.Run("takes nothing from somebody who looks into a backup", func(t *testing.T) {
		d, f := house(t)
		must(t, os.MkdirAll(f.Path, 0o700))
		must(t, os.WriteFile(f.looked(), []byte("open"), 0o600))
		make1(t, d, f, Way{})
		if !there(f.looked()) {
			t.Errorf("left %s", names(t, f.Path))
		}
	})
}

func TestSecondPlace(t *testing.T) {
	t.Run("gets the same file, and keeps to the same rules", func(t *testing.T) {
		d, f := house(t)
		stick := t.TempDir()
		for i := range 3 {
			m := make1(t, d, f, Way{second: stick, budget: 1, passphrase: passphrase, after: time.Duration(i) * time.Hour})
			one, err := os.ReadFile(f.At(m.Backup))
			must(t, err)
			two, err := os.ReadFile(filepath.Join(stick, m.Name))
			must(t, err)
			if m.Second != nil || !bytes.Equal(one, two) || names(t, stick) != m.Name {
				t.Errorf("%v; there lies %s", m.Second, names(t, stick))
			}
		}
	})

	t.Run("that is not there, or can't be written, stops nothing", func(t *testing.T) {
		d, f := house(t)
		away := filepath.Join(t.TempDir(), "stick")
		m := make1(t, d, f, Way{second: away})
		if !errors.Is(m.Second, ErrAbsent) || !there(f.At(m.Backup)) || there(away) {
			t.Errorf("made %+v", m)
		}
		taken := t.TempDir()
		must(t, os.MkdirAll(filepath.Join(taken, "my vault 2026-11-28T13-00-00Z.cairn.part", "x"), 0o700))
		must(t, os.MkdirAll(filepath.Join(taken, "my vault 2026-11-28T13-00-00Z.cairn", "x"), 0o700))
		m = make1(t, d, f, Way{second: taken, after: time.Hour})
		if m.Second == nil || !there(f.At(m.Backup)) {
			t.Errorf("made %+v", m)
		}
		if left := names(t, taken); left != "my vault 2026-11-28T13-00-00Z.cairn" {
			t.Errorf("left %s", left)
		}
	})
}

func TestList(t *testing.T) {
	_, f := house(t)
	if all, err := f.List(); err != nil || len(all) != 0 {
		t.Errorf("none yet: %v, %v", all, err)
	}
	must(t, os.MkdirAll(filepath.Join(f.Path, "my vault 2026-11-28T15-00-00Z.cairn"), 0o700)) // a folder
	for _, name := range []string{
		"my vault 2026-11-28T12-00-00Z.cairn", "my vault 2026-11-28T13-00-00Z.cairn.age", "my vault 2026-11-28T14-00-00Z.cairn.part",
		"my vault 2 2026-11-28T12-00-00Z.cairn", "vault 2026-11-28T12-00-00Z.cairn", "my vault 2026-13-28T12-00-00Z.cairn", "my vault.cairn",
	} {
		must(t, os.WriteFile(filepath.Join(f.Path, name), []byte("abc"), 0o600))
	}
	all, err := f.List()
	must(t, err)
	got := []string{}
	for _, b := range all {
		got = append(got, b.Name)
	}
	want := []string{"my vault 2026-11-28T13-00-00Z.cairn.age", "my vault 2026-11-28T12-00-00Z.cairn"}
	if !slices.Equal(got, want) || Used(all) != 6 || !all[0].Sealed || all[1].Sealed {
		t.Errorf("lists %v", all)
	}
	if _, is := f.Find("../my vault 2026-11-28T12-00-00Z.cairn"); is {
		t.Error("a name leads out of the folder")
	}
}

func TestRestore(t *testing.T) {
	for _, secret := range []string{"", passphrase} {
		t.Run("brings back what was there, with the passphrase "+secret, func(t *testing.T) {
			d, f := house(t)
			m := make1(t, d, f, Way{passphrase: secret})
			add(t, d, "Ben")
			must(t, d.Close())
			ready, err := f.Ready(t.Context(), m.Backup, secret, d.Path)
			must(t, err)
			aside, err := Replace(d.Path, ready, aDay())
			must(t, err)
			wantPlans(t, d.Path, 1)
			wantPlans(t, aside.Path(), 2)
			must(t, aside.Back())
			wantPlans(t, d.Path, 2)
			if left := names(t, filepath.Dir(d.Path)); left != "backups, my vault.cairn" {
				t.Errorf("left %s", left)
			}
			ready, err = f.Ready(t.Context(), m.Backup, secret, d.Path)
			must(t, err)
			aside, err = Replace(d.Path, ready, aDay())
			must(t, err)
			must(t, aside.Forget())
			wantPlans(t, d.Path, 1)
			if left := names(t, filepath.Dir(d.Path)); left != "backups, my vault.cairn" {
				t.Errorf("left %s", left)
			}
		})
	}

	t.Run("takes the -wal along that belongs to what makes way", func(t *testing.T) {
		d, f := house(t)
		m := make1(t, d, f, Way{})
		must(t, d.Close())
		must(t, os.WriteFile(d.Path+"-wal", []byte("wal"), 0o600))
		ready, err := f.Ready(t.Context(), m.Backup, "", d.Path)
		must(t, err)
		aside, err := Replace(d.Path, ready, aDay())
		must(t, err)
		if there(d.Path+"-wal") || !there(aside.Path()+"-wal") {
			t.Errorf("left %s", names(t, filepath.Dir(d.Path)))
		}
		must(t, aside.Back())
		if raw, err := os.ReadFile(d.Path + "-wal"); err != nil || string(raw) != "wal" {
			t.Errorf("the -wal is %q, %v", raw, err)
		}
	})

	t.Run("refuses one that is damaged, and leaves nothing", func(t *testing.T) {
		for _, secret := range []string{"", passphrase} {
			d, f := house(t)
			m := make1(t, d, f, Way{passphrase: secret})
			raw, err := os.ReadFile(f.At(m.Backup))
			must(t, err)
			for i := len(raw) / 4; i < len(raw)/2; i++ {
				raw[i] ^= 0x5a
			}
			must(t, os.WriteFile(f.At(m.Backup), raw, 0o600))
			if err := f.Good(t.Context(), m.Backup, secret); err == nil {
				t.Error("it is called good")
			}
			if _, err := f.Ready(t.Context(), m.Backup, secret, d.Path); err == nil {
				t.Error("it is ready")
			}
			must(t, d.Close())
			if left := names(t, filepath.Dir(d.Path)); left != "backups, my vault.cairn" {
				t.Errorf("left %s", left)
			}
		}
	})

	t.Run("never leaves a moment in which there is no vault", func(t *testing.T) {
		d, f := house(t)
		m := make1(t, d, f, Way{})
		must(t, d.Close())
		done, gone := make(chan struct{}), make(chan int)
		go func() {
			n := 0
			for {
				select {
				case <-done:
					gone <- n
					return
				default:
					if !there(d.Path) {
						n++
					}
				}
			}
		}()
		for range 20 {
			ready, err := f.Ready(t.Context(), m.Backup, "", d.Path)
			must(t, err)
			aside, err := Replace(d.Path, ready, aDay())
			must(t, err)
			must(t, aside.Back())
		}
		close(done)
		if n := <-gone; n > 0 {
			t.Errorf("it was away %d times", n)
		}
	})

	t.Run("puts all back where what is ready has gone", func(t *testing.T) {
		d, _ := house(t)
		must(t, d.Close())
		if _, err := Replace(d.Path, d.Path+".restored.part", aDay()); err == nil {
			t.Error("it was replaced by nothing")
		}
		wantPlans(t, d.Path, 1)
	})
}

func wantPlans(t *testing.T, path string, want int) {
	t.Helper()
	in, err := db.LookInside(t.Context(), path)
	must(t, err)
	if len(in.Plans) != want {
		t.Errorf("%d plans, want %d", len(in.Plans), want)
	}
}

func TestPurge(t *testing.T) {
	for _, secret := range []string{"", passphrase} {
		t.Run("takes a client out of a backup, with the passphrase "+secret, func(t *testing.T) {
			d, f := house(t)
			before := make1(t, d, f, Way{passphrase: secret})
			add(t, d, "Ben")
			with := make1(t, d, f, Way{passphrase: secret, after: time.Hour})
			how := Way{passphrase: secret}.how()
			for _, tail := range tails() { // of a purge that was killed
				must(t, os.WriteFile(filepath.Join(f.Path, f.Vault+part+tail), []byte("Ben"), 0o600))
			}
			must(t, f.Purge(t.Context(), f, with.Backup, "Ben", how))
			if got := plansIn(t, f, with.Backup, secret); got != "Plan of Ada" {
				t.Errorf("holds %s", got)
			}
			if err := f.Purge(t.Context(), f, before.Backup, "Ben", how); !errors.Is(err, db.ErrNotInside) {
				t.Errorf("error %v", err)
			}
			if left := names(t, f.Path); left != before.Name+", "+with.Name {
				t.Errorf("left %s", left)
			}
			stick := Folder{t.TempDir(), f.Vault}
			both := make1(t, d, f, Way{passphrase: secret, second: stick.Path, after: 2 * time.Hour})
			must(t, f.Purge(t.Context(), stick, both.Backup, "Ben", how))
			if got := plansIn(t, stick, both.Backup, secret); got != "Plan of Ada" || names(t, stick.Path) != both.Name {
				t.Errorf("the stick holds %s in %s", got, names(t, stick.Path))
			}
		})
	}
}

func TestNewPassphrase(t *testing.T) {
	all := strings.Fields(words)
	if len(all) != 256 {
		t.Fatalf("%d words", len(all))
	}
	slices.Sort(all)
	if len(slices.Compact(all)) != 256 {
		t.Error("one is there twice")
	}
	for _, word := range all {
		if len(word) > 8 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("%s is not easily written down", word)
		}
	}
	one, other := NewPassphrase(), NewPassphrase()
	if one == other || len(strings.Split(one, "-")) != wordsOfOne {
		t.Errorf("%s and %s", one, other)
	}
}
