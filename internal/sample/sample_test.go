package sample

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/internal/lens"
	"cairn/internal/plan"
)

const today = "2028-02-28" // so that the dates cross a leap day

func load(t *testing.T, key string) Tree {
	t.Helper()
	tree, err := Load(key, today)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func byKey(t *testing.T, tree Tree) map[string]Node {
	t.Helper()
	nodes := map[string]Node{}
	for _, n := range tree.Items {
		if _, twice := nodes[n.Key]; twice || n.Key == "" {
			t.Fatalf("the key %q of %q stands twice", n.Key, n.Title)
		}
		nodes[n.Key] = n
	}
	return nodes
}

func TestEverySample(t *testing.T) {
	for _, name := range Names() {
		tree := load(t, name)
		nodes := byKey(t, tree)
		t.Run(name+" breaks no rule of a plan", func(t *testing.T) {
			if _, err := plan.CleanName(tree.Name); err != nil {
				t.Error(err)
			}
			for _, n := range tree.Items {
				for _, err := range []error{
					plan.ValidKind(n.Kind), plan.ValidState(n.State), plan.ValidEstimate(n.EstimateMin),
					plan.KindFits(n.Kind, nodes[n.Parent].Kind),
				} {
					if err != nil {
						t.Errorf("%s: %v", n.Key, err)
					}
				}
				if _, err := plan.ParseDate(n.Due); err != nil {
					t.Errorf("%s: %v", n.Key, err)
				}
			}
			if err := plan.ValidSubject(tree.Subject); err != nil {
				t.Error(err)
			}
		})
		t.Run(name+" has clean texts", func(t *testing.T) {
			for _, n := range tree.Items {
				if title, err := plan.CleanTitle(n.Title); err != nil || title != n.Title {
					t.Errorf("%s: title %q, %v", n.Key, n.Title, err)
				}
				for _, text := range []string{n.Why, n.What, n.DoneWhen, n.Notes} {
					if clean, err := plan.CleanText(text); err != nil || clean != text || strings.TrimSpace(text) != text {
						t.Errorf("%s: text %q, %v", n.Key, text, err)
					}
				}
				for _, tag := range n.Tags {
					if clean, err := plan.CleanName(tag); err != nil || clean != tag {
						t.Errorf("%s: tag %q, %v", n.Key, tag, err)
					}
				}
			}
		})
		t.Run(name+" has its parents first and its links between items", func(t *testing.T) {
			seen := map[string]bool{"": true}
			for _, n := range tree.Items {
				if !seen[n.Parent] {
					t.Errorf("%s stands before its parent %s", n.Key, n.Parent)
				}
				seen[n.Key] = true
			}
			for _, l := range tree.Links {
				if !seen[l.From] || !seen[l.To] || l.From == l.To || plan.ValidLinkKind(l.Kind) != nil {
					t.Errorf("link %+v", l)
				}
			}
		})
		t.Run(name+" colours its life areas with tokens that exist", func(t *testing.T) {
			hues := []string{"", "home", "career", "contribution", "growth", "relationships", "health", "play", "money"}
			for _, n := range tree.Items {
				if !slices.Contains(hues, n.Area) {
					t.Errorf("%s: area %q", n.Key, n.Area)
				}
			}
		})
		t.Run(name+" says of the client and the plan only what can be said", func(t *testing.T) {
			for _, said := range slices.Concat(tree.Said, tree.Looked) {
				if err := plan.ValidAspect(said.Kind, ""); err != nil {
					t.Errorf("%s: %v", said.Kind, err)
				}
				if _, err := plan.MergeBody(said.Kind, nil, said.Body); err != nil {
					t.Errorf("%v: %v", said.Body, err)
				}
				for _, value := range said.Body {
					key, item := strings.CutPrefix(fmt.Sprint(value), "^")
					if _, here := nodes[key]; item && !here {
						t.Errorf("%s speaks of %q", said.Kind, key)
					}
				}
			}
		})
		t.Run(name+" never looks stale", func(t *testing.T) {
			for _, n := range tree.Items {
				switch {
				case n.State == plan.Done && n.Due >= today:
					t.Errorf("%s is done but lies ahead: %q", n.Key, n.Due)
				case n.State == plan.Done && n.Due == "":
					t.Errorf("%s is done but nobody knows when", n.Key)
				case n.State != plan.Done && n.Due != "" && n.Due < today:
					t.Errorf("%s is open but lies behind: %s", n.Key, n.Due)
				case n.Due != "" && nodes[n.Parent].Due != "" && n.Due > nodes[n.Parent].Due:
					t.Errorf("%s ends on %s, after %s on %s", n.Key, n.Due, n.Parent, nodes[n.Parent].Due)
				}
			}
		})
	}
}

// A sample shows everything that a plan can be, in a size that one reads.
func TestEverySampleIsComplete(t *testing.T) {
	for _, name := range Names() {
		tree := load(t, name)
		nodes := byKey(t, tree)
		count := func(fits func(Node) bool) int { return count(tree, fits) }
		ahead := func(n Node) bool { return !isBehind(nodes, n) }
		t.Run(name+" is as large as one can look through", func(t *testing.T) {
			for _, c := range []struct {
				what        string
				least, most int
				fits        func(Node) bool
			}{
				{"visions with a why and a what", 1, 1, func(n Node) bool { return n.Kind == plan.Vision && n.Why != "" && n.What != "" }},
				{"goals with a why", 3, 4, func(n Node) bool { return n.Kind == plan.Goal && n.Why != "" }},
				{"milestones with a definition of done", 6, 9, func(n Node) bool { return n.Kind == plan.Milestone && n.DoneWhen != "" }},
				{"steps", 25, 35, acts},
				{"laid steps", 10, 13, func(n Node) bool { return acts(n) && n.State == plan.Done }},
				{"steps begun", 2, 5, func(n Node) bool { return n.Kind == plan.Step && n.State == plan.Doing }},
				{"estimates", 24, 35, func(n Node) bool { return n.EstimateMin > 0 }},
				{"micro-steps", 3, 16, func(n Node) bool { return n.EstimateMin > 0 && n.EstimateMin <= 10 }},
				{"steps of a step or decision", 3, 6, func(n Node) bool { return acts(n) && acts(nodes[n.Parent]) }},
				{"items with tags", 10, 30, func(n Node) bool { return len(n.Tags) > 0 }},
				{"life areas", 3, 6, func(n Node) bool { return n.Area != "" }},
				{"ideas", 5, 6, func(n Node) bool { return n.Kind == plan.Idea }},
				{"ideas in the tray", 4, 5, func(n Node) bool { return n.Kind == plan.Idea && n.Parent == "" }},
				{"drafts", 1, 1, func(n Node) bool { return n.Draft }},
				{"notes in Markdown", 3, 12, func(n Node) bool { return strings.ContainsAny(n.Notes, "*>") || strings.Contains(n.Notes, "- ") }},
			} {
				if got := count(func(n Node) bool { return ahead(n) && c.fits(n) }); got < c.least || got > c.most {
					t.Errorf("%d %s, want %d to %d", got, c.what, c.least, c.most)
				}
			}
		})
		t.Run(name+" has one goal behind it, with ten steps and two milestones", func(t *testing.T) {
			behind := func(kind plan.Kind) int {
				return count(func(n Node) bool { return n.Kind == kind && n.State == plan.Done && !ahead(n) })
			}
			if g, m, s := behind(plan.Goal), behind(plan.Milestone), behind(plan.Step); g != 1 || m != 2 || s < 9 || s > 11 {
				t.Errorf("%d goals, %d milestones, %d steps", g, m, s)
			}
		})
		t.Run(name+" shows every state", func(t *testing.T) {
			for _, state := range []plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done, plan.Parked, plan.LetGo} {
				if count(func(n Node) bool { return n.State == state }) == 0 {
					t.Errorf("nothing is %s", state)
				}
			}
		})
		t.Run(name+" has one decision, with at least three answers", func(t *testing.T) {
			decides := func(n Node) bool { return n.Kind == plan.Decision }
			answered := func(n Node) bool { return decides(n) && strings.Count(n.Notes, "**") >= 6 }
			if count(decides) != 1 || count(answered) != 1 {
				t.Errorf("%d decisions, %d with answers", count(decides), count(answered))
			}
		})
		t.Run(name+" has a far vision, and a few covers of its own drawings", func(t *testing.T) {
			covers := 0
			for _, n := range tree.Items {
				far := n.Kind != plan.Vision
				for _, said := range n.Said {
					if said.Kind == plan.Outlook && said.Body["unit"] == "years" {
						far = true
					}
					if said.Kind != plan.Cover {
						continue
					}
					covers++
					name, _ := said.Body["picture"].(string)
					if len(tree.Pictures[strings.TrimPrefix(name, "&")].Large) == 0 || said.Body["alt"] == nil {
						t.Errorf("the cover of %s is %v", n.Key, said.Body)
					}
				}
				if !far {
					t.Errorf("nobody said how far away %s is", n.Key)
				}
			}
			if covers < 3 || covers > 5 {
				t.Errorf("%d covers", covers)
			}
		})
		t.Run(name+" has a goal without any step", func(t *testing.T) {
			stepless := count(func(n Node) bool {
				return n.Kind == plan.Goal && count(func(below Node) bool {
					return acts(below) && standsOn(nodes, below, n.Key)
				}) == 0
			})
			if stepless != 1 {
				t.Errorf("%d goals have no step", stepless)
			}
		})
		t.Run(name+" has a step that serves a second goal, and one that waits for another", func(t *testing.T) {
			serves, waits := 0, 0
			for _, l := range tree.Links {
				switch {
				case l.Kind == plan.After && acts(nodes[l.From]) && acts(nodes[l.To]):
					waits++
				case l.Kind == plan.Serves && nodes[l.To].Kind == plan.Goal && !standsOn(nodes, nodes[l.From], l.To):
					serves++
				}
			}
			if serves != 1 || waits < 1 || serves+waits != len(tree.Links) {
				t.Errorf("%d serve, %d wait, of %+v", serves, waits, tree.Links)
			}
		})
	}
}

