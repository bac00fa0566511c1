package workspace

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cairn/internal/plan"
)

// mirror is what a page knows: it applies Changes one after the other, and has
// to stay what Load would answer.
type mirror struct {
	plans map[string]plan.Plan
	board map[string]plan.Column
	areas map[string]plan.Area
	tags  map[string]plan.Tag
	links map[string]plan.Link
	items map[string]plan.Item
	said  map[string]plan.Aspect
	kept  map[string]plan.Version
	walls map[string]plan.VisionBoard
	hung  map[string]plan.Piece
	whom  map[string]plan.Client
	decks map[string]plan.Deck
	notes map[string]plan.PrivateNote
	marks map[string]plan.Mark
	undo  plan.StepName
	redo  plan.StepName
	show  string
}

func newMirror(c plan.Changes) *mirror {
	m := &mirror{
		plans: map[string]plan.Plan{}, board: map[string]plan.Column{}, areas: map[string]plan.Area{},
		tags: map[string]plan.Tag{}, links: map[string]plan.Link{}, items: map[string]plan.Item{},
		said: map[string]plan.Aspect{}, kept: map[string]plan.Version{},
		walls: map[string]plan.VisionBoard{}, hung: map[string]plan.Piece{}, whom: map[string]plan.Client{},
		decks: map[string]plan.Deck{}, notes: map[string]plan.PrivateNote{}, marks: map[string]plan.Mark{},
	}
	m.apply(c)
	return m
}

func (m *mirror) apply(c plan.Changes) {
	for _, id := range c.Gone {
		delete(m.plans, id)
		delete(m.board, id)
		delete(m.areas, id)
		delete(m.tags, id)
		delete(m.links, id)
		delete(m.items, id)
		delete(m.said, id)
		delete(m.kept, id)
		delete(m.walls, id)
		delete(m.hung, id)
		delete(m.decks, id)
		delete(m.notes, id)
		delete(m.marks, id)
	}
	put(m.plans, c.Plans, func(p plan.Plan) string { return p.ID })
	put(m.board, c.Columns, func(c plan.Column) string { return c.ID })
	put(m.areas, c.Areas, func(a plan.Area) string { return a.ID })
	put(m.tags, c.Tags, func(t plan.Tag) string { return t.ID })
	put(m.links, c.Links, func(l plan.Link) string { return l.ID })
	put(m.items, c.Items, func(i plan.Item) string { return i.ID })
	put(m.said, c.Aspects, func(a plan.Aspect) string { return a.ID })
	put(m.kept, c.Versions, func(v plan.Version) string { return v.ID })
	put(m.walls, c.Boards, func(b plan.VisionBoard) string { return b.ID })
	put(m.hung, c.Pieces, func(p plan.Piece) string { return p.ID })
	put(m.whom, c.Clients, func(c plan.Client) string { return c.ID })
	put(m.decks, c.Decks, func(d plan.Deck) string { return d.ID })
	put(m.notes, c.Notes, func(n plan.PrivateNote) string { return n.ID })
	put(m.marks, c.Marks, func(m plan.Mark) string { return m.ID })
	m.drop()
	m.undo, m.redo = c.Undo, c.Redo
	if c.Show != "" || len(m.plans) == 0 {
		m.show = c.Show
	}
}

// took is what an operation of a hand came to: of a bundle comes a whole Load.
func (m *mirror) took(name string, c plan.Changes) {
	if name == "bundle" {
		*m = *newMirror(c)
		return
	}
	m.apply(c)
}

func put[T any](to map[string]T, rows []T, id func(T) string) {
	for _, r := range rows {
		to[id(r)] = r
	}
}

// drop leaves out what hung on something that is gone.
func (m *mirror) drop() {
	for before := -1; before != len(m.items); {
		before = len(m.items)
		maps.DeleteFunc(m.items, func(_ string, i plan.Item) bool {
			_, here := m.items[i.ParentID]
			_, planned := m.plans[i.PlanID]
			return !planned || i.ParentID != "" && !here
		})
	}
	maps.DeleteFunc(m.kept, func(_ string, v plan.Version) bool {
		_, planned := m.plans[v.PlanID]
		return !planned
	})
	maps.DeleteFunc(m.walls, func(_ string, b plan.VisionBoard) bool {
		_, planned := m.plans[b.PlanID]
		return !planned
	})
	maps.DeleteFunc(m.hung, func(_ string, p plan.Piece) bool {
		_, here := m.walls[p.BoardID]
		return !here
	})
	maps.DeleteFunc(m.said, func(_ string, a plan.Aspect) bool {
		_, here := m.items[a.ItemID]
		return a.ItemID != "" && !here
	})
}

