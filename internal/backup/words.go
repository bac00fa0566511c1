package backup

import (
	"crypto/rand"
	_ "embed" // the words
	"strings"
)

// words are 256 short English words, none of which is easily taken for another.
//
//go:embed words.txt
var words string

// wordsOfOne is of so many words that nobody guesses them: 64 bits, each guess at
// the cost of scrypt.
const wordsOfOne = 8

// NewPassphrase makes one that can be written down and read out.
func NewPassphrase() string {
	chance := make([]byte, wordsOfOne)
	_, _ = rand.Read(chance) // it never fails
	all := strings.Fields(words)
	chosen := make([]string, wordsOfOne)
	for i, b := range chance {
		chosen[i] = all[b]
	}
	return strings.Join(chosen, "-")
}
