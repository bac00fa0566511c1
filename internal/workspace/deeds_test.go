package workspace

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/db"
	"cairn/internal/interop"
	"cairn/internal/media"
	"cairn/internal/plan"
	"cairn/internal/sample"
)

// rooms are all that a hand can do, by names of its own. Each decides first how, and is
// ready to be done then.
func (h *hand) rooms() []map[string]func() call {
	plans := h.onPlans()
	if !h.stays {
		maps.Copy(plans, h.onBothSides())
	}
	return []map[string]func() call{
		h.onItems(), h.onFields(), h.onColumns(), plans, h.onSaid(), h.onSaid(), h.inSessions(), h.onWalls(), h.onPieces(),
	}
}

func (h *hand) onItems() map[string]func() call {
	return map[string]func() call{
		"add": func() call {
			in := NewItem{Place: h.place(), Kind: pick(h, "", "", h.kind()), Title: h.words()}
			if h.yes() {
				in.ColumnID = h.column()
			}
			return with(h.AddItem, in)
		},
		"above": func() call { return with(h.AddAbove, Above{ID: h.item(), Title: h.words()}) },
		"move":  func() call { return with(h.MoveItems, Move{IDs: h.some(), Place: h.place()}) },
		"copy":  func() call { return with(h.CopyItems, Move{IDs: h.some(), Place: h.place()}) },
		"paste": func() call {
			text := "- [ ] " + h.name() + " #book\n  - [x] two\n    > a note\n    - three #Then\n- four (due 2026-03-13)\n"
			return with(h.PasteText, Paste{Place: h.place(), Text: strings.Repeat(text, 1+h.IntN(3))})
		},
		"delete": func() call { return with(h.DeleteItems, h.some()) },
		"restore": func() call {
			trash, err := h.Trash(context.Background())
			if err != nil {
				h.Fatal(err)
			}
			in := Move{IDs: []string{"none"}}
			if len(trash) > 0 {
				in.IDs = []string{pick(h, trash...).ID}
			}
			if h.yes() {
				in.Place = h.place()
			}
			return with(h.RestoreItems, in)
		},
		"raise":  func() call { return and(h.RaiseItem, h.item(), h.kind()) },
		"link":   func() call { return also(h.AddLink, h.item(), h.item(), pick(h, plan.Serves, plan.After)) },
		"unlink": func() call { return with(h.RemoveLink, one(h, h.links)) },
		"lag":    func() call { return and(h.SetLag, one(h, h.links), h.IntN(9)) },
		"weight": func() call { return and(h.SetWeight, oneOf(h, h.links, serves), float64(h.IntN(9))) },
		"weave": func() call {
			in := Weave{ID: pick(h, "", h.item()), Title: h.words(), Place: h.place()}
			in.Waits = []Wait{{ToID: h.item()}, {FromID: h.item(), ToID: h.item()}}[:h.IntN(3)]
			if h.yes() {
				in.Cut = []string{one(h, h.links)}
			}
			return with(h.WeaveItem, in)
		},
	}
}

func (h *hand) onFields() map[string]func() call {
	return map[string]func() call{
		"title": func() call {
			id := h.typing()
			return with(h.SetTitle, TextEdit{ID: id, Text: h.words(), Edit: h.visit(id, "title")})
		},
		"text": func() call {
			id, field := h.typing(), pick(h, "why", "what", "doneWhen", "notes")
			text := strings.Repeat(h.words()+"\n", h.IntN(50)) + "end"
			return with(h.SetText, TextEdit{ID: id, Field: field, Text: text, Edit: h.visit(id, field)})
		},
		"state":     func() call { return and(h.SetState, h.some(), h.state()) },
		"kind":      func() call { return and(h.SetKind, h.some(), h.kind()) },
		"due":       func() call { return and(h.SetDue, h.some(), pick(h, "", h.day(), "2026-13-03")) },
		"dates":     func() call { return with(h.SetDates, []plan.Dates{{ID: h.item(), Start: h.day(), Due: h.day()}}) },
		"estimate":  func() call { return and(h.SetEstimate, h.some(), h.IntN(999)-1) },
		"spent":     func() call { return and(h.SetSpent, h.some(), h.IntN(999)) },
		"draft":     func() call { return and(h.SetDraft, h.some(), h.yes()) },
		"is action": func() call { return and(h.SetIsAction, h.some(), h.yes()) },
		"area":      func() call { return and(h.SetArea, h.some(), pick(h, "", one(h, h.areas))) },
		"tag":       func() call { return and(h.AddTag, h.some(), pick(h, "now", "NOW", "then", "später")) },
		"untag": func() call {
			ids := h.some()
			tag := pick(h, append(slices.Clone(h.items[ids[0]].TagIDs), one(h, h.tags))...)
			return and(h.RemoveTag, ids, tag)
		},
		"pick":   func() call { return and(h.PickFor, h.some(), pick(h, "", h.day())) },
		"commit": func() call { return with(h.Commit, h.promise()) },
		"decide": func() call { return with(h.Decide, Decision{ItemID: h.item(), Day: h.day(), Words: h.words()}) },
		"reopen": func() call { return with(h.Reopen, Decision{ItemID: h.item(), Day: h.day(), Words: h.words()}) },
	}
}

