package workspace

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

var writeVault = flag.Bool("write", false, "write the vault of this version that TestUpgrade opens ever after")

// vaultOf is the file of a vault that the program made when this was its
// version, with steps that were done and steps that were undone.
func vaultOf(version int) string {
	return filepath.Join("..", "..", "db", "testdata", fmt.Sprintf("version-%d.cairn.gz", version))
}

// TestUpgrade opens the vaults of all versions that there ever were. Nothing in
// them is another than it was, all that was done can be undone, and what was
// undone can be done again: this is the rule of db/migrate.go for a migration
// that alters a journaled table. The vault of a new version is made by
//
//	go test -run TestUpgrade ./internal/workspace -write
func TestUpgrade(t *testing.T) {
	newest := newBundle(t).count(`PRAGMA user_version`)
	if *writeVault {
		write(t, vaultOf(newest))
	}
	for version := 1; version <= newest; version++ {
		t.Run(fmt.Sprint("from version ", version), func(t *testing.T) {
			b := old(t, version)
			b.keptAll()
			b.journalFits()
			for _, client := range b.loaded().Clients {
				b.opened(b.OpenClient(b.ctx(), client.ID))
				b.whole()
				b.thereAndBack()
			}
		})
	}
}

// old is the vault of a version, opened by the program of today.
func old(t *testing.T, version int) *bundle {
	t.Helper()
	b := &bundle{TB: t, path: filepath.Join(t.TempDir(), "vault.cairn"), clock: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
	b.must(os.WriteFile(b.path, unpacked(t, version), 0o600))
	var err error
	b.vault, err = db.Open(b.path)
	b.must(err)
	b.open()
	t.Cleanup(b.shut)
	return b
}

// unpacked is the file of that vault.
func unpacked(t *testing.T, version int) []byte {
	t.Helper()
	packed, err := os.ReadFile(vaultOf(version))
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("there is no vault of version %d: make one with the last commit of that version", version)
	}
	var file []byte
	zip, e := gzip.NewReader(bytes.NewReader(packed))
	if err = errors.Join(err, e); err == nil {
		file, err = io.ReadAll(zip)
	}
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func (b *bundle) must(err error) {
	b.TB.Helper()
	if err != nil {
		b.TB.Fatal(err)
	}
}

// keptAll compares every column of the vault as it was, in the copy beside it,
// with what it is now.
func (b *bundle) keptAll() {
	b.TB.Helper()
	if !b.vault.Migrated {
		return
	}
	before, err := sql.Open("sqlite", "file:"+b.vault.Copy+"?mode=ro")
	b.must(err)
	defer before.Close()
	for _, table := range journaled {
		var columns, then, now sql.NullString
		b.must(before.QueryRow(`SELECT group_concat('quote(' || name || ')', '||') FROM pragma_table_info(?)`, table).Scan(&columns))
		if !columns.Valid {
			continue // it is newer than that
		}
		rows := `SELECT group_concat(line, char(10)) FROM (SELECT ` + columns.String + ` AS line FROM ` + table + ` ORDER BY id)`
		b.must(before.QueryRow(rows).Scan(&then))
		b.must(b.vault.Read.QueryRow(rows).Scan(&now))
		if then != now || then.String == "" {
			b.TB.Fatalf("%s was\n%s\nand is\n%s", table, then.String, now.String)
		}
	}
}

// journalFits makes sure that the journal knows the columns that the tables
// have: of a row that came or went all of them, of one that changed no other.
func (b *bundle) journalFits() {
	b.TB.Helper()
	for _, table := range journaled[:] {
		n := b.count(`SELECT count(*) FROM journal_row WHERE tbl = ? AND (before IS NULL OR after IS NULL)`, table)
		made := slices.Contains([]string{"client", "area", "handover"}, table) || !b.had(table) // by hand, with it, or later than the vault: not by a step
		if n == 0 && !made {
			b.TB.Errorf("the vault proves nothing of %s: no step made one", table)
		}
	}
	misfits := b.count(`SELECT count(*) FROM journal_row AS r WHERE
		(before IS NULL OR after IS NULL) AND
			(SELECT group_concat(key) FROM (SELECT key FROM json_each(coalesce(before, after)) ORDER BY key)) <>
			(SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info(r.tbl) ORDER BY name))
		OR EXISTS (SELECT 1 FROM json_each(coalesce(before, after)) WHERE key NOT IN (SELECT name FROM pragma_table_info(r.tbl)))`)
	if misfits > 0 {
		b.TB.Fatalf("%d rows of the journal do not fit their tables", misfits)
	}
}

// had tells whether the vault had a table before it was brought up.
func (b *bundle) had(table string) (yes bool) {
	b.TB.Helper()
	if !b.vault.Migrated {
		return true
	}
	before, err := sql.Open("sqlite", "file:"+b.vault.Copy+"?mode=ro")
	b.must(err)
	defer before.Close()
	b.must(before.QueryRow(`SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?)`, table).Scan(&yes))
	return yes
}

// thereAndBack does again what is undone, undoes all, and does all again.
func (b *bundle) thereAndBack() {
	b.TB.Helper()
	if b.mirror.redo.Op == "" {
		b.TB.Fatal("nothing was undone, which proves too little")
	}
	for b.mirror.redo.Op != "" {
		b.ok(b.Redo(b.ctx()))
		b.whole()
	}
	states := []string{}
	for b.mirror.undo.Op != "" {
		states = append(states, b.mirror.plain())
		b.ok(b.Undo(b.ctx()))
		b.whole()
	}
	if len(b.mirror.plans)+len(b.mirror.board)+len(b.mirror.items) > 0 || len(states) < 5 {
		b.TB.Fatalf("%d steps back there is\n%s", len(states), b.mirror.plain())
	}
	for n := len(states) - 1; n >= 0; n-- {
		b.ok(b.Redo(b.ctx()))
		if got := b.mirror.plain(); got != states[n] {
			b.TB.Fatalf("redo led to\n%s\nnot to\n%s", got, states[n])
		}
	}
}

// write makes the vault of this version.
func write(t *testing.T, path string) {
	t.Helper()
	b := newBundle(t)
	b.story()
	b.opened(b.AddClient(b.ctx(), "Ada"))
	b.plan = b.ok(b.AddPlan(b.ctx(), "A garden", plan.Other)).Show
	b.story()
	b.must(b.HandOver(b.ctx(), filepath.Join(filepath.Dir(b.path), "ada.cairn")))
	b.restart()
	file, err := os.ReadFile(b.path)
	b.must(err)
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	_, err = zip.Write(file)
	b.must(errors.Join(err, zip.Close()))
	b.must(os.WriteFile(path, packed.Bytes(), 0o600))
}

// story plans a little with every kind of step, and takes the last ones back.
func (b *bundle) story() {
	b.TB.Helper()
	ids := b.book()
	one := func(title string) []string { return []string{ids[title]} }
	b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Draft"], Text: "A first draft"}))
	b.ok(b.SetText(b.ctx(), TextEdit{ID: ids["Draft"], Field: "notes", Text: strings.Repeat("A note.\n", 20)}))
	b.ok(b.AddTag(b.ctx(), one("Proof"), "now"))
	b.ok(b.AddLink(b.ctx(), ids["Chapter 2"], ids["Chapter 1"], plan.After))
	b.ok(b.MoveItems(b.ctx(), Move{IDs: one("Proof"), Place: b.below(ids["Write"])}))
	b.ok(b.SetArea(b.ctx(), one("Print"), b.loaded().Areas[1].ID))
	b.ok(b.SetState(b.ctx(), one("Chapter 1"), plan.Done))
	b.ok(b.SetDue(b.ctx(), one("Chapter 2"), "2026-04-01"))
	spring := plan.Dates{ID: ids["Proof"], Start: "2026-03-01", Due: "2026-05-31", Kind: plan.SoftDue}
	b.ok(b.SetDates(b.ctx(), []plan.Dates{spring}))
	b.ok(b.SetIsAction(b.ctx(), one("Chapter 2"), true))
	b.ok(b.SetSpent(b.ctx(), one("Chapter 1"), 45))
	b.speak(ids)
	b.dream(ids)
	b.coach()
	b.ok(b.DeleteItems(b.ctx(), one("Print")))
	b.ok(b.CopyItems(b.ctx(), Move{IDs: one("Draft"), Place: b.after(ids["Draft"])}))
	b.arrange()
	b.ok(b.AddPlan(b.ctx(), "Health", plan.Me))
	b.paste("", "- Walk #now\n  - [x] Find the shoes\n  - [ ] Go")
	b.ok(b.DeleteItems(b.ctx(), one("Chapter 2")))
	for range 3 {
		b.ok(b.Undo(b.ctx()))
	}
}

// speak says something of an item and of the client, says it anew and takes
// some of it back.
func (b *bundle) speak(ids map[string]string) {
	b.TB.Helper()
	aim := AspectEdit{ItemID: ids["Write"], Kind: plan.Aim, Body: plan.Body{"statement": "A book that I would sign"}}
	b.ok(b.SetAspect(b.ctx(), aim))
	aim.Body = plan.Body{"sort": "outcome", "importance": 8.0}
	b.ok(b.SetAspect(b.ctx(), aim))
	value := AspectEdit{Kind: plan.Value, Body: plan.Body{"name": "Honesty"}}
	honesty := b.ok(b.SetAspect(b.ctx(), value)).Focus
	value.Body = plan.Body{"name": "Courage", "core": true}
	courage := b.ok(b.SetAspect(b.ctx(), value)).Focus
	b.ok(b.MoveAspect(b.ctx(), courage, ""))
	b.ok(b.RemoveAspect(b.ctx(), honesty))
	b.ok(b.KeepVersion(b.ctx(), NewVersion{PlanID: b.plan, Changed: "A new house came", Reason: "More time"}))
}

// coach does what a coach does who sits beside.
func (b *bundle) coach() {
	b.TB.Helper()
	if how, err := b.Lock(b.ctx()); how == NoPassphrase {
		b.must(err)
		b.sealed()
	}
	client := b.loaded().Clients[0]
	client.Name, client.Alias, client.KeepUntil = client.Name+" Marlow", "A.", "2031-01-01"
	b.ok(b.SetClient(b.ctx(), client))
	ask := plan.Ask{Key: "want", Does: plan.DoesGoal, Words: "What would you like to happen?"}
	deck := plan.Deck{Name: "My way", Stages: []plan.Stage{{Name: "Purpose", Asks: []plan.Ask{ask}}}}
	deck = b.ok(b.SetDeck(b.ctx(), deck)).Decks[0]
	deck.Name = "Our way"
	b.ok(b.SetDeck(b.ctx(), deck))
	session := b.session()
	b.ok(b.Answer(b.ctx(), NewAnswer{SessionID: session, Body: plan.Body{"ask": "want", "words": "To be read"}}))
	b.ok(b.Mark(b.ctx(), plan.Mark{SessionID: session, Kind: plan.Sticky, Ask: "want"}))
	id := b.note(plan.NextNote, session, plan.Body{"words": "ask her about Monday"}).Focus
	b.ok(b.SetNote(b.ctx(), NoteEdit{ID: id, Kind: plan.NextNote, SessionID: session, Body: plan.Body{"met": true}}))
	b.ok(b.DropNote(b.ctx(), b.note(plan.PlainNote, "", plan.Body{"words": "by mistake"}).Focus))
}

// dream does everything that can be done on a vision board.
func (b *bundle) dream(ids map[string]string) {
	b.TB.Helper()
	wall := b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan, Name: "Some day", Paper: "linen"})).Focus
	b.ok(b.SetVisionBoard(b.ctx(), VisionBoardEdit{ID: wall, ItemID: ids["Write"]}))
	other := b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan, Name: "Another"})).Focus
	b.ok(b.MoveVisionBoard(b.ctx(), other, ""))
	hung := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: wall, Pieces: []plan.Piece{
		{Kind: plan.Quote, X: 10, Y: 10, W: 200, H: 80, Body: plan.Body{"words": "Nobody will ask you to write it."}},
		{Kind: plan.Card, X: 10, Y: 120, W: 200, H: 80, ItemID: ids["Draft"], Body: plan.Body{}},
		{Kind: plan.Wake, X: 10, Y: 220, W: 200, H: 80, Body: plan.Body{}},
	}})).Pieces
	quote, card, wake := hung[0].ID, hung[1].ID, hung[2].ID
	b.ok(b.PlacePieces(b.ctx(), PiecesPlaced{Places: []plan.PiecePlace{{ID: quote, X: 20, Y: 5, W: 100, H: 80, Angle: 370}}}))
	b.ok(b.SetPieces(b.ctx(), PiecesEdit{IDs: []string{quote}, Body: plan.Body{"by": "Ruth", "colour": "moss"}}))
	b.ok(b.TiePieces(b.ctx(), PiecesTied{IDs: []string{quote}, ItemID: ids["Write"]}))
	b.ok(b.GroupPieces(b.ctx(), []string{quote, card}, true))
	b.ok(b.LockPieces(b.ctx(), []string{card}, true))
	b.ok(b.OrderPieces(b.ctx(), []string{wake}, ""))
	b.ok(b.WakeUp(b.ctx(), Woken{PieceID: wake, Barrier: "I am tired", Cue: "it is ten", Response: "I put the book down", Step: "Set an alarm"}))
	b.ok(b.RemovePieces(b.ctx(), []string{card}))
	b.ok(b.RemoveVisionBoard(b.ctx(), other))
}

// arrange does everything that can be done on a board.
func (b *bundle) arrange() {
	b.TB.Helper()
	ids, doing := b.cards("Type Check Send"), b.column(plan.Doing)
	review := b.addColumn("Review", plan.Doing, doing)
	b.move(review, "", ids["Send"], ids["Check"])
	b.move(doing, "", ids["Type"])
	b.ok(b.SetColumn(b.ctx(), ColumnEdit{ID: doing, Name: "Now", State: plan.Doing, Limit: 2}))
	b.ok(b.MoveColumn(b.ctx(), b.column(plan.Done), ""))
	b.ok(b.DeleteColumn(b.ctx(), review))
}
