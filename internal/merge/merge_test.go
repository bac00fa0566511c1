package merge_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cairn/internal/merge"
	"cairn/internal/plan"
)

// start is what both sides had when they last met. A line is a row: its table, its
// id, and its columns.
var start = []string{
	"client ada name=Ada",
	"plan p name=A boat; rank=a",
	"board_column c1 plan_id=p; state=todo; rank=a",
	"board_column c2 plan_id=p; state=doing; rank=b",
	"board_column c3 plan_id=p; state=blocked; rank=c",
	"board_column c4 plan_id=p; state=done; rank=d",
	"board_column c5 plan_id=p; state=todo; name=Later; rank=e",
	"item v plan_id=p; parent_id=null; kind=vision; title=The sea; rank=a; priority=a; trashed_at=null; changed_at=1",
	"item g plan_id=p; parent_id=v; kind=goal; title=Build; rank=a; priority=b; trashed_at=null; changed_at=1",
	"item s plan_id=p; parent_id=g; kind=step; title=Saw; rank=a; priority=c; state=todo; done_at=null; start=null; due=null; notes=; column_id=null; trashed_at=null; changed_at=1",
	"item t plan_id=p; parent_id=g; kind=step; title=Plane; rank=b; priority=d; state=todo; done_at=null; trashed_at=null; changed_at=1",
	"item h plan_id=p; parent_id=v; kind=goal; title=Sail; rank=b; priority=e; trashed_at=null; changed_at=1",
	"aspect a item_id=s; kind=barrier; rank=a; body={\"what\":\"rain\",\"likely\":\"low\"}",
	"aspect b item_id=v; kind=aim; rank=a; body={\"statement\":\"To sail\",\"identity\":\"\"}",
}

// sides are three times the start, with what each of two sides did since.
func sides(t *testing.T, ours, theirs []string) merge.Sides {
	t.Helper()
	return merge.Sides{Base: rows(t, start), Ours: rows(t, start, ours...), Theirs: rows(t, start, theirs...)}
}

// rows are lines as rows. A later line changes some columns of an earlier one, and
// one that begins with "-" takes it away.
func rows(t *testing.T, lines []string, more ...string) merge.Rows {
	t.Helper()
	stored := map[string]map[string]map[string]any{}
	for _, line := range slices.Concat(lines, more) {
		words := strings.SplitN(line, " ", 3)
		table, id := strings.TrimPrefix(words[0], "-"), words[1]
		if table != words[0] {
			delete(stored[table], id)
			continue
		}
		if stored[table] == nil {
			stored[table] = map[string]map[string]any{}
		}
		if stored[table][id] == nil {
			stored[table][id] = map[string]any{"id": id}
		}
		maps.Copy(stored[table][id], columns(words[2]))
	}
	texts := map[string]map[string]string{}
	for table, found := range stored {
		texts[table] = map[string]string{}
		for id, row := range found {
			text, err := json.Marshal(row)
			must(t, err)
			texts[table][id] = string(text)
		}
	}
	read, err := merge.Read(texts)
	must(t, err)
	return read
}

