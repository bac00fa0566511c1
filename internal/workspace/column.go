package workspace

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewColumn is a column to be made behind another one; with an empty AfterID it
// is the first. An empty Name is that of the state.
type NewColumn struct {
	PlanID  string     `json:"planId"`
	Name    string     `json:"name"`
	State   plan.State `json:"state"`
	AfterID string     `json:"afterId"`
}

// ColumnEdit is all that is said of a column. Limit 0 is none.
type ColumnEdit struct {
	ID    string     `json:"id"`
	Name  string     `json:"name"`
	State plan.State `json:"state"`
	Limit int        `json:"limit"`
}

// AddColumn makes a column on the board of a plan. Focus is its id.
func (w *Workspace) AddColumn(ctx context.Context, in NewColumn) (plan.Changes, error) {
	return w.transact(ctx, "column_add", "", func(e *edit) error { return e.addColumn(in) })
}

func (e *edit) addColumn(in NewColumn) error {
	name, err := cleanColumn(in.Name, in.State)
	if err != nil {
		return err
	}
	if err := e.planIsHere(in.PlanID); err != nil {
		return err
	}
	columns, err := e.columns(in.PlanID)
	if err != nil {
		return err
	}
	if err := plan.ValidColumns(len(columns) + 1); err != nil {
		return err
	}
	rank, err := e.columnRank(columns, in.AfterID)
	if err != nil {
		return err
	}
	made := []plan.Column{{PlanID: in.PlanID, Name: name, State: in.State, Rank: rank}}
	err = e.addColumns(made)
	e.focus = made[0].ID
	return err
}

// SetColumn says what a column is called, which state it is for, and how many
// cards it should hold. When the state changes, the cards that stand in it take
// the new one and stay.
func (w *Workspace) SetColumn(ctx context.Context, in ColumnEdit) (plan.Changes, error) {
	return w.transact(ctx, "column_set", "", func(e *edit) error { return e.setColumn(in) })
}

func (e *edit) setColumn(in ColumnEdit) error {
	name, err := cleanColumn(in.Name, in.State)
	if err != nil {
		return err
	}
	if err := plan.ValidLimit(in.Limit); err != nil {
		return err
	}
	b, err := e.board(in.ID)
	if err != nil {
		return err
	}
	if in.State != b.column.State {
		if err := e.setColumnState(b, in.State); err != nil {
			return err
		}
	}
	return e.q.ColumnSet(e.ctx, query.ColumnSetParams{
		Name: name, State: string(in.State), CardLimit: int64(in.Limit), ID: in.ID,
	})
}

// setColumnState takes the cards of a column along to another state. Those that
// stand in the oldest column for that one are put there by name first: the
// column that comes may be older.
func (e *edit) setColumnState(b board, to plan.State) error {
	if err := plan.MayLeave(b.columns, b.column); err != nil {
		return err
	}
	if there := b.at(plan.ColumnOf(b.columns, to, "")); there.column.ID > b.column.ID {
		if err := e.keepCards(there, to); err != nil {
			return err
		}
	}
	return e.keepCards(b, to)
}

// keepCards makes the cards that stand in a column stay in it in a state.
func (e *edit) keepCards(b board, in plan.State) error {
	return e.q.CardSetState(e.ctx, query.CardSetStateParams{
		State: string(in), Own: null(b.column.ID), Now: e.now,
		PlanID: b.column.PlanID, Old: string(b.column.State), Oldest: b.oldest(),
	})
}

// MoveColumn puts a column behind another one of its plan; "" makes it the
// first.
func (w *Workspace) MoveColumn(ctx context.Context, id, afterID string) (plan.Changes, error) {
	return w.transact(ctx, "column_move", "", func(e *edit) error { return e.moveColumn(id, afterID) })
}

func (e *edit) moveColumn(id, afterID string) error {
	b, err := e.board(id)
	if err != nil {
		return err
	}
	at := slices.Index(b.columns, b.column)
	others := slices.Delete(slices.Clone(b.columns), at, at+1)
	if afterID == id || at == 0 && afterID == "" || at > 0 && afterID == others[at-1].ID {
		return nil
	}
	rank, err := e.columnRank(others, afterID)
	if err != nil {
		return err
	}
	return e.rankColumn(ranked{ID: id, Rank: rank})
}

// DeleteColumn takes a column away. Its cards stand in the oldest other one of
// its state from then on. The last column for to do, doing, waiting or done
// stays.
func (w *Workspace) DeleteColumn(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "column_delete", "", func(e *edit) error {
		b, err := e.board(id)
		if err != nil {
			return err
		}
		if err := plan.MayLeave(b.columns, b.column); err != nil {
			return err
		}
		return e.q.ColumnDrop(e.ctx, id)
	})
}

func cleanColumn(name string, state plan.State) (string, error) {
	if err := plan.ValidState(state); err != nil {
		return "", err
	}
	return plan.CleanColumnName(name)
}

// board is the columns of a plan in their order, and one of them.
type board struct {
	columns []plan.Column
	column  plan.Column
}

// at is the same board with another one of its columns, if that is there.
func (b board) at(columnID string) board {
	for _, c := range b.columns {
		if c.ID == columnID {
			b.column = c
		}
	}
	return b
}

// oldest is the id of the oldest column for the state of the one.
func (b board) oldest() string { return plan.ColumnOf(b.columns, b.column.State, "") }

// board looks up a column that the open client has.
func (e *edit) board(columnID string) (board, error) {
	planID, err := e.q.ColumnGetPlan(e.ctx, query.ColumnGetPlanParams{ID: columnID, ClientID: e.client})
	if errors.Is(err, sql.ErrNoRows) {
		return board{}, gone("error.column_gone")
	}
	if err != nil {
		return board{}, err
	}
	columns, err := e.columns(planID)
	if err != nil {
		return board{}, err
	}
	return board{columns: columns}.at(columnID), nil
}

// columns are the columns of a plan in their order.
func (e *edit) columns(planID string) ([]plan.Column, error) {
	columns := []plan.Column{}
	rows, err := e.q.ColumnListByPlan(e.ctx, planID)
	err = into(&columns, columnOf, rows, err)
	return columns, err
}

// stateIn is the state of what comes into a column of a plan, or, without a
// column, of what is new.
func (e *edit) stateIn(columnID, planID string) (plan.State, error) {
	if columnID == "" {
		return plan.Todo, nil
	}
	b, err := e.board(columnID)
	if err == nil && b.column.PlanID != planID {
		err = gone("error.column_gone")
	}
	return b.column.State, err
}

// addColumns makes columns, and fills in their new ids.
func (e *edit) addColumns(columns []plan.Column) error {
	for i := range columns {
		columns[i].ID = newID()
	}
	return e.q.ColumnAddMany(e.ctx, list(columns))
}

// columnRank is a rank behind one of some columns, or before all.
func (e *edit) columnRank(columns []plan.Column, afterID string) (string, error) {
	rows := make([]ranked, len(columns))
	for i, c := range columns {
		rows[i] = ranked{ID: c.ID, Rank: c.Rank}
	}
	if _, _, found := ranksBeside(rows, afterID); !found {
		return "", gone("error.column_gone")
	}
	ranks, err := ranksIn(rows, afterID, 1, oneByOne(e.rankColumn))
	if err != nil {
		return "", err
	}
	return ranks[0], nil
}

func (e *edit) rankColumn(c ranked) error {
	return e.q.ColumnSetRank(e.ctx, query.ColumnSetRankParams{Rank: c.Rank, ID: c.ID})
}
