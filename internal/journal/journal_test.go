package journal_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cairn/internal/journal"
)

func title(text string) string {
	return fmt.Sprintf("UPDATE item SET title = '%s' WHERE id = 'i3'", text)
}

func TestRecord(t *testing.T) {
	t.Run("a step forgets the steps that were undone before it", func(t *testing.T) {
		b := fresh(t)
		b.record("c1", title("one"))
		b.must(b.replay(undo, "c1"))
		b.record("c1", title("two"))
		if err := b.replay(redo, "c1"); !errors.Is(err, journal.ErrNothing) {
			t.Fatalf("redo of what was overtaken: %v", err)
		}
	})
	t.Run("a step of one client leaves the undone steps of another", func(t *testing.T) {
		b := fresh(t)
		b.record("c1", title("one"))
		b.must(b.replay(undo, "c1"))
		b.record("c2", "INSERT INTO tag VALUES ('t9', 'c2', 'theirs')")
		b.must(b.replay(redo, "c1"))
	})
	t.Run("what fails leaves no step", func(t *testing.T) {
		b := fresh(t)
		if _, err := b.do(journal.Step{Client: "c1"}, title("one"), "INSERT INTO tag VALUES ('t1', '', '')"); err == nil {
			t.Fatal("a broken statement passed")
		}
		if n := b.count(`SELECT (SELECT count(*) FROM journal_step) + (SELECT count(*) FROM journal_row)`); n != 0 {
			t.Fatalf("%d rows are left", n)
		}
	})
	t.Run("what nobody makes a step of cannot be committed", func(t *testing.T) {
		b := fresh(t)
		before := b.dump()
		if _, err := b.vault.Write.Exec(title("one")); err == nil {
			t.Fatal("it was committed")
		}
		if b.dump() != before {
			t.Fatal("it is there")
		}
	})
	t.Run("a pause that nobody ends cannot be committed", func(t *testing.T) {
		b := fresh(t)
		if err := b.q.JournalPause(t.Context()); err == nil {
			t.Fatal("it was committed, and nothing would ever be recorded again")
		}
	})
	t.Run("a change writes down what it changed, not a long note beside it", func(t *testing.T) {
		b := fresh(t)
		b.record("c1", "UPDATE item SET notes = '"+strings.Repeat("long ", 20_000)+"' WHERE id = 'i3'")
		b.record("c1", "UPDATE item SET state = 'done' WHERE id = 'i3'")
		if b.count(`SELECT count(*) FROM journal_row WHERE before = '{"state":"todo"}' AND after = '{"state":"done"}'`) != 1 {
			t.Fatal("it wrote down something else")
		}
	})
	t.Run("a change of case is a change, also where case does not count", func(t *testing.T) {
		b := fresh(t)
		before := b.dump()
		b.record("c1", "UPDATE tag SET name = 'NOW' WHERE id = 't1'")
		b.must(b.replay(undo, "c1"))
		if b.dump() != before {
			t.Fatal("undo did not lead back")
		}
	})
	t.Run("what is done quietly is no step", func(t *testing.T) {
		b := fresh(t)
		b.quietly(title("one"))
		if n := b.count(`SELECT (SELECT count(*) FROM journal_row) + (SELECT count(*) FROM journal_pause)`); n != 0 {
			t.Fatalf("%d rows are left", n)
		}
		b.record("c1", title("two"))
		if b.count(`SELECT count(*) FROM journal_row`) != 1 {
			t.Fatal("the recording did not go on")
		}
	})
}

