package db

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
)

// Create makes a new vault at path, and its folder, and opens it. Where
// anything is already there it refuses with the Problem foreign and
// fs.ErrExist. It is there whole or not at all.
func Create(path string) (*DB, error) {
	set, err := fs.Sub(embedded, "migrations")
	if err != nil {
		return nil, err
	}
	return create(path, set)
}

func create(path string, set fs.FS) (*DB, error) {
	texts, err := migrations(set)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, explainWrite(path, err)
	}
	for _, tail := range append(tails(), "") {
		if exists(path + tail) { // a -wal alone would be read into the new file
			return nil, &Problem{Code: Foreign, Path: path + tail, Err: fs.ErrExist}
		}
	}
	part := path + ".part"
	if err := build(part, texts); err != nil {
		return nil, explainWrite(path, errors.Join(err, clearAway(part)))
	}
	if err := os.Rename(part, path); err != nil {
		return nil, explainWrite(path, err)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return nil, err
	}
	return open(path, set)
}

// build makes a vault under a name that it does not keep, so that nobody ever
// finds a half-made one.
func build(part string, texts []string) error {
	if err := clearAway(part); err != nil {
		return err
	}
	if err := lockPerFile(); err != nil {
		return err
	}
	if err := newFile(part); err != nil {
		return err
	}
	d, err := pool(dsn(part, url.Values{"_foreign_keys": {"0"}}), 1)
	if err != nil {
		return err
	}
	return errors.Join(migrate(context.Background(), d, 0, texts), d.Close())
}

// clearAway removes what an attempt has left, or one that was killed.
func clearAway(part string) error {
	var err error
	for _, tail := range append(tails(), "-shm", "") {
		err = errors.Join(err, os.RemoveAll(part+tail))
	}
	return err
}
