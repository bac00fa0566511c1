package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"cairn/internal/door"
	"cairn/internal/ground"
	"cairn/internal/plan"
	"cairn/internal/prefs"
)

func TestSaveEverything(t *testing.T) {
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	path := filepath.Join(t.TempDir(), "plans.zip")
	wantRefusal(t, v.k.saveEverything(path), "error.no_vault")
	wantStage(t, started(v, "My plan"), "plan", "")
	wantRefusal(t, v.k.saveEverything(v.k.where()), "error.export_name")
	wantRefusal(t, v.k.saveEverything(filepath.Join(t.TempDir(), "not", "there.zip")), "error.export_failed")
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("a bundle that was refused is there: %v", err)
	}
	if err := v.k.saveEverything(path); err != nil {
		t.Fatal(err)
	}
	if raw := bytesAt(path); !bytes.HasPrefix(raw, []byte("PK")) || !bytes.Contains(raw, []byte("plans/My plan.json")) {
		t.Errorf("this was written: %.40q", raw)
	}
}

func TestSaveCopy(t *testing.T) {
	t.Run("a copy is a vault of its own with all that was planned", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		wantStage(t, started(v, "My plan"), "plan", "")
		copied := filepath.Join(t.TempDir(), "copy.cairn")
		if err := v.k.saveCopy(copied); err != nil {
			t.Fatal(err)
		}
		wantStage(t, started(v, "Later"), "plan", "")

		other := vaultAt(t, copied)
		wantStage(t, other.Retry, "plan", "")
		all, err := run(other.k, house.Load)
		if err != nil || len(all.Plans) != 1 || all.Plans[0].Name != "My plan" {
			t.Errorf("the copy holds %+v, %v", all.Plans, err)
		}
	})
	t.Run("nothing is written over the open vault, or over one that is open elsewhere", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		wantStage(t, started(v, "My plan"), "plan", "")
		wantRefusal(t, v.k.saveCopy(v.k.where()), "error.copy_itself")

		other := filepath.Join(t.TempDir(), "other.cairn")
		before := string(aVault(t, other))
		held, err := door.Hold(other)
		if err != nil {
			t.Fatal(err)
		}
		defer held.Close()
		wantRefusal(t, v.k.saveCopy(other), "error.copy_locked")
		if string(bytesAt(other)) != before {
			t.Error("the other vault has changed")
		}
	})
	t.Run("what cannot be written, and what may not, is refused with a sentence", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		wantRefusal(t, v.k.saveCopy(filepath.Join(t.TempDir(), "copy.cairn")), "error.no_vault")
		wantStage(t, started(v, "My plan"), "plan", "")
		wantRefusal(t, v.k.saveCopy(filepath.Join(t.TempDir(), "not", "there.cairn")), "error.copy_readonly")
		v.k.allowed = func(string) bool { return false }
		copied := filepath.Join(t.TempDir(), "copy.cairn")
		wantRefusal(t, v.k.saveCopy(copied), "error.vault_not_allowed")
		if _, err := os.Stat(copied); !os.IsNotExist(err) {
			t.Errorf("the copy is there: %v", err)
		}
	})
}

func TestNewVault(t *testing.T) {
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	wantRefusal(t, v.k.begin(v.k.where()), "error.new_locked")
	there := filepath.Join(t.TempDir(), "there.cairn")
	write(t, there, []byte("a letter"))
	wantRefusal(t, v.k.begin(there), "error.new_there")
	wantStage(t, v.Opening, "plan", "")

	path := filepath.Join(t.TempDir(), "new", "vault.cairn")
	if err := v.k.begin(path); err != nil {
		t.Fatal(err)
	}
	wantStage(t, v.Opening, "first", "")
	if v.k.where() != path {
		t.Errorf("the vault is %s", v.k.where())
	}
}

