package workspace

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"cairn/db/query"
	"cairn/internal/media"
	"cairn/internal/plan"
)

// Picture is a picture that a client has: the SHA-256 of the file that came, and
// its size in pixels.
type Picture struct {
	Hash   string `json:"hash"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// kept is for how long a picture, or the copy of a file, may wait for something
// that speaks of it.
const kept = 24 * time.Hour

// Client is the id of the client that is open.
func (w *Workspace) Client(context.Context) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.client, nil
}

// Picture is a picture that the open client has; plan.NotFound when it does not.
func (w *Workspace) Picture(ctx context.Context, hash string) (Picture, error) {
	client, _ := w.Client(ctx)
	row, err := query.New(w.vault.Read).PictureGet(ctx, query.PictureGetParams{ClientID: client, Hash: hash})
	if errors.Is(err, sql.ErrNoRows) {
		return Picture{}, gone("error.picture_gone")
	}
	if err != nil {
		return Picture{}, fmt.Errorf("picture: %w", err)
	}
	return Picture{Hash: row.Hash, Width: int(row.Width), Height: int(row.Height)}, nil
}

// AddPicture keeps a picture for a client, once, and answers with what is kept.
// It is no step of the journal: what is hung up with it is. It refuses a client
// that is not the open one any more.
func (w *Workspace) AddPicture(ctx context.Context, client string, made media.Picture) (Picture, error) {
	err := w.keepFor(ctx, client, func(e *edit) error { return e.addPicture(made) })
	if err != nil {
		return Picture{}, fmt.Errorf("add picture: %w", err)
	}
	return Picture{Hash: made.Hash, Width: made.Width, Height: made.Height}, nil
}

func (e *edit) addPicture(made media.Picture) error {
	err := e.q.PictureAdd(e.ctx, query.PictureAddParams{
		ClientID: e.client, Hash: made.Hash, Width: int64(made.Width), Height: int64(made.Height), AddedAt: e.now,
	})
	for _, file := range made.Files {
		if err != nil {
			return err
		}
		err = e.q.PictureFileAdd(e.ctx, query.PictureFileAddParams{
			ClientID: e.client, Hash: made.Hash, Edge: int64(file.Edge), Type: file.Type, Data: file.Data,
		})
	}
	return err
}

// keepFor writes something that is no step of the journal, for a client that is
// still open.
func (w *Workspace) keepFor(ctx context.Context, client string, do func(*edit) error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.quietly(ctx, func(e *edit) error {
		if e.client != client {
			return gone("error.client_gone")
		}
		return do(e)
	})
}

// PictureFile is a picture that the open client has, as a file: the smallest that
// is as large as edge, or else the largest that there is.
func (w *Workspace) PictureFile(ctx context.Context, hash string, edge int) (media.File, error) {
	client, _ := w.Client(ctx)
	row, err := query.New(w.vault.Read).PictureFileGet(ctx, query.PictureFileGetParams{
		ClientID: client, Hash: hash, Edge: int64(edge),
	})
	if errors.Is(err, sql.ErrNoRows) {
		return media.File{}, gone("error.picture_gone")
	}
	if err != nil {
		return media.File{}, fmt.Errorf("picture file: %w", err)
	}
	return media.File{Edge: edge, Type: row.Type, Data: row.Data}, nil
}

// KeepFile keeps the copy of a file for a client, once, as AddPicture does. It
// answers with its hash.
func (w *Workspace) KeepFile(ctx context.Context, client string, raw []byte) (string, error) {
	hash := media.HashOf(raw)
	err := w.keepFor(ctx, client, func(e *edit) error {
		return e.q.KeptFileAdd(e.ctx, query.KeptFileAddParams{ClientID: client, Hash: hash, AddedAt: e.now, Data: raw})
	})
	if err != nil {
		return "", fmt.Errorf("keep file: %w", err)
	}
	return hash, nil
}

// KeptFile is the copy of a file that the open client has.
func (w *Workspace) KeptFile(ctx context.Context, hash string) ([]byte, error) {
	client, _ := w.Client(ctx)
	raw, err := query.New(w.vault.Read).KeptFileGet(ctx, query.KeptFileGetParams{ClientID: client, Hash: hash})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, gone("error.attachment_gone")
	}
	if err != nil {
		return nil, fmt.Errorf("kept file: %w", err)
	}
	return raw, nil
}

// dropUnused drops the pictures and the copies of files that nothing speaks of
// any more, nor would after an undo or a redo. What came lately may be about to
// be hung up.
func (e *edit) dropUnused() error {
	before := stamp(e.at.Add(-kept))
	pictures, err := e.q.PictureListUnused(e.ctx, before)
	if err != nil {
		return err
	}
	for _, p := range pictures {
		if err := e.dropUnlessMentioned(p.Hash, func() error {
			return e.q.PictureDrop(e.ctx, query.PictureDropParams(p))
		}); err != nil {
			return err
		}
	}
	files, err := e.q.KeptFileListUnused(e.ctx, before)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := e.dropUnlessMentioned(f.Hash, func() error {
			return e.q.KeptFileDrop(e.ctx, query.KeptFileDropParams(f))
		}); err != nil {
			return err
		}
	}
	return nil
}

func (e *edit) dropUnlessMentioned(hash string, drop func() error) error {
	mentioned, err := e.q.JournalMentions(e.ctx, hash)
	if err != nil || mentioned == 1 {
		return err
	}
	return drop()
}

// isKept refuses a cover or a celebration whose picture the open client does not
// have, and an attachment whose file it does not have.
func (e *edit) isKept(kind plan.AspectKind, body plan.Body) error {
	switch kind {
	case plan.Cover, plan.Celebration:
		hash, _ := body["picture"].(string)
		return e.pictureIsHere(hash)
	case plan.Attachment:
		hash, _ := body["hash"].(string)
		return e.fileIsHere(hash)
	default:
		return nil
	}
}

func (e *edit) fileIsHere(hash string) error {
	if hash == "" {
		return nil
	}
	found, err := e.q.KeptFileExists(e.ctx, query.KeptFileExistsParams{ClientID: e.client, Hash: hash})
	if err == nil && found == 0 {
		err = gone("error.attachment_gone")
	}
	return err
}

// Aspect is what was said under an id by the open client, of something that
// lives.
func (w *Workspace) Aspect(ctx context.Context, id string) (plan.Aspect, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.edit(ctx, query.New(w.vault.Read)).aspect(id)
}

// Nothing is the answer of an edit that a person has turned away from.
func (w *Workspace) Nothing(ctx context.Context) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.unchanged(ctx)
}
