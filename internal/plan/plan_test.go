package plan

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

var kinds = []Kind{Vision, Goal, Milestone, Step, Decision, Idea}

// mustRefuse fails unless the error is a refusal with this key.
func mustRefuse(t *testing.T, err error, key string) *Error {
	t.Helper()
	var refusal *Error
	if !errors.As(err, &refusal) || refusal.Key != key {
		t.Fatalf("got %v, want %s", err, key)
	}
	return refusal
}

func TestKindFits(t *testing.T) {
	fits := map[Kind]string{
		"":        "vision goal milestone step decision idea",
		Vision:    "goal milestone step decision idea",
		Goal:      "goal milestone step decision idea",
		Milestone: "step decision idea",
		Step:      "step decision idea",
		Decision:  "step decision idea",
		Idea:      "idea",
	}
	for parent, allowed := range fits {
		for _, kind := range kinds {
			err := KindFits(kind, parent)
			if want := strings.Contains(allowed, string(kind)); (err == nil) != want {
				t.Errorf("%s below %q: %v, want it to fit: %t", kind, parent, err, want)
			}
			if err != nil && CodeOf(err) != Invalid {
				t.Errorf("%s below %q: code %s", kind, parent, CodeOf(err))
			}
		}
	}
}

func TestKindAbove(t *testing.T) {
	kinds := []Kind{Vision, Goal, Milestone, Step, Decision, Idea}
	for _, kind := range kinds {
		for _, parent := range append([]Kind{""}, kinds...) {
			if KindFits(kind, parent) != nil {
				continue
			}
			above, err := KindAbove(kind, parent)
			if kind == Vision {
				mustRefuse(t, err, "error.nothing_above")
				continue
			}
			if err != nil {
				t.Errorf("%s below %q: %v", kind, parent, err)
				continue
			}
			if KindFits(above, parent) != nil || KindFits(kind, above) != nil {
				t.Errorf("%s between %q and %s", above, parent, kind)
			}
		}
	}
}

func TestKindBelow(t *testing.T) {
	want := map[Kind]Kind{"": Vision, Vision: Goal, Goal: Milestone, Milestone: Step, Step: Step, Decision: Step, Idea: Idea}
	for parent, kind := range want {
		if got := KindBelow(parent); got != kind {
			t.Errorf("below %q: %s, want %s", parent, got, kind)
		}
		if err := KindFits(KindBelow(parent), parent); err != nil {
			t.Errorf("the level's kind does not fit below %q: %v", parent, err)
		}
	}
}

