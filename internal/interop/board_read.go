package interop

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"

	"cairn/internal/plan"
)

// boardReading is the reading of a board so far.
type boardReading struct {
	Board

	text  string
	ids   map[string]int // pieces by their ids
	edges []boardEdge
	at    []int // the byte where each edge begins
	whole wholeBoard
	lines map[string][]plan.Piece // by what lies right behind them
	lost  map[string]int          // what is left out: how often, by remark
}

// ParseBoard reads a canvas (JSON Canvas 1.0) as a vision board: texts become
// notes or quotes, files pictures, links notes with their address, groups frames
// and edges lines. What we have written ourselves comes back as it was.
//
// Of a picture it knows only where its file lies (Files); it has no Picture, or
// the one that it had when it was written, which may be told for another.
//
// It refuses what is no canvas, and what is larger than a board can be, saying in
// which line.
func ParseBoard(raw []byte) (Board, error) {
	b := boardReading{
		text: fromBytes(raw), ids: map[string]int{}, lines: map[string][]plan.Piece{}, lost: map[string]int{},
	}
	b.Says, b.Files = map[string]string{}, map[string]string{}
	err := canvasParts[boardNode, boardEdge]{text: b.text, node: b.node, edge: b.edge, own: b.own}.read()
	if err != nil {
		return Board{}, err
	}
	if err := b.tieAll(); err != nil {
		return Board{}, err
	}
	b.hangLines()
	b.forgetStrangers()
	b.tell()
	return b.Board, plan.ValidPieces(len(b.Pieces))
}

// own reads what we have added to the whole; what is not written as we do is
// passed over.
func (b *boardReading) own(raw json.RawMessage) {
	var whole wholeBoard
	if json.Unmarshal(raw, &whole) != nil {
		return
	}
	b.whole = whole
	b.Name, b.Paper, b.ItemID = whole.Board.Name, whole.Board.Paper, whole.Board.Item
	if _, err := plan.CleanPaper(b.Paper); err != nil {
		b.Paper = ""
	}
}

func (b *boardReading) edge(e boardEdge, at int) error {
	b.edges, b.at = append(b.edges, e), append(b.at, at)
	return nil
}

// node takes a node as a piece.
func (b *boardReading) node(n boardNode, at int) error {
	if _, twice := b.ids[n.ID]; twice || n.ID == "" {
		return refuseAt(b.text, at, "error.canvas_id")
	}
	if err := plan.ValidPieces(len(b.Pieces) + 1); err != nil {
		return err
	}
	p, known := b.ours(n)
	if !known {
		p, known = b.theirs(n)
	}
	if !known {
		b.lost["import.nodes"]++
		return nil
	}
	p, err := b.clean(p, at)
	if err != nil {
		return err
	}
	b.ids[n.ID] = len(b.Pieces)
	b.Pieces = append(b.Pieces, p)
	return nil
}

// clean is a piece that a board can have. That its picture is there is for others
// to say.
func (b *boardReading) clean(p plan.Piece, at int) (plan.Piece, error) {
	place, err := plan.CleanPlace(plan.PiecePlace{ID: p.ID, X: p.X, Y: p.Y, W: p.W, H: p.H, Angle: p.Angle})
	if err != nil {
		return p, refuseAt(b.text, at, "error.canvas_place")
	}
	if p.Body, err = plan.MergePiece(p.Kind, nil, p.Body); err != nil {
		return p, refuseWhere(err, b.text, at)
	}
	return p.At(place), nil
}

// ours is a node that we have written, with what has been changed about it since.
func (b *boardReading) ours(n boardNode) (plan.Piece, bool) {
	if n.Cairn == nil {
		return plan.Piece{}, false
	}
	p, known := n.Cairn.Piece.piece(n.ID)
	if !known || nodeType(p.Kind) != n.Type {
		return p, false
	}
	at := [4]float64{n.X, n.Y, n.Width, n.Height}
	if exact := placeOf(p); len(n.Cairn.Piece.At) != 4 || exact != at {
		p.X, p.Y, p.W, p.H = n.X, n.Y, n.Width, n.Height
	}
	if field := colourField(p.Kind); field != "" && n.Color != colourOf(p) {
		p.Body[field] = readInk(n.Color)
	}
	return p, b.reword(p, n)
}

