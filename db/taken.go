package db

import (
	"context"
	"encoding/json"
	"fmt"
)

// Taken are those of some ids that a row of a table has already, whoever's it is. Only
// tables of what is planned are asked for.
func Taken(ctx context.Context, from reader, table string, ids []string) (map[string]bool, error) {
	taken := map[string]bool{}
	for _, b := range planned() {
		if b.table != table || len(ids) == 0 {
			continue
		}
		list, err := json.Marshal(ids)
		if err != nil {
			return nil, err
		}
		rows, err := readAll(ctx, from, fmt.Sprintf("SELECT id, id FROM %s WHERE id IN (SELECT value FROM json_each(?))", table), string(list))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", table, err)
		}
		for id := range rows {
			taken[id] = true
		}
	}
	return taken, nil
}