func TestFollow(t *testing.T) {
	for _, c := range []struct {
		name           string
		kind, old, new Kind
		want           Kind
	}{
		{"a milestone indented below a milestone is a step", Milestone, Goal, Milestone, Step},
		{"a step moved out below the goal stays a step", Step, Milestone, Goal, Step},
		{"a step moved out to the top stays a step", Step, Step, "", Step},
		{"a step among thoughts becomes a thought", Step, Milestone, Idea, Idea},
		{"a goal moved out to the top is a vision", Goal, Vision, "", Vision},
		{"a step given by hand below a goal stays a step", Step, Goal, Vision, Step},
		{"a goal given by hand below a goal cannot stay one below a step", Goal, Goal, Step, Step},
		{"a decision stays a decision", Decision, Goal, Milestone, Decision},
		{"a decision among thoughts becomes a thought", Decision, Goal, Idea, Idea},
		{"a thought stays a thought in the plan", Idea, Idea, Milestone, Idea},
		{"a thought stays a thought at the top", Idea, Idea, "", Idea},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Follow(c.kind, c.old, c.new); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	t.Run("what follows always fits, and a move on the spot changes nothing", func(t *testing.T) {
		parents := append([]Kind{""}, kinds...)
		for _, old := range parents {
			for _, parent := range parents {
				for _, kind := range kinds {
					if err := KindFits(Follow(kind, old, parent), parent); err != nil {
						t.Errorf("%s from %q to %q: %v", kind, old, parent, err)
					}
					if KindFits(kind, old) == nil && Follow(kind, old, old) != kind {
						t.Errorf("%s below %q becomes %s on the spot", kind, old, Follow(kind, old, old))
					}
				}
			}
		}
	})
}

func TestCleanTitle(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a plain title stays", "Write chapter 12", "Write chapter 12"},
		{"the ends are trimmed", " \t Call Per \n", "Call Per"},
		{"line breaks become one space", "Call\r\n\r\nPer", "Call Per"},
		{"control characters become one space", "Call\x00\x07\x1b\x7fPer", "Call Per"},
		{"line and paragraph separators too", "Call\u2028\u2029Per", "Call Per"},
		{"with the spaces around them", "Call \t \x00 Per", "Call Per"},
		{"typed spaces stay", "Call  Per \n now", "Call  Per now"},
		{"broken UTF-8 is mended", "Caf\xe9\xff!", "Caf\uFFFD!"},
		{"right-to-left text stays", "שלום עולם", "שלום עולם"},
		{"a joined emoji stays whole", "👩‍👧‍👦 picnic", "👩‍👧‍👦 picnic"},
		{"the longest title fits", strings.Repeat("å", MaxTitle), strings.Repeat("å", MaxTitle)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := CleanTitle(c.in)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		})
	}
	for _, blank := range []string{"", " ", "\n\t", "\x00", "\u200b\ufeff", "\u202e"} {
		t.Run(fmt.Sprintf("%q shows nothing and is refused", blank), func(t *testing.T) {
			_, err := CleanTitle(blank)
			mustRefuse(t, err, "error.title_empty")
		})
	}
	t.Run("a longer title is refused with both numbers", func(t *testing.T) {
		_, err := CleanTitle(strings.Repeat("å", 100_000))
		refusal := mustRefuse(t, err, "error.title_long")
		if refusal.Params["max"] != "1000" || refusal.Params["length"] != "100000" {
			t.Errorf("params %v", refusal.Params)
		}
	})
	t.Run("a name has its own length", func(t *testing.T) {
		if _, err := CleanName(strings.Repeat("n", MaxName)); err != nil {
			t.Error(err)
		}
		_, err := CleanName(strings.Repeat("n", MaxName+1))
		mustRefuse(t, err, "error.title_long")
	})
}

func TestCleanText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing is fine", "", ""},
		{"breaks and tabs stay", "a\n\tb\n", "a\n\tb\n"},
		{"every break is the same", "a\r\nb\rc", "a\nb\nc"},
		{"other control characters go", "a\x00b\x1bc", "abc"},
		{"broken UTF-8 is mended", "a\xff", "a\uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := CleanText(c.in)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		})
	}
	t.Run("a text beyond the limit is refused", func(t *testing.T) {
		longest := strings.Repeat("é", MaxText)
		if got, err := CleanText(longest); err != nil || utf8.RuneCountInString(got) != MaxText {
			t.Errorf("the longest text: %v", err)
		}
		_, err := CleanText(longest + "!")
		mustRefuse(t, err, "error.text_long")
	})
}

func TestParseDate(t *testing.T) {
	for _, good := range []string{"", "2026-03-13", "1900-01-01", "2999-12-31", "2028-02-29"} {
		if got, err := ParseDate(good); err != nil || got != good {
			t.Errorf("%q: %q, %v", good, got, err)
		}
	}
	for _, bad := range []string{
		"2026-02-30", "2027-02-29", "1899-12-31", "3000-01-01", "2026-3-13", "13.03.2026",
		"2026-03-13T10:00:00Z", " 2026-03-13", "20260313", "0000-00-00", "２０２６-03-13", "tomorrow",
	} {
		_, err := ParseDate(bad)
		mustRefuse(t, err, "error.date_invalid")
	}
}