// piece is the piece that was kept so, unless no board has such a one.
func (k boardPiece) piece(id string) (plan.Piece, bool) {
	p := plan.Piece{
		ID: id, Kind: k.Kind, Angle: k.Angle, GroupID: k.Group, Locked: k.Locked, ItemID: k.Item, ValueID: k.Value,
		Picture: k.Picture,
	}
	if len(k.At) == 4 {
		p.X, p.Y, p.W, p.H = k.At[0], k.At[1], k.At[2], k.At[3]
	}
	var err error
	p.Body, err = plan.MergePiece(k.Kind, nil, k.Body)
	return p, err == nil
}

// reword gives a piece of ours the words that its node has now; false: they are no
// words that such a piece can have.
func (b *boardReading) reword(p plan.Piece, n boardNode) bool {
	switch text := textOf(n); {
	case p.Kind == plan.Picture:
		b.Files[p.ID] = n.File
	case p.Kind == plan.Frame:
		p.Body["name"] = unblank(n.Label)
	case p.Kind == plan.Card, p.Kind == plan.Wake:
		b.Says[p.ID] = text
	case b.wordsOf(p) == text:
	case p.Kind == plan.Swatch:
		return false
	case p.Kind == plan.Quote:
		if words, by, is := readQuote(text); is {
			p.Body["words"], p.Body["by"] = words, by
			break
		}
		p.Body["words"], p.Body["by"] = text, ""
	default:
		p.Body["words"] = text
	}
	return true
}

// unblank is a name, or "" for one that shows nothing.
func unblank(name string) string {
	if plan.Blank(name) {
		return ""
	}
	return name
}

func textOf(n boardNode) string {
	if n.Text == nil {
		return ""
	}
	return *n.Text
}

// theirs is a node of another program; false is one of a kind that nobody here
// knows.
func (b *boardReading) theirs(n boardNode) (plan.Piece, bool) {
	p := plan.Piece{ID: n.ID, Kind: plan.Note, X: n.X, Y: n.Y, W: n.Width, H: n.Height, Body: plan.Body{}}
	switch n.Type {
	case "text":
		p.Body["words"] = textOf(n)
		if words, by, is := readQuote(textOf(n)); is {
			p.Kind, p.Body["words"], p.Body["by"] = plan.Quote, words, by
		}
	case "file":
		p.Kind, b.Files[p.ID] = plan.Picture, n.File
	case "link":
		p.Body["words"] = n.URL
	case "group":
		p.Kind, p.Body["name"] = plan.Frame, unblank(n.Label)
	default:
		return p, false
	}
	if field := colourField(p.Kind); field != "" {
		p.Body[field] = readInk(n.Color)
	}
	return p, true
}

// tieAll makes lines of the edges, and of those that a canvas cannot say.
func (b *boardReading) tieAll() error {
	for i, e := range b.edges {
		from, known := b.ids[e.FromNode]
		to, found := b.ids[e.ToNode]
		if !known || !found || from == to {
			b.lost["import.arrows"]++
			continue
		}
		if e.Label != "" {
			b.lost["import.labels"]++
		}
		if err := b.hang(b.stroke(e, b.Pieces[from], b.Pieces[to]), over(e.Cairn), b.at[i]); err != nil {
			return err
		}
	}
	for _, line := range b.whole.Board.Lines {
		if p, known := line.piece(""); known && p.Kind == plan.Stroke {
			if err := b.hang(p, line.Over, 0); err != nil {
				return err
			}
		}
	}
	return nil
}

