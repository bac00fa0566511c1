package workspace

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cairn/internal/plan"
)

// whole checks what no edit may ever break: every item stands in a plan that
// is there, below an item of the same plan, on no more than MaxDepth levels, in
// no circle, as a kind that fits; siblings have different ranks, and all items
// of a plan different priorities, also those in the trash; every plan has a
// column for each usual state, and no item is in one of another plan.
func (b *bundle) whole() {
	b.TB.Helper()
	for _, i := range b.mirror.items {
		if _, here := b.mirror.plans[i.PlanID]; !here {
			b.TB.Fatalf("%s is in no plan", i.Title)
		}
		level, parent := 1, plan.Item{}
		for up := i; up.ParentID != ""; level++ {
			above, here := b.mirror.items[up.ParentID]
			if !here || above.PlanID != i.PlanID || level > plan.MaxDepth {
				b.TB.Fatalf("%s does not stand in the tree", i.Title)
			}
			if parent.ID == "" {
				parent = above
			}
			up = above
		}
		if err := plan.KindFits(i.Kind, parent.Kind); err != nil {
			b.TB.Fatalf("%s: %v", i.Title, err)
		}
	}
	if n := b.count(`SELECT count(*) FROM (SELECT 1 FROM item GROUP BY plan_id, parent_id, rank HAVING count(*) > 1)`); n > 0 {
		b.TB.Fatalf("%d ranks are not unique", n)
	}
	if n := b.count(`SELECT count(*) FROM (SELECT 1 FROM item GROUP BY plan_id, priority HAVING count(*) > 1)`); n > 0 {
		b.TB.Fatalf("%d priorities are not unique", n)
	}
	if n := b.count(`SELECT count(*) FROM (SELECT 1 FROM board_column GROUP BY plan_id, rank HAVING count(*) > 1)`); n > 0 {
		b.TB.Fatalf("%d ranks of columns are not unique", n)
	}
	if n := b.count(`SELECT count(*) FROM plan WHERE 4 > (SELECT count(DISTINCT state) FROM board_column
		WHERE plan_id = plan.id AND state IN ('todo', 'doing', 'waiting', 'done'))`); n > 0 {
		b.TB.Fatalf("%d plans lack a column", n)
	}
	if n := b.count(`SELECT count(*) FROM item JOIN board_column AS c ON c.id = column_id WHERE c.plan_id <> item.plan_id`); n > 0 {
		b.TB.Fatalf("%d items are in a column of another plan", n)
	}
	if n := b.count(`SELECT count(*) FROM item JOIN item AS up ON up.id = item.parent_id WHERE up.plan_id <> item.plan_id`); n > 0 {
		b.TB.Fatalf("%d items are in another plan than their parents", n)
	}
	if n := b.count(`SELECT count(*) FROM pragma_foreign_key_check`); n > 0 {
		b.TB.Fatalf("%d rows point nowhere", n)
	}
	b.indexed()
}

// TestAnyEdits does random edits, and undoes and redoes some. After each the
// tree is whole, and the page knows what there is by the changes alone. In the
// end, undoing everything leads to the start and redoing it to the end.
func TestAnyEdits(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBundle(checked{t, r})
		defer b.shut()
		start := b.mirror.plain()
		hand := &hand{b}
		for range rapid.IntRange(1, 40).Draw(r, "edits") {
			name, c, err := hand.edit(r)
			if err != nil && plan.CodeOf(err) == plan.Internal {
				r.Fatalf("%s: %v", name, err)
			}
			if err == nil {
				b.ok(c, nil)
			}
			b.whole()
		}
		b.restart()
		for b.mirror.redo.Op != "" {
			b.ok(b.Redo(b.ctx()))
		}
		end := b.mirror.plain()
		for b.mirror.undo.Op != "plan_add" || len(b.mirror.plans) > 1 {
			b.ok(b.Undo(b.ctx()))
		}
		if got := b.mirror.plain(); got != start {
			r.Fatalf("undo led to\n%s\nnot to\n%s", got, start)
		}
		for b.mirror.redo.Op != "" {
			b.ok(b.Redo(b.ctx()))
		}
		if got := b.mirror.plain(); got != end {
			r.Fatalf("redo led to\n%s\nnot to\n%s", got, end)
		}
	})
}

