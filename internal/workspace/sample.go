package workspace

import (
	"cmp"
	"context"
	"slices"

	"cairn/internal/media"
	"cairn/internal/plan"
	"cairn/internal/sample"
)

// AddSample makes a plan out of a sample, in one step, and shows it.
func (w *Workspace) AddSample(ctx context.Context, tree sample.Tree) (plan.Changes, error) {
	return w.transact(ctx, "sample", "", func(e *edit) error { return e.addSample(tree) })
}

func (e *edit) addSample(tree sample.Tree) error {
	id := newID()
	if err := e.addPlan(id, tree.Name, tree.Subject); err != nil {
		return err
	}
	ids := map[string]string{"": ""}
	names := []string{}
	for _, n := range tree.Items {
		ids[n.Key] = newID()
		names = append(names, n.Tags...)
	}
	tags, err := e.tags(names)
	if err != nil {
		return err
	}
	areas, err := e.areasByHue()
	if err != nil {
		return err
	}
	items, last := make([]plan.Item, len(tree.Items)), map[string]string{}
	for i, n := range tree.Items {
		last[n.Parent] = plan.RankBetween(last[n.Parent], "")
		items[i] = sampled(n, ids, areas, tags)
		items[i].PlanID, items[i].Rank = id, last[n.Parent]
	}
	if err := e.add(items); err != nil {
		return err
	}
	own := map[string]string{"*": id}
	for key, item := range ids {
		own["^"+key] = item
	}
	for hue, area := range areas {
		own["#"+hue] = area
	}
	hashes, err := e.picturesOf(tree)
	if err != nil {
		return err
	}
	for name, hash := range hashes {
		own["&"+name] = hash
	}
	if err := e.sayForSample(tree.Said, own); err != nil {
		return err
	}
	if err := e.addAspects(sampledAspects(tree, ids, own)); err != nil {
		return err
	}
	if err := e.q.LinkAddMany(e.ctx, list(sampledLinks(tree.Links, ids))); err != nil {
		return err
	}
	return e.hangSample(id, tree, ids, hashes)
}

// picturesOf keeps the pictures of a sample, and tells their hashes by their names.
func (e *edit) picturesOf(tree sample.Tree) (map[string]string, error) {
	hashes := map[string]string{}
	for name, drawing := range tree.Pictures {
		hashes[name] = media.HashOf(drawing.Large)
		if err := e.addPicture(sampledPicture(hashes[name], drawing)); err != nil {
			return nil, err
		}
	}
	return hashes, nil
}

// hangSample makes the vision boards of a sample.
func (e *edit) hangSample(planID string, tree sample.Tree, ids, hashes map[string]string) error {
	for _, b := range tree.Boards {
		if err := e.addVisionBoard(NewVisionBoard{PlanID: planID, ItemID: ids[b.Item]}); err != nil {
			return err
		}
		if err := e.addPieces(NewPieces{BoardID: e.focus, Pieces: sampledPieces(b.Pieces, ids, hashes)}); err != nil {
			return err
		}
	}
	e.kind, e.count, e.focus = "", 1, ""
	return nil
}

// sampledPicture is a drawing as it would have come in: it is safe and small
// enough already.
func sampledPicture(hash string, drawing sample.Picture) media.Picture {
	largest, smallest := media.Edges()[0], media.Edges()[len(media.Edges())-1]
	return media.Picture{Hash: hash, Width: drawing.Width, Height: drawing.Height, Files: []media.File{
		{Edge: largest, Type: "image/jpeg", Data: drawing.Large},
		{Edge: smallest, Type: "image/jpeg", Data: drawing.Small},
	}}
}

func sampledPieces(pieces []sample.Piece, ids, hashes map[string]string) []plan.Piece {
	made := make([]plan.Piece, len(pieces))
	for i, p := range pieces {
		made[i] = plan.Piece{
			ID: p.Key, Kind: p.Kind, X: p.At[0], Y: p.At[1], W: p.At[2], H: p.At[3], Angle: p.Angle,
			ItemID: ids[p.Item], Picture: hashes[p.Picture], Body: p.Body,
		}
	}
	return made
}

