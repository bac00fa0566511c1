package interop

import (
	"encoding/json"
	"maps"
	"strings"

	"cairn/internal/plan"
)

// WriteBoard writes a vision board as a canvas (JSON Canvas 1.0). lost is how
// many lines other programs will not show: those that do not lead from one piece
// to another.
func WriteBoard(b Board) (raw []byte, lost int, err error) {
	out, whole := drawing[boardNode, boardEdge]{}, wholeBoard{}
	whole.Board.Name, whole.Board.Paper, whole.Board.Item = b.Name, b.Paper, b.ItemID
	nodes := map[string]bool{}
	for _, p := range b.Pieces {
		nodes[p.ID] = p.Kind != plan.Stroke
	}
	over := ""
	for _, p := range b.Pieces {
		from, to := word(p.Body, "fromId"), word(p.Body, "toId")
		switch {
		case p.Kind != plan.Stroke:
			out.nodes = append(out.nodes, b.node(p))
			over = p.ID
		case from != to && nodes[from] && nodes[to]:
			out.edges = append(out.edges, strokeEdge(p, from, to, over))
		default:
			line := rest(p)
			line.At, line.Over = []float64{p.X, p.Y, p.W, p.H}, over
			whole.Board.Lines = append(whole.Board.Lines, line)
		}
	}
	if out.own, err = json.Marshal(whole); err != nil {
		return nil, 0, err
	}
	raw, err = out.written()
	return raw, len(whole.Board.Lines), err
}

// node is a piece as a canvas says it.
func (b *Board) node(p plan.Piece) boardNode {
	n, at := boardNode{}, placeOf(p)
	n.ID, n.Type = p.ID, nodeType(p.Kind)
	n.X, n.Y, n.Width, n.Height = at[0], at[1], at[2], at[3]
	switch p.Kind {
	case plan.Picture:
		n.File = b.Files[p.ID]
	case plan.Frame:
		n.Label = word(p.Body, "name")
	default:
		words := b.wordsOf(p)
		n.Text = &words
	}
	n.Color = colourOf(p)
	own := rest(p)
	if exact := [4]float64{p.X, p.Y, p.W, p.H}; exact != at {
		own.At = exact[:]
	}
	n.Cairn = &ofBoard{Piece: own}
	return n
}

func strokeEdge(p plan.Piece, from, to, over string) boardEdge {
	e := boardEdge{Color: colourOf(p)}
	e.ID, e.FromNode, e.ToNode = p.ID, from, to
	e.FromEnd, e.ToEnd = endsOf(p)
	own := rest(p, "fromId", "toId")
	own.At, own.Over = []float64{p.X, p.Y, p.W, p.H}, over
	e.Cairn = &ofBoard{Piece: own}
	return e
}

// endsOf is what a line has at its ends; "" is what an edge has unless it says
// otherwise: nothing at the first, an arrow at the other.
func endsOf(p plan.Piece) (from, to string) {
	switch word(p.Body, "form") {
	case "both":
		return "arrow", ""
	case "arrow":
		return "", ""
	default:
		return "", "none"
	}
}

// colourOf is the colour of a piece as a canvas says it; that of some colours
// beside each other is the first.
func colourOf(p plan.Piece) string {
	if p.Kind == plan.Swatch {
		first, _, _ := strings.Cut(word(p.Body, "colours"), " ")
		return canvasInk(first)
	}
	return canvasInk(word(p.Body, colourField(p.Kind)))
}

// rest is what is kept of a piece under our own name: all but where a line leads.
func rest(p plan.Piece, said ...string) boardPiece {
	body := maps.Clone(p.Body)
	for _, name := range said {
		delete(body, name)
	}
	return boardPiece{
		Kind: p.Kind, Angle: p.Angle, Group: p.GroupID, Locked: p.Locked, Item: p.ItemID, Value: p.ValueID,
		Picture: p.Picture, Body: body,
	}
}
