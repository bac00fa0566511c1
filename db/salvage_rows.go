package db

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"cairn/internal/salvage"
)

// shape is a table as its rows are stored: its columns in that order, and what
// each may hold.
type shape struct {
	name    string
	keyed   bool // it has no row id, and its key comes first
	columns []column
	points  []pointer
}

type column struct {
	name, kind string
	must       bool // it may not be NULL
	rowID      bool // it is the row id, and stored as NULL
}

// pointer is a foreign key.
type pointer struct {
	table    string // that it points to
	from, to []string
	gone     bool // without what it points to the row means nothing
}

// bringer brings rows into a new vault.
type bringer struct {
	ctx    context.Context //nolint:containedctx // it lives as long as one call
	tx     *sql.Tx
	shapes []shape
	strays []salvage.Row
	lost   int
}

// left says which tables do not come back: the journal, and what is made of the
// others.
func left(table string) bool {
	return strings.HasPrefix(table, "journal_") || strings.HasPrefix(table, "search_")
}

func newBringer(ctx context.Context, tx *sql.Tx) (*bringer, error) {
	b := &bringer{ctx: ctx, tx: tx}
	tables, err := column1[string](ctx, tx, `SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	for _, table := range tables {
		if left(table) {
			continue
		}
		s, err := shapeOf(ctx, tx, table)
		if err != nil {
			return nil, err
		}
		b.shapes = append(b.shapes, s)
	}
	return b, nil
}

func shapeOf(ctx context.Context, tx *sql.Tx, table string) (s shape, err error) {
	s.name = table
	err = tx.QueryRowContext(ctx, "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", table).Scan(&s.keyed)
	if err != nil {
		return s, err
	}
	rows, err := tx.QueryContext(ctx, `SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid`, table)
	if err != nil {
		return s, err
	}
	defer rows.Close()
	var key []column
	for rows.Next() {
		var c column
		var pk int
		if err := rows.Scan(&c.name, &c.kind, &c.must, &pk); err != nil {
			return s, err
		}
		c.rowID = pk == 1 && c.kind == "INTEGER" && !s.keyed
		if s.keyed && pk > 0 {
			key = append(key, c)
		} else {
			s.columns = append(s.columns, c)
		}
	}
	s.columns = append(key, s.columns...)
	if err := rows.Err(); err != nil {
		return s, err
	}
	s.points, err = pointersOf(ctx, tx, s)
	return s, err
}

func pointersOf(ctx context.Context, tx *sql.Tx, s shape) ([]pointer, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq`, s.name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []pointer
	last := -1
	for rows.Next() {
		var id int
		var table, from, to, then string
		if err := rows.Scan(&id, &table, &from, &to, &then); err != nil {
			return nil, err
		}
		if id != last {
			all, last = append(all, pointer{table: table}), id
		}
		p := &all[len(all)-1]
		p.from, p.to = append(p.from, from), append(p.to, to)
		p.gone = then != "SET NULL"
	}
	return all, rows.Err()
}

// bring takes one row of a damaged vault.
func (b *bringer) bring(row salvage.Row) error {
	switch i := slices.IndexFunc(b.shapes, func(s shape) bool { return s.name == row.Table }); {
	case i >= 0:
		if came, err := b.insert(b.shapes[i], row); err != nil {
			return err
		} else if !came {
			b.lost++
		}
	case row.Table == "": // when all others are there, it shows where it belongs
		b.strays = append(b.strays, row)
	}
	return nil
}

// insert writes a row into a table, unless it does not fit or its key is taken.
func (b *bringer) insert(s shape, row salvage.Row) (came bool, err error) {
	if !s.fits(row) {
		return false, nil
	}
	names, marks, values := []string{}, []string{}, []any{}
	if !s.keyed && !slices.ContainsFunc(s.columns, func(c column) bool { return c.rowID }) {
		names, marks, values = append(names, "rowid"), append(marks, "?"), append(values, row.ID)
	}
	for i, value := range row.Values {
		if s.columns[i].rowID {
			value = row.ID
		}
		names, marks, values = append(names, s.columns[i].name), append(marks, "?"), append(values, value)
	}
	text := fmt.Sprintf(`INSERT INTO %s ("%s") VALUES (%s)`, s.name, strings.Join(names, `", "`), strings.Join(marks, ", "))
	_, err = b.tx.ExecContext(b.ctx, text, values...)
	if unfit(err) {
		return false, nil
	}
	return err == nil, err
}

// fits says whether a row can be one of this table: so many columns, and in
// each what it may hold. Columns at the end may be missing, where the table got
// them later.
func (s shape) fits(row salvage.Row) bool {
	if row.Keyed != s.keyed || len(row.Values) > len(s.columns) || len(row.Values) == 0 {
		return false
	}
	for i, value := range row.Values {
		if c := s.columns[i]; !c.rowID && !c.holds(value) {
			return false
		}
	}
	return true
}

func (c column) holds(value any) bool {
	switch value.(type) {
	case nil:
		return !c.must
	case int64:
		return c.kind == "INTEGER" || c.kind == "REAL" // a whole REAL is stored as a number without a point
	case float64:
		return c.kind == "REAL"
	case string:
		return c.kind == "TEXT"
	default:
		return c.kind == "BLOB"
	}
}

// bringStrays brings the rows of which the file no longer says where they
// belong: each to the table whose shape it has, and of several to the one in
// which most of what it points to is there. It goes on as long as that brings
// more, since one may point to another.
func (b *bringer) bringStrays() error {
	for before := -1; before != len(b.strays); {
		before = len(b.strays)
		var still []salvage.Row
		for _, row := range b.strays {
			came, err := b.place(row)
			if err != nil {
				return err
			}
			if !came {
				still = append(still, row)
			}
		}
		b.strays = still
	}
	return nil // what is left is of no table of ours: an index, or a row that is there already
}

func (b *bringer) place(row salvage.Row) (came bool, err error) {
	type fit struct{ at, holds int }
	var fits []fit
	for i, s := range b.shapes {
		if !s.fits(row) {
			continue
		}
		holds, err := b.holds(s, row)
		if err != nil {
			return false, err
		}
		fits = append(fits, fit{i, holds})
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return b.holds - a.holds })
	for _, f := range fits {
		if came, err = b.insert(b.shapes[f.at], row); came || err != nil {
			return came, err
		}
	}
	return false, nil
}

