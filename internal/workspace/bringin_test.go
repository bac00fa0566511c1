package workspace

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/internal/media"
	"cairn/internal/plan"
)

// newTravels is a vault with something of everything that a bundle holds.
func newTravels(t testing.TB) *bundle {
	b := newBundle(t)
	ctx := b.ctx()
	goal := b.add("A book of mine", "")
	b.ok(b.SetKind(ctx, []string{goal}, plan.Goal))
	write := b.add("Write the first page", goal)
	b.ok(b.SetKind(ctx, []string{write, b.add("Find a printer", goal)}, plan.Step))
	b.ok(b.SetText(ctx, TextEdit{ID: write, Field: "notes", Text: "Ask the ferry.\nIn *spring*."}))
	b.ok(b.AddTag(ctx, []string{write}, "paper"))
	b.ok(b.AddTag(ctx, []string{write}, "home"))
	b.ok(b.SetDates(ctx, []plan.Dates{{ID: write, Due: "2026-05-01"}}))
	b.ok(b.SetAspect(ctx, AspectEdit{ItemID: goal, Kind: plan.Measure, Body: plan.Body{"name": "pages", "baseline": 0.0, "target": 120.5}}))
	b.ok(b.SetAspect(ctx, AspectEdit{Kind: plan.Value, Body: plan.Body{"name": "Being <heard> & seen"}}))
	client, _ := b.Client(ctx)
	picture, err := media.Read(photographed(t))
	b.must(err)
	_, err = b.AddPicture(ctx, client, picture)
	b.must(err)
	b.ok(b.SetAspect(ctx, AspectEdit{ItemID: goal, Kind: plan.Cover, Body: plan.Body{"picture": picture.Hash}}))
	file, err := b.KeepFile(ctx, client, []byte("a letter"))
	b.must(err)
	b.ok(b.SetAspect(ctx, AspectEdit{ItemID: write, Kind: plan.Attachment, Body: plan.Body{
		"sort": "copy", "name": "letter.txt", "hash": file, "size": 8.0,
	}}))
	return b
}

// photographed is a picture that a camera could have taken.
func photographed(t testing.TB) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 640, 400))
	for i := range picture.Pix {
		picture.Pix[i] = byte(i * 7)
	}
	picture.Set(3, 3, color.Black)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// changed is a bundle in which somebody has changed the JSON of a plan, by a script that
