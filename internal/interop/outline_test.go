package interop

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"cairn/internal/plan"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// show is an outline as one reads it, for the golden files.
func show(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%s%s", strings.Repeat("    ", l.Depth), l.Title)
		for _, extra := range []struct {
			there bool
			text  string
		}{
			{l.Kind != "", string(l.Kind)},
			{l.Done, "done"},
			{l.Due != "", "due " + l.Due},
			{l.EstimateMin > 0, fmt.Sprintf("takes %d", l.EstimateMin)},
			{len(l.Tags) > 0, "tags " + strings.Join(l.Tags, ", ")},
			{l.Notes != "", fmt.Sprintf("notes %q", l.Notes)},
		} {
			if extra.there {
				b.WriteString(" | " + extra.text)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestParseOutlineReads(t *testing.T) {
	inputs, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no input: %v", err)
	}
	for _, input := range inputs {
		golden := strings.TrimSuffix(input, ".txt") + ".golden"
		t.Run(filepath.Base(input), func(t *testing.T) {
			text, err := os.ReadFile(input)
			if err != nil {
				t.Fatal(err)
			}
			lines, err := ParseOutline(string(text))
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(golden, []byte(show(lines)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(lines); got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestParseOutlineLevels(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain lines stand beside each other", "a\nb\n\nc", "a0 b0 c0"},
		{"what is announced by a colon stands below it", "a:\n- b\n- c\nd\n- e", "a0 b1 c1 d0 e0"},
		{"a second announcement ends the first", "a:\n- b\nc:\n- d", "a0 b1 c0 d1"},
		{"a jump is one level", "a\n        b\n  c", "a0 b1 c1"},
		{"a heading may leave out a level", "# a\n### b\n## c\n- d", "a0 b1 c1 d2"},
		{"an empty bullet opens no level", "- a\n  -\n    - b", "a0 b1"},
		{"a tab is as wide as four spaces", "a\n\tb\n    c", "a0 b1 c1"},
		{"nothing is nothing", "\n \n\t\n", ""},
		{"a quotation of nothing is a line", "> a", "a0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines, err := ParseOutline(c.in)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range lines {
				got = append(got, fmt.Sprint(l.Title[:1], l.Depth))
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

func TestParseOutlineLimits(t *testing.T) {
	t.Run("a long line keeps whole words as its title and goes whole into the notes", func(t *testing.T) {
		long := strings.Repeat("stones ", 14_284) + "stone" // 99,993 characters
		lines, err := ParseOutline("- " + long + "\n  > after")
		if err != nil || len(lines) != 1 {
			t.Fatalf("%d lines, %v", len(lines), err)
		}
		title := lines[0].Title
		if utf8.RuneCountInString(title) > plan.MaxTitle || !strings.HasSuffix(title, "stones") || len(title) < 990 {
			t.Errorf("title of %d ends in %q", len(title), title[len(title)-10:])
		}
		if lines[0].Notes != long+"\nafter" {
			t.Errorf("notes of %d", len(lines[0].Notes))
		}
	})
	t.Run("a long word is cut between characters", func(t *testing.T) {
		lines, err := ParseOutline(strings.Repeat("é", 5000))
		if err != nil || lines[0].Title != strings.Repeat("é", plan.MaxTitle) {
			t.Errorf("%v, %v", lines, err)
		}
	})
	t.Run("a line beyond what notes hold is refused", func(t *testing.T) {
		_, err := ParseOutline(strings.Repeat("x", plan.MaxText+1))
		mustRefuse(t, err, "error.text_long")
	})
	t.Run("ten thousand lines pass, one more is refused", func(t *testing.T) {
		lines, err := ParseOutline(strings.Repeat("- x\n", MaxLines))
		if err != nil || len(lines) != MaxLines {
			t.Fatalf("%d lines, %v", len(lines), err)
		}
		_, err = ParseOutline(strings.Repeat("- x\n", MaxLines+1))
		if refusal := mustRefuse(t, err, "error.paste_long"); refusal.Params["count"] != "10001" {
			t.Errorf("params %v", refusal.Params)
		}
	})
	// Each of these would take minutes if anything were quadratic.
	for name, text := range map[string]string{
		"ever deeper":    staircase(MaxLines),
		"only tags":      "x" + strings.Repeat(" #tag", 19_000),
		"unseen, tagged": strings.Repeat("\u200b", 30_000) + strings.Repeat(" #tag", 10_000),
		"only brackets":  strings.Repeat(" (", 49_000) + ")",
		"only notes":     "x\n" + strings.Repeat("> \n", 90_000),
		"only headings":  strings.Repeat("# x\n###### y\n", MaxLines/2),
		"only spaces":    strings.Repeat(" ", 1_000_000) + "x",
		"only numbers":   strings.Repeat("1.", 49_000) + " x",
	} {
		t.Run("a text that is "+name+" is read in a moment", func(t *testing.T) {
			if lines, err := ParseOutline(text); err != nil || len(lines) == 0 {
				t.Errorf("%d lines, %v", len(lines), err)
			}
		})
	}
}

func staircase(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i))
		b.WriteString("- x\n")
	}
	return b.String()
}

func mustRefuse(t *testing.T, err error, key string) *plan.Error {
	t.Helper()
	var refusal *plan.Error
	if !errors.As(err, &refusal) || refusal.Key != key {
		t.Fatalf("got %v, want %s", err, key)
	}
	return refusal
}

// markdown is what the page puts on the clipboard for an outline.
func markdown(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		indent := strings.Repeat("  ", l.Depth)
		b.WriteString(indent + "- ")
		if l.Kind == plan.Step {
			b.WriteString(map[bool]string{false: "[ ] ", true: "[x] "}[l.Done])
		}
		b.WriteString(l.Title)
		if l.Due != "" {
			b.WriteString(" (due " + l.Due + ")")
		}
		for _, tag := range l.Tags {
			b.WriteString(" #" + tag)
		}
		b.WriteByte('\n')
		if l.Notes != "" {
			for note := range strings.SplitSeq(l.Notes, "\n") {
				b.WriteString(indent + "  > " + note + "\n")
			}
		}
	}
	return b.String()
}

func TestWhatTheAppCopiesComesBack(t *testing.T) {
	word := rapid.StringMatching(`[a-zA-Zäöü0-9אבג]{1,8}[,.!?:;]?`)
	words := func(t *rapid.T, name string) string {
		return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, name), " ")
	}
	t.Run("for any outline", rapid.MakeCheck(func(t *rapid.T) {
		var lines []Line
		for i := range rapid.IntRange(1, 30).Draw(t, "lines") {
			l := Line{Title: "T" + words(t, "title")}
			if i > 0 {
				l.Depth = rapid.IntRange(0, lines[i-1].Depth+1).Draw(t, "depth")
			}
			if rapid.Bool().Draw(t, "step") {
				l.Kind, l.Done = plan.Step, rapid.Bool().Draw(t, "done")
			}
			if rapid.Bool().Draw(t, "dated") {
				l.Due = "2026-03-13"
			}
			l.Tags = rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,5}(-[a-z]{1,5})?`), 0, 3, rapid.ID).Draw(t, "tags")
			if rapid.Bool().Draw(t, "noted") {
				l.Notes = words(t, "note") + "\n\n  - " + words(t, "note")
			}
			lines = append(lines, l)
		}
		back, err := ParseOutline(markdown(lines))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := show(back), show(lines); got != want {
			t.Fatalf("copied\n%s\nread\n%s", want, got)
		}
	}))
}

func FuzzParseOutline(f *testing.F) {
	inputs, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, input := range inputs {
		text, err := os.ReadFile(input)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, text := range []string{"", "# ", "- [x]", "1.2.3) a", ">", "\t\t•x", "a (", "a ( #b", "\u200b #a", "\xff\x00\r- \r"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := ParseOutline(text)
		if err != nil {
			var refusal *plan.Error
			if !errors.As(err, &refusal) || refusal.Code != plan.Invalid {
				t.Fatalf("not a refusal: %v", err)
			}
			return
		}
		for i, l := range lines {
			mustBeSound(t, l)
			if l.Depth < 0 || i == 0 && l.Depth > 0 || i > 0 && l.Depth > lines[i-1].Depth+1 {
				t.Fatalf("line %d jumps to depth %d", i, l.Depth)
			}
		}
	})
}

// mustBeSound fails unless a line keeps every promise of the type Line.
func mustBeSound(t *testing.T, l Line) {
	t.Helper()
	title, err := plan.CleanTitle(l.Title)
	if err != nil || title != l.Title {
		t.Fatalf("title %q is not clean: %v", l.Title, err)
	}
	notes, err := plan.CleanText(l.Notes)
	if err != nil || notes != l.Notes {
		t.Fatalf("notes %q are not clean: %v", l.Notes, err)
	}
	for _, tag := range l.Tags {
		if clean, err := plan.CleanName(tag); err != nil || clean != tag {
			t.Fatalf("tag %q is not clean: %v", tag, err)
		}
	}
	if due, err := plan.ParseDate(l.Due); err != nil || due != l.Due {
		t.Fatalf("due %q: %v", l.Due, err)
	}
	if plan.ValidEstimate(l.EstimateMin) != nil || !slices.Contains([]plan.Kind{"", plan.Step}, l.Kind) {
		t.Fatalf("takes %d, kind %q", l.EstimateMin, l.Kind)
	}
}

func BenchmarkParseOutline(b *testing.B) {
	for name, text := range map[string]string{
		"ten thousand lines":        strings.Repeat("- [ ] Write a page (due 2026-03-13) #part-two\n", MaxLines),
		"a line of 100,000 letters": strings.Repeat("stones ", 14_285),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := ParseOutline(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
