package workspace

import (
	"database/sql"
	"encoding/json"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// clientOf is a client as whoever looks at the page may see them: somebody who
// looks on gets the alias for the name.
func (e *edit) clientOf(r query.Client) plan.Client {
	c := plan.Client{
		ID: r.ID, Name: r.Name, Alias: r.Alias, Own: r.Own == 1, ArchivedAt: r.ArchivedAt.String, KeepUntil: r.KeepUntil.String,
	}
	if e.shared && c.Alias != "" {
		c.Name = c.Alias
	}
	return c
}

func deckOf(r query.Deck) plan.Deck {
	d := plan.Deck{ID: r.ID, Name: r.Name, Rank: r.Rank, Stages: []plan.Stage{}}
	_ = json.Unmarshal([]byte(r.Body), &d)
	return d
}

func markOf(r query.Mark) plan.Mark {
	return plan.Mark{ID: r.ID, SessionID: r.SessionID, Kind: plan.MarkKind(r.Kind), Ask: r.Ask, MadeAt: r.MadeAt}
}

func planOf(r query.Plan) plan.Plan {
	return plan.Plan{ID: r.ID, Name: r.Name, Subject: plan.Subject(r.Subject), Rank: r.Rank}
}

func columnOf(r query.BoardColumn) plan.Column {
	return plan.Column{
		ID: r.ID, PlanID: r.PlanID, Name: r.Name, State: plan.State(r.State), Rank: r.Rank, Limit: int(r.CardLimit),
	}
}

func areaOf(r query.Area) plan.Area {
	return plan.Area{ID: r.ID, Name: r.Name, Hue: r.Hue, Rank: r.Rank}
}

func tagOf(r query.Tag) plan.Tag { return plan.Tag{ID: r.ID, Name: r.Name} }

func linkOf(r query.Link) plan.Link {
	return plan.Link{
		ID: r.ID, FromID: r.FromID, ToID: r.ToID, Kind: plan.LinkKind(r.Kind), Weight: r.Weight, Lag: int(r.Lag),
	}
}

// itemOf turns a row and the ids of its tags, parted by spaces, into an item.
func itemOf(r query.Item, tags string) plan.Item {
	return plan.Item{
		ID: r.ID, PlanID: r.PlanID, ParentID: r.ParentID.String, Kind: plan.Kind(r.Kind), Title: r.Title,
		State: plan.State(r.State), Rank: r.Rank, Start: r.Start.String,
		Due: r.Due.String, DueKind: plan.DueKind(r.DueKind), FirstDue: r.FirstDue.String, EstimateMin: int(r.EstimateMin),
		SpentMin: int(r.SpentMin),
		AreaID:   r.AreaID.String, TagIDs: strings.Fields(tags), Why: r.Why, What: r.What, DoneWhen: r.DoneWhen,
		Notes: r.Notes, Draft: r.Draft == 1, IsAction: r.IsAction == 1, ColumnID: r.ColumnID.String, Priority: r.Priority,
		CreatedAt: r.CreatedAt, ChangedAt: r.ChangedAt, DoneAt: r.DoneAt.String,
	}
}

func versionOf(r query.VersionListRow) plan.Version { return plan.Version(r) }

func versionByIDOf(r query.VersionListByIDsRow) plan.Version { return plan.Version(r) }

func visionBoardOf(r query.VisionBoard) plan.VisionBoard {
	return plan.VisionBoard{ID: r.ID, PlanID: r.PlanID, ItemID: r.ItemID.String, Name: r.Name, Paper: r.Paper, Rank: r.Rank}
}

func pieceOf(r query.PieceListRow) plan.Piece { return pieceByIDOf(query.PieceListByIDsRow(r)) }

func pieceByIDOf(r query.PieceListByIDsRow) plan.Piece {
	p := r.Piece
	return plan.Piece{
		ID: p.ID, BoardID: p.BoardID, Kind: plan.PieceKind(p.Kind), Rank: p.Rank, X: p.X, Y: p.Y, W: p.W, H: p.H,
		Angle: p.Angle, GroupID: p.GroupID, Locked: p.Locked == 1, ItemID: p.ItemID.String, ValueID: p.ValueID.String,
		Picture: p.Picture, PictureWidth: int(r.Width), PictureHeight: int(r.Height), Body: bodyOf(p.Body),
	}
}

func aspectOf(r query.Aspect) plan.Aspect {
	return plan.Aspect{ID: r.ID, ItemID: r.ItemID.String, Kind: plan.AspectKind(r.Kind), Rank: r.Rank, Body: bodyOf(r.Body)}
}

// bodyOf reads a column that holds JSON objects only.
func bodyOf(s string) plan.Body {
	body := plan.Body{}
	_ = json.Unmarshal([]byte(s), &body)
	return body
}

// into appends what a query read to one of the lists of Changes.
func into[Row, T any](to *[]T, as func(Row) T, rows []Row, err error) error {
	for _, r := range rows {
		*to = append(*to, as(r))
	}
	return err
}

// null is the column for an id or date that may be empty.
func null(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }

// bit is the column for yes (1) or no (0).
func bit(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// list is what a statement unfolds with json_each: ids, or whole rows.
func list[T any](rows []T) string {
	if len(rows) == 0 {
		return "[]"
	}
	text, err := json.Marshal(rows)
	if err != nil {
		panic(err) // ids and rows of plain text and numbers always become JSON
	}
	return string(text)
}
