package app

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

const words = "a stone in the river"

// backupsAt is a vault with a plan and one item, open.
func backupsAt(t *testing.T) *Backups {
	t.Helper()
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	b := &Backups{k: v.k, w: v.w}
	b.cheap()
	b.add(t, "A boat")
	return b
}

// openedAt opens a vault that must open by itself.
func openedAt(t *testing.T, path string) *Backups {
	t.Helper()
	v := vaultAt(t, path)
	wantStage(t, v.Retry, "plan", "")
	return &Backups{k: v.k, w: v.w}
}

// cheap lets no test wait for what a guess is to cost.
func (b *Backups) cheap() { b.k.open.saver.cost = 4 }

func (b *Backups) add(t *testing.T, titles ...string) (ids []string) {
	t.Helper()
	all, err := run(b.k, house.Load)
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range titles {
		added, err := run1(b.k, house.AddItem, workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID}, Title: title})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, added.Focus)
	}
	return ids
}

func (b *Backups) titles(t *testing.T) string {
	t.Helper()
	all, err := run(b.k, house.Load)
	if err != nil {
		t.Fatal(err)
	}
	titles := []string{}
	for _, i := range all.Items {
		titles = append(titles, i.Title)
	}
	slices.Sort(titles)
	return strings.Join(titles, ", ")
}