// plain is text without the next steps and the plan shown.
func (m *mirror) plain() string {
	text := m.text()
	return text[:strings.LastIndex(text, "\nundo ")]
}

// checked lets a bundle fail a check of rapid instead of the test.
type checked struct {
	*testing.T
	r *rapid.T
}

func (c checked) Fatal(args ...any)                 { c.r.Fatal(args...) }
func (c checked) Fatalf(format string, args ...any) { c.r.Fatalf(format, args...) }
func (c checked) Cleanup(func())                    {} // each check shuts its own bundle

// hand is a person who does anything at all.
type hand struct{ *bundle }

func (h *hand) edit(t *rapid.T) (string, plan.Changes, error) {
	ctx, edits := context.Background(), map[string]func() (plan.Changes, error){}
	edits["add"] = func() (plan.Changes, error) {
		kind := rapid.SampledFrom([]plan.Kind{"", "", "", plan.Vision, plan.Goal, plan.Step, plan.Idea, plan.Decision}).Draw(t, "kind")
		in := NewItem{Place: h.place(t), Kind: kind, Title: h.words(t), Edit: h.visit(t)}
		if rapid.Bool().Draw(t, "in a column") {
			in.ColumnID = h.column(t)
		}
		return h.AddItem(ctx, in)
	}
	edits["title"] = func() (plan.Changes, error) {
		return h.SetTitle(ctx, TextEdit{ID: h.one(t), Text: h.words(t), Edit: h.visit(t)})
	}
	edits["text"] = func() (plan.Changes, error) {
		field := rapid.SampledFrom([]string{"why", "what", "doneWhen", "notes"}).Draw(t, "field")
		return h.SetText(ctx, TextEdit{ID: h.one(t), Field: field, Text: h.words(t), Edit: h.visit(t)})
	}
	edits["move"] = func() (plan.Changes, error) {
		return h.MoveItems(ctx, Move{IDs: h.some(t), Place: h.place(t)})
	}
	edits["copy"] = func() (plan.Changes, error) {
		if len(h.mirror.items) > 60 {
			return h.Undo(ctx)
		}
		return h.CopyItems(ctx, Move{IDs: h.some(t), Place: h.place(t)})
	}
	edits["paste"] = func() (plan.Changes, error) {
		return h.PasteText(ctx, Paste{Place: h.place(t), Text: "- one #now\n  - [x] two\n    - three #Then\n- four"})
	}
	edits["import"] = func() (plan.Changes, error) {
		return h.Import(ctx, rapid.SampledFrom(append(h.sorted("plan"), "none")).Draw(t, "plan"), h.calendar(moored))
	}
	edits["state"] = func() (plan.Changes, error) { return h.SetState(ctx, h.some(t), h.state(t)) }
	edits["kind"] = func() (plan.Changes, error) {
		kind := rapid.SampledFrom([]plan.Kind{plan.Vision, plan.Goal, plan.Milestone, plan.Step, plan.Decision, plan.Idea}).Draw(t, "kind")
		return h.SetKind(ctx, h.some(t), kind)
	}
	edits["due"] = func() (plan.Changes, error) {
		return h.SetDue(ctx, h.some(t), rapid.SampledFrom([]string{"", "2026-03-13", "2026-13-03"}).Draw(t, "due"))
	}
	edits["area"] = func() (plan.Changes, error) {
		area := rapid.SampledFrom(append(h.sorted("area"), "")).Draw(t, "area")
		return h.SetArea(ctx, h.some(t), area)
	}
	edits["tag"] = func() (plan.Changes, error) {
		return h.AddTag(ctx, h.some(t), rapid.SampledFrom([]string{"now", "NOW", "then", "später"}).Draw(t, "tag"))
	}
	edits["untag"] = func() (plan.Changes, error) {
		return h.RemoveTag(ctx, h.some(t), rapid.SampledFrom(append(h.sorted("tag"), "none")).Draw(t, "tag"))
	}
	edits["delete"] = func() (plan.Changes, error) { return h.DeleteItems(ctx, h.some(t)) }
	edits["restore"] = func() (plan.Changes, error) {
		ids := []string{}
		for _, entry := range h.trash() {
			ids = append(ids, entry.ID)
		}
		slices.Sort(ids)
		in := Move{IDs: rapid.SliceOfN(rapid.SampledFrom(append(ids, "none")), 1, 3).Draw(t, "trash")}
		if rapid.Bool().Draw(t, "to a place") {
			in.Place = h.place(t)
		}
		return h.RestoreItems(ctx, in)
	}
	edits["link"] = func() (plan.Changes, error) {
		return h.AddLink(ctx, h.one(t), h.one(t), rapid.SampledFrom([]plan.LinkKind{plan.Serves, plan.After}).Draw(t, "link"))
	}
	edits["weave"] = func() (plan.Changes, error) {
		in := Weave{ID: rapid.SampledFrom([]string{"", h.one(t)}).Draw(t, "woven"), Title: h.words(t), Place: h.place(t)}
		in.Waits = []Wait{{ToID: h.one(t)}, {FromID: h.one(t), ToID: h.one(t)}}
		if links := h.sorted("link"); len(links) > 0 && rapid.Bool().Draw(t, "cut") {
			in.Cut = []string{rapid.SampledFrom(links).Draw(t, "link")}
		}
		return h.WeaveItem(ctx, in)
	}
	edits["lag"] = func() (plan.Changes, error) {
		link := rapid.SampledFrom(append(h.sorted("link"), "none")).Draw(t, "link")
		return h.SetLag(ctx, link, rapid.IntRange(0, 9).Draw(t, "lag"))
	}
	edits["weight"] = func() (plan.Changes, error) {
		link := rapid.SampledFrom(append(h.sorted("link"), "none")).Draw(t, "link")
		return h.SetWeight(ctx, link, float64(rapid.IntRange(0, 9).Draw(t, "weight")))
	}
	edits["checkin"] = func() (plan.Changes, error) {
		ending := rapid.SampledFrom([]string{"keep", "pivot", "pause", "letgo"}).Draw(t, "ending")
		return h.CheckIn(ctx, NewCheckin{
			Body: plan.Body{
				"itemId": h.one(t), "on": "2026-03-02", "win": h.words(t), "ending": ending,
				"mood": float64(rapid.IntRange(0, 10).Draw(t, "mood")),
			},
			Version: NewVersion{Changed: h.words(t)}, Rests: []string{h.one(t)},
		})
	}
	edits["unlink"] = func() (plan.Changes, error) {
		return h.RemoveLink(ctx, rapid.SampledFrom(append(h.sorted("link"), "none")).Draw(t, "link"))
	}
	edits["raise"] = func() (plan.Changes, error) {
		return h.RaiseItem(ctx, h.one(t), rapid.SampledFrom([]plan.Kind{plan.Goal, plan.Milestone}).Draw(t, "kind"))
	}
	edits["say"] = func() (plan.Changes, error) {
		in := AspectEdit{ItemID: h.one(t), Kind: plan.Aim, Body: plan.Body{"statement": h.words(t)}, Edit: h.visit(t)}
		switch rapid.SampledFrom([]string{"aim", "measure", "anew", "value", "interest", "outlook", "worth"}).Draw(t, "say") {
		case "measure":
			in.Kind, in.Body = plan.Measure, plan.Body{"name": h.words(t), "target": 3.0}
		case "anew":
			in.ID = rapid.SampledFrom(append(h.sorted("aspect"), "none")).Draw(t, "aspect")
			in.Kind, in.ItemID = h.mirror.said[in.ID].Kind, h.mirror.said[in.ID].ItemID
			if field := map[plan.AspectKind]string{plan.Value: "name", plan.Outlook: "success"}[in.Kind]; field != "" {
				in.Body = plan.Body{field: h.words(t)}
			}
		case "outlook":
			in.Kind, in.Body = plan.Outlook, plan.Body{"success": h.words(t)}
		case "worth":
			in.Kind, in.Body, in.Name = plan.Worth, plan.Body{}, rapid.SampledFrom([]string{"calm", "play"}).Draw(t, "name")
		case "value":
			in.ItemID, in.Kind, in.Body = "", plan.Value, plan.Body{"name": h.words(t)}
		case "interest":
			in.ItemID, in.Kind, in.Body = "", plan.Interest, plan.Body{"words": h.words(t)}
		}
		return h.SetAspect(ctx, in)
	}
	edits["become"] = func() (plan.Changes, error) {
		id := rapid.SampledFrom(append(h.sorted("aspect"), "none")).Draw(t, "aspect")
		kind := rapid.SampledFrom([]plan.Kind{plan.Vision, plan.Goal}).Draw(t, "kind")
		return h.AddItemOf(ctx, AspectItem{ID: id, Place: h.place(t), Kind: kind})
	}
	edits["unsay"] = func() (plan.Changes, error) {
		return h.RemoveAspect(ctx, rapid.SampledFrom(append(h.sorted("aspect"), "none")).Draw(t, "aspect"))
	}
	edits["version"] = func() (plan.Changes, error) {
		planID := rapid.SampledFrom(h.sorted("plan")).Draw(t, "plan")
		return h.KeepVersion(ctx, NewVersion{PlanID: planID, Changed: h.words(t)})
	}
	edits["order"] = func() (plan.Changes, error) {
		said := append(h.sorted("aspect"), "none")
		return h.MoveAspect(ctx, rapid.SampledFrom(said).Draw(t, "aspect"), rapid.SampledFrom(append(said, "")).Draw(t, "after"))
	}
	edits["board"] = func() (plan.Changes, error) {
		planID := rapid.SampledFrom(h.sorted("plan")).Draw(t, "plan")
		return h.AddVisionBoard(ctx, NewVisionBoard{PlanID: planID, ItemID: h.one(t), Name: h.words(t)})
	}
	edits["board set"] = func() (plan.Changes, error) {
		return h.SetVisionBoard(ctx, VisionBoardEdit{ID: h.wall(t), Name: h.words(t), Paper: "dots"})
	}
	edits["board move"] = func() (plan.Changes, error) { return h.MoveVisionBoard(ctx, h.wall(t), h.wall(t)) }
	edits["board remove"] = func() (plan.Changes, error) { return h.RemoveVisionBoard(ctx, h.wall(t)) }
	edits["hang"] = func() (plan.Changes, error) {
		note := plan.Piece{Kind: plan.Note, W: 9, H: 9, GroupID: h.words(t), Body: plan.Body{"words": h.words(t)}}
		card := plan.Piece{Kind: plan.Card, W: 9, H: 9, ItemID: h.one(t), Body: plan.Body{}}
		return h.AddPieces(ctx, NewPieces{BoardID: h.wall(t), Pieces: []plan.Piece{note, card}})
	}
	edits["piece place"] = func() (plan.Changes, error) {
		x := rapid.Float64Range(-10, 10).Draw(t, "x")
		return h.PlacePieces(ctx, PiecesPlaced{Places: []plan.PiecePlace{{ID: h.piece(t), X: x, W: 5, H: 5, Angle: x}}, Edit: h.visit(t)})
	}
	edits["piece set"] = func() (plan.Changes, error) {
		return h.SetPieces(ctx, PiecesEdit{IDs: []string{h.piece(t)}, Body: plan.Body{"colour": "moss"}})
	}
	edits["piece tie"] = func() (plan.Changes, error) {
		return h.TiePieces(ctx, PiecesTied{IDs: h.pieces(t), ItemID: h.one(t)})
	}
	edits["piece group"] = func() (plan.Changes, error) { return h.GroupPieces(ctx, h.pieces(t), rapid.Bool().Draw(t, "together")) }
	edits["piece order"] = func() (plan.Changes, error) { return h.OrderPieces(ctx, h.pieces(t), h.piece(t)) }
	edits["piece remove"] = func() (plan.Changes, error) { return h.RemovePieces(ctx, h.pieces(t)) }
	edits["card"] = func() (plan.Changes, error) {
		in := CardMove{IDs: h.some(t), ColumnID: h.column(t)}
		if rapid.Bool().Draw(t, "behind a card") {
			in.AfterID = h.one(t)
		}
		return h.MoveCards(ctx, in)
	}
	edits["column add"] = func() (plan.Changes, error) {
		in := NewColumn{PlanID: rapid.SampledFrom(h.sorted("plan")).Draw(t, "plan"), Name: h.words(t), State: h.state(t)}
		if rapid.Bool().Draw(t, "behind a column") {
			in.AfterID = h.column(t)
		}
		return h.AddColumn(ctx, in)
	}
	edits["column set"] = func() (plan.Changes, error) {
		in := ColumnEdit{ID: h.column(t), Name: h.words(t), State: h.state(t), Limit: rapid.IntRange(-1, 3).Draw(t, "limit")}
		return h.SetColumn(ctx, in)
	}
	edits["column move"] = func() (plan.Changes, error) { return h.MoveColumn(ctx, h.column(t), h.column(t)) }
	edits["column delete"] = func() (plan.Changes, error) { return h.DeleteColumn(ctx, h.column(t)) }
	edits["plan"] = func() (plan.Changes, error) { return h.AddPlan(ctx, h.words(t), plan.Career) }
	edits["rename"] = func() (plan.Changes, error) {
		return h.RenamePlan(ctx, rapid.SampledFrom(h.sorted("plan")).Draw(t, "plan"), h.words(t))
	}
	edits["subject"] = func() (plan.Changes, error) {
		subject := rapid.SampledFrom([]plan.Subject{plan.Me, plan.Pet}).Draw(t, "subject")
		return h.SetPlanSubject(ctx, rapid.SampledFrom(h.sorted("plan")).Draw(t, "plan"), subject)
	}
	edits["undo"] = func() (plan.Changes, error) {
		if h.mirror.undo.Op == "plan_add" && len(h.mirror.plans) == 1 {
			return h.Redo(ctx)
		}
		return h.Undo(ctx)
	}
	edits["redo"] = func() (plan.Changes, error) { return h.Redo(ctx) }
	names := []string{}
	for name := range edits {
		names = append(names, name)
	}
	slices.Sort(names)
	name := rapid.SampledFrom(append(names, "add", "add", "add", "move", "move", "card", "card", "delete", "restore", "paste")).Draw(t, "edit")
	c, err := edits[name]()
	return name, c, err
}

