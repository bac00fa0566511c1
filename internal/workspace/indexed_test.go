package workspace

import (
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// indexed compares what is searched with what it would be if it were made anew of
// all that is written now: each word of each row, at its place. No doc is of a row
// that is not there, and each lies on the shelf of its client.
func (b *bundle) indexed() {
	b.TB.Helper()
	conn, ctx := b.pen.conn, b.ctx()
	do := func(text string) {
		b.TB.Helper()
		if _, err := conn.ExecContext(ctx, text); err != nil {
			b.TB.Fatal(err)
		}
	}
	do(`DROP TABLE IF EXISTS temp.anew; DROP TABLE IF EXISTS temp.anew_words; DROP TABLE IF EXISTS temp.kept_words`)
	do(`CREATE VIRTUAL TABLE temp.anew USING fts5 (title, why, what, done_when, notes, said,
		content = '', tokenize = "unicode61 remove_diacritics 2")`)
	do(`CREATE VIRTUAL TABLE temp.anew_words USING fts5vocab (temp, anew, instance)`)
	do(`CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab (main, search_words, instance)`)
	do(`INSERT INTO temp.anew (rowid, title, why, what, done_when, notes, said)
		SELECT coalesce((SELECT doc FROM search_row AS r WHERE r.id = t.id AND r.tbl = t.tbl), -row_number() OVER ()),
			title, why, what, done_when, notes, said FROM search_text AS t`)
	for name, text := range map[string]string{
		"words that are not searched":    `SELECT term, doc, col, offset FROM temp.anew_words EXCEPT SELECT term, doc, col, offset FROM temp.kept_words`,
		"words that nobody wrote":        `SELECT term, doc, col, offset FROM temp.kept_words EXCEPT SELECT term, doc, col, offset FROM temp.anew_words`,
		"docs of rows that are not here": `SELECT id, doc, '', '' FROM search_row EXCEPT SELECT r.id, doc, '', '' FROM search_row AS r JOIN search_text AS t ON t.id = r.id AND t.tbl = r.tbl`,
		"docs of another client": `SELECT r.id, doc, t.client_id, s.client_id FROM search_row AS r JOIN search_text AS t ON t.id = r.id AND t.tbl = r.tbl
			JOIN search_shelf AS s ON s.number = doc >> 40 WHERE s.client_id <> t.client_id`,
	} {
		wrong := b.lines(conn, text)
		if len(wrong) > 0 {
			b.TB.Fatalf("%s:\n%s", name, strings.Join(wrong[:min(len(wrong), 20)], "\n"))
		}
	}
}

// lines are the answers to a question of four columns.
func (b *bundle) lines(conn *sql.Conn, text string) (lines []string) {
	rows, err := conn.QueryContext(b.ctx(), text)
	b.must(err)
	defer rows.Close()
	for rows.Next() {
		var one [4]string
		b.must(rows.Scan(&one[0], &one[1], &one[2], &one[3]))
		lines = append(lines, strings.Join(one[:], " "))
	}
	b.must(rows.Err())
	return lines
}

// No field of words is forgotten: whoever adds one to a kind says whether it is
// searched, here and in the view search_text.
func TestWordsThatAreSearched(t *testing.T) {
	b := newBundle(t)
	goal := b.add("Book", "")
	b.ok(b.SetKind(b.ctx(), []string{goal}, plan.Goal))
	b.ok(b.SetAspect(b.ctx(), AspectEdit{ItemID: goal, Kind: plan.Barrier, Body: plan.Body{"what": "no Ölfarbe", "where": "outer"}}))
	b.ok(b.SetAspect(b.ctx(), AspectEdit{Kind: plan.Value, Body: plan.Body{"name": "Courage", "pile": "very"}}))
	b.ok(b.SetAspect(b.ctx(), AspectEdit{ItemID: goal, Kind: plan.Pick, Body: plan.Body{"on": "2026-03-02"}}))
	b.indexed()
	said := []string{}
	b.each(`SELECT said FROM search_text WHERE tbl = 'aspect'`, func(one string) { said = append(said, one) })
	slices.Sort(said)
	if !slices.Equal(said, []string{"Courage", "no Ölfarbe"}) {
		t.Errorf("it searches %q", said)
	}
}

// Whatever table the words stand in: what is searched follows each change of them,
// there and back.
func TestWordsFollow(t *testing.T) {
	b := newBundle(t)
	goal := b.add("Book", "")
	board := b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan, Name: "Wall"})).Boards[0].ID
	note := plan.Piece{Kind: plan.Note, W: 10, H: 10, Body: plan.Body{"words": "Sea"}}
	piece := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{note}})).Pieces[0].ID
	said := b.ok(b.SetAspect(b.ctx(), AspectEdit{Kind: plan.Value, Body: plan.Body{"name": "Courage"}})).Focus
	for name, edit := range map[string]func() (plan.Changes, error){
		"title": func() (plan.Changes, error) { return b.SetTitle(b.ctx(), TextEdit{ID: goal, Text: "Novel"}) },
		"notes": func() (plan.Changes, error) {
			return b.SetText(b.ctx(), TextEdit{ID: goal, Field: "notes", Text: "Ink"})
		},
		"piece": func() (plan.Changes, error) {
			return b.SetPieces(b.ctx(), PiecesEdit{IDs: []string{piece}, Body: plan.Body{"words": "Lake"}})
		},
		"board": func() (plan.Changes, error) {
			return b.SetVisionBoard(b.ctx(), VisionBoardEdit{ID: board, Name: "Door"})
		},
		"plan": func() (plan.Changes, error) { return b.RenamePlan(b.ctx(), b.plan, "Print") },
		"tag":  func() (plan.Changes, error) { return b.AddTag(b.ctx(), []string{goal}, "home") },
		"version": func() (plan.Changes, error) {
			return b.KeepVersion(b.ctx(), NewVersion{PlanID: b.plan, Changed: "Weather"})
		},
		"aspect": func() (plan.Changes, error) {
			return b.SetAspect(b.ctx(), AspectEdit{ID: said, Kind: plan.Value, Body: plan.Body{"name": "Calm"}})
		},
		"unsaid":   func() (plan.Changes, error) { return b.RemoveAspect(b.ctx(), said) },
		"unpinned": func() (plan.Changes, error) { return b.RemovePieces(b.ctx(), []string{piece}) },
		"unboard":  func() (plan.Changes, error) { return b.RemoveVisionBoard(b.ctx(), board) },
	} {
		t.Run(name, func(t *testing.T) {
			for _, do := range []func() (plan.Changes, error){
				edit, func() (plan.Changes, error) { return b.Undo(b.ctx()) },
				func() (plan.Changes, error) { return b.Redo(b.ctx()) }, func() (plan.Changes, error) { return b.Undo(b.ctx()) },
			} {
				before := b.written()
				b.ok(do())
				if b.written() == before {
					t.Fatal("no words changed, which proves nothing")
				}
				b.indexed()
			}
		})
	}
}

