package search

import (
	"strings"
	"time"
	"unicode"

	"cairn/internal/plan"
)

// Parse reads a question on a day.
func Parse(text string, v Vocabulary, today time.Time) Asked {
	text = strings.ToValidUTF8(text[:min(len(text), MaxText)], " ")
	r := reader{v: v, today: today}
	for text = skip(text); text != ""; text = skip(text) {
		text = r.next(text)
	}
	return r.asked
}

func skip(text string) string { return strings.TrimLeftFunc(text, unicode.IsSpace) }

type reader struct {
	v     Vocabulary
	today time.Time
	asked Asked
}

// next reads a word or a condition at the beginning of a text, and gives the rest.
func (r *reader) next(text string) string {
	not := strings.HasPrefix(text, "-")
	if not {
		text = text[1:]
	} else if rest, ok := r.condition(text); ok {
		return rest
	}
	word, exact, rest := take(text)
	r.word(Word{Text: tokens(word), Begins: !exact && !not && rest == "", Not: not})
	return rest
}

// take takes what stands in quotes, or else all up to a space.
func take(text string) (word string, exact bool, rest string) {
	if inside, quoted := strings.CutPrefix(text, `"`); quoted {
		word, rest, _ = strings.Cut(inside, `"`)
		return word, true, rest
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	return text[:end], false, text[end:]
}

// word keeps a word that has a letter or a digit. A single letter is whole: too much
// begins with it.
func (r *reader) word(w Word) {
	if w.Text == "" || len(r.asked.Words) == MaxWords {
		return
	}
	w.Begins = w.Begins && len([]rune(w.Text)) > 1
	r.asked.Words = append(r.asked.Words, w)
}

// condition reads a condition. One whose value is still being typed asks for nothing.
func (r *reader) condition(text string) (rest string, ok bool) {
	name, after, _ := strings.Cut(text, ":")
	operator, known := r.v.operators[strings.ToLower(name)]
	if !known {
		return "", false
	}
	value, _, rest := take(after)
	return rest, value == "" || r.understand(operator, value)
}

func (r *reader) understand(operator, value string) bool {
	a := &r.asked
	switch operator {
	case "tag":
		a.Tags = append(a.Tags, value)
	case "plan":
		a.Plans = append(a.Plans, value)
	case "area":
		a.Areas = append(a.Areas, value)
	case "due":
		return r.days(&a.Due, operator, value)
	case "changed":
		return r.days(&a.Changed, operator, value)
	default:
		word := strings.ToLower(value)
		meant, ok := r.v.value(operator, word)
		if !ok {
			return r.v.begins(operator, word)
		}
		r.one(operator, meant)
	}
	return true
}

func (r *reader) one(operator, value string) {
	a := &r.asked
	switch operator {
	case "kind":
		a.Kinds = append(a.Kinds, plan.Kind(value))
	case "is":
		a.Is = append(a.Is, Is(value))
	case "in":
		a.In = append(a.In, Place(value))
	}
}

// days reads a name such as today, a day, a month or a year, or all before or after.
func (r *reader) days(to *[]Span, operator, value string) bool {
	value = strings.ToLower(value)
	sign := strings.TrimLeft(value, "<>=")
	before, after := strings.HasPrefix(value, "<"), strings.HasPrefix(value, ">")
	with := strings.HasPrefix(value, "<=") || strings.HasPrefix(value, ">=")
	span, ok := r.span(operator, sign)
	if !ok {
		return sign == "" || r.v.begins(operator, sign) || begunDay(sign)
	}
	switch {
	case before && with:
		span.From = ""
	case before:
		span = Span{To: dayBeside(span.From, -1)}
	case after && with:
		span.To = ""
	case after:
		span = Span{From: dayBeside(span.To, 1)}
	}
	*to = append(*to, span)
	return true
}

// begunDay is true for a date that is still being typed.
func begunDay(value string) bool {
	return len(value) < len(time.DateOnly) && strings.Trim(value, "0123456789-") == ""
}

func (r *reader) span(operator, value string) (Span, bool) {
	if name, ok := r.v.value(operator, value); ok {
		return r.named(name), true
	}
	for _, form := range [...]struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if first, err := time.Parse(form.layout, value); err == nil && inYears(first) {
			return spanOf(first, first.AddDate(form.years, form.months, form.days)), true
		}
	}
	return Span{}, false
}

func inYears(day time.Time) bool { return day.Year() >= plan.FirstYear && day.Year() <= plan.LastYear }

// named is a name of days. A week begins on Monday.
func (r *reader) named(name string) Span {
	t := time.Date(r.today.Year(), r.today.Month(), r.today.Day(), 0, 0, 0, 0, time.UTC)
	switch name {
	case "tomorrow":
		t = t.AddDate(0, 0, 1)
	case "yesterday":
		t = t.AddDate(0, 0, -1)
	case "week":
		monday := t.AddDate(0, 0, -int(t.Weekday()+6)%7)
		return spanOf(monday, monday.AddDate(0, 0, 7))
	case "month":
		first := t.AddDate(0, 0, 1-t.Day())
		return spanOf(first, first.AddDate(0, 1, 0))
	case "year":
		first := t.AddDate(0, 0, 1-t.YearDay())
		return spanOf(first, first.AddDate(1, 0, 0))
	}
	return spanOf(t, t.AddDate(0, 0, 1))
}

// spanOf is the days from one until before another.
func spanOf(first, end time.Time) Span {
	return Span{From: first.Format(time.DateOnly), To: end.AddDate(0, 0, -1).Format(time.DateOnly)}
}

func dayBeside(day string, by int) string {
	t, _ := time.Parse(time.DateOnly, day) // it is one that was made here
	return t.AddDate(0, 0, by).Format(time.DateOnly)
}