func TestMerge(t *testing.T) {
	typing := func(b *bundle, merge, text string) journal.Step {
		step, err := b.do(journal.Step{Client: "c1", Op: "type", Merge: merge}, title(text))
		b.must(err)
		return step
	}
	t.Run("an hour of typing in one visit is one step and one row", func(t *testing.T) {
		b := fresh(t)
		before := b.dump()
		for i := range 200 {
			typing(b, "visit", strings.Repeat("x", i+1))
		}
		if n := b.count(`SELECT count(*) FROM journal_row`); n != 1 {
			t.Fatalf("%d rows, want 1", n)
		}
		after := b.dump()
		b.must(b.replay(undo, "c1"))
		if b.dump() != before {
			t.Fatal("undo did not lead back to before the visit")
		}
		b.must(b.replay(redo, "c1"))
		if b.dump() != after {
			t.Fatal("redo did not lead to the end of the visit")
		}
	})
	t.Run("typing goes into the step that made the row", func(t *testing.T) {
		b := fresh(t)
		_, err := b.do(journal.Step{Client: "c1", Op: "add", Merge: "visit"}, "INSERT INTO tag VALUES ('t9', 'c1', 'n')")
		b.must(err)
		step, err := b.do(journal.Step{Client: "c1", Op: "type", Merge: "visit"}, "UPDATE tag SET name = 'new' WHERE id = 't9'")
		b.must(err)
		if step.Op != "add" || b.count(`SELECT count(*) FROM journal_step`) != 1 {
			t.Fatalf("merged into %+v", step)
		}
		b.must(b.replay(undo, "c1"))
		if b.count(`SELECT count(*) FROM tag WHERE id = 't9'`) != 0 {
			t.Fatal("the row is still there")
		}
	})
	t.Run("a visit that reaches more rows keeps them all", func(t *testing.T) {
		b := fresh(t)
		before := b.dump()
		typing(b, "visit", "one")
		_, err := b.do(journal.Step{Client: "c1", Op: "type", Merge: "visit"}, "UPDATE item SET title = 'two' WHERE id >= 'i3'")
		b.must(err)
		after := b.dump()
		b.must(b.replay(undo, "c1"))
		if b.dump() != before {
			t.Fatal("undo did not lead back to before the visit")
		}
		b.must(b.replay(redo, "c1"))
		if b.dump() != after {
			t.Fatal("redo did not lead to the end of the visit")
		}
	})
	t.Run("another visit, or something in between, is another step", func(t *testing.T) {
		b := fresh(t)
		a := typing(b, "visit 1", "one")
		c := typing(b, "visit 2", "two")
		d := typing(b, "visit 1", "three")
		if a.Seq == c.Seq || c.Seq == d.Seq || a.Seq == d.Seq {
			t.Fatalf("steps %d, %d and %d", a.Seq, c.Seq, d.Seq)
		}
	})
	t.Run("nothing merges into a step that was undone and done again", func(t *testing.T) {
		b := fresh(t)
		a := typing(b, "visit", "one")
		b.must(b.replay(undo, "c1"))
		b.must(b.replay(redo, "c1"))
		if c := typing(b, "visit", "two"); a.Seq == c.Seq {
			t.Fatal("merged")
		}
	})
	t.Run("the steps of two clients do not merge", func(t *testing.T) {
		b := fresh(t)
		a := typing(b, "visit", "one")
		c, err := b.do(journal.Step{Client: "c2", Merge: "visit"}, title("two"))
		b.must(err)
		if a.Seq == c.Seq {
			t.Fatal("merged")
		}
	})
}

func TestUndo(t *testing.T) {
	t.Run("takes back the client's own steps only", func(t *testing.T) {
		b := fresh(t)
		b.record("c1", title("mine"))
		b.record("c2", "INSERT INTO tag VALUES ('t9', 'c2', 'theirs')")
		b.must(b.replay(undo, "c1"))
		if err := b.replay(undo, "c1"); !errors.Is(err, journal.ErrNothing) {
			t.Fatalf("second undo: %v", err)
		}
		if b.count(`SELECT count(*) FROM tag WHERE id = 't9'`) != 1 {
			t.Fatal("the step of the other client is gone")
		}
	})
	t.Run("brings back what a deletion took along", func(t *testing.T) {
		b := fresh(t)
		before := b.dump()
		b.record("c1", "DELETE FROM plan WHERE id = 'p1'")
		if b.count(`SELECT count(*) FROM item`) != 0 {
			t.Fatal("the items are still there")
		}
		b.must(b.replay(undo, "c1"))
		if got := b.dump(); got != before {
			t.Fatalf("got %s\nwant %s", got, before)
		}
	})
	t.Run("takes back thousands of rows with few statements", func(t *testing.T) {
		b := fresh(t)
		before := b.dump()
		b.record("c1", `INSERT INTO item (id, plan_id, kind, title, rank, created_at, changed_at)
			WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 5000)
			SELECT 'n' || n, 'p1', 'step', n, n, '', '' FROM n`, "UPDATE item SET draft = 1")
		b.must(b.replay(undo, "c1"))
		if b.dump() != before {
			t.Fatal("undo did not lead back")
		}
	})
}

func TestPrune(t *testing.T) {
	t.Run("keeps a thousand steps of each client and not many more", func(t *testing.T) {
		b := fresh(t)
		b.record("c2", "INSERT INTO tag VALUES ('t9', 'c2', 'theirs')")
		for i := range journal.Kept + 200 {
			b.record("c1", title(fmt.Sprint(i)))
		}
		n := b.count(`SELECT count(*) FROM journal_step WHERE client_id = 'c1'`)
		if n < journal.Kept || n > journal.Kept+100 {
			t.Fatalf("%d steps are kept", n)
		}
		if b.count(`SELECT count(*) FROM journal_step WHERE client_id = 'c2'`) != 1 {
			t.Fatal("the other client lost a step")
		}
		if b.count(`SELECT count(*) FROM journal_row`) != n+1 {
			t.Fatal("rows of dropped steps are left")
		}
		for range journal.Kept {
			b.must(b.replay(undo, "c1"))
		}
	})
}

