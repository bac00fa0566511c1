package seal

import (
	"encoding/base32"
	"strings"
)

// codeSize is so many bytes of chance that nobody guesses a code: 160 bits.
const codeSize = 20

// group is how many letters of a code stand together.
const group = 4

// letters are Crockford's base 32: no I, L, O and U, which are read as other ones.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// newCode is a code to be written down, in groups.
func newCode() string {
	plain := base32.NewEncoding(letters).WithPadding(base32.NoPadding).EncodeToString(random(codeSize))
	groups := []string{}
	for ; plain != ""; plain = plain[group:] {
		groups = append(groups, plain[:group])
	}
	return strings.Join(groups, "-")
}

// tidyCode is a code as it was made, however it was typed: small letters, other
// gaps, an O for a 0.
func tidyCode(typed string) string {
	misread := strings.NewReplacer("O", "0", "I", "1", "L", "1")
	plain := misread.Replace(strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '\t' || r == '\n' {
			return -1
		}
		return r
	}, strings.ToUpper(typed)))
	groups := []string{}
	for ; len(plain) > group; plain = plain[group:] {
		groups = append(groups, plain[:group])
	}
	return strings.Join(append(groups, plain), "-")
}

// SameCode is true if both are the same code, however they were typed.
func SameCode(a, b string) bool { return tidyCode(a) == tidyCode(b) }
