package workspace

import (
	"database/sql"
	"errors"

	"cairn/db/query"
	"cairn/internal/media"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// manyFiles are the pictures and the copies of files of the other side. found is false
// for what is missing there too.
type manyFiles interface {
	Picture(hash string) (made media.Picture, found bool, err error)
	File(hash string) (raw []byte, found bool, err error)
}

// vaultFiles are those of the open client in another vault.
type vaultFiles struct {
	e     *edit
	there *query.Queries
}

func (v vaultFiles) Picture(hash string) (made media.Picture, found bool, err error) {
	known, err := v.there.PictureGet(v.e.ctx, query.PictureGetParams{ClientID: v.e.client, Hash: hash})
	if errors.Is(err, sql.ErrNoRows) {
		return made, false, nil
	}
	if err != nil {
		return made, false, err
	}
	files, err := v.there.PictureFileList(v.e.ctx, query.PictureFileListParams{ClientID: v.e.client, Hash: hash})
	made = media.Picture{Hash: hash, Width: int(known.Width), Height: int(known.Height)}
	for _, f := range files {
		made.Files = append(made.Files, media.File{Edge: int(f.Edge), Type: f.Type, Data: f.Data})
	}
	return made, true, err
}

func (v vaultFiles) File(hash string) (raw []byte, found bool, err error) {
	raw, err = v.there.KeptFileGet(v.e.ctx, query.KeptFileGetParams{ClientID: v.e.client, Hash: hash})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err == nil && media.HashOf(raw) != hash {
		err = errDamaged
	}
	return raw, true, err
}

// bringFiles brings in the pictures and the copies of files that rows speak of, as
// far as they are not here.
func (e *edit) bringFiles(there manyFiles, put merge.Rows) error {
	for _, row := range put["piece"] {
		if err := e.bringPicture(there, row.Text("picture")); err != nil {
			return err
		}
	}
	for _, row := range put["aspect"] {
		var err error
		switch picture, file := filesIn(plan.AspectKind(row.Text("kind")), row.Body()); {
		case picture != "":
			err = e.bringPicture(there, picture)
		case file != "":
			err = e.bringFile(there, file)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// filesIn are the hashes of the picture or of the file that an aspect speaks of.
func filesIn(kind plan.AspectKind, body plan.Body) (picture, file string) {
	switch kind {
	case plan.Cover, plan.Celebration:
		picture, _ = body["picture"].(string)
	case plan.Attachment:
		file, _ = body["hash"].(string)
	default:
	}
	return picture, file
}

func (e *edit) bringPicture(there manyFiles, hash string) error {
	if hash == "" || e.pictureIsHere(hash) == nil {
		return nil
	}
	made, found, err := there.Picture(hash)
	if err != nil || !found {
		return err
	}
	return e.addPicture(made)
}

func (e *edit) bringFile(there manyFiles, hash string) error {
	if hash == "" || e.fileIsHere(hash) == nil {
		return nil
	}
	raw, found, err := there.File(hash)
	if err != nil || !found {
		return err
	}
	return e.q.KeptFileAdd(e.ctx, query.KeptFileAddParams{ClientID: e.client, Hash: hash, AddedAt: e.now, Data: raw})
}