// holds counts what a row would point to in a table and is there.
func (b *bringer) holds(s shape, row salvage.Row) (count int, err error) {
	for _, p := range s.points {
		i := slices.IndexFunc(s.columns, func(c column) bool { return c.name == p.from[0] })
		if len(p.from) > 1 || i >= len(row.Values) || row.Values[i] == nil {
			continue
		}
		var there bool
		text := fmt.Sprintf(`SELECT EXISTS (SELECT 1 FROM %s WHERE "%s" = ?)`, p.table, p.to[0])
		if err := b.tx.QueryRowContext(b.ctx, text, row.Values[i]).Scan(&there); err != nil {
			return 0, err
		}
		if there {
			count++
		}
	}
	return count, nil
}

// mend makes every row point to one that is there.
func (b *bringer) mend(stand Stand) error {
	if err := b.standIn(stand); err != nil {
		return err
	}
	for changed := int64(1); changed > 0; {
		changed = 0
		for _, s := range b.shapes {
			for _, p := range s.points {
				n, err := b.loosen(s, p)
				if err != nil {
					return err
				}
				changed += n
			}
		}
	}
	return b.index()
}

// index makes the words findable of those that came before what they belong to
// did. A vault that has no index yet gets it when it is brought to the newest
// version.
func (b *bringer) index() error {
	var there bool
	err := b.tx.QueryRowContext(b.ctx, "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'search_text')").Scan(&there)
	if err == nil && there {
		_, err = b.tx.ExecContext(b.ctx, "INSERT INTO search_text (tbl, id) SELECT tbl, id FROM search_text")
	}
	return err
}