func (h *hand) promise() Promise {
	return Promise{ItemID: h.item(), Day: h.day(), Time: "10:00", Zone: "Europe/Oslo", Strength: h.IntN(10), Words: h.words()}
}

func (h *hand) onColumns() map[string]func() call {
	return map[string]func() call{
		"card": func() call {
			return with(h.MoveCards, CardMove{IDs: h.some(), ColumnID: h.column(), AfterID: pick(h, "", h.item())})
		},
		"column add": func() call {
			return with(h.AddColumn, NewColumn{PlanID: h.planID(), Name: h.words(), State: h.state(), AfterID: pick(h, "", h.column())})
		},
		"column set": func() call {
			return with(h.SetColumn, ColumnEdit{ID: h.column(), Name: h.words(), State: h.state(), Limit: h.IntN(5) - 1})
		},
		"column move":   func() call { return and(h.MoveColumn, h.column(), h.column()) },
		"column delete": func() call { return with(h.DeleteColumn, h.column()) },
	}
}

func (h *hand) onPlans() map[string]func() call {
	return map[string]func() call{
		"plan":    func() call { return and(h.AddPlan, h.name(), plan.Career) },
		"rename":  func() call { return and(h.RenamePlan, h.planID(), h.words()) },
		"subject": func() call { return and(h.SetPlanSubject, h.planID(), pick(h, plan.Me, plan.Pet)) },
		"version": func() call { return with(h.KeepVersion, NewVersion{PlanID: h.planID(), Changed: h.words()}) },
		"sample": func() call {
			return with(h.AddSample, sample.Tree{Name: h.name(), Subject: plan.Me, Items: []sample.Node{
				{Key: "a", Kind: plan.Goal, State: plan.Todo, Title: "Sail"},
				{Key: "b", Parent: "a", Kind: plan.Step, State: plan.Todo, Title: "Moor", Due: h.day()},
			}})
		},
		"import": func() call {
			boat := interop.Entry{Key: "boat", State: plan.Done, Line: interop.Line{Title: h.name(), Kind: plan.Step}}
			rope := interop.Entry{Key: "rope", State: plan.Todo, After: []interop.Wait{{Key: "boat"}}, Line: interop.Line{Title: "Buy rope", Kind: plan.Step}}
			return and(h.Import, h.planID(), []interop.Entry{boat, rope})
		},
		"undo": func() call {
			if h.mirror.undo.Op == "plan_add" && len(h.plans) == 1 {
				return h.Redo // somebody without a plan can do nothing
			}
			return h.Undo
		},
		"redo": func() call { return h.Redo },
	}
}

