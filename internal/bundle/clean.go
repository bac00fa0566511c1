package bundle

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

	"cairn/internal/plan"
)

// Clean is a plan as it may be kept: what nobody said is filled in, what stands for
// itself is put right, and what cannot be is refused, by its title or its id; "" is
// nothing.
func (p Plan) Clean(making Making) (Plan, string) { return p.clean(making) }

func (p Plan) clean(making Making) (Plan, string) {
	c := cleaning{
		Making: making, items: map[string]plan.Item{}, areas: map[string]bool{"": true}, tags: map[string]bool{},
		homes: map[string]bool{"": true}, seen: map[string]bool{},
	}
	c.plan(&p)
	for i := range p.Areas {
		c.area(&p.Areas[i])
	}
	for i := range p.Tags {
		c.id(&p.Tags[i].ID, p.Tags[i].Name)
		c.name(&p.Tags[i].Name)
		key := "tag " + strings.ToLower(p.Tags[i].Name)
		c.want(!c.seen[key], p.Tags[i].Name)
		c.tags[p.Tags[i].ID], c.seen[key] = true, true
	}
	c.columns(&p)
	c.itemsOf(&p)
	for i := range p.Aspects {
		c.aspect(&p.Aspects[i])
	}
	for i := range p.Links {
		c.link(&p.Links[i])
	}
	for i := range p.Versions {
		c.version(&p.Versions[i], p.Plan.ID)
	}
	c.boards(&p)
	c.order(&p)
	return p, c.bad
}

// cleaning is one plan that is looked through. bad names the first thing in it that
// cannot be.
type cleaning struct {
	Making
	items map[string]plan.Item
	areas map[string]bool
	tags  map[string]bool
	homes map[string]bool // columns
	seen  map[string]bool
	bad   string
}

// An id stands in keys and lists: a slash or a space would part it. A rank never ends
// in the lowest digit (package plan).
var (
	anID  = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
	aRank = regexp.MustCompile(`^[0-9A-Za-z]{0,199}[1-9A-Za-z]$`)
)

var errNoSuch = errors.New("there is no such thing")

func isHue(hue string) bool {
	return slices.Contains([]string{"home", "career", "contribution", "growth", "relationships", "health", "play", "money"}, hue)
}

func (c *cleaning) refuse(err error, what string) {
	if err != nil && c.bad == "" {
		c.bad = cmp.Or(what, "?")
	}
}

func (c *cleaning) want(is bool, what string) {
	if !is {
		c.refuse(errNoSuch, what)
	}
}

// id gives an id to what has none, and refuses one that is there twice.
func (c *cleaning) id(id *string, what string) {
	if *id == "" {
		*id = c.ID()
	}
	c.want(anID.MatchString(*id) && !c.seen[*id], cmp.Or(what, *id))
	c.seen[*id] = true
}

// refers refuses what is no id; nothing at all is fine.
func (c *cleaning) refers(id, what string) { c.want(id == "" || anID.MatchString(id), what) }

func (c *cleaning) rank(rank, what string) { c.want(rank == "" || aRank.MatchString(rank), what) }

func (c *cleaning) name(name *string) {
	clean, err := plan.CleanName(*name)
	c.refuse(err, *name)
	*name = clean
}

func (c *cleaning) text(text *string, what string) {
	clean, err := plan.CleanText(*text)
	c.refuse(err, what)
	*text = clean
}

// moment is an instant; nothing at all is now.
func (c *cleaning) moment(moment *string, what string) {
	*moment = cmp.Or(*moment, c.Now)
	_, err := time.Parse(time.RFC3339, *moment)
	c.refuse(err, what)
}

func (c *cleaning) plan(p *Plan) {
	what := p.Plan.Name
	c.id(&p.Plan.ID, what)
	c.name(&p.Plan.Name)
	p.Plan.Subject = cmp.Or(p.Plan.Subject, plan.Me)
	c.refuse(plan.ValidSubject(p.Plan.Subject), what)
	c.rank(p.Plan.Rank, what)
	c.name(&p.Client)
	c.refers(p.ClientID, what)
}

