package media

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Keeping is a picture that was made of a file (Read) with that very file as its
// largest size, if it is one that was written here: then it stays the same however
// often it goes out and comes back.
func (p Picture) Keeping(raw []byte) Picture {
	config, err := kindOf(raw).config(raw)
	if err != nil || config.Width != p.Width || config.Height != p.Height || !bare(raw, p.Files[0].Type) {
		return p
	}
	p.Files = slices.Clone(p.Files)
	p.Files[0].Data = bytes.Clone(raw)
	return p
}

// bare is true for a file with nothing in it but the picture, as folded writes it.
func bare(raw []byte, as string) bool {
	if as == "image/png" {
		return barePNG(raw)
	}
	return bareJPEG(raw)
}

// bareJPEG looks at what stands before the pixels: the tables that they need.
func bareJPEG(raw []byte) bool {
	const tables, frame, codes, scan = 0xdb, 0xc0, 0xc4, 0xda
	if !bytes.HasPrefix(raw, []byte("\xff\xd8")) || !bytes.HasSuffix(raw, []byte("\xff\xd9")) {
		return false
	}
	for at := 2; at+4 <= len(raw) && raw[at] == 0xff; {
		switch raw[at+1] {
		case tables, frame, codes:
			at += 2 + int(binary.BigEndian.Uint16(raw[at+2:]))
		case scan:
			return bytes.Index(raw, []byte("\xff\xd9")) == len(raw)-2 // nothing is hung on behind
		default:
			return false
		}
	}
	return false
}

// barePNG looks at the names of all its chunks.
func barePNG(raw []byte) bool {
	const head, frame = 8, 12
	for at := head; at+frame <= len(raw); {
		length := int(binary.BigEndian.Uint32(raw[at:]))
		switch name := string(raw[at+4 : at+8]); name {
		case "IHDR", "IDAT":
			at += frame + length
		case "IEND":
			return at+frame == len(raw)
		default:
			return false
		}
	}
	return false
}
