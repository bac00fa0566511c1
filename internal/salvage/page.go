package salvage

import (
	"encoding/binary"
	"io"
)

// What a page is, by its first byte (section 1.6).
const (
	innerIndex = 2
	innerTable = 5
	leafIndex  = 10
	leafTable  = 13
)

// usual is the size of the pages of a vault, for a file that no longer says so.
const usual = 4096

// magic is how every database begins; without it nothing that the first page says
// of the file is to be believed.
const magic = "SQLite format 3\x00"

// headSize is how much of the first page belongs to the file as a whole.
const headSize = 100

// reader goes through a file. Pages count from 1.
type reader struct {
	file   io.ReaderAt
	size   int // of a page, in bytes
	usable int // of a page, without what is reserved at its end
	log    map[int]frame
	seen   []bool // pages that were gone through
	bad    int    // pages that a way led to, and that were not what they should be
	found  Found
	// version is what the file says of itself (PRAGMA user_version).
	version uint32
}

func open(file, wal io.ReaderAt) (*reader, error) {
	r := &reader{file: file, size: usual}
	head := make([]byte, headSize)
	if n, _ := file.ReadAt(head, 0); n == 0 {
		return nil, ErrNothing
	}
	if size := int(binary.BigEndian.Uint16(head[16:])); size == 1 {
		r.size = 1 << 16
	} else if size >= 512 && size&(size-1) == 0 {
		r.size = size
	}
	r.usable = r.size
	if reserved := int(head[20]); reserved <= 32 {
		r.usable -= reserved
	}
	r.found.Pages = r.count()
	if wal != nil {
		r.readLog(wal)
	}
	r.seen = make([]bool, r.found.Pages+1)
	if first := r.page(1); string(first[:len(magic)]) == magic {
		r.version = binary.BigEndian.Uint32(first[60:])
	}
	return r, nil
}

// count finds the end of the file: a reader tells no size.
func (r *reader) count() int {
	there := func(page int) bool {
		n, _ := r.file.ReadAt(make([]byte, 1), int64(page-1)*int64(r.size))
		return n == 1
	}
	high := 1
	for there(high) {
		high *= 2
	}
	low := high / 2
	for high-low > 1 {
		if middle := (low + high) / 2; there(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return max(low, 1)
}

// page is a page as it was last written; what is missing of it is zero.
func (r *reader) page(number int) []byte {
	page := make([]byte, r.size)
	if f, ok := r.log[number]; ok {
		_, _ = f.wal.ReadAt(page, f.at)
		return page
	}
	_, _ = r.file.ReadAt(page, int64(number-1)*int64(r.size)) // a short read leaves zeros
	return page
}

// body is where a page begins to speak of itself: behind the head of the file,
// on the first one.
func body(number int) int {
	if number == 1 {
		return headSize
	}
	return 0
}

// kindOf says what a page is; 0 where its own words about itself do not fit.
func kindOf(page []byte, number int) byte {
	at := body(number)
	kind := page[at]
	switch kind {
	case innerIndex, innerTable, leafIndex, leafTable:
	default:
		return 0
	}
	if cells := int(binary.BigEndian.Uint16(page[at+3:])); cells > len(page)/4 {
		return 0
	}
	return kind
}

// cellsOf are where the cells of a page begin; those that would lie outside of
// it are left out, and counted.
func cellsOf(page []byte, number int) (cells []int, outside int) {
	at := body(number)
	first := at + 8
	if kind := page[at]; kind == innerIndex || kind == innerTable {
		first += 4
	}
	count := int(binary.BigEndian.Uint16(page[at+3:]))
	for i := range count {
		if first+2*i+2 > len(page) {
			return cells, outside + count - i
		}
		cell := int(binary.BigEndian.Uint16(page[first+2*i:]))
		if cell < first+2*count || cell >= len(page) {
			outside++
			continue
		}
		cells = append(cells, cell)
	}
	return cells, outside
}

// varint reads a number of up to nine bytes (section 1.6); 0 bytes: there is none.
func varint(b []byte) (value int64, size int) {
	var v uint64
	for i := range min(len(b), 9) {
		if i == 8 {
			return int64(v<<8 | uint64(b[i])), 9 //nolint:gosec // the format means the bits
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(v), i + 1 //nolint:gosec // it has at most 56 bits
		}
	}
	return 0, 0
}
