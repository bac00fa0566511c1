package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
)

// MostLooked is how many of the rows with some words are looked at, the newest first,
// of those that have them in the title and of the others: what more answers than that
// wants another word.
const MostLooked = 5000

// Sought is what is searched among what a client has written. Of each list one must
// hold, where it is not empty. Match and Titles are the words as an expression of
// FTS5, Titles in the titles alone; without Match all items are looked at, but for
// those with the words of Without. Days are civil dates, moments instants; an empty
// end is not bound.
type Sought struct {
	Client        string
	Match, Titles string
	Without       string
	Begins        string // titles that begin so come first, without capitals
	Kinds, States []string
	Drafts, Late  bool // each is one more of States
	Today         string
	InTrash       bool
	Tags, Areas   []string // ids
	Plans         []string
	Due, Changed  [][2]string
	Tables        []string // of what the words stand in
	Aspects       []string // or the kinds of aspect
	Most          int      // how many are told
}

// Hit is one row that answers. ItemID is the item that it is, or is said of. Well is 1
// where the title has all words.
type Hit struct {
	Table, ID, ItemID, PlanID, BoardID, Aspect string
	Kind, Title, State, Due                    string
	Draft, Well                                bool
}

// Hits are the best rows of those that answer, and how many answer in all. More: there
// are so many that not all were looked at.
type Hits struct {
	All   []Hit
	Count int
	More  bool
}

// Search finds what answers: what has the words in its title before all others, then
// what is open before what is over, then what was changed last.
func (d *DB) Search(ctx context.Context, s Sought) (h Hits, err error) {
	h.All = []Hit{}
	shelf := 0
	err = d.Read.QueryRowContext(ctx, "SELECT number FROM search_shelf WHERE client_id = ?", s.Client).Scan(&shelf)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	if err != nil {
		return h, err
	}
	rows, err := d.Read.QueryContext(ctx, s.text(), s.values(shelf)...)
	if err != nil {
		return h, err
	}
	defer rows.Close()
	for rows.Next() {
		var hit Hit
		err := rows.Scan(&hit.Table, &hit.ID, &hit.ItemID, &hit.PlanID, &hit.BoardID, &hit.Aspect,
			&hit.Kind, &hit.Title, &hit.State, &hit.Due, &hit.Draft, &hit.Well, &h.Count, &h.More)
		if err != nil {
			return h, err
		}
		h.All = append(h.All, hit)
	}
	return h, rows.Err()
}

// Written is what is written in one row that can be found, by column; empty ones are
// left out.
func (d *DB) Written(ctx context.Context, table, id string) (map[string]string, error) {
	texts := [6]string{}
	err := d.Read.QueryRowContext(ctx, `SELECT title, why, what, done_when, notes, said FROM search_text
		WHERE tbl = ? AND id = ?`, table, id).Scan(&texts[0], &texts[1], &texts[2], &texts[3], &texts[4], &texts[5])
	written := map[string]string{}
	for i, column := range [...]string{"title", "why", "what", "done_when", "notes", "said"} {
		if texts[i] != "" {
			written[column] = texts[i]
		}
	}
	return written, err
}

const inTrash = `WITH RECURSIVE dead (id) AS MATERIALIZED (
	SELECT i.id FROM item AS i JOIN plan AS p ON p.id = i.plan_id WHERE i.trashed_at IS NOT NULL AND p.client_id = :client
	UNION SELECT i.id FROM dead JOIN item AS i ON i.parent_id = dead.id)`

const byWords = inTrash + `, named (doc) AS MATERIALIZED (
	SELECT rowid FROM search_words WHERE search_words MATCH :titles AND rowid BETWEEN :low AND :high
	ORDER BY rowid DESC LIMIT :looked
), other (doc) AS MATERIALIZED (
	SELECT rowid FROM search_words WHERE search_words MATCH :match AND rowid BETWEEN :low AND :high
	AND rowid NOT IN (SELECT doc FROM named) ORDER BY rowid DESC LIMIT :looked
), hit (doc, well) AS (SELECT doc, 1 FROM named UNION ALL SELECT doc, 0 FROM other)
SELECT r.tbl, r.id, coalesce(i.id, ''),
	CASE r.tbl WHEN 'plan' THEN r.id ELSE coalesce(i.plan_id, b.plan_id, v.plan_id, a.body ->> 'planId', '') END AS in_plan,
	coalesce(b.id, ''), coalesce(a.kind, ''), coalesce(i.kind, ''), coalesce(i.title, b.name, ''),
	coalesce(i.state, ''), coalesce(i.due, ''), coalesce(i.draft, 0), h.well, count(*) OVER (),
	(SELECT count(*) FROM named) = :looked OR (SELECT count(*) FROM other) = :looked
FROM hit AS h JOIN search_row AS r ON r.doc = h.doc
LEFT JOIN aspect AS a ON a.id = iif(r.tbl = 'aspect', r.id, NULL)
LEFT JOIN piece AS c ON c.id = iif(r.tbl = 'piece', r.id, NULL)
LEFT JOIN vision_board AS b ON b.id = iif(r.tbl = 'vision_board', r.id, c.board_id)
LEFT JOIN plan_version AS v ON v.id = iif(r.tbl = 'plan_version', r.id, NULL)
LEFT JOIN item AS i ON i.id = iif(r.tbl = 'item', r.id, coalesce(a.item_id, a.body ->> 'itemId'))
WHERE true`

