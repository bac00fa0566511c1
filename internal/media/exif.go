package media

import (
	"bytes"
	"encoding/binary"
	"io"
)

// reader is what the decoders read from.
type reader = io.Reader

// upright is the orientation of a picture that stands as it should.
const upright = 1

// orientationOf is how the camera was held, from 1 to 8 as EXIF numbers it:
// upright where that is not told, or is nonsense.
func orientationOf(raw []byte) int {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xd8")):
		return orientation(bytes.TrimPrefix(jpegSegment(raw, 0xe1, "Exif\x00\x00"), []byte("Exif\x00\x00")))
	case bytes.HasPrefix(raw, []byte("\x89PNG")):
		return orientation(pngChunk(raw, "eXIf"))
	case bytes.HasPrefix(raw, []byte("RIFF")):
		return orientation(bytes.TrimPrefix(webpChunk(raw, "EXIF"), []byte("Exif\x00\x00")))
	}
	return upright
}

// orientation reads the one number that we want from what a camera wrote, a TIFF
// without a picture.
func orientation(exif []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case bytes.HasPrefix(exif, []byte("MM")):
		order = binary.BigEndian
	case !bytes.HasPrefix(exif, []byte("II")):
		return upright
	}
	if len(exif) < 8 {
		return upright
	}
	const entry, tag = 12, 0x0112
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return upright
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < entry {
			break
		}
		if held := int(order.Uint16(entries[8:])); order.Uint16(entries) == tag && held >= 1 && held <= 8 {
			return held
		}
		entries = entries[entry:]
	}
	return upright
}

// jpegSegment is what stands in the first segment of a JPEG that has a mark and
// begins with a name; nothing, if none does before its pixels.
func jpegSegment(raw []byte, mark byte, name string) []byte {
	var found []byte
	eachSegment(raw, func(is byte, body []byte) bool {
		if is == mark && bytes.HasPrefix(body, []byte(name)) {
			found = body
		}
		return found == nil
	})
	return found
}

// eachSegment goes through the segments of a JPEG before its pixels, as long as
// look wants more.
func eachSegment(raw []byte, look func(mark byte, body []byte) (more bool)) {
	const startOfScan = 0xda
	for at := 2; at+4 <= len(raw) && raw[at] == 0xff; {
		mark := raw[at+1]
		if mark == 0xff { // filling
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(raw[at+2:]))
		if mark == startOfScan || end < at+4 || end > len(raw) || !look(mark, raw[at+4:end]) {
			return
		}
		at = end
	}
}

// frame is how a JPEG keeps its pixels: in one pass or several, and kept of so
// many, as colours are told more coarsely than light.
type frame struct {
	passes   bool
	kept, of int64
}

func jpegFrame(raw []byte) frame {
	const baseline, progressive, channel = 0xc0, 0xc2, 3
	f := frame{kept: 1, of: 1}
	eachSegment(raw, func(mark byte, body []byte) bool {
		if mark < baseline || mark > progressive || len(body) < 6 {
			return true
		}
		f.passes = mark == progressive
		kept, most, channels := int64(0), int64(1), int64(0)
		for rest := body[6:]; len(rest) >= channel; rest = rest[channel:] {
			room := int64(rest[1]>>4) * int64(rest[1]&15)
			kept, most, channels = kept+room, max(most, room), channels+1
		}
		f.kept, f.of = max(kept, 1), most*max(channels, 1)
		return false
	})
	return f
}

func pngChunk(raw []byte, name string) []byte {
	for rest := raw[8:]; len(rest) >= 12; {
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			return nil
		}
		if string(rest[4:8]) == name {
			return rest[8 : 8+size]
		}
		rest = rest[12+size:]
	}
	return nil
}

func webpChunk(raw []byte, name string) []byte {
	for rest := raw[min(len(raw), 12):]; len(rest) >= 8; {
		size := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if size+8 > uint64(len(rest)) {
			return nil
		}
		if string(rest[:4]) == name {
			return rest[8 : 8+size]
		}
		rest = rest[min(uint64(len(rest)), 8+size+size%2):]
	}
	return nil
}
