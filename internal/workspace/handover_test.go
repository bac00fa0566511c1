package workspace

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/db"
	"cairn/internal/media"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// newAda is a client with a plan, beside the owner, who has one too.
func newAda(t testing.TB) *bundle {
	b := newBundle(t)
	b.opened(b.AddClient(b.ctx(), "Ada Marlow"))
	b.plan = b.ok(b.AddPlan(b.ctx(), "A boat", plan.Me)).Show
	return b
}

// handOver hands the open client over, and opens what left as somebody else would.
func (b *bundle) handOver() *bundle {
	b.TB.Helper()
	path := filepath.Join(b.folder(), "ada.cairn")
	b.must(b.HandOver(b.ctx(), path))
	there := &bundle{TB: b.TB, path: path, clock: b.clock, plan: b.plan}
	var err error
	there.vault, err = db.Open(path)
	b.must(err)
	there.open()
	return there
}

// folder is one of its own.
func (b *bundle) folder() string {
	b.TB.Helper()
	folder, err := os.MkdirTemp(filepath.Dir(b.path), "elsewhere-")
	b.must(err)
	return folder
}

// look is what comes with a vault that its owner has closed.
func (b *bundle) look(there *bundle) Returned {
	b.TB.Helper()
	there.shut()
	before := bytesOf(b.TB, there.path)
	seen, err := b.LookAtReturn(b.ctx(), there.path)
	b.must(err)
	if !bytes.Equal(before, bytesOf(b.TB, there.path)) {
		b.TB.Fatal("the file that came back has changed")
	}
	return seen
}

