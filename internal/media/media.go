// Package media makes a picture that is safe to keep out of a file that somebody
// brought.
//
// Its promises: what a file is, its bytes say and never its name; what would
// take too much room is refused before it is unfolded; and of what a camera
// writes beside a picture, above all the place where it was taken, nothing is
// left, as every picture is drawn anew. It is turned upright and has no side
// longer than 2,560 pixels; smaller ones of it are made at once.
//
// It knows no files and no vault. What it refuses is a plan.Error whose sentence
// says what to do instead.
package media

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"strconv"

	"cairn/internal/plan"
)

// What a picture may be at most: the bytes of its file, its pixels in millions,
// and the bytes that it takes while it is unfolded.
const (
	MaxBytes      = 25 << 20
	MaxMegapixels = 40
	maxUnfolded   = 200 << 20
)

const million = 1_000_000

// Edges are the longest sides in which a picture is kept, in pixels: to be looked
// at by itself, on a board, and as a small one among many.
func Edges() []int { return []int{2560, 1200, 480} }

// Picture is a picture that is safe to keep. Hash is the SHA-256 of the file
// that came, in hexadecimal; Width and Height are those of the largest of its
// Files, which come from the largest to the smallest. One that is smaller than
// an edge is not kept in that one too.
type Picture struct {
	Hash          string
	Width, Height int
	Files         []File
}

// File is a picture in one size: Edge is the one of Edges that it was made for,
// Type is image/jpeg or image/png.
type File struct {
	Edge int
	Type string
	Data []byte
}

// HashOf is what a file will be known by, if it is a picture.
func HashOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// Read makes a picture of the bytes of a file. It takes a second for the largest,
// and while it lasts no more memory than maxUnfolded beside what it is given.
func Read(raw []byte) (Picture, error) {
	if err := fits(raw); err != nil {
		return Picture{}, err
	}
	whole, err := unfold(raw)
	if err != nil {
		return Picture{}, err
	}
	upright := turned(shrunk(whole, Edges()[0]), orientationOf(raw))
	size := upright.Bounds().Size()
	p := Picture{Hash: HashOf(raw), Width: size.X, Height: size.Y}
	for i, edge := range Edges() {
		if i > 0 && max(size.X, size.Y) <= edge {
			continue // the one before it is as small
		}
		upright = shrunk(upright, edge)
		file, err := folded(upright, edge)
		if err != nil {
			return Picture{}, err
		}
		p.Files = append(p.Files, file)
	}
	return p, nil
}

// fits refuses what is no picture that we can read, and what would be too large,
// by what stands at the beginning of the file.
func fits(raw []byte) error {
	if len(raw) > MaxBytes {
		return plan.Refuse(plan.Invalid, "error.media_bytes", "max", strconv.Itoa(MaxBytes>>20))
	}
	kind := kindOf(raw)
	if kind.refused != "" {
		return plan.Refuse(plan.Invalid, "error.media_"+kind.refused)
	}
	config, err := kind.config(raw)
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return broken()
	}
	pixels := int64(config.Width) * int64(config.Height)
	if pixels > MaxMegapixels*million || pixels*kind.perPixel(raw, config) > maxUnfolded {
		return plan.Refuse(plan.Invalid, "error.media_pixels",
			"max", strconv.Itoa(MaxMegapixels), "size", fmt.Sprintf("%d × %d", config.Width, config.Height))
	}
	return nil
}

// unfold reads all pixels. The decoders are of others, and what they are given
// may have been made to break them: a panic in one must not end the program, so
// here it says what any other broken file says.
func unfold(raw []byte) (whole image.Image, err error) {
	defer func() {
		if recover() != nil {
			whole, err = nil, broken()
		}
	}()
	whole, err = kindOf(raw).decode(raw)
	if err != nil || whole.Bounds().Empty() {
		return nil, broken()
	}
	return whole, nil
}

func broken() error { return plan.Refuse(plan.Invalid, "error.media_broken") }
