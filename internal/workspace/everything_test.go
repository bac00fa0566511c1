package workspace

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/db"
	bundles "cairn/internal/bundle"
	"cairn/internal/media"
	"cairn/internal/plan"
)

// entries takes a bundle apart.
func entries(t testing.TB, raw []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func everything(t *testing.T, w *Workspace) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := w.Everything(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEverything(t *testing.T) {
	w := newBundle(t)
	ctx := w.ctx()
	id := w.add("A book of mine", "")
	w.ok(w.SetText(ctx, TextEdit{ID: id, Field: "notes", Text: "Ask the ferry."}))
	client, _ := w.Client(ctx)
	picture := media.Picture{Hash: strings.Repeat("a", 64), Width: 4, Height: 3, Files: []media.File{{Edge: 4, Type: "image/png", Data: []byte("png")}}}
	if _, err := w.AddPicture(ctx, client, picture); err != nil {
		t.Fatal(err)
	}

	t.Run("holds the vault, each plan to read and to take apart, and the pictures", func(t *testing.T) {
		all := entries(t, everything(t, w.Workspace))
		names := []string{}
		for name := range all {
			names = append(names, name)
		}
		slices.Sort(names)
		name := w.loaded().Plans[0].Name
		want := []string{"README.md", "base/plans/" + name + ".json", "pictures/" + picture.Hash + ".png", "plans/" + name + ".json", "plans/" + name + ".md", "vault.cairn"}
		if !slices.Equal(names, want) {
			t.Fatalf("%q, want %q", names, want)
		}
		var p bundles.Plan
		if err := json.Unmarshal(all["plans/"+name+".json"], &p); err != nil {
			t.Fatal(err)
		}
		if len(p.Items) != 1 || p.Items[0].Title != "A book of mine" || p.Items[0].Notes != "Ask the ferry." {
			t.Errorf("the items are %+v", p.Items)
		}
		if md := string(all["plans/"+name+".md"]); !strings.Contains(md, "A book of mine") {
			t.Errorf("the outline is %q", md)
		}
		path := filepath.Join(t.TempDir(), "vault.cairn")
		if err := os.WriteFile(path, all["vault.cairn"], 0o600); err != nil {
			t.Fatal(err)
		}
		back, err := db.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		_ = back.Close()
	})
	t.Run("is the same bytes as long as nothing changed", func(t *testing.T) {
		if !bytes.Equal(everything(t, w.Workspace), everything(t, w.Workspace)) {
			t.Error("a second bundle is another one")
		}
	})
	t.Run("explains every field that it has", func(t *testing.T) {
		all := entries(t, everything(t, w.Workspace))
		fields := map[string]bool{}
		raw, err := json.Marshal(bundles.Plan{
			Items: []plan.Item{{}}, Aspects: []plan.Aspect{{}}, Links: []plan.Link{{}}, Areas: []plan.Area{{}}, Tags: []plan.Tag{{}},
			Columns: []plan.Column{{}}, Versions: []bundles.Adapted{{}}, Boards: []plan.VisionBoard{{}}, Pieces: []plan.Piece{{}},
		})
		if err != nil {
			t.Fatal(err)
		}
		var whole map[string]any
		if err := json.Unmarshal(raw, &whole); err != nil {
			t.Fatal(err)
		}
		collect(whole, fields)
		for field := range fields {
			if !slices.Contains([]string{"id", "name", "planId"}, field) && !bytes.Contains(all["README.md"], []byte("`"+field+"`")) {
				t.Errorf("the README says nothing of %s", field)
			}
		}
	})
	t.Run("leaves nothing beside the vault", func(t *testing.T) {
		files, _ := os.ReadDir(filepath.Dir(w.vault.Path))
		for _, file := range files {
			if strings.Contains(file.Name(), "aside") || strings.HasSuffix(file.Name(), ".part") {
				t.Errorf("%s stays", file.Name())
			}
		}
	})
	t.Run("is no matter of whoever looks on", func(t *testing.T) {
		w.must(w.Share(ctx, true))
		if err := w.Everything(ctx, io.Discard); plan.CodeOf(err) != plan.Conflict {
			t.Errorf("error %v", err)
		}
	})
}

func collect(value any, fields map[string]bool) {
	switch v := value.(type) {
	case map[string]any:
		for name, below := range v {
			fields[name] = true
			collect(below, fields)
		}
	case []any:
		for _, one := range v {
			collect(one, fields)
		}
	}
}
