package interop

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

// mailDate is how OPML writes an instant (RFC 822).
const mailDate = "Mon, 02 Jan 2006 15:04:05 GMT"

// WriteOPML writes a plan, or one branch of it, as an outline (OPML 2.0). What
// the format has no words for stands in attributes of a name space of ours. now
// is the instant of writing.
func WriteOPML(name string, entries []Entry, now time.Time) []byte {
	w := outlineWriter{progress: progressOf(entries)}
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	w.WriteString(`<opml version="2.0" xmlns:cairn="` + outlineSpace + "\">\n<head>\n<title>" + escapeXML(name) + "</title>\n")
	w.WriteString("<dateCreated>" + now.UTC().Format(mailDate) + "</dateCreated>\n</head>\n<body>\n")
	open := 0
	for i, e := range entries {
		w.close(open - e.Depth)
		open = e.Depth + 1
		w.outline(i, e)
	}
	w.close(open)
	w.WriteString("</body>\n</opml>\n")
	return []byte(w.String())
}

type outlineWriter struct {
	strings.Builder

	progress []float64
}

func (w *outlineWriter) close(outlines int) {
	for range outlines {
		w.WriteString("</outline>\n")
	}
}

func (w *outlineWriter) put(name, value string) {
	if value != "" {
		w.WriteString(" " + name + `="` + escapeXML(value) + `"`)
	}
}

func (w *outlineWriter) own(name, value string) {
	w.put("cairn:"+strings.ReplaceAll(name, " ", "-"), value)
}

func (w *outlineWriter) outline(i int, e Entry) {
	w.WriteString("<outline")
	w.put("text", e.Title)
	w.put("_note", e.Notes)
	if e.State == plan.Done { // two programs, two words
		w.put("_status", "checked")
		w.put("_complete", "true")
	}
	if created, err := time.Parse(time.RFC3339, e.CreatedAt); err == nil {
		w.put("created", created.UTC().Format(mailDate))
	}
	w.put("category", categories(e.Tags))
	for _, c := range columns {
		w.own(c.name(), e.said(c))
	}
	if share := w.progress[i]; share >= 0 {
		w.own(progress, percent(share))
	}
	w.own(outlineID, e.Key)
	w.own(outlineAfter, e.waits())
	w.own(outlineServes, strings.Join(e.Serves, " "))
	w.WriteString(">\n")
}

// waits is what an entry waits for, as opml.own reads it.
func (e *Entry) waits() string {
	keys := make([]string, len(e.After))
	for i, wait := range e.After {
		if keys[i] = wait.Key; wait.Days > 0 {
			keys[i] += "+" + strconv.Itoa(wait.Days)
		}
	}
	return strings.Join(keys, " ")
}

// categories are tags as other programs read them, those that can be.
func categories(tags []string) string {
	plain := slices.DeleteFunc(slices.Clone(tags), func(tag string) bool { return strings.ContainsAny(tag, ",/") })
	return strings.Join(plain, ",")
}
