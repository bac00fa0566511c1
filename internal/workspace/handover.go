package workspace

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"cairn/db"
	"cairn/db/query"
	"cairn/internal/plan"
)

// handedOver is the setting of a vault that left: by which handover it did.
const handedOver = "handover"

// HandOver writes the open client to a vault of their own at a path, in which they
// are the owner: their plans with the trash, their pictures and files. Nobody else,
// nothing that is private, no step of the journal and no deck leaves. What the client
// has at this moment is kept here, so that what either side changes later can be told
// (LookAtReturn). It is no step of the journal. Whoever calls holds the door of path.
func (w *Workspace) HandOver(ctx context.Context, path string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	err := w.quietly(ctx, func(e *edit) error {
		if err := e.mayHandOver(); err != nil {
			return err
		}
		rows, err := db.ReadRows(e.ctx, w.pen.conn, e.client)
		if err != nil {
			return err
		}
		state, err := e.keepState(rows)
		if err != nil {
			return err
		}
		id := newID()
		made := query.HandoverAddParams{ID: id, ClientID: e.client, MadeAt: e.now, StateID: state}
		if err := e.q.HandoverAdd(e.ctx, made); err != nil {
			return err
		}
		return w.vault.Leave(e.client, path, db.Note{Key: handedOver, Value: id})
	})
	if err != nil {
		return fmt.Errorf("hand over: %w", err)
	}
	return nil
}

// mayHandOver refuses the owner of the vault, who has it already, and what nobody
// may see who looks on.
func (e *edit) mayHandOver() error {
	if err := e.alone(); err != nil {
		return err
	}
	known, err := e.q.ClientGet(e.ctx, e.client)
	if err == nil && known.Own == 1 {
		err = plan.Refuse(plan.Conflict, "error.handover_owner")
	}
	return err
}

// keepState keeps what both sides of a handover know, and tells its id.
func (e *edit) keepState(rows db.Rows) (string, error) {
	packed, err := pack(rows)
	if err != nil {
		return "", err
	}
	id := newID()
	return id, e.q.HandoverStateAdd(e.ctx, query.HandoverStateAddParams{ID: id, ClientID: e.client, Rows: packed})
}

func pack(rows db.Rows) ([]byte, error) {
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	err := errors.Join(json.NewEncoder(zip).Encode(rows), zip.Close())
	return packed.Bytes(), err
}

func unpack(packed []byte) (rows db.Rows, err error) {
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(zip)
	if err != nil {
		return nil, err
	}
	return rows, json.Unmarshal(text, &rows)
}

// dropStates drops what no handover goes by any more, nor would after an undo or a
// redo.
func (e *edit) dropStates() error {
	ids, err := e.q.HandoverStateListUnused(e.ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := e.dropUnlessMentioned(id, func() error { return e.q.HandoverStateDrop(e.ctx, id) }); err != nil {
			return err
		}
	}
	return nil
}
