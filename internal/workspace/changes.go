package workspace

import (
	"database/sql"
	"errors"
	"slices"

	"cairn/db/query"
	"cairn/internal/journal"
	"cairn/internal/plan"
)

// touchedRow is a row that a step of the journal touched.
type touchedRow = query.JournalRowListTouchedRow

// noChanges is an answer without rows: its lists are empty, never nil.
func noChanges() plan.Changes {
	return plan.Changes{
		Clients: []plan.Client{}, Plans: []plan.Plan{}, Columns: []plan.Column{}, Areas: []plan.Area{},
		Tags: []plan.Tag{}, Links: []plan.Link{}, Items: []plan.Item{}, Aspects: []plan.Aspect{}, Versions: []plan.Version{},
		Boards: []plan.VisionBoard{}, Pieces: []plan.Piece{}, Decks: []plan.Deck{}, Notes: []plan.PrivateNote{}, Marks: []plan.Mark{}, Gone: []string{},
	}
}

// named sets the names of the next undo and redo.
func (e *edit) named(c plan.Changes) (plan.Changes, error) {
	undo, redo, err := journal.Next(e.ctx, e.q, e.reader())
	c.Undo, c.Redo = stepName(undo), stepName(redo)
	return c, err
}

// reader is whose steps may be taken back: with the private ones, unless somebody
// looks on.
func (e *edit) reader() journal.Reader {
	return journal.Reader{Client: e.client, Private: !e.shared}
}

func stepName(s journal.Step) plan.StepName {
	return plan.StepName{Op: s.Op, Kind: plan.Kind(s.Kind), Count: s.Count}
}

// touched are the rows that a step touched, or, for step 0, this edit so far.
func (e *edit) touched(step int64) ([]touchedRow, error) {
	return e.q.JournalRowListTouched(e.ctx, sql.NullInt64{Int64: step, Valid: step != 0})
}

// gather reads the new state of the touched rows; those that are not there any
// more, or lie in the trash, are gone.
func (e *edit) gather(rows []touchedRow) (plan.Changes, error) {
	c := noChanges()
	ids := map[string][]string{}
	if e.shared {
		rows = slices.DeleteFunc(slices.Clone(rows), func(r touchedRow) bool { return isPrivate(r.Tbl) })
	}
	for _, r := range rows {
		ids[r.Tbl] = append(ids[r.Tbl], r.RowID)
	}
	if err := e.gatherItems(&c, rows); err != nil {
		return c, err
	}
	if err := e.gatherBeside(&c, ids); err != nil {
		return c, err
	}
	if err := e.leaveBuried(&c); err != nil {
		return c, err
	}
	c.Gone = append(c.Gone, missing(rows, c)...)
	return c, nil
}

// leaveBuried leaves out what hangs on something in the trash, where that can be new.
func (e *edit) leaveBuried(c *plan.Changes) error {
	if !e.branches {
		return nil
	}
	ids := []string{}
	for _, l := range c.Links {
		ids = append(ids, l.FromID, l.ToID)
	}
	for _, a := range c.Aspects {
		ids = append(ids, a.ItemID)
	}
	l, err := e.ancestry(ids)
	c.Links = slices.DeleteFunc(c.Links, func(link plan.Link) bool { return !l.alive(link.FromID) || !l.alive(link.ToID) })
	c.Aspects = slices.DeleteFunc(c.Aspects, func(a plan.Aspect) bool { return a.ItemID != "" && !l.alive(a.ItemID) })
	return err
}

