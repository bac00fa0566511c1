package interop

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cairn/internal/plan"
)

func TestParseReadsWhatOthersWrite(t *testing.T) {
	for _, name := range []string{"freeplane.mm", "elsewhere.opml", "obsidian.canvas", "elsewhere.md"} {
		t.Run(name, func(t *testing.T) {
			read, err := Parse(name, file(t, name), time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			mustBeImport(t, read, nil)
			golden(t, name+".golden", showImport(read))
		})
	}
}

func TestParseTellsFormatsApart(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a.XML", `<?xml version="1.0"?><opml version="2.0"><body><outline text="a"/></body></opml>`, "a"},
		{"a.xml", "\uFEFF" + `<map><node TEXT="a"/></map>`, "a"},
		{"a.json", `{"nodes":[{"id":"1","type":"text","text":"a","x":0,"y":0,"width":1,"height":1}]}`, "a"},
		{"a.txt", "Title\tDue\na\t2031-05-13\n", "a (due 2031-05-13)"},
		{"a.txt", "Name\n\ta\n", "Name"},
		{"a.txt", "He said \"a\", and left\n\tb\n", `He said "a", and left`},
		{"a.markdown", "# a", "a"},
		{"a.md", "bl\xe5", "blå"},
		{"a.tsv", "Title\tDue\na\t2031-05-13\n", "a (due 2031-05-13)"},
	} {
		read, err := Parse(c.name, []byte(c.in), time.UTC)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := read.Entries[0].Title
		if due := read.Entries[0].Due; due != "" {
			got += " (due " + due + ")"
		}
		if got != c.want {
			t.Errorf("%s is %q, want %q", c.name, got, c.want)
		}
	}
}

// nested is a text of so many openings, something, and as many endings.
func nested(n int, open, within, end string) string {
	return strings.Repeat(open, n) + within + strings.Repeat(end, n)
}

