package workspace

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/db"
	"cairn/internal/plan"
)

const passphrase = "a stone in the river"

// sealed unlocks the private notes of a new vault; the code is the one that opens
// them when the passphrase is lost.
func (b *bundle) sealed() (code string) {
	b.Helper()
	code, err := b.BeginSeal(b.ctx(), passphrase)
	b.must(err)
	b.opened(b.ConfirmSeal(b.ctx(), strings.ToLower(code)))
	return code
}

// session begins one, and tells its id.
func (b *bundle) session() string {
	b.Helper()
	return b.ok(b.SetAspect(b.ctx(), AspectEdit{
		Kind: plan.Session, Body: plan.Body{"deck": "plan", "planId": b.plan},
	})).Focus
}

func (b *bundle) note(kind plan.NoteKind, sessionID string, body plan.Body) plan.Changes {
	b.Helper()
	return b.ok(b.SetNote(b.ctx(), NoteEdit{Kind: kind, SessionID: sessionID, Body: body}))
}

func TestSetClient(t *testing.T) {
	b := newBundle(t)
	b.opened(b.AddClient(b.ctx(), "Ada Marlow"))
	ada := b.loaded().Clients[0]
	ada.Alias, ada.KeepUntil, ada.ArchivedAt = "A.", "2030-01-01", "yes"
	set := b.ok(b.SetClient(b.ctx(), ada)).Clients[0]
	if set.Name != "Ada Marlow" || set.Alias != "A." || set.KeepUntil != "2030-01-01" || set.ArchivedAt == "yes" {
		t.Fatalf("%+v", set)
	}
	if set.ArchivedAt == "" || set.Own {
		t.Fatalf("%+v", set)
	}
	b.restart()
	if got := b.loaded().Clients[0]; got != set {
		t.Fatalf("%+v", got)
	}
	b.ok(b.Undo(b.ctx()))
	if got := b.loaded().Clients[0]; got.Alias != "" || got.ArchivedAt != "" {
		t.Fatalf("%+v", got)
	}
	ada.KeepUntil = "soon"
	b.refused(plan.Invalid, "error.date_invalid")(b.SetClient(b.ctx(), ada))

	t.Run("the owner has a name and nothing else", func(t *testing.T) {
		me := b.loaded().Clients[1]
		b.opened(b.OpenClient(b.ctx(), me.ID))
		me.Name, me.Alias, me.ArchivedAt = "Kim", "K.", "yes"
		got := b.ok(b.SetClient(b.ctx(), me)).Clients[0]
		if got.Name != "Kim" || got.Alias != "" || got.ArchivedAt != "" || !got.Own {
			t.Fatalf("%+v", got)
		}
	})
}

