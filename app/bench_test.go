package app

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// go test -run '^$' -bench . ./app

const manyItems = 10_000

// BenchmarkEdit lets a bound method and the same SQL take turns: bare, one
// prepared UPDATE in one transaction of the same durability, in a copy of the
// same vault without a journal.
func BenchmarkEdit(b *testing.B) {
	path := manyVault(b)
	bare := newBareVault(b, path)
	items, ids := openMany(b, path)
	id := func(i int) string { return ids[i*7919%len(ids)] }
	turn := 0 // never the same twice, so that every edit changes something
	b.Run("SetTitle", func(b *testing.B) {
		race(b, &turn, func(i int) error {
			_, err := items.SetTitle(workspace.TextEdit{ID: id(i), Text: fmt.Sprint("title ", i)})
			return err
		}, func(i int) error { return bare.write(bare.title, fmt.Sprint("title ", i), id(i)) })
	})
	b.Run("SetState", func(b *testing.B) {
		state := func(i int) plan.State { return []plan.State{plan.Doing, plan.Waiting}[i/len(ids)%2] }
		race(b, &turn, func(i int) error {
			_, err := items.SetState([]string{id(i)}, state(i))
			return err
		}, func(i int) error { return bare.write(bare.state, state(i), id(i)) })
	})
}

// warm is how many turns come before those that count: a -wal that grows for
// the first time, up to its checkpoint, is slower than one that is used again.
const warm = 1200

// race lets two take turns, and reports the medians, min–max and their ratio.
func race(b *testing.B, turn *int, bound, bare func(i int) error) {
	b.Helper()
	var withs, withouts []time.Duration
	take := func() {
		*turn++
		withs = append(withs, clock(b, bound, *turn))
		withouts = append(withouts, clock(b, bare, *turn))
	}
	for range warm {
		take()
	}
	withs, withouts = nil, nil
	for b.Loop() {
		take()
	}
	slices.Sort(withs)
	slices.Sort(withouts)
	with, without := withs[len(withs)/2], withouts[len(withouts)/2]
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(with.Microseconds()), "µs/bound")
	b.ReportMetric(float64(without.Microseconds()), "µs/bare")
	b.ReportMetric(float64(with)/float64(without), "ratio")
	b.Logf("%d turns: bound %v (%v–%v), bare %v (%v–%v), ratio %.2f", len(withs),
		with, withs[0], withs[len(withs)-1], without, withouts[0], withouts[len(withouts)-1], float64(with)/float64(without))
}

func clock(b *testing.B, do func(int) error, i int) time.Duration {
	b.Helper()
	start := time.Now()
	if err := do(i); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// BenchmarkLoad opens a vault of 10,000 items and answers the page's first
// request, as a start does: from the file to the bytes of its JSON.
func BenchmarkLoad(b *testing.B) {
	path := manyVault(b)
	var size int
	for b.Loop() {
		k := benchKeep(path)
		k.retry()
		size = len(clientJSON(k))
		k.close()
	}
	b.ReportMetric(float64(size)/1e6, "MB-JSON")
}

// BenchmarkMemory tells what the heap of Go holds after the first load, and
// what it had grown to for it.
func BenchmarkMemory(b *testing.B) {
	path := manyVault(b)
	var after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		k := benchKeep(path)
		k.retry()
		clientJSON(k)
		runtime.GC()
		runtime.ReadMemStats(&after)
		k.close()
	}
	b.ReportMetric(float64(after.HeapAlloc)/1e6, "MB-held")
	b.ReportMetric(float64(after.HeapSys)/1e6, "MB-heap")
}

func clientJSON(k *keep) []byte {
	answer := httptest.NewRecorder()
	give(k.client)(answer, httptest.NewRequest(http.MethodGet, "/client.json", nil))
	return answer.Body.Bytes()
}

// manyVault is a closed vault with 10,000 items, six levels deep, from a fixed
// seed.
func manyVault(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "vault.cairn")
	k := benchKeep(path)
	defer k.close()
	if !k.create() {
		b.Fatal(k.problem)
	}
	c, err := k.open.work.AddPlan(b.Context(), "Publish a book", plan.Me)
	if err == nil {
		_, err = k.open.work.PasteText(b.Context(), workspace.Paste{Place: plan.Place{PlanID: c.Plans[0].ID}, Text: manyLines()})
	}
	if err != nil {
		b.Fatal(err)
	}
	return path
}

func manyLines() string {
	r := rand.New(rand.NewPCG(1, 1))
	words := strings.Fields("write the chapter about a ferry and ask three editors for their sample contract before summer")
	var text strings.Builder
	for i, depth := 0, 0; i < manyItems; i++ {
		fmt.Fprint(&text, strings.Repeat("  ", depth), "- [", []string{" ", " ", "x"}[r.IntN(3)], "]")
		for range 4 + r.IntN(6) {
			text.WriteString(" " + words[r.IntN(len(words))])
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&text, " (due 2026-%02d-%02d)", 1+r.IntN(12), 1+r.IntN(28))
		}
		if r.IntN(5) == 0 {
			fmt.Fprint(&text, " #", words[r.IntN(len(words))])
		}
		text.WriteByte('\n')
		depth = min(r.IntN(depth+2), 5)
	}
	return text.String()
}

func openMany(b *testing.B, path string) (*Items, []string) {
	b.Helper()
	k := benchKeep(path)
	k.retry()
	b.Cleanup(k.close)
	all, err := run(k, house.Load)
	if err != nil {
		b.Fatal(err)
	}
	ids := make([]string, len(all.Items))
	for i, item := range all.Items {
		ids[i] = item.ID
	}
	return &Items{k}, ids
}

func benchKeep(path string) *keep {
	return &keep{path: path, raise: func(door.Message) {}, remember: func(string) {}}
}

// bareVault is a copy of a vault whose journal has no triggers any more.
type bareVault struct {
	file         *db.DB
	title, state *sql.Stmt
}

func newBareVault(b *testing.B, of string) *bareVault {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bare.cairn")
	if err := os.WriteFile(path, bytesAt(of), 0o600); err != nil {
		b.Fatal(err)
	}
	file, err := db.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = file.Close() })
	var drops string
	err = file.Write.QueryRow(`SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'`).Scan(&drops)
	if err == nil {
		_, err = file.Write.Exec(drops)
	}
	if err != nil {
		b.Fatal(err)
	}
	prepare := func(column string) *sql.Stmt {
		s, err := file.Write.Prepare("UPDATE item SET " + column + " = ?1, changed_at = ?2 WHERE id = ?3 AND " + column + " <> ?1")
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	return &bareVault{file: file, title: prepare("title"), state: prepare("state")}
}

func (v *bareVault) write(s *sql.Stmt, value any, id string) error {
	tx, err := v.file.Write.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	update := tx.Stmt(s)
	defer update.Close() // nothing is left to do after Commit
	if _, err := update.Exec(value, time.Now().UTC().Format("2006-01-02T15:04:05.000Z"), id); err != nil {
		return err
	}
	return tx.Commit()
}