func (b *Backups) list(t *testing.T) []BackupFile {
	t.Helper()
	all, err := b.List()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// rests waits for what goes on beside.
func (b *Backups) rests() {
	b.k.open.saver.one.Lock()
	defer b.k.open.saver.one.Unlock()
}

func (b *Backups) now(t *testing.T) BackupState {
	t.Helper()
	state, err := b.Now()
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func TestBackups(t *testing.T) {
	t.Run("are made, listed and looked into", func(t *testing.T) {
		b := backupsAt(t)
		before, err := b.State()
		if err != nil || before.Count != 0 || before.Last != "" || before.Sealed || before.BudgetMB != 1000 {
			t.Errorf("begins with %+v, %v", before, err)
		}
		state := b.now(t)
		all := b.list(t)
		if state.Count != 1 || state.Last == "" || state.Failed || len(all) != 1 || state.Used != all[0].Size {
			t.Errorf("it stands at %+v, %v", state, all)
		}
		in, err := b.Inside(all[0].Name, "")
		if err != nil || len(in.Plans) != 1 || in.Plans[0].Name != "My plan" || in.Plans[0].Client != "" || in.Changed == "" {
			t.Errorf("holds %+v, %v", in, err)
		}
		_, err = b.Inside("../vault.cairn", "")
		wantRefusal(t, err, "error.backup_gone")
	})

	t.Run("are sealed from the moment on that there is a passphrase, which can be shown again", func(t *testing.T) {
		b := backupsAt(t)
		_, err := b.SetPassphrase("short")
		wantRefusal(t, err, "error.passphrase_short")
		state, err := b.SetPassphrase(words)
		if err != nil || !state.Sealed || state.Count != 1 {
			t.Errorf("it stands at %+v, %v", state, err)
		}
		if shown, err := b.Passphrase(); err != nil || shown != words {
			t.Errorf("shows %q, %v", shown, err)
		}
		one := b.list(t)[0]
		if !one.Sealed {
			t.Error("it is not sealed")
		}
		if in, err := b.Inside(one.Name, ""); err != nil || len(in.Plans) != 1 {
			t.Errorf("holds %+v, %v", in, err)
		}
		_, err = b.Inside(one.Name, "another one")
		wantRefusal(t, err, "error.backup_passphrase")
		if offered, err := b.NewPassphrase(); err != nil || len(offered) < 24 {
			t.Errorf("offers %q, %v", offered, err)
		}
	})

	t.Run("of clients leave this computer sealed or not at all", func(t *testing.T) {
		b := backupsAt(t)
		stick := t.TempDir()
		if _, err := b.rule(func(r *workspace.BackupRules) { r.Second = stick }); err != nil {
			t.Fatal(err)
		}
		count := func() int { files, _ := os.ReadDir(stick); return len(files) }
		if state := b.now(t); state.Away != "" || count() != 1 {
			t.Errorf("%+v, and %d files there", state, count())
		}
		if _, err := run1(b.k, house.AddClient, guest); err != nil {
			t.Fatal(err)
		}
		if state := b.now(t); state.Away != "unsealed" || !state.Clients || count() != 1 {
			t.Errorf("%+v, and %d files there", state, count())
		}
		state, err := b.SetPassphrase(words)
		if err != nil || state.Away != "" || count() != 2 {
			t.Errorf("%+v, %v, and %d files there", state, err, count())
		}
		if err := os.RemoveAll(stick); err != nil {
			t.Fatal(err)
		}
		if state := b.now(t); state.Away != "absent" || state.Failed {
			t.Errorf("it stands at %+v", state)
		}
		if state, err := b.DropSecond(); err != nil || state.Away != "" || state.Second != "" {
			t.Errorf("it stands at %+v, %v", state, err)
		}
	})

	t.Run("are nothing for whoever looks on", func(t *testing.T) {
		b := backupsAt(t)
		b.now(t)
		name := b.list(t)[0].Name
		if err := does(b.k, func(w house, ctx context.Context) error { return w.Share(ctx, true) }); err != nil {
			t.Fatal(err)
		}
		for what, try := range map[string]func() error{
			"List":       func() error { _, err := b.List(); return err },
			"Inside":     func() error { _, err := b.Inside(name, ""); return err },
			"Restore":    func() error { _, err := b.Restore(name, ""); return err },
			"Passphrase": func() error { _, err := b.Passphrase(); return err },
			"SetBudget":  func() error { _, err := b.SetBudget(5); return err },
		} {
			t.Run(what, func(t *testing.T) { wantRefusal(t, try(), "error.shared") })
		}
	})

	t.Run("that cannot be written change nothing, and it is told", func(t *testing.T) {
		b := backupsAt(t)
		write(t, b.k.open.saver.folder.Path, []byte("a file where the folder should be"))
		if _, err := b.Now(); err == nil {
			t.Error("it was made")
		}
		b.k.beforeRisk() // it stops nobody
		if b.titles(t) != "A boat" {
			t.Error("the vault has changed")
		}
	})
}

func TestBackUpByItself(t *testing.T) {
	b := backupsAt(t)
	s := b.k.open.saver
	now := time.Now()
	due := func(want bool, when time.Duration, why string) {
		t.Helper()
		if s.due(now.Add(when)) != want {
			t.Errorf("%s: due is not %v", why, want)
		}
	}
	due(true, 0, "there is none yet")
	b.k.backUpIfDue(now)
	if len(b.list(t)) != 1 {
		t.Fatalf("there are %v", b.list(t))
	}
	due(false, time.Minute, "nothing has changed")
	due(false, time.Hour, "nothing has changed in an hour")
	b.add(t, "A sail")
	due(false, 29*time.Minute, "half an hour is not over")
	due(true, 31*time.Minute, "something has changed, half an hour ago")
	due(true, -31*time.Minute, "the clock was turned back")
	b.k.backUpIfDue(now.Add(time.Hour))
	due(false, 2*time.Hour, "it was made")
	b.k.close()
	b.k.backUpIfDue(now.Add(3 * time.Hour)) // nothing is open
	again := vaultAt(t, b.k.path)
	wantStage(t, again.Retry, "plan", "")
	if again.k.open.saver.due(now.Add(3 * time.Hour)) {
		t.Error("after a start without a change there is nothing to back up")
	}
}

func TestBackupBeforeRisk(t *testing.T) {
	b := backupsAt(t)
	many := make([]string, mass)
	for i := range many {
		many[i] = fmt.Sprint("Item ", i)
	}
	ids := b.add(t, many...)
	items := &Items{b.k}
	if _, err := items.Delete(ids[:1]); err != nil {
		t.Fatal(err)
	}
	if n := len(b.list(t)); n != 0 {
		t.Errorf("one item is no risk, and yet there are %d", n)
	}
	if _, err := (&History{b.k}).Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := items.Delete(ids); err != nil {
		t.Fatal(err)
	}
	b.rests()
	all := b.list(t)
	if len(all) != 1 {
		t.Fatalf("there are %v", all)
	}
	in, err := b.Inside(all[0].Name, "")
	if err != nil || in.Plans[0].Items != mass+1 {
		t.Errorf("holds %+v, %v", in, err)
	}
	b.k.beforeRisk() // of what was deleted since
	b.rests()
	b.k.beforeRisk() // of nothing
	b.rests()
	if n := len(b.list(t)); n != 2 {
		t.Errorf("there are %d", n)
	}
}

func TestRestore(t *testing.T) {
	t.Run("brings back what was there, and what is there is saved first", func(t *testing.T) {
		b := backupsAt(t)
		if _, err := b.SetPassphrase(words); err != nil {
			t.Fatal(err)
		}
		then := b.list(t)[0]
		b.add(t, "A sail")
		r, err := b.Restore(then.Name, "")
		if err != nil || r.Opening.Stage != "plan" || r.Saved == "" || r.Aside != "" || b.titles(t) != "A boat" {
			t.Fatalf("%+v, %v; there is %s", r, err, b.titles(t))
		}
		all := b.list(t)
		if len(all) != 2 || all[0].At != r.Saved {
			t.Fatalf("there are %v", all)
		}
		if left := namesIn(t, filepath.Dir(b.k.path)); left != "backups, vault.cairn, vault.cairn-shm, vault.cairn-wal, vault.cairn.door, vault.cairn.lock, vault.cairn.reserve" {
			t.Errorf("beside it lies %s", left)
		}
		b.add(t, "An oar") // it can be written
		b.cheap()
		if r, err = b.Restore(all[0].Name, ""); err != nil || b.titles(t) != "A boat, A sail" {
			t.Errorf("back again: %+v, %v; there is %s", r, err, b.titles(t))
		}
		if shown, err := b.Passphrase(); err != nil || shown != words {
			t.Errorf("the passphrase is %q, %v", shown, err)
		}
	})

	t.Run("keeps the rules that are, and finds nothing to back up", func(t *testing.T) {
		b := backupsAt(t)
		b.now(t)
		if _, err := b.SetBudget(7); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Restore(b.list(t)[0].Name, ""); err != nil {
			t.Fatal(err)
		}
		if state, err := b.State(); err != nil || state.BudgetMB != 7 || b.k.open.saver.due(time.Now().Add(time.Hour)) {
			t.Errorf("it stands at %+v, %v", state, err)
		}
	})

	t.Run("of a damaged backup is refused and changes nothing", func(t *testing.T) {
		b := backupsAt(t)
		b.now(t)
		one := b.list(t)[0]
		path := filepath.Join(filepath.Dir(b.k.path), "backups", one.Name)
		raw := bytesAt(path)
		write(t, path, append(raw[:4096], bytes.Repeat([]byte{0xa5}, len(raw)-4096)...))
		b.add(t, "A sail")
		_, err := b.Restore(one.Name, "")
		wantRefusal(t, err, "error.backup_damaged")
		if b.titles(t) != "A boat, A sail" || len(b.list(t)) != 1 {
			t.Errorf("there is %s and %v", b.titles(t), b.list(t))
		}
		checked, err := b.Check()
		if err != nil || checked.Spoilt != 1 || checked.Backup != "" || checked.Rows == 0 {
			t.Errorf("checked %+v, %v", checked, err)
		}
		b.now(t)
		if checked, err = b.Check(); err != nil || checked.Spoilt != 0 || checked.Backup != b.list(t)[0].At {
			t.Errorf("checked %+v, %v", checked, err)
		}
	})

	for _, problem := range []string{db.Damaged, db.Empty, db.Missing} {
		t.Run("helps where the vault is "+problem, func(t *testing.T) {
			b := backupsAt(t)
			if _, err := b.SetPassphrase(words); err != nil {
				t.Fatal(err)
			}
			b.k.close()
			path := b.k.path
			if problem == db.Missing {
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			} else {
				spoilt := bytesAt(path)
				write(t, path, map[string][]byte{
					db.Damaged: append(spoilt[:4096], bytes.Repeat([]byte{0xa5}, len(spoilt)-4096)...),
				}[problem])
			}
			lost := bytesAt(path)
			v := vaultAt(t, path)
			b = &Backups{k: v.k, w: v.w}
			opening, err := v.Retry()
			all := b.list(t)
			if err != nil || opening.Problem != problem || opening.Backup != all[0] {
				t.Fatalf("opens as %+v, %v", opening, err)
			}
			for _, wrong := range []string{"", "another one"} {
				_, err = b.Restore(all[0].Name, wrong)
				wantRefusal(t, err, "error.backup_passphrase")
				if !bytes.Equal(bytesAt(path), lost) {
					t.Error("the vault has changed")
				}
			}
			r, err := b.Restore(all[0].Name, words)
			if err != nil || r.Opening.Stage != "plan" || r.Saved != "" || b.titles(t) != "A boat" {
				t.Fatalf("%+v, %v", r, err)
			}
			if problem == db.Missing {
				if r.Aside != "" {
					t.Errorf("nothing was there, and it lies as %s", r.Aside)
				}
				return
			}
			if kept := bytesAt(filepath.Join(filepath.Dir(path), r.Aside)); !bytes.Equal(kept, lost) {
				t.Error("what was there is not kept as it was")
			}
		})
	}

	t.Run("is none of what another program's file is in the place of", func(t *testing.T) {
		b := backupsAt(t)
		b.now(t)
		b.k.close()
		write(t, b.k.path, []byte("a letter"))
		v := vaultAt(t, b.k.path)
		opening, err := v.Retry()
		if err != nil || opening.Backup.Name != "" {
			t.Errorf("opens as %+v, %v", opening, err)
		}
		b = &Backups{k: v.k, w: v.w}
		_, err = b.Restore(b.list(t)[0].Name, "")
		wantRefusal(t, err, "error.backup_not_here")
		if string(bytesAt(b.k.path)) != "a letter" {
			t.Error("it has changed")
		}
	})
}

func namesIn(t *testing.T, folder string) string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, f := range files {
		names = append(names, f.Name())
	}
	return strings.Join(names, ", ")
}

func TestPurgeOfBackups(t *testing.T) {
	for _, passphrase := range []string{"", words} {
		t.Run("leaves nothing of a client in any, with the passphrase "+passphrase, func(t *testing.T) {
			b := backupsAt(t)
			if passphrase != "" {
				if _, err := b.SetPassphrase(passphrase); err != nil {
					t.Fatal(err)
				}
			}
			b.host(t)
			b.now(t)
			one := b.list(t)[0]
			if in, err := b.Inside(one.Name, ""); err != nil || len(in.Plans) != 2 {
				t.Fatalf("holds %+v, %v", in, err)
			}
			p, err := (&Coach{k: b.k}).Purge()
			if err != nil || len(p.Copies) != 1 || p.Copies[0].State != "cleared" {
				t.Errorf("tells %+v, %v", p, err)
			}
			if in, err := b.Inside(one.Name, ""); err != nil || len(in.Plans) != 1 || in.Plans[0].Client != "" {
				t.Errorf("holds %+v, %v", in, err)
			}
		})
	}
}

// guest is who comes and goes again.
const guest = "Ada Marlow"

// host lets the guest come and plan something.
func (b *Backups) host(t *testing.T) {
	t.Helper()
	if _, err := run1(b.k, house.AddClient, guest); err != nil {
		t.Fatal(err)
	}
	if _, err := run2(b.k, house.AddPlan, "A boat of "+guest, plan.Me); err != nil {
		t.Fatal(err)
	}
}

// What a purge had no time for is done when the vault is opened the next time.
func TestPurgeGoesOn(t *testing.T) {
	b := backupsAt(t)
	path := b.k.open.file.Path
	b.host(t)
	b.now(t)
	one := b.list(t)[0]
	if _, err := b.k.open.work.Purge(t.Context()); err != nil {
		t.Fatal(err)
	}
	broken, cancel := context.WithCancel(t.Context())
	cancel()
	if told := b.k.open.saver.clear(broken); !slices.Contains(told, PurgedCopy{Path: path, State: "later"}) {
		t.Errorf("tells %+v", told)
	}
	b.k.close()
	if raw, err := os.ReadFile(path); err != nil || !bytes.Contains(raw, []byte(guest)) {
		t.Fatal("there are no traces to be cleared", err)
	}

	b = openedAt(t, path)
	b.k.open.saver.users.Wait()
	if in, err := b.Inside(one.Name, ""); err != nil || len(in.Plans) != 1 {
		t.Errorf("the backup holds %+v, %v", in, err)
	}
	if gone, err := b.k.open.work.Purging(t.Context()); err != nil || len(gone) > 0 {
		t.Errorf("%v are still to be cleared, %v", gone, err)
	}
	b.k.close()
	if raw, err := os.ReadFile(path); err != nil || bytes.Contains(raw, []byte(guest)) {
		t.Error("traces are left in the vault", err)
	}
}

// Who edits, and who closes the vault, waits for no backup.
func TestBackupHoldsUpNobody(t *testing.T) {
	b := backupsAt(t)
	lines := strings.Repeat("A step\n", 4000)
	all, err := run(b.k, house.Load)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		_, err := run1(b.k, house.PasteText, workspace.Paste{Place: plan.Place{PlanID: all.Plans[0].ID}, Text: lines})
		if err != nil {
			t.Fatal(err)
		}
	}
	over := make(chan struct{})
	var beside sync.WaitGroup
	beside.Go(func() {
		defer close(over)
		b.now(t)
	})
	var longest time.Duration
	edits := 0
	began := time.Now()
	for going := true; going; edits++ {
		select {
		case <-over:
			going = false
		default:
		}
		edit := time.Now()
		_, err := run1(b.k, house.AddItem, workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID}, Title: "Edit"})
		if err != nil {
			t.Fatal(err)
		}
		longest = max(longest, time.Since(edit))
	}
	took := time.Since(began)
	beside.Wait()
	t.Logf("backup of 20,000 items %v, %d edits meanwhile, the longest %v", took, edits, longest)
	if edits < 2 || longest > took {
		t.Errorf("%d edits in %v, the longest took %v", edits, took, longest)
	}
	beside.Go(func() { _, _ = b.Now() }) // it may be broken off
	b.k.close()
	beside.Wait()
	if left := namesIn(t, filepath.Join(filepath.Dir(b.k.path), "backups")); strings.Contains(left, "part") {
		t.Errorf("left %s", left)
	}
}