// knows nothing of Cairn.
func changed(t testing.TB, raw []byte, name string, change func(p map[string]any)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		text := textOf(t, f)
		if f.Name == name {
			p := map[string]any{}
			if err := json.Unmarshal(text, &p); err != nil {
				t.Fatal(err)
			}
			change(p)
			if text, err = json.Marshal(p); err != nil {
				t.Fatal(err)
			}
		}
		to, err := w.Create(f.Name)
		if err == nil {
			_, err = to.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func textOf(t testing.TB, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var text bytes.Buffer
	if _, err := text.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

const book = "plans/Publish a book.json"

// titled is the item of a title in the JSON of a plan.
func titled(p map[string]any, title string) map[string]any {
	for _, one := range p["items"].([]any) {
		if item := one.(map[string]any); item["title"] == title {
			return item
		}
	}
	panic("no item is called " + title)
}

func addTo(p map[string]any, list string, one map[string]any) { p[list] = append(p[list].([]any), one) }

func (b *bundle) lookIn(raw []byte) Incoming {
	b.TB.Helper()
	seen, err := b.LookIn(b.ctx(), bytes.NewReader(raw), int64(len(raw)))
	b.must(err)
	return seen
}

// bring brings a bundle in; all that came is what Load then says.
func (b *bundle) bring(raw []byte, theirs ...string) Incoming {
	b.TB.Helper()
	seen := b.lookIn(raw)
	b.opened(b.BringIn(b.ctx(), seen.Token, theirs))
	return seen
}

func (b *bundle) titles() []string {
	titles := []string{}
	for _, i := range b.loaded().Items {
		titles = append(titles, i.Title)
	}
	slices.Sort(titles)
	return titles
}

func TestBringInToAnEmptyVault(t *testing.T) {
	from := newTravels(t)
	raw := everything(t, from.Workspace)
	b := newBundle(t)
	b.ok(b.Undo(b.ctx())) // its only plan
	empty := b.rows()
	seen := b.lookIn(raw)
	if len(seen.Clients) != 1 || !seen.Clients[0].Known || len(seen.Differences) != 0 {
		t.Fatalf("%+v", seen)
	}
	want := IncomingPlan{Name: "Publish a book", Goals: 1, Steps: 2, Pictures: 1}
	if got := seen.Clients[0].Plans; len(got) != 1 || got[0] != want {
		t.Errorf("the plans are %+v", got)
	}
	if !maps.EqualFunc(empty, b.rows(), maps.Equal) {
		t.Error("to look at it changed something")
	}
	b.opened(b.BringIn(b.ctx(), seen.Token, []string{}))
	b.whole()
	t.Run("all is there, and goes out as it came", func(t *testing.T) {
		one, two := entries(t, raw), entries(t, everything(t, b.Workspace))
		for name := range one {
			switch {
			case name == "vault.cairn": // has a journal, and knows when it was opened
			case strings.HasSuffix(name, ".json"):
				was, is := from.loaded().Clients[0].ID, b.loaded().Clients[0].ID
				one[name] = bytes.ReplaceAll(one[name], []byte(was), []byte(is)) // the owner of this vault is another one
				fallthrough
			default:
				if !bytes.Equal(one[name], two[name]) {
					t.Errorf("%s is\n%s\nand was\n%s", name, two[name], one[name])
				}
			}
		}
		if len(one) != len(two) {
			t.Errorf("%d files and %d", len(one), len(two))
		}
	})
	t.Run("a second time it is here already", func(t *testing.T) {
		again := b.lookIn(raw)
		if again.New+again.Changed+again.Removed+len(again.Differences) > 0 || !again.Clients[0].Plans[0].Here {
			t.Errorf("%+v", again)
		}
	})
	t.Run("one undo takes it all out, one redo brings it back", func(t *testing.T) {
		after := b.rows()
		b.ok(b.Undo(b.ctx()))
		if !maps.EqualFunc(empty, b.rows(), maps.Equal) {
			t.Error("something is left")
		}
		b.ok(b.Redo(b.ctx()))
		if !maps.EqualFunc(after, b.rows(), maps.Equal) {
			t.Error("something is lost")
		}
	})
}

func TestBringInWhatCameBackChanged(t *testing.T) {
	b := newTravels(t)
	raw := everything(t, b.Workspace)
	id := func(title string) string {
		for _, i := range b.loaded().Items {
			if i.Title == title {
				return i.ID
			}
		}
		t.Fatalf("no item is called %s", title)
		return ""
	}
	printer := id("Find a printer")
	b.ok(b.SetTitle(b.ctx(), TextEdit{ID: id("A book of mine"), Text: "The book"}))
	b.ok(b.SetTitle(b.ctx(), TextEdit{ID: printer, Text: "Find a press"}))
	before := b.rows()
	back := changed(t, raw, book, func(p map[string]any) {
		goal := titled(p, "A book of mine")
		first := titled(p, "Write the first page")
		first["title"], first["tagIds"] = "Write one page", first["tagIds"].([]any)[:1]
		titled(p, "Find a printer")["title"] = "Find a printing house"
		addTo(p, "items", map[string]any{"parentId": goal["id"], "kind": "step", "title": "Read it aloud"})
	})
	seen := b.lookIn(back)
	if seen.New != 1 || seen.Changed != 1 || seen.Removed != 0 || len(seen.Differences) != 1 {
		t.Fatalf("%+v", seen)
	}
	d := seen.Differences[0]
	if line := d.Lines[0]; line.Ours != "Find a press" || line.Theirs != "Find a printing house" || line.Before != "Find a printer" {
		t.Errorf("%+v", d)
	}
	b.opened(b.BringIn(b.ctx(), seen.Token, []string{}))
	b.whole()
	want := []string{"Find a press", "Read it aloud", "The book", "Write one page"}
	if got := b.titles(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, i := range b.loaded().Items {
		if i.Title == "Write one page" && len(i.TagIDs) != 1 {
			t.Errorf("it has the tags %q", i.TagIDs)
		}
		if i.Title == "Read it aloud" && (i.State != plan.Todo || i.CreatedAt == "") {
			t.Errorf("%+v", i)
		}
	}
	b.ok(b.Undo(b.ctx()))
	if !maps.EqualFunc(before, b.rows(), maps.Equal) {
		t.Error("an undo does not lead back")
	}

	seen = b.lookIn(back)
	b.opened(b.BringIn(b.ctx(), seen.Token, []string{seen.Differences[0].ID}))
	if got := b.titles(); !slices.Contains(got, "Find a printing house") {
		t.Errorf("what was chosen did not come: %q", got)
	}
	t.Run("a token counts once", func(*testing.T) {
		b.refused(plan.NotFound, "error.bundle_gone")(b.BringIn(b.ctx(), seen.Token, []string{}))
	})
	t.Run("what differs since has to be looked at again", func(*testing.T) {
		b.ok(b.Undo(b.ctx()))
		seen := b.lookIn(back)
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: id("Write the first page"), Text: "Write a page"}))
		b.refused(plan.Conflict, "error.bundle_meanwhile")(b.BringIn(b.ctx(), seen.Token, []string{}))
	})
}

func TestBringInKeepsWhatIsNotSaid(t *testing.T) {
	b := newTravels(t)
	ctx := b.ctx()
	thrown := b.add("Thrown away", "")
	b.ok(b.DeleteItems(ctx, []string{thrown}))
	raw := everything(t, b.Workspace)
	t.Run("a plan that is not in the bundle any more stays", func(t *testing.T) {
		b.ok(b.AddPlan(ctx, "Another", plan.Pet))
		both := everything(t, b.Workspace)
		seen := b.lookIn(lacking(t, both, "plans/Another.json"))
		if seen.New+seen.Changed+seen.Removed+len(seen.Differences) > 0 {
			t.Errorf("%+v", seen)
		}
		b.ok(b.Undo(ctx))
	})
	t.Run("an item that is taken out of the JSON goes, one in the trash stays", func(t *testing.T) {
		b.bring(changed(t, raw, book, func(p map[string]any) {
			p["items"] = slices.DeleteFunc(p["items"].([]any), func(i any) bool { return i.(map[string]any)["title"] == "Find a printer" })
		}))
		if got := b.titles(); slices.Contains(got, "Find a printer") || len(got) != 2 {
			t.Errorf("%q", got)
		}
		if trash, err := b.Trash(ctx); err != nil || len(trash) != 1 {
			t.Errorf("in the trash lies %+v, %v", trash, err)
		}
		b.ok(b.Undo(ctx))
	})
	t.Run("without what it was, all that differs is asked and nothing goes", func(t *testing.T) {
		seen := b.lookIn(lacking(t, changed(t, raw, book, func(p map[string]any) {
			titled(p, "Find a printer")["title"] = "Print it"
			p["items"] = p["items"].([]any)[:3]
		}), "base/"+book))
		if seen.New+seen.Changed+seen.Removed != 0 || len(seen.Differences) != 1 {
			t.Errorf("%+v", seen)
		}
	})
}

func TestBringInGivesOtherIDs(t *testing.T) {
	b := newTravels(t)
	raw := changed(t, everything(t, b.Workspace), book, func(p map[string]any) {
		p["plan"].(map[string]any)["id"] = "a-copy"
		p["plan"].(map[string]any)["name"] = "A copy"
	})
	seen := b.bring(raw)
	if seen.Clients[0].Plans[0].Here || len(seen.Differences) != 0 {
		t.Fatalf("%+v", seen)
	}
	b.whole()
	c := b.loaded()
	if len(c.Plans) != 2 || len(c.Items) != 6 || len(c.Tags) != 2 || len(c.Areas) != 8 {
		t.Errorf("%d plans, %d items, %d tags, %d areas", len(c.Plans), len(c.Items), len(c.Tags), len(c.Areas))
	}
	covers := 0
	for _, a := range c.Aspects {
		if a.Kind == plan.Cover {
			covers++
		}
	}
	if covers != 2 {
		t.Errorf("%d covers", covers)
	}
}

func TestBringInClients(t *testing.T) {
	from := newTravels(t)
	from.opened(from.AddClient(from.ctx(), "Ada Marlow"))
	from.plan = from.ok(from.AddPlan(from.ctx(), "A boat", plan.Me)).Show
	from.add("Saw the planks", "")
	raw := everything(t, from.Workspace)
	b := newBundle(t)
	b.add("My own", "")
	seen := b.bring(raw)
	if len(seen.Clients) != 2 || !seen.Clients[0].Known || seen.Clients[1].Known || seen.Clients[1].Name != "Ada Marlow" {
		t.Fatalf("%+v", seen.Clients)
	}
	c := b.loaded()
	if len(c.Clients) != 2 || len(c.Plans) != 2 || len(c.Areas) != 8 {
		t.Fatalf("%d clients, %d plans, %d areas", len(c.Clients), len(c.Plans), len(c.Areas))
	}
	own := c.Clients[0].ID
	b.opened(b.OpenClient(b.ctx(), c.Clients[1].ID))
	if got := b.titles(); !slices.Equal(got, []string{"Saw the planks"}) || len(b.loaded().Areas) != 8 {
		t.Errorf("%q", got)
	}
	t.Run("an undo is that of one client", func(t *testing.T) {
		b.ok(b.Undo(b.ctx()))
		if got := b.titles(); len(got) != 0 {
			t.Errorf("%q", got)
		}
		b.ok(b.Redo(b.ctx()))
		b.opened(b.OpenClient(b.ctx(), own))
		if got := b.titles(); len(got) != 4 {
			t.Errorf("%q", got)
		}
		b.ok(b.Undo(b.ctx()))
		if got := b.titles(); !slices.Equal(got, []string{"My own"}) {
			t.Errorf("%q", got)
		}
	})
}

// TestBringInSecrets plants words where something of another client or something
// private can be, and lets somebody look on.
func TestBringInSecrets(t *testing.T) {
	b := newTravels(t)
	b.sealed()
	b.note(plan.PlainNote, "", plan.Body{"words": "canary"})
	b.opened(b.AddClient(b.ctx(), "Canary Bo"))
	b.plan = b.ok(b.AddPlan(b.ctx(), "Canary plan", plan.Me)).Show
	b.add("Canary step", "")
	raw := everything(t, b.Workspace)
	notes := func() int {
		n := 0
		b.must(b.vault.Read.QueryRow("SELECT count(*) FROM private_note").Scan(&n))
		return n
	}
	before := notes()
	b.opened(b.OpenClient(b.ctx(), b.loaded().Clients[1].ID))
	seen := b.bring(raw)
	if text := fmt.Sprintf("%+v", b.loaded()); seen.New > 0 || strings.Contains(text, "Canary step") || before != notes() {
		t.Errorf("%+v", seen)
	}
	seen = b.lookIn(raw)
	b.must(b.Share(b.ctx(), true))
	b.mirror = newMirror(b.loaded())
	again, err := b.LookIn(b.ctx(), bytes.NewReader(raw), int64(len(raw)))
	if plan.CodeOf(err) != plan.Conflict || len(again.Clients) > 0 || strings.Contains(strings.ToLower(fmt.Sprint(again, err)), "canary") {
		t.Errorf("%+v, %v", again, err)
	}
	b.refused(plan.Conflict, "error.shared")(b.BringIn(b.ctx(), seen.Token, []string{}))
	if text := fmt.Sprintf("%+v", b.loaded()); strings.Contains(strings.ToLower(text), "canary") {
		t.Error("the page is told of another client")
	}
}

// lacking is a bundle out of which somebody took a file.
func lacking(t testing.TB, raw []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name != name {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestScriptWithoutUs lets a script that has none of our code rebuild what is in a
// bundle, and compares it with what the vault has.
func TestScriptWithoutUs(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to run the script with")
	}
	b := newTravels(t)
	path := filepath.Join(t.TempDir(), "everything.zip")
	b.must(os.WriteFile(path, everything(t, b.Workspace), 0o600))
	out, err := exec.CommandContext(t.Context(), python, "testdata/rebuild.py", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var rebuilt struct {
		Items    []plan.Item       `json:"items"`
		Pictures map[string]string `json:"pictures"` // SHA-256 of the bytes
		Files    map[string]string `json:"files"`
	}
	b.must(json.Unmarshal(out, &rebuilt))
	c := b.loaded()
	byTitle := func(a, b plan.Item) int { return strings.Compare(a.Title, b.Title) }
	slices.SortFunc(c.Items, byTitle)
	slices.SortFunc(rebuilt.Items, byTitle)
	if len(rebuilt.Items) != len(c.Items) {
		t.Fatalf("%d items, want %d", len(rebuilt.Items), len(c.Items))
	}
	for i, item := range c.Items {
		if got := rebuilt.Items[i]; got.Title != item.Title || got.Notes != item.Notes {
			t.Errorf("%+v, want %s with %q", got, item.Title, item.Notes)
		}
	}
	for _, a := range c.Aspects {
		switch picture, file := filesIn(a.Kind, a.Body); {
		case picture != "":
			kept, err := b.PictureFile(b.ctx(), picture, media.Edges()[0])
			if b.must(err); rebuilt.Pictures[picture] != media.HashOf(kept.Data) {
				t.Errorf("the picture %s is another one", picture)
			}
		case file != "":
			if rebuilt.Files[file] != file {
				t.Errorf("the file %s is another one", file)
			}
		}
	}
	if len(rebuilt.Pictures) != 1 || len(rebuilt.Files) != 1 {
		t.Errorf("%d pictures, %d files", len(rebuilt.Pictures), len(rebuilt.Files))
	}
}
