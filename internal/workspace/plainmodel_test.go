package workspace

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/internal/plan"
)

// plainModel is a plan of steps in maps and slices, and what the main operations
// make of it: written from what they promise, without looking into a vault. An
// operation that answers false is refused and changes nothing.
type plainModel struct {
	now          plainState
	past, future []plainState
}

// plainState is all that there is at one moment. Of siblings, cards and columns
// the order in their slices counts; what lies in the trash keeps its place there.
type plainState struct {
	items    map[string]plainItem
	children map[string][]string // by parent, "" the top
	cards    []string            // all items, in the order of their priorities
	columns  []plainColumn
	waits    map[[2]string]bool // from waits for to
}

type plainItem struct {
	title, parent, column string
	state                 plan.State
	due, firstDue         string
	estimate              int
	tags                  string // "|here|now|", in small letters
	trashed               bool
}

type plainColumn struct {
	id, name string
	state    plan.State
	limit    int
}

func (s plainState) clone() plainState {
	c := s
	c.items, c.waits = maps.Clone(s.items), maps.Clone(s.waits)
	c.cards, c.columns = slices.Clone(s.cards), slices.Clone(s.columns)
	c.children = map[string][]string{}
	for id, below := range s.children {
		c.children[id] = slices.Clone(below)
	}
	return c
}

// do is one step, unless it is refused or changes nothing.
func (m *plainModel) do(change func(s *plainState) bool) bool {
	next := m.now.clone()
	if !change(&next) {
		return false
	}
	if next.full() != m.now.full() {
		m.past, m.future, m.now = append(m.past, m.now), nil, next
	}
	return true
}

func (m *plainModel) undo() bool {
	if len(m.past) == 0 {
		return false
	}
	last := len(m.past) - 1
	m.future, m.now, m.past = append(m.future, m.now), m.past[last], m.past[:last]
	return true
}

func (m *plainModel) redo() bool {
	if len(m.future) == 0 {
		return false
	}
	last := len(m.future) - 1
	m.past, m.now, m.future = append(m.past, m.now), m.future[last], m.future[:last]
	return true
}

func (s plainState) alive(id string) bool {
	for ; id != ""; id = s.items[id].parent {
		if i, here := s.items[id]; !here || i.trashed {
			return false
		}
	}
	return true
}

// below says whether an item is another one or stands below it.
func (s plainState) below(id, above string) bool {
	for ; id != ""; id = s.items[id].parent {
		if id == above {
			return true
		}
	}
	return false
}

