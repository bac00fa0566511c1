package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Rows is what both sides of a handover may change (common): by table and id each row
// as JSON, every column with its name.
type Rows map[string]map[string]string

// reader is a connection, or several.
type reader interface {
	QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error)
}

// writer is the one writing connection.
type writer interface {
	reader
	ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error)
}

// ReadRows reads what a client is called, and all that they have planned.
func ReadRows(ctx context.Context, from reader, client string) (Rows, error) {
	rows := Rows{}
	for _, b := range common() {
		columns, err := b.columnsIn(ctx, from)
		if err != nil {
			return nil, err
		}
		named := strings.Join(each(columns, "'%[1]s', %[1]s"), ", ")
		text := fmt.Sprintf("SELECT id, json_object(%s) FROM %s WHERE %s", named, b.table, b.in("main"))
		if rows[b.table], err = readAll(ctx, from, text, client); err != nil {
			return nil, fmt.Errorf("%s: %w", b.table, err)
		}
	}
	return rows, nil
}

func readAll(ctx context.Context, from reader, text, client string) (map[string]string, error) {
	found, err := from.QueryContext(ctx, text, client)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	rows := map[string]string{}
	for found.Next() {
		var id, row string
		if err := found.Scan(&id, &row); err != nil {
			return nil, err
		}
		rows[id] = row
	}
	return rows, found.Err()
}

func (b belonging) columnsIn(ctx context.Context, from reader) ([]string, error) {
	if len(b.columns) > 0 {
		return b.columns, nil
	}
	found, err := from.QueryContext(ctx, "SELECT name FROM pragma_table_info(?) ORDER BY cid", b.table)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	columns := []string{}
	for found.Next() {
		var name string
		if err := found.Scan(&name); err != nil {
			return nil, err
		}
		columns = append(columns, name)
	}
	return columns, found.Err()
}

// PutRows writes rows that both sides of a handover may change, those that are new and
// those that are there, and takes others away, by table and id. The order lets an undo go back
// through it: when it takes a new row away, nothing else hangs on that any more.
// Foreign keys are looked at when the transaction ends.
func PutRows(ctx context.Context, to writer, added, set Rows, gone map[string][]string) error {
	if _, err := to.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	// What joins two others makes room first, as the same two may be joined anew.
	for _, table := range []string{"item_tag", "link", "tag"} {
		if err := dropRows(ctx, to, table, gone[table]); err != nil {
			return err
		}
	}
	for _, b := range common() {
		if err := b.add(ctx, to, added[b.table]); err != nil {
			return fmt.Errorf("%s: %w", b.table, err)
		}
	}
	for _, b := range common() {
		if err := b.set(ctx, to, set[b.table]); err != nil {
			return fmt.Errorf("%s: %w", b.table, err)
		}
	}
	for _, b := range slices.Backward(planned()) {
		if err := dropRows(ctx, to, b.table, gone[b.table]); err != nil {
			return err
		}
	}
	return nil
}

func (b belonging) add(ctx context.Context, to writer, rows map[string]string) error {
	if len(rows) == 0 {
		return nil
	}
	columns, err := b.columnsIn(ctx, to)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM json_each(?)", b.table,
		strings.Join(columns, ", "), strings.Join(each(columns, "json_extract(value, '$.%[1]s')"), ", "))
	_, err = to.ExecContext(ctx, text, listOf(rows))
	return err
}

func (b belonging) set(ctx context.Context, to writer, rows map[string]string) error {
	if len(rows) == 0 {
		return nil
	}
	columns, err := b.columnsIn(ctx, to)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("UPDATE %s AS t SET %s FROM json_each(?) AS j WHERE t.id = j.value ->> 'id'", b.table,
		strings.Join(each(columns, "%[1]s = json_extract(j.value, '$.%[1]s')"), ", "))
	_, err = to.ExecContext(ctx, text, listOf(rows))
	return err
}

// each writes something about every column.
func each(columns []string, format string) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = fmt.Sprintf(format, c)
	}
	return all
}

// listOf is the JSON array of rows, in the order of their ids.
func listOf(rows map[string]string) string {
	ids := make([]string, 0, len(rows))
	for id := range rows {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for i, id := range ids {
		ids[i] = rows[id]
	}
	return "[" + strings.Join(ids, ",") + "]"
}

func dropRows(ctx context.Context, to writer, table string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	_, err = to.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE id IN (SELECT value FROM json_each(?))", table), string(list))
	return err
}
