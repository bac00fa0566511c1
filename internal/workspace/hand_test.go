package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"cairn/internal/plan"
	"cairn/internal/seal"
	"cairn/internal/text"
)

// hand is a person who does anything at all: every kind of step that the journal
// knows, and now and then what is refused. What it does is only decided by the dice.
type hand struct {
	testing.TB
	*Workspace
	*mirror
	dice

	field  string // the item in which it goes on typing
	visits int
	merge  string // the visit that the chosen step may be a part of
	stays  bool   // it neither leaves nor brings anything
	left   string // the vault with which the client has left
}

// dice decide by chance.
type dice interface{ IntN(n int) int }

// call is a step that is ready to be done.
type call func(context.Context) (plan.Changes, error)

// newHand is one that writes private notes, too.
func newHand(t testing.TB, w *Workspace, m *mirror, d dice) *hand {
	t.Helper()
	w.ring.open = theKey(t)
	return &hand{TB: t, Workspace: w, mirror: m, dice: d}
}

// theKey is one and the same for everybody, and quickly made.
func theKey(t testing.TB) *seal.Key {
	t.Helper()
	secret, salt := "a stone in the river", []byte("of sixteen bytes")
	aead, err := chacha20poly1305.NewX(argon2.IDKey([]byte(secret), salt, 1, 8, 1, chacha20poly1305.KeySize))
	if err != nil {
		t.Fatal(err)
	}
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	wrapped := aead.Seal(nonce, nonce, make([]byte, chacha20poly1305.KeySize), salt)
	ring := seal.Ring{ByPassphrase: seal.Wrapped{Salt: salt, Passes: 1, MemoryKB: 8, Threads: 1, Key: wrapped}}
	key, err := ring.Open(secret)
	if err != nil {
		t.Fatal(err)
	}
	return &key
}

// choose decides what is done next; the answer does it, as often as it is asked.
func (h *hand) choose() (name string, do call) {
	h.merge = ""
	room := pick(h, h.rooms()...)
	name = pick(h, slices.Sorted(maps.Keys(room))...)
	return name, room[name]()
}

func pick[T any](d dice, from ...T) T { return from[d.IntN(len(from))] }

// with, and, also are calls with one, two and three arguments.
func with[A any](do func(context.Context, A) (plan.Changes, error), a A) call {
	return func(ctx context.Context) (plan.Changes, error) { return do(ctx, a) }
}

func and[A, B any](do func(context.Context, A, B) (plan.Changes, error), a A, b B) call {
	return func(ctx context.Context) (plan.Changes, error) { return do(ctx, a, b) }
}

func also[A, B, C any](do func(context.Context, A, B, C) (plan.Changes, error), a A, b B, c C) call {
	return func(ctx context.Context) (plan.Changes, error) { return do(ctx, a, b, c) }
}

// visit is the token of one visit to what it names, in which now and then it goes on.
func (h *hand) visit(to ...string) string {
	if h.IntN(4) == 0 {
		h.visits++
	}
	token := fmt.Sprint("visit ", h.visits)
	h.merge = strings.Join(append(to, token), " ")
	return token
}

// typing is the item in whose field it types, mostly the one from before, and often
// a vision, as others stand on that.
func (h *hand) typing() string {
	if _, here := h.items[h.field]; !here || h.IntN(4) == 0 {
		h.field = pick(h, h.item(), oneOf(h, h.items, func(i plan.Item) bool { return i.Kind == plan.Vision }))
	}
	return h.field
}

func (h *hand) words() string {
	return pick(h, fmt.Sprint("stone ", h.IntN(1000)), "ferry 🏔", "שלום", `"quoted" <b>`, "a\nb", "", "\x00")
}

// name are words that are seldom refused.
func (h *hand) name() string { return fmt.Sprint(pick(h, "ferry ", "ÄÖ ", "⛴️ "), h.IntN(9)) }

// one is one of what the mirror holds, or something that is not there.
func one[T any](h *hand, of map[string]T) string {
	return pick(h, append(slices.Sorted(maps.Keys(of)), "none")...)
}