func TestInstall(t *testing.T) {
	t.Run("records a column that came with a migration", func(t *testing.T) {
		b := fresh(t)
		_, err := b.vault.Write.Exec(`ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'`)
		b.must(err)
		b.use(b.vault)
		b.record("c1", "UPDATE tag SET colour = 'blue' WHERE id = 't1'")
		b.must(b.replay(undo, "c1"))
		if b.count(`SELECT count(*) FROM tag WHERE id = 't1' AND colour = 'grey'`) != 1 {
			t.Fatal("the new column was not brought back")
		}
	})
	t.Run("builds what is missing or another one, and nothing else", func(t *testing.T) {
		b := fresh(t)
		built := func(want int) {
			t.Helper()
			before := b.count("PRAGMA schema_version")
			b.use(b.vault)
			if got := b.count("PRAGMA schema_version") - before; got != want {
				t.Errorf("%d statements changed the schema, want %d", got, want)
			}
		}
		built(0)
		_, err := b.vault.Write.Exec("DROP TRIGGER journal_tag_insert")
		b.must(err)
		built(1)
		_, err = b.vault.Write.Exec(`DROP TRIGGER journal_forget;
			CREATE TRIGGER journal_forget AFTER INSERT ON journal_step BEGIN SELECT 1; END`)
		b.must(err)
		built(2)
		built(0)
	})
	t.Run("refuses a table that is not there", func(t *testing.T) {
		b := fresh(t)
		tx, err := b.vault.Write.Begin()
		b.must(err)
		defer tx.Rollback()
		if _, err := journal.Install(context.Background(), tx, []string{"nothing"}); err == nil {
			t.Fatal("it was installed")
		}
	})
}

func TestNext(t *testing.T) {
	b := fresh(t)
	b.record("c1", title("one"), title("two"))
	b.record("c1", title("three"))
	b.must(b.replay(undo, "c1"))
	back, forth, err := journal.Next(context.Background(), b.q, journal.Reader{Client: "c1"})
	b.must(err)
	if back.Count != 2 || forth.Count != 1 || back.Kind != "thing" || forth.Op != "do" {
		t.Fatalf("undo %+v, redo %+v", back, forth)
	}
}

// TestPrivate: to whoever looks on, private steps never were.
func TestPrivate(t *testing.T) {
	onlooker, owner := journal.Reader{Client: "c1"}, journal.Reader{Client: "c1", Private: true}
	secretly := func(b *bundle, statement string) {
		_, err := b.do(journal.Step{Client: "c1", Op: "mark", Private: true}, statement)
		b.must(err)
	}
	const mark = "INSERT INTO tag VALUES ('t9', 'c1', 'stuck')"
	marks := func(b *bundle) int { return b.count(`SELECT count(*) FROM tag WHERE id = 't9'`) }

	t.Run("an undo passes them by", func(t *testing.T) {
		b := fresh(t)
		b.record("c1", title("one"))
		before := b.count(`SELECT count(*) FROM item WHERE title = 'one'`)
		secretly(b, mark)
		back, _, err := journal.Next(context.Background(), b.q, onlooker)
		b.must(err)
		if back.Op != "do" {
			t.Fatalf("it offers %q", back.Op)
		}
		b.must(b.replayFor(undo, onlooker))
		if before == 0 || b.count(`SELECT count(*) FROM item WHERE title = 'one'`) != 0 || marks(b) != 1 {
			t.Fatal("it did not take back what the onlooker had done")
		}
		if err := b.replayFor(undo, onlooker); !errors.Is(err, journal.ErrNothing) {
			t.Fatalf("second undo: %v", err)
		}
		b.must(b.replayFor(undo, owner))
		if marks(b) != 0 {
			t.Fatal("the owner cannot take it back")
		}
	})
	t.Run("they leave what can be done again", func(t *testing.T) {
		b := fresh(t)
		b.record("c1", title("one"))
		b.must(b.replayFor(undo, onlooker))
		secretly(b, mark)
		b.must(b.replayFor(redo, onlooker))
		if b.count(`SELECT count(*) FROM item WHERE title = 'one'`) == 0 {
			t.Fatal("it was not done again")
		}
	})
	t.Run("what is done in sight forgets what was undone of both", func(t *testing.T) {
		b := fresh(t)
		secretly(b, mark)
		b.must(b.replayFor(undo, owner))
		b.record("c1", title("one"))
		if err := b.replayFor(redo, owner); !errors.Is(err, journal.ErrNothing) {
			t.Fatalf("redo: %v", err)
		}
	})
}
