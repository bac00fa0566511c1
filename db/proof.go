package db

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	hasher "hash"
	"math"
	"strings"
)

// Proof is what all rows of a vault come to, however its pages lie: two files with
// one Sum say the same.
type Proof struct {
	Sum  string // SHA-256, in hexadecimal digits
	Rows int64
}

// sum takes in values one after the other, each with its type and length, so that
// no two lists of values are the same to it.
type sum struct {
	hash hasher.Hash
	head [9]byte
}

func newSum() *sum { return &sum{hash: sha256.New()} }

func (s *sum) begin(kind byte, number uint64) {
	s.head[0] = kind
	binary.BigEndian.PutUint64(s.head[1:], number)
	s.hash.Write(s.head[:]) // a hash never fails
}

func (s *sum) text(value string) {
	s.begin('t', uint64(len(value)))
	s.hash.Write([]byte(value))
}

func (s *sum) value(value any) error {
	switch v := value.(type) {
	case nil:
		s.begin('n', 0)
	case int64:
		s.begin('i', uint64(v))
	case float64:
		s.begin('r', math.Float64bits(v))
	case string:
		s.text(v)
	case []byte:
		s.begin('b', uint64(len(v)))
		s.hash.Write(v)
	default:
		return fmt.Errorf("a value of the type %T", value)
	}
	return nil
}

// sumOf reads all there is in a vault: how its tables are made, and every row of
// them, in the order of its key.
func sumOf(ctx context.Context, from reader) (proof Proof, err error) {
	s := newSum()
	if _, err := s.rows(ctx, from, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"); err != nil {
		return proof, err
	}
	tables, err := tablesIn(ctx, from)
	if err != nil {
		return proof, err
	}
	for _, t := range tables {
		s.text(t.name)
		n, err := s.rows(ctx, from, t.all)
		if err != nil {
			return proof, fmt.Errorf("%s: %w", t.name, err)
		}
		proof.Rows += n
	}
	proof.Sum = hex.EncodeToString(s.hash.Sum(nil))
	return proof, nil
}

// rows takes in the names of the columns and all rows of a query, one at a time.
func (s *sum) rows(ctx context.Context, from reader, query string) (n int64, err error) {
	rows, err := from.QueryContext(ctx, query)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	s.text(strings.Join(columns, ","))
	values, targets := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		targets[i] = &values[i]
	}
	for ; rows.Next(); n++ {
		if err := s.row(rows, values, targets); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}

func (s *sum) row(rows *sql.Rows, values, targets []any) error {
	if err := rows.Scan(targets...); err != nil {
		return err
	}
	for _, value := range values {
		if err := s.value(value); err != nil {
			return err
		}
	}
	return nil
}

// table is a table and the query for all of its rows.
type table struct{ name, all string }

// tablesIn are the tables of a vault by their names. What SQLite keeps for itself
// is among them, but not the list of them all, in which the numbers of pages
// stand.
func tablesIn(ctx context.Context, from reader) (tables []table, err error) {
	rows, err := from.QueryContext(ctx, `SELECT l.name, iif(l.wr,
    (SELECT group_concat('"' || i.name || '"', ', ') FROM (SELECT name FROM pragma_table_info(l.name) WHERE pk > 0 ORDER BY pk) AS i),
    'rowid')
  FROM pragma_table_list AS l
  WHERE l.schema = 'main' AND l.type IN ('table', 'shadow') AND l.name <> 'sqlite_schema' ORDER BY l.name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name, key string
		if err := rows.Scan(&name, &key); err != nil {
			return nil, err
		}
		tables = append(tables, table{name, fmt.Sprintf(`SELECT * FROM "%s" ORDER BY %s`, name, key)})
	}
	return tables, rows.Err()
}
