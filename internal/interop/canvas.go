package interop

import (
	"cmp"
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"

	"cairn/internal/plan"
)

// The parts of a canvas (JSON Canvas 1.0, jsoncanvas.org), with what we add to
// each of ours.
type (
	canvasNode struct {
		ID      string      `json:"id"`
		Type    string      `json:"type"`
		X       float64     `json:"x"`
		Y       float64     `json:"y"`
		Width   float64     `json:"width"`
		Height  float64     `json:"height"`
		Color   string      `json:"color,omitempty"`
		Text    string      `json:"text,omitempty"`
		File    string      `json:"file,omitempty"`
		Subpath string      `json:"subpath,omitempty"`
		URL     string      `json:"url,omitempty"`
		Label   string      `json:"label,omitempty"`
		Cairn   canvasWords `json:"cairn,omitempty"`
	}
	canvasEdge struct {
		ID       string      `json:"id"`
		FromNode string      `json:"fromNode"`
		FromSide string      `json:"fromSide,omitempty"`
		ToNode   string      `json:"toNode"`
		ToSide   string      `json:"toSide,omitempty"`
		Label    string      `json:"label,omitempty"`
		Cairn    *canvasLink `json:"cairn,omitempty"`
	}
	// canvasLink says what an edge of ours means: "below", or a kind of link.
	canvasLink struct {
		Link string `json:"link"`
		Days int    `json:"days,omitempty"`
	}
	// canvasWords are what we add to the card of an item, by the name of a column.
	canvasWords map[string]string
)

// UnmarshalJSON passes over what is no word: that of a vision board has its own
// meaning (boardNode).
func (w *canvasWords) UnmarshalJSON(raw []byte) error {
	var said map[string]any
	if err := json.Unmarshal(raw, &said); err != nil {
		return err
	}
	for name, value := range said {
		if word, is := value.(string); is {
			if *w == nil {
				*w = canvasWords{}
			}
			(*w)[name] = word
		}
	}
	return nil
}

// below is the meaning of an edge from an item to one that stands below it.
const below = "below"

// canvas is the reading of a canvas so far: its nodes, which are the entries,
// and its edges.
type canvas struct {
	forest

	nodes []canvasNode
	edges []canvasEdge
	byID  map[string]int
}

// ParseCanvas reads a canvas (JSON Canvas 1.0). Each node is an entry, the first
// line of its text what it is called. It stands below the one node that an edge
// leads to it from, or below the group around it; where several edges lead to
// it, it waits for all of them. Those beside each other are in the order in
// which one reads them.
//
// It refuses what is no canvas, and what is larger or deeper than a plan can be,
// saying in which line.
func ParseCanvas(raw []byte) (Import, error) {
	c := canvas{forest: forest{text: fromBytes(raw)}, byID: map[string]int{}}
	err := canvasParts[canvasNode, canvasEdge]{text: c.text, node: c.node, edge: func(e canvasEdge, _ int) error {
		c.edges = append(c.edges, e)
		return nil
	}}.read()
	if err != nil {
		return Import{}, err
	}
	if err := c.plant(); err != nil {
		return Import{}, err
	}
	return c.finish()
}

// node takes a node, whose id has to be its own.
func (c *canvas) node(n canvasNode, at int) error {
	if _, err := c.add(-1, at); err != nil {
		return err
	}
	if _, twice := c.byID[n.ID]; twice || n.ID == "" {
		return refuseAt(c.text, at, "error.canvas_id")
	}
	c.byID[n.ID] = len(c.nodes)
	c.nodes = append(c.nodes, n)
	return nil
}

// plant makes entries of the nodes, in the order in which one reads them, and
// hangs them below each other.
func (c *canvas) plant() error {
	for i, n := range c.nodes {
		if err := c.entry(&c.Entries[i], n, c.at[i]); err != nil {
			return err
		}
	}
	incoming := c.links()
	for _, to := range slices.Sorted(maps.Keys(incoming)) {
		from := incoming[to]
		if len(from) == 1 && c.above[to] < 0 {
			c.above[to] = from[0]
			continue
		}
		for _, one := range from {
			c.arrows = append(c.arrows, arrow{from: one, key: c.nodes[to].ID, told: true})
		}
	}
	c.enclose()
	c.sort()
	return nil
}

