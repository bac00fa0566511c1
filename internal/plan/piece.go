package plan

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// VisionBoard is a free collage for a plan, or for one vision in it (ItemID).
// An empty Name is the title of that vision. Paper is what it lies on
// (CleanPaper); Rank orders the boards of a plan.
type VisionBoard struct {
	ID     string `json:"id"`
	PlanID string `json:"planId"`
	ItemID string `json:"itemId"`
	Name   string `json:"name"`
	Paper  string `json:"paper"`
	Rank   string `json:"rank"`
}

// PieceKind says what a piece of a vision board is.
type PieceKind string

// The kinds of piece.
const (
	Picture PieceKind = "picture" // a picture of the vault
	Quote   PieceKind = "quote"   // words on the bare paper
	Note    PieceKind = "note"    // words on a slip of their own
	Swatch  PieceKind = "swatch"  // some colours beside each other
	Shape   PieceKind = "shape"   // a plain figure
	Stroke  PieceKind = "line"    // from one end of its width to the other; turned as any piece
	Frame   PieceKind = "frame"   // what lies on it belongs together
	Card    PieceKind = "card"    // an item of the plan, and how it is going
	Wake    PieceKind = "wake"    // asks what stands in the way, and for the first step
)

// Piece is one thing on a vision board. X and Y are its start and its top, W and
// H its size, all in board units (one is one pixel at scale 1), before it is
// turned clockwise by Angle degrees about its middle. Rank orders from the back
// to the front; pieces of one GroupID move together; a locked one does not move.
// ItemID and ValueID are what it stands for, if it does. Picture is the hash of
// its picture, and PictureWidth and PictureHeight the size of that in pixels.
// Body holds what the kind asks for (pieceShape).
type Piece struct {
	ID            string    `json:"id"`
	BoardID       string    `json:"boardId"`
	Kind          PieceKind `json:"kind"`
	Rank          string    `json:"rank"`
	X             float64   `json:"x"`
	Y             float64   `json:"y"`
	W             float64   `json:"w"`
	H             float64   `json:"h"`
	Angle         float64   `json:"angle"`
	GroupID       string    `json:"groupId"`
	Locked        bool      `json:"locked"`
	ItemID        string    `json:"itemId"`
	ValueID       string    `json:"valueId"`
	Picture       string    `json:"picture"`
	PictureWidth  int       `json:"pictureWidth"`
	PictureHeight int       `json:"pictureHeight"`
	Body          Body      `json:"body"`
}

