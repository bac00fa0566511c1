package media

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// kind is what a file is. refused names the sentence for what we do not read;
// otherwise config tells the size without unfolding, decode unfolds, and
// perPixel is how many bytes that takes for each pixel.
type kind struct {
	refused  string
	config   func([]byte) (image.Config, error)
	decode   func([]byte) (image.Image, error)
	perPixel func([]byte, image.Config) int64
}

// kindOf tells what a file is by how it begins.
func kindOf(raw []byte) kind {
	begins := func(with string) bool { return bytes.HasPrefix(raw, []byte(with)) }
	switch {
	case len(raw) == 0:
		return kind{refused: "empty"}
	case begins("\xff\xd8\xff"):
		return kind{config: configBy(jpeg.DecodeConfig), decode: decodeBy(jpeg.Decode), perPixel: jpegPerPixel}
	case begins("\x89PNG\r\n\x1a\n"):
		return kind{config: configBy(png.DecodeConfig), decode: decodeBy(png.Decode), perPixel: perPixel}
	case begins("GIF87a"), begins("GIF89a"):
		return kind{config: configBy(gif.DecodeConfig), decode: decodeBy(gif.Decode), perPixel: perPixel}
	case begins("RIFF") && len(raw) > 12 && string(raw[8:12]) == "WEBP":
		return kind{config: configBy(webp.DecodeConfig), decode: decodeBy(webp.Decode), perPixel: perPixel}
	}
	return kind{refused: foreign(raw)}
}

// foreign names the sentence for what is no picture that we read.
func foreign(raw []byte) string {
	begins := func(with string) bool { return bytes.HasPrefix(raw, []byte(with)) }
	switch {
	case len(raw) > 12 && string(raw[4:8]) == "ftyp":
		return "heic" // HEIC, HEIF and AVIF, or a film
	case begins("II*\x00"), begins("MM\x00*"), begins("BM"), begins("\x00\x00\x01\x00"):
		return "other"
	case bytes.Contains(raw[:min(len(raw), 1024)], []byte("<svg")):
		return "svg"
	case begins("%PDF-"):
		return "pdf"
	}
	return "none"
}

// LooksLikePicture is true for what begins as a picture does, be it one that we
// read or one that we would say how to bring.
func LooksLikePicture(head []byte) bool {
	switch kindOf(head).refused {
	case "", "heic", "other", "svg":
		return true
	default:
		return false
	}
}

func configBy(read func(r reader) (image.Config, error)) func([]byte) (image.Config, error) {
	return func(raw []byte) (image.Config, error) { return read(bytes.NewReader(raw)) }
}

func decodeBy(read func(r reader) (image.Image, error)) func([]byte) (image.Image, error) {
	return func(raw []byte) (image.Image, error) { return read(bytes.NewReader(raw)) }
}

// perPixel is how many bytes a pixel of a colour model takes.
func perPixel(_ []byte, config image.Config) int64 {
	switch config.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.Gray16Model:
		return 2
	default:
		return 4
	}
}

// jpegPerPixel is how many bytes a pixel of a JPEG takes at most: one for each
// channel, and where it comes in several passes, four more that wait for the
// last.
func jpegPerPixel(raw []byte, config image.Config) int64 {
	channels := int64(3)
	switch config.ColorModel {
	case color.GrayModel:
		channels = 1
	case color.CMYKModel:
		channels = 4
	}
	frame := jpegFrame(raw)
	if frame.passes {
		channels *= 5
	}
	return max(1, channels*frame.kept/frame.of)
}
