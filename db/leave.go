package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// belonging is a table that holds what a client has, and which of its rows are
// theirs. %s is the name of the file in SQL, ? the client. Where columns are named,
// only these are theirs.
type belonging struct {
	table, where string
	columns      []string
}

const (
	theirs   = "client_id = ?"
	ofPlans  = "plan_id IN (SELECT id FROM %s.plan WHERE client_id = ?)"
	ofItems  = "item_id IN (SELECT i.id FROM %[1]s.item AS i JOIN %[1]s.plan AS p ON p.id = i.plan_id WHERE p.client_id = ?)"
	ofBoards = "board_id IN (SELECT b.id FROM %[1]s.vision_board AS b JOIN %[1]s.plan AS p ON p.id = b.plan_id WHERE p.client_id = ?)"
	ofFroms  = "from_id IN (SELECT i.id FROM %[1]s.item AS i JOIN %[1]s.plan AS p ON p.id = i.plan_id WHERE p.client_id = ?)"
)

// common is what both sides of a handover may change, in an order in which it can be
// written: what the client is called, and what they have planned. How a coach calls
// them, and until when they are kept, is no matter of theirs.
func common() []belonging {
	return append([]belonging{{"client", "id = ?", []string{"id", "name"}}}, planned()...)
}

// planned is what a client has planned, in an order in which it can be written.
func planned() []belonging {
	return []belonging{
		{table: "area", where: theirs},
		{table: "tag", where: theirs},
		{table: "plan", where: theirs},
		{table: "board_column", where: ofPlans},
		{table: "item", where: ofPlans},
		{table: "item_tag", where: ofItems},
		{table: "link", where: ofFroms},
		{table: "aspect", where: theirs},
		{table: "plan_version", where: ofPlans},
		{table: "vision_board", where: ofPlans},
		{table: "piece", where: ofBoards},
	}
}

// kept are the pictures and files of a client, in an order in which they can be
// written.
func kept() []belonging {
	return []belonging{{table: "picture", where: theirs}, {table: "picture_file", where: theirs}, {table: "kept_file", where: theirs}}
}

// Leave writes one client, as they are at this moment, to a vault of its own, in
// which they are the owner; note is a setting that it has from its first moment.
// Only what is named above is ever written there: nobody else, no private note, no
// mark, no step of the journal, no deck, no setting and no alias. What is searched is
// made there anew by the triggers of 0008_search.sql. It is put together beside this
// vault, proven, and only then gets its name, in the place of
// another file as in SaveCopy. Whoever calls holds the door of path too.
func (d *DB) Leave(client, path string, note Note) (err error) {
	if d.Is(path) || hasTail(path) {
		return &Problem{Code: Locked, Path: path, Err: fs.ErrExist}
	}
	defer func() { err = explainWrite(path, err) }()
	leaving := leavingFrom(d.Path)
	defer func() { err = errors.Join(err, clearAway(leaving)) }()
	if err := d.gather(client, leaving, note); err != nil {
		return fmt.Errorf("gather: %w", err)
	}
	return copyOf(leaving, path)
}

// Note is a setting of a vault that leaves.
type Note struct{ Key, Value string }

// leavingFrom is where a client is put together who leaves a vault.
func leavingFrom(path string) string { return path + ".leaving" }

// gather makes a new vault that holds one client of this one and nothing else.
func (d *DB) gather(client, leaving string, note Note) (err error) {
	texts, err := ours()
	if err != nil {
		return err
	}
	if err := build(leaving, texts); err != nil {
		return err
	}
	one, err := pool(dsn(leaving, nil), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	ctx := context.Background()
	if _, err := one.ExecContext(ctx, "ATTACH DATABASE ? AS home", fileURI(d.Path)+"?mode=ro"); err != nil {
		return err
	}
	tx, err := one.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if err := fillIn(ctx, tx, client, note); err != nil {
		return err
	}
	return tx.Commit()
}

func fillIn(ctx context.Context, tx *sql.Tx, client string, note Note) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO main.client (id, name, own, created_at)
		SELECT id, name, 1, created_at FROM home.client WHERE id = ?`, client)
	if err != nil {
		return err
	}
	for _, b := range append(planned(), kept()...) {
		text := fmt.Sprintf("INSERT INTO main.%[1]s SELECT * FROM home.%[1]s WHERE %[2]s", b.table, b.in("home"))
		if _, err := tx.ExecContext(ctx, text, client); err != nil {
			return fmt.Errorf("%s: %w", b.table, err)
		}
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO main.setting (key, value) VALUES (?, ?)", note.Key, note.Value)
	return err
}

// in is the condition in a file of that name.
func (b belonging) in(file string) string {
	return strings.ReplaceAll(strings.ReplaceAll(b.where, "%[1]s", file), "%s", file)
}

// Returned opens a copy of a vault that came back, beside this one, so that the
// file itself is not changed by a byte; Forget closes it and takes it away. What
// is no vault is a Problem.
func (d *DB) Returned(path string) (*DB, error) {
	if d.Is(path) {
		return nil, &Problem{Code: Locked, Path: path, Err: fs.ErrExist}
	}
	head, err := readHeader(path) // nobody copies a film to learn that it is none
	if err == nil && head.application != ApplicationID {
		err = &Problem{Code: Foreign, Path: path, Err: fmt.Errorf("application id %#x", head.application)}
	}
	if err != nil {
		return nil, explain(path, err)
	}
	folder := returnedTo(d.Path)
	copied, err := copyAll(path, folder)
	if err != nil {
		return nil, explain(path, err)
	}
	came, err := Open(copied)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return came, nil
}

// Forget closes a vault that Returned has opened, and takes the copy away.
func (d *DB) Forget(came *DB) error {
	return errors.Join(came.Close(), os.RemoveAll(returnedTo(d.Path)))
}

// returnedTo is the folder for the copy of a vault that came back.
func returnedTo(path string) string { return path + ".returned" }

// Aside is where a copy of the vault may lie that is only looked at; ClearAside
// takes it away.
func Aside(path string) string { return path + ".aside" }

// ClearAside takes away the copy that lies aside, and what SQLite has laid beside it.
func ClearAside(path string) error { return clearAway(Aside(path)) }

// sweep takes away what a program that was killed has left of a handover or a bundle.
func sweep(path string) error {
	return errors.Join(clearAway(leavingFrom(path)), ClearAside(path), os.RemoveAll(returnedTo(path)))
}
