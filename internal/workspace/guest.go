package workspace

import (
	"cmp"
	"database/sql"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"cairn/db"
	"cairn/db/query"
	bundles "cairn/internal/bundle"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// guest is a client of a bundle, with their plans. id is who that is here, or will be.
type guest struct {
	id    string
	name  string
	known bool // they are here
	plans []bundles.Came

	ids    map[string]map[string]string // of what would have the id of something else, by the files of plans
	shared map[string]string            // of what several plans speak of
	taken  map[string]string            // ids of what comes new, for all guests of a bundle: whose they are
}

// guestsOf says of each plan of a bundle whose it is: whoever has it here; or the
// client of that id, or the owner where it is the owner's; else somebody new.
func (e *edit) guestsOf(b *bundles.Bundle) ([]*guest, error) {
	all, homes, taken := []*guest{}, map[string]*guest{}, map[string]string{}
	for _, came := range b.Plans {
		home := cmp.Or(came.Plan.ClientID, path.Dir(came.File))
		g := homes[home]
		if g == nil {
			g = &guest{
				name: came.Plan.Client, ids: map[string]map[string]string{}, shared: map[string]string{}, taken: taken,
			}
			homes[home] = g
			all = append(all, g)
		}
		g.plans = append(g.plans, came)
	}
	met := map[string]*guest{}
	for _, g := range all {
		if err := e.meet(g); err != nil {
			return nil, err
		}
		if met[g.id] != nil { // two folders of one client
			met[g.id].plans = append(met[g.id].plans, g.plans...)
			g.plans = nil
			continue
		}
		met[g.id] = g
	}
	return slices.DeleteFunc(all, func(g *guest) bool { return len(g.plans) == 0 }), nil
}

// meet finds out who a guest is here.
func (e *edit) meet(g *guest) error {
	ids := []string{}
	for _, came := range g.plans {
		ids = append(ids, came.Plan.Plan.ID)
	}
	here, err := e.q.PlanListByIDs(e.ctx, list(ids))
	if err != nil {
		return err
	}
	first := g.plans[0]
	switch {
	case len(here) > 0:
		g.id = here[0].ClientID
	case first.Plan.ClientID == "" && first.Own:
		g.id, err = e.owner()
	default:
		g.id = cmp.Or(first.Plan.ClientID, newID())
	}
	if err != nil {
		return err
	}
	known, err := e.q.ClientGet(e.ctx, g.id)
	if errors.Is(err, sql.ErrNoRows) && first.Own {
		if g.id, err = e.owner(); err == nil {
			known, err = e.q.ClientGet(e.ctx, g.id)
		}
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	g.known, g.name = err == nil, known.Name
	return err
}

// parting are the three sides of a guest, and what else has to be known of them: which
// plans are here, the ids of what joins items and tags, and the life areas that make
// room for those that come, where nobody has used them yet.
type parting struct {
	merge.Sides
	pairs map[string]string
	room  []string
}

// partingOf reads what there is of a guest here, and brings all sides into one shape.
func (e *edit) partingOf(g *guest, here query.DBTX) (p parting, err error) {
	if p.Ours, p.pairs, err = e.oursOf(g, here); err != nil {
		return p, err
	}
	p.Base, p.Theirs = merge.Rows{}, merge.Rows{}
	for _, came := range g.plans {
		if err := p.left(came, g.id); err != nil {
			return p, err
		}
	}
	p.makeRoom(g)
	for _, came := range g.plans {
		if err := e.bring(g, &p, came, here); err != nil {
			return p, err
		}
	}
	p.complete()
	return p, nil
}

// oursOf is what there is of a guest, as it is stored, and over it what a bundle of now
// would say: so that nothing differs that says the same in other signs.
func (e *edit) oursOf(g *guest, here query.DBTX) (ours merge.Rows, pairs map[string]string, err error) {
	stored, err := db.ReadRows(e.ctx, here, g.id)
	if err != nil {
		return nil, nil, err
	}
	if ours, err = merge.Read(stored); err != nil {
		return nil, nil, err
	}
	pairs = joinedByPairs(ours)
	now, err := e.behalf(g.id).bundled()
	if err != nil {
		return nil, nil, err
	}
	for _, one := range now.Plans {
		p := bundles.PlanOf(now, one)
		p.Client = g.name
		if clean, bad := p.Clean(e.making()); bad == "" {
			p = clean
		}
		rows, err := rowsOf(p, g.id)
		if err != nil {
			return nil, nil, err
		}
		lay(rows, ours)
	}
	return ours, pairs, nil
}

// lay lets rows say what others say that are there too.
func lay(rows, over merge.Rows) {
	for table, some := range rows {
		for id, row := range some {
			if known := over[table][id]; known != nil {
				maps.Copy(known, row)
			}
		}
	}
}

// behalf is the edit on behalf of somebody else, to whom no private note is open.
func (e *edit) behalf(client string) *edit {
	other := *e
	other.client, other.key = client, nil
	return &other
}

func (e *edit) making() bundles.Making { return bundles.Making{ID: newID, Now: e.now} }

// isHere is true for a plan that is known here.
func (p *parting) isHere(came bundles.Came) bool { return p.Ours["plan"][came.Plan.Plan.ID] != nil }

// left adds a plan that is here as what it was when the bundle left.
func (p *parting) left(came bundles.Came, client string) error {
	if !came.Based || !p.isHere(came) {
		return nil
	}
	rows, err := rowsOf(came.Base, client)
	for table, some := range rows {
		for id, row := range some {
			p.Base.Put(table, id, row)
		}
	}
	return err
}

// bring adds a plan to what is there. What is said of the client as such stands in each
// of their plans: what somebody has changed in one of them counts.
func (e *edit) bring(g *guest, p *parting, came bundles.Came, here query.DBTX) error {
	rows, err := rowsOf(came.Plan, g.id)
	if err != nil {
		return err
	}
	p.sameAreas(g, rows)
	ids, err := e.otherIDs(g, p, came, rows, here)
	if err != nil {
		return err
	}
	for table, some := range renamed(rows, ids) {
		for id, row := range some {
			known := p.Theirs[table][id]
			switch was := p.Base[table][id]; {
			case known == nil, maps.Equal(known, was):
				p.Theirs.Put(table, id, row)
			case maps.Equal(known, row), was != nil && maps.Equal(row, was):
			default: // it was changed in two plans, each in another way
				return plan.Refuse(plan.Invalid, "error.bundle_wrong",
					"path", path.Base(came.File), "what", cmp.Or(row.Text("name"), row.Text("kind"), id))
			}
		}
	}
	return nil
}

// makeRoom lets the life areas that everybody begins with go where nothing is planned
// yet, if others come.
func (p *parting) makeRoom(g *guest) {
	comes := slices.ContainsFunc(g.plans, func(came bundles.Came) bool { return len(came.Plan.Areas) > 0 })
	if len(p.Ours["plan"])+len(p.Ours["aspect"]) > 0 || !comes {
		return
	}
	for id := range p.Ours["area"] {
		if !slices.ContainsFunc(g.plans, func(came bundles.Came) bool { return came.HasArea(id) }) {
			p.room = append(p.room, id)
			delete(p.Ours["area"], id)
		}
	}
}

// sameAreas lets a life area that comes be the one that is called so here.
func (p *parting) sameAreas(g *guest, rows merge.Rows) {
	here := map[string]string{}
	for id, row := range p.Ours["area"] {
		here[strings.ToLower(row.Text("name"))] = id
	}
	for id, row := range rows["area"] {
		same := here[strings.ToLower(row.Text("name"))]
		if same != "" && p.isNew("area", id) && rows["area"][same] == nil {
			g.shared[id] = same
			rows["area"][id] = maps.Clone(p.Ours["area"][same])
			rows["area"][id]["id"] = quoted(id)
		}
	}
}

// isNew is true for a row that is there and was neither here nor in what left.
func (p *parting) isNew(table, id string) bool {
	return p.Base[table][id] == nil && p.Ours[table][id] == nil
}

// otherIDs are the ids that the rows of a plan get, as they would have those of
// something else: of another client, of what another plan has, or, where the plan is
// new, of what is here.
func (e *edit) otherIDs(g *guest, p *parting, came bundles.Came, rows merge.Rows, here query.DBTX) (map[string]string, error) {
	if g.ids[came.File] == nil {
		g.ids[came.File] = map[string]string{}
	}
	own := g.ids[came.File]
	pairs := rows["item_tag"]
	delete(rows, "item_tag") // they have no ids of their own
	defer func() { rows["item_tag"] = pairs }()
	for table, some := range rows {
		taken, err := db.Taken(e.ctx, here, table, slices.Collect(maps.Keys(some)))
		if err != nil {
			return nil, err
		}
		for id, row := range some {
			ids, other := own, p.Theirs[table][id] != nil || !p.isHere(came) && taken[id]
			if spokenOfByMany(table, row) {
				ids, other = g.shared, false
			}
			renumber(ids, id, other || p.isNew(table, id) && g.clashes(id, taken))
		}
	}
	all := maps.Clone(g.shared)
	maps.Copy(all, own)
	return all, nil
}

// renumber gives a row another id where it needs one and has none yet.
func renumber(ids map[string]string, id string, needed bool) {
	if needed && ids[id] == "" {
		ids[id] = newID()
	}
}

// clashes is true for what comes new and has an id that is taken, here or by another
// guest.
func (g *guest) clashes(id string, taken map[string]bool) bool {
	g.taken[id] = cmp.Or(g.taken[id], g.id)
	return taken[id] || g.taken[id] != g.id
}

// spokenOfByMany is true for what stands in each plan of a client.
func spokenOfByMany(table string, row merge.Row) bool {
	return table == "area" || table == "tag" || table == "aspect" && row.Text("item_id") == ""
}

// complete lets the sides of a bundle say what only a vault knows as it is here.
func (p *parting) complete() {
	for table, some := range p.Ours {
		for id, ours := range some {
			fill(p.Base[table][id], ours)
			fill(p.Theirs[table][id], ours)
		}
	}
}

// fill lets a row, if there is one, say what it has no column for. A field of a body
// that is not said is said by that.
func fill(row, ours merge.Row) {
	for column, value := range ours {
		if _, said := row[column]; row != nil && !said && !strings.HasPrefix(column, "body.") {
			row[column] = value
		}
	}
}