func (c *cleaning) area(a *plan.Area) {
	c.id(&a.ID, a.Name)
	c.want(isHue(a.Hue), a.Name)
	c.name(&a.Name)
	c.rank(a.Rank, a.Name)
	c.areas[a.ID] = true
}

// columns gives a board those that it always has.
func (c *cleaning) columns(p *Plan) {
	for _, usual := range plan.UsualColumns(p.Plan.ID) {
		if !slices.ContainsFunc(p.Columns, func(o plan.Column) bool { return o.State == usual.State }) {
			usual.Rank = ""
			p.Columns = append(p.Columns, usual)
		}
	}
	c.refuse(plan.ValidColumns(len(p.Columns)), p.Plan.Name)
	for i := range p.Columns {
		k := &p.Columns[i]
		k.PlanID = p.Plan.ID
		c.id(&k.ID, k.Name)
		name, err := plan.CleanColumnName(k.Name)
		c.refuse(errors.Join(err, plan.ValidState(k.State), plan.ValidLimit(k.Limit)), cmp.Or(k.Name, k.ID))
		c.rank(k.Rank, k.ID)
		k.Name = name
		c.homes[k.ID] = true
	}
}

func (c *cleaning) itemsOf(p *Plan) {
	for i := range p.Items {
		item := &p.Items[i]
		c.id(&item.ID, item.Title)
		item.PlanID = p.Plan.ID
		c.item(item)
		c.names(item)
		c.items[item.ID] = *item
	}
	for _, item := range p.Items {
		level := 1
		for up := item.ParentID; up != "" && level <= plan.MaxDepth; level++ {
			above, known := c.items[up]
			c.want(known, item.Title)
			up = above.ParentID
		}
		c.refuse(plan.ValidDepth(level), item.Title)
	}
}

func (c *cleaning) item(i *plan.Item) {
	what := cmp.Or(i.Title, i.ID)
	title, err := plan.CleanTitle(i.Title)
	c.refuse(err, what)
	i.Title, i.State = title, cmp.Or(i.State, plan.Todo)
	c.refuse(errors.Join(plan.ValidKind(i.Kind), plan.ValidState(i.State)), what)
	c.refuse(errors.Join(plan.ValidEstimate(i.EstimateMin), plan.ValidEstimate(i.SpentMin)), what)
	dates, err := plan.CleanDates(plan.Dates{Start: i.Start, Due: i.Due, Kind: i.DueKind})
	c.refuse(err, what)
	i.Start, i.Due, i.DueKind = dates.Start, dates.Due, dates.Kind
	i.FirstDue = cmp.Or(i.FirstDue, i.Due)
	_, err = plan.ParseDate(i.FirstDue)
	c.refuse(err, what)
	for _, text := range []*string{&i.Why, &i.What, &i.DoneWhen, &i.Notes} {
		c.text(text, what)
	}
	c.moment(&i.CreatedAt, what)
	c.moment(&i.ChangedAt, what)
	if i.State != plan.Done {
		i.DoneAt = ""
	} else {
		c.moment(&i.DoneAt, what)
	}
	c.rank(i.Rank, what)
	c.rank(i.Priority, what)
}

// names looks whether what an item names is there.
func (c *cleaning) names(i *plan.Item) {
	c.want(c.areas[i.AreaID] && c.homes[i.ColumnID], i.Title)
	twice := map[string]bool{}
	for _, id := range i.TagIDs {
		c.want(c.tags[id] && !twice[id], i.Title)
		twice[id] = true
	}
}

func (c *cleaning) aspect(a *plan.Aspect) {
	c.id(&a.ID, string(a.Kind))
	what := cmp.Or(c.items[a.ItemID].Title, a.ID)
	_, known := c.items[a.ItemID]
	c.want(known || a.ItemID == "", what)
	c.refuse(plan.ValidAspect(a.Kind, a.ItemID), what)
	body, err := plan.MergeBody(a.Kind, nil, a.Body)
	c.refuse(err, what)
	a.Body = body
	c.rank(a.Rank, what)
}