func (h *hand) onSaid() map[string]func() call {
	all := map[string]func() call{
		"say anew": func() call {
			old := h.said[h.saying()]
			in := AspectEdit{ID: old.ID, ItemID: old.ItemID, Kind: old.Kind, Edit: h.visit(old.ItemID, string(old.Kind), old.ID)}
			for _, like := range append(h.ofItems(), h.ofClient()...) {
				if like.Kind == old.Kind {
					in.Body = like.Body
				}
			}
			return with(h.SetAspect, in)
		},
		"unsay":   func() call { return with(h.RemoveAspect, h.saying()) },
		"order":   func() call { return and(h.MoveAspect, h.saying(), pick(h, "", h.saying())) },
		"become":  func() call { return with(h.AddItemOf, AspectItem{ID: h.saying(), Place: h.place(), Kind: h.kind()}) },
		"step of": func() call { return with(h.AddStepOf, AspectStep{ID: h.saying(), Title: h.words(), First: h.yes()}) },
		"check in": func() call {
			ending := pick(h, "keep", "tweak", "pivot", "pause", "letgo")
			body := plan.Body{"itemId": h.item(), "on": h.day(), "win": h.words(), "ending": ending, "mood": float64(h.IntN(10))}
			return with(h.CheckIn, NewCheckin{Body: body, Version: NewVersion{Changed: h.words()}, Rests: h.some()})
		},
	}
	for _, in := range append(h.ofItems(), h.ofClient()...) {
		all["say "+string(in.Kind)] = func() call { return with(h.SetAspect, in) }
	}
	return all
}

// ofItems is something of each kind that can be said of an item.
func (h *hand) ofItems() []AspectEdit {
	id, day, words := h.item(), h.day(), h.name()
	return []AspectEdit{
		{ItemID: id, Kind: plan.Aim, Body: plan.Body{"statement": words}},
		{ItemID: id, Kind: plan.Measure, Body: plan.Body{"name": words, "target": 3.0}},
		{ItemID: id, Kind: plan.Entry, Body: plan.Body{"measureId": h.saying(), "on": day, "value": 2.0}},
		{ItemID: id, Kind: plan.Barrier, Body: plan.Body{"what": words, "likely": "low"}},
		{ItemID: id, Kind: plan.Strategy, Body: plan.Body{"response": words}},
		{ItemID: id, Kind: plan.Need, Body: plan.Body{"amount": 2.0}, Name: words},
		{ItemID: id, Kind: plan.Gap, Body: plan.Body{"what": words}},
		{ItemID: id, Kind: plan.Part, Body: plan.Body{"part": "helps"}, Name: words},
		{ItemID: id, Kind: plan.Worth, Body: plan.Body{}, Name: pick(h, "calm", "play")},
		{ItemID: id, Kind: plan.Wait, Body: plan.Body{"who": words, "since": day}},
		{ItemID: id, Kind: plan.Routine, Body: plan.Body{"rule": "FREQ=DAILY", "from": day}},
		{ItemID: id, Kind: plan.Log, Body: plan.Body{"on": day, "amount": 10.0}},
		{ItemID: id, Kind: plan.Choice, Body: plan.Body{"why": words}},
		{ItemID: id, Kind: plan.Option, Body: plan.Body{"what": words}},
		{ItemID: id, Kind: plan.Fit, Body: plan.Body{"with": "for"}},
		{ItemID: id, Kind: plan.Voice, Body: plan.Body{"who": "Ada", "brought": words}},
		{ItemID: id, Kind: plan.Thought, Body: plan.Body{"on": day, "words": words}},
		{ItemID: id, Kind: plan.Cover, Body: plan.Body{"picture": painted}},
		{ItemID: id, Kind: plan.Attachment, Body: plan.Body{"sort": "link", "name": words, "where": "https://example.org"}},
		{ItemID: id, Kind: plan.Outlook, Body: plan.Body{"success": words}},
		{ItemID: id, Kind: plan.Rated, Body: plan.Body{"on": day, "clarity": 5.0}},
		{ItemID: id, Kind: plan.Headway, Body: plan.Body{"own": 50.0}},
		{ItemID: id, Kind: plan.Celebration, Body: plan.Body{"on": day, "note": words}},
	}
}

