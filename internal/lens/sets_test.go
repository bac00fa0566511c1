package lens_test

import (
	"embed"
	"flag"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"cairn/internal/lens"
)

//go:embed testdata/*.tsv
var sets embed.FS

var strange = flag.Int("strings", 20_000, "how many random strings TestStrange reads")

// score is how well the lens does on lines that people have judged.
type score struct {
	lines, right           int
	hits, alarms, misses   int // of "not yet an action"
	precision, recall, all float64
}

// linesOf is a set: a kind, a tab and a title on each line.
func linesOf(t *testing.T, name string) []string {
	t.Helper()
	data, err := sets.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// scoreOf checks a set.
func scoreOf(t *testing.T, lang, name string) score {
	t.Helper()
	var s score
	for _, line := range linesOf(t, name) {
		kind, title, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("%s: no kind in %q", name, line)
		}
		got := lens.Check(lang, title)
		s.lines++
		if got.Kind == lens.Kind(kind) {
			s.right++
		} else if testing.Verbose() {
			t.Logf("%s, taken for %s by %q: %s", kind, got.Kind, got.Word, title)
		}
		switch want, is := kind != "action", got.Kind != lens.Action; {
		case want && is:
			s.hits++
		case is:
			s.alarms++
		case want:
			s.misses++
		}
	}
	s.all = float64(s.right) / float64(s.lines)
	s.precision = float64(s.hits) / float64(s.hits+s.alarms)
	s.recall = float64(s.hits) / float64(s.hits+s.misses)
	t.Logf("%s: %d lines, right %.3f, not yet an action: precision %.3f, recall %.3f", name, s.lines, s.all, s.precision, s.recall)
	return s
}

// All lines were written for this and judged by their writers, who knew the five
// kinds and not the lens. It was made with the tuned ones in sight; the unseen
// ones are only counted. The everyday ones are of sport, craft, house, garden and
// talk, written after a title of a swimmer was read wrong; of the first 130, 106
// were right as they came.
func TestSets(t *testing.T) {
	for name, least := range map[string]score{
		"german.tsv":          {all: 0.95, precision: 0.95, recall: 0.95},
		"tuned.tsv":           {all: 0.95, precision: 0.97, recall: 0.95},
		"unseen.tsv":          {all: 0.90, precision: 0.95, recall: 0.92},
		"everyday.tsv":        {all: 0.98, precision: 0.98, recall: 0.95},
		"everyday-german.tsv": {all: 0.95, precision: 0.95, recall: 0.95},
	} {
		t.Run(name, func(t *testing.T) {
			s := scoreOf(t, langOf(name), name)
			if s.all < least.all || s.precision < least.precision || s.recall < least.recall {
				t.Errorf("want at least %+v", least)
			}
		})
	}
}

// langOf is the language of a set.
func langOf(name string) string {
	if strings.HasSuffix(name, "german.tsv") {
		return "de"
	}
	return "en"
}

// verdicts are those on the titles of all sets.
func verdicts(t *testing.T, each func(lang, title string, got lens.Verdict)) {
	t.Helper()
	for _, name := range []string{"german.tsv", "tuned.tsv", "unseen.tsv", "everyday.tsv", "everyday-german.tsv"} {
		for _, line := range linesOf(t, name) {
			_, title, _ := strings.Cut(line, "\t")
			each(langOf(name), title, lens.Check(langOf(name), title))
		}
	}
}

func TestWord(t *testing.T) {
	t.Run("is in the title, or it could not be marked there", func(t *testing.T) {
		verdicts(t, func(_, title string, got lens.Verdict) {
			if !stands(got.Word, title) {
				t.Errorf("%q is not in %q", got.Word, title)
			}
		})
	})

	t.Run("is a comparison before \"than what?\"", func(t *testing.T) {
		verdicts(t, func(lang, title string, got lens.Verdict) {
			if got.Reason == lens.ReasonMore && !compares(lang, got.Word) {
				t.Errorf("%q than what? (%s)", got.Word, title)
			}
		})
	})

	t.Run("is no bare verb before \"is an outcome\"", func(t *testing.T) {
		verdicts(t, func(_, title string, got lens.Verdict) {
			bare := slices.Contains([]string{"be", "have", "get", "feel", "make", "become", "run", "swim", "sein", "haben", "werden"}, got.Word)
			if got.Reason == lens.ReasonResult && bare {
				t.Errorf("%q is an outcome (%s)", got.Word, title)
			}
		})
	})
}

// compares tells whether one can ask "than what?" of a word.
func compares(lang, word string) bool {
	first, _, _ := strings.Cut(word, " ")
	if lang == "de" {
		return first == "mehr" || first == "weniger" || strings.HasSuffix(word, "er")
	}
	return first == "more" || first == "less" || word == "fewer" || strings.HasSuffix(word, "er")
}

// stands tells whether a word is a piece of a title, or none at all.
func stands(word, title string) bool {
	return strings.Contains(strings.ToLower(title), strings.ToLower(word))
}

// TestStrange reads strings that nobody types: it must not panic, and must say
// the same when it is asked again, by a word that is there.
func TestStrange(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("aeinrstg lmo dup  ,.-:'’/()0123456789äß€%é🙂\u200b\u0301\tاש\x00\ufffd")
	words := []string{"get", "stop", "no", "and", "of", "a", "to", "for", "more", "not", "on", "I'm", "10", "zu", "an", "ing", "re"}
	for range *strange {
		var title strings.Builder
		for range chance.IntN(30) {
			if chance.IntN(3) == 0 {
				title.WriteString(words[chance.IntN(len(words))] + " ")
			} else {
				title.WriteRune(alphabet[chance.IntN(len(alphabet))])
			}
		}
		for _, lang := range []string{"en", "de"} {
			first, second := lens.Check(lang, title.String()), lens.Check(lang, title.String())
			if first.Kind != second.Kind || first.Word != second.Word {
				t.Fatalf("%q is %+v and %+v", title.String(), first, second)
			}
			if !stands(first.Word, title.String()) {
				t.Fatalf("%q is judged by %q", title.String(), first.Word)
			}
		}
	}
	if got := lens.Check("en", "grow my business "+strings.Repeat("very ", 2000)); got.Kind != lens.Outcome {
		t.Errorf("a title of 10,000 characters: %+v", got)
	}
}

func FuzzCheck(f *testing.F) {
	for _, title := range []string{"grow my business", "1. call mum: 10am", "write and", "no", "re", "ing", "anzurufen", "\xff\xfe"} {
		f.Add("en", title)
		f.Add("de", title)
	}
	f.Fuzz(func(t *testing.T, lang, title string) {
		switch got := lens.Check(lang, title); got.Kind {
		case lens.None, lens.Action, lens.Outcome, lens.Project, lens.Vague, lens.NoVerb:
		default:
			t.Errorf("%q: no such kind %q", title, got.Kind)
		}
	})
}

// A line of 100 characters; the bar is 1 ms.
func BenchmarkCheck(b *testing.B) {
	line := "Ask the woman from the choir whether she knows somebody who can repair the roof before the winter now"
	for b.Loop() {
		lens.Check("en", line)
	}
}
