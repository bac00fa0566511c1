package merge

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Row is a row of a table: the JSON of each column by its name. The fields of a
// body stand in it one by one, as body.<field>.
type Row map[string]string

// Rows is what a client is called and has planned, by table and id.
type Rows map[string]map[string]Row

const (
	null = "null"
	body = "body."
)

// ref is a row, by its table and id.
type ref struct{ table, id string }

func (of ref) compare(other ref) int {
	return cmp.Or(cmp.Compare(of.table, other.table), cmp.Compare(of.id, other.id))
}

// tables are those that are brought together, in their order.
func tables() []string {
	return []string{
		"client", "plan", "area", "tag", "board_column", "item", "aspect", "plan_version", "vision_board", "piece", "item_tag", "link",
	}
}

// Read takes rows as they are stored: by table and id, each as a JSON object.
func Read(stored map[string]map[string]string) (Rows, error) {
	rows := Rows{}
	for _, table := range tables() {
		rows[table] = map[string]Row{}
		for id, text := range stored[table] {
			row, err := read(text)
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", table, id, err)
			}
			rows[table][id] = row
		}
	}
	return rows, nil
}

func read(text string) (Row, error) {
	columns := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(text), &columns); err != nil {
		return nil, err
	}
	row := Row{}
	for name, value := range columns {
		row[name] = canonical(string(value))
	}
	return row, row.unfold()
}

// unfold puts the fields of a body beside the columns.
func (r Row) unfold() error {
	text, has := r["body"]
	if !has {
		return nil
	}
	delete(r, "body")
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(said(text)), &fields); err != nil {
		return err
	}
	for name, value := range fields {
		r[body+name] = canonical(string(value))
	}
	return nil
}

// canonical writes a value in the one way in which it can be compared: the same words
// may have been escaped otherwise on the other side.
func canonical(value string) string {
	if !strings.HasPrefix(value, "{") && !strings.HasPrefix(value, "[") && !strings.ContainsAny(value, "\\\u2028\u2029") {
		return value
	}
	decoder := json.NewDecoder(strings.NewReader(value))
	decoder.UseNumber()
	var said any
	if err := decoder.Decode(&said); err != nil {
		panic(err) // it came out of JSON
	}
	return quoted(said)
}

// Stored is rows as they are stored (Read).
func (r Rows) Stored() (map[string]map[string]string, error) {
	stored := map[string]map[string]string{}
	for table, rows := range r {
		stored[table] = map[string]string{}
		for id, row := range rows {
			text, err := row.stored(table)
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", table, id, err)
			}
			stored[table][id] = text
		}
	}
	return stored, nil
}

// Put puts a row in.
func (r Rows) Put(table, id string, row Row) {
	if r[table] == nil {
		r[table] = map[string]Row{}
	}
	r[table][id] = row
}

// Text is what a column says: a text as it is, a number as it is written, and ""
// where there is none.
func (r Row) Text(column string) string { return r.text(column) }

// Body is what an aspect or a piece says, by its fields.
func (r Row) Body() map[string]any {
	fields := map[string]any{}
	for name, value := range r {
		if field, is := strings.CutPrefix(name, body); is {
			var said any
			_ = json.Unmarshal([]byte(value), &said) // it came out of JSON
			fields[field] = said
		}
	}
	return fields
}

func (r Row) stored(table string) (string, error) {
	columns, fields := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	for name, value := range r {
		if field, is := strings.CutPrefix(name, body); is {
			fields[field] = json.RawMessage(value)
		} else {
			columns[name] = json.RawMessage(value)
		}
	}
	if table == "aspect" || table == "piece" {
		text, err := json.Marshal(fields)
		if err != nil {
			return "", err
		}
		columns["body"] = json.RawMessage(quoted(string(text)))
	}
	text, err := json.Marshal(columns)
	return string(text), err
}

// text is what a column says: a text as it is, a number as it is written, and ""
// where there is none.
func (r Row) text(column string) string { return said(r[column]) }

func said(value string) string {
	if value == null || value == "" {
		return ""
	}
	var words string
	if json.Unmarshal([]byte(value), &words) == nil {
		return words
	}
	return value
}

// quoted is a value as JSON.
func quoted(value any) string {
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // a text always has JSON, and so has what came out of it
	}
	return strings.TrimSuffix(text.String(), "\n")
}

// some are a few columns of a row, those that it has.
func (r Row) some(columns []string) Row {
	few := Row{}
	for _, c := range columns {
		if value, has := r[c]; has {
			few[c] = value
		}
	}
	return few
}

// copied is rows that can be changed without those they were made of.
func (r Rows) copied() Rows {
	all := Rows{}
	for table, rows := range r {
		all[table] = maps.Clone(rows)
	}
	return all
}

func (r Rows) at(of ref) Row { return r[of.table][of.id] }

func (r Rows) has(of ref) bool { return r.at(of) != nil }

// each visits all rows, in their order.
func (r Rows) each(visit func(of ref, row Row)) {
	for _, table := range tables() {
		for _, id := range slices.Sorted(maps.Keys(r[table])) {
			visit(ref{table, id}, r[table][id])
		}
	}
}

// hangsOn are the rows without which a row cannot be: those that it goes with when
// they are taken away. An aspect goes with another one that it speaks of.
func (r Rows) hangsOn(of ref) []ref {
	row := r[of.table][of.id]
	on := []ref{}
	add := func(table, column string) {
		if id := row.text(column); id != "" {
			on = append(on, ref{table, id})
		}
	}
	switch of.table {
	case "item":
		if add("item", "parent_id"); len(on) == 0 {
			add("plan", "plan_id")
		}
	case "board_column", "plan_version", "vision_board":
		add("plan", "plan_id")
	case "piece":
		add("vision_board", "board_id")
	case "item_tag":
		add("item", "item_id")
		add("tag", "tag_id")
	case "link":
		add("item", "from_id")
		add("item", "to_id")
	case "aspect":
		add("item", "item_id")
		for column := range row {
			if strings.HasPrefix(column, body) && (strings.HasSuffix(column, "Id") || column == body+"of") {
				add("aspect", column) // what it speaks of may also be something else
			}
		}
	}
	return on
}

// pointers are the columns that forget what they point at when it is taken away.
func pointers(table string) map[string]string {
	switch table {
	case "item":
		return map[string]string{"area_id": "area", "column_id": "board_column"}
	case "vision_board":
		return map[string]string{"item_id": "item"}
	case "piece":
		return map[string]string{"item_id": "item", "value_id": "aspect"}
	default:
		return nil
	}
}
