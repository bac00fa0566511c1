package workspace

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"cairn/db"
	"cairn/db/query"
	"cairn/internal/plan"
	"cairn/internal/search"
	"cairn/internal/text"
)

// Search is what is asked for in the open client (package search), and how many answers
// are wanted: fifty where Most is 0, MostFound at most.
type Search struct {
	Text string `json:"text"`
	Most int    `json:"most"`
}

// MostFound is how many answers a search gives at most.
const MostFound = 500

const usuallyFound = 50

// Found is what a search found, the best first; Count is how many answer in all. More:
// so many have the words that only the newest were looked at. Narrow: something else
// than words was asked for.
type Found struct {
	All    []FoundRow `json:"all"`
	Count  int        `json:"count"`
	More   bool       `json:"more"`
	Narrow bool       `json:"narrow"`
}

// FoundRow is one thing that was found. Of says what it is: item, aspect, piece,
// vision_board, plan_version, plan or tag; ItemID is the item that it is or is said
// of, Aspect the kind of an aspect. Title is that of the item, board, plan or tag,
// with what was found marked, Path what the item stands below, outermost first. Words
// is what else is written where Field says, around what was found there; both are
// empty where only the title answers.
type FoundRow struct {
	Of      string          `json:"of"`
	ID      string          `json:"id"`
	ItemID  string          `json:"itemId"`
	PlanID  string          `json:"planId"`
	BoardID string          `json:"boardId"`
	Aspect  plan.AspectKind `json:"aspect"`
	Kind    plan.Kind       `json:"kind"`
	State   plan.State      `json:"state"`
	Due     string          `json:"due"`
	Draft   bool            `json:"draft"`
	Trashed bool            `json:"trashed"`
	Title   []search.Part   `json:"title"`
	Path    []string        `json:"path"`
	Field   string          `json:"field"`
	Words   []search.Part   `json:"words"`
}

// Search finds what the open client has written. Of another client, or of what is
// private, nothing is ever found. No question is an error; an empty one finds nothing.
func (w *Workspace) Search(ctx context.Context, in Search) (Found, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	found, err := w.search(ctx, in)
	if err != nil {
		return found, fmt.Errorf("search: %w", err)
	}
	return found, nil
}

func (w *Workspace) search(ctx context.Context, in Search) (Found, error) {
	found := Found{All: []FoundRow{}}
	e := w.edit(ctx, query.New(w.vault.Read))
	vocabulary, err := w.vocabulary()
	if err != nil {
		return found, err
	}
	asked := search.Parse(in.Text, vocabulary, e.at)
	if found.Narrow = asked.Narrow(); asked.Empty() {
		return found, nil
	}
	sought, err := e.sought(asked, cmp.Or(min(max(in.Most, 0), MostFound), usuallyFound))
	if err != nil {
		return found, err
	}
	hits, err := w.vault.Search(ctx, sought)
	if err != nil {
		return found, err
	}
	found.Count, found.More = hits.Count, hits.More
	l, err := e.ancestry(itemsOf(hits.All))
	if err != nil {
		return found, err
	}
	for _, hit := range hits.All {
		written, err := w.vault.Written(ctx, hit.Table, hit.ID)
		if err != nil {
			return found, err
		}
		found.All = append(found.All, foundRow(asked, hit, written, l))
	}
	return found, nil
}

func itemsOf(hits []db.Hit) []string {
	ids := []string{}
	for _, h := range hits {
		if h.ItemID != "" {
			ids = append(ids, h.ItemID)
		}
	}
	return ids
}

func foundRow(asked search.Asked, h db.Hit, written map[string]string, l lineage) FoundRow {
	title := cmp.Or(h.Title, written["title"])
	row := FoundRow{
		Of: h.Table, ID: h.ID, ItemID: h.ItemID, PlanID: h.PlanID, BoardID: h.BoardID, Aspect: plan.AspectKind(h.Aspect),
		Kind: plan.Kind(h.Kind), State: plan.State(h.State), Due: h.Due, Draft: h.Draft,
		Title: []search.Part{{Text: title}}, Path: []string{}, Words: []search.Part{},
	}
	if written["title"] != "" {
		row.Title = asked.Mark(title)
	}
	if h.ItemID != "" {
		row.Trashed = !l.alive(h.ItemID)
		row.Path = l.titles(l[h.ItemID].ParentID.String)
	}
	for _, column := range [...]string{"said", "notes", "why", "what", "done_when"} {
		if words := written[column]; words != "" && asked.Hits(words) {
			row.Field, row.Words = column, asked.Cut(words)
			break
		}
	}
	return row
}

// vocabulary is the words for what can be asked beside words; they are read once.
func (w *Workspace) vocabulary() (search.Vocabulary, error) {
	if w.words != nil {
		return *w.words, nil
	}
	known := map[string]string{}
	all, err := text.Catalogue(language)
	if err == nil {
		err = json.Unmarshal(all, &known)
	}
	if err != nil {
		return search.Vocabulary{}, err
	}
	v := search.Speak(func(key string) string { return known["search.ask."+key] })
	w.words = &v
	return v, nil
}

