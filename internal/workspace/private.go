package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NoteEdit says something in a private note: of a session, or of the client where
// SessionID is empty. Without an ID it is a new one, or the one that there is once
// (plan.NoteKind.Single). Body holds the fields that are said anew. Edit is the
// token of one visit.
type NoteEdit struct {
	ID        string        `json:"id"`
	SessionID string        `json:"sessionId"`
	Kind      plan.NoteKind `json:"kind"`
	Body      plan.Body     `json:"body"`
	Edit      string        `json:"edit"`
}

// SetNote writes a private note. Its words are sealed before they reach the vault;
// as long as the notes are locked it is refused. Focus is the note.
func (w *Workspace) SetNote(ctx context.Context, in NoteEdit) (plan.Changes, error) {
	return w.transact(ctx, "note", visit(in.Edit, in.SessionID, string(in.Kind)+in.ID), func(e *edit) error {
		if err := e.writes(); err != nil {
			return err
		}
		known, err := e.knownNote(in)
		if err != nil {
			return err
		}
		body, err := plan.MergeNote(known.Kind, known.Body, in.Body)
		if err != nil {
			return err
		}
		return e.putNote(known, body)
	})
}

// DropNote takes a private note away.
func (w *Workspace) DropNote(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "note", "", func(e *edit) error {
		if err := e.writes(); err != nil {
			return err
		}
		if _, err := e.note(id); err != nil {
			return err
		}
		return e.q.PrivateNoteDrop(e.ctx, id)
	})
}

// Mark keeps that this moment of a session is one to come back to. Nobody who
// looks on sees anything of it.
func (w *Workspace) Mark(ctx context.Context, in plan.Mark) (plan.Changes, error) {
	return w.transact(ctx, "mark", "", func(e *edit) error {
		if err := plan.ValidMark(in.Kind); err != nil {
			return err
		}
		if err := e.sessionIsHere(in.SessionID); err != nil {
			return err
		}
		return e.q.MarkAdd(e.ctx, query.MarkAddParams{
			ID: newID(), ClientID: e.client, SessionID: in.SessionID, Kind: string(in.Kind), Ask: in.Ask, MadeAt: e.now,
		})
	})
}

// DropMark takes a mark away.
func (w *Workspace) DropMark(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "mark", "", func(e *edit) error {
		if err := e.alone(); err != nil {
			return err
		}
		return e.q.MarkDrop(e.ctx, query.MarkDropParams{ID: id, ClientID: e.client})
	})
}

// writes refuses to write where somebody looks on, and what could not be sealed.
func (e *edit) writes() error {
	if err := e.alone(); err != nil {
		return err
	}
	if e.key == nil {
		return plan.Refuse(plan.Conflict, "error.locked")
	}
	return nil
}

// knownNote is the note that an edit means, or an empty new one.
func (e *edit) knownNote(in NoteEdit) (plan.PrivateNote, error) {
	if in.ID != "" {
		return e.note(in.ID)
	}
	if in.Kind.OfSession() {
		if err := e.sessionIsHere(in.SessionID); err != nil {
			return plan.PrivateNote{}, err
		}
	}
	if in.Kind.Single() {
		rows, err := e.q.PrivateNoteList(e.ctx, e.client)
		if err != nil {
			return plan.PrivateNote{}, err
		}
		for _, r := range rows {
			if r.Kind == string(in.Kind) && r.SessionID == in.SessionID {
				return e.noteOf(r), nil
			}
		}
	}
	return plan.PrivateNote{SessionID: in.SessionID, Kind: in.Kind}, nil
}

func (e *edit) putNote(known plan.PrivateNote, body plan.Body) error {
	words, err := json.Marshal(body)
	if err != nil {
		return err
	}
	before, err := json.Marshal(known.Body)
	if err != nil {
		return err
	}
	if e.focus = known.ID; e.focus == "" {
		e.focus = newID()
		return e.q.PrivateNoteAdd(e.ctx, query.PrivateNoteAddParams{
			ID: e.focus, ClientID: e.client, SessionID: known.SessionID, Kind: string(known.Kind),
			Body: e.key.Seal(e.focus, string(words)), Now: e.now,
		})
	}
	if string(words) == string(before) {
		return nil
	}
	return e.q.PrivateNoteSet(e.ctx, query.PrivateNoteSetParams{
		Body: e.key.Seal(known.ID, string(words)), ChangedAt: e.now, ID: known.ID,
	})
}

// note looks up a private note of the open client.
func (e *edit) note(id string) (plan.PrivateNote, error) {
	row, err := e.q.PrivateNoteGet(e.ctx, query.PrivateNoteGetParams{ID: id, ClientID: e.client})
	if errors.Is(err, sql.ErrNoRows) {
		return plan.PrivateNote{}, gone("error.note_gone")
	}
	return e.noteOf(row), err
}

// noteOf is a private note as it may be read now: without its words as long as
// they are locked.
func (e *edit) noteOf(r query.PrivateNote) plan.PrivateNote {
	n := plan.PrivateNote{
		ID: r.ID, SessionID: r.SessionID, Kind: plan.NoteKind(r.Kind), Body: plan.Body{}, Locked: true,
		MadeAt: r.MadeAt, ChangedAt: r.ChangedAt,
	}
	if e.key == nil {
		return n
	}
	words, err := e.key.Open(r.ID, r.Body)
	if err != nil {
		return n // it was sealed with another key, which nobody has
	}
	n.Body, n.Locked = bodyOf(words), false
	return n
}
