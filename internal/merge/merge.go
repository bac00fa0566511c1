// Package merge brings together what two sides made of one plan, each in a vault
// of its own, since they last met.
//
// It looks at every row three ways: as it was then, as it is here, and as it is
// there. What one side alone changed counts, and what both changed alike. Where
// both changed the same thing differently, or one took away what the other went
// on with, it decides nothing: that is a Difference, and as long as nobody has
// chosen, what is here stays. The promises:
//
//   - Nothing that one side alone did is lost, and nothing is overwritten that
//     is not told as a Difference.
//   - What comes out is a whole plan (package plan): no circle, no kind where it
//     does not fit, no two siblings with one rank.
//   - Where nothing differs, it is the same whichever side merges.
//
// It is pure: it knows rows by their tables and columns, and no storage.
package merge

import (
	"maps"
	"slices"

	"cairn/internal/plan"
)

// Sides are what there was when both last met, what there is here, and what there is
// there.
type Sides struct{ Base, Ours, Theirs Rows }

// Choices says of differences, by their ids, whether what is there counts (true).
type Choices map[string]bool

// Result is what came of two sides: the rows that are new here and those that are
// another than they were, whole, and the ids of those to be taken away, by table. New,
// Changed and Removed are how many things the other side made, changed and took away.
// Met is what both know from now on: what is there, by the ids of here.
type Result struct {
	Met         Rows
	Added       Rows
	Set         Rows
	Gone        map[string][]string
	New         int
	Changed     int
	Removed     int
	Differences []Difference
}

// Merge brings two sides together. It is a conflict when what was chosen makes
// no plan: something would stand below itself, or where its kind may not be.
func Merge(s Sides, chosen Choices) (Result, error) {
	s.Theirs = align(s)
	forced := map[string]bool{}
	for {
		m := newMerging(s, chosen, forced)
		m.merge()
		suspects := m.tangled()
		if len(suspects) == 0 {
			m.derive()
			return m.result(s), nil
		}
		fresh := slices.IndexFunc(suspects, func(key string) bool { return !forced[key] && !chosen[key] })
		if fresh < 0 {
			return Result{}, plan.Refuse(plan.Conflict, "error.return_tangled", "title", m.titleOf(suspects[0]))
		}
		forced[suspects[fresh]] = true
	}
}

// merging is one attempt. What is forced is a difference because it does not go
// with the rest, though only the other side did it.
type merging struct {
	Sides
	chosen Choices
	forced map[string]bool

	out         Rows
	buried      map[string]bool // items that one side laid in the trash while the other went on with them
	from        map[string]bool // what came from the other side, by the id of a difference
	differences map[string]Difference
	order       map[string]string // where in the plan each of them is
}

func newMerging(s Sides, chosen Choices, forced map[string]bool) *merging {
	return &merging{
		Sides: s, chosen: chosen, forced: forced,
		from: map[string]bool{}, differences: map[string]Difference{}, order: map[string]string{},
	}
}

func (m *merging) merge() {
	m.settleGone()
	m.buried = m.bury()
	m.out = Rows{}
	for _, table := range tables() {
		m.out[table] = map[string]Row{}
		for id, ours := range m.Ours[table] {
			m.settle(ref{table, id}, ours, m.Theirs[table][id])
		}
		for id, theirs := range m.Theirs[table] {
			if m.Ours[table][id] == nil {
				m.settle(ref{table, id}, nil, theirs)
			}
		}
	}
	m.leaveOrphans()
	m.forget()
}

// leaveOrphans leaves out what hangs on something that did not come.
func (m *merging) leaveOrphans() {
	for left := true; left; {
		left = false
		m.out.each(func(of ref, _ Row) {
			for _, on := range m.out.hangsOn(of) {
				if !m.out.has(on) && on.table != "aspect" { // an aspect may speak of something else
					delete(m.out[of.table], of.id)
					left = true
				}
			}
		})
	}
}

// settle decides about one row, once it is known what goes.
func (m *merging) settle(of ref, ours, theirs Row) {
	base := m.Base[of.table][of.id]
	switch {
	case ours != nil && theirs != nil:
		m.out[of.table][of.id] = m.settleUnits(of, base, ours, theirs)
	case base != nil: // one side took it away, and the other left it as it was
	case ours != nil:
		m.out[of.table][of.id] = maps.Clone(ours)
	case m.takes(of):
		m.out[of.table][of.id] = maps.Clone(theirs)
	}
}