// ofClient is something of each kind that can be said of a client.
func (h *hand) ofClient() []AspectEdit {
	day, words, area := h.day(), h.name(), one(h, h.areas)
	return []AspectEdit{
		{Kind: plan.Value, Body: plan.Body{"name": words}},
		{Kind: plan.Person, Body: plan.Body{"name": words}},
		{Kind: plan.Resource, Body: plan.Body{"name": words}},
		{Kind: plan.Week, Body: plan.Body{"hours": 5.0}},
		{Kind: plan.Off, Body: plan.Body{"name": words, "from": day, "to": day}},
		{Kind: plan.Interest, Body: plan.Body{"words": words}},
		{Kind: plan.Aspiration, Body: plan.Body{"words": words}},
		{Kind: plan.Strength, Body: plan.Body{"words": words}},
		{Kind: plan.Priority, Body: plan.Body{"areaId": area, "since": day}},
		{Kind: plan.Rating, Body: plan.Body{"areaId": area, "on": day, "today": 3.0}},
		{Kind: plan.Scene, Body: plan.Body{"areaId": area, "today": words}},
		{Kind: plan.Question, Body: plan.Body{"words": words}},
		{Kind: plan.Reflection, Body: plan.Body{"question": "Why?", "on": day, "words": words}},
		{Kind: plan.Tension, Body: plan.Body{"fromId": h.item(), "toId": h.item(), "words": words}},
		{Kind: plan.Foundation, Body: plan.Body{"skipped": true}},
		{Kind: plan.Agreement, Body: plan.Body{"purpose": words}},
		{Kind: plan.Hours, Body: plan.Body{"on": day, "minutes": 50.0}},
		{Kind: plan.Session, Body: plan.Body{"deck": "plan", "planId": h.planID()}},
		{Kind: plan.Assignment, Body: plan.Body{"words": words}},
		{Kind: plan.Cheer, Body: plan.Body{"who": "Bo", "words": words}},
		{Kind: plan.Checkpoint, Body: plan.Body{"planId": h.planID(), "on": day, "words": words}},
		{Kind: plan.Rhythm, Body: plan.Body{"planId": h.planID(), "from": day, "every": 2.0, "unit": "weeks"}},
		{Kind: plan.Setback, Body: plan.Body{"planId": h.planID(), "on": day, "what": words}},
	}
}

// session is one that was begun.
func (h *hand) session() string {
	return oneOf(h, h.said, func(a plan.Aspect) bool { return a.Kind == plan.Session })
}

func (h *hand) inSessions() map[string]func() call {
	return map[string]func() call{
		"answer": func() call {
			in := NewAnswer{SessionID: h.session(), Body: plan.Body{"ask": "a", "words": h.words()}}
			switch h.IntN(4) {
			case 0:
				in.Item = NewItem{Place: h.place(), Kind: h.kind(), Title: h.words()}
			case 1:
				in.Placed = Placed{ID: h.item(), Kind: h.kind(), Place: h.place()}
			case 2:
				in.Text = TextEdit{ID: h.item(), Field: "why", Text: h.words()}
			default:
				in.Promise = h.promise()
			}
			return with(h.Answer, in)
		},
		"client": func() call {
			return with(h.SetClient, plan.Client{Name: h.words(), Alias: pick(h, "", "A."), KeepUntil: pick(h, "", h.day())})
		},
		"note": func() call {
			in := pick(h,
				NoteEdit{Kind: plan.PlainNote, Body: plan.Body{"words": h.words()}},
				NoteEdit{Kind: plan.ContactNote, Body: plan.Body{"other": h.words()}},
				NoteEdit{Kind: plan.AfterNote, SessionID: h.session(), Body: plan.Body{"steps": h.words()}},
				NoteEdit{Kind: plan.NextNote, SessionID: h.session(), Body: plan.Body{"words": h.words()}})
			in.Edit = h.visit(in.SessionID, string(in.Kind))
			return with(h.SetNote, in)
		},
		"unnote": func() call { return with(h.DropNote, one(h, h.notes)) },
		"mark":   func() call { return with(h.Mark, plan.Mark{SessionID: h.session(), Kind: plan.Sticky, Ask: "a"}) },
		"unmark": func() call { return with(h.DropMark, one(h, h.marks)) },
		"deck": func() call {
			stages := []plan.Stage{{Name: "Begin", Asks: []plan.Ask{{Key: "a", Does: plan.DoesSay, Words: h.name()}}}}
			return with(h.SetDeck, plan.Deck{ID: pick(h, "", one(h, h.decks)), Name: h.name(), Stages: stages})
		},
		"undeck": func() call { return with(h.DropDeck, one(h, h.decks)) },
	}
}

