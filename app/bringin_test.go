package app

import (
	"path/filepath"
	"testing"

	"cairn/internal/backup"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

func TestBringIn(t *testing.T) {
	from := handOverAt(t)
	all, err := run(from.k, house.Load)
	if err != nil {
		t.Fatal(err)
	}
	item := workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID}, Title: "Sail"}
	if _, err := run1(from.k, house.AddItem, item); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "everything.zip")
	if err := from.k.saveEverything(path); err != nil {
		t.Fatal(err)
	}
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	h := &HandOver{k: v.k, w: v.w}
	in, err := h.lookIn(path)
	if err != nil || in.Name != "everything.zip" || len(in.Came.Clients) != 2 {
		t.Fatalf("%+v, %v", in, err)
	}
	_, err = h.BringIn(Choices{Token: "another", Theirs: []string{}})
	wantRefusal(t, err, "error.bundle_gone")
	c, err := h.BringIn(Choices{Token: in.Came.Token, Theirs: []string{}})
	if err != nil || len(c.Plans) != 2 || len(c.Clients) != 2 || c.Undo.Op != "bundle" || h.bundle != nil {
		t.Errorf("%+v, %v", c, err)
	}
	if made, err := backup.FolderOf(v.k.where()).List(); err != nil || len(made) == 0 {
		t.Errorf("before it no backup was made: %v, %v", made, err)
	}

	t.Run("what is none, or may not be read, is refused and let go of", func(t *testing.T) {
		letter := filepath.Join(t.TempDir(), "letter.zip")
		write(t, letter, []byte("A letter to my sister."))
		_, err := h.lookIn(letter)
		wantRefusal(t, err, "error.bundle_none")
		_, err = h.lookIn(filepath.Join(t.TempDir(), "none.zip"))
		wantRefusal(t, err, "error.import_unreadable")
		_, err = h.lookIn(t.TempDir())
		wantRefusal(t, err, "error.import_unreadable")
		if h.bundle != nil {
			t.Error("the file is still open")
		}
		if _, err := h.lookIn(path); err != nil {
			t.Fatal(err)
		}
		if err := h.ForgetBundle(); err != nil || h.bundle != nil {
			t.Errorf("the file is still open, %v", err)
		}
		h.k.allowed = func(string) bool { return false }
		_, err = h.lookIn(path)
		wantRefusal(t, err, "error.vault_not_allowed")
	})
}

func TestOpenABundle(t *testing.T) {
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	_, err := v.Open(filepath.Join(t.TempDir(), "Everything.ZIP"))
	wantRefusal(t, err, "error.bundle_open")
}
