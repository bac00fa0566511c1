package interop

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"cairn/internal/plan"
)

// refuseAt refuses a text because of what stands at a byte of it. The sentence
// has holes for the line and the column, which begin at 1; params fill others.
func refuseAt(text string, at int, key string, params ...string) error {
	line, column := place(text, at)
	return plan.Refuse(plan.Invalid, key, append(params, "line", strconv.Itoa(line), "column", strconv.Itoa(column))...)
}

// place is the line and the column, in characters, at a byte of a text.
func place(text string, at int) (line, column int) {
	before := text[:max(0, min(at, len(text)))]
	line = strings.Count(before, "\n") + 1
	return line, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
}

// misspelt is the first byte of a text that is no UTF-8, or -1.
func misspelt(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// refuseWhere says of a refused text in which line it stands.
func refuseWhere(err error, text string, at int) error {
	var refused *plan.Error
	if !errors.As(err, &refused) || refused.Key != "error.text_long" {
		return err
	}
	return refuseAt(text, at, "error.import_text", "max", refused.Params["max"], "length", refused.Params["length"])
}