// standIn gives those a client, a plan and an item who have lost theirs, in this
// order, since each needs the one before.
func (b *bringer) standIn(stand Stand) error {
	for _, lost := range []struct{ table, text string }{
		{"client", `INSERT INTO client (id, name, created_at) SELECT id, :client, :now FROM (%s) ORDER BY id`},
		{"plan", `INSERT INTO plan (id, client_id, name, subject, rank, created_at, changed_at)
			SELECT id, (SELECT id FROM client ORDER BY created_at, id LIMIT 1), :plan, 'me', 'zz', :now, :now FROM (%s)`},
		{"item", `INSERT INTO item (id, plan_id, kind, title, rank, draft, created_at, changed_at)
			SELECT id, home, 'goal', :item, 'zz', 1, :now, :now FROM (%s) WHERE home IS NOT NULL GROUP BY id`},
	} {
		if err := b.standFor(lost.table, lost.text, stand); err != nil {
			return fmt.Errorf("stand in for a %s: %w", lost.table, err)
		}
	}
	return nil
}

// homeOf is the plan of an item that was lost, as those tell whose words would
// be lost with it; "" for the others.
func homeOf(table string) string {
	switch table {
	case "item":
		return "t.plan_id"
	case "aspect":
		return "(SELECT plan.id FROM plan WHERE plan.client_id = t.client_id ORDER BY plan.rank LIMIT 1)"
	}
	return ""
}

// standFor gives all those a row of a table who point to one that is not there.
func (b *bringer) standFor(table, text string, stand Stand) error {
	for _, s := range b.shapes {
		home := homeOf(s.name)
		if table != "item" {
			home = "NULL"
		}
		for _, p := range s.points {
			if p.table != table || home == "" {
				continue
			}
			missing := fmt.Sprintf(`SELECT DISTINCT t."%[1]s" AS id, %[4]s AS home FROM %[2]s AS t WHERE t."%[1]s" IS NOT NULL
				AND NOT EXISTS (SELECT 1 FROM %[3]s AS o WHERE o.id = t."%[1]s")`, p.from[0], s.name, table, home)
			_, err := b.tx.ExecContext(b.ctx, fmt.Sprintf(text, missing), sql.Named("client", stand.Client),
				sql.Named("plan", stand.Plan), sql.Named("item", stand.Item), sql.Named("now", stand.Now))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// loosen takes away what points to a row that is not there: the pointer, or the
// row with it where that means nothing alone.
func (b *bringer) loosen(s shape, p pointer) (int64, error) {
	var set, is, same []string
	for i, from := range p.from {
		set = append(set, fmt.Sprintf(`"%s" = NULL`, from))
		is = append(is, fmt.Sprintf(`"%s" IS NOT NULL`, from))
		same = append(same, fmt.Sprintf(`o."%s" = %s."%s"`, p.to[i], s.name, from))
	}
	text := fmt.Sprintf("UPDATE %s SET %s", s.name, strings.Join(set, ", "))
	if p.gone {
		text = "DELETE FROM " + s.name
	}
	text += fmt.Sprintf(" WHERE %s AND NOT EXISTS (SELECT 1 FROM %s AS o WHERE %s)",
		strings.Join(is, " AND "), p.table, strings.Join(same, " AND "))
	result, err := b.tx.ExecContext(b.ctx, text)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	if p.gone {
		b.lost += int(n)
	}
	return n, err
}

// count says how many rows each table has now.
func (b *bringer) count() (map[string]int, error) {
	rows := map[string]int{}
	for _, s := range b.shapes {
		var n int
		if err := b.tx.QueryRowContext(b.ctx, "SELECT count(*) FROM "+s.name).Scan(&n); err != nil {
			return nil, err
		}
		rows[s.name] = n
	}
	return rows, nil
}

func column1[T any](ctx context.Context, tx *sql.Tx, text string) (all []T, err error) {
	rows, err := tx.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var one T
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
