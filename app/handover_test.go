package app

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// handOverAt is a vault with a client who has a plan, open.
func handOverAt(t *testing.T) *HandOver {
	t.Helper()
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	if _, err := run1(v.k, house.AddClient, "Ada Marlow"); err != nil {
		t.Fatal(err)
	}
	if _, err := run2(v.k, house.AddPlan, "A boat", plan.Me); err != nil {
		t.Fatal(err)
	}
	return &HandOver{k: v.k, w: v.w}
}

func TestHandOver(t *testing.T) {
	h := handOverAt(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "Ada.cairn")
	if err := h.k.handOver(path); err != nil {
		t.Fatal(err)
	}
	there := vaultAt(t, path)
	wantStage(t, there.Retry, "plan", "")
	_, err := h.k.lookAt(path)
	wantRefusal(t, err, "error.vault_locked")
	wantRefusal(t, h.k.handOver(path), "error.handover_locked")
	all, err := run(there.k, house.Load)
	if err != nil || len(all.Clients) != 1 || !all.Clients[0].Own {
		t.Fatalf("%+v, %v", all.Clients, err)
	}
	item := workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID}, Title: "Sail"}
	if _, err := run1(there.k, house.AddItem, item); err != nil {
		t.Fatal(err)
	}
	there.k.close()

	before := bytesAt(path)
	seen, err := h.k.lookAt(path)
	if err != nil || seen.New != 1 {
		t.Fatalf("%+v, %v", seen, err)
	}
	_, err = h.TakeBack(Choices{Token: "another", Theirs: []string{}})
	wantRefusal(t, err, "error.return_gone")
	c, err := h.TakeBack(Choices{Token: seen.Token, Theirs: []string{}})
	if err != nil || len(c.Items) != 1 || c.Items[0].Title != "Sail" {
		t.Errorf("%+v, %v", c, err)
	}
	if !bytes.Equal(before, bytesAt(path)) {
		t.Error("the file that came back has changed")
	}
	if files, err := os.ReadDir(folder); err != nil || len(files) != 1 {
		t.Errorf("beside it lies %v, %v", files, err)
	}
}

func TestHandOverIsRefused(t *testing.T) {
	h := handOverAt(t)
	wantRefusal(t, h.Show(), "error.no_handover")
	wantRefusal(t, h.k.handOver(h.k.where()), "error.copy_itself")
	_, err := h.k.lookAt(h.k.where())
	wantRefusal(t, err, "error.return_itself")
	wantRefusal(t, h.k.handOver(filepath.Join(t.TempDir(), "nowhere", "a.cairn")), "error.handover_readonly")
	letter := filepath.Join(t.TempDir(), "letter.cairn")
	write(t, letter, []byte("A letter to my sister."))
	_, err = h.k.lookAt(letter)
	wantRefusal(t, err, "error.vault_foreign")
	_, err = h.k.lookAt(filepath.Join(t.TempDir(), "none.cairn"))
	wantRefusal(t, err, "error.vault_missing")
	h.k.allowed = func(string) bool { return false }
	wantRefusal(t, h.k.handOver(letter), "error.vault_not_allowed")
	_, err = h.k.lookAt(letter)
	wantRefusal(t, err, "error.vault_not_allowed")
	if string(bytesAt(letter)) != "A letter to my sister." {
		t.Error("the letter has changed")
	}
}
