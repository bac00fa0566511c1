package db

import (
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

const busyTimeout = "busy_timeout(2000)" // milliseconds

// fileURI is the file: form of a path. Without it the driver would cut the
// path at the first question mark.
func fileURI(path string) string {
	path = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return "file://" + path
}

// dsn names the file and what every connection to it keeps to. synchronous
// FULL because WAL with NORMAL lost acknowledged edits when power was cut
// (performance.md); mode=rw because a missing file must not appear as an
// empty vault; temp_store MEMORY because what a query sets aside is private and
// has no business in the system's folder for temporary files. On macOS only
// fullfsync reaches the platter.
func dsn(path string, more url.Values) string {
	q := url.Values{
		"mode":          {"rw"},
		"_pragma":       {busyTimeout, "trusted_schema(0)", "cell_size_check(1)", "temp_store(2)"},
		"_journal_mode": {"WAL"},
		"_synchronous":  {"FULL"},
		"_foreign_keys": {"1"},
		"_dqs":          {"0"},
		"_defensive":    {"1"},
	}
	if runtime.GOOS == "darwin" {
		q["_pragma"] = append(q["_pragma"], "fullfsync(1)", "checkpoint_fullfsync(1)")
	}
	for k, v := range more {
		q[k] = v
	}
	return fileURI(path) + "?" + q.Encode()
}

// pool opens a pool that keeps its connections: a connection that went away
// would take its prepared statements and its page cache along.
func pool(dsn string, size int) (*sql.DB, error) {
	p, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	p.SetMaxOpenConns(size)
	p.SetMaxIdleConns(size)
	if err := p.Ping(); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}