func TestParseRefuses(t *testing.T) {
	card := func(id string) string {
		return `{"id":"` + id + `","type":"text","text":"a","x":0,"y":0,"width":1,"height":1}`
	}
	long := strings.Repeat("x", plan.MaxText+1)
	for _, c := range []struct{ name, in, key, line string }{
		{"a.mm", "", "error.file_broken", "1"},
		{"a.mm", "Dear sister,\n", "error.file_broken", "1"},
		{"a.mm", "<map>\n<node TEXT=\"a\">\n</map>", "error.file_broken", "3"},
		{"a.mm", "<map>\n<node TEXT=\"a\"></node>\n", "error.file_broken", "3"},
		{"a.mm", "<map>\n<node TEXT=\"a\" TEXT=\"b\"/></map>", "error.file_broken", "2"},
		{"a.mm", "<map>\n<node TEXT=a/></map>", "error.file_broken", "2"},
		{"a.mm", "<map>\n<node TEXT=\"&lol;\"/></map>", "error.file_broken", "2"},
		{"a.mm", "<map><node TEXT=\"&#x1;\"/></map>", "error.file_broken", "1"},
		{"a.mm", "<map></map>\n<map></map>", "error.file_broken", "2"},
		{"a.mm", "<map></map>\nand more", "error.file_broken", "2"},
		{"a.mm", "<?xml version=\"1.0\"?>\n<!DOCTYPE map [\n<!ENTITY a \"b\">\n]><map/>", "error.file_doctype", "2"},
		{"a.mm", "<map>\n\n<node TEXT=\"bl\xe5\"/></map>", "error.file_letters", "3"},
		{"a.mm", "<html>\n<body/></html>", "error.xml_foreign", "1"},
		{"a.mm", "<map>\n</map>", "error.import_empty", ""},
		{"a.mm", "<map>\n" + nested(plan.MaxDepth+1, "<node TEXT=\"a\">\n", "", "</node>") + "</map>", "error.import_depth", "102"},
		{"a.mm", "<map>\n" + nested(100_000, "<node TEXT=\"a\">\n", "", "</node>") + "</map>", "error.import_depth", "502"},
		{"a.mm", "<map><node TEXT=\"a\">\n" + nested(100_000, "<hook>", "", "</hook>") + "</node></map>", "error.import_depth", "2"},
		{"a.mm", "<map>\n<node TEXT=\"a\"><richcontent TYPE=\"NOTE\">" + nested(100_000, "<p>", "", "</p>") + "</richcontent></node></map>", "error.import_depth", "2"},
		{"a.mm", "<map>\n" + strings.Repeat("<node TEXT=\"a\"/>\n", maxNodes+1) + "</map>", "error.import_nodes", "200002"},
		{"a.mm", "<map>\n\n<node TEXT=\"a\"><richcontent TYPE=\"NOTE\"><p>" + long + "</p></richcontent></node></map>", "error.import_text", "3"},
		{"a.opml", "<opml>\n<body>\n<outline text=\"a\">\n</body></opml>", "error.file_broken", "4"},
		{"a.opml", "<rss/>", "error.xml_foreign", "1"},
		{"a.opml", "<opml><head><outline text=\"a\"/></head></opml>", "error.import_empty", ""},
		{"a.opml", "<opml><body>\n" + nested(501, "<outline text=\"a\">\n", "", "</outline>") + "</body></opml>", "error.import_depth", "502"},
		{"a.opml", "<opml><body>\n" + strings.Repeat("<outline text=\"a\"/>", maxNodes+1) + "</body></opml>", "error.import_nodes", "2"},
		{"a.canvas", "", "error.file_broken", "1"},
		{"a.canvas", "{\n\"nodes\": [\n{\"id\" \"a\"}]}", "error.file_broken", "3"},
		{"a.canvas", "{\"nodes\":[" + card("a") + "],\n", "error.file_broken", "2"},
		{"a.canvas", "{\"nodes\":[" + card("a") + "]}\n{}", "error.file_broken", "2"},
		{"a.canvas", nested(200_000, "[", "", "]"), "error.file_broken", "1"},
		{"a.canvas", "[1]", "error.canvas_foreign", "1"},
		{"a.canvas", "\"nodes\"", "error.canvas_foreign", "1"},
		{"a.canvas", "{\n\"nodes\": 1}", "error.canvas_foreign", "2"},
		{"a.canvas", "{}", "error.canvas_foreign", "1"},
		{"a.canvas", "{\"nodes\":[]}", "error.import_empty", ""},
		{"a.canvas", "{\"nodes\":[\n" + card("a") + ",\n" + card("a") + "]}", "error.canvas_id", "3"},
		{"a.canvas", "{\"nodes\":[\n{\"id\":\"a\",\"type\":\"text\",\"x\":\"left\"}]}", "error.canvas_part", "2"},
		{"a.canvas", "{\"nodes\":[\n\n{\"id\":\"a\",\"type\":\"sound\"}]}", "error.canvas_part", "3"},
		{"a.canvas", "{\"nodes\":[" + card("a") + "],\n\"edges\":[{},\n1]}", "error.canvas_part", "3"},
		{"a.canvas", "{\"nodes\":[\n{\"id\":\"\xe5\"}]}", "error.file_letters", "2"},
		{"a.canvas", "{\"nodes\":[" + strings.Repeat("{\"id\":\"a\"},\n", 2) + "]}", "error.file_broken", "3"},
		{"a.md", "", "error.import_empty", ""},
		{"a.md", "\n---\n", "error.import_empty", ""},
		{"a.md", staircase(plan.MaxDepth + 1), "error.import_depth", "101"},
		{"a.md", strings.Repeat("- a\n", maxNodes+1), "error.import_nodes", "200001"},
		{"a.txt", "a\nb\n\t" + long, "error.import_text", "3"},
		{"a.pdf", "%PDF", "error.import_kind", ""},
	} {
		t.Run(fmt.Sprintf("%s %.30q", c.name, c.in), func(t *testing.T) {
			_, err := Parse(c.name, []byte(c.in), time.UTC)
			if refused := mustRefuse(t, err, c.key); refused.Params["line"] != c.line {
				t.Errorf("in line %q, want %q", refused.Params["line"], c.line)
			}
		})
	}
}

