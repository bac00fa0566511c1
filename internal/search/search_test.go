package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/internal/plan"
)

var (
	today   = time.Date(2026, 3, 5, 23, 0, 0, 0, time.UTC) // a Thursday
	english = Speak(func(key string) string {
		if key == "is.letgo" {
			return "letgo dropped"
		}
		return key[strings.IndexByte(key, '.')+1:]
	})
)

func TestParse(t *testing.T) {
	for text, want := range map[string]Asked{
		"":                      {},
		"  ":                    {},
		"book":                  {Words: []Word{{Text: "book", Begins: true}}},
		"book ":                 {Words: []Word{{Text: "book"}}},
		"Publish my bo":         {Words: []Word{{Text: "Publish"}, {Text: "my"}, {Text: "bo", Begins: true}}},
		"b":                     {Words: []Word{{Text: "b"}}},
		`"my book"`:             {Words: []Word{{Text: "my book"}}},
		`"my book`:              {Words: []Word{{Text: "my book"}}},
		"e-mail":                {Words: []Word{{Text: "e mail", Begins: true}}},
		"book -draft":           {Words: []Word{{Text: "book"}, {Text: "draft", Not: true}}},
		`book -"first draft" x`: {Words: []Word{{Text: "book"}, {Text: "first draft", Not: true}, {Text: "x"}}},
		"- book":                {Words: []Word{{Text: "book", Begins: true}}},
		`* ( ) ^ " ' AND`:       {Words: []Word{{Text: "AND"}}},
		"kind:goal":             {Kinds: []plan.Kind{plan.Goal}},
		"Kind:GOAL kind:step":   {Kinds: []plan.Kind{plan.Goal, plan.Step}},
		"kind:go":               {Kinds: []plan.Kind{plan.Goal}},
		"kind:":                 {},
		"kind:gx":               {Words: []Word{{Text: "kind gx", Begins: true}}},
		"-kind:goal":            {Words: []Word{{Text: "kind goal", Not: true}}},
		"colour:red":            {Words: []Word{{Text: "colour red", Begins: true}}},
		"a:b:c":                 {Words: []Word{{Text: "a b c", Begins: true}}},
		"is:late book":          {Is: []Is{Late}, Words: []Word{{Text: "book", Begins: true}}},
		"is:dropped":            {Is: []Is{LetGo}},
		"is:d":                  {}, // done, doing, draft or dropped: it goes on
		`tag:home tag:"so far"`: {Tags: []string{"home", "so far"}},
		`plan:Book area:health`: {Plans: []string{"Book"}, Areas: []string{"health"}},
		"in:notes ink":          {In: []Place{Notes}, Words: []Word{{Text: "ink", Begins: true}}},
		"due:today":             {Due: []Span{{"2026-03-05", "2026-03-05"}}},
		"due:tomorrow":          {Due: []Span{{"2026-03-06", "2026-03-06"}}},
		"due:week":              {Due: []Span{{"2026-03-02", "2026-03-08"}}},
		"due:month":             {Due: []Span{{"2026-03-01", "2026-03-31"}}},
		"due:year":              {Due: []Span{{"2026-01-01", "2026-12-31"}}},
		"changed:yesterday":     {Changed: []Span{{"2026-03-04", "2026-03-04"}}},
		"due:2026-12":           {Due: []Span{{"2026-12-01", "2026-12-31"}}},
		"due:2026-12-24":        {Due: []Span{{"2026-12-24", "2026-12-24"}}},
		"due:2027":              {Due: []Span{{"2027-01-01", "2027-12-31"}}},
		"due:<2026-12-01":       {Due: []Span{{"", "2026-11-30"}}},
		"due:<=2026-12":         {Due: []Span{{"", "2026-12-31"}}},
		"due:>2026-12":          {Due: []Span{{"2027-01-01", ""}}},
		"due:>=today":           {Due: []Span{{"2026-03-05", ""}}},
		"due:2026-1":            {},
		"due:<":                 {},
		"due:someday":           {Words: []Word{{Text: "due someday", Begins: true}}},
		"due:2026-02-31":        {Words: []Word{{Text: "due 2026 02 31", Begins: true}}},
	} {
		if got := Parse(text, english, today); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
			t.Errorf("%q is\n%+v\nwant\n%+v", text, got, want)
		}
	}
	t.Run("a week begins on Monday, and Sunday is its last day", func(t *testing.T) {
		for _, day := range []int{2, 8} {
			got := Parse("due:week", english, time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC)).Due[0]
			if got != (Span{"2026-03-02", "2026-03-08"}) {
				t.Errorf("on %d: %v", day, got)
			}
		}
	})
}

