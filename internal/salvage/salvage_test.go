package salvage

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

const schema = `
CREATE TABLE word (id TEXT PRIMARY KEY, body TEXT NOT NULL, size INTEGER, share REAL, data BLOB) STRICT;
CREATE INDEX word_body ON word (body);
CREATE TABLE pair (a TEXT, b TEXT, c TEXT, PRIMARY KEY (b, a)) STRICT, WITHOUT ROWID;
CREATE TABLE numbered (n INTEGER PRIMARY KEY, name TEXT) STRICT;`

// rows is what Read gives, as lines by table.
func rows(t *testing.T, file, wal []byte) (map[string][]string, Found) {
	t.Helper()
	all := map[string][]string{}
	take := func(row Row) error {
		all[row.Table] = append(all[row.Table], line(row.ID, row.Values))
		return nil
	}
	var found Found
	var err error
	if wal == nil {
		found, err = Read(bytes.NewReader(file), nil, take)
	} else {
		found, err = Read(bytes.NewReader(file), bytes.NewReader(wal), take)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all, found
}

func line(id int64, values []any) string {
	text := fmt.Sprint(id)
	for _, v := range values {
		if b, ok := v.([]byte); ok {
			v = len(b)
		}
		text += fmt.Sprintf(" %v", v)
	}
	return text
}

// written makes a database in WAL mode, and gives its file and its log as they
// lie there while it is open.
func written(t *testing.T, count int, checkpoint bool) (file, wal []byte, want map[string][]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "words.db")
	d, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(wal)&_pragma=synchronous(0)&_pragma=wal_autocheckpoint(0)")
	must(t, err)
	d.SetMaxOpenConns(1)
	defer d.Close()
	do := func(text string, args ...any) {
		_, err := d.Exec(text, args...)
		must(t, err)
	}
	do(schema)
	for i := range count {
		body := strings.Repeat("wörd ", 1+i%7*300) // some are longer than a page
		do("INSERT INTO word VALUES (?, ?, ?, ?, ?)", fmt.Sprint("w", i), body, int64(i)<<(i%50), float64(i)/2, make([]byte, i%3*5000))
		do("INSERT INTO pair VALUES (?, ?, ?)", fmt.Sprint(i), fmt.Sprint(-i), "c")
		do("INSERT INTO numbered VALUES (?, ?)", i*7, nil)
	}
	do("DELETE FROM word WHERE size % 5 = 4")
	do("ALTER TABLE numbered ADD COLUMN late TEXT DEFAULT 'soon'")
	if checkpoint {
		do("PRAGMA wal_checkpoint(TRUNCATE)")
	}
	want = map[string][]string{
		"word":     selected(t, d, "SELECT rowid, id, body, size, share, data FROM word ORDER BY rowid"),
		"pair":     selected(t, d, "SELECT 0, b, a, c FROM pair ORDER BY b, a"),
		"numbered": selected(t, d, "SELECT n, NULL, name FROM numbered ORDER BY n"),
	}
	file, err = os.ReadFile(path)
	must(t, err)
	wal, _ = os.ReadFile(path + "-wal")
	return file, wal, want
}

func selected(t *testing.T, d *sql.DB, text string) (lines []string) {
	t.Helper()
	rows, err := d.Query(text)
	must(t, err)
	defer rows.Close()
	names, _ := rows.Columns()
	for rows.Next() {
		values := make([]any, len(names))
		into := make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		must(t, rows.Scan(into...))
		lines = append(lines, line(values[0].(int64), values[1:]))
	}
	must(t, rows.Err())
	return lines
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same compares what came back in any order; a REAL that is whole is stored as a
// whole number, which prints the same.
func same(t *testing.T, got, want map[string][]string) {
	t.Helper()
	for table, lines := range want {
		if !reflect.DeepEqual(counted(got[table]), counted(lines)) {
			t.Errorf("%s: %d rows came back of %d, or others", table, len(got[table]), len(lines))
		}
	}
}

func counted(lines []string) map[string]int {
	all := map[string]int{}
	for _, one := range lines {
		all[one]++
	}
	return all
}

func TestRead(t *testing.T) {
	t.Run("gives every row of a whole file", func(t *testing.T) {
		file, _, want := written(t, 500, true)
		got, found := rows(t, file, nil)
		same(t, got, want)
		if found.Unread != 0 || found.Broken != 0 || len(got[""]) != 0 {
			t.Errorf("%+v, %d strays", found, len(got[""]))
		}
	})
	t.Run("counts in what lies in the log", func(t *testing.T) {
		file, wal, want := written(t, 300, false)
		if len(wal) == 0 {
			t.Fatal("there is no log")
		}
		got, _ := rows(t, file, wal)
		same(t, got, want)
	})
	t.Run("takes of a torn log what was committed", func(t *testing.T) {
		file, wal, _ := written(t, 300, false)
		got, _ := rows(t, file, wal[:len(wal)*2/3])
		if n := len(got["numbered"]); n < 100 || n >= 300 {
			t.Errorf("%d rows of 300", n)
		}
	})
	t.Run("finds the rows to which no way leads", func(t *testing.T) {
		file, _, want := written(t, 500, true)
		clear(file[100:4096]) // the schema: nobody knows any more where a table begins
		got, _ := rows(t, file, nil)
		all := counted(got[""])
		for _, one := range want["word"] {
			if all[one] == 0 {
				t.Fatalf("lost: %.60s", one)
			}
		}
	})
	t.Run("has nothing to say of nothing", func(t *testing.T) {
		if _, err := Read(bytes.NewReader(nil), nil, nil); !errors.Is(err, ErrNothing) {
			t.Error(err)
		}
	})
}

// FuzzRead looks for bytes on which reading breaks down or never ends.
func FuzzRead(f *testing.F) {
	f.Add([]byte("SQLite format 3\x00"), []byte{})
	f.Add(make([]byte, 8192), []byte("7\x7f\x06\x82"))
	f.Fuzz(func(t *testing.T, file, wal []byte) {
		count := 0
		found, err := Read(bytes.NewReader(file), bytes.NewReader(wal), func(Row) error { count++; return nil })
		if err == nil && count > (len(file)+len(wal)+found.Pages) {
			t.Errorf("%d rows in %d bytes", count, len(file)+len(wal))
		}
	})
}
