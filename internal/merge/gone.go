package merge

import (
	"maps"
	"slices"
)

// side is one of the two, as it goes into the merge: it may take back what it did
// where the other way was chosen.
type side struct {
	rows  Rows
	ours  bool
	gone  map[ref]bool // what it took away since both met
	roots map[ref]ref  // of what it took away: with what it went
}

// settleGone decides about what one side took away and the other went on with: the
// topmost of it is the difference, and all below goes the same way.
func (m *merging) settleGone() {
	ours, theirs := m.sideOf(m.Ours, true), m.sideOf(m.Theirs, false)
	m.Ours, m.Theirs = ours.rows, theirs.rows
	m.settleGoneOf(ours, theirs)
	m.settleGoneOf(theirs, ours)
}

func (m *merging) sideOf(rows Rows, ours bool) side {
	s := side{rows: rows.copied(), ours: ours, gone: map[ref]bool{}, roots: map[ref]ref{}}
	m.Base.each(func(of ref, _ Row) {
		if !rows.has(of) {
			s.gone[of] = true
		}
	})
	for of := range s.gone {
		s.rootOf(m.Base, of)
	}
	return s
}

// rootOf is the topmost of what a row went with.
func (s side) rootOf(base Rows, of ref) ref {
	if root, known := s.roots[of]; known {
		return root
	}
	s.roots[of] = of // whoever comes round to itself is its own root
	for _, above := range base.hangsOn(of) {
		if s.gone[above] {
			s.roots[of] = s.rootOf(base, above)
			break
		}
	}
	return s.roots[of]
}

// settleGoneOf decides about what s took away and o went on with.
func (m *merging) settleGoneOf(s, o side) {
	if len(s.gone) == 0 {
		return
	}
	leaning := map[ref][]ref{} // what o did, by the root of what it hangs on
	o.rows.each(func(of ref, row Row) {
		if !touched(of.table, m.Base[of.table][of.id], row) {
			return
		}
		for root := range s.leansOn(o.rows, of) {
			leaning[root] = append(leaning[root], of)
		}
	})
	for of := range s.gone { // what does not go with the rest, though nobody went on with it
		if !s.ours && o.rows.has(of) && m.forced[keyOf(of.table, of.id, gone)] {
			leaning[s.roots[of]] = append(leaning[s.roots[of]], of)
		}
	}
	for _, root := range slices.SortedFunc(maps.Keys(leaning), ref.compare) {
		switch {
		case root.table == "tag": // it went because nothing had it any more
			s.rows[root.table][root.id] = maps.Clone(o.rows[root.table][root.id])
		case m.goesOn(root, o):
			s.takeBack(root, o)
		default:
			for _, of := range leaning[root] {
				m.undo(of, s, o)
			}
		}
	}
}

// leansOn are the roots of what s took away that a row of the other side hangs on.
func (s side) leansOn(rows Rows, of ref) map[ref]bool {
	roots, seen, open := map[ref]bool{}, map[ref]bool{}, []ref{of}
	for len(open) > 0 {
		next := open[len(open)-1]
		open = open[:len(open)-1]
		if seen[next] {
			continue
		}
		seen[next] = true
		if s.gone[next] {
			roots[s.roots[next]] = true
		}
		open = append(open, rows.hangsOn(next)...)
	}
	return roots
}

// goesOn tells a difference, and whether what one side took away stays after all, as
// the other, o, has it.
func (m *merging) goesOn(root ref, o side) bool {
	line := Line{Field: gone, Ours: gone, Theirs: kept}
	if o.ours {
		line.Ours, line.Theirs = kept, gone
	}
	return m.differs(root, gone, []Line{line}) != o.ours
}

// takeBack gives s again what it took away with a root, as the other side has it.
func (s side) takeBack(root ref, o side) {
	for of, top := range s.roots {
		if top == root && o.rows.has(of) {
			s.rows[of.table][of.id] = maps.Clone(o.rows[of.table][of.id])
		}
	}
}

// undo takes back what o did to a row that hangs on what stays away: a new one is not
// made, and what was moved there is where it was.
func (m *merging) undo(of ref, s, o side) {
	base := m.Base[of.table][of.id]
	if base == nil {
		delete(o.rows[of.table], of.id)
		return
	}
	row := maps.Clone(o.rows[of.table][of.id])
	if s.gone[of] || row["parent_id"] == base["parent_id"] {
		return // it goes with the rest, or with what it stands below
	}
	maps.Copy(row, base.some([]string{"plan_id", "parent_id", rank}))
	o.rows[of.table][of.id] = row
}
