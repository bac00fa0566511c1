package db

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrNotInside says that a copy holds nothing of the client.
var ErrNotInside = errors.New("db: the client is not in this copy")

// Purging is the setting that names whoever a purge took out of a file, as long as
// traces of them may be left there: their ids, with a space between.
const Purging = "purging"

// Scour writes the whole vault anew through its one writing connection, and
// empties the -wal: what was deleted is in no free page and in no log any more, and
// no word of it in what is searched, which keeps deleted words for a while.
func Scour(ctx context.Context, conn *sql.Conn) error {
	if err := forgetWords(ctx, conn); err != nil {
		return err
	}
	_, err := conn.ExecContext(ctx, "VACUUM")
	if err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// MayScour refuses where the disk has no room for Scour, which writes every page of
// the vault to the -wal. Whoever asks before something is deleted need not say
// afterwards that traces of it are left.
func (d *DB) MayScour() error {
	info, err := os.Stat(d.Path)
	if err == nil {
		err = probe(filepath.Dir(d.Path), info.Size()+info.Size()/64+room)
	}
	return explain(d.Path, err)
}

// Purge takes a client out of a copy of a vault, of whatever version, with all
// that is theirs, and scours it. One that was not closed, as by a purge that was
// killed, is closed with that; what a copy that was killed has left beside it is taken
// away. A copy without that client is left as it is (ErrNotInside), and so is one that
// is not a vault. Whoever calls holds its door.
func Purge(path, client string) (err error) {
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return errors.Join(err, ErrNotInside)
	}
	if err := clearAway(copying(path)); err != nil {
		return explain(path, err)
	}
	ctx := context.Background()
	d, err := pool(dsn(path, url.Values{"_txlock": {"immediate"}, "_secure_delete": {"1"}}), 1)
	if err != nil {
		return explain(path, err)
	}
	defer func() { err = explainWrite(path, errors.Join(err, d.Close())) }()
	conn, err := d.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if err := purge(ctx, conn, client); err != nil {
		return err
	}
	if err := Scour(ctx, conn); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "DELETE FROM setting WHERE key = ?", Purging)
	return err
}

// purge takes a client out of a copy, and notes there that traces of them may be left.
// It is content with one whom an earlier try took out so.
func purge(ctx context.Context, conn *sql.Conn, client string) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if err := dropJournalTriggers(ctx, tx); err != nil {
		return err
	}
	gone, err := tx.ExecContext(ctx, "DELETE FROM client WHERE id = ?", client)
	if err != nil {
		return err
	}
	if n, err := gone.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, wasPurged(ctx, tx, client))
	}
	for _, statement := range []string{
		"INSERT INTO setting (key, value) VALUES ('" + Purging + "', ?) ON CONFLICT (key) DO UPDATE SET value = value || ' ' || excluded.value",
		"DELETE FROM journal_step WHERE client_id = ?",
		"DELETE FROM setting WHERE key = 'plan ' || ?",
	} {
		if _, err := tx.ExecContext(ctx, statement, client); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// forgetWords drops the words of what was deleted from what is searched; a copy may
// be older than that.
func forgetWords(ctx context.Context, conn *sql.Conn) error {
	known := 0
	err := conn.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = 'search_words'").Scan(&known)
	if err != nil || known == 0 {
		return err
	}
	_, err = conn.ExecContext(ctx, "INSERT INTO search_words (search_words) VALUES ('optimize')")
	return err
}

// wasPurged is nil where an earlier try took a client out of a copy and was cut off.
func wasPurged(ctx context.Context, tx *sql.Tx, client string) error {
	var gone sql.NullString
	err := tx.QueryRowContext(ctx, "SELECT max(value) FROM setting WHERE key = ?", Purging).Scan(&gone)
	if err == nil && !slices.Contains(strings.Fields(gone.String), client) {
		err = ErrNotInside
	}
	return err
}