func (c *cleaning) link(l *plan.Link) {
	c.id(&l.ID, c.items[l.FromID].Title)
	what := cmp.Or(c.items[l.FromID].Title, l.ID)
	_, known := c.items[l.FromID]
	c.want(known && l.FromID != l.ToID && anID.MatchString(l.ToID), what)
	if l.Weight == 0 {
		l.Weight = 1
	}
	c.refuse(errors.Join(plan.ValidLinkKind(l.Kind), plan.ValidWeight(l.Weight), plan.ValidLag(l.Lag)), what)
}

func (c *cleaning) version(v *Adapted, planID string) {
	v.PlanID = planID
	c.id(&v.ID, v.MadeAt)
	for _, text := range []*string{&v.Changed, &v.Stays, &v.Reason} {
		c.text(text, v.ID)
	}
	c.moment(&v.MadeAt, v.ID)
	var content plan.Snapshot
	var compact bytes.Buffer
	raw := bytes.TrimSpace(v.Content)
	if len(raw) == 0 {
		raw = []byte("{}")
	}
	c.want(raw[0] == '{', v.ID)
	c.refuse(errors.Join(json.Unmarshal(raw, &content), json.Compact(&compact, raw)), v.ID)
	v.Content = compact.Bytes()
}

func (c *cleaning) boards(p *Plan) {
	c.refuse(plan.ValidBoards(len(p.Boards)), p.Plan.Name)
	pieces := map[string]int{}
	for i := range p.Boards {
		b := &p.Boards[i]
		c.id(&b.ID, b.Name)
		b.PlanID = p.Plan.ID
		name, err := plan.CleanColumnName(b.Name)
		paper, bad := plan.CleanPaper(b.Paper)
		c.refuse(errors.Join(err, bad), cmp.Or(b.Name, b.ID))
		b.Name, b.Paper = name, paper
		c.refers(b.ItemID, b.ID)
		c.rank(b.Rank, b.ID)
		pieces[b.ID] = 1
	}
	for i := range p.Pieces {
		c.piece(&p.Pieces[i])
		at := p.Pieces[i].BoardID
		c.want(pieces[at] > 0, p.Pieces[i].ID)
		c.refuse(plan.ValidPieces(pieces[at]), p.Pieces[i].ID)
		pieces[at]++
	}
}

func (c *cleaning) piece(x *plan.Piece) {
	c.id(&x.ID, "")
	clean, err := plan.CleanPiece(*x)
	c.refuse(err, x.ID)
	*x = clean
	c.want(x.Picture == "" || hashed.MatchString(x.Picture), x.ID)
	for _, id := range []string{x.GroupID, x.ItemID, x.ValueID} {
		c.refers(id, x.ID)
	}
	c.rank(x.Rank, x.ID)
}

// order puts what says nothing of its order behind the others, one after the other.
func (c *cleaning) order(p *Plan) {
	last := map[string]string{}
	each := func(visit func(group string, rank *string)) {
		for i := range p.Areas {
			visit("area", &p.Areas[i].Rank)
		}
		for i := range p.Columns {
			visit("column", &p.Columns[i].Rank)
		}
		for i := range p.Items {
			visit("item "+p.Items[i].ParentID, &p.Items[i].Rank)
			visit("priority", &p.Items[i].Priority)
		}
		for i := range p.Aspects {
			visit(strings.Join([]string{"aspect", p.Aspects[i].ItemID, string(p.Aspects[i].Kind)}, " "), &p.Aspects[i].Rank)
		}
		for i := range p.Boards {
			visit("board", &p.Boards[i].Rank)
		}
		for i := range p.Pieces {
			visit("piece "+p.Pieces[i].BoardID, &p.Pieces[i].Rank)
		}
	}
	if c.bad != "" {
		return
	}
	each(func(group string, rank *string) { last[group] = max(last[group], *rank) })
	each(func(group string, rank *string) {
		if *rank == "" {
			last[group] = plan.RankBetween(last[group], "")
			*rank = last[group]
		}
	})
}
