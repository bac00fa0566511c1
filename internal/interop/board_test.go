package interop

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"cairn/internal/plan"
)

// collage is a board with a piece of every kind, and lines of every sort.
func collage() Board {
	at := func(p plan.Piece, x, y, w, h, angle float64) plan.Piece {
		return p.At(plan.PiecePlace{X: x, Y: y, W: w, H: h, Angle: angle})
	}
	piece := func(id string, kind plan.PieceKind, body plan.Body) plan.Piece {
		return at(plan.Piece{ID: id, Kind: kind, Body: body}, float64(len(id))*100, -40, 200, 120, 0)
	}
	sea := piece("sea", plan.Picture, plan.Body{
		"caption": "The sea", "alt": "Grey water", "cropX": 0.25, "cropY": 0.0, "cropW": 0.5, "cropH": 1.0, "round": 0.16, "shadow": true,
	})
	sea.Picture, sea.GroupID, sea.Locked, sea.ItemID, sea.ValueID = strings.Repeat("a", 64), "g", true, "item", "value"
	quote := piece("quote", plan.Quote, plan.Body{"words": "Sail\n\n  away. ", "by": "Per", "size": "xl", "colour": "moss"})
	quote.GroupID = "g"
	line := func(from, to string, body plan.Body) plan.Piece {
		for name, id := range map[string]string{"fromId": from, "toId": to} {
			if id != "" {
				body[name] = id
			}
		}
		return at(plan.Piece{Kind: plan.Stroke, Body: body}, 10.5, 2, 80, 12, 33.3)
	}
	return Board{
		Name: "Out at sea", Paper: "kraft", ItemID: "vision",
		Pieces: []plan.Piece{
			line("", "", plan.Body{"dashed": true}),
			piece("frame", plan.Frame, plan.Body{"name": "Home", "colour": "#102030"}),
			at(sea, 10.4, 20.6, 300.25, 200, -12.5),
			line("sea", "quote", plan.Body{"form": "both", "colour": "rose"}),
			line("quote", "note", plan.Body{"form": "arrow", "bold": true}),
			quote,
			piece("note", plan.Note, plan.Body{"words": "> not a quote", "colour": "sand", "shadow": true, "plain": true, "side": "end"}),
			line("note", "sea", plan.Body{}),
			piece("swatch", plan.Swatch, plan.Body{"colours": "sea #a0b0c0 sun", "caption": "Ours"}),
			piece("shape", plan.Shape, plan.Body{"form": "star", "fill": "sky", "edge": "ink", "words": "Now"}),
			piece("empty", plan.Note, plan.Body{}),
			func() plan.Piece {
				p := piece("card", plan.Card, plan.Body{"colour": "plum"})
				p.ItemID = "item"
				return p
			}(),
			piece("wake", plan.Wake, plan.Body{"pieceId": "sea", "stepId": "step"}),
			line("sea", "", plan.Body{"form": "arrow"}),
		},
		Says:  map[string]string{"card": "Learn to sail", "wake": "What in you stands in the way?"},
		Files: map[string]string{"sea": "Out at sea/0a1b.jpg"},
	}
}

func mustWriteBoard(t testing.TB, b Board) []byte {
	t.Helper()
	raw, _, err := WriteBoard(b)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func mustReadBoard(t testing.TB, raw string) Board {
	t.Helper()
	b, err := ParseBoard([]byte(raw))
	if err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	return b
}

func TestBoardComesBackAsItWas(t *testing.T) {
	raw, lost, err := WriteBoard(collage())
	if err != nil || lost != 2 {
		t.Errorf("%d lines are lost, want 2; %v", lost, err)
	}
	golden(t, "collage.canvas.golden", string(raw))
	got, want := mustReadBoard(t, string(raw)), collage()
	if len(got.Pieces) != len(want.Pieces) {
		t.Fatalf("%d pieces of %d come back", len(got.Pieces), len(want.Pieces))
	}
	for i, p := range want.Pieces {
		if !reflect.DeepEqual(got.Pieces[i], p) {
			t.Errorf("%+v\ncomes back as\n%+v", p, got.Pieces[i])
		}
	}
	if got.Pieces, want.Pieces = nil, nil; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\ncomes back as\n%+v", want, got)
	}
}

func TestBoardIsACanvas(t *testing.T) {
	var all struct {
		Nodes, Edges []map[string]any
	}
	if err := json.Unmarshal(mustWriteBoard(t, collage()), &all); err != nil {
		t.Fatal(err)
	}
	needs := map[string]string{"text": "text", "file": "file", "group": "id"}
	for _, n := range all.Nodes {
		if _, said := n[needs[n["type"].(string)]]; !said {
			t.Errorf("%v does not say what it has to", n)
		}
		for _, side := range []string{"x", "y", "width", "height"} {
			if at := n[side].(float64); at != float64(int(at)) {
				t.Errorf("%s of %v is no whole number", side, n["id"])
			}
		}
	}
	if text := all.Nodes[2]["text"]; text != "> Sail\n>\n>   away.\n>\n> — Per" {
		t.Errorf("the quote is %q", text)
	}
	t.Run("a plan does not stumble over it", func(t *testing.T) {
		read, err := Parse("a.canvas", mustWriteBoard(t, collage()), time.UTC)
		mustBeImport(t, read, err)
		if err != nil || len(read.Entries) != 8 {
			t.Errorf("it is read as %v, %v", read.Entries, err)
		}
	})
}

