package workspace

import (
	"database/sql"
	"errors"

	"cairn/db/query"
)

// remember keeps a preference of the whole vault.
func (e *edit) remember(key, value string) error {
	return e.q.SettingPut(e.ctx, query.SettingPutParams{Key: key, Value: value})
}

// recall is a preference, or "" if it was never set.
func (e *edit) recall(key string) (string, error) {
	value, err := e.q.SettingGet(e.ctx, key)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}
