package journal_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"cairn/db"
	"cairn/db/query"
	"cairn/internal/journal"
)

var tables = []string{"plan", "area", "item", "tag", "item_tag", "link"}

// failer is what a test and a check of rapid have in common.
type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// bundle is a real vault with a journal over its tables.
type bundle struct {
	failer
	path    string
	vault   *db.DB
	q       *query.Queries
	journal *journal.Journal
}

func newBundle(t failer, folder string) *bundle {
	b := &bundle{failer: t, path: filepath.Join(folder, "vault.cairn")}
	d, err := db.Create(b.path)
	b.must(err)
	_, err = d.Write.Exec(seed)
	b.must(err)
	b.use(d)
	return b
}

// use builds the journal on a vault that was just opened.
func (b *bundle) use(d *db.DB) {
	b.Helper()
	b.vault, b.q = d, query.New(d.Write)
	_, err := d.Write.Exec(`PRAGMA synchronous = OFF`) // what power cuts do is tested in db
	b.must(err)
	tx, err := d.Write.Begin()
	b.must(err)
	b.journal, err = journal.Install(context.Background(), tx, tables)
	b.must(err)
	b.must(tx.Commit())
}

func (b *bundle) restart() {
	b.Helper()
	b.must(b.vault.Close())
	d, err := db.Open(b.path)
	b.must(err)
	b.use(d)
}

func (b *bundle) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// do records statements as one step. When one of them fails, nothing happened.
func (b *bundle) do(step journal.Step, statements ...string) (journal.Step, error) {
	ctx := context.Background()
	tx, err := b.vault.Write.Begin()
	b.must(err)
	defer tx.Rollback()
	q := b.q.WithTx(tx)
	for _, s := range statements {
		if _, err := tx.Exec(s); err != nil {
			return journal.Step{}, err
		}
	}
	step.Kind, step.Count = "thing", len(statements)
	done, err := journal.Record(ctx, q, step)
	b.must(err)
	return done, tx.Commit()
}

// record is do of statements that must not fail.
func (b *bundle) record(client string, statements ...string) {
	b.Helper()
	_, err := b.do(journal.Step{Client: client, Op: "do"}, statements...)
	b.must(err)
}

// seed is what was there before anybody recorded.
const seed = `
	INSERT INTO client (id, name, created_at) VALUES ('c1', 'Me', ''), ('c2', 'You', '');
	INSERT INTO plan VALUES ('p1', 'c1', 'Book', 'me', 'V', '', '');
	INSERT INTO area VALUES ('a1', 'c1', 'Home', 'home', 'V');
	INSERT INTO item (id, plan_id, parent_id, kind, title, rank, area_id, created_at, changed_at) VALUES
		('i1', 'p1', NULL, 'vision', 'Book', 'V', 'a1', '', ''),
		('i2', 'p1', 'i1', 'goal', 'Write', 'V', NULL, '', ''),
		('i3', 'p1', 'i2', 'step', 'Draft', 'V', 'a1', '', ''),
		('i4', 'p1', 'i1', 'goal', 'Print', 'W', NULL, '', '');
	INSERT INTO tag VALUES ('t1', 'c1', 'now'), ('t2', 'c1', 'ÄÖ');
	INSERT INTO item_tag VALUES ('x1', 'i3', 't1'), ('x2', 'i2', 't2');
	INSERT INTO link (id, from_id, to_id, kind, weight) VALUES ('l1', 'i3', 'i4', 'serves', 0.7)`

type way func(*journal.Journal, context.Context, query.DBTX, *query.Queries, journal.Reader) (journal.Step, error)

var (
	undo way = (*journal.Journal).Undo
	redo way = (*journal.Journal).Redo
)

// quietly does a statement that is no step.
func (b *bundle) quietly(statement string) {
	b.Helper()
	tx, err := b.vault.Write.Begin()
	b.must(err)
	defer tx.Rollback()
	b.must(journal.Quietly(context.Background(), b.q.WithTx(tx), func() error {
		_, err := tx.Exec(statement)
		return err
	}))
	b.must(tx.Commit())
}

func (b *bundle) replay(way way, client string) error {
	return b.replayFor(way, journal.Reader{Client: client, Private: true})
}

func (b *bundle) replayFor(way way, reader journal.Reader) error {
	ctx := context.Background()
	tx, err := b.vault.Write.Begin()
	b.must(err)
	defer tx.Rollback()
	if _, err := way(b.journal, ctx, tx, b.q.WithTx(tx), reader); err != nil {
		return err
	}
	return tx.Commit()
}

// dump is every row of every journaled table, types and all.
func (b *bundle) dump() string {
	b.Helper()
	var all strings.Builder
	for _, table := range tables {
		all.WriteString("\n" + table + "\n" + b.rows(table))
	}
	return all.String()
}

func (b *bundle) rows(table string) string {
	b.Helper()
	var quoted string
	b.must(b.vault.Write.QueryRow(`SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM pragma_table_info(?)`, table).Scan(&quoted))
	var text sql.NullString
	b.must(b.vault.Write.QueryRow(`SELECT group_concat(line, char(10)) FROM (SELECT ` + quoted + ` AS line FROM ` + table + ` ORDER BY id)`).Scan(&text))
	return text.String
}

// count is the number that a query answers with.
func (b *bundle) count(sql string, args ...any) int {
	b.Helper()
	var n int
	b.must(b.vault.Write.QueryRow(sql, args...).Scan(&n))
	return n
}

func fresh(t *testing.T) *bundle {
	t.Helper()
	b := newBundle(t, t.TempDir())
	t.Cleanup(func() { b.must(b.vault.Close()) })
	return b
}