// gatherBeside reads what is touched more rarely than items.
func (e *edit) gatherBeside(c *plan.Changes, ids map[string][]string) error {
	reads := map[string]func(string) error{
		"client": func(ids string) error {
			rows, err := e.q.ClientListByIDs(e.ctx, ids)
			return into(&c.Clients, e.clientOf, rows, err)
		},
		"plan": func(ids string) error {
			rows, err := e.q.PlanListByIDs(e.ctx, ids)
			return into(&c.Plans, planOf, rows, err)
		},
		"board_column": func(ids string) error {
			rows, err := e.q.ColumnListByIDs(e.ctx, ids)
			return into(&c.Columns, columnOf, rows, err)
		},
		"area": func(ids string) error {
			rows, err := e.q.AreaListByIDs(e.ctx, ids)
			return into(&c.Areas, areaOf, rows, err)
		},
		"tag": func(ids string) error {
			rows, err := e.q.TagListByIDs(e.ctx, ids)
			return into(&c.Tags, tagOf, rows, err)
		},
		"aspect": func(ids string) error {
			rows, err := e.q.AspectListByIDs(e.ctx, ids)
			return into(&c.Aspects, aspectOf, rows, err)
		},
		"plan_version": func(ids string) error {
			rows, err := e.q.VersionListByIDs(e.ctx, ids)
			return into(&c.Versions, versionByIDOf, rows, err)
		},
		"vision_board": func(ids string) error {
			rows, err := e.q.VisionBoardListByIDs(e.ctx, ids)
			return into(&c.Boards, visionBoardOf, rows, err)
		},
		"piece": func(ids string) error {
			rows, err := e.q.PieceListByIDs(e.ctx, query.PieceListByIDsParams{ClientID: e.client, Ids: ids})
			return into(&c.Pieces, pieceByIDOf, rows, err)
		},
		"link": func(ids string) error {
			rows, err := e.q.LinkListByIDs(e.ctx, ids)
			return into(&c.Links, linkOf, rows, err)
		},
	}
	return errors.Join(readTouched(ids, reads), e.gatherDesk(c, ids))
}

// gatherDesk reads what is touched of a coach's desk.
func (e *edit) gatherDesk(c *plan.Changes, ids map[string][]string) error {
	return readTouched(ids, map[string]func(string) error{
		"deck": func(ids string) error {
			rows, err := e.q.DeckListByIDs(e.ctx, ids)
			return into(&c.Decks, deckOf, rows, err)
		},
		"private_note": func(ids string) error {
			rows, err := e.q.PrivateNoteListByIDs(e.ctx, ids)
			return into(&c.Notes, e.noteOf, rows, err)
		},
		"mark": func(ids string) error {
			rows, err := e.q.MarkListByIDs(e.ctx, ids)
			return into(&c.Marks, markOf, rows, err)
		},
	})
}

// readTouched reads from each table that was touched.
func readTouched(ids map[string][]string, reads map[string]func(string) error) error {
	for table, read := range reads {
		if len(ids[table]) == 0 {
			continue
		}
		if err := read(list(ids[table])); err != nil {
			return err
		}
	}
	return nil
}

// missing are the ids of touched rows that Changes does not hold.
func missing(rows []touchedRow, c plan.Changes) []string {
	here := held(c)
	note(here, c.Gone, func(id string) string { return id })
	ids := []string{}
	for _, r := range rows {
		if r.ItemID == "" && r.Tbl != "handover" && !here[r.RowID] { // of a handover the page knows nothing
			ids = append(ids, r.RowID)
			here[r.RowID] = true // named once
		}
	}
	return ids
}

// held are the ids of all that Changes holds.
func held(c plan.Changes) map[string]bool {
	here := map[string]bool{}
	note(here, c.Clients, func(o plan.Client) string { return o.ID })
	note(here, c.Plans, func(o plan.Plan) string { return o.ID })
	note(here, c.Columns, func(o plan.Column) string { return o.ID })
	note(here, c.Areas, func(o plan.Area) string { return o.ID })
	note(here, c.Tags, func(o plan.Tag) string { return o.ID })
	note(here, c.Links, func(o plan.Link) string { return o.ID })
	note(here, c.Items, func(o plan.Item) string { return o.ID })
	note(here, c.Aspects, func(o plan.Aspect) string { return o.ID })
	note(here, c.Versions, func(o plan.Version) string { return o.ID })
	note(here, c.Boards, func(o plan.VisionBoard) string { return o.ID })
	note(here, c.Pieces, func(o plan.Piece) string { return o.ID })
	note(here, c.Decks, func(o plan.Deck) string { return o.ID })
	note(here, c.Notes, func(o plan.PrivateNote) string { return o.ID })
	note(here, c.Marks, func(o plan.Mark) string { return o.ID })
	return here
}

func note[T any](here map[string]bool, rows []T, id func(T) string) {
	for _, r := range rows {
		here[id(r)] = true
	}
}
