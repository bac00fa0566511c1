package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"cairn/internal/interop"
	"cairn/internal/media"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/workspace"
)

// SavedBoard is where a vision board was written, "" when the person turned away,
// the name of the folder beside it that has its pictures, "" if it has none, and
// how many of its lines other programs will not show.
type SavedBoard struct {
	Path   string `json:"path"`
	Folder string `json:"folder"`
	Lines  int    `json:"lines"`
}

// SaveBoard asks where and writes a vision board there as a canvas
// (interop.WriteBoard). Its pictures lie in a folder beside it that is named
// after it, each once.
func (x *Exchange) SaveBoard(id string) (SavedBoard, error) {
	out, err := run1(x.k, house.LeaveBoard, id)
	if err != nil {
		return SavedBoard{}, err
	}
	name := out.Name
	if name == "" {
		name = text.Say("en", "vision.name.full", nil)
	}
	path, err := x.w.ask(exportFile(interop.Canvas), text.Say("en", "shell.board_title", nil), interop.FileName(name))
	if err != nil || path == "" {
		return SavedBoard{}, err
	}
	return x.saveBoard(path, out.Board)
}

func (x *Exchange) saveBoard(path string, board interop.Board) (SavedBoard, error) {
	what := exportFile(interop.Canvas)
	if err := x.k.mayExport(path, what.endings[0]); err != nil {
		return SavedBoard{}, err
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if name == "" {
		return SavedBoard{}, plan.Refuse(plan.Invalid, "error.export_name", "ending", what.endings[0])
	}
	ask := text.Say("en", "vision.wake.asks", nil)
	for _, p := range board.Pieces {
		if p.Kind == plan.Wake && board.Says[p.ID] == "" {
			board.Says[p.ID] = ask
		}
	}
	laid := picturesBeside{k: x.k, folder: filepath.Join(filepath.Dir(path), name), known: map[string]string{}}
	if err := laid.layAll(board); err != nil {
		return SavedBoard{}, errors.Join(err, laid.takeBack())
	}
	raw, lines, err := interop.WriteBoard(board)
	if err == nil {
		path, err = x.written(path, what, raw)
	}
	if err != nil {
		return SavedBoard{}, errors.Join(err, laid.takeBack())
	}
	saved := SavedBoard{Path: path, Lines: lines}
	if len(laid.known) > 0 {
		saved.Folder = name
	}
	return saved, nil
}

// picturesBeside lays the pictures of a board into a folder.
type picturesBeside struct {
	k      *keep
	folder string
	known  map[string]string // their files by their hashes
	fresh  []string          // what was not there before, in the order in which it came
}

// layAll lays the pictures of a board down, and tells it where they lie.
func (l *picturesBeside) layAll(board interop.Board) error {
	for _, p := range board.Pieces {
		if p.Picture == "" {
			continue
		}
		if l.known[p.Picture] == "" {
			if err := l.lay(p.Picture); err != nil {
				return err
			}
		}
		board.Files[p.ID] = filepath.Base(l.folder) + "/" + l.known[p.Picture]
	}
	return nil
}

// lay lays a picture down under the hash of what is written, so that no other
// file is ever in its way, and the same one not written twice.
func (l *picturesBeside) lay(hash string) error {
	file, err := run2(l.k, house.PictureFile, hash, media.Edges()[0])
	if err != nil {
		return err
	}
	if err := l.makeFolder(); err != nil {
		return err
	}
	ending := ".jpg"
	if file.Type == "image/png" {
		ending = ".png"
	}
	name := media.HashOf(file.Data)[:16] + ending
	l.known[hash] = name
	path := filepath.Join(l.folder, name)
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(file.Data)) {
		return nil
	}
	if err := l.k.writeExport(path, ending, file.Data); err != nil {
		return err
	}
	l.fresh = append(l.fresh, path)
	return nil
}

// makeFolder makes the folder, for this user only, unless it is there.
func (l *picturesBeside) makeFolder() error {
	if info, err := os.Lstat(l.folder); err == nil {
		if !info.IsDir() {
			return plan.Refuse(plan.Conflict, "error.board_folder", "name", filepath.Base(l.folder))
		}
		return nil
	}
	if os.Mkdir(l.folder, 0o700) != nil {
		return plan.Refuse(plan.Conflict, "error.export_failed")
	}
	l.fresh = append(l.fresh, l.folder)
	return nil
}

// takeBack removes what was laid down for a board that could not be written.
func (l *picturesBeside) takeBack() error {
	var err error
	for i := len(l.fresh) - 1; i >= 0; i-- {
		err = errors.Join(err, os.Remove(l.fresh[i]))
	}
	return err
}

// named is a board under the name of its file.
func named(path string, board interop.Board) workspace.TravellingBoard {
	return workspace.TravellingBoard{
		Name: interop.FileName(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))), Board: board,
	}
}