func (h *hand) onWalls() map[string]func() call {
	return map[string]func() call{
		"board": func() call {
			return with(h.AddVisionBoard, NewVisionBoard{PlanID: h.planID(), ItemID: pick(h, "", h.item()), Name: h.words()})
		},
		"board set": func() call {
			return with(h.SetVisionBoard, VisionBoardEdit{ID: h.wall(), Name: h.words(), Paper: pick(h, "dots", "linen")})
		},
		"board move":   func() call { return and(h.MoveVisionBoard, h.wall(), pick(h, "", h.wall())) },
		"board remove": func() call { return with(h.RemoveVisionBoard, h.wall()) },
		"board take": func() call {
			left, err := h.LeaveBoard(context.Background(), h.wall())
			if err != nil {
				left = TravellingBoard{Name: h.name()}
			}
			return and(h.TakeBoard, h.planID(), left)
		},
		"hang": func() call {
			body := map[plan.PieceKind]plan.Body{plan.Note: {"words": h.words()}, plan.Stroke: {"fromId": h.piece()}}
			pieces := []plan.Piece{}
			for range 1 + h.IntN(3) {
				kind := pick(h, plan.Quote, plan.Note, plan.Note, plan.Swatch, plan.Shape, plan.Stroke, plan.Frame, plan.Card, plan.Wake, plan.Picture)
				p := plan.Piece{Kind: kind, W: 9, H: 9, GroupID: pick(h, "", "one"), Body: body[kind]}
				switch kind {
				case plan.Card, plan.Wake:
					p.ItemID = h.item()
				case plan.Picture:
					p.Picture = painted
				default:
				}
				pieces = append(pieces, p)
			}
			return with(h.AddPieces, NewPieces{BoardID: h.wall(), Pieces: pieces})
		},
		"picture": func() call {
			return h.unnamed(func(ctx context.Context) error {
				client, err := h.Client(ctx)
				if err != nil {
					return err
				}
				file := media.File{Edge: 4, Type: "image/png", Data: bytes.Repeat([]byte("png"), 5000)}
				_, err = h.AddPicture(ctx, client, media.Picture{Hash: painted, Width: 4, Height: 3, Files: []media.File{file}})
				return err
			})
		},
		"wake": func() call {
			return with(h.WakeUp, Woken{PieceID: h.pieceOf(plan.Wake), Barrier: h.name(), Response: h.words(), Step: h.name()})
		},
	}
}

// pieceOf is a piece of one of some kinds.
func (h *hand) pieceOf(kinds ...plan.PieceKind) string {
	return oneOf(h, h.hung, func(p plan.Piece) bool { return slices.Contains(kinds, p.Kind) })
}

// neighbours are some pieces of one board.
func (h *hand) neighbours() []string {
	ids := h.few(h.piece)
	return slices.DeleteFunc(ids, func(id string) bool { return h.hung[id].BoardID != h.hung[ids[0]].BoardID })
}

func serves(l plan.Link) bool  { return l.Kind == plan.Serves }
func locked(p plan.Piece) bool { return p.Locked }

