package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"cairn/internal/media"
	"cairn/internal/plan"
)

// What a bundle may be at most: how many files are in it, the bytes of all that
// count when they are unpacked, of one of them, and of all plans together; how deep
// the JSON of a plan goes, and the bytes of the list of files.
const (
	MaxFiles    = 100_000
	maxUnpacked = 2 << 30
	maxEntry    = 64 << 20
	maxPlans    = 256 << 20
	maxDepth    = 32
	maxList     = 32 << 20
)

// Bundle is one that came back: its plans are in memory, its pictures and files are
// read one by one.
type Bundle struct {
	Plans []Came

	root  string
	files map[string]*zip.File
}

// Came is a plan of a bundle as somebody has changed it. Base is the same one as it
// was when the bundle was made; without one, nothing is known of that (Based).
type Came struct {
	File  string // in the bundle
	Own   bool   // of the owner of the vault
	Plan  Plan
	Base  Plan
	Based bool
}

// HasArea says whether the plan knows a life area.
func (c Came) HasArea(id string) bool {
	return slices.ContainsFunc(c.Plan.Areas, func(a plan.Area) bool { return a.ID == id })
}

// Making is what a plan needs that somebody wrote by hand: an id for what has none,
// and the instant that it is now.
type Making struct {
	ID  func() string
	Now string
}

// Read looks through a bundle: the plans, and which pictures and files there are. The
// vault in it is not looked at. Whatever is no bundle, too large or of a newer version
// is refused with a plan.Error, and so is a plan with something in it that cannot be.
func Read(from io.ReaderAt, size int64, making Making) (*Bundle, error) {
	spare := &sparing{of: from, left: maxList}
	z, err := zip.NewReader(spare, size)
	switch {
	case errors.Is(err, errSpent):
		return nil, tooLarge()
	case err != nil:
		return nil, plan.Refuse(plan.Invalid, "error.bundle_none")
	}
	spare.free = true
	b := &Bundle{files: map[string]*zip.File{}}
	if err := b.list(z.File); err != nil {
		return nil, err
	}
	return b, b.readPlans(z.File, making)
}

// sparing lets no more be read than is left, until it is free: the list of files
// stands in memory as a whole.
type sparing struct {
	of   io.ReaderAt
	left int
	free bool
}

var errSpent = errors.New("the list of files is too long")

func (s *sparing) ReadAt(p []byte, at int64) (int, error) {
	if s.left -= len(p); s.left < 0 && !s.free {
		return 0, errSpent
	}
	return s.of.ReadAt(p, at)
}

func tooLarge() error { return plan.Refuse(plan.Invalid, "error.bundle_large") }

func broken(name string) error {
	return plan.Refuse(plan.Invalid, "error.bundle_broken", "path", path.Base(name))
}

// list notes the files by their names below the root, and refuses names that lead
// elsewhere, a name that is there twice, and more than fits.
func (b *Bundle) list(all []*zip.File) error {
	if len(all) > MaxFiles {
		return tooLarge()
	}
	b.root = rootOf(all)
	left := uint64(maxUnpacked)
	for _, f := range all {
		name := strings.TrimSuffix(f.Name, "/")
		if name == "" || !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
			return broken(f.Name)
		}
		name, inside := strings.CutPrefix(f.Name, b.root)
		if !inside || !counts(name) {
			continue
		}
		if f.UncompressedSize64 > min(left, maxEntry) {
			return tooLarge()
		}
		left -= f.UncompressedSize64
		if b.files[name] != nil {
			return broken(name)
		}
		b.files[name] = f
	}
	return nil
}

// rootOf is the folder in which all stands: whoever unpacks a bundle and packs the
// folder has one more around it.
func rootOf(all []*zip.File) string {
	root, found := "", false
	for _, f := range all {
		folder, is := strings.CutSuffix(f.Name, "README.md")
		if is && (folder == "" || strings.HasSuffix(folder, "/")) && (!found || len(folder) < len(root)) {
			root, found = folder, true
		}
	}
	return root
}

// counts is true for what is read of a bundle.
func counts(name string) bool {
	if name == "" || strings.HasSuffix(name, "/") {
		return false
	}
	return isPlan(strings.TrimPrefix(name, baseFolder)) ||
		strings.HasPrefix(name, picturesFolder) || strings.HasPrefix(name, filesFolder)
}

// isPlan is true for plans/NAME.json and clients/NAME/plans/NAME.json.
func isPlan(name string) bool {
	parts := strings.Split(name, "/")
	if strings.HasPrefix(parts[len(parts)-1], ".") || !strings.HasSuffix(name, ".json") {
		return false
	}
	switch len(parts) {
	case 2:
		return parts[0] == "plans"
	case 4:
		return parts[0] == "clients" && parts[2] == "plans"
	default:
		return false
	}
}