func TestBoardFollowsWhatOthersHaveChanged(t *testing.T) {
	raw := string(mustWriteBoard(t, collage()))
	change := func(was, is string) Board {
		if !strings.Contains(raw, was) {
			t.Fatalf("there is no %s", was)
		}
		return mustReadBoard(t, strings.Replace(raw, was, is, 1))
	}
	find := func(b Board, id string) plan.Piece {
		for _, p := range b.Pieces {
			if p.ID == id {
				return p
			}
		}
		return plan.Piece{}
	}
	if p := find(change(`"x":10,"y":21`, `"x":500,"y":21`), "sea"); p.X != 500 || p.Angle != -12.5 || p.W != 300 {
		t.Errorf("what was moved is %+v", p)
	}
	if p := find(change(`"color":"#ecceb3"`, `"color":"5"`), "note"); p.Body["colour"] != "sea" || p.Body["shadow"] != true {
		t.Errorf("what has another colour is %+v", p)
	}
	if p := find(change(`"text":"> Sail\n>\n>   away.\n>\n> — Per"`, `"text":"> Stay\n> — Ada"`), "quote"); p.Body["words"] != "Stay" || p.Body["by"] != "Ada" || p.Body["size"] != "xl" {
		t.Errorf("the quote is %+v", p)
	}
	if p := find(change(`"label":"Home"`, `"label":"Away"`), "frame"); p.Body["name"] != "Away" {
		t.Errorf("the frame is %+v", p)
	}
	if p := find(change(`"text":"Ours\n`, `"text":"Theirs\n`), "swatch"); p.Kind != plan.Note {
		t.Errorf("what has no colours any more is %+v", p)
	}
}

func TestBoardReadsWhatOthersWrite(t *testing.T) {
	b := mustReadBoard(t, `{"edges":[
		{"id":"e","fromNode":"t","toNode":"l"},
		{"id":"t","fromNode":"t","toNode":"q","fromEnd":"arrow","toEnd":"none","color":"#A0B0C0","label":"so"},
		{"id":"g","fromNode":"t","toNode":"t"},
		{"id":"h","fromNode":"t","toNode":"s"}],
	"nodes":[
		{"id":"g","type":"group","x":-9,"y":-9,"width":900,"height":900,"label":" ","color":"4"},
		{"id":"t","type":"text","x":0,"y":0,"width":100,"height":50,"text":"# Write","color":"9"},
		{"id":"q","type":"text","x":0,"y":100,"width":100,"height":50,"text":"> Go\n> on"},
		{"id":"l","type":"link","x":300,"y":0,"width":100,"height":50,"url":"https://example.org/a"},
		{"id":"f","type":"file","x":0,"y":300,"width":100,"height":50,"file":"pictures/a.png"},
		{"id":"s","type":"sound","x":0,"y":0,"width":1,"height":1}]}`)
	said := []string{}
	for _, p := range b.Pieces {
		said = append(said, fmt.Sprint(p.Kind, " ", p.Body))
	}
	want := strings.Join([]string{
		"line map[form:arrow fromId:t toId:l]", "line map[colour:#a0b0c0 form:arrow fromId:q toId:t]",
		"frame map[colour:leaf]", "note map[words:# Write]", "quote map[words:Go\non]",
		"note map[words:https://example.org/a]", "picture map[]",
	}, "\n")
	if got := strings.Join(said, "\n"); got != want {
		t.Errorf("it is read as\n%s", got)
	}
	if line := b.Pieces[0]; line.X != 50 || line.W != 300 || line.Angle != 0 {
		t.Errorf("the line lies at %+v", line)
	}
	told := []Remark{{"import.nodes", "", "1"}, {"import.labels", "", "1"}, {"import.arrows", "", "2"}}
	if !reflect.DeepEqual(b.Remarks, told) || b.Files["f"] != "pictures/a.png" {
		t.Errorf("it tells %v, and of %v", b.Remarks, b.Files)
	}
}

