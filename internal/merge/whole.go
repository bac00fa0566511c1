package merge

import (
	"cmp"
	"maps"
	"slices"

	"cairn/internal/plan"
)

// tangled are the differences that may be behind the first thing that makes no whole
// plan, those first that are the least to give up; none when it is whole. Only what
// came from the other side can be: ours was whole.
func (m *merging) tangled() []string {
	for _, look := range []func() []string{m.circle, m.misfit, m.waits, m.lacking} {
		if suspects := look(); len(suspects) > 0 {
			return suspects
		}
	}
	return nil
}

// suspected are those of some that came from the other side.
func (m *merging) suspected(keys ...string) []string {
	return slices.DeleteFunc(keys, func(key string) bool { return !m.from[key] })
}

// circle looks for items that stand below themselves, or too deep.
func (m *merging) circle() []string {
	items := m.out["item"]
	for _, id := range slices.Sorted(maps.Keys(items)) {
		way, level := []string{}, 0
		for up := id; items[up] != nil; up = items[up].text("parent_id") {
			way = append(way, keyOf("item", up, place), keyOf("item", up, came))
			if level++; level > plan.MaxDepth {
				return m.suspected(way...)
			}
		}
	}
	return nil
}

// misfit looks for an item whose kind was said on one side, and does not fit below
// that of the other side. A kind that only has to follow does so (derive).
func (m *merging) misfit() []string {
	items := m.out["item"]
	for _, id := range slices.Sorted(maps.Keys(items)) {
		above := items[id].text("parent_id")
		base := m.Base["item"][id]
		if base == nil || above == "" || base["kind"] == items[id]["kind"] || m.fits(id) {
			continue
		}
		suspects := m.suspected(keyOf("item", id, "kind"), keyOf("item", id, place), keyOf("item", above, "kind"))
		if len(suspects) > 0 {
			return suspects
		}
	}
	return nil
}

func (m *merging) fits(id string) bool {
	item := m.out["item"][id]
	above := m.out["item"][item.text("parent_id")]
	return above == nil || plan.KindFits(plan.Kind(item.text("kind")), plan.Kind(above.text("kind"))) == nil
}

// waits looks for items that wait for each other.
func (m *merging) waits() []string {
	next := map[string][]string{} // links by the item that waits
	for _, id := range slices.Sorted(maps.Keys(m.out["link"])) {
		if link := m.out["link"][id]; link.text("kind") == string(plan.After) {
			next[link.text("from_id")] = append(next[link.text("from_id")], id)
		}
	}
	done := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(next)) {
		if round := m.round(id, next, done, nil); len(round) > 0 {
			return m.suspected(round...)
		}
	}
	return nil
}

// round is the way by which an item waits for itself, as differences.
func (m *merging) round(item string, next map[string][]string, done map[string]bool, way []string) []string {
	if done[item] {
		return nil
	}
	for _, id := range next[item] {
		key := keyOf("link", id, came)
		if at := slices.Index(way, key); at >= 0 {
			return way[at:]
		}
		if found := m.round(m.out["link"][id].text("to_id"), next, done, append(slices.Clip(way), key)); len(found) > 0 {
			return found
		}
	}
	done[item] = true
	return nil
}

// lacking looks for a board without a column that it always has.
func (m *merging) lacking() []string {
	has := map[string]map[string]bool{}
	for _, c := range m.out["board_column"] {
		on := c.text("plan_id")
		if has[on] == nil {
			has[on] = map[string]bool{}
		}
		has[on][c.text("state")] = true
	}
	for _, id := range slices.Sorted(maps.Keys(m.out["plan"])) {
		for _, c := range plan.UsualColumns(id) {
			if !has[id][string(c.State)] {
				return m.columnsOnce(id, c.State)
			}
		}
	}
	return nil
}

// columnsOnce are the columns of a board that were for a state, and are not because
// of the other side.
func (m *merging) columnsOnce(planID string, s plan.State) []string {
	keys := []string{}
	for _, id := range slices.Sorted(maps.Keys(m.Ours["board_column"])) {
		ours := m.Ours["board_column"][id]
		if ours.text("plan_id") != planID || ours.text("state") != string(s) {
			continue
		}
		if m.out["board_column"][id] == nil {
			keys = append(keys, keyOf("board_column", id, gone))
			continue
		}
		keys = append(keys, m.suspected(keyOf("board_column", id, state))...)
	}
	return keys
}

// derive gives every item what follows from where it stands: its plan, a kind that
// fits, no column of another board; and those of one rank ranks of their own.
func (m *merging) derive() {
	below := map[string][]string{}
	for _, id := range slices.Sorted(maps.Keys(m.out["item"])) {
		above := m.out["item"][id].text("parent_id")
		below[above] = append(below[above], id)
	}
	for _, id := range below[""] {
		m.deriveBelow(id, below)
	}
	for _, group := range m.ranked() {
		group.part()
	}
}

func (m *merging) deriveBelow(id string, below map[string][]string) {
	item := m.out["item"][id]
	if above := m.out["item"][item.text("parent_id")]; above != nil {
		item["plan_id"] = above["plan_id"]
		if !m.fits(id) {
			item["kind"] = quoted(string(plan.KindBelow(plan.Kind(above.text("kind")))))
		}
	}
	if column := m.out["board_column"][item.text("column_id")]; column != nil && column["plan_id"] != item["plan_id"] {
		item["column_id"] = null
	}
	for _, child := range below[id] {
		m.deriveBelow(child, below)
	}
}

// ordered are rows that stand in one order.
type ordered struct {
	column string
	rows   []Row
}

// ranked are all orders of what came out.
func (m *merging) ranked() map[string]*ordered {
	groups := map[string]*ordered{}
	add := func(column, name string, row Row) {
		if groups[name] == nil {
			groups[name] = &ordered{column: column}
		}
		groups[name].rows = append(groups[name].rows, row)
	}
	m.out.each(func(of ref, row Row) {
		switch of.table {
		case "item":
			add(rank, "item "+row["plan_id"]+row["parent_id"], row)
			add(priority, "priority "+row["plan_id"], row)
		case "board_column", "vision_board":
			add(rank, of.table+row["plan_id"], row)
		case "piece":
			add(rank, of.table+row["board_id"], row)
		case "aspect":
			add(rank, of.table+row["item_id"]+row["kind"], row)
		case "plan", "area":
			add(rank, of.table, row)
		}
	})
	return groups
}

// part gives rows of the same rank ranks of their own, in the order of their ids.
func (o *ordered) part() {
	slices.SortStableFunc(o.rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.text(o.column), b.text(o.column)), cmp.Compare(a.text("id"), b.text("id")))
	})
	for from := 0; from < len(o.rows); {
		rank, to := o.rows[from].text(o.column), from+1
		for to < len(o.rows) && o.rows[to].text(o.column) == rank {
			to++
		}
		next := ""
		if to < len(o.rows) {
			next = o.rows[to].text(o.column)
		}
		for i, apart := range plan.RanksBetween(rank, next, to-from-1) {
			o.rows[from+1+i][o.column] = quoted(apart)
		}
		from = to
	}
}
