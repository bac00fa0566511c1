package search

import (
	"strings"
	"unicode"
)

// marked are letters with a mark, each line behind the one without: what FTS5 leaves
// away with remove_diacritics 2. It is only for what is marked on the screen: a letter
// that is not here is found all the same.
const marked = `
aàáâãäåāăąǎạảấầẩẫậắằẳẵặ
cçćĉċč
dďḍ
eèéêëēĕėęěẹẻẽếềểễệ
gĝğġģǧ
hĥḥ
iìíîïĩīĭįǐỉị
jĵ
kķǩ
lĺļľ
nñńņňṇ
oòóôõöōŏőǒọỏốồổỗộơớờởỡợ
rŕŗř
sśŝşšșṣ
tţťțṭ
uùúûüũūŭůűųǔụủưứừửữự
wŵẁẃẅ
yýÿŷỳỵỷỹ
zźżžẓ
αά
εέ
ηή
ιίϊΐ
οό
υύϋΰ
ωώ
еѐё
иѝй
уў
іїї
`

// fold is a word as it is compared: without capitals and marks.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r < 0x80:
			return r
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return bare(r)
	}, word)
}

// bare is a letter without its mark.
func bare(r rune) rune {
	at := strings.IndexRune(marked, r)
	if at < 0 {
		return r
	}
	line := marked[strings.LastIndexByte(marked[:at], '\n')+1:]
	for _, first := range line {
		return first
	}
	return r
}
