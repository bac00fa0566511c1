package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"cairn/internal/media"
	"cairn/internal/plan"
)

const now = "2026-03-02T09:00:00.000Z"

func making() Making {
	n := 0
	return Making{Now: now, ID: func() string { n++; return fmt.Sprintf("made-%d", n) }}
}

// entry is a file of a bundle that a test packs.
type entry struct{ name, text string }

func packed(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		w, err := z.Create(e.name)
		if err == nil {
			_, err = io.WriteString(w, e.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func reads(raw []byte) (*Bundle, error) {
	return Read(bytes.NewReader(raw), int64(len(raw)), making())
}

const small = `{"bundle":1,"client":"Me","plan":{"id":"p","name":"A boat"},"items":[
	{"id":"g","kind":"goal","title":"Build"},{"parentId":"g","kind":"step","title":"Saw","state":"done","due":"2026-04-01"}]}`

func with(what string) string { return strings.Replace(small, `"items":[`, what, 1) }

func refusal(t *testing.T, err error) *plan.Error {
	t.Helper()
	var e *plan.Error
	if !errors.As(err, &e) {
		t.Fatalf("it is refused without a sentence: %v", err)
	}
	return e
}

func written(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := New(&out)
	if err != nil {
		t.Fatal(err)
	}
	p, bad := planOf(t, small).Clean(making())
	if bad != "" {
		t.Fatal(bad)
	}
	of := Of{Changes: plan.Changes{
		Clients: []plan.Client{{ID: "me", Name: "Me"}}, Plans: []plan.Plan{p.Plan}, Items: p.Items, Columns: p.Columns,
		Versions: []plan.Version{{ID: "v", PlanID: "p", Changed: "less", MadeAt: now}},
	}, Contents: map[string]string{"v": `{"items":[],"aspects":[]}`}}
	if err := errors.Join(w.Plan("", of, p.Plan), w.File(media.HashOf([]byte("a letter")), []byte("a letter")), w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func planOf(t testing.TB, text string) Plan {
	t.Helper()
	var p Plan
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRead(t *testing.T) {
	t.Run("finds what was written, and as what it was written", func(t *testing.T) {
		b, err := reads(written(t))
		if err != nil {
			t.Fatal(err)
		}
		came := b.Plans[0]
		if len(b.Plans) != 1 || !came.Own || !came.Based || came.Plan.ClientID != "me" || len(came.Plan.Items) != 2 {
			t.Fatalf("%+v", came)
		}
		if string(came.Plan.Versions[0].Content) != `{"items":[],"aspects":[]}` {
			t.Errorf("the version holds %s", came.Plan.Versions[0].Content)
		}
		one, _ := json.Marshal(came.Plan)
		two, _ := json.Marshal(came.Base)
		if !bytes.Equal(one, two) {
			t.Errorf("%s\nis not\n%s", one, two)
		}
		if raw, found, err := b.File(media.HashOf([]byte("a letter"))); string(raw) != "a letter" || !found || err != nil {
			t.Errorf("%q, %v", raw, err)
		}
	})
	t.Run("fills in what nobody wrote", func(t *testing.T) {
		b, err := reads(packed(t, entry{"plans/a.json", small}))
		if err != nil {
			t.Fatal(err)
		}
		p := b.Plans[0].Plan
		saw := p.Items[1]
		if !strings.HasPrefix(saw.ID, "made-") || saw.FirstDue != "2026-04-01" || saw.DoneAt != now || saw.Rank == "" {
			t.Errorf("%+v", saw)
		}
		if p.Items[0].State != plan.Todo || p.Items[0].Priority >= saw.Priority || p.Plan.Subject != plan.Me || len(p.Columns) != 4 {
			t.Errorf("%+v", p)
		}
	})
	t.Run("finds a bundle that was packed with the folder around it", func(t *testing.T) {
		b, err := reads(packed(t, entry{"a boat/README.md", ""}, entry{"a boat/clients/Ada/plans/a.json", small},
			entry{"__MACOSX/a boat/clients/Ada/plans/._a.json", "\x00"}, entry{"a boat/clients/Ada/plans/._a.json", "\x00"}))
		if err != nil || len(b.Plans) != 1 || b.Plans[0].Own {
			t.Errorf("%+v, %v", b, err)
		}
	})
	t.Run("keeps a picture that was written here byte for byte, whatever it is called by", func(t *testing.T) {
		var drawn bytes.Buffer
		if err := png.Encode(&drawn, image.NewNRGBA(image.Rect(0, 0, 4, 3))); err != nil {
			t.Fatal(err)
		}
		made, err := media.Read(drawn.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		hash := strings.Repeat("a", 64)
		b, err := reads(packed(t, entry{"plans/a.json", small}, entry{"pictures/" + hash + ".png", string(made.Files[0].Data)}))
		if err != nil {
			t.Fatal(err)
		}
		back, found, err := b.Picture(hash)
		if err != nil || !found || back.Hash != hash || !bytes.Equal(back.Files[0].Data, made.Files[0].Data) {
			t.Errorf("%+v, %v", back, err)
		}
		if _, found, err := b.Picture(strings.Repeat("b", 64)); found || err != nil {
			t.Errorf("%v, %v", found, err)
		}
	})
}

func TestReadRefuses(t *testing.T) {
	deep := `{"bundle":1,"x":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "}"
	for _, c := range []struct {
		name string
		raw  []byte
		key  string
	}{
		{"what is no zip", []byte("A letter to my sister."), "error.bundle_none"},
		{"nothing", nil, "error.bundle_none"},
		{"a zip without a plan", packed(t, entry{"letter.txt", "a"}), "error.bundle_none"},
		{"a newer version", packed(t, entry{"plans/a.json", `{"bundle":2,"items":7}`}), "error.bundle_newer"},
		{"another JSON", packed(t, entry{"plans/a.json", `{"plan":{}}`}), "error.bundle_broken"},
		{"half a JSON", packed(t, entry{"plans/a.json", small[:50]}), "error.bundle_broken"},
		{"JSON without a ground", packed(t, entry{"plans/a.json", deep}), "error.bundle_broken"},
		{"a file that leads elsewhere", packed(t, entry{"plans/a.json", small}, entry{"../../evil", ""}), "error.bundle_broken"},
		{"a file from the root", packed(t, entry{"plans/a.json", small}, entry{"/etc/evil", ""}), "error.bundle_broken"},
		{"a file with a drive", packed(t, entry{"plans/a.json", small}, entry{`c:\evil`, ""}), "error.bundle_broken"},
		{"a name that is there twice", packed(t, entry{"plans/a.json", small}, entry{"plans/a.json", small}), "error.bundle_broken"},
		{"a plan that is there twice", packed(t, entry{"plans/a.json", small}, entry{"plans/b.json", small}), "error.bundle_wrong"},
		{"too many files", packed(t, manyEntries(MaxFiles+1)...), "error.bundle_large"},
		{"a bomb", bomb(t), "error.bundle_large"},
		{"a kind that does not exist", packed(t, entry{"plans/a.json", with(`"items":[{"kind":"dream","title":"x"},`)}), "error.bundle_wrong"},
		{"a circle", packed(t, entry{"plans/a.json", with(`"items":[{"id":"x","kind":"step","title":"x","parentId":"y"},{"id":"y","kind":"step","title":"y","parentId":"x"},`)}), "error.bundle_wrong"},
		{"a step below nothing", packed(t, entry{"plans/a.json", with(`"items":[{"kind":"step","title":"x","parentId":"nowhere"},`)}), "error.bundle_wrong"},
		{"a day that does not exist", packed(t, entry{"plans/a.json", with(`"items":[{"kind":"step","title":"x","due":"2026-02-30"},`)}), "error.bundle_wrong"},
		{"an id that parts a list", packed(t, entry{"plans/a.json", with(`"items":[{"id":"a/b c","kind":"step","title":"x"},`)}), "error.bundle_wrong"},
		{"a tag that is not there", packed(t, entry{"plans/a.json", with(`"items":[{"kind":"step","title":"x","tagIds":["t"]},`)}), "error.bundle_wrong"},
		{"what nothing can say", packed(t, entry{"plans/a.json", with(`"aspects":[{"itemId":"g","kind":"aim","body":{"shout":"x"}}],"items":[`)}), "error.bundle_wrong"},
		{"a piece on no board", packed(t, entry{"plans/a.json", with(`"pieces":[{"kind":"note","w":9,"h":9}],"items":[`)}), "error.bundle_wrong"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := reads(c.raw)
			if got := refusal(t, err).Key; got != c.key {
				t.Errorf("refused by %s, want %s", got, c.key)
			}
		})
	}
	t.Run("a file with another content than its name says", func(t *testing.T) {
		hash := strings.Repeat("a", 64)
		b, err := reads(packed(t, entry{"plans/a.json", small}, entry{"files/" + hash, "another"}))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := b.File(hash); plan.CodeOf(err) != plan.Invalid {
			t.Errorf("error %v", err)
		}
	})
	t.Run("a picture that is none", func(t *testing.T) {
		hash := strings.Repeat("a", 64)
		b, err := reads(packed(t, entry{"plans/a.json", small}, entry{"pictures/" + hash + ".png", "a letter"}))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := b.Picture(hash); plan.CodeOf(err) != plan.Invalid {
			t.Errorf("error %v", err)
		}
	})
	t.Run("a list of files that is longer than memory", func(t *testing.T) {
		raw := packed(t, manyEntries(MaxFiles)...)
		spare := &sparing{of: bytes.NewReader(raw), left: 1 << 20}
		if _, err := zip.NewReader(spare, int64(len(raw))); !errors.Is(err, errSpent) {
			t.Errorf("error %v", err)
		}
	})
}

func manyEntries(n int) []entry {
	entries := make([]entry, n)
	for i := range entries {
		entries[i] = entry{fmt.Sprintf("files/%d", i), ""}
	}
	return entries
}

// bomb is a few kilobytes that unpack to more than one file may have.
func bomb(t testing.TB) []byte {
	return packed(t, entry{"plans/a.json", strings.Repeat(" ", maxEntry+1)})
}

// FuzzRead: whatever comes is a bundle of whole plans, or a sentence; never a panic.
func FuzzRead(f *testing.F) {
	f.Add(written(f))
	f.Add(packed(f, entry{"plans/a.json", small}, entry{"pictures/" + strings.Repeat("a", 64) + ".png", "a"}))
	f.Add(packed(f, entry{"x/README.md", ""}, entry{"x/clients/a/plans/a.json", small}))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(mustBeBundle)
}

// FuzzReadPlan does so with the JSON of a plan.
func FuzzReadPlan(f *testing.F) {
	for _, seed := range []string{
		small, "", "{", `{"bundle":1}`, `{"bundle":2}`,
		with(`"tags":[{"id":"t","name":"a"}],"links":[{"fromId":"g","toId":"x","kind":"after"}],"items":[{"id":"x","kind":"step","title":"x","tagIds":["t"]},`),
		with(`"boards":[{"id":"b"}],"pieces":[{"boardId":"b","kind":"note","w":9,"h":9,"body":{"words":"x"}}],"items":[`),
		with(`"aspects":[{"itemId":"g","kind":"measure","body":{"baseline":1e3}}],"versions":[{"content":{"items":[]}}],"items":[`),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		mustBeBundle(t, packed(t, entry{"plans/a.json", string(text)}, entry{"base/plans/a.json", string(text)}))
	})
}

func mustBeBundle(t *testing.T, raw []byte) {
	b, err := reads(raw)
	if err != nil {
		refusal(t, err)
		return
	}
	for _, came := range b.Plans {
		before, _ := json.Marshal(came.Plan)
		again, bad := came.Plan.Clean(making())
		after, _ := json.Marshal(again)
		if bad != "" || !bytes.Equal(before, after) {
			t.Errorf("%q: %s\nis then\n%s", bad, before, after)
		}
	}
}
