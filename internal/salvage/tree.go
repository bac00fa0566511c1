package salvage

import "encoding/binary"

// walk gives the rows of one table, and marks the pages of one index.
func (r *reader) walk(one object, take func(Row) error) error {
	if one.kind == "index" {
		take = func(Row) error { return nil }
	}
	ways := []int{one.root}
	for len(ways) > 0 {
		number := ways[len(ways)-1]
		ways = ways[:len(ways)-1]
		if number < 1 || number > r.found.Pages || r.seen[number] {
			continue
		}
		r.seen[number] = true
		page := r.page(number)
		kind := kindOf(page, number)
		if kind == 0 {
			r.bad++
			continue
		}
		if kind == innerTable || kind == innerIndex {
			ways = append(ways, waysOf(page, number)...)
		}
		if err := r.cells(one.name, page, number, take); err != nil {
			return err
		}
	}
	return nil
}

// waysOf are the pages below a page, the last one first.
func waysOf(page []byte, number int) []int {
	ways := []int{int(binary.BigEndian.Uint32(page[body(number)+8:]))}
	cells, _ := cellsOf(page, number)
	for i := len(cells) - 1; i >= 0; i-- {
		if cells[i]+4 <= len(page) {
			ways = append(ways, int(binary.BigEndian.Uint32(page[cells[i]:])))
		}
	}
	return ways
}

// cells gives the rows that lie on a page.
func (r *reader) cells(table string, page []byte, number int, take func(Row) error) error {
	kind := kindOf(page, number)
	if kind == innerTable {
		return nil
	}
	cells, outside := cellsOf(page, number)
	r.found.Broken += outside
	for _, cell := range cells {
		row, ok := r.row(page, cell, kind)
		if !ok {
			r.found.Broken++
			continue
		}
		row.Table = table
		if err := take(row); err != nil {
			return err
		}
	}
	return nil
}

// passFree marks the pages that are free: what lies on them was deleted.
func (r *reader) passFree() {
	first := r.page(1)
	if len(first) < headSize {
		return
	}
	trunk := int(binary.BigEndian.Uint32(first[32:]))
	for trunk > 0 && trunk <= r.found.Pages && !r.seen[trunk] {
		r.seen[trunk] = true
		page := r.page(trunk)
		for i := range min(int(binary.BigEndian.Uint32(page[4:])), len(page)/4-2) {
			if leaf := int(binary.BigEndian.Uint32(page[8+4*i:])); leaf > 0 && leaf <= r.found.Pages {
				r.seen[leaf] = true
			}
		}
		trunk = int(binary.BigEndian.Uint32(page))
	}
}
