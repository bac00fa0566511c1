package interop

import (
	"encoding/xml"
	"strings"
)

// prose is written text (the HTML of a mind map) on its way to plain lines.
// href is where the link that is open leads, and from the byte of the line at
// which its words begin.
type prose struct {
	lines []string
	line  strings.Builder
	pre   int
	href  string
	from  int
}

// readProse is the plain text within the element that has just begun. A
// paragraph is a line, and what is set out by hand (pre) stays as it is.
func readProse(s *strict) (string, error) {
	var p prose
	for end := s.open - 1; s.open > end; {
		token, err := s.next()
		if err != nil {
			return "", err
		}
		switch part := token.(type) {
		case xml.StartElement:
			err = p.begin(s, part)
		case xml.EndElement:
			p.end(part.Name.Local)
		case xml.CharData:
			p.say(string(part))
		}
		if err != nil {
			return "", err
		}
	}
	p.close()
	return strings.Join(p.lines, "\n"), nil
}

func (p *prose) begin(s *strict, e xml.StartElement) error {
	switch e.Name.Local {
	case "head", "style", "script":
		return s.skip()
	case "text": // what Freeplane keeps as it was typed
		words, err := s.words()
		p.lines = append(p.lines, strings.Split(words, "\n")...)
		return err
	case "p", "div", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr":
		p.close()
	case "li":
		p.close()
		p.line.WriteString("- ")
	case "td", "th":
		p.say(" ")
	case "br":
		p.breakLine()
	case "pre":
		p.close()
		p.pre++
	case "a":
		p.href, p.from = value(e, "href"), p.line.Len()
	}
	return nil
}

func (p *prose) end(name string) {
	switch name {
	case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr":
		p.breakLine()
	case "pre":
		p.pre--
		p.lines = append(p.lines, strings.Split(strings.TrimPrefix(p.line.String(), "\n"), "\n")...)
		p.line.Reset()
	case "a":
		p.lead()
	}
}

// lead says where a link leads, unless its words do.
func (p *prose) lead() {
	if line := p.line.String(); p.href != "" && p.from <= len(line) && !strings.Contains(line[p.from:], p.href) {
		p.line.WriteString(" (" + p.href + ")")
	}
	p.href = ""
}

// say adds words. Outside of pre, spaces and breaks between them are one space,
// and none at the beginning of a line.
func (p *prose) say(words string) {
	if p.pre > 0 {
		p.line.WriteString(words)
		return
	}
	for _, r := range words {
		if isGap(r) {
			if line := p.line.String(); line != "" && line[len(line)-1] != ' ' {
				p.line.WriteByte(' ')
			}
			continue
		}
		p.line.WriteRune(r)
	}
}

func isGap(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' }

func (p *prose) breakLine() {
	p.lines = append(p.lines, strings.TrimRight(p.line.String(), " "))
	p.line.Reset()
}

// close ends a line that has words.
func (p *prose) close() {
	if strings.TrimRight(p.line.String(), " ") != "" {
		p.breakLine()
	}
	p.line.Reset()
}

// writtenProse is plain text as HTML that readProse reads as the same.
func writtenProse(text string) string {
	lines := strings.Split(text, "\n")
	for _, line := range lines {
		if strings.ContainsAny(line, "\t\u00a0") || strings.Contains(line, "  ") || strings.Trim(line, " ") != line {
			return "<pre>\n" + strings.ReplaceAll(escapeXML(text), "&#xA;", "\n") + "</pre>"
		}
	}
	var b strings.Builder
	for _, line := range lines {
		b.WriteString("<p>" + escapeXML(line) + "</p>")
	}
	return b.String()
}