// PiecePlace is where a piece lies, as in Piece.
type PiecePlace struct {
	ID    string  `json:"id"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	W     float64 `json:"w"`
	H     float64 `json:"h"`
	Angle float64 `json:"angle"`
}

// The most boards of a plan, pieces of a board, and how far from the middle of
// it a piece may lie, and how large be, in board units.
const (
	MaxBoards = 100
	MaxPieces = 5000
	MaxFar    = 1e6
	MaxSide   = 1e5
)

// isPaper tells the patterns that a board can lie on, beside a colour.
func isPaper(s string) bool {
	return slices.Contains([]string{"linen", "kraft", "dots", "grid", "night"}, s)
}

// isInk tells the colours of pieces that follow the light: each theme has its own
// of that name.
func isInk(s string) bool {
	return slices.Contains([]string{
		"ink", "stone", "paper", "moss", "leaf", "sea", "sky", "sand", "sun", "clay", "rose", "plum",
	}, s)
}

var hex = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// pieceShape is what may be said in a piece of a kind; nil for one that does not
// exist.
func pieceShape(kind PieceKind) shape {
	size, side := word("s", "m", "l", "xl"), word("start", "middle", "end")
	switch kind {
	case Picture: // crop: the part of it that is seen, as shares of its sides
		return shape{
			"caption": line, "alt": line, "cropX": share, "cropY": share, "cropW": share, "cropH": share,
			"round": share, "shadow": yes,
		}
	case Quote:
		return shape{"words": text, "by": line, "size": size, "side": side, "colour": ink, "plain": yes}
	case Note:
		return shape{"words": text, "size": size, "side": side, "colour": ink, "plain": yes, "shadow": yes}
	case Swatch:
		return shape{"colours": colours, "caption": line}
	case Shape:
		return shape{
			"form":  word("box", "oval", "triangle", "diamond", "stone", "star"),
			"words": text, "fill": ink, "edge": ink, "round": share, "shadow": yes,
		}
	case Stroke: // ends on pieces follow those
		return shape{
			"form": word("plain", "arrow", "both"), "dashed": yes, "colour": ink, "bold": yes,
			"fromId": line, "toId": line,
		}
	case Frame:
		return shape{"name": line, "colour": ink}
	case Card:
		return shape{"colour": ink}
	case Wake:
		return shape{"pieceId": line, "barrierId": line, "strategyId": line, "stepId": line, "later": date}
	default:
		return nil
	}
}

// MergePiece is the body of a piece with some fields said anew, as MergeBody.
func MergePiece(kind PieceKind, body, over Body) (Body, error) {
	s := pieceShape(kind)
	if s == nil {
		return nil, Refuse(Invalid, "error.piece_unknown")
	}
	return s.merge(body, over)
}

// CleanPiece is a new piece with a clean body, unless something about it cannot
// be. Whether its item, value and picture are there is for others to say.
func CleanPiece(p Piece) (Piece, error) {
	body, err := MergePiece(p.Kind, nil, p.Body)
	if err != nil {
		return p, err
	}
	if (p.Kind == Picture) != (p.Picture != "") {
		return p, Refuse(Invalid, "error.picture_gone")
	}
	p.Body = body
	place, err := CleanPlace(p.place())
	return p.At(place), err
}

func (p Piece) place() PiecePlace {
	return PiecePlace{ID: p.ID, X: p.X, Y: p.Y, W: p.W, H: p.H, Angle: p.Angle}
}

// At is the piece at another place.
func (p Piece) At(to PiecePlace) Piece {
	p.X, p.Y, p.W, p.H, p.Angle = to.X, to.Y, to.W, to.H, to.Angle
	return p
}

// CleanPlace is a place with its angle from -180 to 180 degrees; one that is too
// far away, too large, or nothing at all is refused.
func CleanPlace(p PiecePlace) (PiecePlace, error) {
	for _, far := range []float64{p.X, p.Y} {
		if math.IsNaN(far) || math.Abs(far) > MaxFar {
			return p, Refuse(Invalid, "error.piece_far")
		}
	}
	for _, side := range []float64{p.W, p.H} {
		if math.IsNaN(side) || side < 1 || side > MaxSide {
			return p, Refuse(Invalid, "error.piece_size")
		}
	}
	if math.IsNaN(p.Angle) || math.IsInf(p.Angle, 0) {
		return p, Refuse(Invalid, "error.piece_far")
	}
	p.Angle = math.Remainder(p.Angle, 360)
	return p, nil
}

// CleanPaper is what a board lies on: "" for the paper of the page, a pattern, or
// a colour.
func CleanPaper(s string) (string, error) {
	if s == "" || isPaper(s) {
		return s, nil
	}
	_, err := ink(s)
	return s, err
}

// ValidBoards refuses more vision boards in a plan than MaxBoards, ValidPieces
// more pieces on one than MaxPieces.
func ValidBoards(count int) error { return most("error.boards_many", count, MaxBoards) }

// ValidPieces refuses more pieces on a board than MaxPieces.
func ValidPieces(count int) error { return most("error.pieces_many", count, MaxPieces) }

func most(key string, count, limit int) error {
	if count <= limit {
		return nil
	}
	return Refuse(Conflict, key, "max", strconv.Itoa(limit))
}

// ink is a colour that follows the light, or one of the person's own, as #rrggbb.
func ink(value any) (any, error) {
	s, _ := value.(string)
	if isInk(s) || hex.MatchString(s) {
		return s, nil
	}
	return nil, Refuse(Invalid, "error.colour_invalid")
}

// colours are one to twelve of those, with spaces between them.
func colours(value any) (any, error) {
	s, _ := value.(string)
	all := strings.Fields(s)
	if len(all) == 0 || len(all) > 12 {
		return nil, Refuse(Invalid, "error.colour_invalid")
	}
	for _, one := range all {
		if _, err := ink(one); err != nil {
			return nil, err
		}
	}
	return strings.Join(all, " "), nil
}

// share is a number from 0 to 1.
func share(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || math.IsNaN(n) || n < 0 || n > 1 {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return n, nil
}