func TestParseIsQuick(t *testing.T) {
	// Each of these would take minutes if anything were quadratic.
	for name, in := range map[string]string{
		"attributes.mm":  "<map><node TEXT=\"a\"><node TEXT=\"a\" " + manyOf(200_000, func(i int) string { return fmt.Sprintf("a%d=\"\" ", i) }) + "/></node></map>",
		"says.mm":        "<map><node TEXT=\"a\">" + strings.Repeat("<attribute NAME=\"a\" VALUE=\"\"/>", 20_000) + "</node></map>",
		"icons.mm":       "<map><node TEXT=\"a\">" + manyOf(200_000, func(i int) string { return fmt.Sprintf("<icon BUILTIN=\"a%d\"/>", i) }) + "</node></map>",
		"arrows.mm":      "<map><node TEXT=\"a\" ID=\"a\"><node TEXT=\"b\">" + strings.Repeat("<arrowlink DESTINATION=\"a\"/>", 200_000) + "</node></node></map>",
		"priorities.mm":  "<map><node TEXT=\"a\">" + strings.Repeat("<icon BUILTIN=\"full-1\"/>", 200_000) + "</node></map>",
		"words.mm":       "<map><node TEXT=\"a\"><richcontent TYPE=\"NOTE\"><p>" + strings.Repeat("a <b/>", 40_000) + "</p></richcontent></node></map>",
		"links.mm":       "<map><node TEXT=\"a\"><richcontent TYPE=\"NOTE\"><p>" + strings.Repeat("<a href=\"b\"/>", 20_000) + "</p></richcontent></node></map>",
		"note.opml":      "<opml><body><outline text=\"a\" _note=\"" + strings.Repeat("Due:|", 20_000) + "\"/></body></opml>",
		"wait.opml":      "<opml xmlns:c=\"urn:cairn:plan\"><body><outline text=\"b\" c:id=\"b\"/><outline text=\"a\" c:after=\"" + strings.Repeat("b ", 400_000) + "\"/></body></opml>",
		"chain.canvas":   chain(5_000),
		"groups.canvas":  groupsOf(20_000),
		"ends.md":        "- a" + strings.Repeat(" (state doing)", 5_000),
		"strokes.md":     "- " + strings.Repeat(`\`, 90_000) + " " + strings.Repeat(`\`, 900) + "#a",
		"brackets.md":    "- a" + strings.Repeat(" (kind ", 10_000) + ")",
		"labels.md":      "- a\n" + strings.Repeat("  > **Why:** a\n", 6_000),
		"two hundred.md": strings.Repeat("- [ ] a (due 2031-05-13) #b\n", maxNodes),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			read, err := Parse(name, []byte(in), time.UTC)
			if name == "chain.canvas" {
				mustRefuse(t, err, "error.import_depth")
			} else if err != nil || len(read.Entries) == 0 || len(read.Remarks) > maxRemarks {
				t.Errorf("%d entries, %d remarks, %v", len(read.Entries), len(read.Remarks), err)
			}
			if took := time.Since(began); took > 8*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func manyOf(n int, one func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(one(i))
	}
	return b.String()
}

func chain(n int) string {
	nodes := manyOf(n, func(i int) string { return fmt.Sprintf(`{"id":"%d","type":"text","text":"a"},`, i) })
	edges := manyOf(n-1, func(i int) string { return fmt.Sprintf(`{"fromNode":"%d","toNode":"%d"},`, i, i+1) })
	return `{"nodes":[` + strings.TrimSuffix(nodes, ",") + `],"edges":[` + strings.TrimSuffix(edges, ",") + `]}`
}

func groupsOf(n int) string {
	nodes := manyOf(n, func(i int) string {
		return fmt.Sprintf(`{"id":"%d","type":"group","label":"a","x":%d,"y":0,"width":1,"height":1},`, i, i)
	})
	return `{"nodes":[` + strings.TrimSuffix(nodes, ",") + `]}`
}

func fuzzParse(f *testing.F, name string, seeds ...string) {
	f.Helper()
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		read, err := Parse(name, raw, time.UTC)
		mustBeImport(t, read, err)
	})
}

func FuzzParseXML(f *testing.F) {
	fuzzParse(f, "a.xml", string(file(f, "freeplane.mm")), string(file(f, "elsewhere.opml")),
		string(file(f, "voyage.mm.golden")), string(file(f, "voyage.opml.golden")),
		"", "<map", "<map><node/></map>", "<!DOCTYPE a><map/>", "\xff\xfe<\x00m\x00")
}

func FuzzParseCanvas(f *testing.F) {
	fuzzParse(f, "a.canvas", string(file(f, "obsidian.canvas")), string(file(f, "voyage.canvas.golden")),
		"", "{", `{"nodes":[{"id":"a","type":"text","text":"b","cairn":{"kind":"goal"}}],"edges":[]}`)
}

func FuzzParseList(f *testing.F) {
	fuzzParse(f, "a.md", string(file(f, "elsewhere.md")), string(file(f, "voyage.md.golden")), string(file(f, "voyage.txt.golden")),
		"", "- a (kind goal)", `\- a \#b`, "a\n> **Why:** b", "- a (tags b, \"c\")")
}

func FuzzParseText(f *testing.F) {
	fuzzParse(f, "a.txt", string(file(f, "tabs.txt")), string(file(f, "spreadsheet.csv")), "Title\tDue\na\tb", "a, b")
}