func (h *hand) onPieces() map[string]func() call {
	says := func(body plan.Body, kinds ...plan.PieceKind) call {
		id := h.pieceOf(kinds...)
		return with(h.SetPieces, PiecesEdit{IDs: []string{id}, Body: body, Edit: h.visit(id, "body")})
	}
	place := func(id string, body plan.Body) call {
		x := float64(h.IntN(99))
		places := []plan.PiecePlace{{ID: id, X: x, W: 5, H: 5, Angle: x}}
		return with(h.PlacePieces, PiecesPlaced{Places: places, Body: body, Edit: h.visit(id, "place")})
	}
	return map[string]func() call{
		"piece place":   func() call { return place(h.piece(), nil) },
		"piece end":     func() call { return place(h.pieceOf(plan.Stroke), plan.Body{"toId": h.pieceOf(plan.Note)}) },
		"piece crop":    func() call { return place(h.pieceOf(plan.Picture), plan.Body{"cropX": 0.5, "cropW": 0.5}) },
		"piece set":     func() call { return says(plan.Body{"size": pick(h, "s", "l")}, plan.Note, plan.Quote) },
		"piece write":   func() call { return says(plan.Body{"words": h.words()}, plan.Note, plan.Quote, plan.Shape) },
		"piece colour":  func() call { return says(plan.Body{"colour": pick(h, "moss", "sea")}, plan.Note, plan.Quote) },
		"piece later":   func() call { return says(plan.Body{"later": h.day()}, plan.Wake) },
		"piece tie":     func() call { return with(h.TiePieces, PiecesTied{IDs: h.neighbours(), ItemID: h.item()}) },
		"piece untie":   func() call { return with(h.TiePieces, PiecesTied{IDs: h.neighbours()}) },
		"piece group":   func() call { return and(h.GroupPieces, h.neighbours(), true) },
		"piece ungroup": func() call { return and(h.GroupPieces, h.neighbours(), false) },
		"piece lock":    func() call { return and(h.LockPieces, h.neighbours(), true) },
		"piece unlock":  func() call { return and(h.LockPieces, []string{oneOf(h, h.hung, locked)}, false) },
		"piece order":   func() call { return and(h.OrderPieces, h.neighbours(), pick(h, "", h.piece())) },
		"piece remove":  func() call { return with(h.RemovePieces, h.neighbours()) },
	}
}

// painted is the one picture that a hand has.
const painted = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

func (h *hand) onBothSides() map[string]func() call {
	return map[string]func() call{
		"leave": func() call {
			path := filepath.Join(h.elsewhere(), "left.cairn")
			return h.unnamed(func(ctx context.Context) error {
				err := h.HandOver(ctx, path)
				if err == nil {
					h.left = path
				}
				return err
			})
		},
		"take back": func() call { return and(h.TakeBack, h.comesBack(), []string{}) },
		"bundle":    func() call { return and(h.BringIn, h.brought(), []string{}) },
	}
}

// unnamed is a call that is no step of the journal.
func (h *hand) unnamed(do func(context.Context) error) call {
	return func(ctx context.Context) (plan.Changes, error) {
		if err := do(ctx); err != nil {
			return plan.Changes{}, err
		}
		return h.Nothing(ctx)
	}
}

// elsewhere is a folder of its own, beside the vault.
func (h *hand) elsewhere() string {
	folder, err := os.MkdirTemp(filepath.Dir(h.vault.Path), "elsewhere-")
	if err != nil {
		h.Fatal(err)
	}
	return folder
}

// comesBack looks at the vault with which the client has left, in which somebody has
// done something, and tells the token of that; "none" if nobody has left.
func (h *hand) comesBack() string {
	if h.left == "" {
		return "none"
	}
	d, err := db.Open(h.left)
	if err != nil {
		h.Fatal(err)
	}
	ctx := context.Background()
	w, err := Open(ctx, d, time.Now)
	if err != nil {
		h.Fatal(err)
	}
	load, err := w.Load(ctx)
	if err != nil {
		h.Fatal(err)
	}
	for _, i := range load.Items[:min(1, len(load.Items))] {
		if _, err := w.SetTitle(ctx, TextEdit{ID: i.ID, Text: h.name()}); err != nil {
			h.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), d.Close()); err != nil {
		h.Fatal(err)
	}
	seen, err := h.LookAtReturn(ctx, h.left)
	if err != nil && plan.CodeOf(err) == plan.Internal {
		h.Fatal(err)
	}
	return seen.Token
}

// brought looks into a bundle of everything in which somebody has changed a title, and
// tells the token of that.
func (h *hand) brought() string {
	ctx := context.Background()
	var out bytes.Buffer
	if err := h.Everything(ctx, &out); err != nil {
		h.Fatal(err)
	}
	raw := out.Bytes()
	for name := range entries(h.TB, raw) {
		if strings.Contains(name, "plans/") && !strings.HasPrefix(name, "base/") && strings.HasSuffix(name, ".json") {
			raw = changed(h.TB, raw, name, func(p map[string]any) {
				for _, item := range p["items"].([]any) {
					item.(map[string]any)["title"] = "Brought in"
				}
			})
		}
	}
	seen, err := h.LookIn(ctx, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		h.Fatal(err)
	}
	return seen.Token
}
