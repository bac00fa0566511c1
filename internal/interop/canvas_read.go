package interop

import (
	"encoding/json"
	"errors"
	"strings"
)

// canvasParts is what is done with the parts of a canvas on their way in: with
// each node and each edge, and the byte where it begins, and with what we have
// added to the whole (nil: nothing is).
type canvasParts[N, E any] struct {
	text string
	node func(N, int) error
	edge func(E, int) error
	own  func(json.RawMessage)
}

// read reads the two lists of a canvas, and passes over anything else. It
// refuses what is no canvas, saying in which line.
func (c canvasParts[N, E]) read() error {
	if at := misspelt(c.text); at >= 0 {
		return refuseAt(c.text, at, "error.file_letters")
	}
	var whole json.RawMessage
	var broken *json.SyntaxError
	if err := json.Unmarshal([]byte(c.text), &whole); errors.As(err, &broken) {
		return refuseAt(c.text, brokenAt(c.text, int(broken.Offset)), "error.file_broken")
	}
	d := json.NewDecoder(strings.NewReader(c.text))
	if token, err := d.Token(); err != nil || token != json.Delim('{') {
		return foreignCanvas(c.text, 0)
	}
	lists := 0
	for d.More() {
		name, err := d.Token()
		switch at := int(d.InputOffset()); {
		case err != nil:
			return foreignCanvas(c.text, at)
		case name == "nodes":
			lists++
			err = list(c.text, d, c.node)
		case name == "edges":
			err = list(c.text, d, c.edge)
		default:
			var other json.RawMessage
			if err = d.Decode(&other); name == "cairn" && c.own != nil {
				c.own(other)
			}
		}
		if err != nil {
			return err
		}
	}
	if lists != 1 {
		return foreignCanvas(c.text, 0)
	}
	return nil
}

// brokenAt is the byte at which JSON breaks off that is understood up to there:
// the last one of so many, or the end of the file.
func brokenAt(text string, understood int) int {
	if understood == len(text) {
		return understood
	}
	return understood - 1
}

// foreignCanvas refuses what is JSON and no canvas.
func foreignCanvas(text string, at int) error { return refuseAt(text, at, "error.canvas_foreign") }

// list reads one list of a canvas. Each part begins behind the comma before it.
func list[T any](text string, d *json.Decoder, take func(T, int) error) error {
	if token, err := d.Token(); err != nil || token != json.Delim('[') {
		return foreignCanvas(text, int(d.InputOffset()))
	}
	for count := 0; d.More(); count++ {
		at := int(d.InputOffset())
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], ", \t\r\n"))
		if count == maxNodes {
			return refuseAt(text, at, "error.import_nodes", "max", groups(maxNodes))
		}
		var part T
		if err := d.Decode(&part); err != nil {
			return refuseAt(text, at, "error.canvas_part")
		}
		if err := take(part, at); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}
