package sample

import (
	"slices"
	"strings"
	"testing"

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

func TestPublishABook(t *testing.T) {
	tree := load(t, "book")
	nodes := byKey(t, tree)
	count := func(fits func(Node) bool) int {
		n := 0
		for _, node := range tree.Items {
			if fits(node) {
				n++
			}
		}
		return n
	}
	acts := func(n Node) bool { return n.Kind == plan.Step || n.Kind == plan.Decision }
	t.Run("has three goals, 31 steps with the decision, twelve of them laid, and five ideas", func(t *testing.T) {
		for _, c := range []struct {
			what string
			fits func(Node) bool
			want int
		}{
			{"visions", func(n Node) bool { return n.Kind == plan.Vision }, 1},
			{"goals", func(n Node) bool { return n.Kind == plan.Goal }, 3},
			{"steps", acts, 31},
			{"laid steps", func(n Node) bool { return acts(n) && n.State == plan.Done }, 12},
			{"ideas", func(n Node) bool { return n.Kind == plan.Idea }, 5},
			{"decisions", func(n Node) bool { return n.Kind == plan.Decision }, 1},
			{"micro-steps", func(n Node) bool { return n.EstimateMin > 0 && n.EstimateMin <= 10 }, 8},
			{"drafts", func(n Node) bool { return n.Draft }, 1},
		} {
			if got := count(c.fits); got != c.want {
				t.Errorf("%d %s, want %d", got, c.what, c.want)
			}
		}
	})
	t.Run("shows every state", func(t *testing.T) {
		for _, state := range []plan.State{plan.Todo, plan.Doing, plan.Waiting, plan.Done, plan.Parked, plan.LetGo} {
			if count(func(n Node) bool { return n.State == state }) == 0 {
				t.Errorf("nothing is %s", state)
			}
		}
	})
	t.Run("has the five things that publishing a book takes", func(t *testing.T) {
		for key, word := range map[string]string{
			"ten-minutes": "10 minutes every day", "manuscript": "manuscript", "editor": "editor",
			"house-or-myself": "publishing it myself", "cover": "cover",
		} {
			if !strings.Contains(nodes[key].Title, word) {
				t.Errorf("%s is %q", key, nodes[key].Title)
			}
		}
	})
	t.Run("has a goal without any step", func(t *testing.T) {
		stepless := count(func(n Node) bool {
			return n.Kind == plan.Goal && count(func(below Node) bool {
				return acts(below) && standsOn(nodes, below, n.Key)
			}) == 0
		})
		if stepless != 1 {
			t.Errorf("%d goals have no step", stepless)
		}
	})
	t.Run("has a step that serves a second goal", func(t *testing.T) {
		l := tree.Links[0]
		if l.Kind != plan.Serves || nodes[l.To].Kind != plan.Goal || standsOn(nodes, nodes[l.From], l.To) {
			t.Errorf("link %+v", l)
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