func (s plainState) ids(fits func(id string) bool) []string {
	ids := []string{}
	for _, id := range s.cards {
		if fits(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (s *plainState) change(ids []string, set func(i *plainItem)) bool {
	for _, id := range ids {
		if !s.alive(id) {
			return false
		}
	}
	for _, id := range ids {
		i := s.items[id]
		set(&i)
		s.items[id] = i
	}
	return true
}

// behind puts something behind something else, or first.
func behind(list []string, id, after string) []string {
	return slices.Insert(list, slices.Index(list, after)+1, id)
}

func without(list []string, id string) []string {
	return slices.DeleteFunc(list, func(one string) bool { return one == id })
}

func (s *plainState) add(id, parent, after, column, title string) bool {
	if parent != "" && !s.alive(parent) {
		return false
	}
	i := plainItem{title: title, parent: parent, column: column, state: plan.Todo}
	if column != "" {
		i.state = s.column(column).state
	}
	s.items[id] = i
	s.children[parent] = behind(s.children[parent], id, after)
	s.cards = append(s.cards, id)
	return true
}

func (s *plainState) move(id, parent, after string) bool {
	if id == "" || !s.alive(id) || parent != "" && !s.alive(parent) || s.below(parent, id) {
		return false
	}
	i := s.items[id]
	if after == id || i.parent == parent && s.next(parent, after, id) {
		return true
	}
	s.children[i.parent] = without(s.children[i.parent], id)
	s.children[parent] = behind(s.children[parent], id, after)
	i.parent = parent
	s.items[id] = i
	return true
}

// next says whether an item is the first living one behind a sibling.
func (s plainState) next(parent, after, id string) bool {
	list := s.children[parent]
	for _, one := range list[slices.Index(list, after)+1:] {
		if !s.items[one].trashed {
			return one == id
		}
	}
	return false
}

// remove puts living items into the trash; what stands below one of them goes
// along without lying there itself.
func (s *plainState) remove(ids []string) bool {
	for _, id := range ids {
		if !s.alive(id) {
			return false
		}
	}
	for _, id := range ids {
		i := s.items[id]
		if slices.ContainsFunc(ids, func(above string) bool { return s.below(i.parent, above) }) {
			continue
		}
		i.trashed = true
		s.items[id] = i
	}
	return true
}

// restore brings one item back to where it was, or behind all that is left below
// the nearest living item above.
func (s *plainState) restore(id string) bool {
	i, here := s.items[id]
	if !here || !i.trashed {
		return false
	}
	i.trashed = false
	home := i.parent
	for home != "" && !s.alive(home) {
		home = s.items[home].parent
	}
	if home != i.parent {
		s.children[i.parent] = without(s.children[i.parent], id)
		s.children[home] = append(s.children[home], id)
		i.parent = home
	}
	s.items[id] = i
	return true
}

func (i *plainItem) tag(name string) {
	if mark := strings.ToLower(name) + "|"; !strings.Contains(i.tags, "|"+mark) {
		i.tags = "|" + strings.TrimPrefix(i.tags, "|") + mark
	}
}

func (i *plainItem) untag(name string) {
	i.tags = strings.Replace(i.tags, "|"+strings.ToLower(name)+"|", "|", 1)
}

// wait lets an item wait for another, unless that waits for it.
func (s *plainState) wait(from, to string) bool {
	if from == to || !s.alive(from) || !s.alive(to) || s.waits[[2]string{from, to}] {
		return false
	}
	seen, chain := map[string]bool{}, []string{to}
	for len(chain) > 0 {
		at := chain[0]
		chain = chain[1:]
		if at == from {
			return false
		}
		for w := range s.waits {
			if w[0] == at && !seen[w[1]] {
				seen[w[1]] = true
				chain = append(chain, w[1])
			}
		}
	}
	s.waits[[2]string{from, to}] = true
	return true
}

func (s plainState) column(id string) plainColumn {
	return s.columns[s.at(id)]
}

func (s plainState) at(id string) int {
	return slices.IndexFunc(s.columns, func(c plainColumn) bool { return c.id == id })
}

// stands is the column where a card stands: its own, if that is for its state,
// or else the oldest that is.
func (s plainState) stands(i plainItem) string {
	oldest := ""
	for _, c := range s.columns {
		switch {
		case c.state != i.state:
		case c.id == i.column:
			return c.id
		case oldest == "" || c.id < oldest:
			oldest = c.id
		}
	}
	return oldest
}

func (s *plainState) addColumn(id, name string, state plan.State, after string) bool {
	if len(s.columns) >= plan.MaxColumns {
		return false
	}
	s.columns = slices.Insert(s.columns, s.at(after)+1, plainColumn{id: id, name: name, state: state})
	return true
}

func (s *plainState) moveColumn(id, after string) bool {
	c := s.column(id)
	if id != after {
		s.columns = slices.Delete(s.columns, s.at(id), s.at(id)+1)
		s.columns = slices.Insert(s.columns, s.at(after)+1, c)
	}
	return true
}

// removeColumn keeps one for each state that a board always has a column for.
func (s *plainState) removeColumn(id string) bool {
	c := s.column(id)
	usual := slices.Contains([]plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done}, c.state)
	other := slices.ContainsFunc(s.columns, func(o plainColumn) bool { return o.id != id && o.state == c.state })
	if usual && !other {
		return false
	}
	s.columns = slices.Delete(s.columns, s.at(id), s.at(id)+1)
	for id, i := range s.items {
		if i.column == c.id {
			i.column = ""
			s.items[id] = i
		}
	}
	return true
}

// card puts a card into a column behind another card.
func (s *plainState) card(id, column, after string) bool {
	if !s.alive(id) || !s.alive(after) {
		return false
	}
	if i := s.items[id]; s.stands(i) == column && !s.between(id, after, column) {
		return true
	}
	if id != after {
		s.cards = behind(without(s.cards, id), id, after)
	}
	i := s.items[id]
	i.column, i.state = column, s.column(column).state
	s.items[id] = i
	return true
}

// between says whether another card of a column stands between a card and the
// one that it is to go behind, or is that one and stands behind it.
func (s plainState) between(id, after, column string) bool {
	at, to := slices.Index(s.cards, id), slices.Index(s.cards, after)
	from, end := min(at, to)+1, max(at, to)
	for _, other := range s.cards[from:min(end+1, len(s.cards))] {
		if i := s.items[other]; other != id && i.parent == "" && !i.trashed && s.stands(i) == column {
			return true
		}
	}
	return false
}

// text is what a page would know: all that is not in the trash.
func (s plainState) text() string { return s.lines(s.alive) }

// full is everything, the trash too.
func (s plainState) full() string { return s.lines(func(string) bool { return true }) }

func (s plainState) lines(shown func(id string) bool) string {
	var b strings.Builder
	var tree func(parent, indent string)
	tree = func(parent, indent string) {
		for _, id := range s.children[parent] {
			if !shown(id) {
				continue
			}
			i := s.items[id]
			tags := strings.Split(strings.Trim(i.tags, "|"), "|")
			slices.Sort(tags)
			fmt.Fprintln(&b, indent, id, i.title, i.state, i.column, i.due, i.firstDue, i.estimate, tags, i.trashed)
			tree(id, indent+" ")
		}
	}
	tree("", "")
	for _, id := range s.cards {
		if shown(id) {
			fmt.Fprintln(&b, "card", id)
		}
	}
	for _, c := range s.columns {
		fmt.Fprintln(&b, "column", c)
	}
	waits := []string{}
	for w := range s.waits {
		if shown(w[0]) && shown(w[1]) {
			waits = append(waits, fmt.Sprint(w))
		}
	}
	slices.Sort(waits)
	fmt.Fprintln(&b, waits)
	return b.String()
}

// plainly is what a mirror holds, in the same words.
func plainly(m *mirror) string {
	s := plainState{items: map[string]plainItem{}, children: map[string][]string{}, waits: map[[2]string]bool{}}
	rank, priority := map[string]string{}, map[string]string{}
	for id, i := range m.items {
		one := plainItem{
			title: i.Title, parent: i.ParentID, column: i.ColumnID, state: i.State,
			due: i.Due, firstDue: i.FirstDue, estimate: i.EstimateMin,
		}
		for _, tag := range i.TagIDs {
			one.tag(m.tags[tag].Name)
		}
		s.items[id], rank[id], priority[id] = one, i.Rank, i.Priority
		s.children[i.ParentID] = append(s.children[i.ParentID], id)
		s.cards = append(s.cards, id)
	}
	by := func(order map[string]string) func(a, b string) int {
		return func(a, b string) int { return strings.Compare(order[a], order[b]) }
	}
	for parent := range s.children {
		slices.SortFunc(s.children[parent], by(rank))
	}
	slices.SortFunc(s.cards, by(priority))
	columns := slices.SortedFunc(maps.Values(m.board), func(a, b plan.Column) int { return strings.Compare(a.Rank, b.Rank) })
	for _, c := range columns {
		s.columns = append(s.columns, plainColumn{id: c.ID, name: c.Name, state: c.State, limit: c.Limit})
	}
	for _, l := range m.links {
		s.waits[[2]string{l.FromID, l.ToID}] = true
	}
	return s.text()
}
