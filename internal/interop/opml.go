package interop

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

// outlineSpace is the name space of what we write that OPML has no words for;
// the specification asks for one.
const outlineSpace = "urn:cairn:plan"

// What we write of an entry beside its columns: its key, the keys of what it
// waits for ("key" or "key+3", with three days between), and of what it serves.
const (
	outlineID     = "id"
	outlineAfter  = "after"
	outlineServes = "serves"
)

// opml is the reading of an outline (OPML) so far: the open entries, and what
// they wait for.
type opml struct {
	forest
	xml  *strict
	open []int
}

// readOPML reads an outline (OPML 2.0) whose root element has begun: what each
// outline is called, its note, whether it is checked, and our own attributes.
// Without those, a line of its note that says when it begins and is due is taken
// from the note (datesInNote).
func readOPML(s *strict) (Import, error) {
	o := opml{forest: forest{text: s.text}, xml: s}
	for {
		token, err := s.next()
		if err != nil {
			return Import{}, err
		}
		switch part := token.(type) {
		case xml.StartElement:
			err = o.begin(part)
		case xml.EndElement:
			o.open = o.open[:max(0, len(o.open)-1)]
		case nil:
			return o.finish()
		}
		if err != nil {
			return Import{}, err
		}
	}
}

// body is where outlines stand within their file: below opml and body.
const body = 2

func (o *opml) begin(e xml.StartElement) error {
	switch {
	case e.Name.Local == "body" && o.xml.open == body:
		return nil
	case e.Name.Local != "outline":
		return o.xml.skip()
	case len(o.open) == maxNesting:
		return o.xml.deep()
	}
	above := -1
	if len(o.open) > 0 {
		above = o.open[len(o.open)-1]
	}
	at, err := o.add(above, o.xml.at)
	if err != nil {
		return err
	}
	o.open = append(o.open, at)
	o.read(at, e.Attr)
	return nil
}

// read reads the attributes of an outline.
func (o *opml) read(at int, attributes []xml.Attr) {
	entry := &o.Entries[at]
	own := slices.ContainsFunc(attributes, func(a xml.Attr) bool { return a.Name.Space == outlineSpace })
	for _, a := range attributes {
		if name := a.Name.Local; name == "text" || name == "title" && entry.Title == "" {
			entry.Title = a.Value
		}
	}
	for _, a := range attributes {
		switch {
		case a.Name.Space == outlineSpace:
			o.own(at, a.Name.Local, a.Value)
		case own && a.Name.Local != "_note":
		case a.Name.Space == "":
			o.foreign(entry, a.Name.Local, a.Value)
		}
	}
	if !own {
		o.datesInNote(entry)
	}
}

func (o *opml) own(at int, name, value string) {
	entry := &o.Entries[at]
	switch name {
	case outlineID:
		entry.Key = value
	case outlineAfter:
		for _, key := range strings.Fields(value) {
			key, days, _ := strings.Cut(key, "+")
			a := arrow{from: at, key: key, back: true, told: true}
			a.days, _ = strconv.Atoi(days)
			a.days = max(0, min(a.days, plan.MaxLag))
			o.arrows = append(o.arrows, a)
		}
	case outlineServes:
		for _, key := range strings.Fields(value) {
			o.arrows = append(o.arrows, arrow{from: at, key: key, serves: true, told: true})
		}
	default:
		if !strings.EqualFold(name, progress) {
			o.understand(entry, name, value)
		}
	}
}

// foreign reads an attribute of the specification, or of another program.
func (o *opml) foreign(e *Entry, name, value string) {
	switch name {
	case "text", "title", "type", "isComment", "isBreakpoint", "created", "expanded", "collapsed":
	case "_note", "note":
		if e.Notes != "" {
			value = joined(value, e.Notes)
		}
		e.Notes = value
	case "_status", "_complete", "complete", "checked":
		if value == "checked" || value == "true" {
			e.State = plan.Done
		}
	case "category":
		for tag := range strings.SplitSeq(value, ",") {
			e.Tags = append(e.Tags, strings.Trim(tag, " /"))
		}
	case "url", "htmlUrl", "xmlUrl":
		e.note(value)
	default:
		if !strings.HasPrefix(name, "_") && value != "" { // how it looks there
			o.understand(e, name, value)
		}
	}
}

// datesInNote takes a line out of a note that says when something begins or is
// due, as other programs write it: "Start: 2026-01-02 | Due: 2026-02-01". A line
// of which one part is anything else stays.
func (o *opml) datesInNote(e *Entry) {
	lines := strings.Split(e.Notes, "\n")
	kept := slices.DeleteFunc(lines, func(line string) bool {
		parts, isWhen := strings.Split(line, "|"), false
		read := *e
		for _, part := range parts {
			name, value, colon := strings.Cut(part, ":")
			c := attribute(name)
			if !colon || c == "" || !read.setSpelt(c, strings.TrimSpace(value)) {
				return false
			}
			isWhen = isWhen || c == columnStart || c == columnDue
		}
		if isWhen {
			*e = read
		}
		return isWhen
	})
	if len(kept) < len(lines) {
		e.Notes = strings.Trim(strings.Join(kept, "\n"), "\n")
	}
}

// setSpelt is set for a value that may be a date in words.
func (e *Entry) setSpelt(c column, value string) (known bool) {
	if (c == columnStart || c == columnDue) && value != "" {
		day := spelt(value)
		*e.text(c) = day
		return day != ""
	}
	return e.set(c, value, untold) == ""
}

// spelt is a date as people and programs spell it, or "" where it is none or
// could be two.
func spelt(word string) string {
	if day, known := untold.read(word); known {
		return day
	}
	for _, form := range [...]string{
		dateForm, "2 Jan 2006", "2 January 2006", "2. January 2006", "Jan 2, 2006", "January 2, 2006", time.RFC1123, time.RFC1123Z, time.ANSIC,
	} {
		if t, err := time.Parse(form, word); err == nil {
			day, _ := plan.ParseDate(t.Format(time.DateOnly))
			return day
		}
	}
	return ""
}
