package app

import (
	"bytes"
	"encoding/base64"

	"cairn/internal/plan"
	"cairn/internal/text"
)

// Picture is a drawing of the page that is to be saved: the name that is offered
// for it, its format, and its bytes in base64, as no others cross the bridge.
type Picture struct {
	Name   string `json:"name"`
	Format string `json:"format"` // svg, png or pdf
	Data   string `json:"data"`
}

// maxPicture is how many bytes a drawing has at most. A roadmap has less than
// one megabyte.
const maxPicture = 24 * megabyte

// Picture asks where and writes a drawing there. It answers as Export does. It
// refuses what does not begin as a file of its format does: the page can write
// drawings, and nothing else.
func (x *Exchange) Picture(picture Picture) (string, error) {
	what, raw, err := readPicture(picture)
	if err != nil {
		return "", err
	}
	path, err := x.w.ask(what, text.Say("en", "shell.picture_title", nil), fileName(picture.Name))
	if err != nil || path == "" {
		return "", err
	}
	return x.written(path, what, raw)
}

// readPicture is the bytes of a drawing, and what kind of file they are.
func readPicture(picture Picture) (fileKind, []byte, error) {
	what, magic := pictureFile(picture.Format)
	if magic == "" || len(picture.Data) > base64.StdEncoding.EncodedLen(maxPicture) {
		return fileKind{}, nil, plan.Refuse(plan.Invalid, "error.picture")
	}
	raw, err := base64.StdEncoding.DecodeString(picture.Data)
	if err != nil || !bytes.HasPrefix(raw, []byte(magic)) {
		return fileKind{}, nil, plan.Refuse(plan.Invalid, "error.picture")
	}
	return what, raw, nil
}

// pictureFile is the kind of file of a format, and what each of them begins
// with; that is empty for a format that is none.
func pictureFile(format string) (what fileKind, magic string) {
	switch format {
	case "svg":
		return fileKind{[]string{".svg"}, "shell.svg_filter"}, "<svg "
	case "png":
		return fileKind{[]string{".png"}, "shell.png_filter"}, "\x89PNG\r\n\x1a\n"
	case "pdf":
		return fileKind{[]string{".pdf"}, "shell.pdf_filter"}, "%PDF-"
	default:
		return fileKind{}, ""
	}
}
