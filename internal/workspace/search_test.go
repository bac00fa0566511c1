package workspace

import (
	"fmt"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// found is what a search finds, a line each: what it is, its title, and what else is
// written, with the hits in brackets.
func (b *bundle) found(text string) string {
	b.TB.Helper()
	f, err := b.Search(b.ctx(), Search{Text: text})
	if err != nil {
		b.TB.Fatalf("%q: %v", text, err)
	}
	lines := []string{}
	for _, r := range f.All {
		line := ""
		for _, p := range append(r.Title, r.Words...) {
			if p.Hit {
				p.Text = "[" + p.Text + "]"
			}
			line += p.Text
		}
		lines = append(lines, r.Of+" "+line)
	}
	return strings.Join(lines, "\n")
}

func (b *bundle) finds(text string, want ...string) {
	b.TB.Helper()
	if got := b.found(text); got != strings.Join(want, "\n") {
		b.TB.Errorf("%q finds\n%s\nnot\n%s", text, got, strings.Join(want, "\n"))
	}
}

func TestSearch(t *testing.T) {
	b := newBundle(t)
	ids := b.book()
	b.ok(b.SetText(b.ctx(), TextEdit{ID: ids["Print"], Field: "notes", Text: "Ask the café for ink"}))
	b.ok(b.AddTag(b.ctx(), []string{ids["Proof"]}, "home"))
	b.ok(b.SetState(b.ctx(), []string{ids["Chapter 1"]}, plan.Done))
	b.ok(b.SetDue(b.ctx(), []string{ids["Proof"]}, "2026-03-01"))
	b.ok(b.SetAspect(b.ctx(), AspectEdit{ItemID: ids["Write"], Kind: plan.Barrier, Body: plan.Body{"what": "the ink dries"}}))
	b.ok(b.SetDraft(b.ctx(), []string{ids["Draft"]}, true))

	t.Run("words, in titles first, what is open before what is done", func(*testing.T) {
		b.finds("ink", "item PrintAsk the café for [ink]", "aspect Writethe [ink] dries")
		b.finds("CAFE", "item PrintAsk the [café] for ink")
		b.finds("chap", "item [Chapter] 2", "item [Chapter] 1")
		b.finds("book", "item [Book]", "plan Publish a [book]")
		b.finds("ink -dries", "item PrintAsk the café for [ink]")
		b.finds(`"for ink"`, "item PrintAsk the café [for ink]")
		b.finds(`"ink for"`)
		b.finds("ink nowhere")
		b.finds("")
	})
	t.Run("conditions", func(*testing.T) {
		b.finds("tag:home", "item Proof")
		b.finds("tag:ho is:late", "item Proof")
		b.finds("tag:nowhere")
		b.finds("kind:vision", "item Book")
		b.finds("is:done", "item Chapter 1")
		b.finds("is:draft", "item Draft")
		b.finds("due:<2026-03-02", "item Proof")
		b.finds("due:2027")
		b.finds("changed:today is:done", "item Chapter 1")
		b.finds("changed:<today")
		b.finds("ink in:notes", "item PrintAsk the café for [ink]")
		b.finds("ink in:said", "aspect Writethe [ink] dries")
		b.finds("ink kind:milestone")
		b.finds("is:open -chapter -draft -book kind:milestone", "item Proof")
		b.finds(`plan:Publish kind:vision`, "item Book")
	})
	t.Run("it says where it stands, and knows what lies in the trash", func(t *testing.T) {
		f, err := b.Search(b.ctx(), Search{Text: "proof"})
		b.must(err)
		if r := f.All[0]; fmt.Sprint(r.Path) != "[Book Print]" || r.PlanID != b.plan || r.Kind != plan.Milestone || f.Count != 1 {
			t.Errorf("%+v", f)
		}
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		b.finds("proof")
		b.finds("ink", "aspect Writethe [ink] dries")
		b.finds("proof is:trash", "item [Proof]")
		b.ok(b.Undo(b.ctx()))
		b.finds("proof", "item [Proof]")
		b.finds("proof is:trash")
	})
	t.Run("what is typed, and taken back, is found or not at once", func(*testing.T) {
		b.ok(b.SetTitle(b.ctx(), TextEdit{ID: ids["Proof"], Text: "Galley"}))
		b.finds("proof")
		b.ok(b.Undo(b.ctx()))
		b.finds("galley")
		b.finds("proof", "item [Proof]")
	})
	t.Run("no more than asked for are told, and how many there are", func(t *testing.T) {
		f, err := b.Search(b.ctx(), Search{Text: "is:open", Most: 2})
		b.must(err)
		if len(f.All) != 2 || f.Count != 6 || f.More || !f.Narrow {
			t.Errorf("%+v", f)
		}
	})
	t.Run("whatever is typed is no error", func(*testing.T) {
		for _, text := range []string{`"`, `a"*`, "a OR b", "NOT", "(", "title:x", "{title}:x", "^a", "a + b", "-", "-x", "\x00", "🎉", "a NEAR(b c, 2)", strings.Repeat("a b ", 900)} {
			b.found(text)
		}
	})
}

// Of another client, and of what is private, nothing is found, whoever looks on.
func TestSearchIsOfOneClient(t *testing.T) {
	b := newSealed(t)
	b.finds("lighthouse")
	b.finds("boat", "plan A [boat]")
	ada := b.loaded().Clients[0].ID
	b.opened(b.OpenClient(b.ctx(), b.loaded().Clients[1].ID))
	b.finds("boat")
	b.opened(b.OpenClient(b.ctx(), ada))
	b.must(b.Share(b.ctx(), true))
	b.finds("boat", "plan A [boat]")
	b.finds("book")
}

// newSealed is Ada with a private note of her coach.
func newSealed(t *testing.T) *bundle {
	b := newAda(t)
	b.sealed()
	b.note(plan.PlainNote, "", plan.Body{"words": "lighthouse"})
	return b
}
