package interop

import (
	"strings"
	"unicode/utf8"
)

// property is one content line of a calendar: NAME;PARAM=value:value. The names
// are in capitals, the value is as it stands there.
type property struct {
	name   string
	params map[string]string
	value  string
}

// unfold yields the content lines of a calendar: a line that begins with a
// space or tab goes on with the one before (RFC 5545, 3.1).
func unfold(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		var line strings.Builder
		for row := range strings.Lines(text) {
			row = strings.TrimRight(row, "\r\n")
			if strings.HasPrefix(row, " ") || strings.HasPrefix(row, "\t") {
				line.WriteString(row[1:])
				continue
			}
			if line.Len() > 0 && !yield(line.String()) {
				return
			}
			line.Reset()
			line.WriteString(row)
		}
		if line.Len() > 0 {
			yield(line.String())
		}
	}
}

// readProperty takes a content line apart; ok is false for what is none.
func readProperty(line string) (p property, ok bool) {
	end := strings.IndexAny(line, ";:")
	if end <= 0 {
		return p, false
	}
	p.name = strings.ToUpper(line[:end])
	for line = line[end:]; strings.HasPrefix(line, ";"); {
		var name, value string
		if name, value, line, ok = readParam(line[1:]); !ok {
			return p, false
		}
		if p.params == nil {
			p.params = map[string]string{}
		}
		p.params[name] = value
	}
	p.value, ok = strings.CutPrefix(line, ":")
	return p, ok
}

// readParam takes one parameter off a content line. Its value may be quoted, and
// then hold anything but a quotation mark.
func readParam(text string) (name, value, rest string, ok bool) {
	name, rest, ok = strings.Cut(text, "=")
	if !ok || strings.ContainsAny(name, ";:") {
		return "", "", "", false
	}
	if quoted, is := strings.CutPrefix(rest, `"`); is {
		value, rest, ok = strings.Cut(quoted, `"`)
	} else {
		end := strings.IndexAny(rest, ";:")
		if ok = end >= 0; ok {
			value, rest = rest[:end], rest[end:]
		}
	}
	if ok && strings.HasPrefix(rest, ",") { // the first of several values is enough here
		end := strings.IndexAny(rest, ";:")
		if ok = end >= 0; ok {
			rest = rest[end:]
		}
	}
	return strings.ToUpper(name), value, rest, ok
}

// maxOctets is how long a line of a calendar may be, in bytes without its end.
const maxOctets = 75

// fold writes a content line: broken after maxOctets between two characters,
// each part ended by CRLF.
func fold(b *strings.Builder, line string) {
	room := maxOctets
	for len(line) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], maxOctets-1
	}
	b.WriteString(line + "\r\n")
}

// escapeText is a text as the value of a property (RFC 5545, 3.3.11).
func escapeText(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`).Replace(text)
}

func unescapeText(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n", `\N`, "\n").Replace(value)
}

// splitList parts the value of a property that holds several texts.
func splitList(value string) []string {
	var parts []string
	start := 0
	for i := 0; i < len(value) && len(parts) < maxTags; i++ {
		switch value[i] {
		case '\\':
			i++
		case ',':
			parts = append(parts, unescapeText(value[start:i]))
			start = i + 1
		}
	}
	return append(parts, unescapeText(value[start:]))
}