// TestShare plants words in another client and in private notes, and looks for
// them in every answer that there is while somebody looks on.
func TestShare(t *testing.T) {
	b := newBundle(t)
	b.sealed()
	b.opened(b.AddClient(b.ctx(), "Canary One"))
	b.ok(b.AddPlan(b.ctx(), "Canary Two", plan.Me))
	b.opened(b.AddClient(b.ctx(), "Canary Three"))
	b.plan = b.ok(b.AddPlan(b.ctx(), "In sight", plan.Me)).Plans[0].ID
	client := b.loaded().Clients[0]
	client.Alias = "In sight too"
	b.ok(b.SetClient(b.ctx(), client))
	session := b.session()
	b.note(plan.PlainNote, "", plan.Body{"words": "Canary Four"})
	b.note(plan.NextNote, session, plan.Body{"words": "Canary Five"})
	b.ok(b.Mark(b.ctx(), plan.Mark{SessionID: session, Kind: plan.Sticky, Ask: "canary-six"}))

	b.must(b.Share(b.ctx(), true))
	b.restart()
	if !b.Shared() {
		t.Fatal("a restart shows everything to whoever sits there")
	}
	said := []plan.Changes{b.loaded()}
	say := func(c plan.Changes, err error) { said = append(said, b.ok(c, err)) }
	say(b.AddItem(b.ctx(), NewItem{Place: b.below(""), Kind: plan.Goal, Title: "Leave the office"}))
	say(b.Mark(b.ctx(), plan.Mark{SessionID: session, Kind: plan.Sticky, Ask: "canary-seven"}))
	for range 3 { // the goal, the session, the plan
		say(b.Undo(b.ctx()))
	}
	b.refused(plan.Conflict, "error.nothing_to_undo")(b.Undo(b.ctx()))
	for range 3 {
		say(b.Redo(b.ctx()))
	}
	text, err := json.Marshal(said)
	b.must(err)
	if at := bytes.Index(bytes.ToLower(text), []byte("canary")); at >= 0 {
		t.Errorf("… %s …", text[max(0, at-80):min(len(text), at+40)])
	}
	for _, c := range said {
		if c.Undo.Op == "mark" || c.Undo.Op == "note" || c.Redo.Op == "mark" || len(c.Marks)+len(c.Notes) > 0 {
			t.Errorf("private: %+v %+v", c.Undo, c.Redo)
		}
	}
	refusals := map[string]func() (plan.Changes, error){
		"another client": func() (plan.Changes, error) { return b.OpenClient(b.ctx(), b.client) },
		"a new client":   func() (plan.Changes, error) { return b.AddClient(b.ctx(), "Bo") },
		"who they are":   func() (plan.Changes, error) { return b.SetClient(b.ctx(), client) },
		"a note": func() (plan.Changes, error) {
			return b.SetNote(b.ctx(), NoteEdit{Kind: plan.PlainNote, Body: plan.Body{"words": "x"}})
		},
		"the passphrase": func() (plan.Changes, error) { return b.Unlock(b.ctx(), passphrase) },
	}
	for name, do := range refusals {
		t.Log(name)
		b.refused(plan.Conflict, "error.shared")(do())
	}
	b.must(b.Share(b.ctx(), false))
	b.opened(b.Load(b.ctx()))
	if c := b.loaded(); len(c.Clients) != 3 || len(c.Marks) != 2 || len(c.Notes) != 2 || c.Clients[0].Name != "Canary Three" {
		t.Fatalf("%+v", c)
	}
}

