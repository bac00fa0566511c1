package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cairn/db/query"
)

// table is a journaled table, and the statements that replay its rows.
type table struct {
	name    string
	columns []string
}

// trigger is a trigger of the journal, and the statement that builds it.
type trigger struct{ name, text string }

// forget drops the steps that were undone before a new one. A private one leaves
// those that are not: nobody who looks on may see that there was any.
func forget() trigger {
	return trigger{"journal_forget", `CREATE TRIGGER journal_forget AFTER INSERT ON journal_step BEGIN
		DELETE FROM journal_step WHERE client_id = NEW.client_id AND undone = 1 AND private >= NEW.private;
	END`}
}

// Install makes the triggers of the tables those of the columns that they have now.
// Where they are that already nothing is written.
func Install(ctx context.Context, tx query.DBTX, tables []string) (*Journal, error) {
	columns, err := listed(ctx, tx, `SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
		WHERE t.type = 'table' ORDER BY t.name, c.cid`)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	standing, err := listed(ctx, tx, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	j := &Journal{tables: map[string]table{}}
	wanted := []trigger{forget()}
	for _, name := range tables {
		t := table{name: name, columns: columns[name]}
		if len(t.columns) == 0 {
			return nil, fmt.Errorf("journal: there is no table %s", name)
		}
		j.tables[name] = t
		wanted = append(wanted, t.triggers()...)
	}
	for _, one := range wanted {
		if slices.Equal(standing[one.name], []string{one.text}) {
			continue
		}
		if _, err := tx.ExecContext(ctx, "DROP TRIGGER IF EXISTS "+one.name+";"+one.text); err != nil {
			return nil, fmt.Errorf("journal: %s: %w", one.name, err)
		}
	}
	return j, nil
}

// listed gathers the second column of a query under the first one.
func listed(ctx context.Context, tx query.DBTX, text string) (map[string][]string, error) {
	rows, err := tx.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string][]string{}
	for rows.Next() {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			return nil, err
		}
		all[name] = append(all[name], value)
	}
	return all, rows.Err()
}

func (t table) triggers() []trigger {
	return []trigger{
		t.trigger("insert", "NEW", "NULL", t.json("NEW")),
		t.trigger("update", "OLD", t.changed("OLD"), t.changed("NEW")),
		t.trigger("delete", "OLD", t.json("OLD"), "NULL"),
	}
}

// trigger writes a row down for the step that will be the next one.
func (t table) trigger(event, row, before, after string) trigger {
	name := "journal_" + t.name + "_" + event
	return trigger{name, fmt.Sprintf(`CREATE TRIGGER %[6]s AFTER %[2]s ON %[1]s BEGIN
			INSERT INTO journal_row (step, seq, tbl, row_id, before, after)
			SELECT (SELECT coalesce(max(seq), 0) + 1 FROM journal_step),
				coalesce((SELECT seq FROM journal_row ORDER BY step DESC, seq DESC LIMIT 1), 0) + 1,
				'%[1]s', %[3]s.id, %[4]s, %[5]s
			WHERE NOT EXISTS (SELECT 1 FROM journal_pause);
		END`, t.name, event, row, before, after, name)}
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
