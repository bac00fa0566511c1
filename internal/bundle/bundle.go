// Package bundle writes everything that is in a vault as an open bundle, a zip that
// any program can read, and reads one that came back, changed or not. It knows no
// storage.
//
// A bundle holds the vault itself, each plan as JSON and as Markdown, and the
// pictures and files that belong to them; what stands where and what each field
// means says the README in it (format.md). The same content gives the same bytes,
// so no entry has a time of its own.
package bundle

import (
	"archive/zip"
	"cmp"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// Version is that of the format, as "bundle" in every plan's JSON says it.
const Version = 1

//go:embed format.md
var readme string

// Plan is all that there is of a plan, as its JSON holds it.
type Plan struct {
	Bundle   int                `json:"bundle"`
	Client   string             `json:"client"`
	ClientID string             `json:"clientId"`
	Plan     plan.Plan          `json:"plan"`
	Items    []plan.Item        `json:"items"`
	Aspects  []plan.Aspect      `json:"aspects"`
	Links    []plan.Link        `json:"links"`
	Areas    []plan.Area        `json:"areas"`
	Tags     []plan.Tag         `json:"tags"`
	Columns  []plan.Column      `json:"columns"`
	Versions []Adapted          `json:"versions"`
	Boards   []plan.VisionBoard `json:"boards"`
	Pieces   []plan.Piece       `json:"pieces"`
}

// Adapted is a plan as it was when it was adapted, with what was in it: a
// plan.Snapshot as the vault keeps it.
type Adapted struct {
	plan.Version
	Content json.RawMessage `json:"content"`
}

// Of is all that there is of a client, with what was in each version of their plans,
// by its id.
type Of struct {
	plan.Changes
	Contents map[string]string
}

// PlanOf picks one plan out of all that there is of a client. Areas, tags and what
// is said of the client as such go with each plan.
func PlanOf(c Of, of plan.Plan) Plan {
	p := Plan{
		Bundle: Version, Plan: of, Areas: c.Areas, Tags: c.Tags,
		Items: []plan.Item{}, Aspects: []plan.Aspect{}, Links: []plan.Link{}, Columns: []plan.Column{},
		Versions: []Adapted{}, Boards: []plan.VisionBoard{}, Pieces: []plan.Piece{},
	}
	if len(c.Clients) > 0 {
		p.Client, p.ClientID = c.Clients[0].Name, c.Clients[0].ID
	}
	here := map[string]bool{"": true}
	keep(&p.Items, c.Items, func(i plan.Item) bool { here[i.ID] = i.PlanID == of.ID; return here[i.ID] })
	keep(&p.Aspects, c.Aspects, func(a plan.Aspect) bool { return here[a.ItemID] })
	keep(&p.Links, c.Links, func(l plan.Link) bool { return here[l.FromID] })
	keep(&p.Columns, c.Columns, func(k plan.Column) bool { return k.PlanID == of.ID })
	for _, v := range c.Versions {
		if v.PlanID == of.ID {
			p.Versions = append(p.Versions, Adapted{v, json.RawMessage(cmp.Or(c.Contents[v.ID], "{}"))})
		}
	}
	boards := map[string]bool{}
	keep(&p.Boards, c.Boards, func(b plan.VisionBoard) bool { boards[b.ID] = b.PlanID == of.ID; return boards[b.ID] })
	keep(&p.Pieces, c.Pieces, func(x plan.Piece) bool { return boards[x.BoardID] })
	return p
}

func keep[T any](into *[]T, all []T, is func(T) bool) {
	for _, one := range all {
		if is(one) {
			*into = append(*into, one)
		}
	}
}

// Writer writes a bundle, entry by entry.
type Writer struct {
	zip  *zip.Writer
	used map[string]bool
}

// New begins a bundle with its README.
func New(out io.Writer) (*Writer, error) {
	w := &Writer{zip: zip.NewWriter(out), used: map[string]bool{}}
	return w, w.write("README.md", []byte(readme))
}

// Vault is where the file of the vault goes.
func (w *Writer) Vault() (io.Writer, error) { return w.zip.Create("vault.cairn") }

// baseFolder holds each plan once more, as it was: by that it is told what somebody
// has changed in it since (Came).
const (
	baseFolder     = "base/"
	picturesFolder = "pictures/"
	filesFolder    = "files/"
)

// Plan writes a plan below a folder, which is empty or ends in a slash.
func (w *Writer) Plan(folder string, c Of, of plan.Plan) error {
	raw, err := json.MarshalIndent(PlanOf(c, of), "", "  ")
	if err != nil {
		return fmt.Errorf("plan %s: %w", of.ID, err)
	}
	name := w.free(folder + "plans/" + fileName(of.Name))
	raw = append(raw, '\n')
	return errors.Join(
		w.write(name+".json", raw),
		w.write(name+".md", interop.WriteMarkdown(interop.Leaving(c.Changes, of.ID, ""))),
		w.write(baseFolder+name+".json", raw),
	)
}

// Picture writes a picture once, named by the SHA-256 of the file that it came as.
func (w *Writer) Picture(hash, kind string, raw []byte) error {
	ending := ".jpg"
	if kind == "image/png" {
		ending = ".png"
	}
	return w.once(picturesFolder+hash+ending, raw)
}

// File writes a file that was attached as a copy once, named by its SHA-256.
func (w *Writer) File(hash string, raw []byte) error { return w.once(filesFolder+hash, raw) }

// Close ends the bundle.
func (w *Writer) Close() error { return w.zip.Close() }

func (w *Writer) once(name string, raw []byte) error {
	if w.used[name] {
		return nil
	}
	w.used[name] = true
	return w.write(name, raw)
}

func (w *Writer) write(name string, raw []byte) error {
	file, err := w.zip.Create(name)
	if err == nil {
		_, err = file.Write(raw)
	}
	return err
}

// free is a name that nothing in the bundle has yet.
func (w *Writer) free(name string) string {
	for n, one := 2, name; ; n++ {
		if key := strings.ToLower(one); !w.used[key] {
			w.used[key] = true
			return one
		}
		one = fmt.Sprintf("%s %d", name, n)
	}
}

// Folder is where the plans of a client stand: those of the owner at the top, for
// whom name is empty.
func (w *Writer) Folder(name string) string {
	if name == "" {
		return ""
	}
	return w.free("clients/"+fileName(name)) + "/"
}

// fileName is a name that a file may have, whatever it is made of.
func fileName(name string) string { return cmp.Or(interop.FileName(name), "untitled") }