func TestPublishABook(t *testing.T) {
	tree := load(t, "book")
	nodes := byKey(t, tree)
	t.Run("has the five things that publishing a book takes", func(t *testing.T) {
		wantTitles(t, nodes, map[string]string{
			"ten-minutes": "10 minutes every day", "manuscript": "manuscript", "editor": "editor",
			"house-or-myself": "publishing it myself", "cover": "cover",
		})
	})
	t.Run("has 31 steps with the decision, twelve of them laid, beside those of the year behind it", func(t *testing.T) {
		ahead := func(n Node) bool { return acts(n) && !isBehind(nodes, n) }
		laid := func(n Node) bool { return ahead(n) && n.State == plan.Done }
		if count(tree, ahead) != 31 || count(tree, laid) != 12 {
			t.Errorf("%d steps, %d laid", count(tree, ahead), count(tree, laid))
		}
	})
	t.Run("moves with the day it is opened on", func(t *testing.T) {
		if due := nodes["chapter-12"].Due; due != "2028-03-01" {
			t.Errorf("chapter 12 is due on %s", due)
		}
		if due := nodes["ten-minutes"].Due; due != "" {
			t.Errorf("what has no date got %s", due)
		}
	})
}

func TestACareerChange(t *testing.T) {
	tree := load(t, "career")
	nodes := byKey(t, tree)
	if tree.Subject != plan.Career {
		t.Errorf("it is about %s", tree.Subject)
	}
	t.Run("staying and going back are full answers", func(t *testing.T) {
		for _, answer := range []string{"**Stay**", "**Cut down**", "**Leave**", "**Go back**"} {
			if !strings.Contains(nodes["four-answers"].Notes, answer) {
				t.Errorf("%s is no answer", answer)
			}
		}
	})
	t.Run("has four careful steps, and asks before it decides", func(t *testing.T) {
		for i, word := range []string{"**Ask**", "**Try**", "**Save**", "**Decide.**"} {
			if !strings.Contains(nodes["work"].Notes, fmt.Sprintf("%d. %s", i+1, word)) {
				t.Errorf("%s is not number %d", word, i+1)
			}
		}
		wantTitles(t, nodes, map[string]string{
			"two-colleagues": "Ring two former colleagues", "six-days": "tried out", "six-months": "set aside",
		})
	})
}