// takes is true for a row that is new there, unless it does not go with the rest.
func (m *merging) takes(of ref) bool {
	key := keyOf(of.table, of.id, came)
	m.from[key] = !m.forced[key] || m.differs(of, came, []Line{{Field: came, Ours: gone, Theirs: kept}})
	return m.from[key]
}

// settleUnits decides about a row that both sides have, one thing that is said of it
// after the other.
func (m *merging) settleUnits(of ref, base, ours, theirs Row) Row {
	out := Row{}
	for unit, columns := range unitsOf(of.table, ours, theirs) {
		maps.Copy(out, m.settleUnit(of, unit, columns, base))
		if unit == changedAt {
			out[changedAt] = max(ours[changedAt], theirs[changedAt])
		}
	}
	return out
}

func (m *merging) settleUnit(of ref, unit string, columns []string, base Row) Row {
	here, there, then := m.Ours.at(of).some(columns), m.Theirs.at(of).some(columns), base.some(columns)
	key := keyOf(of.table, of.id, unit)
	alone := base != nil && !m.forced[key] && (unit != trash || !m.buried[of.id])
	switch both, is := agree(here, there); {
	case maps.Equal(here, there), unit == changedAt, unit == home, base == nil && silent(unit):
		return here
	case alone && maps.Equal(there, then):
		return here
	case alone && maps.Equal(here, then):
		m.from[key] = true
		return there
	case is:
		return both
	}
	if m.from[key] = m.differs(of, unit, m.lines(of, unit, columns)); m.from[key] {
		return there
	}
	return here
}

// bury finds the items that one side laid in the trash while the other went on with
// them, or with something below.
func (m *merging) bury() map[string]bool {
	buried := map[string]bool{}
	for _, sides := range [][2]Rows{{m.Ours, m.Theirs}, {m.Theirs, m.Ours}} {
		thrown := map[string]bool{}
		for id, row := range sides[0]["item"] {
			base := m.Base["item"][id]
			if base != nil && base[trash] == null && row[trash] != null {
				thrown[id] = true
			}
		}
		if len(thrown) == 0 {
			continue
		}
		sides[1].each(func(of ref, row Row) {
			if touched(of.table, m.Base.at(of), row) {
				maps.Copy(buried, sides[1].below(of, thrown))
			}
		})
	}
	return buried
}

// below are the items of some that a row is, hangs on, or stands below.
func (r Rows) below(of ref, some map[string]bool) map[string]bool {
	found, seen, open := map[string]bool{}, map[ref]bool{}, []ref{of}
	for len(open) > 0 {
		next := open[len(open)-1]
		open = open[:len(open)-1]
		if seen[next] {
			continue
		}
		seen[next] = true
		if next.table == "item" && some[next.id] {
			found[next.id] = true
		}
		open = append(open, r.hangsOn(next)...)
	}
	return found
}

// forget lets rows forget what is not there any more.
func (m *merging) forget() {
	for _, table := range tables() {
		for _, row := range m.out[table] {
			for column, to := range pointers(table) {
				if id := row.text(column); id != "" && m.out[to][id] == nil {
					row[column] = null
				}
			}
		}
	}
}

// result is the way from what is here to what came out.
func (m *merging) result(s Sides) Result {
	r := Result{Met: s.Theirs, Added: Rows{}, Set: Rows{}, Gone: map[string][]string{}, Differences: m.told()}
	m.out.each(func(of ref, row Row) {
		if !maps.Equal(s.Ours.at(of), row) {
			r.put(of, s.Ours.at(of), row)
		}
	})
	s.Ours.each(func(of ref, _ Row) {
		if m.out.has(of) {
			return
		}
		r.Gone[of.table] = append(r.Gone[of.table], of.id)
		if counts(of.table) {
			r.Removed++
		}
	})
	return r
}

func (r *Result) put(of ref, ours, row Row) {
	to := r.Set
	if ours == nil {
		to = r.Added
	}
	to.Put(of.table, of.id, row)
	switch {
	case !counts(of.table):
	case ours == nil:
		r.New++
	case ours[trash] == null && row[trash] != null && of.table == "item":
		r.Removed++
	case touched(of.table, ours, row):
		r.Changed++
	}
}

// counts is true for what a person would count.
func counts(table string) bool {
	return table != "item_tag" && table != "board_column" && table != "tag"
}
