package salvage

import (
	"encoding/binary"
	"math"
	"unicode/utf8"
)

// row reads the cell of a page that is no inner page of a table.
func (r *reader) row(page []byte, cell int, kind byte) (Row, bool) {
	row := Row{Keyed: kind != leafTable}
	if kind == innerIndex {
		cell += 4 // where the page below lies
	}
	if cell >= len(page) {
		return row, false
	}
	size, n := varint(page[cell:])
	if n == 0 || size < 1 || size > int64(r.found.Pages)*int64(r.size) {
		return row, false
	}
	cell += n
	if kind == leafTable {
		if row.ID, n = varint(page[cell:]); n == 0 {
			return row, false
		}
		cell += n
	}
	payload, ok := r.payload(page, cell, int(size), kind)
	if !ok {
		return row, false
	}
	row.Values, ok = record(payload)
	return row, ok
}

// payload is what a row says: on its page, and on others where it is longer
// than a page has room for (section 1.6, "Cell Payload Overflow Pages").
func (r *reader) payload(page []byte, at, size int, kind byte) ([]byte, bool) {
	u := r.usable
	most := (u-12)*64/255 - 23
	if kind == leafTable {
		most = u - 35
	}
	here := size
	if size > most {
		least := (u-12)*32/255 - 23
		here = least + (size-least)%(u-4)
		if here > most {
			here = least
		}
	}
	if at+here > u {
		return nil, false
	}
	all := append(make([]byte, 0, min(size, 1<<20)), page[at:at+here]...)
	if here == size {
		return all, true
	}
	if at+here+4 > len(page) {
		return nil, false
	}
	return r.overflow(all, size, int(binary.BigEndian.Uint32(page[at+here:])))
}

func (r *reader) overflow(all []byte, size, next int) ([]byte, bool) {
	for left := size - len(all); left > 0; left = size - len(all) {
		if next < 2 || next > r.found.Pages || r.seen[next] {
			return nil, false
		}
		r.seen[next] = true
		page := r.page(next)
		all = append(all, page[4:4+min(left, r.usable-4)]...)
		next = int(binary.BigEndian.Uint32(page))
	}
	return all, true
}

// record takes a row apart (section 2.1).
func record(b []byte) ([]any, bool) {
	head, n := varint(b)
	if n == 0 || head < int64(n) || head > int64(len(b)) {
		return nil, false
	}
	kinds, rest := b[n:head], b[head:]
	values := []any{}
	for len(kinds) > 0 {
		kind, n := varint(kinds)
		if n == 0 || kind < 0 {
			return nil, false
		}
		kinds = kinds[n:]
		value, size, ok := valueOf(kind, rest)
		if !ok {
			return nil, false
		}
		values, rest = append(values, value), rest[size:]
	}
	return values, len(values) > 0 && len(rest) == 0
}

// valueOf reads one value of a serial type, and says how many bytes it takes.
func valueOf(kind int64, b []byte) (value any, size int, ok bool) {
	if kind >= 12 {
		return bytesOf(kind, b)
	}
	switch kind {
	case 0:
		return nil, 0, true
	case 8, 9:
		return kind - 8, 0, true
	}
	sizes := [...]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 11: 0}
	size = sizes[kind]
	if size == 0 || size > len(b) {
		return nil, 0, false
	}
	v := int64(int8(b[0])) //nolint:gosec // the first byte carries the sign
	for _, c := range b[1:size] {
		v = v<<8 | int64(c)
	}
	if kind == 7 {
		return math.Float64frombits(uint64(v)), size, true //nolint:gosec // its bits
	}
	return v, size, true
}

// bytesOf reads a text or a blob. A text that is none was hit.
func bytesOf(kind int64, b []byte) (value any, size int, ok bool) {
	long := (kind - 12) / 2
	if long > int64(len(b)) {
		return nil, 0, false
	}
	size = int(long)
	if kind%2 == 0 {
		return append([]byte{}, b[:size]...), size, true
	}
	return string(b[:size]), size, utf8.Valid(b[:size])
}
