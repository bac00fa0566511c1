package workspace

import (
	"flag"
	"math/rand/v2"
	"slices"
	"testing"

	"cairn/internal/plan"
)

var (
	ops  = flag.Int("ops", 1200, "how many random operations TestPlainModel compares")
	seed = flag.Uint64("seed", 0, "the seed of what is done by chance; 0 takes a new one")
)

const (
	opsAVault  = 600 // as many as are done in one vault
	looksEvery = 50  // operations between two looks into the file itself
)

// TestPlainModel does random operations to a vault and to a plain model, undo and
// redo among them: after each both hold the same, or both have refused it.
//
//	go test -run TestPlainModel -timeout 0 ./internal/workspace -ops 1000000
func TestPlainModel(t *testing.T) {
	start := *seed
	if start == 0 {
		start = rand.Uint64()
	}
	done, refused, undone := 0, 0, 0
	for vault := uint64(0); done < *ops; vault++ {
		p := newPlainPair(t, start+vault)
		for range min(opsAVault, *ops-done) {
			p.op()
		}
		p.look()
		p.shut()
		done, refused, undone = done+p.done, refused+p.refused, undone+p.undone
		if vault%100 == 99 || done >= *ops {
			t.Logf("seed %d: %d operations, %d of them refused by both, %d undo or redo: the vault and the model were equal after each",
				start, done, refused, undone)
		}
	}
	if refused == 0 || undone == 0 || refused > done/2 {
		t.Error("that proves too little")
	}
}

// plainPair is a vault and the model of it.
type plainPair struct {
	*bundle
	*rand.Rand
	model *plainModel
	seed  uint64

	done, refused, undone int
}

func newPlainPair(t *testing.T, seed uint64) *plainPair {
	t.Helper()
	p := &plainPair{bundle: newBundle(unshut{t}), Rand: rand.New(rand.NewPCG(seed, 2)), seed: seed}
	s := plainState{items: map[string]plainItem{}, children: map[string][]string{}, waits: map[[2]string]bool{}}
	for _, c := range p.mirror.board {
		s.columns = append(s.columns, plainColumn{id: c.ID, name: c.Name, state: c.State, limit: c.Limit})
	}
	slices.SortFunc(s.columns, func(a, b plainColumn) int {
		if p.mirror.board[a.id].Rank < p.mirror.board[b.id].Rank {
			return -1
		}
		return 1
	})
	p.model = &plainModel{now: s}
	return p
}

// unshut lets the test shut each bundle itself, of which there are many.
type unshut struct{ *testing.T }

func (unshut) Cleanup(func()) {}

// op is one operation on both sides.
func (p *plainPair) op() {
	p.Helper()
	all := []struct {
		name  string
		often int
		do    func() outcome
	}{
		{"add", 6, p.add},
		{"title", 3, p.title},
		{"state", 3, p.state},
		{"move", 5, p.move},
		{"delete", 2, p.remove},
		{"restore", 2, p.restore},
		{"tag", 2, p.tag},
		{"untag", 1, p.untag},
		{"due", 2, p.due},
		{"estimate", 1, p.estimate},
		{"wait", 2, p.wait},
		{"unwait", 1, p.unwait},
		{"column add", 1, p.addColumn},
		{"column set", 1, p.setColumn},
		{"column move", 1, p.moveColumn},
		{"column delete", 1, p.removeColumn},
		{"card", 4, p.card},
		{"undo", 5, p.undo},
		{"redo", 4, p.redo},
	}
	turns := []int{}
	for i, one := range all {
		turns = append(turns, slices.Repeat([]int{i}, one.often)...)
	}
	one := all[turns[p.IntN(len(turns))]]
	out := one.do()
	p.done++
	c, err := out.c, out.err
	if (err == nil) != out.may || err != nil && plan.CodeOf(err) == plan.Internal {
		p.Fatalf("seed %d, operation %d: %s: the vault says %v, the model %v", p.seed, p.done, one.name, err, out.may)
	}
	if err != nil {
		p.refused++
	} else {
		p.mirror.apply(c)
	}
	p.same(one.name)
	if p.done%looksEvery == 0 {
		p.look()
	}
}

func (p *plainPair) same(after string) {
	p.Helper()
	if got, want := plainly(p.mirror), p.model.now.text(); got != want {
		p.Fatalf("seed %d, operation %d: after %s the vault holds\n%s\nthe model\n%s", p.seed, p.done, after, got, want)
	}
}

// look compares with what the file says, the trash too.
func (p *plainPair) look() {
	p.Helper()
	p.mirror = newMirror(p.loaded())
	p.same("a look into the file")
	trash, lies := []string{}, p.model.now.ids(func(id string) bool { return p.model.now.items[id].trashed })
	for _, one := range p.trash() {
		trash = append(trash, one.ID)
	}
	slices.Sort(trash)
	slices.Sort(lies)
	if !slices.Equal(trash, lies) {
		p.Fatalf("seed %d, operation %d: in the trash lie %v, in that of the model %v", p.seed, p.done, trash, lies)
	}
}

// pick is one of some, "" where there are none.
func (p *plainPair) pick(from []string) string {
	if len(from) == 0 {
		return ""
	}
	return from[p.IntN(len(from))]
}

func (p *plainPair) words() string {
	return p.pick([]string{"ferry", "שלום", "⛴️", `"quoted"`, "ÄÖ", "<b>", "a;b"})
}

// item is any item, now and then one in the trash.
func (p *plainPair) item() string {
	s := p.model.now
	if p.IntN(20) == 0 {
		return p.pick(s.cards)
	}
	return p.pick(s.ids(s.alive))
}

// some are one to three living items.
func (p *plainPair) some() []string {
	alive := p.model.now.ids(p.model.now.alive)
	if len(alive) == 0 {
		return nil
	}
	ids := []string{}
	for range 1 + p.IntN(3) {
		ids = append(ids, p.pick(alive))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// place is a spot below an item or at the top, and behind a living one there or
// first.
func (p *plainPair) place() (parent, after string) {
	s := p.model.now
	if p.IntN(3) > 0 {
		parent = p.item()
	}
	living := slices.DeleteFunc(slices.Clone(s.children[parent]), func(id string) bool { return !s.alive(id) })
	if p.IntN(4) > 0 {
		after = p.pick(living)
	}
	return parent, after
}

func (p *plainPair) column() string {
	return p.model.now.columns[p.IntN(len(p.model.now.columns))].id
}