func (h *hand) words(t *rapid.T) string {
	return rapid.SampledFrom([]string{"ferry", "a\nb", "שלום", "⛴️", "", "\x00", `"quoted"`, "ÄÖ"}).Draw(t, "words")
}

func (h *hand) visit(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "visit"}).Draw(t, "visit")
}

func (h *hand) one(t *rapid.T) string {
	return rapid.SampledFrom(append(h.sorted("item"), "none")).Draw(t, "item")
}

func (h *hand) column(t *rapid.T) string {
	return rapid.SampledFrom(append(h.sorted("column"), "none")).Draw(t, "column")
}

func (h *hand) wall(t *rapid.T) string {
	return rapid.SampledFrom(append(h.sorted("wall"), "none")).Draw(t, "vision board")
}

func (h *hand) piece(t *rapid.T) string {
	return rapid.SampledFrom(append(h.sorted("piece"), "none")).Draw(t, "piece")
}

func (h *hand) pieces(t *rapid.T) []string {
	return rapid.SliceOfN(rapid.Custom(h.piece), 1, 3).Draw(t, "pieces")
}

func (h *hand) state(t *rapid.T) plan.State {
	return rapid.SampledFrom([]plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done, plan.Parked}).Draw(t, "state")
}

func (h *hand) some(t *rapid.T) []string {
	return rapid.SliceOfN(rapid.Custom(h.one), 1, 4).Draw(t, "items")
}

// place is mostly one that is there: behind an item, or below one.
func (h *hand) place(t *rapid.T) plan.Place {
	id := h.one(t)
	item := h.mirror.items[id]
	switch rapid.IntRange(0, 3).Draw(t, "place") {
	case 0:
		return plan.Place{PlanID: rapid.SampledFrom(h.sorted("plan")).Draw(t, "plan")}
	case 1:
		return plan.Place{PlanID: item.PlanID, ParentID: item.ParentID, AfterID: id}
	default:
		return plan.Place{PlanID: item.PlanID, ParentID: id}
	}
}

// sorted are the ids of what the mirror holds, in the order in which it was
// made, so that a check can be repeated.
func (h *hand) sorted(what string) []string {
	ids := []string{}
	for line := range strings.SplitSeq(h.mirror.plain(), "\n") {
		if rest, ok := strings.CutPrefix(line, what+" {ID:"); ok {
			id, _, _ := strings.Cut(rest, " ")
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
