package db

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"modernc.org/sqlite"
)

// portion is how many pages of a vault are copied between two looks at whether
// the copying is still wanted: 1 MB. An edit waits for none of them, because a
// reader of a vault in WAL mode holds up no writer.
const portion = 256

// unsynced is how many portions may wait for the disk. An edit is synced too, and waits
// behind all of them.
const unsynced = 8

// Backup writes the whole vault, as it is at this moment, to a new file at part,
// while edits go on, and proves it: in one read transaction all rows are read and
// SQLite copies the pages; then the copy is opened, checked for integrity, read
// again and compared, and sent to the disk. What lay at part before, a try that
// was killed, is taken away first; after an error nothing is left there. Settle
// gives the copy its name.
func (d *DB) Backup(ctx context.Context, part string) (proof Proof, err error) {
	defer func() { err = explainWrite(part, err) }()
	if err := errors.Join(clearAway(part), newFile(part)); err != nil {
		return proof, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, clearAway(part))
		}
	}()
	from, err := pool(dsn(d.Path, url.Values{"_query_only": {"1"}}), 1)
	if err != nil {
		return proof, err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	if proof, err = copyPages(ctx, from, part); err != nil {
		return proof, err
	}
	copied, err := Prove(ctx, part)
	if err == nil && copied.Sum != proof.Sum {
		err = &Problem{Code: Damaged, Path: part, Err: errors.New("the copy has other rows than the vault")}
	}
	return proof, err
}

// copyPages reads all rows of a vault and copies its pages, both of one moment.
func copyPages(ctx context.Context, from *sql.DB, part string) (proof Proof, err error) {
	conn, err := from.Conn(ctx)
	if err != nil {
		return proof, err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	// Not BeginTx: it would end the transaction as soon as the context ends, in
	// the middle of what SQLite copies.
	if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
		return proof, err
	}
	defer func() {
		ctx := context.WithoutCancel(ctx)
		_, e := conn.ExecContext(ctx, "ROLLBACK")
		err = errors.Join(err, e)
		// The -wal could not be emptied meanwhile: done here, it keeps no edit waiting.
		// If the disk refuses, an edit does it, and says what is wrong.
		_, _ = conn.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
	}()
	if proof, err = sumOf(ctx, conn); err != nil {
		return proof, err
	}
	return proof, conn.Raw(func(driver any) error { return stepThrough(ctx, driver, part) })
}

// stepThrough copies the pages that a connection sees. For its own sake the copy needs
// no journal and no sync: a try that breaks off is thrown away, and what is whole is
// synced at the end.
func stepThrough(ctx context.Context, driver any, part string) (err error) {
	source, ok := driver.(interface {
		NewBackup(to string) (*sqlite.Backup, error)
	})
	if !ok {
		return errors.New("this driver of SQLite makes no backups")
	}
	file, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	uri := fileURI(part) + "?mode=rw&_pragma=journal_mode(off)&_pragma=synchronous(off)"
	copying, err := source.NewBackup(uri)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, copying.Finish()) }()
	for n, more := 1, true; more && err == nil; n++ {
		if err = ctx.Err(); err == nil {
			more, err = copying.Step(portion)
		}
		if n%unsynced == 0 {
			err = errors.Join(err, file.Sync())
		}
	}
	return err
}

// Prove reads a finished copy from end to end: its integrity, its foreign keys and
// all its rows; and sends it to the disk. The file is changed by no byte. What is
// no vault of a version that this program knows is a Problem, and so is damage.
func Prove(ctx context.Context, path string) (proof Proof, err error) {
	defer func() { err = explain(path, err) }()
	head, err := readHeader(path)
	if err != nil {
		return proof, err
	}
	latest, err := latestVersion()
	if err != nil {
		return proof, err
	}
	if err := head.fits(path, latest); err != nil {
		return proof, err
	}
	if err := verify(ctx, path); err != nil {
		return proof, err
	}
	one, err := pool(asIs(path), 1)
	if err != nil {
		return proof, err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	if err := checkKeys(ctx, one); err != nil {
		return proof, err
	}
	return sumOf(ctx, one)
}

// asIs opens a file that nobody has open, so that not even a -shm comes to lie
// beside it.
func asIs(path string) string {
	return fileURI(path) + "?mode=ro&immutable=1&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)"
}

// Check reads the open vault from end to end, while edits go on, and says what it
// holds. Damage is a Problem.
func (d *DB) Check(ctx context.Context) (proof Proof, err error) {
	defer func() { err = explain(d.Path, err) }()
	one, err := pool(dsn(d.Path, url.Values{"_query_only": {"1"}}), 1)
	if err != nil {
		return proof, err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	if err := check(ctx, one, "PRAGMA integrity_check(1)"); err != nil {
		return proof, err
	}
	if err := checkKeys(ctx, one); err != nil {
		return proof, err
	}
	return sumOf(ctx, one)
}

// checkKeys refuses a vault in which a row points at one that is not there.
func checkKeys(ctx context.Context, from reader) error {
	rows, err := from.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		var row, key sql.NullInt64
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return &Problem{Code: Damaged, Err: fmt.Errorf("a row of %s points at none of %s", table, parent)}
	}
	return rows.Err()
}

// Mark is another one after each thing that a person has done to what is planned,
// and the same one after all else: where a hand was, which plan is shown. It costs
// no more than a few rows to read.
func (d *DB) Mark(ctx context.Context) (string, error) {
	const newest = `SELECT
  (SELECT coalesce(max(seq), 0) || ' ' || count(*) || ' ' || total(undone) FROM journal_step) || ' ' ||
  coalesce((SELECT group_concat(coalesce(after, ''), ' ') FROM
    (SELECT after FROM journal_row ORDER BY step DESC, seq DESC LIMIT 3)), '')`
	var told string
	if err := d.Read.QueryRowContext(ctx, newest).Scan(&told); err != nil {
		return "", err
	}
	sum := newSum()
	sum.text(told)
	return hex.EncodeToString(sum.hash.Sum(nil)), nil
}

// patience is how often, and resting how long between, a name is tried to be given
// that a virus scanner holds: two seconds in all, as Windows' own tools do.
const (
	patience = 20
	resting  = 100 * time.Millisecond
)

// Settle gives a finished copy its name, in the place of another file, so that it
// outlasts a power cut. A copy that cannot have it stays as it is.
func Settle(part, name string) error {
	if err := patiently(func() error { return os.Rename(part, name) }, held, time.Sleep); err != nil {
		return explainWrite(name, err)
	}
	return syncFolder(filepath.Dir(name))
}

// patiently tries something again as long as another program stands in the way.
func patiently(try func() error, held func(error) bool, rest func(time.Duration)) error {
	err := try()
	for n := 1; n < patience && held(err); n++ {
		rest(resting)
		err = try()
	}
	return err
}

// held says that another program may have a file open that is to be renamed.
// Windows calls that a sharing violation, or says no to the one that is replaced.
func held(err error) bool {
	return inUse(err) || runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission)
}
