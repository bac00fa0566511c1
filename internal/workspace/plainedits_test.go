package workspace

import (
	"maps"
	"slices"
	"strings"

	"cairn/internal/plan"
)

// Each operation of TestPlainModel, done to the vault and to the model.

// outcome is what the vault says to an operation, and whether the model allows it.
type outcome struct {
	c   plan.Changes
	err error
	may bool
}

// both does to the model what was done to the vault.
func (p *plainPair) both(c plan.Changes, err error) func(func(s *plainState) bool) outcome {
	return func(change func(s *plainState) bool) outcome {
		return outcome{c, err, p.model.do(change)}
	}
}

func (p *plainPair) at(parent, after string) plan.Place {
	return plan.Place{PlanID: p.plan, ParentID: parent, AfterID: after}
}

func (p *plainPair) add() outcome {
	parent, after := p.place()
	in := NewItem{Place: p.at(parent, after), Kind: plan.Step, Title: p.words()}
	if p.IntN(3) == 0 {
		in.ColumnID = p.column()
	}
	c, err := p.AddItem(p.ctx(), in)
	id := c.Focus
	return p.both(c, err)(func(s *plainState) bool {
		return s.add(id, parent, after, in.ColumnID, in.Title)
	})
}

func (p *plainPair) title() outcome {
	id, title := p.item(), p.words()
	return p.both(p.SetTitle(p.ctx(), TextEdit{ID: id, Text: title}))(func(s *plainState) bool {
		return id != "" && s.change([]string{id}, func(i *plainItem) { i.title = title })
	})
}

func (p *plainPair) state() outcome {
	ids, state := p.some(), plan.State(p.pick([]string{"todo", "doing", "waiting", "done", "parked", "letgo"}))
	return p.both(p.SetState(p.ctx(), ids, state))(func(s *plainState) bool {
		return s.change(ids, func(i *plainItem) { i.state = state })
	})
}

func (p *plainPair) move() outcome {
	id := p.item()
	parent, after := p.place()
	return p.both(p.MoveItems(p.ctx(), Move{IDs: []string{id}, Place: p.at(parent, after)}))(func(s *plainState) bool {
		return s.move(id, parent, after)
	})
}

func (p *plainPair) remove() outcome {
	ids := p.some()
	return p.both(p.DeleteItems(p.ctx(), ids))(func(s *plainState) bool { return s.remove(ids) })
}

func (p *plainPair) restore() outcome {
	id := p.pick(p.model.now.ids(func(id string) bool { return p.model.now.items[id].trashed }))
	if id == "" {
		return p.add()
	}
	return p.both(p.RestoreItems(p.ctx(), Move{IDs: []string{id}}))(func(s *plainState) bool { return s.restore(id) })
}

func (p *plainPair) tag() outcome {
	ids, name := p.some(), p.pick([]string{"now", "NOW", "then", "later", "home"})
	return p.both(p.AddTag(p.ctx(), ids, name))(func(s *plainState) bool {
		return s.change(ids, func(i *plainItem) { i.tag(name) })
	})
}

// untag takes off a tag that is there, somewhere.
func (p *plainPair) untag() outcome {
	ids := p.some()
	id := p.pick(slices.Sorted(maps.Keys(p.mirror.tags)))
	tag := strings.ToLower(p.mirror.tags[id].Name)
	if id != "" && len(ids) > 0 && strings.Contains(p.model.now.full(), tag) {
		return p.both(p.RemoveTag(p.ctx(), ids, id))(func(s *plainState) bool {
			return s.change(ids, func(i *plainItem) { i.untag(tag) })
		})
	}
	return p.tag()
}

func (p *plainPair) due() outcome {
	ids, due := p.some(), p.pick([]string{"", "2026-03-13", "2027-01-01", "2026-13-03"})
	return p.both(p.SetDue(p.ctx(), ids, due))(func(s *plainState) bool {
		return due != "2026-13-03" && s.change(ids, func(i *plainItem) {
			if i.due = due; i.firstDue == "" {
				i.firstDue = due
			}
		})
	})
}

func (p *plainPair) estimate() outcome {
	ids, minutes := p.some(), p.IntN(4)*15-15
	return p.both(p.SetEstimate(p.ctx(), ids, minutes))(func(s *plainState) bool {
		return minutes >= 0 && s.change(ids, func(i *plainItem) { i.estimate = minutes })
	})
}

func (p *plainPair) wait() outcome {
	from, to := p.item(), p.item()
	return p.both(p.AddLink(p.ctx(), from, to, plan.After))(func(s *plainState) bool { return s.wait(from, to) })
}

func (p *plainPair) unwait() outcome {
	if id := p.pick(slices.Sorted(maps.Keys(p.mirror.links))); id != "" {
		link := p.mirror.links[id]
		return p.both(p.RemoveLink(p.ctx(), id))(func(s *plainState) bool {
			delete(s.waits, [2]string{link.FromID, link.ToID})
			return true
		})
	}
	return p.wait()
}

func (p *plainPair) addColumn() outcome {
	name, after := p.words(), ""
	state := plan.State(p.pick([]string{"todo", "doing", "done", "parked"}))
	if p.IntN(4) > 0 {
		after = p.column()
	}
	c, err := p.AddColumn(p.ctx(), NewColumn{PlanID: p.plan, Name: name, State: state, AfterID: after})
	id := c.Focus
	return p.both(c, err)(func(s *plainState) bool { return s.addColumn(id, name, state, after) })
}

func (p *plainPair) setColumn() outcome {
	id, name, limit := p.column(), p.words(), p.IntN(4)-1
	in := ColumnEdit{ID: id, Name: name, State: p.model.now.column(id).state, Limit: limit}
	return p.both(p.SetColumn(p.ctx(), in))(func(s *plainState) bool {
		c := &s.columns[s.at(id)]
		c.name, c.limit = name, limit
		return limit >= 0
	})
}

func (p *plainPair) moveColumn() outcome {
	id, after := p.column(), p.column()
	if p.IntN(4) == 0 {
		after = ""
	}
	return p.both(p.MoveColumn(p.ctx(), id, after))(func(s *plainState) bool { return s.moveColumn(id, after) })
}

func (p *plainPair) removeColumn() outcome {
	id := p.column()
	return p.both(p.DeleteColumn(p.ctx(), id))(func(s *plainState) bool { return s.removeColumn(id) })
}

func (p *plainPair) card() outcome {
	id, after, column := p.item(), p.item(), p.column()
	if id == "" || after == "" {
		return p.add()
	}
	return p.both(p.MoveCards(p.ctx(), CardMove{IDs: []string{id}, ColumnID: column, AfterID: after}))(func(s *plainState) bool {
		return s.card(id, column, after)
	})
}

func (p *plainPair) undo() outcome {
	if !p.model.undo() {
		return p.add()
	}
	p.undone++
	c, err := p.Undo(p.ctx())
	return outcome{c, err, true}
}

func (p *plainPair) redo() outcome {
	may := p.model.redo()
	p.undone++
	c, err := p.Redo(p.ctx())
	return outcome{c, err, may}
}
