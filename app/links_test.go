package app

import (
	"testing"

	"cairn/internal/plan"
)

func TestLinks(t *testing.T) {
	t.Run("the web and mail may leave the window", func(t *testing.T) {
		for link, want := range map[string]string{
			"https://example.org":                     "https://example.org",
			" http://example.org/a?b=c#d ":            "http://example.org/a?b=c#d",
			"HTTPS://EXAMPLE.ORG/":                    "https://EXAMPLE.ORG/",
			"https://example.org/Cairn_(stones)":      "https://example.org/Cairn_%28stones%29",
			"https://example.org/~anna/a;b":           "https://example.org/%7Eanna/a%3Bb",
			"https://example.org/Übersicht":           "https://example.org/%C3%9Cbersicht",
			"mailto:anna@example.org":                 "mailto:anna@example.org",
			"mailto:anna@example.org?subject=A%20day": "mailto:anna@example.org?subject=A%20day",
		} {
			if got := followed(t, link); got != want {
				t.Errorf("%q leaves as %q, want %q", link, got, want)
			}
		}
	})
	t.Run("anything else is refused", func(t *testing.T) {
		for _, link := range []string{
			"", "example.org", "//example.org", "/etc/passwd", "http:", "http://", "https:///etc/passwd", "https:example.org",
			"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "vbscript:x", "blob:https://example.org/1",
			"ftp://example.org", "ssh://example.org", "smb://example.org/share", "tel:123", "wails://wails/", "ms-word:x",
			"mailto:", "mailto:nobody", "https://user:word@example.org", "https://exa mple.org", "https://example.org/\x00",
			"java\nscript:alert(1)", "https://example.org:port/",
		} {
			if got := followed(t, link); got != "" {
				t.Errorf("%q leaves as %q, want it refused", link, got)
			}
		}
	})
}

// followed is what left the window, or empty when the link was refused.
func followed(t *testing.T, link string) (out string) {
	t.Helper()
	links := &Links{out: func(url string) { out = url }}
	err := links.Follow(link)
	if (err == nil) != (out != "") {
		t.Fatalf("%q: left as %q with error %v", link, out, err)
	}
	if err != nil && plan.CodeOf(err) != plan.Invalid {
		t.Fatalf("%q: error %v, want an invalid one", link, err)
	}
	return out
}