func (b *Bundle) readPlans(all []*zip.File, making Making) error {
	left := maxPlans
	bases := map[string]Plan{}
	seen := map[string]bool{}
	for _, f := range all {
		name := strings.TrimPrefix(f.Name, b.root)
		of, isBase := strings.CutPrefix(name, baseFolder)
		if b.files[name] != f || !isPlan(of) {
			continue
		}
		if left -= int(f.UncompressedSize64); left < 0 {
			return tooLarge()
		}
		p, err := b.readPlan(name, making)
		if err != nil {
			return err
		}
		if isBase {
			bases[p.Plan.ID] = p
			continue
		}
		if seen[p.Plan.ID] {
			return wrong(name, p.Plan.Name)
		}
		seen[p.Plan.ID] = true
		b.Plans = append(b.Plans, Came{File: name, Own: strings.HasPrefix(name, "plans/"), Plan: p})
	}
	if len(b.Plans) == 0 {
		return plan.Refuse(plan.Invalid, "error.bundle_none")
	}
	for i := range b.Plans {
		came := &b.Plans[i]
		came.Base, came.Based = bases[came.Plan.Plan.ID]
	}
	return nil
}

func (b *Bundle) readPlan(name string, making Making) (Plan, error) {
	raw, err := b.unpack(name)
	if err != nil {
		return Plan{}, err
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if tooDeep(raw) {
		return Plan{}, broken(name)
	}
	var head struct {
		Bundle int `json:"bundle"`
	}
	if err := json.Unmarshal(raw, &head); err != nil || head.Bundle < 1 {
		return Plan{}, broken(name)
	}
	if head.Bundle > Version {
		return Plan{}, plan.Refuse(plan.Conflict, "error.bundle_newer")
	}
	var p Plan
	if err := json.Unmarshal(raw, &p); err != nil {
		return p, broken(name)
	}
	p, what := p.clean(making)
	if what != "" {
		return p, wrong(name, what)
	}
	return p, nil
}

// wrong is the refusal of something in a plan that cannot be.
func wrong(name, what string) error {
	return plan.Refuse(plan.Invalid, "error.bundle_wrong", "path", path.Base(name), "what", what)
}

// tooDeep is true for JSON that is nested deeper than any plan: to unfold it may take
// more memory than it says.
func tooDeep(raw []byte) bool {
	depth, inText, escaped := 0, false, false
	for _, c := range raw {
		switch {
		case escaped:
			escaped = false
		case inText:
			escaped, inText = c == '\\', c != '"'
		case c == '"':
			inText = true
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}

// unpack reads a file, and no more of it than it says.
func (b *Bundle) unpack(name string) ([]byte, error) {
	f := b.files[name]
	r, err := f.Open()
	if err != nil {
		return nil, broken(name)
	}
	raw, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if errors.Join(err, r.Close()) != nil || uint64(len(raw)) != f.UncompressedSize64 {
		return nil, broken(name)
	}
	return raw, nil
}

var hashed = regexp.MustCompile(`^[0-9a-f]{64}$`)

// HasPicture says whether there is a picture of that hash.
func (b *Bundle) HasPicture(hash string) bool { return b.pictureFile(hash) != "" }

func (b *Bundle) pictureFile(hash string) string {
	for _, ending := range []string{".jpg", ".png"} {
		if name := picturesFolder + hash + ending; hashed.MatchString(hash) && b.files[name] != nil {
			return name
		}
	}
	return ""
}

// Picture makes the picture that is called by a hash: that of the file that it once
// came as, which nobody can check. The largest size is kept byte for byte where it is
// one that Cairn wrote.
func (b *Bundle) Picture(hash string) (made media.Picture, found bool, err error) {
	name := b.pictureFile(hash)
	if name == "" {
		return made, false, nil
	}
	raw, err := b.unpack(name)
	if err != nil {
		return made, false, err
	}
	if made, err = media.Read(raw); err != nil {
		return made, false, fmt.Errorf("%s: %w", name, broken(name))
	}
	made.Hash = hash
	return made.Keeping(raw), true, nil
}

// File is the copy of a file, whose hash is right.
func (b *Bundle) File(hash string) (raw []byte, found bool, err error) {
	name := filesFolder + hash
	if !hashed.MatchString(hash) || b.files[name] == nil {
		return nil, false, nil
	}
	if raw, err = b.unpack(name); err == nil && media.HashOf(raw) != hash {
		err = broken(name)
	}
	return raw, err == nil, err
}
