// Package salvage reads what can still be read of a database file that SQLite
// itself refuses.
//
// It goes through the pages of the file by the published format
// (sqlite.org/fileformat2.html) and takes nothing on trust: what a page says of
// itself is followed only as far as it stays inside the file, and no page is
// gone through twice. So it comes to an end on any bytes, and one page that is
// broken costs the rows on it and no others. It knows no SQL, and writes nothing.
package salvage

import (
	"errors"
	"io"
	"slices"
)

// Row is a row as it lies in the file. Values are nil, int64, float64, string
// or []byte, in the order in which they are stored; a table that got columns
// later may have rows with fewer of them.
type Row struct {
	Table  string // "" where nothing in the file says any more whose row it is
	ID     int64  // 0 in a table without row ids
	Keyed  bool   // it has no row id: its key comes first
	Values []any
}

// Found is what a file came to.
type Found struct {
	Pages  int // in the file
	Unread int // pages of which nothing could be made
	Broken int // rows of which the file still speaks and that could not be read
}

// ErrNothing says that there is no page in what was given.
var ErrNothing = errors.New("salvage: there is nothing to read")

// Read gives every row that can be read in a database, and in its write-ahead
// log where there is one (wal may be nil), tables first whose place is known.
// What take answers with ends the reading, and is the answer.
func Read(file, wal io.ReaderAt, take func(Row) error) (Found, error) {
	r, err := open(file, wal)
	if err != nil {
		return Found{}, err
	}
	for _, one := range r.schema() {
		if err := r.walk(one, take); err != nil {
			return r.found, err
		}
	}
	r.passFree()
	if err := r.strays(take); err != nil {
		return r.found, err
	}
	r.found.Unread = r.unread()
	return r.found, nil
}

// object is a table or an index: its name, and where its tree begins.
type object struct {
	name string
	root int
	kind string // "table" or "index"
}

// schema reads what the first page says of the others.
func (r *reader) schema() []object {
	var all []object
	_ = r.walk(object{name: schemaTable, root: 1, kind: "table"}, func(row Row) error { // take has no errors
		if len(row.Values) < 4 {
			return nil
		}
		kind, _ := row.Values[0].(string)
		name, _ := row.Values[1].(string)
		root, _ := row.Values[3].(int64)
		if root > 1 && root <= int64(r.found.Pages) && (kind == "table" || kind == "index") {
			all = append(all, object{name: name, root: int(root), kind: kind})
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b object) int { return len(a.kind) - len(b.kind) })
	return all
}

const schemaTable = "sqlite_schema"

// strays gives the rows of pages to which no way leads any more.
func (r *reader) strays(take func(Row) error) error {
	for number := 1; number <= r.found.Pages; number++ {
		if r.seen[number] {
			continue
		}
		page := r.page(number)
		switch kindOf(page, number) {
		case leafTable, leafIndex, innerIndex:
			r.seen[number] = true
			if err := r.cells("", page, number, take); err != nil {
				return err
			}
		case innerTable:
			r.seen[number] = true // it says only where others lie
		}
	}
	return nil
}

// unread counts the pages that hold something and were of no use.
func (r *reader) unread() int {
	count := 0
	for number := 1; number <= r.found.Pages; number++ {
		if !r.seen[number] && !empty(r.page(number)) {
			count++
		}
	}
	return count + r.bad
}

func empty(page []byte) bool {
	return !slices.ContainsFunc(page, func(b byte) bool { return b != 0 })
}

// Version is the schema version that a file says it has (PRAGMA user_version).
func Version(file, wal io.ReaderAt) (int, error) {
	r, err := open(file, wal)
	if err != nil {
		return 0, err
	}
	return int(r.version), nil
}
