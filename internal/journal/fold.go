package journal

import (
	"database/sql"
	"encoding/json"
	"maps"

	"cairn/db/query"
)

// fold makes one row of two about the same row of a table: from before the
// first to after the second.
func fold(first, second query.JournalRow) (query.JournalRowSetParams, error) {
	one := query.JournalRowSetParams{Step: first.Step, Seq: first.Seq}
	var err error
	if first.Before.Valid {
		if one.Before, err = overlay(second.Before, first.Before); err != nil {
			return one, err
		}
	}
	if second.After.Valid {
		one.After, err = overlay(first.After, second.After)
	}
	return one, err
}

// overlay is a JSON object with the columns of both, where upper counts more.
// json_patch can't do that: to it a null is a column to leave out.
func overlay(lower, upper sql.NullString) (sql.NullString, error) {
	columns := map[string]json.RawMessage{}
	for _, layer := range []sql.NullString{lower, upper} {
		if !layer.Valid {
			continue
		}
		some := map[string]json.RawMessage{}
		if err := json.Unmarshal([]byte(layer.String), &some); err != nil {
			return sql.NullString{}, err
		}
		maps.Copy(columns, some)
	}
	text, err := json.Marshal(columns)
	return sql.NullString{String: string(text), Valid: true}, err
}