// written is all words that can be found.
func (b *bundle) written() string {
	lines := []string{}
	b.each(`SELECT id || title || notes || said FROM search_text`, func(one string) { lines = append(lines, one) })
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// A word that is deleted lies among the words of others for as long as few of them
// are deleted: a purge does not wait for that.
func TestPurgeForgetsWords(t *testing.T) {
	b := newBundle(t)
	_, err := b.PasteText(b.ctx(), Paste{Place: plan.Place{PlanID: b.plan}, Text: strings.Repeat("much\n", 500)})
	b.must(err)
	b.opened(b.AddClient(b.ctx(), "Heron Grey"))
	b.plan = b.ok(b.AddPlan(b.ctx(), "Heron plan", plan.Me)).Plans[0].ID
	b.add("Quagmirezephyr", "")
	_, err = b.pen.conn.ExecContext(b.ctx(), `INSERT INTO search_words (search_words) VALUES ('optimize')`)
	b.must(err)
	const word = "agmirezephyr" // as it is searched: without capitals, and perhaps without how it begins
	folder := filepath.Dir(b.path)
	if !inFiles(t, folder, word) {
		t.Fatal("it was never there")
	}
	_, err = b.Purge(b.ctx())
	b.must(errors.Join(err, b.Scour(b.ctx())))
	if inFiles(t, folder, word) {
		t.Error("it is left")
	}
}