// sampled is the item that a node of a sample becomes.
func sampled(n sample.Node, ids, areas, tags map[string]string) plan.Item {
	item := plan.Item{
		ID: ids[n.Key], ParentID: ids[n.Parent], Kind: n.Kind, Title: n.Title, State: n.State, Start: n.Start, Due: n.Due,
		FirstDue: n.FirstDue, EstimateMin: n.EstimateMin, SpentMin: n.SpentMin, AreaID: areas[n.Area],
		Why: n.Why, What: n.What, DoneWhen: n.DoneWhen, Notes: n.Notes, Draft: n.Draft,
	}
	if day := cmp.Or(n.Done, n.Due); n.State == plan.Done && day != "" {
		item.DoneAt = day + "T12:00:00Z" // it lies behind
	}
	for _, name := range n.Tags {
		item.TagIDs = append(item.TagIDs, tags[tagKey(name)])
	}
	return item
}

// sayForSample says what a sample knows of the client, and remembers in own what
// became of each key. It never speaks over what the client said themselves: of
// a kind that they have something of already it only adds the values that they
// lack by name, as its items serve them.
func (e *edit) sayForSample(all []sample.Said, own map[string]string) error {
	before := map[plan.AspectKind][]plan.Aspect{}
	for _, said := range all {
		beside, looked := before[said.Kind]
		if !looked {
			var err error
			if beside, err = e.beside(said.Kind, ""); err != nil {
				return err
			}
			before[said.Kind] = beside
		}
		named := slices.IndexFunc(beside, func(a plan.Aspect) bool { return a.Body["name"] == said.Body["name"] })
		switch {
		case len(beside) == 0 || said.Kind == plan.Value && named < 0:
			resolve(said.Body, own)
			if err := e.say(AspectEdit{Kind: said.Kind, Body: said.Body}); err != nil {
				return err
			}
			own["@"+said.Key] = e.focus
		case said.Kind == plan.Value:
			own["@"+said.Key] = beside[named].ID
		}
	}
	e.focus = ""
	return nil
}

// resolve puts ids into a body where it speaks of keys.
func resolve(body plan.Body, own map[string]string) {
	for name, value := range body {
		if text, _ := value.(string); own[text] != "" {
			body[name] = own[text]
		}
	}
}

// sampledAspects is what is said of a sample's plan and of its items.
func sampledAspects(tree sample.Tree, ids, own map[string]string) []plan.Aspect {
	made, rank := []plan.Aspect{}, ""
	say := func(all []sample.Said, itemID string) {
		for _, said := range all {
			id := newID()
			own["@"+said.Key] = id
			rank = plan.RankBetween(rank, "")
			made = append(made, plan.Aspect{ID: id, ItemID: itemID, Kind: said.Kind, Rank: rank, Body: said.Body})
		}
	}
	say(tree.Looked, "")
	for _, n := range tree.Items {
		say(n.Said, ids[n.Key])
	}
	for _, a := range made {
		resolve(a.Body, own)
	}
	return made
}

func sampledLinks(links []sample.Link, ids map[string]string) []plan.Link {
	made := make([]plan.Link, len(links))
	for i, l := range links {
		made[i] = plan.Link{ID: newID(), FromID: ids[l.From], ToID: ids[l.To], Kind: l.Kind, Weight: 1}
	}
	return made
}

// areasByHue is the first life area of each hue that the open client has.
func (e *edit) areasByHue() (map[string]string, error) {
	areas, err := e.q.AreaList(e.ctx, e.client)
	ids := map[string]string{}
	for _, a := range areas {
		if ids[a.Hue] == "" {
			ids[a.Hue] = a.ID
		}
	}
	return ids, err
}