// entry reads a node.
func (c *canvas) entry(e *Entry, n canvasNode, at int) error {
	e.Key = n.ID
	title, notes, _ := strings.Cut(n.Text, "\n")
	e.Title, e.Notes = title, strings.TrimPrefix(notes, "\n")
	switch n.Type {
	case "text":
		if n.Cairn == nil {
			e.readCard(n.Text)
		}
	case "file":
		e.Title, e.Notes = path.Base(n.File), n.File+n.Subpath
	case "link":
		e.Title = n.URL
	case "group":
		e.Title = n.Label
	default:
		return refuseAt(c.text, at, "error.canvas_part")
	}
	for _, name := range slices.Sorted(maps.Keys(n.Cairn)) {
		if name != progress {
			c.understand(e, name, n.Cairn[name])
		}
	}
	return nil
}

// readCard reads the text of a card that somebody else wrote, in Markdown: its
// first line without what makes it a heading or a list, and the others.
func (e *Entry) readCard(text string) {
	first, rest, _ := strings.Cut(strings.TrimSpace(mendBreaks(text)), "\n")
	m := readMark(first)
	e.Title, e.Notes = m.rest, strings.TrimLeft(rest, "\n")
	if m.done {
		e.State = plan.Done
	}
}

// links reads the edges: those of ours by what they say, the others by where
// they lead to. It answers with the nodes that lead to each.
func (c *canvas) links() map[int][]int {
	incoming := map[int][]int{}
	for _, edge := range c.edges {
		from, known := c.byID[edge.FromNode]
		to, found := c.byID[edge.ToNode]
		switch {
		case !known || !found || from == to:
			c.left("import.arrows", "")
		case edge.Cairn == nil || edge.Cairn.Link == "":
			incoming[to] = append(incoming[to], from)
		case edge.Cairn.Link == below:
			c.above[to] = from
		default:
			a := arrow{from: from, key: edge.ToNode, told: true}
			a.serves, a.days = edge.Cairn.Link == serving, max(0, min(edge.Cairn.Days, plan.MaxLag))
			c.arrows = append(c.arrows, a)
		}
	}
	return incoming
}

// maxGroups is how many groups of a canvas are looked through for what lies in
// them.
const maxGroups = 1000

// enclose hangs what no edge leads to below the smallest group around it.
func (c *canvas) enclose() {
	var groups []int
	for i, n := range c.nodes {
		if n.Type == "group" {
			groups = append(groups, i)
		}
	}
	slices.SortStableFunc(groups, func(a, b int) int { return cmp.Compare(c.nodes[a].area(), c.nodes[b].area()) })
	groups = groups[:min(len(groups), maxGroups)]
	for i, n := range c.nodes {
		for _, g := range groups {
			if c.above[i] < 0 && g != i && c.nodes[g].holds(n) {
				c.above[i] = g
			}
		}
	}
}

func (n *canvasNode) area() float64 { return n.Width * n.Height }

// holds is true for a group with the whole of another node in it. Of two of one
// size, neither lies in the other.
func (n *canvasNode) holds(other canvasNode) bool {
	return other.X >= n.X && other.Y >= n.Y && other.X+other.Width <= n.X+n.Width &&
		other.Y+other.Height <= n.Y+n.Height && other.area() < n.area()
}

// sort brings all that was read into the order in which one reads it: from the
// top down, and then from the left to the right.
func (c *canvas) sort() {
	order := make([]int, len(c.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(c.nodes[a].Y, c.nodes[b].Y), cmp.Compare(c.nodes[a].X, c.nodes[b].X))
	})
	place := make([]int, len(order))
	for i, from := range order {
		place[from] = i
	}
	entries, at, above := make([]Entry, len(order)), make([]int, len(order)), make([]int, len(order))
	for i, from := range order {
		entries[i], at[i], above[i] = c.Entries[from], c.at[from], c.above[from]
		if above[i] >= 0 {
			above[i] = place[above[i]]
		}
	}
	c.Entries, c.at, c.above = entries, at, above
	for i := range c.arrows {
		c.arrows[i].from = place[c.arrows[i].from]
	}
}
