package workspace

import (
	"context"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// Paste is a text from elsewhere, and the place where it becomes items.
type Paste struct {
	Place plan.Place `json:"place"`
	Text  string     `json:"text"`
}

// PasteText turns an indented or Markdown list into items
// (interop.ParseOutline). Unless the text says otherwise, the topmost ones take
// the kind of the sibling that they go behind, and the others follow the level. Focus is the first new item; a text without words makes none.
func (w *Workspace) PasteText(ctx context.Context, in Paste) (plan.Changes, error) {
	return w.transact(ctx, "paste", "", func(e *edit) error { return e.pasteText(in) })
}

func (e *edit) pasteText(in Paste) error {
	lines, err := interop.ParseOutline(in.Text)
	if err != nil || len(lines) == 0 {
		return err
	}
	to, err := e.spot(in.Place)
	if err != nil {
		return err
	}
	tops, names := 0, []string{}
	for _, line := range lines {
		if line.Depth == 0 {
			tops++
		}
		names = append(names, line.Tags...)
	}
	ranks, err := e.ranks(to, tops)
	if err != nil {
		return err
	}
	tags, err := e.writtenTags(names)
	if err != nil {
		return err
	}
	items, err := planted(lines, to, ranks, tags)
	if err != nil {
		return err
	}
	e.focus, e.kind, e.count = items[0].ID, items[0].Kind, len(items)
	return e.add(items)
}

// planted are the items that lines become at a spot; ranks are those of the
// topmost ones, tags the ids of tags by tagKey.
func planted(lines []interop.Line, to spot, ranks []string, tags map[string]string) ([]plan.Item, error) {
	items := make([]plan.Item, 0, len(lines))
	above := []plan.Item{{ID: to.parent, Kind: to.kind}} // what is open, outermost first
	last := []string{""}                                 // the rank of the last child of each
	for _, line := range lines {
		above, last = above[:line.Depth+1], append(last[:line.Depth+1], "")
		if err := plan.ValidDepth(to.level + line.Depth); err != nil {
			return nil, err
		}
		if line.Depth == 0 && line.Kind == "" {
			line.Kind = to.beside
		}
		item := grown(line, above[line.Depth], tags)
		item.PlanID = to.plan
		if line.Depth == 0 {
			item.Rank, ranks = ranks[0], ranks[1:]
		} else {
			item.Rank = plan.RankBetween(last[line.Depth], "")
			last[line.Depth] = item.Rank
		}
		above = append(above, item)
		items = append(items, item)
	}
	return items, nil
}

// grown is the item that a line becomes below another one.
func grown(line interop.Line, above plan.Item, tags map[string]string) plan.Item {
	item := plan.Item{
		ID: newID(), ParentID: above.ID, Kind: line.Kind, Title: line.Title, State: plan.Todo,
		Due: line.Due, EstimateMin: line.EstimateMin, Notes: line.Notes,
	}
	if item.Kind == "" || plan.KindFits(item.Kind, above.Kind) != nil {
		item.Kind = plan.KindBelow(above.Kind)
	}
	if line.Done {
		item.State = plan.Done
	}
	for _, name := range line.Tags {
		item.TagIDs = append(item.TagIDs, tags[tagKey(name)])
	}
	return item
}
