package workspace

import (
	"database/sql"

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
		Boards: []plan.VisionBoard{}, Pieces: []plan.Piece{}, Gone: []string{},
	}
}

// named sets the names of the next undo and redo.
func (e *edit) named(c plan.Changes) (plan.Changes, error) {
	undo, redo, err := journal.Next(e.ctx, e.q, e.client)
	c.Undo, c.Redo = stepName(undo), stepName(redo)
	return c, err
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
	for _, r := range rows {
		ids[r.Tbl] = append(ids[r.Tbl], r.RowID)
	}
	if err := e.gatherItems(&c, rows); err != nil {
		return c, err
	}
	if err := e.gatherBeside(&c, ids); err != nil {
		return c, err
	}
	c.Gone = append(c.Gone, missing(rows, c)...)
	return c, nil
}

// gatherBeside reads what is touched more rarely than items.
func (e *edit) gatherBeside(c *plan.Changes, ids map[string][]string) error {
	reads := map[string]func(string) error{
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
	here := map[string]bool{}
	for _, i := range c.Items {
		here[i.ID] = true
	}
	for _, p := range c.Plans {
		here[p.ID] = true
	}
	for _, o := range c.Columns {
		here[o.ID] = true
	}
	for _, a := range c.Areas {
		here[a.ID] = true
	}
	for _, t := range c.Tags {
		here[t.ID] = true
	}
	for _, l := range c.Links {
		here[l.ID] = true
	}
	for _, a := range c.Aspects {
		here[a.ID] = true
	}
	for _, v := range c.Versions {
		here[v.ID] = true
	}
	for _, b := range c.Boards {
		here[b.ID] = true
	}
	for _, p := range c.Pieces {
		here[p.ID] = true
	}
	ids := []string{}
	for _, r := range rows {
		if r.ItemID == "" && !here[r.RowID] {
			ids = append(ids, r.RowID)
			here[r.RowID] = true // named once
		}
	}
	return ids
}
