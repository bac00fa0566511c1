package media

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// quality is that of the JPEGs that are kept: what is lost below 90 is seen on
// a large screen, what is gained above it is not.
const quality = 86

// folded is a picture as a file: a PNG where something shines through it, which
// a JPEG cannot have.
func folded(picture *image.RGBA, edge int) (File, error) {
	var out bytes.Buffer
	if !picture.Opaque() {
		err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, picture)
		return File{Edge: edge, Type: "image/png", Data: out.Bytes()}, err
	}
	err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality})
	return File{Edge: edge, Type: "image/jpeg", Data: out.Bytes()}, err
}

// shrunk is a picture with no side longer than edge; it never grows. Each of its
// pixels is the mean of those that it covers, each as far as it does: nothing
// between them is skipped, so nothing flickers. It goes through the picture line
// by line and needs room for one.
func shrunk(whole image.Image, edge int) *image.RGBA {
	from := whole.Bounds()
	size := from.Size()
	if picture, is := whole.(*image.RGBA); is && max(size.X, size.Y) <= edge {
		return picture
	}
	to := fitted(size, edge)
	out := image.NewRGBA(image.Rectangle{Max: to})
	line := image.NewRGBA(image.Rect(0, 0, size.X, 1))
	across, down := shares(size.X, to.X), shares(size.Y, to.Y)
	sum, short := make([]float32, 4*to.X), make([]float32, 4*to.X+4)
	for y := range size.Y {
		clear(line.Pix)
		draw.Draw(line, line.Bounds(), whole, image.Pt(from.Min.X, from.Min.Y+y), draw.Src)
		narrow(line.Pix, across, short)
		share := down[y]
		add(sum, short[:4*to.X], share.first)
		if share.ends {
			write(out.Pix[share.at*out.Stride:], sum)
			clear(sum)
			add(sum, short[:4*to.X], share.rest)
		}
	}
	return out
}

// fitted is a size with no side longer than edge, in the same proportion.
func fitted(size image.Point, edge int) image.Point {
	long := max(size.X, size.Y)
	if long <= edge {
		return size
	}
	return image.Pt(max(1, (size.X*edge+long/2)/long), max(1, (size.Y*edge+long/2)/long))
}

// share is how a pixel of a line falls into a shorter one: first is what of it
// falls into the pixel at, as a part of that; ends says that this is then
// complete, and rest is what falls into the next.
type share struct {
	at          int
	first, rest float32
	ends        bool
}

// shares are those of a line of from pixels in one of to, which are no more.
func shares(from, to int) []share {
	all := make([]share, from)
	part := float32(to) / float32(from)
	for i := range all {
		begin, end := i*to, (i+1)*to // in from-ths of a pixel
		at := begin / from
		edge := (at + 1) * from
		all[i] = share{at: at, first: part}
		if end >= edge {
			all[i].ends = true
			all[i].first = float32(edge-begin) / float32(from)
			all[i].rest = float32(end-edge) / float32(from)
		}
	}
	return all
}

// narrow writes a line as a shorter one, which has room for one pixel more.
func narrow(line []uint8, across []share, short []float32) {
	clear(short)
	for x, s := range across {
		pixel, into := line[4*x:4*x+4], short[4*s.at:4*s.at+8]
		for c := range 4 {
			value := float32(pixel[c])
			into[c] += value * s.first
			into[c+4] += value * s.rest
		}
	}
}

func add(sum, line []float32, share float32) {
	if share == 0 {
		return
	}
	for i, value := range line {
		sum[i] += value * share
	}
}

func write(line []uint8, sum []float32) {
	for i, value := range sum {
		line[i] = uint8(min(value+0.5, 255))
	}
}

// turned is a picture as it was seen, however the camera was held: 2, 4, 5 and 7
// are mirrored, 5 to 8 lie on their side.
func turned(picture *image.RGBA, orientation int) *image.RGBA {
	if orientation == upright {
		return picture
	}
	size := picture.Bounds().Size()
	if orientation >= 5 {
		size.X, size.Y = size.Y, size.X
	}
	out := image.NewRGBA(image.Rectangle{Max: size})
	last := picture.Bounds().Size().Sub(image.Pt(1, 1))
	for y := range size.Y {
		for x := range size.X {
			from := picture.Pix[picture.PixOffset(seen(x, y, last, orientation)):]
			copy(out.Pix[out.PixOffset(x, y):], from[:4])
		}
	}
	return out
}

// seen is where in the file the pixel lies that is seen at x, y.
func seen(x, y int, last image.Point, orientation int) (fromX, fromY int) {
	switch orientation {
	case 2:
		return last.X - x, y
	case 3:
		return last.X - x, last.Y - y
	case 4:
		return x, last.Y - y
	case 5:
		return y, x
	case 6:
		return y, last.Y - x
	case 7:
		return last.X - y, last.Y - x
	default:
		return last.X - y, x
	}
}