func columns(line string) map[string]any {
	row := map[string]any{}
	for _, said := range strings.Split(line, "; ") {
		column, value, _ := strings.Cut(said, "=")
		if row[column] = value; value == "null" {
			row[column] = nil
		}
	}
	return row
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// outcome is what came of both sides.
func outcome(s merge.Sides, r merge.Result) merge.Rows {
	out := merge.Rows{}
	for table, found := range s.Ours {
		out[table] = maps.Clone(found)
		maps.Copy(out[table], r.Added[table])
		maps.Copy(out[table], r.Set[table])
		for _, id := range r.Gone[table] {
			delete(out[table], id)
		}
	}
	return out
}

// told is what of some rows is another than in others, as lines.
func told(before, after merge.Rows) []string {
	lines := []string{}
	for table := range before {
		for id, row := range after[table] {
			said := []string{}
			for column := range row {
				if was := before[table][id]; was == nil || was[column] != row[column] {
					said = append(said, column+"="+row.Text(column))
				}
			}
			slices.Sort(said)
			said = slices.DeleteFunc(said, func(s string) bool { return strings.HasPrefix(s, "id=") })
			if before[table][id] == nil || len(said) > 0 {
				lines = append(lines, fmt.Sprintf("%s %s %s", table, id, strings.Join(said, "; ")))
			}
		}
		for id := range before[table] {
			if after[table][id] == nil {
				lines = append(lines, fmt.Sprintf("-%s %s", table, id))
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// differing are differences as lines: what, and how it is here and there.
func differing(all []merge.Difference) []string {
	lines := []string{}
	for _, d := range all {
		for _, l := range d.Lines {
			lines = append(lines, fmt.Sprintf("%s %s: %s | %s", d.ID, l.Field, l.Ours, l.Theirs))
		}
	}
	return lines
}

func chooseAll(r merge.Result) merge.Choices {
	chosen := merge.Choices{}
	for _, d := range r.Differences {
		chosen[d.ID] = true
	}
	return chosen
}

// TestMerge does something on each side. where nothing is chosen, ours is what comes
// out; where theirs is chosen for all, theirs is.
func TestMerge(t *testing.T) {
	below := "item n plan_id=p; parent_id=g; kind=step; title=Oil; rank=c; priority=f; trashed_at=null; changed_at=2"
	for _, c := range []struct {
		name         string
		ours, theirs []string
		differ       []string
		out, chosen  []string // chosen nil: the same
	}{
		{name: "nothing was done"},
		{
			name: "what they alone changed comes in", theirs: []string{"item s title=Cut", "client ada name=Ada Stone"},
			out: []string{"client ada name=Ada Stone", "item s title=Cut"},
		},
		{name: "what we alone changed stays", ours: []string{"item s title=Cut"}, out: []string{"item s title=Cut"}},
		{
			name: "what both changed alike is no difference",
			ours: []string{"item s title=Cut; changed_at=2"}, theirs: []string{"item s title=Cut; changed_at=3"},
			out: []string{"item s changed_at=3; title=Cut"},
		},
		{
			name: "what both changed of one thing, but not the same of it, goes together",
			ours: []string{"item s title=Cut"}, theirs: []string{"item s notes=By hand"}, out: []string{"item s notes=By hand; title=Cut"},
		},
		{
			name: "what both changed differently is asked", ours: []string{"item s title=Cut"}, theirs: []string{"item s title=Split"},
			differ: []string{"item/s/title title: Cut | Split"},
			out:    []string{"item s title=Cut"}, chosen: []string{"item s title=Split"},
		},
		{
			name: "when something begins and when it is due are said in one go",
			ours: []string{"item s start=2026-05-01"}, theirs: []string{"item s due=2026-04-01"},
			differ: []string{"item/s/dates due:  | 2026-04-01", "item/s/dates start: 2026-05-01 | "},
			out:    []string{"item s start=2026-05-01"}, chosen: []string{"item s due=2026-04-01"},
		},
		{
			name: "what both did is done since the first time",
			ours: []string{"item s state=done; done_at=7"}, theirs: []string{"item s state=done; done_at=6"},
			out: []string{"item s done_at=6; state=done"},
		},
		{
			name: "fields that are written one by one are each a thing of its own",
			ours: []string{`aspect b body={"statement":"To sail far","identity":""}`}, theirs: []string{`aspect b body={"statement":"To sail","identity":"A sailor"}`},
			out: []string{"aspect b body.identity=A sailor; body.statement=To sail far"},
		},
		{
			name: "others are said in one go",
			ours: []string{`aspect a body={"what":"hail","likely":"low"}`}, theirs: []string{`aspect a body={"what":"rain","likely":"high"}`},
			differ: []string{"aspect/a/body likely: low | high", "aspect/a/body what: hail | rain"},
			out:    []string{"aspect a body.what=hail"}, chosen: []string{"aspect a body.likely=high"},
		},
		{name: "what they took away goes", theirs: []string{"-item t"}, out: []string{"-item t"}},
		{name: "what we took away stays away", ours: []string{"-item t"}, out: []string{"-item t"}},
		{
			name: "what they took away while we went on with it is asked", ours: []string{"item s title=Cut"}, theirs: []string{"-item s", "-aspect a"},
			differ: []string{"item/s/gone gone: kept | gone"},
			out:    []string{"item s title=Cut"}, chosen: []string{"-aspect a", "-item s"},
		},
		{
			name: "what we took away while they went on below it is asked, and comes back with all",
			ours: []string{"-item g", "-item s", "-item t", "-aspect a"}, theirs: []string{below},
			differ: []string{"item/g/gone gone: gone | kept"},
			out:    []string{"-aspect a", "-item g", "-item s", "-item t"},
			chosen: []string{"item n changed_at=2; kind=step; parent_id=g; plan_id=p; priority=f; rank=c; title=Oil; trashed_at="},
		},
		{
			name: "what they laid in the trash while we went on below it is asked",
			ours: []string{"item s title=Cut"}, theirs: []string{"item g trashed_at=9"},
			differ: []string{"item/g/trashed_at trashed_at: kept | gone"},
			out:    []string{"item s title=Cut"}, chosen: []string{"item g trashed_at=9", "item s title=Cut"},
		},
		{
			name: "what nobody went on with goes to the trash", theirs: []string{"item g trashed_at=9"}, out: []string{"item g trashed_at=9"},
		},
		{
			name: "a column that they took away is forgotten by the card that we laid in it",
			ours: []string{"item s column_id=c5"}, theirs: []string{"-board_column c5"}, out: []string{"-board_column c5"},
		},
		{
			name: "what they moved does not end up below itself",
			ours: []string{"item g parent_id=h"}, theirs: []string{"item h parent_id=g"},
			differ: []string{"item/h/place below: The sea | Build"}, out: []string{"item g parent_id=h"},
		},
		{
			name: "what both moved elsewhere among its neighbours is asked, by what it would stand behind",
			ours: []string{"item h rank=0"}, theirs: []string{"item h rank=c", "item k plan_id=p; parent_id=v; kind=goal; title=Paint; rank=b; priority=f"},
			differ: []string{"item/h/place behind:  | Paint"},
			out:    []string{"item h rank=0", "item k kind=goal; parent_id=v; plan_id=p; priority=f; rank=b; title=Paint"},
			chosen: []string{"item h rank=c", "item k kind=goal; parent_id=v; plan_id=p; priority=f; rank=b; title=Paint"},
		},
		{
			name: "what they made another kind does not stand where that may not be",
			ours: []string{"item h parent_id=s; kind=step"}, theirs: []string{"item s kind=idea"},
			differ: []string{"item/s/kind kind: step | idea"}, out: []string{"item h kind=step; parent_id=s"},
		},
		{
			name: "a column is read by its name, and where nothing is named, by what is in it",
			ours: []string{"item s column_id=c5"}, theirs: []string{"item s column_id=c2"},
			differ: []string{"item/s/column_id column_id: Later | doing"},
			out:    []string{"item s column_id=c5"}, chosen: []string{"item s column_id=c2"},
		},
		{
			name: "what they let wait does not end up waiting for itself",
			ours: []string{"link l from_id=s; to_id=t; kind=after"}, theirs: []string{"link m from_id=t; to_id=s; kind=after"},
			differ: []string{"link/m/came came: gone | kept"}, out: []string{"link l from_id=s; kind=after; to_id=t"},
		},
		{
			name: "a board does not lose the last column for what is to do",
			ours: []string{"-board_column c1"}, theirs: []string{"-board_column c5"},
			differ: []string{"board_column/c5/gone gone: kept | gone"}, out: []string{"-board_column c1"},
		},
		{
			name:   "what is new below something else becomes what fits there",
			theirs: []string{"item n plan_id=p; parent_id=s; kind=goal; title=Oil; rank=a; priority=f"},
			out:    []string{"item n kind=step; parent_id=s; plan_id=p; priority=f; rank=a; title=Oil"},
		},
		{
			name: "a tag that both made is one", ours: []string{"tag x name=wet", "item_tag i item_id=s; tag_id=x"},
			theirs: []string{"tag y name=wet", "item_tag j item_id=t; tag_id=y"},
			out:    []string{"item_tag i item_id=s; tag_id=x", "item_tag j item_id=t; tag_id=x", "tag x name=wet"},
		},
		{
			name: "what can be said only once is one thing that both said",
			ours: []string{`aspect x item_id=g; kind=aim; rank=a; body={"statement":"Soon"}`}, theirs: []string{`aspect y item_id=g; kind=aim; rank=a; body={"statement":"Slowly"}`},
			differ: []string{"aspect/x/body.statement statement: Soon | Slowly"},
			out:    []string{"aspect x body.statement=Soon; item_id=g; kind=aim; rank=a"},
			chosen: []string{"aspect x body.statement=Slowly; item_id=g; kind=aim; rank=a"},
		},
		{
			name: "what both put at the same place stands side by side",
			ours: []string{"item m plan_id=p; parent_id=h; title=Reef; kind=step; rank=a; priority=f"}, theirs: []string{"item n plan_id=p; parent_id=h; title=Tack; kind=step; rank=a; priority=g"},
			out: []string{"item m kind=step; parent_id=h; plan_id=p; priority=f; rank=a; title=Reef", "item n kind=step; parent_id=h; plan_id=p; priority=g; rank=n; title=Tack"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := sides(t, c.ours, c.theirs)
			r, err := merge.Merge(s, nil)
			must(t, err)
			want(t, "differs", differing(r.Differences), c.differ)
			want(t, "comes out", told(s.Base, outcome(s, r)), c.out)
			if c.chosen == nil {
				return
			}
			r, err = merge.Merge(s, chooseAll(r))
			must(t, err)
			want(t, "comes out as they have it", told(s.Base, outcome(s, r)), c.chosen)
		})
	}
}

func want(t *testing.T, what string, got, lines []string) {
	t.Helper()
	if !slices.Equal(got, lines) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
}

func TestMergeRefuses(t *testing.T) {
	for name, edits := range map[string][2]string{
		"what would stand below itself": {"item g parent_id=h", "item h parent_id=g"},
		"what would wait for itself":    {"link l from_id=s; to_id=t; kind=after", "link m from_id=t; to_id=s; kind=after"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sides(t, edits[:1], edits[1:])
			r, err := merge.Merge(s, nil)
			must(t, err)
			_, err = merge.Merge(s, chooseAll(r))
			var refusal *plan.Error
			if !errors.As(err, &refusal) || refusal.Key != "error.return_tangled" || refusal.Params["title"] != r.Differences[0].Title {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestMergeCounts(t *testing.T) {
	s := sides(t, []string{"item h title=Sail far"}, []string{
		"item n plan_id=p; parent_id=g; kind=step; title=Oil; rank=c; priority=f", "tag x name=wet", "item s title=Cut", "item t trashed_at=9", "-aspect a", "item g rank=c",
	})
	r, err := merge.Merge(s, nil)
	must(t, err)
	if r.New != 1 || r.Changed != 1 || r.Removed != 2 {
		t.Errorf("%d new, %d changed, %d removed", r.New, r.Changed, r.Removed)
	}
	if !reflect.DeepEqual(r.Met, s.Theirs) {
		t.Error("what both know is not what is there")
	}
}

// TestDifference looks at what a person reads: differences in the order of the plan,
// each with its name, what it stands below, and how it was.
func TestDifference(t *testing.T) {
	s := sides(t,
		[]string{"item t title=Smooth", "item s parent_id=h", "item g title=Make", `aspect a body={"what":"hail","likely":"low"}`},
		[]string{"item t title=Sand", "item s parent_id=v", "item g title=Join", `aspect a body={"what":"snow","likely":"low"}`})
	r, err := merge.Merge(s, nil)
	must(t, err)
	got := []string{}
	for _, d := range r.Differences {
		l := d.Lines[0]
		got = append(got, fmt.Sprintf("%s %q in %s: %s | %s, was %s", d.Kind, d.Title, strings.Join(d.Path, " > "), l.Ours, l.Theirs, l.Before))
	}
	want(t, "reads", got, []string{
		`goal "Make" in A boat > The sea: Make | Join, was Build`,
		`step "Smooth" in A boat > The sea > Make: Smooth | Sand, was Plane`,
		`step "Saw" in A boat > The sea > Sail: Sail | The sea, was Build`,
		`barrier "hail" in A boat > The sea > Sail > Saw: hail | snow, was rain`,
	})
}

func TestRead(t *testing.T) {
	stored := map[string]map[string]string{
		"item":   {"i": `{"id":"i","spent_min":5,"title":"\"Ü\" <b>","why":null}`},
		"aspect": {"a": `{"body":"{\"days\":[1, 2],\"what\":\"ra\\\"in \\u0026 <\\n\"}","id":"a","kind":"barrier"}`},
	}
	read, err := merge.Read(stored)
	must(t, err)
	if got := read["item"]["i"]; got.Text("title") != `"Ü" <b>` || got.Text("spent_min") != "5" || got.Text("why") != "" {
		t.Errorf("%v", got)
	}
	if got := read["aspect"]["a"].Body(); !reflect.DeepEqual(got, map[string]any{"what": "ra\"in & <\n", "days": []any{1.0, 2.0}}) {
		t.Errorf("%v", got)
	}
	back, err := read.Stored()
	must(t, err)
	again, err := merge.Read(back)
	must(t, err)
	if !reflect.DeepEqual(again, read) {
		t.Errorf("%v, and then %v", read, again)
	}
	for _, broken := range []string{"", "[]", `{"body":"{"}`} {
		if _, err := merge.Read(map[string]map[string]string{"aspect": {"a": broken}}); err == nil {
			t.Errorf("%q was read", broken)
		}
	}
}
