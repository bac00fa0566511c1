package app

import (
	"bytes"
	"encoding/base64"

	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/text"
)

// maxPicture is how many bytes a drawing has at most: no poster of 7680 by 7680
// points has more, however little it can be packed.
const maxPicture = 192 * megabyte

// Lay takes the next part of a drawing of the page that is to be saved, in base64;
// the first one begins it anew. A part has no more than maxPart.
func (x *Exchange) Lay(part string, first bool) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if first {
		x.drawn = nil
	}
	raw, err := base64.StdEncoding.DecodeString(part)
	if err != nil || len(raw) > maxPart || len(x.drawn)+len(raw) > maxPicture {
		x.drawn = nil
		return plan.Refuse(plan.Invalid, "error.picture")
	}
	x.drawn = append(x.drawn, raw...)
	return nil
}

// Picture asks where and writes the drawing there that was laid down; it lets go
// of it then. name is offered for it, format is svg, png, pdf or md. It answers as
// Export does. It refuses what does not begin as a file of its format does: the
// page can write drawings, what is on them in words, and nothing else.
func (x *Exchange) Picture(name, format string) (string, error) {
	what, raw, err := x.takeDrawn(format)
	if err != nil {
		return "", err
	}
	path, err := x.w.ask(what, text.Say("en", "shell.picture_title", nil), interop.FileName(name))
	if err != nil || path == "" {
		return "", err
	}
	return x.written(path, what, raw)
}

// takeDrawn is the bytes of the drawing, and what kind of file they are.
func (x *Exchange) takeDrawn(format string) (fileKind, []byte, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	raw := x.drawn
	x.drawn = nil
	what, magic := pictureFile(format)
	if magic == "" || !bytes.HasPrefix(raw, []byte(magic)) {
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
	case "md":
		return fileKind{[]string{".md"}, "shell.export_filter.md"}, "# "
	default:
		return fileKind{}, ""
	}
}
