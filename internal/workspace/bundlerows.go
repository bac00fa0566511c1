package workspace

import (
	"encoding/json"
	"maps"
	"strings"

	"cairn/db"
	bundles "cairn/internal/bundle"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// columns are what a row says, by the names of its columns.
type columns map[string]any

// rowsOf is a plan of a bundle as rows of a client. What a bundle does not tell has no
// column. An item and its tag are joined by a row that a bundle has no id for: here it
// is made of both (pairOf).
func rowsOf(p bundles.Plan, client string) (merge.Rows, error) {
	r := rowing{rows: db.Rows{}, client: client}
	r.row("plan", p.Plan.ID, columns{
		"client_id": client, "name": p.Plan.Name, "subject": p.Plan.Subject, "rank": p.Plan.Rank,
	})
	for _, a := range p.Areas {
		r.row("area", a.ID, columns{"client_id": client, "name": a.Name, "hue": a.Hue, "rank": a.Rank})
	}
	for _, t := range p.Tags {
		r.row("tag", t.ID, columns{"client_id": client, "name": t.Name})
	}
	for _, k := range p.Columns {
		r.row("board_column", k.ID, columns{
			"plan_id": k.PlanID, "name": k.Name, "state": k.State, "rank": k.Rank, "card_limit": k.Limit,
		})
	}
	for _, i := range p.Items {
		r.item(i)
	}
	for _, l := range p.Links {
		r.row("link", l.ID, columns{"from_id": l.FromID, "to_id": l.ToID, "kind": l.Kind, "weight": l.Weight, "lag": l.Lag})
	}
	for _, a := range p.Aspects {
		r.row("aspect", a.ID, columns{
			"client_id": client, "item_id": orNull(a.ItemID), "kind": a.Kind, "rank": a.Rank, "body": r.body(a.Body),
		})
	}
	for _, v := range p.Versions {
		r.row("plan_version", v.ID, columns{
			"plan_id": v.PlanID, "changed": v.Changed, "stays": v.Stays, "reason": v.Reason, "made_at": v.MadeAt,
			"snapshot": string(v.Content),
		})
	}
	for _, b := range p.Boards {
		r.row("vision_board", b.ID, columns{
			"plan_id": b.PlanID, "item_id": orNull(b.ItemID), "name": b.Name, "paper": b.Paper, "rank": b.Rank,
		})
	}
	for _, x := range p.Pieces {
		r.piece(x)
	}
	if r.err != nil {
		return nil, r.err
	}
	return merge.Read(r.rows)
}

type rowing struct {
	rows   db.Rows
	client string
	err    error
}

func (r *rowing) row(table, id string, c columns) {
	c["id"] = id
	text, err := json.Marshal(c)
	if err != nil {
		r.err = err
	}
	if r.rows[table] == nil {
		r.rows[table] = map[string]string{}
	}
	r.rows[table][id] = string(text)
}

func (r *rowing) body(body plan.Body) string {
	text, err := json.Marshal(body)
	if err != nil {
		r.err = err
	}
	return string(text)
}

func (r *rowing) item(i plan.Item) {
	r.row("item", i.ID, columns{
		"plan_id": i.PlanID, "parent_id": orNull(i.ParentID), "kind": i.Kind, "title": i.Title, "state": i.State, "rank": i.Rank,
		"start": orNull(i.Start), "due": orNull(i.Due), "due_kind": i.DueKind, "first_due": orNull(i.FirstDue),
		"estimate_min": i.EstimateMin, "spent_min": i.SpentMin, "area_id": orNull(i.AreaID), "why": i.Why, "what": i.What,
		"done_when": i.DoneWhen, "notes": i.Notes, "draft": bit(i.Draft), "is_action": bit(i.IsAction),
		"column_id": orNull(i.ColumnID), "priority": i.Priority, "created_at": i.CreatedAt, "changed_at": i.ChangedAt,
		"done_at": orNull(i.DoneAt), "trashed_at": nil,
	})
	for _, tag := range i.TagIDs {
		r.row("item_tag", pairOf(i.ID, tag), columns{"item_id": i.ID, "tag_id": tag})
	}
}

func (r *rowing) piece(x plan.Piece) {
	r.row("piece", x.ID, columns{
		"board_id": x.BoardID, "kind": x.Kind, "rank": x.Rank, "x": x.X, "y": x.Y, "w": x.W, "h": x.H, "angle": x.Angle,
		"group_id": x.GroupID, "locked": bit(x.Locked), "item_id": orNull(x.ItemID), "value_id": orNull(x.ValueID),
		"picture": x.Picture, "body": r.body(x.Body),
	})
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// pairOf is what joins an item and a tag; no id has a dot.
func pairOf(item, tag string) string { return item + "." + tag }

// joinedByPairs gives what joins items and tags the ids that it has in a bundle, and
// tells the ids that it has here by those.
func joinedByPairs(rows merge.Rows) map[string]string {
	ids, joined := map[string]string{}, map[string]merge.Row{}
	for id, row := range rows["item_tag"] {
		pair := pairOf(row.Text("item_id"), row.Text("tag_id"))
		ids[pair], row["id"] = id, quoted(pair)
		joined[pair] = row
	}
	rows["item_tag"] = joined
	return ids
}

// unpaired gives what joins items and tags ids as they are stored: those that are
// known, and new ones.
func unpaired(result *merge.Result, ids map[string]string) {
	added := map[string]merge.Row{}
	for _, row := range result.Added["item_tag"] {
		id := newID()
		row["id"], added[id] = quoted(id), row
	}
	if len(added) > 0 {
		result.Added["item_tag"] = added
	}
	for i, pair := range result.Gone["item_tag"] {
		result.Gone["item_tag"][i] = ids[pair]
	}
}

// renamed are rows with other ids, wherever one of them is named.
func renamed(rows merge.Rows, ids map[string]string) merge.Rows {
	if len(ids) == 0 {
		return rows
	}
	out := merge.Rows{}
	for table, some := range rows {
		for _, row := range some {
			row = rowRenamed(row, ids)
			if table == "item_tag" {
				row["id"] = quoted(pairOf(row.Text("item_id"), row.Text("tag_id")))
			}
			out.Put(table, row.Text("id"), row)
		}
	}
	return out
}

func rowRenamed(row merge.Row, ids map[string]string) merge.Row {
	row = maps.Clone(row)
	if content, has := row["snapshot"]; has {
		row["snapshot"] = renamedIn(content, ids)
	}
	for column, value := range row {
		if other := ids[strings.Trim(value, `"`)]; other != "" && names(column) {
			row[column] = quoted(other)
		}
	}
	return row
}

// longID is how long an id is at least that nobody could take for a word.
const longID = 16

// renamedIn is what was in a version of a plan, a text that holds JSON, with other ids.
func renamedIn(content string, ids map[string]string) string {
	pairs := []string{}
	for from, to := range ids {
		if len(from) >= longID {
			pairs = append(pairs, `\"`+from+`\"`, `\"`+to+`\"`)
		}
	}
	return strings.NewReplacer(pairs...).Replace(content)
}

// names is true for a column, or a field of a body, that holds an id.
func names(column string) bool {
	return column == "id" || column == "body.of" || strings.HasSuffix(column, "_id") || strings.HasSuffix(column, "Id")
}

func quoted(id string) string { return `"` + id + `"` }