func TestACalmerDog(t *testing.T) {
	tree := load(t, "dog")
	nodes := byKey(t, tree)
	if tree.Subject != plan.Pet {
		t.Errorf("it is about %s", tree.Subject)
	}
	t.Run("takes ten minutes a day, at a distance, on a mat, and asks the vet", func(t *testing.T) {
		wantTitles(t, nodes, map[string]string{
			"ten-minutes": "ten minutes a day", "distance": "distance", "mat": "rest", "questions": "the vet",
		})
	})
	t.Run("takes no more than ten minutes for anything that is trained", func(t *testing.T) {
		for _, n := range tree.Items {
			if slices.Contains(n.Tags, "ten minutes") && n.EstimateMin > 10 {
				t.Errorf("%q takes %d minutes", n.Title, n.EstimateMin)
			}
		}
	})
}

// Somebody looked through the year at how each plan goes, as one does: with gaps.
func TestEverySampleHasAYearBehindIt(t *testing.T) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			tree := load(t, name)
			now, before, longest, endings := dayOf(t, today), 0, 0, map[any]bool{}
			for _, said := range tree.Looked {
				if said.Kind != plan.Checkin {
					continue
				}
				ago := int(now.Sub(dayOf(t, said.Body["on"].(string))).Hours() / 24)
				if before != 0 && ago >= before || ago <= 0 || ago > 366 {
					t.Errorf("somebody looked %d days ago, after %d", ago, before)
				}
				if before != 0 {
					longest = max(longest, before-ago)
				}
				before = ago
				endings[said.Body["ending"]] = true
			}
			if before > 14 || longest < 21 {
				t.Errorf("nobody looked for %d days, at most for %d", before, longest)
			}
			for _, ending := range []string{"keep", "tweak", "pause"} {
				if !endings[ending] {
					t.Errorf("no check-in ended with %s", ending)
				}
			}
			for _, n := range tree.Items {
				if n.State != plan.Done || n.Done == "" {
					continue
				}
				if n.Done >= today || n.FirstDue > n.Due {
					t.Errorf("%s was done on %s, for %s, first for %s", n.Key, n.Done, n.Due, n.FirstDue)
				}
			}
		})
	}
}

