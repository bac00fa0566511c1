package app

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/internal/interop"
	"cairn/internal/prefs"
	"cairn/internal/text"
	"cairn/internal/workspace"
)

// exchangeAt is an exchange with an open plan, and the id of that.
func exchangeAt(t *testing.T) (*Exchange, string) {
	t.Helper()
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	all, err := run(v.k, house.Load)
	if err != nil {
		t.Fatal(err)
	}
	w := newWindow(prefs.Nowhere())
	pictures := newPictures(v.k, w)
	pictures.tell = func(string, any) {}
	return &Exchange{k: v.k, w: w, pictures: pictures}, all.Plans[0].ID
}

func TestImport(t *testing.T) {
	x, planID := exchangeAt(t)
	path := filepath.Join(t.TempDir(), "tasks.csv")
	write(t, path, []byte("Level,Title,Due,Priority\n1,Book,,1\n2,Write,2031-05-13,2\n"+strings.Repeat("2,Print,,\n", 60)))
	read, err := x.k.readImport(path, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	p := preview("1", "tasks.csv", read)
	if p.Count != 62 || len(p.Lines) != mostLines || p.Lines[1].Due != "2031-05-13" || p.Lines[1].Depth != 1 || len(p.Remarks) != 1 {
		t.Errorf("the preview is %+v", p)
	}
	x.chosen, x.read = 1, read
	_, err = x.Import("0", planID)
	wantRefusal(t, err, "error.import_gone")
	_, err = x.Import("1", "elsewhere")
	wantRefusal(t, err, "error.plan_gone")
	c, err := x.Import("1", planID)
	if err != nil || len(c.Items) != 62 || c.Undo.Op != "import" {
		t.Errorf("it brings %d items, %+v, %v", len(c.Items), c.Undo, err)
	}
	_, err = x.Import("1", planID)
	wantRefusal(t, err, "error.import_gone") // brought in once
}

func TestReadImport(t *testing.T) {
	x, _ := exchangeAt(t)
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	write(t, path("a.pdf"), []byte("%PDF"))
	write(t, path("a.ics"), []byte("Dear sister,"))
	write(t, path("a.mm"), []byte("<map>\n<node TEXT=\"a\">\n</map>"))
	if err := os.Mkdir(path("folder.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, path("large.csv"), nil)
	if err := os.Truncate(path("large.csv"), interop.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]string{
		"a.pdf": "error.import_kind", "a.ics": "error.calendar_broken", "a.mm": "error.file_broken", "folder.csv": "error.import_unreadable",
		"gone.ics": "error.import_unreadable", "large.csv": "error.import_large",
	} {
		_, err := x.k.readImport(path(name), time.UTC)
		wantRefusal(t, err, key)
	}
	x.k.allowed = func(string) bool { return false }
	_, err := x.k.readImport(path("a.ics"), time.UTC)
	wantRefusal(t, err, "error.vault_not_allowed")
}

func TestExport(t *testing.T) {
	x, planID := exchangeAt(t)
	_, err := x.Export(workspace.Leaving{PlanID: planID, Format: "exe"})
	wantRefusal(t, err, "error.format_unknown")
	_, err = x.Export(workspace.Leaving{PlanID: "elsewhere", Format: interop.MindMap})
	wantRefusal(t, err, "error.plan_gone")
	for _, format := range interop.Formats() {
		file := exportFile(format)
		if file.name == text.Say("en", file.name, nil) || !slices.Contains(importFile().endings, file.endings[0]) {
			t.Errorf("%s has no name in a dialog, or cannot be brought in", format)
		}
	}
}

func TestWriteExport(t *testing.T) {
	x, _ := exchangeAt(t)
	path := filepath.Join(t.TempDir(), "plan.ics")
	for _, text := range []string{"one", "two"} {
		if err := x.k.writeExport(path, ".ics", []byte(text)); err != nil || string(bytesAt(path)) != text {
			t.Errorf("it wrote %q, %v", bytesAt(path), err)
		}
	}
	wantRefusal(t, x.k.writeExport(x.k.where(), ".ics", nil), "error.export_name")
	wantRefusal(t, x.k.writeExport(filepath.Join(t.TempDir(), "not", "there.ics"), ".ics", nil), "error.export_failed")
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("it left %v, %v", files, err)
	}
	wantRefusal(t, x.Show(), "error.no_export")
	x.k.allowed = func(string) bool { return false }
	wantRefusal(t, x.k.writeExport(path, ".ics", nil), "error.vault_not_allowed")
}

func TestPicture(t *testing.T) {
	x, _ := exchangeAt(t)
	lay := func(raw string, first bool) error {
		return x.Lay(base64.StdEncoding.EncodeToString([]byte(raw)), first)
	}
	for format, raw := range map[string]string{"svg": "<svg />", "png": "\x89PNG\r\n\x1a\n…", "pdf": "%PDF-1.7"} {
		for i, part := range []string{raw[:3], raw[3:5], raw[5:]} {
			if err := lay(part, i == 0); err != nil {
				t.Fatal(err)
			}
		}
		what, got, err := x.takeDrawn(format)
		if err != nil || string(got) != raw || what.endings[0] != "."+format {
			t.Errorf("%s is %v %q, %v", format, what, got, err)
		}
		_, err = x.Picture("A boat", format)
		wantRefusal(t, err, "error.picture") // it was let go of
	}
	for format, raw := range map[string]string{"svg": "%PDF-1.7", "html": "<svg />", "png": ""} {
		if err := lay(raw, true); err != nil {
			t.Fatal(err)
		}
		_, err := x.Picture("", format)
		wantRefusal(t, err, "error.picture")
	}
	wantRefusal(t, x.Lay("?", true), "error.picture")
	wantRefusal(t, lay(strings.Repeat(" ", maxPart+1), true), "error.picture")
	x.drawn = make([]byte, maxPicture)
	wantRefusal(t, lay(" ", false), "error.picture")
	if x.drawn != nil {
		t.Error("it holds on to what is too large")
	}
	saved := filepath.Join(t.TempDir(), "boat.svg")
	if _, err := x.written(saved, fileKind{endings: []string{".svg"}}, []byte("<svg />")); err != nil || x.exported != saved {
		t.Errorf("it wrote %q, %v", x.exported, err)
	}
}
