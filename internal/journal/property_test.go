package journal_test

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"pgregory.net/rapid"

	"cairn/internal/journal"
)

// TestUndoLeadsBackAndRedoForth is the wall of the journal: after any mixture
// of steps, undos, redos and restarts, each state that an undo or redo leads
// to is the very one that was there, down to the start and up to the end.
func TestUndoLeadsBackAndRedoForth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		folder, err := os.MkdirTemp("", "journal")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(folder)
		h := &history{bundle: newBundle(t, folder)}
		defer func() { h.must(h.vault.Close()) }()
		h.states = []string{h.dump()}
		t.Repeat(map[string]func(*rapid.T){
			"step":    h.step,
			"typing":  h.typing,
			"undo":    func(*rapid.T) { h.back() },
			"redo":    func(*rapid.T) { h.forth() },
			"restart": func(*rapid.T) { h.restart(); h.stands() },
		})
		for h.at > 0 {
			h.back()
		}
		for h.at < len(h.states)-1 {
			h.forth()
		}
	})
}

// TestThereAndBack mixes private steps among the others, which leave what was undone
// of those: whatever was done, an undo and a redo lead back to where one is, and a
// redo and an undo too.
func TestThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		folder, err := os.MkdirTemp("", "journal")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(folder)
		b := newBundle(t, folder)
		defer func() { b.must(b.vault.Close()) }()
		made := 0
		step := func(in journal.Step, text string) {
			made++
			in.Client, in.Merge = "c1", rapid.SampledFrom([]string{"", "visit"}).Draw(t, "merge")
			_, err := b.do(in, fmt.Sprintf(text, made))
			b.must(err)
		}
		went := func(way way) bool {
			err := b.replay(way, "c1")
			if err != nil && !errors.Is(err, journal.ErrNothing) {
				t.Fatal(err)
			}
			return err == nil
		}
		t.Repeat(map[string]func(*rapid.T){
			"step": func(*rapid.T) {
				step(journal.Step{Op: "do"}, "INSERT INTO area VALUES ('%d', 'c1', 'Bo', 'home', 'V')")
			},
			"secret": func(*rapid.T) {
				step(journal.Step{Op: "mark", Private: true}, "INSERT INTO tag VALUES ('%[1]d', 'c1', '%[1]d')")
			},
			"undo": func(*rapid.T) { went(undo) },
			"redo": func(*rapid.T) { went(redo) },
			"there and back": func(t *rapid.T) {
				here := b.dump()
				if went(undo) && (!went(redo) || b.dump() != here) {
					t.Fatalf("undo and redo lead from\n%s\nto\n%s", here, b.dump())
				}
				if went(redo) && (!went(undo) || b.dump() != here) {
					t.Fatalf("redo and undo lead from\n%s\nto\n%s", here, b.dump())
				}
			},
		})
	})
}

// history is a vault and the states that it went through: at is the one it
// should be in, merge the token of the step that led there.
type history struct {
	*bundle
	states []string
	at     int
	merge  string
	made   int
}

func (h *history) stands() {
	if got := h.dump(); got != h.states[h.at] {
		h.Fatalf("state %d of %d is\n%s\nbut was\n%s", h.at, len(h.states), got, h.states[h.at])
	}
}

// step is one step of a few random statements; a statement that the schema
// refuses takes the whole step back.
func (h *history) step(t *rapid.T) {
	statements := rapid.SliceOfN(rapid.Custom(h.statement), 1, 5).Draw(t, "statements")
	if _, err := h.do(journal.Step{Client: "c1", Op: "do"}, statements...); err != nil {
		return
	}
	h.states, h.merge = append(h.states[:h.at+1], h.dump()), ""
	h.at++
}

// typing is a step that merges with the one before, if that was the same visit
// and still stands as the newest.
func (h *history) typing(t *rapid.T) {
	merge := rapid.SampledFrom([]string{"visit 1", "visit 2"}).Draw(t, "merge")
	if _, err := h.do(journal.Step{Client: "c1", Op: "type", Merge: merge}, h.statement(t)); err != nil {
		return
	}
	merged := h.merge == merge && h.at == len(h.states)-1
	if !merged {
		h.at++
	}
	h.states, h.merge = append(h.states[:h.at], h.dump()), merge
}

func (h *history) back() {
	if err := h.replay(undo, "c1"); err != nil {
		if h.at > 0 || !errors.Is(err, journal.ErrNothing) {
			h.Fatalf("undo at %d: %v", h.at, err)
		}
		return
	}
	h.at--
	h.merge = ""
	h.stands()
}

func (h *history) forth() {
	if err := h.replay(redo, "c1"); err != nil {
		if h.at < len(h.states)-1 || !errors.Is(err, journal.ErrNothing) {
			h.Fatalf("redo at %d: %v", h.at, err)
		}
		return
	}
	h.at++
	h.merge = ""
	h.stands()
}

// statement is a random write of one of the journaled tables: a new row, a
// changed one, or a deletion with all that hangs on it.
func (h *history) statement(t *rapid.T) string {
	h.made++
	id := fmt.Sprintf("'n%d'", h.made)
	text := rapid.SampledFrom([]string{"'a'", "'{\"b\": [1]}'", "'ß ''\" 🏔'", "'שלום'", "'1'", "'null'", "''"})
	some := func(table string) string {
		n := rapid.IntRange(0, 5).Draw(t, table)
		return fmt.Sprintf("(SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET %d)", table, n)
	}
	title := text.Draw(t, "text")
	all := []string{
		"INSERT INTO plan VALUES (" + id + ", 'c1', " + title + ", 'me', 'V', '', '')",
		"INSERT INTO area VALUES (" + id + ", 'c1', " + title + ", 'home', 'V')",
		"INSERT INTO item (id, plan_id, parent_id, kind, title, rank, area_id, due, created_at, changed_at) VALUES (" +
			id + ", " + some("plan") + ", " + some("item") + ", 'step', " + title + ", 'V', " + some("area") + ", '2026-03-02', '', '')",
		"INSERT INTO tag VALUES (" + id + ", 'c1', " + title + ")",
		"INSERT INTO item_tag VALUES (" + id + ", " + some("item") + ", " + some("tag") + ")",
		"INSERT INTO link (id, from_id, to_id, kind, weight) VALUES (" + id + ", " + some("item") + ", " + some("item") + ", 'serves', 0.1)",
		"UPDATE item SET title = " + title + ", notes = " + text.Draw(t, "notes") + " WHERE id = " + some("item"),
		"UPDATE item SET due = NULL, draft = 1 - draft, estimate_min = estimate_min + 7 WHERE id = " + some("item"),
		"UPDATE item SET parent_id = " + some("item") + " WHERE id = " + some("item"),
		"UPDATE item SET changed_at = " + title,
		"UPDATE link SET weight = weight * 3.3 WHERE id = " + some("link"),
		"UPDATE tag SET name = " + title + " WHERE id = " + some("tag"),
		"DELETE FROM plan WHERE id = " + some("plan"),
		"DELETE FROM area WHERE id = " + some("area"),
		"DELETE FROM item WHERE id = " + some("item"),
		"DELETE FROM tag WHERE id = " + some("tag"),
		"DELETE FROM item_tag",
		"DELETE FROM link WHERE id = " + some("link"),
	}
	return all[rapid.IntRange(0, len(all)-1).Draw(t, "which")]
}
