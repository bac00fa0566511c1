package app

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

var (
	million   = flag.Int("million", 0, "how many items the vault of BenchmarkMillion has; 0 leaves it out")
	millionIn = flag.String("million-in", "", "the `file` of that vault, made if it is not there; empty: a new one each time")
)

// BenchmarkMillion opens a vault with as many items as nobody has, those of a
// hundred clients with 10,000 each, in a process of its own: how long until it
// is open and its first load is there, how long edits and searches take, what a
// backup costs the edits beside it, and how much memory all that took.
//
//	go test ./app -run '^$' -bench Million -benchtime 1x -timeout 0 -million 1000000
func BenchmarkMillion(b *testing.B) {
	if path := os.Getenv("MILLION_VAULT"); path != "" { // this is the process that is measured
		measureMillion(b, path)
		return
	}
	if *million == 0 {
		b.Skip("-million says how many")
	}
	path := millionVault(b)
	p := exec.Command(os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkMillion$", "-test.benchtime=1x", "-test.timeout=0")
	p.Env = append(os.Environ(), "MILLION_VAULT="+path)
	p.Stdout, p.Stderr = os.Stdout, os.Stderr
	for b.Loop() {
		if err := p.Run(); err != nil {
			b.Fatal(err)
		}
	}
}

// millionVault is a closed vault: one client whose plan was pasted, and copies of
// them by SQL, past the journal.
func millionVault(b *testing.B) string {
	b.Helper()
	if _, err := os.Stat(*millionIn); *millionIn != "" && err == nil {
		return *millionIn
	}
	begun, path := time.Now(), manyVault(b)
	file, err := db.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	exec := func(statement string, args ...any) {
		b.Helper()
		if _, err := file.Write.Exec(statement, args...); err != nil {
			b.Fatal(statement, err)
		}
	}
	// The journal makes its triggers when the vault opens, and those of the search
	// are put back: all words at once are found much sooner than row by row.
	triggers := names(b, file, `SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)
	again := names(b, file, `SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search%'`)
	for _, trigger := range triggers {
		exec(`DROP TRIGGER "` + trigger + `"`)
	}
	exec(`PRAGMA synchronous = OFF`)
	exec(`CREATE TEMP TABLE first AS SELECT id FROM client`)
	for n := 1; n < *million/manyItems; n++ {
		for _, table := range []string{"client", "plan", "item"} {
			exec(copied(table, names(b, file, `SELECT name FROM pragma_table_info('`+table+`')`)), fmt.Sprint(n, "-"))
		}
	}
	for _, statement := range append(searchAnew(), again...) {
		exec(statement)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	if *millionIn != "" {
		if err := os.Rename(path, *millionIn); err != nil {
			b.Fatal(err)
		}
		path = *millionIn
	}
	b.Logf("made in %v", time.Since(begun).Round(time.Second))
	return path
}

// searchAnew finds all words of what is there, as the migration did that began it.
func searchAnew() []string {
	return []string{
		`DELETE FROM search_row`,
		`INSERT INTO search_words (search_words) VALUES ('delete-all')`,
		`INSERT INTO search_shelf (client_id) SELECT id FROM client WHERE id NOT IN (SELECT client_id FROM search_shelf)`,
		`INSERT INTO search_row (doc, tbl, id)
		SELECT (s.number << 40) + row_number() OVER (PARTITION BY s.number ORDER BY t.id, t.tbl), t.tbl, t.id
		FROM search_text AS t JOIN search_shelf AS s ON s.client_id = t.client_id`,
		`INSERT INTO search_words (rowid, title, why, what, done_when, notes, said)
		SELECT r.doc, t.title, t.why, t.what, t.done_when, t.notes, t.said
		FROM search_text AS t JOIN search_row AS r ON r.id = t.id AND r.tbl = t.tbl`,
	}
}

// copied copies the rows of the first client under other ids.
func copied(table string, columns []string) string {
	values := make([]string, len(columns))
	for i, column := range columns {
		if values[i] = column; column == "id" || column == "plan_id" || column == "parent_id" || column == "client_id" {
			values[i] = "?1 || " + column
		}
	}
	where := map[string]string{
		"client": "id IN (SELECT id FROM first)",
		"plan":   "client_id IN (SELECT id FROM first)",
		"item":   "plan_id IN (SELECT id FROM plan WHERE client_id IN (SELECT id FROM first))",
	}[table]
	return fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s",
		table, strings.Join(columns, ", "), strings.Join(values, ", "), table, where)
}

func names(b *testing.B, file *db.DB, question string) []string {
	b.Helper()
	rows, err := file.Write.Query(question)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	all := []string{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			b.Fatal(err)
		}
		all = append(all, name)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return all
}

func measureMillion(b *testing.B, path string) {
	b.Helper()
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	k := benchKeep(path)
	begun := time.Now()
	k.retry()
	opened := time.Since(begun)
	defer k.close()
	var all plan.Changes
	begun = time.Now()
	if err := json.Unmarshal(clientJSON(k), &all); err != nil || len(all.Items) == 0 {
		b.Fatal(k.problem, err)
	}
	fmt.Printf("a file of %d MB: open after %v, the first load of %d items after another %v\n",
		info.Size()>>20, opened, len(all.Items), time.Since(begun))
	used := processor()
	took := edits(b, k, all, func(done int) bool { return done == 300 })
	fmt.Println("edits:", took, "each", (processor()-used)/time.Duration(len(took)), "of the processor")
	used = processor()
	took = searches(b, k)
	fmt.Println("searches:", took, "each", (processor()-used)/time.Duration(len(took)), "of the processor")
	backUpBeside(b, k, all)
	fmt.Println("memory at its peak:", peak())
}

// edits does edits of three kinds one after the other, until it is enough.
func edits(b *testing.B, k *keep, all plan.Changes, enough func(done int) bool) spread {
	b.Helper()
	items, took := &Items{k}, spread{}
	for i := 0; !enough(i); i++ {
		id := all.Items[i*7919%len(all.Items)].ID
		took = append(took, clock(b, func(i int) (err error) {
			switch i % 3 {
			case 0:
				_, err = items.SetTitle(workspace.TextEdit{ID: id, Text: fmt.Sprint("title ", time.Now().UnixNano())})
			case 1:
				_, err = items.SetEstimate([]string{id}, 1+time.Now().Nanosecond()%100)
			default:
				_, err = items.Add(workspace.NewItem{Place: plan.Place{PlanID: all.Plans[0].ID, ParentID: id}, Title: "one more"})
			}
			return err
		}, i))
	}
	return took
}

func searches(b *testing.B, k *keep) spread {
	b.Helper()
	took := spread{}
	for range 10 {
		for _, asked := range []string{"ferry", "sample contract", "edit", "before summer is:open", "nothingofthekind"} {
			took = append(took, clock(b, func(int) error {
				_, err := (&Search{k}).Find(workspace.Search{Text: asked})
				return err
			}, 0))
		}
	}
	return took
}

// backUpBeside makes a backup and edits as long as that takes.
func backUpBeside(b *testing.B, k *keep, all plan.Changes) {
	b.Helper()
	begun, made := time.Now(), make(chan error, 1)
	go func() {
		_, err := (&Backups{k: k, w: newWindow(nil)}).Now()
		made <- err
	}()
	var err error
	took := edits(b, k, all, func(int) bool {
		select {
		case err = <-made:
			return true
		default:
			return false
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	fmt.Printf("a backup in %v; edits beside it: %v\n", time.Since(begun).Round(time.Millisecond), took)
}

// spread is how long things took, one after the other.
type spread []time.Duration

func (s spread) String() string {
	if len(s) == 0 {
		return "none"
	}
	sorted := slices.Sorted(slices.Values(s))
	at := func(part float64) time.Duration {
		return sorted[int(part*float64(len(sorted)-1))].Round(10 * time.Microsecond)
	}
	return fmt.Sprintf("%d, median %v, p95 %v, longest %v", len(s), at(0.5), at(0.95), at(1))
}

// processor is how long the threads of this process have had one, as Linux tells
// it: on a computer that does other things too, the rest was waiting.
func processor() (all time.Duration) {
	threads, _ := filepath.Glob("/proc/self/task/*/schedstat")
	for _, thread := range threads {
		var ns int64
		said, _ := os.ReadFile(thread)
		_, _ = fmt.Sscan(string(said), &ns)
		all += time.Duration(ns)
	}
	return all
}

// peak is the most memory that this process ever had, as Linux tells it.
func peak() string {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if size, is := strings.CutPrefix(line, "VmHWM:"); is {
			return strings.TrimSpace(size)
		}
	}
	return "not known here"
}
