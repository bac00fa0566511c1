package interop

import (
	"bytes"
	"encoding/json"

	"cairn/internal/plan"
)

// drawing is a canvas on its way out; own is what we add to the whole.
type drawing[N, E any] struct {
	nodes []N
	edges []E
	own   []byte
}

// WriteCanvas writes a plan, or one branch of it, as a canvas (JSON Canvas 1.0):
// a card for each item, laid out as a tree from the left to the right, with an
// edge to each that stands below it or comes after it. What a card has no words
// for stands in a property of ours.
func WriteCanvas(entries []Entry) ([]byte, error) {
	out := drawing[canvasNode, canvasEdge]{}
	arrows, shares := arrowsOf(entries), progressOf(entries)
	cards := layOut(entries)
	for i, e := range entries {
		out.nodes = append(out.nodes, node(e, cards[i], shares[i]))
		if e.Depth > 0 {
			out.edges = append(out.edges, edge(e.Parent, e.Key, "", &canvasLink{Link: below}))
		}
		for _, a := range arrows[e.Key] {
			link := canvasLink{Link: string(plan.After), Days: a.days}
			if a.serves {
				link.Link = serving
			}
			out.edges = append(out.edges, edge(e.Key, a.key, a.label(), &link))
		}
	}
	return out.written()
}

// written is a canvas with a line for each part.
func (d *drawing[N, E]) written() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{\n\t\"nodes\":[")
	err := writeLines(&b, d.nodes)
	b.WriteString("],\n\t\"edges\":[")
	if err == nil {
		err = writeLines(&b, d.edges)
	}
	b.WriteString("]")
	if d.own != nil {
		b.WriteString(",\n\t\"cairn\":")
		b.Write(d.own)
	}
	b.WriteString("\n}\n")
	return b.Bytes(), err
}

func writeLines[T any](b *bytes.Buffer, parts []T) error {
	writer := json.NewEncoder(b)
	writer.SetEscapeHTML(false)
	for i, part := range parts {
		lead := "\n\t\t"
		if i > 0 {
			b.Truncate(b.Len() - 1) // the break that ends the part before
			lead = ",\n\t\t"
		}
		b.WriteString(lead)
		if err := writer.Encode(part); err != nil {
			return err
		}
	}
	return nil
}

// node is the card of an entry; share is how much of it is done, or below 0.
func node(e Entry, at card, share float64) canvasNode {
	n := canvasNode{ID: e.Key, Type: "text", Color: canvasColor(e.Kind), Text: cardText(e), Cairn: canvasWords{}}
	n.X, n.Y, n.Width, n.Height = at.x, at.y, cardWidth, at.height
	for _, c := range columns {
		if said := e.said(c); said != "" {
			n.Cairn[c.name()] = said
		}
	}
	if share >= 0 {
		n.Cairn[progress] = percent(share)
	}
	return n
}

func edge(from, to, label string, link *canvasLink) canvasEdge {
	return canvasEdge{
		ID: from + "-" + link.Link + "-" + to, FromNode: from, FromSide: "right", ToNode: to, ToSide: "left",
		Label: label, Cairn: link,
	}
}

// cardText is what is written on a card.
func cardText(e Entry) string {
	if e.Notes == "" {
		return e.Title
	}
	return e.Title + "\n\n" + e.Notes
}

// canvasColor is the colour of a card, by the numbers that a canvas has for
// them; a step has none.
func canvasColor(kind plan.Kind) string {
	switch kind {
	case plan.Vision:
		return "6"
	case plan.Goal:
		return "5"
	case plan.Milestone:
		return "4"
	case plan.Decision:
		return "2"
	case plan.Idea:
		return "3"
	default:
		return ""
	}
}