func TestPrivateNotes(t *testing.T) {
	t.Run("nothing can be written before there is a passphrase", func(t *testing.T) {
		b := newBundle(t)
		none := NoteEdit{Kind: plan.PlainNote, Body: plan.Body{"words": "x"}}
		b.refused(plan.Conflict, "error.locked")(b.SetNote(b.ctx(), none))
		if how, err := b.Lock(b.ctx()); how != NoPassphrase || err != nil {
			t.Fatal(how, err)
		}
		if _, err := b.BeginSeal(b.ctx(), "short"); plan.CodeOf(err) != plan.Invalid {
			t.Fatal(err)
		}
		_, err := b.BeginSeal(b.ctx(), passphrase)
		b.must(err)
		b.refused(plan.Invalid, "error.code_wrong")(b.ConfirmSeal(b.ctx(), "0000-0000"))
		b.refused(plan.Conflict, "error.locked")(b.SetNote(b.ctx(), none))
	})
	t.Run("one opens them, locks them, changes the passphrase, and nothing is lost", func(t *testing.T) {
		b := newBundle(t)
		code := b.sealed()
		b.note(plan.ContactNote, "", plan.Body{"phone": "555"})
		b.note(plan.ContactNote, "", plan.Body{"mail": "a@example.org"})
		want := b.loaded().Notes
		if len(want) != 1 || want[0].Body["phone"] != "555" || want[0].Body["mail"] != "a@example.org" {
			t.Fatalf("%+v", want)
		}
		b.restart()
		locked := b.loaded().Notes
		if len(locked) != 1 || !locked[0].Locked || len(locked[0].Body) != 0 {
			t.Fatalf("%+v", locked)
		}
		b.refused(plan.Invalid, "error.passphrase_wrong")(b.Unlock(b.ctx(), "a stone"))
		if err := b.ChangePassphrase(b.ctx(), "a stone", "another stone"); plan.CodeOf(err) != plan.Invalid {
			t.Fatal(err)
		}
		b.must(b.ChangePassphrase(b.ctx(), code, "another stone"))
		b.refused(plan.Invalid, "error.passphrase_wrong")(b.Unlock(b.ctx(), passphrase))
		for _, secret := range []string{"another stone", code} {
			c := b.opened(b.Unlock(b.ctx(), secret))
			if len(c.Notes) != 1 || c.Notes[0].Body["mail"] != "a@example.org" {
				t.Fatalf("%+v", c.Notes)
			}
			b.LockNow()
		}
		if _, err := b.BeginSeal(b.ctx(), "a second one"); plan.CodeOf(err) != plan.Conflict {
			t.Fatal(err)
		}
	})
	t.Run("they are taken back and done again", func(t *testing.T) {
		b := newBundle(t)
		b.sealed()
		id := b.note(plan.PlainNote, "", plan.Body{"words": "one"}).Focus
		b.ok(b.SetNote(b.ctx(), NoteEdit{ID: id, Kind: plan.PlainNote, Body: plan.Body{"words": "two"}}))
		b.ok(b.DropNote(b.ctx(), id))
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		if got := b.loaded().Notes; len(got) != 1 || got[0].Body["words"] != "one" {
			t.Fatalf("%+v", got)
		}
		b.ok(b.Redo(b.ctx()))
		if got := b.loaded().Notes; got[0].Body["words"] != "two" {
			t.Fatalf("%+v", got)
		}
		b.refused(plan.NotFound, "error.note_gone")(b.DropNote(b.ctx(), "nowhere"))
		b.refused(plan.NotFound, "error.session_gone")(
			b.SetNote(b.ctx(), NoteEdit{Kind: plan.NextNote, SessionID: "nowhere", Body: plan.Body{"words": "x"}}))
	})
}

// inFiles is true if any file of a folder holds the words, as they are.
func inFiles(t *testing.T, folder, words string) bool {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(words)) {
			return true
		}
	}
	return false
}

// TestNoPlaintext looks for what was written into private notes, changed, taken
// back and dropped in the raw files: database, -wal, free pages and copies.
func TestNoPlaintext(t *testing.T) {
	b := newBundle(t)
	folder := filepath.Dir(b.path)
	code := b.sealed()
	id := b.note(plan.PlainNote, "", plan.Body{"words": "heron on the mast"}).Focus
	b.ok(b.SetNote(b.ctx(), NoteEdit{ID: id, Kind: plan.PlainNote, Body: plan.Body{"words": "heron on the roof"}}))
	b.ok(b.Undo(b.ctx()))
	b.ok(b.DropNote(b.ctx(), id))
	b.note(plan.ContactNote, "", plan.Body{"name": "heron himself"})
	b.must(b.vault.SaveCopy(filepath.Join(folder, "copy.cairn")))
	b.add("a seal on the beach", "")
	for _, secret := range []string{"heron", passphrase, code} {
		if inFiles(t, folder, secret) {
			t.Errorf("%q lies in a file", secret)
		}
	}
	if !inFiles(t, folder, "a seal on the beach") {
		t.Fatal("the search finds nothing at all")
	}
}