// oneOf is one of those that are so.
func oneOf[T any](h *hand, of map[string]T, so func(T) bool) string {
	some := maps.Clone(of)
	maps.DeleteFunc(some, func(_ string, v T) bool { return !so(v) })
	return one(h, some)
}

func (h *hand) item() string   { return one(h, h.items) }
func (h *hand) column() string { return one(h, h.board) }
func (h *hand) wall() string   { return one(h, h.walls) }
func (h *hand) piece() string  { return one(h, h.hung) }
func (h *hand) saying() string { return one(h, h.said) }
func (h *hand) planID() string { return pick(h, slices.Sorted(maps.Keys(h.plans))...) }
func (h *hand) day() string    { return fmt.Sprintf("2026-%02d-%02d", 1+h.IntN(12), 1+h.IntN(28)) }
func (h *hand) yes() bool      { return h.IntN(2) == 0 }
func (h *hand) some() []string { return h.few(h.item) }

func (h *hand) few(of func() string) []string {
	ids := []string{of(), of(), of()}[:1+h.IntN(3)]
	slices.Sort(ids)
	return slices.Compact(ids)
}

// place is mostly one that is there: behind an item, or below one.
func (h *hand) place() plan.Place {
	i := h.items[h.item()]
	switch {
	case i.ID == "" || h.IntN(8) == 0:
		return plan.Place{PlanID: h.planID()}
	case h.yes():
		return plan.Place{PlanID: i.PlanID, ParentID: i.ParentID, AfterID: i.ID}
	default:
		return plan.Place{PlanID: i.PlanID, ParentID: i.ID}
	}
}

func (h *hand) state() plan.State {
	return pick(h, plan.Todo, plan.Doing, plan.Waiting, plan.Done, plan.Parked)
}

func (h *hand) kind() plan.Kind {
	return pick(h, plan.Vision, plan.Goal, plan.Milestone, plan.Step, plan.Decision, plan.Idea)
}

// TestHandDoesEverything makes sure that the campaigns reach every kind of step that
// the journal can name, and everything that can be said or hung up; and the page knows
// by the changes alone what there is.
func TestHandDoesEverything(t *testing.T) {
	if *seed == 0 {
		*seed = rand.Uint64()
	}
	r, missing := rand.New(rand.NewPCG(*seed, 3)), map[string]bool{}
	for key := range sentences(t) {
		rest, step := strings.CutPrefix(key, "op.")
		if name, one := strings.CutSuffix(rest, ".one"); step && one || step && strings.HasPrefix(rest, "kind.") {
			missing[name] = true
		}
	}
	for _, name := range []string{"aspect", "kind.other"} { // what older versions did; and several kinds
		delete(missing, name)
	}
	for vault := 0; len(missing) > 0; vault++ {
		if vault == 60 {
			t.Fatalf("seed %d: it never came to %q", *seed, slices.Sorted(maps.Keys(missing)))
		}
		b := newAda(t)
		h := newHand(t, b.Workspace, b.mirror, r)
		h.stays = !missing["takeback"] && !missing["bundle"] // they take long
		for n := range 300 {
			c := b.goesOn(h)
			if n%10 == 0 {
				b.agrees()
			}
			delete(missing, c.Undo.Op)
			for _, a := range c.Aspects {
				delete(missing, "kind."+string(a.Kind))
			}
			for _, p := range c.Pieces {
				delete(missing, "kind."+string(p.Kind))
			}
		}
	}
}

// goesOn lets a hand do one more thing.
func (b *bundle) goesOn(h *hand) plan.Changes {
	b.TB.Helper()
	name, do := h.choose()
	if len(h.items) > 100 {
		name, do = "delete", with(h.DeleteItems, h.some())
	}
	c, err := do(b.ctx())
	if err != nil {
		if plan.CodeOf(err) == plan.Internal {
			b.TB.Fatalf("seed %d: %s: %v", *seed, name, err)
		}
		return c
	}
	h.took(name, c)
	return c
}

func sentences(t *testing.T) map[string]string {
	t.Helper()
	raw, err := text.Catalogue("en")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
