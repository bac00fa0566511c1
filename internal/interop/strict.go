package interop

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"cairn/internal/plan"
)

// strict reads XML, one part after the other, and refuses what is not well
// formed, what has a document type (entities could bring in anything), and what
// was made to hurt. It says where.
type strict struct {
	text string
	xml  *xml.Decoder
	open int  // how many elements are
	root bool // there was one
	at   int  // the byte where the last part begins
}

// maxOpen is how many elements may lie within each other: those of a tree, and
// a written note in one of them.
const maxOpen = maxNesting + 100

var latin = regexp.MustCompile(`(?i)^<\?xml[^>]{0,100}encoding=["'](iso-8859-1|latin1|windows-1252)["']`)

// readXML begins to read a file.
func readXML(raw []byte) (*strict, error) {
	text := fromBytes(raw)
	if at := misspelt(text); at >= 0 {
		if !latin.MatchString(text) {
			return nil, refuseAt(text, at, "error.file_letters")
		}
		text = fromLatin1(text)
	}
	s := strict{text: text, xml: xml.NewDecoder(strings.NewReader(text))}
	s.xml.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
	return &s, nil
}

// next is the next element, its end, or the words between two of them; nil is
// the end of the file. Anything else that may stand there is passed over.
func (s *strict) next() (xml.Token, error) {
	for {
		s.at = int(s.xml.InputOffset())
		token, err := s.xml.Token()
		if errors.Is(err, io.EOF) && s.root {
			return nil, nil
		}
		if err != nil {
			s.at = int(s.xml.InputOffset())
			return nil, s.broken()
		}
		switch part := token.(type) {
		case xml.StartElement:
			return part, s.begin(part)
		case xml.EndElement:
			s.open--
			return part, nil
		case xml.CharData:
			if s.open > 0 {
				return part, nil
			}
			if !plan.Blank(string(part)) {
				s.at += len(part) - len(strings.TrimLeft(string(part), " \t\r\n"))
				return nil, s.broken()
			}
		case xml.Directive:
			return nil, refuseAt(s.text, s.at, "error.file_doctype")
		}
	}
}

func (s *strict) broken() error { return refuseAt(s.text, s.at, "error.file_broken") }

func (s *strict) begin(e xml.StartElement) error {
	if s.open == 0 && s.root {
		return s.broken()
	}
	if s.root = true; s.open == maxOpen {
		return s.deep()
	}
	s.open++
	known := map[xml.Name]bool{}
	for _, a := range e.Attr {
		if known[a.Name] {
			return s.broken()
		}
		known[a.Name] = true
	}
	return nil
}

// skip passes over all that is left of the element that has just begun.
func (s *strict) skip() error {
	for end := s.open - 1; s.open > end; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// words is all text within the element that has just begun.
func (s *strict) words() (string, error) {
	var b strings.Builder
	for end := s.open - 1; s.open > end; {
		token, err := s.next()
		if err != nil {
			return "", err
		}
		if text, is := token.(xml.CharData); is {
			b.Write(text)
		}
	}
	return b.String(), nil
}

// value is an attribute of an element that has no name space, or "".
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (s *strict) deep() error {
	return refuseAt(s.text, s.at, "error.import_depth", "max", strconv.Itoa(plan.MaxDepth))
}
