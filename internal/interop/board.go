package interop

import (
	"math"
	"strings"

	"cairn/internal/plan"
)

// Board is a vision board on its way to or from another program. Name is what it
// is called, "" where the item that it shows (ItemID) says so. Pieces lie from
// the back to the front; their ids name them within the file. Says is what a card
// has in words, by the id of its piece, and Files where a picture lies beside the
// file, with slashes.
type Board struct {
	Name, Paper, ItemID string
	Pieces              []plan.Piece
	Says, Files         map[string]string
	Remarks             []Remark // what was not understood; on the way in only
}

// How a board is said in JSON Canvas 1.0: a picture is a file, a frame a group,
// and all that has words a text, each with its colour; what lies in front comes
// later. A line is an edge where it leads from one of those to another. A quote
// is one in Markdown, with who said it below; colours that hang beside each other
// are said by their numbers.
//
// What the format has no words for stands under "cairn", so that a board that
// comes back is the same. Whatever another program has changed counts for more
// than what stands there.
type (
	boardNode struct {
		canvasNode

		Text  *string  `json:"text,omitempty"` // there even when it is empty
		Cairn *ofBoard `json:"cairn,omitempty"`
	}
	boardEdge struct {
		canvasEdge

		FromEnd string   `json:"fromEnd,omitempty"`
		ToEnd   string   `json:"toEnd,omitempty"`
		Color   string   `json:"color,omitempty"`
		Cairn   *ofBoard `json:"cairn,omitempty"`
	}
	// ofBoard keeps the piece of a board apart from the words of an item
	// (canvasWords).
	ofBoard struct {
		Piece boardPiece `json:"piece"`
	}
	// boardPiece is what a canvas does not say of a piece. At is where it lies,
	// where that is no whole number; Over is what lies right behind a line.
	boardPiece struct {
		Kind    plan.PieceKind `json:"kind"`
		At      []float64      `json:"at,omitempty"`
		Angle   float64        `json:"angle,omitempty"`
		Group   string         `json:"group,omitempty"`
		Locked  bool           `json:"locked,omitempty"`
		Item    string         `json:"item,omitempty"`
		Value   string         `json:"value,omitempty"`
		Picture string         `json:"picture,omitempty"`
		Over    string         `json:"over,omitempty"`
		Body    plan.Body      `json:"body,omitempty"`
	}
	// wholeBoard is what a canvas does not say of the board, with the lines that
	// it cannot say.
	wholeBoard struct {
		Board struct {
			Name  string       `json:"name,omitempty"`
			Paper string       `json:"paper,omitempty"`
			Item  string       `json:"item,omitempty"`
			Lines []boardPiece `json:"lines,omitempty"`
		} `json:"board"`
	}
)

// nodeType is how a canvas calls what a piece is; a line is no node.
func nodeType(kind plan.PieceKind) string {
	switch kind {
	case plan.Picture:
		return "file"
	case plan.Frame:
		return "group"
	case plan.Stroke:
		return ""
	default:
		return "text"
	}
}

// wordsOf is what a text says of a piece.
func (b *Board) wordsOf(p plan.Piece) string {
	switch p.Kind {
	case plan.Quote:
		return blockquote(word(p.Body, "words"), word(p.Body, "by"))
	case plan.Swatch:
		return strings.TrimPrefix(word(p.Body, "caption")+"\n"+strings.Join(inkNumbers(word(p.Body, "colours")), " "), "\n")
	case plan.Card, plan.Wake:
		return b.Says[p.ID]
	default:
		return word(p.Body, "words")
	}
}

func word(body plan.Body, name string) string {
	s, _ := body[name].(string)
	return s
}

// byline leads who said a quote.
const byline = "— "

// blockquote is a quote in Markdown, with who said it.
func blockquote(words, by string) string {
	lines := strings.Split(words, "\n")
	if by != "" {
		lines = append(lines, "", byline+by)
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight("> "+line, " ")
	}
	return strings.Join(lines, "\n")
}

// readQuote reads a text that is one quote, and nothing beside it.
func readQuote(text string) (words, by string, is bool) {
	lines := strings.Split(strings.TrimSpace(mendBreaks(text)), "\n")
	for i, line := range lines {
		rest, found := strings.CutPrefix(line, ">")
		if !found {
			return "", "", false
		}
		lines[i] = strings.TrimPrefix(rest, " ")
	}
	last := len(lines) - 1
	if by, is = strings.CutPrefix(lines[last], byline); is && last > 0 && !plan.Blank(by) {
		return strings.TrimRight(strings.Join(lines[:last], "\n"), "\n"), by, true
	}
	return strings.Join(lines, "\n"), "", true
}

// colourField is where the colour of a piece stands in its body; "" is one
// without a colour of its own.
func colourField(kind plan.PieceKind) string {
	switch kind {
	case plan.Quote, plan.Note, plan.Stroke, plan.Frame, plan.Card:
		return "colour"
	case plan.Shape:
		return "fill"
	default:
		return ""
	}
}

// placeOf is where a piece lies, in whole numbers as a canvas has them.
func placeOf(p plan.Piece) [4]float64 {
	return [4]float64{math.Round(p.X), math.Round(p.Y), math.Round(p.W), math.Round(p.H)}
}