// text is everything that a mirror holds, in an order of its own.
func (m *mirror) text() string {
	lines := []string{}
	for _, p := range m.plans {
		lines = append(lines, fmt.Sprintf("plan %+v", p))
	}
	for _, c := range m.whom {
		lines = append(lines, fmt.Sprintf("client %+v", c))
	}
	for _, d := range m.decks {
		lines = append(lines, fmt.Sprintf("deck %+v", d))
	}
	for _, n := range m.notes {
		lines = append(lines, fmt.Sprintf("note %+v", n))
	}
	for _, k := range m.marks {
		lines = append(lines, fmt.Sprintf("mark %+v", k))
	}
	for _, c := range m.board {
		lines = append(lines, fmt.Sprintf("column %+v", c))
	}
	for _, a := range m.areas {
		lines = append(lines, fmt.Sprintf("area %+v", a))
	}
	for _, t := range m.tags {
		lines = append(lines, fmt.Sprintf("tag %+v", t))
	}
	for _, l := range m.links {
		lines = append(lines, fmt.Sprintf("link %+v", l))
	}
	for _, v := range m.kept {
		lines = append(lines, fmt.Sprintf("version %+v", v))
	}
	for _, b := range m.walls {
		lines = append(lines, fmt.Sprintf("wall %+v", b))
	}
	for _, p := range m.hung {
		lines = append(lines, fmt.Sprintf("piece %+v", p))
	}
	for _, a := range m.said {
		lines = append(lines, fmt.Sprintf("aspect %+v", a))
	}
	for _, i := range m.items {
		i.TagIDs = slices.Sorted(slices.Values(i.TagIDs))
		lines = append(lines, fmt.Sprintf("item %+v", i))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + fmt.Sprintf("\nundo %+v redo %+v show %s", m.undo, m.redo, m.show)
}

// children are the items below a parent in their order; "" is the top of a plan.
func (m *mirror) children(planID, parent string) []plan.Item {
	below := []plan.Item{}
	for _, i := range m.items {
		if i.PlanID == planID && i.ParentID == parent {
			below = append(below, i)
		}
	}
	slices.SortFunc(below, func(a, b plan.Item) int { return strings.Compare(a.Rank, b.Rank) })
	return below
}

// columns are the columns of a plan in their order.
func (m *mirror) columns(planID string) []plan.Column {
	columns := []plan.Column{}
	for _, c := range m.board {
		if c.PlanID == planID {
			columns = append(columns, c)
		}
	}
	slices.SortFunc(columns, func(a, b plan.Column) int { return strings.Compare(a.Rank, b.Rank) })
	return columns
}

// cards are the items that stand in a column, in their order.
func (m *mirror) cards(c plan.Column) []plan.Item {
	cards := []plan.Item{}
	for _, i := range m.items {
		card := (i.Kind == plan.Step || i.Kind == plan.Decision) && m.items[i.ParentID].Kind != plan.Step
		if card && i.PlanID == c.PlanID && plan.ColumnOf(m.columns(c.PlanID), i.State, i.ColumnID) == c.ID {
			cards = append(cards, i)
		}
	}
	slices.SortFunc(cards, func(a, b plan.Item) int { return strings.Compare(a.Priority, b.Priority) })
	return cards
}

// shown is the board of a plan: a line of its titles for each column.
func (m *mirror) shown(planID string) string {
	var b strings.Builder
	for _, c := range m.columns(planID) {
		b.WriteString(cmp.Or(c.Name, string(c.State)) + ":")
		for _, i := range m.cards(c) {
			b.WriteString(" " + i.Title)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// outline is a plan as indented lines of kind and title.
func (m *mirror) outline(planID string) string {
	var b strings.Builder
	var write func(parent, indent string)
	write = func(parent, indent string) {
		for _, i := range m.children(planID, parent) {
			fmt.Fprintf(&b, "%s%s %s\n", indent, i.Kind, i.Title)
			write(i.ID, indent+"  ")
		}
	}
	write("", "")
	return b.String()
}
