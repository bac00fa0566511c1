package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strconv"
	"strings"
)

// migrations reads the files of a set in order: 0001_house.sql brings a vault
// to version 1. There is no gap and no way back.
//
// The rule for a file that alters a table of the journal (those that
// workspace.Open names): journal_row remembers rows as they were, for an undo
// to bring back, so the file does to it what it does to the table. A new column
// goes into every row that came or went whole (before or after is NULL), a
// column that is renamed or dropped is so in every row, and what every row of
// one table has with it in another comes in the same step (0002_board.sql does
// all of it). Where that is impossible, the file deletes all of journal_step:
// undo is closed at that point, and the page must say so (DB.Migrated).
// TestUpgrade in internal/workspace holds it with a vault of each version in
// testdata. A table or column that 0008_search.sql names keeps that name, or its
// triggers and view are dropped first and made anew.
func migrations(set fs.FS) ([]string, error) {
	names, err := fs.Glob(set, "*.sql")
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(names))
	for i, name := range names {
		number, _, _ := strings.Cut(name, "_")
		if n, err := strconv.Atoi(number); err != nil || n != i+1 {
			return nil, fmt.Errorf("migration %s stands at place %d", name, i+1)
		}
		text, err := fs.ReadFile(set, name)
		if err != nil {
			return nil, err
		}
		texts[i] = string(text)
	}
	return texts, nil
}

// ours are the migrations of this program.
func ours() ([]string, error) {
	set, err := fs.Sub(embedded, "migrations")
	if err != nil {
		return nil, err
	}
	return migrations(set)
}

// latestVersion is the newest version of a vault that this program knows.
func latestVersion() (int, error) {
	names, err := fs.Glob(embedded, "migrations/*.sql")
	return len(names), err
}

// upgrade migrates an older vault, after a proven copy of it.
func (d *DB) upgrade(version int, texts []string) (err error) {
	ctx := context.Background()
	one, err := pool(dsn(d.Path, url.Values{"_foreign_keys": {"0"}, "_txlock": {"immediate"}}), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	if d.Copy, err = safeCopy(ctx, one, d.Path, len(texts)); err != nil {
		return err
	}
	if err := migrate(ctx, one, version, texts); err != nil {
		return errors.Join(err, os.Remove(d.Copy)) // the vault is as the copy
	}
	d.Migrated = true
	return nil
}

// migrate brings a vault from version to the end of texts, in one transaction:
// all or nothing. d must have foreign keys off, so that a table can be rebuilt
// without its rows taking others along; they are checked at the end.
func migrate(ctx context.Context, d *sql.DB, version int, texts []string) error {
	tx, err := d.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	if err := dropJournalTriggers(ctx, tx); err != nil {
		return err
	}
	for i, text := range texts[version:] {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("migrate to version %d: %w", version+i+1, err)
		}
	}
	stamp := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", ApplicationID, len(texts))
	if _, err := tx.ExecContext(ctx, stamp); err != nil {
		return err
	}
	if err := foreignKeysHold(ctx, tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = d.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// dropJournalTriggers takes away the triggers that record edits: they name
// columns, so no column could be altered while they stand. The journal builds
// them anew when the vault is opened.
func dropJournalTriggers(ctx context.Context, tx *sql.Tx) error {
	var drops sql.NullString
	err := tx.QueryRowContext(ctx, `SELECT group_concat(format('DROP TRIGGER "%w"', name), ';')
		FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*'`).Scan(&drops)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, drops.String)
	return err
}

func foreignKeysHold(ctx context.Context, tx *sql.Tx) error {
	var table sql.NullString
	err := tx.QueryRowContext(ctx, `SELECT group_concat(DISTINCT "table") FROM pragma_foreign_key_check`).Scan(&table)
	if err == nil && table.Valid {
		err = fmt.Errorf("rows that point nowhere in %s", table.String)
	}
	return err
}