const byItems = inTrash + `
SELECT 'item', i.id, i.id, i.plan_id AS in_plan, '', '', i.kind, i.title, i.state, coalesce(i.due, ''), i.draft, 0 AS well,
	count(*) OVER (), 0
FROM plan AS p CROSS JOIN item AS i ON i.plan_id = p.id
WHERE p.client_id = :client`

// text is the query, with the conditions that are asked for alone.
func (s Sought) text() string {
	var t strings.Builder
	if s.Match == "" {
		t.WriteString(byItems)
		if s.Without != "" {
			t.WriteString(` AND i.id NOT IN (SELECT r.id FROM search_words JOIN search_row AS r ON r.doc = search_words.rowid
				WHERE search_words MATCH :without AND search_words.rowid BETWEEN :low AND :high)`)
		}
	} else {
		t.WriteString(byWords)
		if len(s.Tables)+len(s.Aspects) > 0 {
			t.WriteString(" AND (r.tbl" + in("tables") + " OR coalesce(a.kind, '')" + in("aspects") + ")")
		}
	}
	for _, c := range s.conditions() {
		t.WriteString("\n\tAND " + c)
	}
	t.WriteString(`
		ORDER BY well DESC, instr(lower(i.title), :begins) = 1 DESC, coalesce(i.state, '') IN ('done', 'parked', 'letgo'),
			coalesce(i.changed_at, '') DESC, i.id LIMIT :most`)
	return t.String()
}

func in(name string) string { return " IN (SELECT value FROM json_each(:" + name + "))" }

func (s Sought) conditions() []string {
	all := []string{"(i.id IS NULL OR i.id NOT IN (SELECT id FROM dead))"}
	if s.InTrash {
		all[0] = "i.id IN (SELECT id FROM dead)"
	}
	add := func(asked bool, condition string) {
		if asked {
			all = append(all, condition)
		}
	}
	add(len(s.Kinds) > 0, "i.kind"+in("kinds"))
	add(len(s.Areas) > 0, "i.area_id"+in("areas"))
	add(len(s.Plans) > 0, "in_plan"+in("plans"))
	add(len(s.Tags) > 0, "EXISTS (SELECT 1 FROM item_tag AS t WHERE t.item_id = i.id AND t.tag_id"+in("tags")+")")
	add(len(s.Due) > 0, "EXISTS (SELECT 1 FROM json_each(:due) AS d WHERE "+within("i.due")+")")
	add(len(s.Changed) > 0, "EXISTS (SELECT 1 FROM json_each(:changed) AS d WHERE "+within("i.changed_at")+")")
	stands := []string{"i.state" + in("states")}
	if s.Drafts {
		stands = append(stands, "i.draft = 1")
	}
	if s.Late {
		stands = append(stands, "(i.due < :today AND i.state IN ('todo', 'doing', 'waiting'))")
	}
	add(len(s.States) > 0 || s.Drafts || s.Late, "("+strings.Join(stands, " OR ")+")")
	return all
}

func within(column string) string {
	return column + " >= d.value ->> 0 AND (d.value ->> 1 = '' OR " + column + " <= d.value ->> 1)"
}

func (s Sought) values(shelf int) []any {
	named := map[string]any{
		"client": s.Client, "match": s.Match, "titles": s.Titles, "without": s.Without, "begins": s.Begins, "today": s.Today,
		"low": shelf << 40, "high": (shelf+1)<<40 - 1, "looked": MostLooked, "most": s.Most,
		"kinds": list(s.Kinds), "states": list(s.States), "tags": list(s.Tags), "areas": list(s.Areas),
		"plans": list(s.Plans), "tables": list(s.Tables), "aspects": list(s.Aspects),
		"due": list(s.Due), "changed": list(s.Changed),
	}
	values := []any{}
	for name, value := range named {
		values = append(values, sql.Named(name, value))
	}
	return values
}

// list is a JSON array; of nothing it is an empty one.
func list[T any](all []T) string {
	if len(all) == 0 {
		return "[]"
	}
	text, _ := json.Marshal(all) // of texts it never fails
	return string(text)
}