func TestNamesOfFiles(t *testing.T) {
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	write(t, path("there.cairn"), nil)
	for name, want := range map[string]string{
		"": "", path("plans"): path("plans.cairn"), path("a.Cairn"): path("a.Cairn"),
		path("2026.11"): path("2026.11.cairn"),
		path("there"):   path("there"), // nobody was asked whether that one may be replaced
	} {
		if got := ended(name, ".cairn"); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
	if got := existing(path("there.cairn/x")); got != folder {
		t.Errorf("the folder to be shown is %s", got)
	}
}

func TestRecentVaults(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	path := func(name string) string { return filepath.Join(home, name) }
	for _, name := range []string{"one.cairn", "two.cairn", "open.cairn"} {
		write(t, path(name), nil)
	}
	got := recentVaults([]string{path("two.cairn"), path("gone.cairn"), path("open.cairn"), home, path("one.cairn")}, path("open.cairn"))
	if len(got) != 2 || got[0].Name != "two" || got[1].Name != "one" || got[0].Folder != "~" {
		t.Errorf("recent are %+v", got)
	}
}

func TestGround(t *testing.T) {
	home := t.TempDir()
	dropbox := filepath.Join(home, "Dropbox")
	if err := os.Mkdir(dropbox, 0o700); err != nil {
		t.Fatal(err)
	}
	want := ground.Ground{Kind: ground.Synced, Name: "Dropbox"}
	v := vaultAt(t, filepath.Join(dropbox, "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	wantGround(t, v, want)
	if err := v.KnowGround(); err != nil {
		t.Fatal(err)
	}
	wantGround(t, v, ground.Ground{})

	// A copy on firm ground has nothing to tell.
	moved := filepath.Join(home, "vault.cairn")
	if err := v.k.saveCopy(moved); err != nil {
		t.Fatal(err)
	}
	other := vaultAt(t, moved)
	wantStage(t, other.Retry, "plan", "")
	wantGround(t, other, ground.Ground{})
}

func wantGround(t *testing.T, v *Vault, want ground.Ground) {
	t.Helper()
	if state, err := v.Opening(); err != nil || state.Ground != want {
		t.Errorf("it says %+v, %v, want %+v", state.Ground, err, want)
	}
}

func TestNews(t *testing.T) {
	t.Run("each piece is told once", func(t *testing.T) {
		v := &Vault{k: newKeep(), w: newWindow(prefs.Nowhere())}
		v.w.news.hand("/a/vault.cairn")
		v.w.news.cutOff()
		for _, want := range []News{{File: "/a/vault.cairn", CutOff: true}, {}} {
			if got, err := v.News(); got != want || err != nil {
				t.Errorf("the news are %+v, %v, want %+v", got, err, want)
			}
		}
	})
	t.Run("a file without a whole path is none", func(t *testing.T) {
		var b board
		b.hand("vault.cairn")
		if got := b.take(); got.File != "" {
			t.Errorf("it handed %q", got.File)
		}
	})
}

func TestFront(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state")
	first := newWindow(prefs.Nowhere())
	place, elsewhere := takeFront(state, door.Message{}, first)
	if elsewhere || first.news.take().CutOff {
		t.Fatal("the first start is not the first")
	}
	second, elsewhere := takeFront(state, door.Message{File: "/a/vault.cairn"}, newWindow(prefs.Nowhere()))
	if !elsewhere {
		t.Error("the second start has a window of its own")
	}
	second.leave()
	place.leave()

	third, elsewhere := takeFront(state, door.Message{}, first)
	if elsewhere || first.news.take().CutOff {
		t.Error("after an end in good order it is a start like the first")
	}
	if err := third.door.Close(); err != nil { // as a kill does, but for the mark
		t.Fatal(err)
	}
	last := newWindow(prefs.Nowhere())
	fourth, _ := takeFront(state, door.Message{}, last)
	defer fourth.leave()
	if !last.news.take().CutOff {
		t.Error("nobody tells that the run before was cut off")
	}
}

func wantRefusal(t *testing.T, err error, key string) {
	t.Helper()
	var refusal *plan.Error
	if !errors.As(err, &refusal) || refusal.Key != key {
		t.Errorf("error %v, want %s", err, key)
	}
}

func TestAnswersForNewFiles(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("CAIRN_ANSWER", filepath.Join(folder, "answer"))
	if got := answeredWith(folder, "Sea.png"); got != "" {
		t.Errorf("who turns away saves as %q", got)
	}
	write(t, filepath.Join(folder, "answer"), []byte("/home/me/Sea.png\n"))
	if got := answeredWith(folder, "Sea.png"); got != "/home/me/Sea.png" {
		t.Errorf("the answer is %q", got)
	}
	if err := os.Unsetenv("CAIRN_ANSWER"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Sea.png", "Sea 2.png", "Sea 3.png"} {
		got := answeredWith(folder, "Sea.png")
		if got != filepath.Join(folder, want) {
			t.Errorf("without anybody to ask it lies in %q, not in %s", got, want)
		}
		write(t, got, nil)
	}
}
