package lens

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a title, in small letters and without the signs around it.
type word struct {
	text string
	stop bool // a comma, a colon, a dash or a bracket comes after it
	name bool // it begins with a capital among words that do not
	from int  // where it stands in the title, in bytes
	to   int  // where it ends
}

// whole is words that stand side by side, as one: "sort out".
func whole(words []word) word {
	one := words[0]
	for _, w := range words[1:] {
		one.text += " " + w.text
		one.to = w.to
	}
	return one
}

// longestWord is how much of a title is named as the word that gave it away, in
// bytes: a chip has no room for more.
const longestWord = 40

// span is all that stands from one word to another, whichever comes first; the
// first alone where that is too long.
func span(a, b word) word {
	one := a
	one.from, one.to = min(a.from, b.from), max(a.to, b.to)
	if one.to-one.from > longestWord {
		return a
	}
	return one
}

// wordsOf is a title in words. Bullets, boxes and numbers of a list before it
// are no words.
func wordsOf(title string) []word {
	var words []word
	straight := strings.NewReplacer("’", "'", "‘", "'", "`", "'")
	fields := strings.FieldsFunc(title, unicode.IsSpace)
	mixed := len(fields) > 2 && !capitals(fields[1:])
	end := 0
	for i, field := range fields {
		bare := strings.TrimFunc(field, outside)
		from := end + strings.Index(title[end:], field) + strings.Index(field, bare)
		end = from + len(bare)
		text := strings.ToLower(straight.Replace(bare))
		if text == "" || (len(words) == 0 && ordinal(field)) {
			if len(words) > 0 {
				words[len(words)-1].stop = true
			}
			continue
		}
		stop := strings.ContainsAny(field[len(field)-1:], ",;:.!?)]")
		for _, part := range expand(text) {
			words = append(words, word{text: part, from: from, to: end})
		}
		words[len(words)-1].stop = stop
		words[len(words)-1].name = mixed && i > 0 && capitals(fields[i:i+1])
		if open := strings.IndexAny(field, "(["); open == 0 && len(words) > 1 {
			words[len(words)-2].stop = true
		}
	}
	return words
}

// capitals tells whether all words begin with a capital.
func capitals(fields []string) bool {
	return !slices.ContainsFunc(fields, func(field string) bool {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(field, outside))
		return !unicode.IsUpper(first)
	})
}

// outside tells of a sign that stands around words and not in them.
func outside(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("€$£%", r)
}

// ordinal tells of the number before an entry of a list: "1." or "2)".
func ordinal(field string) bool {
	digits := strings.TrimRight(field, ".)")
	return digits != field && strings.Trim(digits, "0123456789") == ""
}

// expand parts "I'm" and its like, so that lists need to know one form only;
// in the title each part is the whole of it.
func expand(text string) []string {
	for short, long := range map[string]string{"'m": "am", "'ve": "have", "'ll": "will", "'d": "would"} {
		if stem, ok := strings.CutSuffix(text, short); ok && stem != "" {
			return []string{stem, long}
		}
	}
	return []string{text}
}

func equal(words []word, entry []string) bool {
	return slices.EqualFunc(words, entry, func(w word, text string) bool { return w.text == text })
}

// ends tells whether words end with an entry whose last word is known to fit.
func ends(words []word, entry []string) bool {
	at := len(words) - len(entry)
	return at >= 0 && equal(words[at:len(words)-1], entry[:len(entry)-1])
}

// singulars are the forms that a noun may have in a list: itself first.
func singulars(text string) []string {
	forms := []string{text}
	if stem, ok := strings.CutSuffix(text, "ies"); ok {
		forms = append(forms, stem+"y")
	}
	if stem, ok := strings.CutSuffix(text, "es"); ok {
		forms = append(forms, stem)
	}
	if stem, ok := strings.CutSuffix(text, "s"); ok && !strings.HasSuffix(stem, "s") {
		forms = append(forms, stem)
	}
	return forms
}
