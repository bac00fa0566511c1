package app

import (
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// Exchange takes a plan to other programs, as a file of theirs or as a drawing,
// and brings theirs in. A file that was chosen stays here until it is brought in: the page
// sees the beginning of it and never names a path.
type Exchange struct {
	k        *keep
	w        *window
	pictures *Pictures // tell how those of a canvas come in

	mu       sync.Mutex
	chosen   int // how many files were chosen
	read     interop.Import
	drawn    []byte // of a drawing that is to be saved, what has come of it
	exported string // the file that was written last
}

// Preview is what a chosen file holds: how many items, the first of them as an
// outline, and what was not understood. More is the number of remarks that are
// not among them. An empty Token means that the person turned away.
type Preview struct {
	Token   string           `json:"token"`
	Name    string           `json:"name"`
	Count   int              `json:"count"`
	Lines   []PreviewLine    `json:"lines"`
	Remarks []interop.Remark `json:"remarks"`
	More    int              `json:"more"`
}

// PreviewLine is one item as it would come in.
type PreviewLine struct {
	Depth   int        `json:"depth"`
	Kind    plan.Kind  `json:"kind"`
	Title   string     `json:"title"`
	State   plan.State `json:"state"`
	Start   string     `json:"start"`
	Due     string     `json:"due"`
	Time    string     `json:"time"`
	Repeats bool       `json:"repeats"`
}

// mostLines is how many items of a file are shown before it is brought in.
const mostLines = 50

// Choose asks for a file of another program and reads it (interop.Parse). zone is where the person
// is (IANA, such as Europe/Oslo). Nothing is changed.
func (x *Exchange) Choose(zone string) (Preview, error) {
	path, err := x.w.choose(importFile(), text.Say("en", "shell.import_title", nil), userdir.Documents())
	if err != nil || path == "" {
		return preview("", "", interop.Import{}), err
	}
	read, err := x.k.readImport(path, zoneOf(zone))
	if err != nil {
		return Preview{}, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.chosen++
	x.read = read
	return preview(strconv.Itoa(x.chosen), filepath.Base(path), read), nil
}

// Import brings the file that was chosen last into a plan, in one step. token is
// that of its preview.
func (x *Exchange) Import(token, planID string) (plan.Changes, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if token != strconv.Itoa(x.chosen) || len(x.read.Entries) == 0 {
		return plan.Changes{}, plan.Refuse(plan.NotFound, "error.import_gone")
	}
	x.k.beforeRisk()
	changes, err := run2(x.k, house.Import, planID, x.read.Entries)
	if err == nil {
		x.read = interop.Import{}
	}
	return changes, err
}

// Forget lets go of the file that was chosen last.
func (x *Exchange) Forget() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.read = interop.Import{}
	return nil
}

// Export asks where and writes a plan there, or a branch of one, in a format. It
// answers with the path; it is empty when the person turned away.
func (x *Exchange) Export(what workspace.Leaving) (string, error) {
	if err := interop.ValidFormat(what.Format); err != nil {
		return "", err
	}
	out, err := run1(x.k, house.Export, what)
	if err != nil {
		return "", err
	}
	file := exportFile(what.Format)
	path, err := x.w.ask(file, text.Say("en", "shell.export_title", nil), interop.FileName(out.Name))
	if err != nil || path == "" {
		return "", err
	}
	return x.written(path, file, out.Raw)
}

// Show shows the folder of the file that was exported last.
func (x *Exchange) Show() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.exported == "" {
		return plan.Refuse(plan.NotFound, "error.no_export")
	}
	return x.w.show(existing(filepath.Dir(x.exported)))
}

// written writes a file of a kind, and notes it for Show.
func (x *Exchange) written(path string, what fileKind, raw []byte) (string, error) {
	if err := x.k.writeExport(path, what.endings[0], raw); err != nil {
		return "", err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.exported = path
	return path, nil
}

func preview(token, name string, read interop.Import) Preview {
	p := Preview{
		Token: token, Name: name, Count: len(read.Entries), More: read.More,
		Lines: []PreviewLine{}, Remarks: append([]interop.Remark{}, read.Remarks...),
	}
	for _, e := range read.Entries[:min(len(read.Entries), mostLines)] {
		p.Lines = append(p.Lines, PreviewLine{
			Depth: e.Depth, Kind: e.Kind, Title: e.Title, State: e.State, Start: e.Start, Due: e.Due,
			Time: e.Commitment.Time, Repeats: e.Rule != "",
		})
	}
	return p
}

// zoneOf is the zone of this name, or the one of this computer.
func zoneOf(name string) *time.Location {
	if where, err := time.LoadLocation(name); err == nil && name != "" {
		return where
	}
	return time.Local
}