func over(own *ofBoard) string {
	if own == nil {
		return ""
	}
	return own.Piece.Over
}

// hang keeps a line for what lies right behind it.
func (b *boardReading) hang(p plan.Piece, over string, at int) error {
	p, err := b.clean(p, at)
	if err != nil {
		return err
	}
	b.lines[over] = append(b.lines[over], p)
	return nil
}

// stroke is an edge as a line from one piece to another.
func (b *boardReading) stroke(e boardEdge, from, to plan.Piece) plan.Piece {
	p, known := plan.Piece{}, false
	if e.Cairn != nil {
		p, known = e.Cairn.Piece.piece("")
		known = known && p.Kind == plan.Stroke && p.W > 0
	}
	if !known {
		p = between(from, to)
		p.Body = plan.Body{}
	}
	if fromEnd, toEnd := endsOf(p); fromEnd != named(e.FromEnd, "none") || toEnd != named(e.ToEnd, "arrow") || !known {
		from, to = ended(&p, from, to, e)
	}
	if e.Color != colourOf(p) {
		p.Body["colour"] = readInk(e.Color)
	}
	p.Body["fromId"], p.Body["toId"] = from.ID, to.ID
	return p
}

// named is what stands at the end of an edge; "" is what does there anyway.
func named(end, usual string) string {
	if end == usual {
		return ""
	}
	return end
}

// ended gives a line the ends of an edge, and answers with where it leads from
// and to: an arrow at its beginning alone leads the other way.
func ended(p *plan.Piece, from, to plan.Piece, e boardEdge) (plan.Piece, plan.Piece) {
	switch first, last := e.FromEnd == "arrow", e.ToEnd != "none"; {
	case first && last:
		p.Body["form"] = "both"
	case first:
		p.Body["form"] = "arrow"
		return to, from
	case last:
		p.Body["form"] = "arrow"
	default:
		p.Body["form"] = "plain"
	}
	return from, to
}

// lineHigh is how high a line is for whoever takes hold of it, and how long at
// least.
const lineHigh = 12

// between is a line from the middle of one piece to that of another.
func between(from, to plan.Piece) plan.Piece {
	x1, y1, x2, y2 := from.X+from.W/2, from.Y+from.H/2, to.X+to.W/2, to.Y+to.H/2
	w := min(max(lineHigh, math.Hypot(x2-x1, y2-y1)), plan.MaxSide)
	return plan.Piece{
		Kind: plan.Stroke, X: (x1+x2)/2 - w/2, Y: (y1+y2)/2 - lineHigh/2, W: w, H: lineHigh,
		Angle: math.Atan2(y2-y1, x2-x1) * 180 / math.Pi,
	}
}

// hangLines puts each line in front of what lay right behind it; a line of which
// that is not known lies behind all.
func (b *boardReading) hangLines() {
	for _, over := range slices.Sorted(maps.Keys(b.lines)) {
		if _, known := b.ids[over]; !known && over != "" {
			b.lines[""] = append(b.lines[""], b.lines[over]...)
			delete(b.lines, over)
		}
	}
	all := slices.Clone(b.lines[""])
	for _, p := range b.Pieces {
		all = append(append(all, p), b.lines[p.ID]...)
	}
	b.Pieces = all
}

// forgetStrangers forgets the ends of lines, and what a card asks about, where
// those are not on the board.
func (b *boardReading) forgetStrangers() {
	for _, p := range b.Pieces {
		for _, field := range []string{"fromId", "toId", "pieceId"} {
			if _, here := b.ids[word(p.Body, field)]; !here {
				delete(p.Body, field)
			}
		}
	}
}

// tell adds what was left out.
func (b *boardReading) tell() {
	for _, remark := range []string{"import.nodes", "import.labels", "import.arrows"} {
		if n := b.lost[remark]; n > 0 {
			b.Remarks = append(b.Remarks, Remark{Key: remark, Value: strconv.Itoa(n)})
		}
	}
}
