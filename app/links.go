package app

import (
	"net/url"
	"strings"

	"cairn/internal/plan"
)

// Links opens what a person wrote as a link, in their own browser or mail
// program. It is the only way out of the window.
type Links struct {
	out func(url string)
}

// Follow opens a link to the web or a mail address. Any other scheme could
// start a program or show a file, so it is refused (error.link_refused).
func (l *Links) Follow(link string) error {
	target, err := outward(link)
	if err != nil {
		return err
	}
	l.out(target)
	return nil
}

// outward returns the link in the spelling that may leave the window.
func outward(link string) (string, error) {
	target, err := url.Parse(strings.TrimSpace(link))
	if err != nil || !mayLeave(target) {
		return "", plan.Refuse(plan.Invalid, "error.link_refused")
	}
	return spell(target), nil
}

func mayLeave(target *url.URL) bool {
	switch target.Scheme {
	case "http", "https":
		return target.Hostname() != "" && target.User == nil
	case "mailto":
		return strings.Contains(target.Opaque, "@")
	default:
		return false
	}
}

// spell escapes what Wails takes for the tricks of a shell and would silently
// not open: the brackets of an encyclopaedia, a tilde, an apostrophe.
func spell(target *url.URL) string {
	return strings.NewReplacer(
		"(", "%28", ")", "%29", "[", "%5B", "]", "%5D", "{", "%7B", "}", "%7D",
		"!", "%21", "*", "%2A", "~", "%7E", "$", "%24", ";", "%3B", "|", "%7C",
		"`", "%60", "\\", "%5C", "<", "%3C", ">", "%3E", " ", "%20",
	).Replace(target.String())
}
