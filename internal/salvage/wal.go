package salvage

import (
	"encoding/binary"
	"io"
)

// frame is a page in the write-ahead log.
type frame struct {
	wal io.ReaderAt
	at  int64
}

const (
	logHead   = 32
	frameHead = 24
	logMagic  = 0x377f0682 // its last bit: the sums are of big-endian words
)

// readLog keeps where the log holds pages that are newer than those of the
// file, up to its last whole commit (section 4).
func (r *reader) readLog(wal io.ReaderAt) {
	head := make([]byte, logHead)
	if n, _ := wal.ReadAt(head, 0); n < logHead {
		return
	}
	order, sum, ok := r.opening(head)
	if !ok {
		return
	}
	r.log = map[int]frame{}
	pending := map[int]frame{}
	one := make([]byte, frameHead+r.size)
	for at := int64(logHead); ; at += int64(len(one)) {
		if n, _ := wal.ReadAt(one, at); n < len(one) {
			return
		}
		sum = summed(order, summed(order, sum, one[:8]), one[frameHead:])
		if string(one[8:16]) != string(head[16:24]) || sum != sumAt(one[16:]) {
			return // of an earlier log, or torn
		}
		pending[int(binary.BigEndian.Uint32(one))] = frame{wal, at + frameHead}
		if pages := int(binary.BigEndian.Uint32(one[4:])); pages > 0 {
			for number, f := range pending {
				r.log[number] = f
			}
			clear(pending)
			r.found.Pages = max(r.found.Pages, r.highest(pages))
		}
	}
}

// opening reads the head of a log: in which order its sums are of words, and the
// first of them.
func (r *reader) opening(head []byte) (order binary.ByteOrder, sum [2]uint32, ok bool) {
	mark := binary.BigEndian.Uint32(head)
	if order = binary.LittleEndian; mark&1 == 1 {
		order = binary.BigEndian
	}
	sum = summed(order, [2]uint32{}, head[:24])
	same := mark&^1 == logMagic && int(binary.BigEndian.Uint32(head[8:])) == r.size
	return order, sum, same && sum == sumAt(head[24:])
}

// highest is how many pages the log makes of the file: no more than there are
// frames for.
func (r *reader) highest(pages int) int { return min(pages, r.found.Pages+len(r.log)) }

func sumAt(b []byte) [2]uint32 {
	return [2]uint32{binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])}
}

// summed goes on with a checksum of the log (section 4.2).
func summed(order binary.ByteOrder, sum [2]uint32, b []byte) [2]uint32 {
	for ; len(b) >= 8; b = b[8:] {
		sum[0] += order.Uint32(b) + sum[1]
		sum[1] += order.Uint32(b[4:]) + sum[0]
	}
	return sum
}