// sought is what the vault is asked for.
func (e *edit) sought(a search.Asked, most int) (db.Sought, error) {
	s := db.Sought{
		Client: e.client, Match: a.Match(), Without: a.Without(), Begins: begins(a), Today: e.at.Format(time.DateOnly),
		Most: most, Drafts: a.IsAsked(search.Draft), Late: a.IsAsked(search.Late), InTrash: a.IsAsked(search.Trash),
		States: states(a.Is), Due: spans(a.Due), Changed: e.moments(a.Changed),
	}
	for _, kind := range a.Kinds {
		s.Kinds = append(s.Kinds, string(kind))
	}
	s.Titles = a.Match("title")
	if s.Match != "" {
		stand(&s, a)
	}
	return s, e.called(&s, a)
}

// begins is how a title begins that answers best.
func begins(a search.Asked) string {
	words := []string{}
	for _, w := range a.Words {
		if !w.Not {
			words = append(words, w.Text)
		}
	}
	return strings.ToLower(strings.Join(words, " "))
}

func states(is []search.Is) (all []string) {
	for _, one := range is {
		switch one {
		case search.Open:
			all = append(all, string(plan.Todo), string(plan.Doing), string(plan.Waiting))
		case search.Todo, search.Doing, search.Waiting, search.Done, search.Parked, search.LetGo:
			all = append(all, string(one))
		case search.Draft, search.Late, search.Trash: // are no states
		}
	}
	return all
}

// stand says where the words must stand.
func stand(s *db.Sought, a search.Asked) {
	columns := []string{}
	for _, place := range a.In {
		switch place {
		case search.Title:
			columns = append(columns, "title")
			s.Tables = append(s.Tables, "item", "plan", "tag", "vision_board")
		case search.Notes:
			columns = append(columns, "why", "what", "done_when", "notes")
			s.Tables = append(s.Tables, "item")
		case search.Checkin:
			columns = append(columns, "said")
			s.Aspects = append(s.Aspects, texts(plan.Checkin, plan.Checkpoint, plan.Setback)...)
		case search.Session:
			columns = append(columns, "said")
			s.Aspects = append(s.Aspects, texts(plan.Answer, plan.Assignment, plan.Hours)...)
		case search.Board:
			columns = append(columns, "said", "title")
			s.Tables = append(s.Tables, "piece", "vision_board")
		case search.Said:
			columns = append(columns, "said")
			s.Tables = append(s.Tables, "aspect", "plan_version")
		}
	}
	s.Match = a.Match(columns...)
	if len(columns) > 0 && !slices.Contains(columns, "title") {
		s.Titles = s.Match // none is better than another
	}
}

func texts(kinds ...plan.AspectKind) []string {
	all := make([]string, len(kinds))
	for i, kind := range kinds {
		all[i] = string(kind)
	}
	return all
}

func spans(days []search.Span) (all [][2]string) {
	for _, d := range days {
		all = append(all, [2]string{d.From, d.To})
	}
	return all
}

// moments are the first and the last moment of days, where one is.
func (e *edit) moments(days []search.Span) (all [][2]string) {
	at := func(day string, more int) string {
		t, err := time.ParseInLocation(time.DateOnly, day, e.at.Location())
		if err != nil {
			return ""
		}
		return stamp(t.AddDate(0, 0, more))
	}
	for _, d := range days {
		all = append(all, [2]string{at(d.From, 0), at(d.To, 1)})
	}
	return all
}

// called looks up the tags, plans and areas that are asked for by name.
func (e *edit) called(s *db.Sought, a search.Asked) error {
	if len(a.Tags) > 0 {
		rows, err := e.q.TagList(e.ctx, e.client)
		if err != nil {
			return err
		}
		s.Tags = idsCalled(a.Tags, rows, func(r query.Tag) (string, string) { return r.ID, r.Name })
	}
	if len(a.Plans) > 0 {
		rows, err := e.q.PlanList(e.ctx, e.client)
		if err != nil {
			return err
		}
		s.Plans = idsCalled(a.Plans, rows, func(r query.Plan) (string, string) { return r.ID, r.Name })
	}
	if len(a.Areas) > 0 {
		rows, err := e.q.AreaList(e.ctx, e.client)
		if err != nil {
			return err
		}
		s.Areas = idsCalled(a.Areas, rows, func(r query.Area) (string, string) { return r.ID, r.Name })
	}
	return nil
}

// idsCalled are those that have a name, or else those whose name begins so. Where there
// is none, nothing answers.
func idsCalled[R any](names []string, rows []R, of func(R) (id, name string)) []string {
	ids := []string{}
	for _, sought := range names {
		whole, begun := []string{}, []string{}
		for _, r := range rows {
			id, name := of(r)
			if strings.EqualFold(name, sought) {
				whole = append(whole, id)
			} else if strings.HasPrefix(strings.ToLower(name), strings.ToLower(sought)) {
				begun = append(begun, id)
			}
		}
		if len(whole) == 0 {
			whole = begun
		}
		ids = append(ids, whole...)
	}
	return append(ids, "")
}
