package app

import (
	"os"
	"path/filepath"
	goruntime "runtime"
	"testing"

	"cairn/internal/plan"
	"cairn/internal/prefs"
	"cairn/internal/workspace"
)

// attachmentsOf is a way to hang files on the one vision of a plan, and what was
// opened last.
func attachmentsOf(t *testing.T) (a *Attachments, vision string, opened *string) {
	t.Helper()
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	all, err := v.k.client()
	if err != nil {
		t.Fatal(err)
	}
	added, err := (&Items{v.k}).Add(workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID}, Title: "A book"})
	if err != nil {
		t.Fatal(err)
	}
	a, opened = newAttachments(v.k, newWindow(prefs.Nowhere())), new(string)
	a.open = func(path string) error { *opened = path; return nil }
	t.Cleanup(a.clear)
	return a, added.Focus, opened
}

func TestAttachments(t *testing.T) {
	t.Run("a file opens where it is, and when it is gone that is said", func(t *testing.T) {
		a, vision, opened := attachmentsOf(t)
		path := filepath.Join(t.TempDir(), "contract.pdf")
		write(t, path, []byte("%PDF-1.7"))
		c, err := a.attach(NewFile{ItemID: vision}, path)
		if err != nil || c.Aspects[0].Body["where"] != path || c.Aspects[0].Body["sort"] != "path" {
			t.Fatalf("it hangs as %+v, %v", c.Aspects, err)
		}
		if err := a.Open(c.Focus); err != nil || *opened != path {
			t.Errorf("it opens %q, %v", *opened, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		wantRefusal(t, a.Open(c.Focus), "error.attachment_missing")
	})
	t.Run("a copy opens without the file it was made of, from a place for this user only, and goes at the end", func(t *testing.T) {
		a, vision, opened := attachmentsOf(t)
		path := filepath.Join(t.TempDir(), "letter: to Per.txt")
		if goruntime.GOOS == "windows" {
			path = filepath.Join(t.TempDir(), "letter.txt")
		}
		write(t, path, []byte("Dear Per,"))
		c, err := a.attach(NewFile{ItemID: vision, Copy: true}, path)
		if err != nil || c.Aspects[0].Body["where"] != nil || c.Aspects[0].Body["size"] != 9.0 {
			t.Fatalf("it hangs as %+v, %v", c.Aspects, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if err := a.Open(c.Focus); err != nil || string(bytesAt(*opened)) != "Dear Per," || filepath.Ext(*opened) != ".txt" {
			t.Fatalf("it opens %q, %v", *opened, err)
		}
		for path, want := range map[string]os.FileMode{*opened: 0o600, filepath.Dir(*opened): 0o700, a.folder: 0o700} {
			if info, err := os.Stat(path); err != nil || goruntime.GOOS != "windows" && info.Mode().Perm() != want {
				t.Errorf("%s is %v, %v", path, info.Mode(), err)
			}
		}
		a.clear()
		if _, err := os.Stat(*opened); !os.IsNotExist(err) {
			t.Errorf("the copy is still there: %v", err)
		}
	})
	t.Run("what is too large for the vault is refused, and hangs where it is", func(t *testing.T) {
		a, vision, _ := attachmentsOf(t)
		path := filepath.Join(t.TempDir(), "film.mp4")
		write(t, path, nil)
		if err := os.Truncate(path, maxKept+1); err != nil {
			t.Fatal(err)
		}
		_, err := a.attach(NewFile{ItemID: vision, Copy: true}, path)
		wantRefusal(t, err, "error.attachment_large")
		if _, err := a.attach(NewFile{ItemID: vision}, path); err != nil {
			t.Error(err)
		}
	})
	t.Run("a link leaves by the one way out, and no other", func(t *testing.T) {
		a, vision, opened := attachmentsOf(t)
		for _, where := range []string{"file:///etc/passwd", "javascript:alert(1)", "smb://host/share"} {
			c, err := run1(a.k, house.SetAspect, workspace.AspectEdit{
				ItemID: vision, Kind: plan.Attachment, Body: plan.Body{"sort": "link", "where": where},
			})
			if err != nil {
				t.Fatal(err)
			}
			wantRefusal(t, a.Open(c.Focus), "error.link_refused")
		}
		if *opened != "" {
			t.Errorf("it opens %q", *opened)
		}
	})
	t.Run("a program is refused even if the page says that it hangs there", func(t *testing.T) {
		a, vision, opened := attachmentsOf(t)
		path := filepath.Join(t.TempDir(), "calc.exe")
		write(t, path, []byte("MZ"))
		c, err := run1(a.k, house.SetAspect, workspace.AspectEdit{
			ItemID: vision, Kind: plan.Attachment, Body: plan.Body{"sort": "path", "where": path},
		})
		if err != nil {
			t.Fatal(err)
		}
		wantRefusal(t, a.Open(c.Focus), "error.attachment_program")
		a.k.allowed = func(string) bool { return false }
		wantRefusal(t, a.Open(c.Focus), "error.vault_not_allowed")
		wantRefusal(t, a.Open(vision), "error.aspect_gone")
		if *opened != "" {
			t.Errorf("it opens %q", *opened)
		}
	})
	t.Run("a copy that has become a program by its name is refused and not left lying", func(t *testing.T) {
		a, vision, opened := attachmentsOf(t)
		path := filepath.Join(t.TempDir(), "letter.txt")
		write(t, path, []byte("Dear Per,"))
		c, err := a.attach(NewFile{ItemID: vision, Copy: true}, path)
		if err != nil {
			t.Fatal(err)
		}
		body := plan.Body{"name": "letter.txt.bat. "}
		if _, err := run1(a.k, house.SetAspect, workspace.AspectEdit{ID: c.Focus, ItemID: vision, Kind: plan.Attachment, Body: body}); err != nil {
			t.Fatal(err)
		}
		wantRefusal(t, a.Open(c.Focus), "error.attachment_program")
		if left, err := os.ReadDir(a.folder); err != nil || len(left) != 0 || *opened != "" {
			t.Errorf("left are %v, %v; opened %q", left, err, *opened)
		}
	})
}

func TestOpenable(t *testing.T) {
	folder := t.TempDir()
	for name, one := range map[string]struct{ raw, key string }{
		"plan.pdf": {"%PDF-1.7", ""}, "words.txt": {"words", ""}, "picture.png": {"\x89PNG", ""}, "empty.txt": {"", ""},
		"without": {"words", ""}, "tree.zip": {"PK\x03\x04", ""},
		"run.exe": {"words", "error.attachment_program"}, "RUN.EXE": {"words", "error.attachment_program"},
		"run.sh": {"words", "error.attachment_program"}, "run.desktop": {"words", "error.attachment_program"},
		"run.app": {"words", "error.attachment_program"}, "run.command": {"words", "error.attachment_program"},
		"letter.pdf.lnk": {"words", "error.attachment_program"}, "script.txt": {"#!/bin/sh", "error.attachment_program"},
		"elf.pdf": {"\x7fELF\x02", "error.attachment_program"}, "windows.jpg": {"MZ\x90", "error.attachment_program"},
		"mac.txt": {"\xcf\xfa\xed\xfe", "error.attachment_program"}, "java.dat": {"\xca\xfe\xba\xbe", "error.attachment_program"},
		"start": {"[Desktop Entry]\nExec=sh", "error.attachment_program"},
	} {
		path := filepath.Join(folder, name)
		write(t, path, []byte(one.raw))
		err := openable(path)
		if one.key == "" && err != nil {
			t.Errorf("%s is refused: %v", name, err)
		} else if one.key != "" {
			wantRefusal(t, err, one.key)
		}
	}
	wantRefusal(t, openable(folder), "error.attachment_folder")
	wantRefusal(t, openable(filepath.Join(folder, "gone.pdf")), "error.attachment_missing")
	if goruntime.GOOS == "windows" {
		return
	}
	link := filepath.Join(folder, "link.pdf")
	if err := os.Symlink(filepath.Join(folder, "run.sh"), link); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, openable(link), "error.attachment_program")
	if err := os.Chmod(filepath.Join(folder, "words.txt"), 0o700); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, openable(filepath.Join(folder, "words.txt")), "error.attachment_program")
}