// back takes back what came, and chooses what is there wherever both differ, or only
// where named.
func (b *bundle) back(there *bundle, theirs ...string) plan.Changes {
	b.TB.Helper()
	seen := b.look(there)
	return b.ok(b.TakeBack(b.ctx(), seen.Token, theirs))
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// everywhere is all bytes of all files below a folder.
func everywhere(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			found[path] = bytesOf(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestHandOver plants words wherever something of another or something private can
// be, and looks for them in what left, in the folder where it lies, and in the one
// for temporary files.
func TestHandOver(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	b := newBundle(t)
	code := b.sealed()
	b.ok(b.SetDeck(b.ctx(), plan.Deck{Name: "Canary deck", Stages: []plan.Stage{
		{Name: "Begin", Asks: []plan.Ask{{Key: "a", Does: plan.DoesSay, Words: "Canary question?"}}},
	}}))
	b.add("Canary of the owner", "")
	b.opened(b.AddClient(b.ctx(), "Canary Bo"))
	b.plan = b.ok(b.AddPlan(b.ctx(), "Canary plan", plan.Me)).Show
	for range 300 {
		b.add("Canary step "+strings.Repeat("x", 200), "")
	}
	b.note(plan.PlainNote, "", plan.Body{"words": "canary"})
	b.opened(b.AddClient(b.ctx(), "Ada Marlow"))
	ada := b.loaded().Clients[0]
	ada.Alias, ada.KeepUntil = "Canary alias", "2031-01-01"
	b.ok(b.SetClient(b.ctx(), ada))
	b.plan = b.ok(b.AddPlan(b.ctx(), "A boat", plan.Me)).Show
	sail := b.add("Canary title that was changed", "")
	b.ok(b.SetTitle(b.ctx(), TextEdit{ID: sail, Text: "Sail to the island"}))
	b.must(b.SavePlace(b.ctx(), b.plan, "outline", `{"filter":"canary"}`))
	session := b.session()
	b.ok(b.Answer(b.ctx(), NewAnswer{SessionID: session, Body: plan.Body{"ask": "want", "words": "To be out there"}}))
	b.note(plan.ContactNote, "", plan.Body{"phone": "canary 555"})
	b.note(plan.NextNote, session, plan.Body{"words": "canary next time"})
	b.ok(b.Mark(b.ctx(), plan.Mark{SessionID: session, Kind: plan.Sticky, Ask: "canary-ask"}))
	sealed := b.sealedWords()

	there := b.handOver()
	check := func(files map[string][]byte) {
		t.Helper()
		for path, data := range files {
			for _, secret := range append(sealed, "canary", passphrase, code, "2031-01-01", "argon") {
				if at := bytes.Index(bytes.ToLower(data), []byte(strings.ToLower(secret))); at >= 0 {
					t.Errorf("%s: … %q …", filepath.Base(path), data[max(0, at-60):min(len(data), at+60)])
				}
			}
		}
	}
	check(everywhere(t, filepath.Dir(there.path)))
	check(everywhere(t, temp))
	if !bytes.Contains(bytesOf(t, there.path), []byte("Sail to the island")) {
		t.Fatal("the search finds nothing at all")
	}
	for path := range everywhere(t, filepath.Dir(b.path)) {
		if strings.Contains(path, ".leaving") || strings.Contains(path, ".part") {
			t.Errorf("%s is left", path)
		}
	}

	t.Run("opens as the owner's own, with all that was planned and nothing to undo", func(t *testing.T) {
		c := there.loaded()
		if len(c.Clients) != 1 || !c.Clients[0].Own || c.Clients[0].Name != "Ada Marlow" || c.Clients[0].Alias != "" {
			t.Errorf("clients %+v", c.Clients)
		}
		if len(c.Plans) != 1 || len(c.Items) != 1 || len(c.Aspects) != 2 || len(c.Areas) != 8 || len(c.Columns) != 4 {
			t.Errorf("%+v", c)
		}
		if len(c.Notes)+len(c.Marks)+len(c.Decks) != 0 || c.Undo.Op != "" || c.Redo.Op != "" {
			t.Errorf("%+v", c)
		}
		if how, err := there.Lock(context.Background()); err != nil || how != NoPassphrase {
			t.Error(how, err)
		}
		there.whole()
	})
	t.Run("every table either leaves or is named as one that stays", func(t *testing.T) {
		stays := []string{
			"private_note", "mark", "keyring", "deck", "place", "journal_step", "journal_row", "journal_pause",
			"handover", "handover_state",
		}
		for _, table := range stays {
			if n := there.count(`SELECT count(*) FROM ` + table); n != 0 {
				t.Errorf("%d rows of %s left", n, table)
			}
		}
		leaves := []string{"client", "setting", "picture", "picture_file", "kept_file"}
		anew := []string{ // there, from what has left
			"search_shelf", "search_row", "search_words", "search_words_data", "search_words_idx",
			"search_words_docsize", "search_words_config",
		}
		rows, err := db.ReadRows(b.ctx(), b.vault.Read, ada.ID)
		b.must(err)
		known := slices.Concat(stays, leaves, anew, slices.Collect(maps.Keys(rows)))
		b.each(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`, func(table string) {
			if !slices.Contains(known, table) {
				t.Errorf("nobody has said whether %s leaves", table)
			}
		})
	})
	there.shut()
}

// sealedWords are the words of the private notes as they lie in the vault.
func (b *bundle) sealedWords() (words []string) {
	b.TB.Helper()
	b.each(`SELECT body FROM private_note`, func(body string) { words = append(words, body) })
	return words
}

// each visits what a query answers with, read beside the workspace.
func (b *bundle) each(text string, visit func(string)) {
	b.TB.Helper()
	rows, err := b.vault.Read.Query(text)
	b.must(err)
	defer rows.Close()
	for rows.Next() {
		var one string
		b.must(rows.Scan(&one))
		visit(one)
	}
	b.must(rows.Err())
}

func TestHandOverIsRefused(t *testing.T) {
	b := newAda(t)
	path := filepath.Join(b.folder(), "ada.cairn")
	refused := func(err error, code plan.Code) {
		t.Helper()
		if plan.CodeOf(err) != code || err == nil {
			t.Errorf("got %v, want %s", err, code)
		}
		if _, err := os.Stat(path); err == nil {
			t.Error("a file is there")
		}
		if b.count(`SELECT count(*) FROM handover`)+b.count(`SELECT count(*) FROM handover_state`) != 0 {
			t.Error("something is remembered of it")
		}
	}
	b.must(b.Share(b.ctx(), true))
	refused(b.HandOver(b.ctx(), path), plan.Conflict)
	b.must(b.Share(b.ctx(), false))
	refused(b.HandOver(b.ctx(), filepath.Join(filepath.Dir(path), "nowhere", "ada.cairn")), plan.Internal)
	refused(b.HandOver(b.ctx(), b.path), plan.Internal)
	b.opened(b.OpenClient(b.ctx(), b.loaded().Clients[1].ID))
	refused(b.HandOver(b.ctx(), path), plan.Conflict)
}

func TestLookAtReturnIsRefused(t *testing.T) {
	b := newAda(t)
	there := b.handOver()
	there.shut()
	refused := func(path, key string) {
		t.Helper()
		_, err := b.LookAtReturn(b.ctx(), path)
		var refusal *plan.Error
		if !errors.As(err, &refusal) || refusal.Key != key {
			t.Errorf("got %v, want %s", err, key)
		}
		if left := b.beside(); len(left) > 0 {
			t.Errorf("%v is left", left)
		}
	}
	other := newBundle(t)
	copied := filepath.Join(b.folder(), "other.cairn")
	b.must(other.vault.SaveCopy(copied))
	refused(copied, "error.return_unknown")
	for name, text := range map[string]string{"letter.cairn": "Dear Ada, this is a letter.", "empty.cairn": ""} {
		path := filepath.Join(b.folder(), name)
		b.must(os.WriteFile(path, []byte(text), 0o600))
		if _, err := b.LookAtReturn(b.ctx(), path); db.ProblemOf(path, err) == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.LookAtReturn(b.ctx(), b.path); db.ProblemOf(b.path, err) == nil {
		t.Errorf("the vault itself: %v", err)
	}
	b.must(b.Share(b.ctx(), true))
	refused(there.path, "error.shared")
	b.must(b.Share(b.ctx(), false))
	b.opened(b.OpenClient(b.ctx(), b.loaded().Clients[1].ID))
	refused(there.path, "error.return_other")
	b.opened(b.OpenClient(b.ctx(), b.loaded().Clients[1].ID))
	emptied, err := db.Open(there.path)
	b.must(err)
	_, err = emptied.Write.Exec(`PRAGMA foreign_keys = OFF; DELETE FROM client`)
	b.must(errors.Join(err, emptied.Close()))
	refused(there.path, "error.return_damaged")
}

func TestTakeBack(t *testing.T) {
	t.Run("brings in what they did, leaves what we did, and is taken back as one step", func(t *testing.T) {
		b := newAda(t)
		ids := b.book()
		there := b.handOver()
		there.ok(there.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "A first draft"}))
		fresh := there.ok(there.AddItem(b.ctx(), NewItem{Place: there.below(ids["Print"]), Title: "Choose the paper"})).Focus
		there.ok(there.DeleteItems(b.ctx(), []string{ids["Proof"]}))
		b.ok(b.SetText(b.ctx(), TextEdit{ID: ids["Draft"], Field: "notes", Text: "Ask about it"}))
		b.ok(b.SetState(b.ctx(), []string{ids["Chapter 1"]}, plan.Done))
		before := b.mirror.plain()
		seen := b.look(there)
		if seen.New != 1 || seen.Changed != 1 || seen.Removed != 1 || len(seen.Differences) != 0 {
			t.Fatalf("%+v", seen)
		}
		changes := b.ok(b.TakeBack(b.ctx(), seen.Token, nil))
		if changes.Undo.Op != "takeback" || changes.Undo.Count != 3 {
			t.Errorf("%+v", changes.Undo)
		}
		if got := b.item(ids["Draft"]); got.Title != "A first draft" || got.Notes != "Ask about it" {
			t.Errorf("%+v", got)
		}
		if b.item(fresh).Title != "Choose the paper" || b.item(ids["Chapter 1"]).State != plan.Done {
			t.Error("something is missing")
		}
		if _, here := b.mirror.items[ids["Proof"]]; here {
			t.Error("what they threw away is there")
		}
		after := b.mirror.plain()
		b.whole()
		b.ok(b.Undo(b.ctx()))
		if got := b.mirror.plain(); got != before {
			t.Errorf("undo led to\n%s\nnot to\n%s", got, before)
		}
		b.ok(b.Redo(b.ctx()))
		if got := b.mirror.plain(); got != after {
			t.Errorf("redo led to\n%s\nnot to\n%s", got, after)
		}
		if _, err := b.TakeBack(b.ctx(), seen.Token, nil); plan.CodeOf(err) != plan.NotFound {
			t.Errorf("twice: %v", err)
		}
		if left := b.beside(); len(left) > 0 {
			t.Errorf("%v is left", left)
		}
	})
	t.Run("asks where both changed the same, and keeps what is here unless it is told otherwise", func(t *testing.T) {
		for _, choose := range []bool{false, true} {
			b := newAda(t)
			ids := b.book()
			there := b.handOver()
			there.ok(there.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "Theirs"}))
			there.ok(there.SetDue(b.ctx(), []string{ids["Draft"]}, "2026-04-01"))
			b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "Ours"}))
			seen := b.look(there)
			if len(seen.Differences) != 1 || seen.Changed != 1 {
				t.Fatalf("%+v", seen)
			}
			d := seen.Differences[0]
			line := d.Lines[0]
			if d.Title != "Ours" || d.Kind != "milestone" || line.Field != "title" || line.Before != "Draft" || line.Theirs != "Theirs" {
				t.Errorf("%+v", d)
			}
			theirs, want := []string{}, "Ours"
			if choose {
				theirs, want = []string{d.ID}, "Theirs"
			}
			b.ok(b.TakeBack(b.ctx(), seen.Token, theirs))
			if got := b.item(ids["Draft"]); got.Title != want || got.Due != "2026-04-01" {
				t.Errorf("%+v", got)
			}
		}
	})
	t.Run("asks where one took away what the other went on with", func(t *testing.T) {
		for _, choose := range []bool{false, true} {
			b := newAda(t)
			ids := b.book()
			there := b.handOver()
			there.ok(there.DeleteItems(b.ctx(), []string{ids["Write"]}))
			there.ok(there.DeleteItems(b.ctx(), []string{ids["Print"]}))
			b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Chapter 2"], Text: "The second chapter"}))
			seen := b.look(there)
			if len(seen.Differences) != 1 || seen.Differences[0].Title != "Write" {
				t.Fatalf("%+v", seen.Differences)
			}
			theirs := []string{}
			if choose {
				theirs = append(theirs, seen.Differences[0].ID)
			}
			b.ok(b.TakeBack(b.ctx(), seen.Token, theirs))
			if _, here := b.mirror.items[ids["Chapter 2"]]; here == choose {
				t.Errorf("here %v, chosen %v", here, choose)
			}
			if _, here := b.mirror.items[ids["Print"]]; here {
				t.Error("what nobody went on with is there")
			}
		}
	})
	t.Run("goes back and forth, and what was decided once is not asked again", func(t *testing.T) {
		b := newAda(t)
		ids := b.book()
		there := b.handOver()
		there.ok(there.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "Theirs"}))
		there.add("One", "")
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "Ours"}))
		b.back(there)
		again := func(edit func()) Returned {
			var err error
			there.vault, err = db.Open(there.path)
			b.must(err)
			there.open()
			edit()
			return b.look(there)
		}
		seen := again(func() { there.add("Two", "") })
		if len(seen.Differences) != 0 || seen.New != 1 || seen.Changed != 0 {
			t.Fatalf("%+v", seen)
		}
		b.ok(b.TakeBack(b.ctx(), seen.Token, nil))
		if b.item(ids["Draft"]).Title != "Ours" || b.ids()["Two"] == "" {
			t.Error("it is not as it was decided")
		}
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		if seen := again(func() {}); len(seen.Differences) != 1 || seen.New != 2 {
			t.Errorf("after an undo nothing of it is known: %+v", seen)
		}
	})
	t.Run("brings in what they call themselves, and leaves what they are called here", func(t *testing.T) {
		b := newAda(t)
		ada := b.loaded().Clients[0]
		ada.Alias = "A."
		b.ok(b.SetClient(b.ctx(), ada))
		there := b.handOver()
		there.ok(there.SetClient(b.ctx(), plan.Client{Name: "Ada Stone"}))
		seen := b.look(there)
		if seen.Changed != 1 || len(seen.Differences) != 0 {
			t.Fatalf("%+v", seen)
		}
		b.ok(b.TakeBack(b.ctx(), seen.Token, nil))
		if got := b.mirror.whom[ada.ID]; got.Name != "Ada Stone" || got.Alias != "A." || got.Own {
			t.Errorf("%+v", got)
		}
		b.must(b.Share(b.ctx(), true))
		if c, err := b.Undo(b.ctx()); err != nil || len(c.Clients) != 0 {
			t.Errorf("who looks on sees %+v, %v", c.Clients, err)
		}
		b.must(b.Share(b.ctx(), false))
		if got := b.loaded().Clients[0]; got.Name != "Ada Marlow" {
			t.Errorf("%+v", got)
		}
	})
	t.Run("asks what they are called where both say so anew", func(t *testing.T) {
		b := newAda(t)
		there := b.handOver()
		there.ok(there.SetClient(b.ctx(), plan.Client{Name: "Ada Stone"}))
		ada := b.loaded().Clients[0]
		ada.Name = "Ada M. Marlow"
		b.ok(b.SetClient(b.ctx(), ada))
		seen := b.look(there)
		want := merge.Line{Field: "name", Ours: "Ada M. Marlow", Theirs: "Ada Stone", Before: "Ada Marlow"}
		if len(seen.Differences) != 1 || seen.Differences[0].Kind != "client" || seen.Differences[0].Lines[0] != want {
			t.Fatalf("%+v", seen.Differences)
		}
	})
	t.Run("is refused when something was changed since it was looked at", func(t *testing.T) {
		b := newAda(t)
		ids := b.book()
		there := b.handOver()
		there.ok(there.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "Theirs"}))
		seen := b.look(there)
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "Ours"}))
		b.refused(plan.Conflict, "error.return_meanwhile")(b.TakeBack(b.ctx(), seen.Token, nil))
		b.refused(plan.NotFound, "error.return_gone")(b.TakeBack(b.ctx(), "another", nil))
	})
	t.Run("brings pictures and files that are not here", func(t *testing.T) {
		b := newAda(t)
		ids := b.book()
		there := b.handOver()
		hash, err := there.KeepFile(b.ctx(), there.Workspace.client, []byte("A letter"))
		b.must(err)
		there.ok(there.SetAspect(b.ctx(), AspectEdit{
			ItemID: ids["Draft"], Kind: plan.Attachment, Body: plan.Body{"sort": "copy", "name": "letter.txt", "hash": hash},
		}))
		made := media.Picture{Hash: strings.Repeat("ab", 32), Width: 2, Height: 1, Files: []media.File{{Edge: 256, Type: "image/png", Data: []byte("png")}}}
		_, err = there.AddPicture(b.ctx(), there.Workspace.client, made)
		b.must(err)
		there.ok(there.SetAspect(b.ctx(), AspectEdit{
			ItemID: ids["Draft"], Kind: plan.Cover, Body: plan.Body{"picture": made.Hash},
		}))
		feast := made
		feast.Hash = strings.Repeat("cd", 32)
		_, err = there.AddPicture(b.ctx(), there.Workspace.client, feast)
		b.must(err)
		there.ok(there.SetAspect(b.ctx(), AspectEdit{
			ItemID: ids["Draft"], Kind: plan.Celebration, Body: plan.Body{"on": "2026-03-10", "picture": feast.Hash},
		}))
		b.back(there)
		raw, err := b.KeptFile(b.ctx(), hash)
		if err != nil || string(raw) != "A letter" {
			t.Errorf("%q, %v", raw, err)
		}
		for _, hash := range []string{made.Hash, feast.Hash} {
			file, err := b.PictureFile(b.ctx(), hash, 256)
			if err != nil || string(file.Data) != "png" {
				t.Errorf("%q, %v", file.Data, err)
			}
		}
	})
}

// beside is what lies beside the vault, but for its reserve.
func (b *bundle) beside() []string {
	all, err := filepath.Glob(b.path + ".*")
	b.must(err)
	return slices.DeleteFunc(all, func(path string) bool { return path == b.path+".reserve" })
}