func TestValid(t *testing.T) {
	t.Run("what exists passes", func(t *testing.T) {
		for _, kind := range kinds {
			if err := ValidKind(kind); err != nil {
				t.Error(err)
			}
		}
		for _, state := range []State{Todo, Doing, Waiting, Done, Parked, LetGo} {
			if err := ValidState(state); err != nil {
				t.Error(err)
			}
		}
		for _, subject := range []Subject{Me, Career, Business, Family, Pet, Other} {
			if err := ValidSubject(subject); err != nil {
				t.Error(err)
			}
		}
		for _, err := range []error{
			ValidLinkKind(Serves), ValidLinkKind(After), ValidEstimate(0), ValidEstimate(MaxEstimate), ValidDepth(MaxDepth),
		} {
			if err != nil {
				t.Error(err)
			}
		}
	})
	t.Run("what does not exist is refused", func(t *testing.T) {
		mustRefuse(t, ValidKind("task"), "error.kind_unknown")
		mustRefuse(t, ValidKind(""), "error.kind_unknown")
		mustRefuse(t, ValidState("overdue"), "error.state_unknown")
		mustRefuse(t, ValidSubject(""), "error.subject_unknown")
		mustRefuse(t, ValidLinkKind("blocks"), "error.link_unknown")
		mustRefuse(t, ValidEstimate(-1), "error.estimate_range")
		mustRefuse(t, ValidEstimate(MaxEstimate+1), "error.estimate_range")
		mustRefuse(t, ValidDepth(MaxDepth+1), "error.depth")
	})
}

func TestCodeOf(t *testing.T) {
	wrapped := fmt.Errorf("move step: %w", Refuse(NotFound, "error.item_gone"))
	if CodeOf(wrapped) != NotFound {
		t.Error("a wrapped refusal lost its code")
	}
	if CodeOf(errors.New("disk full")) != Internal {
		t.Error("a foreign error is not internal")
	}
}

func TestCleanDates(t *testing.T) {
	for name, c := range map[string]struct {
		dates Dates
		want  Dates
		key   string // of the refusal
	}{
		"from a day to another": {Dates{Start: "2026-03-01", Due: "2026-03-02"}, Dates{Start: "2026-03-01", Due: "2026-03-02"}, ""},
		"one day":               {Dates{Start: "2026-03-01", Due: "2026-03-01"}, Dates{Start: "2026-03-01", Due: "2026-03-01"}, ""},
		"from a day on":         {Dates{Start: "2026-03-01", Kind: HardDue}, Dates{Start: "2026-03-01"}, ""},
		"none":                  {Dates{Kind: SoftDue}, Dates{}, ""},
		"somebody else's":       {Dates{Due: "2026-03-01", Kind: HardDue}, Dates{Due: "2026-03-01", Kind: HardDue}, ""},
		"an end too early":      {Dates{Start: "2026-03-02", Due: "2026-03-01"}, Dates{}, "error.dates_order"},
		"no day to begin":       {Dates{Start: "2026-02-30"}, Dates{}, "error.date_invalid"},
		"no day to end":         {Dates{Due: "0000-01-01"}, Dates{}, "error.date_invalid"},
		"a year too far":        {Dates{Due: "9999-01-01"}, Dates{}, "error.date_invalid"},
		"vague with one end":    {Dates{Due: "2026-03-01", Kind: SoftDue}, Dates{}, "error.dates_vague"},
		"meant otherwise":       {Dates{Due: "2026-03-01", Kind: "maybe"}, Dates{}, "error.field_unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := CleanDates(c.dates)
			var refused *Error
			if errors.As(err, &refused) != (c.key != "") || refused != nil && refused.Key != c.key {
				t.Fatalf("got %v, want %q", err, c.key)
			}
			if c.key == "" && got != c.want {
				t.Errorf("%+v became %+v", c.dates, got)
			}
		})
	}
}
