package db

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var damages = flag.Int("damages", 60, "how many damaged vaults TestSalvage looks into")

// slow is longer than anybody waits for a start screen.
const slow = 10 * time.Second

// fullVault lays a vault with all kinds of rows at a path, of the newest version
// that there is a vault of.
func fullVault(t *testing.T, path string) {
	t.Helper()
	versions, err := filepath.Glob("testdata/version-*.cairn.gz")
	must(t, err)
	packed, err := os.Open(fmt.Sprintf("testdata/version-%d.cairn.gz", len(versions)))
	must(t, err)
	defer packed.Close()
	from, err := gzip.NewReader(packed)
	must(t, err)
	bytes, err := io.ReadAll(from)
	must(t, err)
	must(t, os.WriteFile(path, bytes, 0o600))
	d, err := Open(path)
	must(t, err)
	must(t, d.Close())
}

func standing() Stand {
	return Stand{Client: "Found again", Plan: "What was found again", Item: "Title lost", Now: "2026-01-01T00:00:00Z"}
}

// ids are the keys of all rows that come back, by table.
func ids(t *testing.T, path string) map[string]bool {
	t.Helper()
	d, err := pool(fileURI(path)+"?mode=ro&immutable=1", 1)
	must(t, err)
	defer d.Close()
	all := map[string]bool{}
	for _, table := range []string{"client", "plan", "area", "item", "tag", "item_tag", "link", "board_column", "aspect", "plan_version", "vision_board", "piece", "deck", "private_note", "mark"} {
		keys := ask[string](t, d, "SELECT coalesce(json_group_array(id), '[]') FROM "+table)
		var some []string
		must(t, json.Unmarshal([]byte(keys), &some))
		for _, id := range some {
			all[table+" "+id] = true
		}
	}
	return all
}

func TestSalvage(t *testing.T) {
	folder := t.TempDir()
	whole := filepath.Join(folder, "whole.cairn")
	fullVault(t, whole)
	want := ids(t, whole)
	bytes, err := os.ReadFile(whole)
	must(t, err)
	lay := func(t *testing.T, bytes []byte) (path, to string) {
		t.Helper()
		folder := t.TempDir()
		path, to = filepath.Join(folder, "vault.cairn"), filepath.Join(folder, "back.cairn")
		must(t, os.WriteFile(path, bytes, 0o600))
		return path, to
	}

	t.Run("brings everything back of a vault that is whole", func(t *testing.T) {
		path, to := lay(t, bytes)
		s, err := Salvage(path, to, standing())
		must(t, err)
		got := ids(t, to)
		for id := range want {
			if !got[id] {
				t.Errorf("%s is gone", id)
			}
		}
		d, err := Open(to)
		must(t, err)
		defer d.Close()
		var found, there int
		must(t, d.Read.QueryRow("SELECT (SELECT count(*) FROM search_row), (SELECT count(*) FROM search_text)").Scan(&found, &there))
		if found != there || there == 0 {
			t.Errorf("%d of %d are found by their words", found, there)
		}
		if len(got) != len(want) || s.Lost != 0 || s.Unread != 0 {
			t.Errorf("%d rows of %d; %+v", len(got), len(want), s)
		}
	})
	t.Run("knows the rows of a file that no longer says where its tables are", func(t *testing.T) {
		hit := append([]byte{}, bytes...)
		clear(hit[:4096])
		path, to := lay(t, hit)
		_, err := Salvage(path, to, standing())
		must(t, err)
		got := ids(t, to)
		missing := 0
		for id := range want {
			if !got[id] {
				missing++
			}
		}
		if missing*100 > len(want) {
			t.Errorf("%d rows of %d are gone", missing, len(want))
		}
	})
	t.Run("gives the items of a lost plan another one", func(t *testing.T) {
		path, to := lay(t, bytes)
		d, err := pool(fileURI(path)+"?mode=rw&_pragma=foreign_keys(0)", 1)
		must(t, err)
		run(t, d, "DELETE FROM plan")
		run(t, d, "DELETE FROM client")
		must(t, d.Close())
		_, err = Salvage(path, to, standing())
		must(t, err)
		back, err := Open(to)
		must(t, err)
		defer back.Close()
		if lost := ask[int](t, back.Read, "SELECT count(*) FROM item JOIN plan ON plan.id = item.plan_id WHERE plan.name = 'What was found again'"); lost == 0 {
			t.Error("no item stands in the plan that stands in")
		}
	})
	t.Run("leaves what is already there, and the damaged vault, as they are", func(t *testing.T) {
		path, to := lay(t, bytes)
		must(t, os.WriteFile(to, []byte("mine"), 0o600))
		if _, err := Salvage(path, to, standing()); ProblemOf(to, err) == nil {
			t.Error(err)
		}
		for name, is := range map[string]string{path: string(bytes), to: "mine"} {
			if now, err := os.ReadFile(name); err != nil || string(now) != is {
				t.Errorf("%s is another one: %v", name, err)
			}
		}
	})
	t.Run("brings back what lies on pages that nothing touched", func(t *testing.T) { damaged(t, bytes, want, lay) })
}

// damaged hits a vault in many ways, and counts what comes back of it. What a
// hit costs at most is what lay on the pages that it touched; how many rows that
// is, tells the same vault without those pages.
func damaged(t *testing.T, bytes []byte, want map[string]bool, lay func(*testing.T, []byte) (string, string)) {
	const page = 4096
	back, could := 0, 0
	for seed := range *damages {
		random := rand.New(rand.NewPCG(20261128, uint64(seed)))
		hit := append([]byte{}, bytes...)
		touched := map[int]bool{}
		for range 1 + random.IntN(4) {
			at := random.IntN(len(hit) / page)
			touched[at] = true
			hurt(random, hit[at*page:(at+1)*page])
		}
		path, to := lay(t, hit)
		began := time.Now()
		_, err := Salvage(path, to, standing())
		if took := time.Since(began); took > slow {
			t.Errorf("seed %d took %v", seed, took)
		}
		if p := ProblemOf(path, err); p != nil && p.Code == Newer {
			continue // a bit of the version was hit: nobody can tell that from a newer vault
		}
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		got := ids(t, to)
		gone := lying(t, bytes, touched, want)
		for id := range want {
			if gone[id] {
				continue
			}
			could++
			if got[id] {
				back++
			}
		}
	}
	t.Logf("%d rows of %d on untouched pages came back", back, could)
	if back*100 < could*99 {
		t.Errorf("%d rows of %d on untouched pages came back", back, could)
	}
}

// hurt does to a page what broken disks and copies do.
func hurt(random *rand.Rand, page []byte) {
	switch random.IntN(3) {
	case 0:
		clear(page)
	case 1:
		for i := range page {
			page[i] = byte(random.Uint32())
		}
	default:
		for range 1 + random.IntN(16) {
			page[random.IntN(len(page))] ^= 1 << random.IntN(8)
		}
	}
}

// lying are the rows that lie on these pages, as far as a page shows it: the key
// stands on it, and it is a page of rows. A row that is longer than a page lies on
// others too, so it may lie on any.
func lying(t *testing.T, bytes []byte, pages map[int]bool, want map[string]bool) map[string]bool {
	t.Helper()
	gone := map[string]bool{}
	for at := range pages {
		page := string(bytes[at*4096 : (at+1)*4096])
		for id := range want {
			_, key, _ := strings.Cut(id, " ")
			if (page[0] == 13 || at == 0) && strings.Contains(page, key) {
				gone[id] = true
			}
		}
	}
	return gone
}