func TestBoardRefuses(t *testing.T) {
	node := func(more string) string {
		return `{"nodes":[` + "\n" + `{"id":"a","type":"text","text":"a"` + more + "}]}"
	}
	place := func(at string) string { return node(`,"x":` + at + `,"y":0,"width":10,"height":10`) }
	group := `,"x":0,"y":0,"width":10,"height":10,"cairn":{"piece":{"kind":"note","group":"%s"}}},`
	for name, c := range map[string]struct{ in, key string }{
		"no JSON":             {"Dear sister,", "error.file_broken"},
		"a number that is no": {place("NaN"), "error.file_broken"},
		"a number beyond all": {place("1e999"), "error.canvas_part"},
		"far away":            {place("1e7"), "error.canvas_place"},
		"huge":                {node(`,"x":0,"y":0,"width":1e30,"height":10`), "error.canvas_place"},
		"nothing":             {node(`,"x":0,"y":0,"width":0,"height":10`), "error.canvas_place"},
		"turned for ever":     {place(`0,"cairn":{"piece":{"kind":"note","angle":1e999}}`), "error.canvas_part"},
		"no UTF-8":            {node("\xff"), "error.file_letters"},
		"twice":               {strings.Replace(place("0"), "]}", ","+place("0")[11:], 1), "error.canvas_id"},
		"a list":              {"[]", "error.canvas_foreign"},
		"too much": {`{"nodes":[` + strings.TrimSuffix(manyOf(100_000, func(i int) string {
			return fmt.Sprintf(`{"id":"%d","type":"text","x":0,"y":0,"width":9,"height":9},`, i)
		}), ",") + "]}", "error.pieces_many"},
		"too many lines": {`{"nodes":[{"id":"a","type":"text"` + fmt.Sprintf(group, "a") + `{"id":"b","type":"text"` + strings.TrimSuffix(fmt.Sprintf(group, "a"), ",") + `],"edges":[` + strings.TrimSuffix(strings.Repeat(`{"fromNode":"a","toNode":"b"},`, 100_000), ",") + "]}", "error.pieces_many"},
		"long":           {strings.Replace(place("0"), `"text":"a"`, `"text":"`+strings.Repeat("a", plan.MaxText+1)+`"`, 1), "error.import_text"},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			_, err := ParseBoard([]byte(c.in))
			mustRefuse(t, err, c.key)
			if took := time.Since(began); took > 4*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestBoardPassesOverWhatNoBoardHas(t *testing.T) {
	for name, own := range map[string]string{
		"a kind":     `{"piece":{"kind":"hologram"}}`,
		"a field":    `{"piece":{"kind":"note","body":{"cropX":0.5}}}`,
		"another":    `{"piece":{"kind":"picture"}}`,
		"a plan":     `{"kind":"goal"}`,
		"of an edge": `{"link":"below"}`,
	} {
		b := mustReadBoard(t, `{"nodes":[{"id":"a","type":"text","text":"b","x":1,"y":2,"width":3,"height":4,"cairn":`+own+`}],"cairn":{"board":{"paper":"lava","lines":[{"kind":"note"}]}}}`)
		if p := b.Pieces[0]; len(b.Pieces) != 1 || p.Kind != plan.Note || p.Body["words"] != "b" || p.H != 4 || b.Paper != "" {
			t.Errorf("%s: it is %+v on %q", name, b.Pieces, b.Paper)
		}
	}
	t.Run("groups within each other, and lines over each other, end nowhere", func(t *testing.T) {
		at := `,"x":0,"y":0,"width":10,"height":10,"cairn":{"piece":{"kind":"frame","group":"%s","body":{"name":"n"}}}}`
		b := mustReadBoard(t, `{"nodes":[{"id":"a","type":"group"`+fmt.Sprintf(at, "b")+`,{"id":"b","type":"group"`+fmt.Sprintf(at, "a")+`],`+
			`"edges":[{"id":"a","fromNode":"a","toNode":"b","cairn":{"piece":{"kind":"line","over":"a","at":[0,0,9,9]}}},`+
			`{"id":"c","fromNode":"b","toNode":"a","cairn":{"piece":{"kind":"line","over":"c","at":[0,0,9,9]}}}]}`)
		if len(b.Pieces) != 4 || b.Pieces[0].Kind != plan.Stroke {
			t.Errorf("it is %+v", b.Pieces)
		}
	})
}

func TestInksAreThoseOfTheBoard(t *testing.T) {
	for ink, known := range inks() {
		if _, err := plan.CleanPaper(ink); err != nil {
			t.Errorf("there is no ink %s", ink)
		}
		if readInk(known) != ink || readInk(canvasInk(ink)) != ink {
			t.Errorf("%s comes back as %s", ink, readInk(canvasInk(ink)))
		}
	}
}

func FuzzParseBoard(f *testing.F) {
	f.Add(mustWriteBoard(f, collage()))
	f.Add(file(f, "obsidian.canvas"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := ParseBoard(raw)
		for _, p := range b.Pieces {
			if p.Kind != plan.Picture {
				if _, invalid := plan.CleanPiece(p); err == nil && invalid != nil {
					t.Errorf("%+v is read: %v", p, invalid)
				}
			}
		}
	})
}
