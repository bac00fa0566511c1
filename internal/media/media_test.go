package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// scene is a picture in four fields: red and green above, blue and white below.
func scene(to draw.Image) draw.Image {
	size := to.Bounds().Size()
	for i, shade := range []color.Color{
		color.RGBA{R: 255, A: 255}, color.RGBA{G: 255, A: 255}, color.RGBA{B: 255, A: 255}, color.White,
	} {
		corner := image.Pt(i%2*size.X/2, i/2*size.Y/2)
		draw.Draw(to, image.Rectangle{Min: corner, Max: corner.Add(size)}, image.NewUniform(shade), image.Point{}, draw.Src)
	}
	return to
}

func asJPEG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asGIF(t testing.TB, shades ...color.Color) []byte {
	t.Helper()
	film := &gif.GIF{}
	for _, shade := range shades {
		frame := image.NewPaletted(image.Rect(0, 0, 40, 30), palette.WebSafe)
		draw.Draw(frame, frame.Rect, image.NewUniform(shade), image.Point{}, draw.Src)
		film.Image, film.Delay = append(film.Image, frame), append(film.Delay, 10)
	}
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, film); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// place is what a camera writes about where it was, as it stands in the file.
const place = "51.4778N 0.0015W GREENWICH"

// camera is what a camera writes: how it was held, and where.
func camera(order binary.ByteOrder, held int) []byte {
	var tiff bytes.Buffer
	if order == binary.BigEndian {
		tiff.WriteString("MM")
	} else {
		tiff.WriteString("II")
	}
	for _, value := range []any{
		uint16(42), uint32(8), uint16(2), // two entries
		uint16(0x0112), uint16(3), uint32(1), uint16(held), uint16(0),
		uint16(0x010e), uint16(2), uint32(len(place)), uint32(38), // a text, right behind
		uint32(0),
	} {
		_ = binary.Write(&tiff, order, value)
	}
	tiff.WriteString(place)
	return tiff.Bytes()
}

// withEXIF puts what a camera writes into a JPEG.
func withEXIF(raw, exif []byte) []byte {
	body := append([]byte("Exif\x00\x00"), exif...)
	segment := append([]byte{0xff, 0xe1, byte((len(body) + 2) >> 8), byte(len(body) + 2)}, body...)
	return slices.Concat(raw[:2], segment, raw[2:])
}

// withChunk puts a chunk into a PNG, behind its head.
func withChunk(raw []byte, name string, body []byte) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	chunk = append(append(chunk, name...), body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return slices.Concat(raw[:33], chunk, raw[33:])
}

// headOf is a PNG that says it is so large, and has next to nothing behind that.
func headOf(width, height uint32, depth, colours byte) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	head = append(head, depth, colours, 0, 0, 0)
	chunk := append([]byte("IHDR"), head...)
	raw := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(raw, crc32.ChecksumIEEE(chunk))
}

// jpegHead is a JPEG that says it is so large: SOF2 comes in several passes.
func jpegHead(sof byte, width, height int, sampling byte) []byte {
	frame := []byte{
		8, byte(height >> 8), byte(height), byte(width >> 8), byte(width), 3,
		1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0,
	}
	return slices.Concat([]byte{0xff, 0xd8, 0xff, sof, 0, byte(len(frame) + 2)}, frame, []byte{0xff, 0xda, 0, 2})
}