func TestSaidOnManyDays(t *testing.T) {
	said := on([]Said{{Kind: plan.Log, Body: plan.Body{"amount": 10.0}, Days: []int{-2, -1}}}, dayOf(t, today))
	want := []Said{
		{Kind: plan.Log, Body: plan.Body{"amount": 10.0, "on": "2028-02-26"}},
		{Kind: plan.Log, Body: plan.Body{"amount": 10.0, "on": "2028-02-27"}},
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("said %v, want %v", said, want)
	}
}

func dayOf(t *testing.T, day string) time.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// isBehind is true for a goal that is done, and for what stands below it.
func isBehind(nodes map[string]Node, n Node) bool {
	for n.Kind != plan.Goal && n.Parent != "" {
		n = nodes[n.Parent]
	}
	return n.Kind == plan.Goal && n.State == plan.Done
}

func acts(n Node) bool { return n.Kind == plan.Step || n.Kind == plan.Decision }

func count(tree Tree, fits func(Node) bool) int {
	n := 0
	for _, node := range tree.Items {
		if fits(node) {
			n++
		}
	}
	return n
}

// wantTitles looks for words in titles, by key.
func wantTitles(t *testing.T, nodes map[string]Node, words map[string]string) {
	t.Helper()
	for key, word := range words {
		if !strings.Contains(nodes[key].Title, word) {
			t.Errorf("%s is %q", key, nodes[key].Title)
		}
	}
}

// standsOn is true for an item anywhere below the one with this key.
func standsOn(nodes map[string]Node, n Node, key string) bool {
	for n.Parent != "" && n.Parent != key {
		n = nodes[n.Parent]
	}
	return n.Parent == key
}

func TestLoadRefuses(t *testing.T) {
	if _, err := Load("garden", today); plan.CodeOf(err) != plan.NotFound {
		t.Errorf("an unknown sample: %v", err)
	}
	if _, err := Load("../plan/plan", today); plan.CodeOf(err) != plan.NotFound {
		t.Errorf("a path: %v", err)
	}
	if _, err := Load("book", "today"); plan.CodeOf(err) != plan.Invalid {
		t.Errorf("a day that is none: %v", err)
	}
}

func TestWhatIsSaidCanBeSaid(t *testing.T) {
	said := 0
	for _, key := range Names() {
		tree := load(t, key)
		keys := map[any]bool{}
		for _, s := range tree.Said {
			keys["@"+s.Key] = true
		}
		for _, s := range tree.Looked {
			keys["@"+s.Key] = true
		}
		for _, item := range tree.Items {
			for _, s := range item.Said {
				keys["@"+s.Key] = true
			}
		}
		for _, item := range tree.Items {
			for _, s := range item.Said {
				said++
				if err := plan.ValidAspect(s.Kind, item.Key); err != nil {
					t.Errorf("%s, %s: %v", key, item.Key, err)
				}
				body := maps.Clone(s.Body)
				if s.Kind == plan.Cover {
					body["picture"] = strings.Repeat("0", 64) // a hash is made of its name
				}
				if _, err := plan.MergeBody(s.Kind, nil, body); err != nil {
					t.Errorf("%s, %s, %s: %v", key, item.Key, s.Kind, err)
				}
				for name, value := range s.Body {
					if text, _ := value.(string); strings.HasPrefix(text, "@") && !keys[text] {
						t.Errorf("%s, %s: %s leads nowhere: %s", key, item.Key, name, text)
					}
				}
			}
		}
	}
	if said < 10 {
		t.Errorf("the samples say only %d things", said)
	}
}