func TestMatch(t *testing.T) {
	for text, want := range map[string]string{
		"kind:goal":        ``,
		"-book":            ``,
		"publish bo":       `("publish" AND "bo" *)`,
		`"my book" -draft`: `(("my book")) NOT ("draft")`,
		`a"b OR c* NEAR(`:  `("a b" AND "OR" AND "c" AND "NEAR" *)`,
	} {
		if got := Parse(text, english, today).Match(); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	if got := Parse("ink", english, today).Match("why", "notes"); got != `{why notes} : ("ink" *)` {
		t.Error(got)
	}
}

func TestCut(t *testing.T) {
	long := strings.Repeat("before ", 40) + "the Café stands" + strings.Repeat(" behind", 40)
	for name, c := range map[string]struct{ asked, text, want string }{
		"a word, whatever its capitals and marks": {"CAFE", "Im café sitzen", "Im [café] sitzen"},
		"the last word as it begins":              {"publi bo", "publi a bookshop", "[publi] a [bookshop]"},
		"only whole words before the last":        {"bo my", "my bookshop", "[my] bookshop"},
		"words beside each other":                 {`"my book"`, "book my book", "book [my book]"},
		"what must not occur is not marked":       {"book -my ", "my book", "my [book]"},
		"lines are one":                           {"two", "one\n\n two", "one [two]"},
		"nothing found":                           {"three", "one", "one"},
		"emoji and other signs stay":              {"two", "🎉<b>two</b>", "🎉<b>[two]</b>"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := draw(Parse(c.asked, english, today).Cut(c.text)); got != c.want {
				t.Errorf("got %s", got)
			}
		})
	}
	t.Run("the part of a long text where it stands", func(t *testing.T) {
		got := draw(Parse("cafe", english, today).Cut(long))
		if !strings.HasPrefix(got, "…before") || !strings.Contains(got, "[Café]") || !strings.HasSuffix(got, "…") || len(got) > 220 {
			t.Error(got)
		}
	})
}

func draw(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Hit {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// FuzzParse: whatever is typed, no sign of FTS5's own comes through, and what is cut
// out of a text stands in it.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", `"a`, `-"b" kind:goal due:<2026`, "tag:\x00\"x", "ä:ö -", `a NOT b* {c}: (d) ^e + f`} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, asked, text string) {
		a := Parse(asked, english, today)
		for _, w := range a.Words {
			if w.Text == "" || strings.ContainsFunc(w.Text, func(r rune) bool { return r != ' ' && !isToken(r) }) {
				t.Fatalf("%q came through as %q", asked, w.Text)
			}
		}
		if len(a.Words) > MaxWords {
			t.Fatal(len(a.Words))
		}
		for _, span := range slices.Concat(a.Due, a.Changed) {
			for _, day := range []string{span.From, span.To} {
				if _, err := time.Parse(time.DateOnly, day); err != nil && day != "" {
					t.Fatal(day)
				}
			}
		}
		whole := ""
		for _, p := range a.Mark(text) {
			whole += p.Text
		}
		if whole != strings.ToValidUTF8(text, "\uFFFD") && whole != string([]rune(text)) {
			t.Fatalf("%q became %q", text, whole)
		}
		if cut := a.Cut(text); len(cut) > 0 && cut[0].Text == "" {
			t.Fatal(cut)
		}
	})
}