// read is a picture that must come in, drawn from its largest file.
func read(t *testing.T, raw []byte) (Picture, image.Image) {
	t.Helper()
	p, err := Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	picture, _, err := image.Decode(bytes.NewReader(p.Files[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	if picture.Bounds().Size() != image.Pt(p.Width, p.Height) {
		t.Errorf("it is %v and says %d × %d", picture.Bounds(), p.Width, p.Height)
	}
	return p, picture
}

// corners are the colours of the four fields, read as a person reads.
func corners(picture image.Image) string {
	size := picture.Bounds().Size()
	var words []string
	for i := range 4 {
		r, g, b, _ := picture.At(size.X/4+i%2*size.X/2, size.Y/4+i/2*size.Y/2).RGBA()
		word := ""
		for _, one := range []struct {
			name string
			much uint32
		}{{"r", r}, {"g", g}, {"b", b}} {
			if one.much > 0x8000 {
				word += one.name
			}
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func wantRefusal(t *testing.T, raw []byte, key string) {
	t.Helper()
	_, err := Read(raw)
	var refusal *plan.Error
	if !errors.As(err, &refusal) || refusal.Key != key {
		t.Errorf("error %v, want %s", err, key)
	}
}

func TestRead(t *testing.T) {
	rect := image.Rect(0, 0, 60, 40)
	t.Run("every way that a picture can be kept in", func(t *testing.T) {
		for name, picture := range map[string]draw.Image{
			"RGBA": image.NewRGBA(rect), "NRGBA": image.NewNRGBA(rect), "16 bits": image.NewNRGBA64(rect),
			"palette": image.NewPaletted(rect, palette.WebSafe),
		} {
			if _, got := read(t, asPNG(t, scene(picture))); corners(got) != "r g b rgb" {
				t.Errorf("%s becomes %s", name, corners(got))
			}
		}
		for name, picture := range map[string]draw.Image{"grey": image.NewGray(rect), "grey of 16 bits": image.NewGray16(rect)} {
			draw.Draw(picture, rect, image.White, image.Point{}, draw.Src)
			if _, got := read(t, asPNG(t, picture)); corners(got) != "rgb rgb rgb rgb" {
				t.Errorf("%s becomes %s", name, corners(got))
			}
		}
		p, got := read(t, cmykJPEG())
		if r, g, b, _ := got.At(4, 4).RGBA(); p.Width != 8 || r>>8 < 55 || r>>8 > 75 || g != r || b != r {
			t.Errorf("four inks become %v", got.At(4, 4))
		}
		if _, got := read(t, asJPEG(t, scene(image.NewRGBA(rect)))); corners(got) != "r g b rgb" {
			t.Errorf("a JPEG becomes %s", corners(got))
		}
	})
	t.Run("of a film, the first frame", func(t *testing.T) {
		if _, got := read(t, asGIF(t, color.RGBA{R: 255, A: 255}, color.White)); corners(got) != "r r r r" {
			t.Errorf("it becomes %s", corners(got))
		}
	})
	t.Run("as large as the edges, never larger, and never twice the same", func(t *testing.T) {
		for _, want := range []struct {
			width, height int
			edges         []int
		}{{3000, 1500, []int{2560, 1200, 480}}, {1300, 700, []int{2560, 1200, 480}}, {900, 1200, []int{2560, 480}}, {480, 90, []int{2560}}} {
			p, _ := read(t, asJPEG(t, scene(image.NewRGBA(image.Rect(0, 0, want.width, want.height)))))
			edges := []int{}
			for _, file := range p.Files {
				edges = append(edges, file.Edge)
				config, _, err := image.DecodeConfig(bytes.NewReader(file.Data))
				if err != nil || max(config.Width, config.Height) > file.Edge {
					t.Errorf("%d × %d is kept as %+v, %v", want.width, want.height, config, err)
				}
			}
			if !slices.Equal(edges, want.edges) {
				t.Errorf("%d × %d is kept in %v", want.width, want.height, edges)
			}
		}
	})
	t.Run("what shines through stays so, all else is a JPEG", func(t *testing.T) {
		sheer := scene(image.NewNRGBA(rect))
		sheer.Set(0, 0, color.NRGBA{R: 255, A: 100})
		if p, got := read(t, asPNG(t, sheer)); p.Files[0].Type != "image/png" || corners(got) != "r g b rgb" {
			t.Errorf("%s becomes %s", p.Files[0].Type, corners(got))
		}
		if p, _ := read(t, asPNG(t, scene(image.NewNRGBA(rect)))); p.Files[0].Type != "image/jpeg" {
			t.Errorf("it becomes %s", p.Files[0].Type)
		}
	})
	t.Run("a line of one pixel stays one", func(t *testing.T) {
		p, _ := read(t, asPNG(t, scene(image.NewRGBA(image.Rect(0, 0, 9000, 1)))))
		if p.Width != 2560 || p.Height != 1 {
			t.Errorf("it is %d × %d", p.Width, p.Height)
		}
	})
}

// cmykJPEG is a JPEG of four inks, half of each, as no encoder of ours makes one:
// one code stands for "as before", one for "nothing more", and so each of the
// four blocks is two zeros.
func cmykJPEG() []byte {
	return slices.Concat(
		[]byte{0xff, 0xd8},
		[]byte("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"),
		[]byte{0xff, 0xdb, 0, 67, 0}, bytes.Repeat([]byte{1}, 64),
		[]byte{0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0},
		[]byte{0xff, 0xc4, 0, 20, 0x00, 1}, make([]byte, 15), []byte{0},
		[]byte{0xff, 0xc4, 0, 20, 0x10, 1}, make([]byte, 15), []byte{0},
		[]byte{0xff, 0xda, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0, 0xff, 0xd9},
	)
}

func TestOrientation(t *testing.T) {
	// How the fields of the scene lie for the eye, if the camera was held so.
	seen := []string{
		"r g b rgb", "g r rgb b", "rgb b g r", "b rgb r g", "r b g rgb", "b r rgb g", "rgb g b r", "g rgb r b",
	}
	plain := scene(image.NewRGBA(image.Rect(0, 0, 60, 40)))
	for i, want := range seen {
		for name, raw := range map[string][]byte{
			"a JPEG, little end first": withEXIF(asJPEG(t, plain), camera(binary.LittleEndian, i+1)),
			"a JPEG, big end first":    withEXIF(asJPEG(t, plain), camera(binary.BigEndian, i+1)),
			"a PNG":                    withChunk(asPNG(t, plain), "eXIf", camera(binary.BigEndian, i+1)),
		} {
			p, got := read(t, raw)
			if corners(got) != want || (p.Width == 60) != (i < 4) {
				t.Errorf("%s, held as %d, is seen as %s, %d × %d; want %s", name, i+1, corners(got), p.Width, p.Height, want)
			}
		}
	}
}

func TestNothingOfTheCameraIsLeft(t *testing.T) {
	plain := scene(image.NewRGBA(image.Rect(0, 0, 60, 40)))
	huge := camera(binary.LittleEndian, 1)
	huge = append(huge, make([]byte, 60_000)...)
	for name, raw := range map[string][]byte{
		"a JPEG":                   withEXIF(asJPEG(t, plain), camera(binary.LittleEndian, 6)),
		"a JPEG with much of it":   withEXIF(withEXIF(asJPEG(t, plain), huge), huge),
		"a PNG":                    withChunk(withChunk(asPNG(t, plain), "eXIf", camera(binary.BigEndian, 1)), "tEXt", []byte("where\x00"+place)),
		"a JPEG with a zip behind": append(asJPEG(t, plain), "PK\x03\x04"+place...),
	} {
		if !bytes.Contains(raw, []byte(place)) {
			t.Fatalf("%s does not tell the place to begin with", name)
		}
		p, _ := read(t, raw)
		for _, file := range p.Files {
			for _, trace := range []string{place, "Exif", "eXIf", "PK\x03\x04"} {
				if bytes.Contains(file.Data, []byte(trace)) {
					t.Errorf("%s: %q is left", name, trace)
				}
			}
		}
	}
}

// hostile are files that were made to break us, or that chance has broken, and
// what is said of each; "" is a picture all the same.
func hostile(t testing.TB) map[string]struct {
	raw []byte
	key string
} {
	plain := scene(image.NewRGBA(image.Rect(0, 0, 60, 40)))
	aJPEG, aPNG, aGIF := asJPEG(t, plain), asPNG(t, plain), asGIF(t, color.White)
	webp := []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00")
	wideGIF := slices.Clone(aGIF)
	copy(wideGIF[6:], "\xff\xff\xff\xff")
	return map[string]struct {
		raw []byte
		key string
	}{
		"nothing at all":                    {nil, "error.media_empty"},
		"a letter":                          {[]byte("Dear sister,"), "error.media_none"},
		"noise":                             {bytes.Repeat([]byte{0x5a, 0xc3}, 4000), "error.media_none"},
		"a program":                         {[]byte("\x7fELF\x02\x01\x01"), "error.media_none"},
		"a HEIC of a phone":                 {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "error.media_heic"},
		"an AVIF":                           {[]byte("\x00\x00\x00\x1cftypavif\x00\x00\x00\x00"), "error.media_heic"},
		"an SVG":                            {[]byte("<?xml version='1.0'?>\n<svg onload='alert(1)'/>"), "error.media_svg"},
		"a TIFF":                            {[]byte("II*\x00\x08\x00\x00\x00"), "error.media_other"},
		"a BMP":                             {[]byte("BM\x00\x00\x00\x00"), "error.media_other"},
		"a PDF":                             {[]byte("%PDF-1.7"), "error.media_pdf"},
		"a PNG bomb":                        {headOf(100_000, 100_000, 8, 2), "error.media_pixels"},
		"a PNG of one endless line":         {headOf(1<<31-1, 1, 8, 2), "error.media_pixels"},
		"a PNG of nothing":                  {headOf(0, 5, 8, 2), "error.media_broken"},
		"a PNG of 16 bits, just too large":  {headOf(6000, 5000, 16, 6), "error.media_pixels"},
		"a GIF bomb":                        {wideGIF, "error.media_pixels"},
		"a JPEG bomb":                       {jpegHead(0xc0, 65_535, 65_535, 0x11), "error.media_pixels"},
		"a JPEG in passes, too many pixels": {jpegHead(0xc2, 6000, 5000, 0x11), "error.media_pixels"},
		"a JPEG without pixels":             {jpegHead(0xc0, 6000, 5000, 0x22), "error.media_broken"},
		"half a JPEG":                       {aJPEG[:len(aJPEG)/2], "error.media_broken"},
		"half a PNG":                        {aPNG[:len(aPNG)/2], "error.media_broken"},
		"half a GIF":                        {aGIF[:len(aGIF)/2], "error.media_broken"},
		"the beginning of a JPEG":           {aJPEG[:3], "error.media_broken"},
		"the beginning of a WebP":           {webp[:14], "error.media_broken"},
		"a WebP":                            {webp, ""},
		"a JPEG that is a zip too":          {append(slices.Clone(aJPEG), "PK\x03\x04"...), ""},
		"a GIF that is a script too":        {append(slices.Clone(aGIF), "*/=1;alert(1)"...), ""},
		"a film":                            {asGIF(t, color.White, color.Black, color.White), ""},
		"a JPEG whose EXIF points nowhere":  {withEXIF(aJPEG, []byte("II*\x00\xff\xff\xff\xff")), ""},
		"a JPEG whose EXIF has no end":      {withEXIF(aJPEG, []byte("MM\x00*\x00\x00\x00\x08\xff\xff")), ""},
		"a file that is too large":          {append(slices.Clone(aJPEG), make([]byte, MaxBytes)...), "error.media_bytes"},
	}
}

func TestHostilePictures(t *testing.T) {
	corpus := hostile(t)
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	for name, one := range corpus {
		t.Run(name, func(t *testing.T) {
			if one.key == "" {
				read(t, one.raw)
			} else {
				wantRefusal(t, one.raw, one.key)
			}
		})
	}
	runtime.ReadMemStats(&now)
	const most = 300 << 20
	if grown := now.HeapSys - before.HeapSys; now.HeapSys > before.HeapSys && grown > most {
		t.Errorf("the heap has grown by %d MB", grown>>20)
	}
}

func TestLargestPicture(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a second or two")
	}
	raw := largest(t)
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	p, got := read(t, raw)
	runtime.ReadMemStats(&now)
	if p.Width != 2560 || p.Height != 1600 || corners(got) != "r g b rgb" {
		t.Errorf("it becomes %d × %d, %s", p.Width, p.Height, corners(got))
	}
	if grown := int64(now.HeapSys) - int64(before.HeapSys); grown > 300<<20 {
		t.Errorf("the heap has grown by %d MB", grown>>20)
	}
}

// largest is a picture of 40 megapixels.
func largest(t *testing.T) []byte {
	t.Helper()
	return asPNG(t, scene(image.NewNRGBA(image.Rect(0, 0, 8000, 5000))))
}

// Whatever comes: a picture within its limits or a sentence, and never a panic.
func FuzzRead(f *testing.F) {
	for _, one := range hostile(f) {
		if len(one.raw) < 1<<16 {
			f.Add(one.raw)
		}
	}
	f.Add(withEXIF(asJPEG(f, scene(image.NewRGBA(image.Rect(0, 0, 20, 10)))), camera(binary.BigEndian, 6)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Read(raw)
		var refusal *plan.Error
		switch {
		case errors.As(err, &refusal):
		case err != nil:
			t.Errorf("it fails without a sentence: %v", err)
		case p.Width < 1 || p.Height < 1 || max(p.Width, p.Height) > Edges()[0] || len(p.Files) == 0:
			t.Errorf("it becomes %d × %d in %d files", p.Width, p.Height, len(p.Files))
		}
	})
}