func TestAnswer(t *testing.T) {
	b := newBundle(t)
	session := b.session()
	answer := func(in NewAnswer) plan.Changes {
		b.Helper()
		in.SessionID = session
		return b.ok(b.Answer(b.ctx(), in))
	}
	says := func(ask, words string) plan.Body { return plan.Body{"ask": ask, "asked": "What …?", "words": words} }
	goal := answer(NewAnswer{
		Body: says("want", "Leave the office at five"),
		Item: NewItem{Place: b.below(""), Kind: plan.Goal, Title: "Leave the office at five"},
	}).Focus
	idea := answer(NewAnswer{
		Body: says("needs", "Tell my boss"), Item: NewItem{Place: b.below(goal), Kind: plan.Idea, Title: "Tell my boss"},
	}).Focus
	answer(NewAnswer{
		Body: says("first", "Tell my boss"), Placed: Placed{ID: idea, Kind: plan.Step, Place: b.below(goal)},
	})
	answer(NewAnswer{
		Body: plan.Body{"ask": "barrier", "itemId": idea, "words": "He is never there"},
		Says: AspectEdit{ItemID: idea, Kind: plan.Barrier, Body: plan.Body{"what": "He is never there"}},
	})
	last := answer(NewAnswer{
		Body:    plan.Body{"ask": "when", "itemId": idea},
		Promise: Promise{ItemID: idea, Day: "2026-03-05", Time: "09:00", Zone: "Europe/Oslo", Strength: 8, Words: "I will"},
	})
	if got := b.item(idea); got.Kind != plan.Step || got.Due != "2026-03-05" || got.ParentID != goal {
		t.Fatalf("%+v", got)
	}
	if last.Undo.Op != "answer" {
		t.Fatalf("%+v", last.Undo)
	}
	count := func(kind plan.AspectKind) int {
		return b.count(`SELECT count(*) FROM aspect WHERE kind = ?`, string(kind))
	}
	if count(plan.Answer) != 5 || count(plan.Barrier) != 1 || count(plan.Promise) != 1 {
		t.Fatal(count(plan.Answer), count(plan.Barrier), count(plan.Promise))
	}
	b.ok(b.Undo(b.ctx()))
	if b.item(idea).Due != "" || count(plan.Answer) != 4 || count(plan.Promise) != 0 {
		t.Fatal("one step takes back all of an answer")
	}
	b.refused(plan.NotFound, "error.session_gone")(b.Answer(b.ctx(), NewAnswer{SessionID: goal, Body: says("want", "x")}))
	b.refused(plan.Invalid, "error.title_empty")(b.Answer(b.ctx(), NewAnswer{
		SessionID: session, Body: says("want", "x"), Item: NewItem{Place: b.below(""), Kind: plan.Goal},
	}))
	if count(plan.Answer) != 4 {
		t.Fatal("what was refused is there")
	}
}

func TestAnswerOfResult(t *testing.T) {
	b := newBundle(t)
	session := b.session()
	goal := b.add("A calm room", "")
	other := b.add("Paint it", goal)
	result := b.add("A shelf that holds", goal)
	b.ok(b.Answer(b.ctx(), NewAnswer{
		SessionID: session,
		Body:      plan.Body{"ask": "how", "itemId": result, "words": "Buy two brackets"},
		Item:      NewItem{Place: b.below(goal), Kind: plan.Step, Title: "Buy two brackets"},
		Placed:    Placed{ID: result, Kind: plan.Milestone, Place: b.below(goal)},
		Says:      AspectEdit{Kind: plan.Pick, Body: plan.Body{"pinned": true}},
	}))
	items := b.loaded().Items
	i := slices.IndexFunc(items, func(i plan.Item) bool { return i.Title == "Buy two brackets" })
	made, is := items[i], b.item(result)
	if is.Kind != plan.Milestone || made.Rank >= is.Rank || is.Rank >= b.item(other).Rank {
		t.Fatalf("%+v is behind %+v", is, made)
	}
	if b.count(`SELECT count(*) FROM aspect WHERE kind = 'pick' AND item_id = ?`, made.ID) != 1 {
		t.Fatal("what is done first stays in sight")
	}
	b.ok(b.Undo(b.ctx()))
	if b.item(result).Kind == plan.Milestone || len(b.loaded().Items) != 3 {
		t.Fatal("one step takes back all of it")
	}
}

