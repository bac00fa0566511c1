package app

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"cairn/internal/interop"
	"cairn/internal/media"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// OpenedBoard is what a canvas brought, and what of it did not come along; Focus
// of the changes is the board, "" when the person turned away.
type OpenedBoard struct {
	Changes plan.Changes     `json:"changes"`
	Remarks []interop.Remark `json:"remarks"`
}

// OpenBoard asks for a canvas and makes a vision board of it, behind all others of
// a plan, in one step. Pictures that lie beside it come into the vault, unless
// they are refused, as many as a board can have (plan.MaxPieces): one after the
// other, so that no more than one of them is in memory. Of many the page is told
// how far they have come, and when it stops them, no board is made, as if the
// person had turned away. Nothing that lies elsewhere is looked at.
func (x *Exchange) OpenBoard(planID string) (OpenedBoard, error) {
	what := fileKind{[]string{".canvas", ".json"}, "shell.export_filter.canvas"}
	path, err := x.w.choose(what, text.Say("en", "shell.board_open_title", nil), userdir.Documents())
	if err != nil {
		return OpenedBoard{}, err
	}
	if path == "" {
		return x.turnedAway()
	}
	return x.openBoard(path, planID)
}

func (x *Exchange) turnedAway() (OpenedBoard, error) {
	nothing, err := run(x.k, house.Nothing)
	return OpenedBoard{Changes: nothing, Remarks: []interop.Remark{}}, err
}

func (x *Exchange) openBoard(path, planID string) (OpenedBoard, error) {
	if !x.k.allowed(path) {
		return OpenedBoard{}, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	raw, err := readWhole(path)
	if err != nil {
		return OpenedBoard{}, err
	}
	board, err := interop.ParseBoard(raw)
	if err != nil {
		return OpenedBoard{}, err
	}
	beside, err := x.beside(filepath.Dir(path))
	if err != nil {
		return OpenedBoard{}, err
	}
	defer func() { _ = beside.root.Close() }() // only read from
	if stopped, err := beside.takeAll(&board, x.pictures); err != nil {
		return OpenedBoard{}, err
	} else if stopped {
		return x.turnedAway()
	}
	changes, err := run2(x.k, house.TakeBoard, planID, named(path, board))
	return OpenedBoard{Changes: changes, Remarks: append([]interop.Remark{}, board.Remarks...)}, err
}

// beside takes in the pictures that lie in the folder of a canvas. The root keeps
// to that folder, wherever links lead.
type beside struct {
	k       *keep
	client  string
	root    *os.Root
	taken   map[string]workspace.Picture // by their files
	refused []string                     // files that are no pictures
}

func (x *Exchange) beside(folder string) (*beside, error) {
	client, err := run(x.k, house.Client)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, plan.Refuse(plan.Conflict, "error.import_unreadable", "path", filepath.Base(folder))
	}
	return &beside{k: x.k, client: client, root: root, taken: map[string]workspace.Picture{}}, nil
}

// fewPictures come in so quickly that nobody needs to be told.
const fewPictures = 8

// takeAll gives the pieces of a board their pictures, unless it is stopped. One
// whose picture cannot be taken in becomes a note with the name of its file, so
// that what is tied to it stays so.
func (b *beside) takeAll(board *interop.Board, pictures *Pictures) (stopped bool, err error) {
	goesOn := func() bool { return true }
	if files := differentFiles(board); files > fewPictures {
		all := pictures.follow(files)
		defer all.end()
		goesOn = all.step
	}
	for i, p := range board.Pieces {
		if p.Kind != plan.Picture {
			continue
		}
		_, known := b.taken[board.Files[p.ID]]
		if board.Pieces[i], err = b.pictured(p, board.Files[p.ID]); err != nil {
			return false, err
		}
		if !known && !goesOn() {
			return true, nil
		}
	}
	b.tell(board)
	return false, nil
}

// differentFiles is how many files the pictures of a board are in.
func differentFiles(board *interop.Board) int {
	different := map[string]bool{}
	for _, p := range board.Pieces {
		if p.Kind == plan.Picture {
			different[board.Files[p.ID]] = true
		}
	}
	return len(different)
}

// pictured is a piece with the picture of its file, or the note that it becomes.
func (b *beside) pictured(p plan.Piece, file string) (plan.Piece, error) {
	picture, err := b.take(file, p.Picture)
	switch {
	case plan.CodeOf(err) == plan.Internal && err != nil:
		return p, err
	case err != nil:
		p.Kind, p.Picture, p.Body = plan.Note, "", plan.Body{"words": path.Base(file)}
	default:
		p.Picture = picture.Hash
	}
	return p, nil
}

// maxTold is how many files are told by their names.
const maxTold = 10

func (b *beside) tell(board *interop.Board) {
	if len(b.refused) == 0 {
		return
	}
	names := strings.Join(b.refused[:min(len(b.refused), maxTold)], ", ")
	if len(b.refused) > maxTold {
		names += ", …"
	}
	board.Remarks = append(board.Remarks, interop.Remark{
		Key: "import.pictures", Title: names, Value: strconv.Itoa(len(b.refused)),
	})
}

// take brings in the picture of a file, once. told is the hash that it has if it
// was written here.
func (b *beside) take(file, told string) (workspace.Picture, error) {
	if known, is := b.taken[file]; is {
		if known.Hash == "" {
			return known, plan.Refuse(plan.Conflict, "error.media_unreadable")
		}
		return known, nil
	}
	picture, err := b.bring(file, told)
	b.taken[file] = picture
	if err != nil {
		b.refused = append(b.refused, path.Base(file))
	}
	return picture, err
}

func (b *beside) bring(file, told string) (workspace.Picture, error) {
	raw, err := readPictureIn(b.root, file)
	if err != nil {
		return workspace.Picture{}, err
	}
	if known, err := run1(b.k, house.Picture, told); err == nil && b.isFileOf(told, raw) {
		return known, nil
	}
	way := bringing{k: b.k, client: b.client}
	return way.add(incoming{name: file, read: func() ([]byte, error) { return raw, nil }})
}

// isFileOf tells whether a file is what a picture of the vault was written as.
func (b *beside) isFileOf(hash string, raw []byte) bool {
	file, err := run2(b.k, house.PictureFile, hash, media.Edges()[0])
	return err == nil && bytes.Equal(file.Data, raw)
}
