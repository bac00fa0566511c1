package workspace

import (
	"context"
	"flag"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cairn/db"
	"cairn/internal/merge"
	"cairn/internal/plan"
)

// TestBothSides lets two hands do anything at all on two sides, and brings together
// what they did. The plan is whole. What one side alone did is there: all that was
// done here while nobody chooses what is there, and all of both where nothing
// differs; then the other side would have come to the same. An undo leads back
// exactly, and a redo forward again.
func TestBothSides(t *testing.T) {
	rarely(t)
	b := newBundle(t)
	rapid.Check(t, func(r *rapid.T) {
		b.TB = checked{t, r}
		b.opened(b.AddClient(b.ctx(), "Ada Marlow"))
		b.plan = b.ok(b.AddPlan(b.ctx(), "A boat", plan.Me)).Show
		b.book()
		b.cards("Rope Sail")
		b.anything(r, 8)
		there := b.handOver()
		base := b.rows()
		b.anything(r, 15)
		there.anything(r, 15)
		sides := merge.Sides{Base: b.read(base), Ours: b.read(b.rows()), Theirs: b.read(there.rows())}
		seen := b.look(there)
		chosen := []string{}
		for _, d := range seen.Differences {
			if rapid.Bool().Draw(r, "theirs") {
				chosen = append(chosen, d.ID)
			}
		}
		b.bringsTogether(r, sides, seen, chosen)
	})
}

// rarely lets a property be checked a fifth as often as others: each check writes a
// vault of its own.
func rarely(t *testing.T) {
	checks := flag.Lookup("rapid.checks").Value
	often, err := strconv.Atoi(checks.String())
	if err == nil {
		err = checks.Set(strconv.Itoa(max(1, often/5)))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = checks.Set(strconv.Itoa(often)) })
}

// bringsTogether takes back what was seen, and checks what came of both sides.
func (b *bundle) bringsTogether(r *rapid.T, s merge.Sides, seen Returned, chosen []string) {
	before := b.rows()
	c, err := b.TakeBack(b.ctx(), seen.Token, chosen)
	if plan.CodeOf(err) == plan.Conflict && len(chosen) > 0 {
		return // what was chosen makes no plan
	}
	b.ok(c, err)
	b.whole()
	after := b.rows()
	out := b.read(after)
	if len(chosen) == 0 {
		wantKept(r, "ours", s.Base, s.Ours, s.Theirs, out)
	}
	if len(seen.Differences) == 0 {
		wantKept(r, "theirs", s.Base, s.Theirs, s.Ours, out)
		wantSameThere(r, s, out)
	}
	if c.Undo.Op != "takeback" {
		return // nothing came
	}
	b.ok(b.Undo(b.ctx()))
	b.wantRows(r, "undo", before)
	b.ok(b.Redo(b.ctx()))
	b.wantRows(r, "redo", after)
}

// anything does random edits, as far as they are not refused.
func (b *bundle) anything(r *rapid.T, most int) {
	h := newHand(b.TB, b.Workspace, b.mirror, throws{r})
	h.stays = true
	for range rapid.IntRange(0, most).Draw(r, "edits") {
		name, do := h.choose()
		c, err := do(b.ctx())
		if err != nil && plan.CodeOf(err) == plan.Internal {
			r.Fatalf("%s: %v", name, err)
		}
		if err == nil {
			b.mirror.apply(c)
		}
	}
	b.agrees()
}

// rows are all that a handover is about, with what lies in the trash.
func (b *bundle) rows() db.Rows {
	b.TB.Helper()
	rows, err := db.ReadRows(context.Background(), b.vault.Read, b.Workspace.client)
	b.must(err)
	return rows
}

func (b *bundle) read(rows db.Rows) merge.Rows {
	b.TB.Helper()
	read, err := merge.Read(rows)
	b.must(err)
	return read
}

func (b *bundle) wantRows(r *rapid.T, way string, want db.Rows) {
	got := b.rows()
	for table := range want {
		if !maps.Equal(got[table], want[table]) {
			r.Fatalf("%s led to %s\n%v\nnot to\n%v", way, table, got[table], want[table])
		}
	}
}

// follows are the columns that follow from others, or from what else there is.
const follows = " rank priority changed_at plan_id kind area_id column_id item_id value_id done_at first_due "

// wantKept checks that whatever one side alone made, changed or took away is so.
func wantKept(r *rapid.T, whose string, base, side, other, out merge.Rows) {
	for table, rows := range side {
		for id, row := range rows {
			then, now := base[table][id], out[table][id]
			switch {
			case now == nil && then == nil && !hasTwin(table):
				r.Fatalf("%s: %s %v was made, and is not there", whose, table, row)
			case now == nil || then == nil:
				continue
			}
			for column, value := range row {
				changed := value != then[column] && (other[table][id] == nil || other[table][id][column] == then[column])
				if changed && now[column] != value && !strings.Contains(follows, " "+column+" ") {
					r.Fatalf("%s: %s of %s %v was %s, and is %s", whose, column, table, row, value, now[column])
				}
			}
		}
	}
	for table, rows := range base {
		for id, then := range rows {
			if side[table][id] == nil && maps.Equal(then, other[table][id]) && out[table][id] != nil && table != "tag" {
				r.Fatalf("%s: %s %v was taken away, and is there", whose, table, then)
			}
		}
	}
}

// hasTwin is true for a table in which something new may be the same as something
// new on the other side.
func hasTwin(table string) bool {
	return slices.Contains([]string{"tag", "item_tag", "link", "aspect"}, table)
}

// wantSameThere checks that the other side would have come to the same, if it had
// been the one to take back. What is the same by what it says has an id on either
// side, so there an id and a place of its own say nothing.
func wantSameThere(r *rapid.T, s merge.Sides, here merge.Rows) {
	result, err := merge.Merge(merge.Sides{Base: s.Base, Ours: s.Theirs, Theirs: s.Ours}, nil)
	if err != nil || len(result.Differences) > 0 {
		r.Fatalf("the other way round: %+v, %v", result.Differences, err)
	}
	there := merge.Rows{}
	for table, rows := range s.Theirs {
		there[table] = maps.Clone(rows)
		maps.Copy(there[table], result.Added[table])
		maps.Copy(there[table], result.Set[table])
		for _, id := range result.Gone[table] {
			delete(there[table], id)
		}
	}
	if got, want := said(there, here), said(here, there); !slices.Equal(got, want) {
		r.Fatalf("there it is\n%s\nand here\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// said is what rows say, without the ids that others do not have.
func said(rows, others merge.Rows) []string {
	own := map[string]bool{}
	for table, found := range rows {
		for id := range found {
			own[`"`+id+`"`] = others[table][id] == nil
		}
	}
	lines := []string{}
	for table, found := range rows {
		for _, row := range found {
			columns := []string{}
			for column, value := range row {
				if own[value] {
					value = "·"
				}
				if column != "rank" || !own[row["id"]] {
					columns = append(columns, column+" "+value)
				}
			}
			slices.Sort(columns)
			lines = append(lines, table+": "+strings.Join(columns, ", "))
		}
	}
	slices.Sort(lines)
	return lines
}
