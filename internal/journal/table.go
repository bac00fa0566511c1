package journal

import (
	"context"
	"fmt"
	"strings"

	"cairn/db/query"
)

// table is a journaled table, and the statements that replay its rows.
type table struct {
	name    string
	columns []string
}

// forget drops the steps that were undone before a new one. A private one leaves
// those that are not: nobody who looks on may see that there was any.
const forget = `
	DROP TRIGGER IF EXISTS journal_forget;
	CREATE TRIGGER journal_forget AFTER INSERT ON journal_step BEGIN
		DELETE FROM journal_step WHERE client_id = NEW.client_id AND undone = 1 AND private >= NEW.private;
	END;`

// Install builds the triggers of the tables anew, from the columns that they
// have now.
func Install(ctx context.Context, tx query.DBTX, tables []string) (*Journal, error) {
	j := &Journal{tables: map[string]table{}}
	for _, name := range tables {
		t, err := read(ctx, tx, name)
		if err != nil {
			return nil, fmt.Errorf("journal %s: %w", name, err)
		}
		if _, err := tx.ExecContext(ctx, t.triggers()); err != nil {
			return nil, fmt.Errorf("journal %s: %w", name, err)
		}
		j.tables[name] = t
	}
	_, err := tx.ExecContext(ctx, forget)
	return j, err
}

func read(ctx context.Context, tx query.DBTX, name string) (table, error) {
	t := table{name: name}
	rows, err := tx.QueryContext(ctx, "SELECT name FROM pragma_table_info(?) ORDER BY cid", name)
	if err != nil {
		return t, err
	}
	defer rows.Close()
	for rows.Next() {
		var column string
		if err := rows.Scan(&column); err != nil {
			return t, err
		}
		t.columns = append(t.columns, column)
	}
	if len(t.columns) == 0 {
		return t, fmt.Errorf("there is no such table")
	}
	return t, rows.Err()
}

func (t table) triggers() string {
	return t.trigger("insert", "NEW", "NULL", t.json("NEW")) +
		t.trigger("update", "OLD", t.changed("OLD"), t.changed("NEW")) +
		t.trigger("delete", "OLD", t.json("OLD"), "NULL")
}

// trigger writes a row down for the step that will be the next one.
func (t table) trigger(event, row, before, after string) string {
	return fmt.Sprintf(`
		DROP TRIGGER IF EXISTS journal_%[1]s_%[2]s;
		CREATE TRIGGER journal_%[1]s_%[2]s AFTER %[2]s ON %[1]s BEGIN
			INSERT INTO journal_row (step, seq, tbl, row_id, before, after)
			SELECT (SELECT coalesce(max(seq), 0) + 1 FROM journal_step),
				coalesce((SELECT seq FROM journal_row ORDER BY step DESC, seq DESC LIMIT 1), 0) + 1,
				'%[1]s', %[3]s.id, %[4]s, %[5]s
			WHERE NOT EXISTS (SELECT 1 FROM journal_pause);
		END;`, t.name, event, row, before, after)
}

// json is a row as a JSON object, in SQL.
func (t table) json(row string) string {
	parts := make([]string, len(t.columns))
	for i, c := range t.columns {
		parts[i] = fmt.Sprintf("'%s', %s.%s", c, row, c)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// changed is json of the columns that an update changed. BINARY, because to a
// column that ignores case "Book" is "book".
func (t table) changed(row string) string {
	parts := make([]string, len(t.columns))
	for i, c := range t.columns {
		parts[i] = fmt.Sprintf(`iif(OLD.%[1]s IS NEW.%[1]s COLLATE BINARY, '', ',"%[1]s":' || json_quote(%[2]s.%[1]s))`, c, row)
	}
	return "'{' || substr(concat(" + strings.Join(parts, ", ") + "), 2) || '}'"
}

// put writes the deleted rows of a run as they stand in the journal's column
// side ("before" or "after"), one after the other in the given order.
func (t table) put(side, order string) string {
	read := make([]string, len(t.columns))
	for i, c := range t.columns {
		read[i] = fmt.Sprintf("json_extract(%s, '$.%s')", side, c)
	}
	return fmt.Sprintf(`INSERT INTO %s (%s) SELECT %s FROM journal_row
		WHERE step = ? AND seq BETWEEN ? AND ? ORDER BY seq %s`,
		t.name, strings.Join(t.columns, ", "), strings.Join(read, ", "), order)
}

// drop deletes the rows of a run.
func (t table) drop() string {
	return fmt.Sprintf(`DELETE FROM %s WHERE id IN (
		SELECT row_id FROM journal_row WHERE step = ? AND seq BETWEEN ? AND ?)`, t.name)
}

// change gives one row the columns that the journal's column side names.
func (t table) change(side string) string {
	set := make([]string, len(t.columns))
	for i, c := range t.columns {
		set[i] = fmt.Sprintf("%[1]s = iif(json_type(j.%[2]s, '$.%[1]s') IS NULL, t.%[1]s, json_extract(j.%[2]s, '$.%[1]s'))", c, side)
	}
	return fmt.Sprintf(`UPDATE %s AS t SET %s FROM journal_row AS j
		WHERE j.step = ? AND j.seq = ? AND t.id = j.row_id`, t.name, strings.Join(set, ", "))
}
