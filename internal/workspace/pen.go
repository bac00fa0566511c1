package workspace

import (
	"context"
	"database/sql"
	"errors"

	"cairn/db/query"
)

// pen is the writing connection with every statement prepared on it, the
// frame of a transaction too. It is held as long as the vault is open: going
// through sql.Tx would parse BEGIN and COMMIT anew and start a goroutine for
// each query, which costs as much as the edit itself.
type pen struct {
	conn                    *sql.Conn
	q                       *query.Queries
	begin, commit, rollback *sql.Stmt
}

// cache lets the pen keep 16 MB of pages, which holds a plan of ten thousand
// items: with SQLite's own 2 MB an edit at a random place took three times the
// work.
const cache = "PRAGMA cache_size = -16000"

func takePen(ctx context.Context, d *sql.DB) (_ *pen, err error) {
	p := &pen{}
	if p.conn, err = d.Conn(ctx); err != nil {
		return nil, err
	}
	if _, err = p.conn.ExecContext(ctx, cache); err != nil {
		return nil, errors.Join(err, p.conn.Close())
	}
	if p.q, err = query.Prepare(ctx, p.conn); err != nil {
		return nil, errors.Join(err, p.conn.Close())
	}
	for text, statement := range map[string]**sql.Stmt{
		"BEGIN IMMEDIATE": &p.begin, "COMMIT": &p.commit, "ROLLBACK": &p.rollback,
	} {
		*statement, err = p.conn.PrepareContext(ctx, text) //nolint:sqlclosecheck // close does
		if err != nil {
			return nil, errors.Join(err, p.conn.Close())
		}
	}
	return p, nil
}

// write runs one transaction. It is on the disk when write returns, or, when
// that is an error or a panic, has never been.
func (p *pen) write(ctx context.Context, do func() error) error {
	if _, err := p.begin.ExecContext(ctx); err != nil {
		return err
	}
	committed := false
	defer func() {
		if !committed {
			_, _ = p.rollback.ExecContext(ctx) // what failed may have rolled back by itself
		}
	}()
	if err := do(); err != nil {
		return err
	}
	_, err := p.commit.ExecContext(ctx)
	committed = err == nil
	return err
}

// close gives the connection back to the vault.
func (p *pen) close() error {
	return errors.Join(p.q.Close(), p.begin.Close(), p.commit.Close(), p.rollback.Close(), p.conn.Close())
}
