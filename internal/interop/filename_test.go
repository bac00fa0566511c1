package interop

import (
	"strings"
	"testing"
)

func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"A boat": "A boat", `a/b\c:d`: "a-b-c-d", " … ": "…", "a\tb": "a-b", "end.": "end", strings.Repeat("å", 99): strings.Repeat("å", maxFileName),
	} {
		if got := FileName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