// What we show as a good plan asks nothing of the lens.
func TestSamplesSayWhatToDo(t *testing.T) {
	for _, key := range Names() {
		tree, err := Load(key, "2026-03-03")
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range tree.Items {
			verdict := lens.Check("en", item.Title)
			asked := item.Kind == plan.Step && verdict.Reason != ""
			high := item.Kind == plan.Goal || item.Kind == plan.Milestone
			if asked || high && verdict.Kind == lens.Vague {
				t.Errorf("%s: the %s %q is %+v", key, item.Kind, item.Title, verdict)
			}
		}
	}
}

func TestEveryBoard(t *testing.T) {
	for _, name := range Names() {
		tree := load(t, name)
		nodes := byKey(t, tree)
		if len(tree.Boards) == 0 || len(tree.Pictures) < 4 {
			t.Errorf("%s has %d boards with %d pictures", name, len(tree.Boards), len(tree.Pictures))
		}
		for _, board := range tree.Boards {
			t.Run(name+" has a board for a vision, and no piece on it breaks a rule", func(t *testing.T) {
				if nodes[board.Item].Kind != plan.Vision {
					t.Errorf("it is for %q", board.Item)
				}
				kinds, keys := map[plan.PieceKind]int{}, map[string]bool{}
				for _, p := range board.Pieces {
					kinds[p.Kind]++
					keys[p.Key] = true
					made := plan.Piece{Kind: p.Kind, X: p.At[0], Y: p.At[1], W: p.At[2], H: p.At[3], Picture: p.Picture, Body: p.Body}
					if _, err := plan.CleanPiece(made); err != nil {
						t.Errorf("%s at %v: %v", p.Kind, p.At, err)
					}
					if _, known := nodes[p.Item]; p.Item != "" && !known {
						t.Errorf("%s stands for %q, which is not there", p.Kind, p.Item)
					}
				}
				for _, p := range board.Pieces {
					if of, _ := p.Body["pieceId"].(string); p.Kind == plan.Wake && !keys[of] {
						t.Errorf("a card asks about %q, which is not there", of)
					}
				}
				for _, kind := range []plan.PieceKind{plan.Picture, plan.Quote, plan.Note, plan.Swatch, plan.Card, plan.Wake} {
					if kinds[kind] == 0 {
						t.Errorf("it has no %s", kind)
					}
				}
			})
			t.Run(name+" hangs its pictures in their own proportion, with words for who does not see them", func(t *testing.T) {
				for _, p := range board.Pieces {
					if p.Kind != plan.Picture {
						continue
					}
					drawing := tree.Pictures[p.Picture]
					if alt, _ := p.Body["alt"].(string); len(alt) < 10 {
						t.Errorf("%s says %q", p.Picture, alt)
					}
					if off := p.At[2]*float64(drawing.Height)/float64(drawing.Width) - p.At[3]; off < -2 || off > 2 {
						t.Errorf("%s is %v wide and high, and off by %.1f", p.Picture, p.At[2:], off)
					}
					if len(drawing.Large) > 200_000 || len(drawing.Small) > 60_000 {
						t.Errorf("%s has %d and %d bytes", p.Picture, len(drawing.Large), len(drawing.Small))
					}
				}
			})
			t.Run(name+" has room for each piece", func(t *testing.T) {
				for i, p := range board.Pieces {
					if p.At[0] < 0 || p.At[1] < 0 || p.At[0]+p.At[2] > 1240 || p.At[1]+p.At[3] > 720 {
						t.Errorf("%s lies at %v", p.Kind, p.At)
					}
					for _, q := range board.Pieces[:i] {
						apart := p.At[0] >= q.At[0]+q.At[2] || q.At[0] >= p.At[0]+p.At[2] ||
							p.At[1] >= q.At[1]+q.At[3] || q.At[1] >= p.At[1]+p.At[3]
						if !apart {
							t.Errorf("%s at %v lies on %s at %v", p.Kind, p.At, q.Kind, q.At)
						}
					}
				}
			})
		}
	}
}
