package workspace

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

// bundle is a new vault with an open client and one empty plan, a clock that
// moves a second at each look, and a mirror as the page has one.
type bundle struct {
	testing.TB
	*Workspace
	path   string
	vault  *db.DB
	clock  time.Time
	plan   string
	mirror *mirror
}

func newBundle(t testing.TB) *bundle {
	t.Helper()
	b := &bundle{TB: t, path: filepath.Join(t.TempDir(), "vault.cairn"), clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	var err error
	if b.vault, err = db.Create(b.path); err != nil {
		t.Fatal(err)
	}
	b.open()
	t.Cleanup(b.shut)
	b.plan = b.ok(b.AddPlan(b.ctx(), "Publish a book", plan.Me)).Plans[0].ID
	return b
}

func (b *bundle) ctx() context.Context { return b.TB.Context() }

func (b *bundle) now() time.Time {
	b.clock = b.clock.Add(time.Second)
	return b.clock
}

func (b *bundle) open() {
	b.TB.Helper()
	_, measured := b.TB.(*testing.B)
	_, err := b.vault.Write.Exec(`PRAGMA synchronous = ` + map[bool]string{true: "FULL", false: "OFF"}[measured])
	if err != nil {
		b.TB.Fatal(err)
	}
	if b.Workspace, err = Open(context.Background(), b.vault, b.now); err != nil {
		b.TB.Fatal(err)
	}
	b.mirror = newMirror(b.loaded())
}

func (b *bundle) loaded() plan.Changes {
	b.TB.Helper()
	c, err := b.Load(context.Background())
	if err != nil {
		b.TB.Fatal(err)
	}
	return c
}

func (b *bundle) shut() {
	if err := errors.Join(b.Workspace.Close(), b.vault.Close()); err != nil {
		b.TB.Error(err)
	}
}

// restart closes the file and opens it again. Statements are what happened to
// it meanwhile.
func (b *bundle) restart(statements ...string) {
	b.TB.Helper()
	b.shut()
	var err error
	if b.vault, err = db.Open(b.path); err != nil {
		b.TB.Fatal(err)
	}
	for _, s := range statements {
		if _, err := b.vault.Write.Exec(s); err != nil {
			b.TB.Fatal(err)
		}
	}
	b.open()
}

// ok is the answer of an edit that must not fail. The mirror applies it, and
// must then be what Load answers.
func (b *bundle) ok(c plan.Changes, err error) plan.Changes {
	b.TB.Helper()
	if err != nil {
		b.TB.Fatal(err)
	}
	b.mirror.apply(c)
	for _, i := range c.Items {
		if _, kept := b.mirror.items[i.ID]; !kept {
			b.TB.Fatalf("%s came, but hangs on nothing", i.Title)
		}
	}
	b.agrees()
	return c
}

func (b *bundle) agrees() {
	b.TB.Helper()
	if got, want := b.mirror.text(), newMirror(b.loaded()).text(); got != want {
		b.TB.Fatalf("the changes add up to\n%s\nbut there is\n%s", got, want)
	}
}

// refused is an edit that must fail with a code and key, and change nothing.
func (b *bundle) refused(code plan.Code, key string) func(plan.Changes, error) {
	b.TB.Helper()
	before := b.mirror.text()
	return func(_ plan.Changes, err error) {
		b.TB.Helper()
		var refusal *plan.Error
		if !errors.As(err, &refusal) || refusal.Code != code || refusal.Key != key {
			b.TB.Fatalf("got %v, want %s %s", err, code, key)
		}
		b.agrees()
		if b.mirror.text() != before {
			b.TB.Fatal("something changed")
		}
	}
}

// same is an edit that must change nothing and be no step.
func (b *bundle) same(c plan.Changes, err error) {
	b.TB.Helper()
	before := b.mirror.text()
	b.ok(c, err)
	if b.mirror.text() != before || len(c.Items)+len(c.Gone) > 0 {
		b.TB.Fatalf("it changed something: %+v", c)
	}
}

// add makes an item below a parent, behind the others, and tells its id.
func (b *bundle) add(title, parent string) string {
	b.TB.Helper()
	place := plan.Place{PlanID: b.plan, ParentID: parent}
	if before := b.mirror.children(b.plan, parent); len(before) > 0 {
		place.AfterID = before[len(before)-1].ID
	}
	return b.ok(b.AddItem(b.ctx(), NewItem{Place: place, Title: title})).Focus
}

// book makes a small plan and tells the ids of its items by their titles.
func (b *bundle) book() map[string]string {
	b.TB.Helper()
	b.paste("", "Book\n\tWrite\n\t\tDraft\n\t\t\tChapter 1\n\t\t\tChapter 2\n\tPrint\n\t\tProof")
	return b.ids()
}

func (b *bundle) paste(parent, text string) plan.Changes {
	b.TB.Helper()
	return b.ok(b.PasteText(b.ctx(), Paste{Place: plan.Place{PlanID: b.plan, ParentID: parent}, Text: text}))
}

// ids are the ids of all items by their titles.
func (b *bundle) ids() map[string]string {
	ids := map[string]string{}
	for _, i := range b.mirror.items {
		ids[i.Title] = i.ID
	}
	return ids
}

func (b *bundle) item(id string) plan.Item {
	b.TB.Helper()
	i, ok := b.mirror.items[id]
	if !ok {
		b.TB.Fatal("there is no such item")
	}
	return i
}

// looks checks the outline of the plan: a line of kind and title for each item,
// two spaces deeper on each level.
func (b *bundle) looks(want string) {
	b.TB.Helper()
	want = strings.ReplaceAll(strings.TrimPrefix(want, "\n"), "\t", "")
	if got := b.mirror.outline(b.plan); got != want {
		b.TB.Fatalf("the plan is\n%s\nwant\n%s", got, want)
	}
}

// shows checks the board of the plan: a line for each column, with its name or
// state and the titles of its cards.
func (b *bundle) shows(want string) {
	b.TB.Helper()
	want = strings.ReplaceAll(strings.TrimPrefix(want, "\n"), "\t", "")
	if got := b.mirror.shown(b.plan); got != want {
		b.TB.Fatalf("the board is\n%s\nwant\n%s", got, want)
	}
}

// cards makes steps for the column to do and tells their ids by their titles.
func (b *bundle) cards(titles string) map[string]string {
	b.TB.Helper()
	b.paste("", "- [ ] "+strings.ReplaceAll(titles, " ", "\n- [ ] "))
	return b.ids()
}

// column is the id of the oldest column for a state.
func (b *bundle) column(state plan.State) string {
	return plan.ColumnOf(b.mirror.columns(b.plan), state, "")
}

// move puts cards into a column, behind another one or, for "", at its top.
func (b *bundle) move(column, after string, ids ...string) plan.Changes {
	b.TB.Helper()
	return b.ok(b.MoveCards(b.ctx(), CardMove{IDs: ids, ColumnID: column, AfterID: after}))
}

// below is a place at the beginning of a parent's children.
func (b *bundle) below(parent string) plan.Place { return plan.Place{PlanID: b.plan, ParentID: parent} }

// after is a place behind an item.
func (b *bundle) after(id string) plan.Place {
	return plan.Place{PlanID: b.plan, ParentID: b.item(id).ParentID, AfterID: id}
}

// count is the number that a query answers with, read beside the workspace.
func (b *bundle) count(sql string, args ...any) (n int) {
	b.TB.Helper()
	if err := b.vault.Read.QueryRow(sql, args...).Scan(&n); err != nil {
		b.TB.Fatal(err)
	}
	return n
}

// grow adds goals with nine items each, so many in all.
func (b *bundle) grow(n int) []string {
	b.TB.Helper()
	var text strings.Builder
	for i := range n {
		if i%10 != 0 {
			text.WriteByte('\t')
		}
		fmt.Fprintf(&text, "- An item of the usual length, number %d\n", i)
	}
	c := b.paste("", text.String())
	ids := make([]string, len(c.Items))
	for i, item := range c.Items {
		ids[i] = item.ID
	}
	return ids
}