func TestSetDeck(t *testing.T) {
	b := newBundle(t)
	ask := plan.Ask{Key: "a", Does: plan.DoesSay, Words: "What would you like?"}
	deck := plan.Deck{Name: "My way", Stages: []plan.Stage{{Name: "Begin", Asks: []plan.Ask{ask}}}}
	made := b.ok(b.SetDeck(b.ctx(), deck)).Decks[0]
	made.Name = "Our way"
	b.ok(b.SetDeck(b.ctx(), made))
	b.ok(b.SetDeck(b.ctx(), plan.Deck{ID: "plan", Name: "Plan model", Stages: deck.Stages})) // a built-in one, changed
	b.restart()
	decks := b.loaded().Decks
	if len(decks) != 2 || decks[0].Name != "Our way" || decks[1].ID != "plan" || decks[0].Stages[0].Asks[0] != ask {
		t.Fatalf("%+v", decks)
	}
	b.ok(b.DropDeck(b.ctx(), "plan"))
	b.ok(b.Undo(b.ctx()))
	for key, spoil := range map[string]func(*plan.Deck){
		"error.deck_stages": func(d *plan.Deck) { d.Stages = nil },
		"error.deck_asks":   func(d *plan.Deck) { d.Stages = []plan.Stage{{Name: "x"}} },
		"error.deck_ask": func(d *plan.Deck) {
			d.Stages = []plan.Stage{{Name: "x", Asks: []plan.Ask{{Key: "a", Words: "x", Does: "dance"}}}}
		},
		"error.deck_twice":  func(d *plan.Deck) { d.Stages = []plan.Stage{{Name: "x", Asks: []plan.Ask{ask, ask}}} },
		"error.title_empty": func(d *plan.Deck) { d.Name = " " },
	} {
		bad := deck
		spoil(&bad)
		b.refused(plan.Invalid, key)(b.SetDeck(b.ctx(), bad))
	}
}

// TestPurge looks in the raw files for whoever was purged, from the vault and
// from a copy.
func TestPurge(t *testing.T) {
	b := newBundle(t)
	folder := filepath.Dir(b.path)
	me := b.loaded().Clients[0].ID
	b.add("stays for good", "")
	b.opened(b.AddClient(b.ctx(), "Heron Grey"))
	gone := b.loaded().Clients[0].ID
	b.plan = b.ok(b.AddPlan(b.ctx(), "Heron plan", plan.Me)).Plans[0].ID
	for range 200 {
		b.add("Heron step "+strings.Repeat("x", 200), "")
	}
	b.ok(b.DeleteItems(b.ctx(), []string{b.add("Heron trash", "")}))
	copied := filepath.Join(folder, "copy.cairn")
	b.must(b.vault.SaveCopy(copied))
	b.must(b.NoteCopy(b.ctx(), copied))
	killed := filepath.Join(folder, "killed.cairn") // not closed, with what a copy that was killed has left
	for at, from := range map[string]string{killed: b.path, killed + "-wal": b.path + "-wal", killed + ".copy.part": copied} {
		raw, err := os.ReadFile(from)
		b.must(errors.Join(err, os.WriteFile(at, raw, 0o600)))
	}
	if !inFiles(t, folder, "Heron") {
		t.Fatal("the search finds nothing")
	}
	p, err := b.Purge(b.ctx())
	b.must(errors.Join(err, b.Scour(b.ctx())))
	if p.Plans != 1 || p.Items != 201 || p.Steps < 200 {
		t.Fatalf("%+v", p)
	}
	paths, err := b.Copies(b.ctx())
	b.must(err)
	if len(paths) != 1 || paths[0] != copied {
		t.Fatal(paths)
	}
	b.must(errors.Join(db.Purge(copied, gone), db.Purge(killed, gone)))
	if inFiles(t, folder, "Heron") {
		t.Error("something of them is left")
	}
	if err := db.Purge(copied, gone); err == nil {
		t.Error("twice")
	}
	b.opened(b.Load(b.ctx()))
	if c := b.loaded(); len(c.Clients) != 1 || c.Clients[0].ID != me || len(c.Items) != 1 {
		t.Fatalf("%+v", c)
	}
	if _, err := b.Purge(b.ctx()); plan.CodeOf(err) != plan.Conflict {
		t.Error(err)
	}
	b.ok(b.Undo(b.ctx()))
	other, err := db.Open(copied)
	b.must(err)
	b.must(other.Close())
}
