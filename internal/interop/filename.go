package interop

import "strings"

// maxFileName is how many characters of a name a file is offered to have.
const maxFileName = 60

// FileName is the name of a plan or a person without what no file may be called;
// nothing may be left of it.
func FileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > maxFileName {
		name = string(runes[:maxFileName])
	}
	return strings.Trim(name, " .")
}
