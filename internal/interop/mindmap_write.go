package interop

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"cairn/internal/plan"
)

// WriteMindMap writes a plan, or one branch of it, as a mind map that FreeMind
// (1.0.1) and Freeplane read: a node for each item, with its notes, icons for
// what is done, let go or waits, an arrow to what comes next, and attributes for
// all else. The root is the plan, unless one item of that name stands above all
// others.
//
// The file has no letters beyond ASCII: FreeMind takes a file for one in the
// letters of its computer.
func WriteMindMap(name string, entries []Entry) []byte {
	w := mapWriter{arrows: arrowsOf(entries), progress: progressOf(entries)}
	w.WriteString("<map version=\"1.0.1\">\n")
	root := isRoot(name, entries)
	if !root {
		w.node("", planRoot, name)
		w.WriteString(">\n")
	}
	open := 0
	for i, e := range entries {
		w.close(open - e.Depth)
		open = e.Depth + 1
		w.item(i, e)
	}
	w.close(open)
	if !root {
		w.close(1)
	}
	w.WriteString("</map>\n")
	return []byte(w.String())
}

// isRoot is true where one entry of this name stands above all others: it is
// the root of a drawing itself then.
func isRoot(name string, entries []Entry) bool {
	if len(entries) == 0 || entries[0].Title != name {
		return false
	}
	return !slices.ContainsFunc(entries[1:], func(e Entry) bool { return e.Depth == 0 })
}

type mapWriter struct {
	strings.Builder

	arrows   map[string][]arrow
	progress []float64
}

func (w *mapWriter) put(name, value string) {
	if value != "" {
		w.WriteString(" " + name + `="` + escapeXML(value) + `"`)
	}
}

func (w *mapWriter) node(created, id, title string) {
	w.WriteString("<node")
	w.put("ID", id)
	w.put("CREATED", created)
	w.put("TEXT", title)
}

func (w *mapWriter) close(nodes int) {
	for range nodes {
		w.WriteString("</node>\n")
	}
}

func (w *mapWriter) item(i int, e Entry) {
	w.node(millis(e.CreatedAt), idMark+e.Key, e.Title)
	w.put("MODIFIED", millis(e.ChangedAt))
	w.WriteString(">\n")
	if e.Notes != "" {
		w.WriteString(`<richcontent TYPE="NOTE"><html><head></head><body>` + writtenProse(e.Notes) + "</body></html></richcontent>\n")
	}
	for _, a := range w.arrows[e.Key] {
		w.WriteString("<arrowlink")
		w.put("DESTINATION", idMark+a.key)
		w.put("MIDDLE_LABEL", a.label())
		w.WriteString("/>\n")
	}
	for _, icon := range icons(e) {
		w.WriteString(`<icon BUILTIN="` + icon + "\"/>\n")
	}
	for _, c := range columns {
		if text := e.said(c); text != "" {
			w.attribute(c.name(), text)
		}
	}
	if share := w.progress[i]; share >= 0 {
		w.attribute(progress, percent(share))
	}
}

func (w *mapWriter) attribute(name, text string) {
	w.WriteString("<attribute")
	w.put("NAME", name)
	w.put("VALUE", text)
	w.WriteString("/>\n")
}

// said is what an attribute says of an entry, or "": not how it is called and
// what is written below it, and no state but one that is more than to do.
func (e *Entry) said(c column) string {
	idle := c == columnState && e.State == plan.Todo || c == columnDoneAt && e.State != plan.Done
	if idle || c == columnTitle || c == columnNotes || c == columnLevel {
		return ""
	}
	return e.cell(c)
}

var priorityTag = regexp.MustCompile(`^priority-(\d)$`)

// icons are the small pictures of an entry: how it stands, and a priority that
// came from a mind map.
func icons(e Entry) []string {
	var all []string
	switch e.State {
	case plan.Done:
		all = append(all, "button_ok")
	case plan.LetGo:
		all = append(all, "button_cancel")
	case plan.Waiting:
		all = append(all, "hourglass")
	default: // no picture says so
	}
	for _, tag := range e.Tags {
		if parts := priorityTag.FindStringSubmatch(tag); parts != nil {
			all = append(all, "full-"+parts[1])
		}
	}
	return all
}

// millis is an instant (RFC 3339) as a mind map writes it, or "".
func millis(instant string) string {
	t, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		return ""
	}
	return strconv.FormatInt(t.UnixMilli(), 10)
}

// arrowsOf are the arrows that begin at each entry: to what comes after it, and
// to what it serves.
func arrowsOf(entries []Entry) map[string][]arrow {
	known, arrows := map[string]bool{}, map[string][]arrow{}
	for _, e := range entries {
		known[e.Key] = true
	}
	for _, e := range entries {
		for _, wait := range e.After {
			if known[wait.Key] {
				arrows[wait.Key] = append(arrows[wait.Key], arrow{key: e.Key, days: wait.Days})
			}
		}
		for _, key := range e.Serves {
			if known[key] {
				arrows[e.Key] = append(arrows[e.Key], arrow{key: key, serves: true})
			}
		}
	}
	return arrows
}

// What a share can be besides one.
const (
	uncounted  = -1.0 // nothing counts
	untellable = -2.0 // it goes by a measure, which is not known here
)

// progressOf is the share done of each entry that something below tells it of,
// else below 0: the mean of what stands below, in which a step is done or not
// (product.md). Ideas and what is parked or let go do not count, and decisions
// only where there is nothing else.
func progressOf(entries []Entry) []float64 {
	shares, told := make([]float64, len(entries)), make([]float64, len(entries))
	below := map[int][]int{} // by depth, the entries that are not yet summed up
	for i, e := range slices.Backward(entries) {
		shares[i], told[i] = ownShare(e), uncounted
		if mean := mean(entries, shares, below[e.Depth+1]); shares[i] == 0 && mean != uncounted {
			shares[i], told[i] = mean, mean
		}
		below[e.Depth+1] = nil
		below[e.Depth] = append(below[e.Depth], i)
	}
	return told
}

// ownShare is the share of an entry that nothing below it changes; 0 may be.
func ownShare(e Entry) float64 {
	switch {
	case e.Kind == plan.Idea, e.State == plan.Parked, e.State == plan.LetGo:
		return uncounted
	case e.State == plan.Done:
		return 1
	case e.Measured:
		return untellable
	default:
		return 0
	}
}

func mean(entries []Entry, shares []float64, parts []int) float64 {
	isDecision := func(at int) bool { return entries[at].Kind == plan.Decision }
	others := slices.ContainsFunc(parts, func(at int) bool { return !isDecision(at) })
	sum, count := 0.0, 0.0
	for _, at := range parts {
		switch {
		case shares[at] == uncounted, others && isDecision(at):
		case shares[at] == untellable:
			return untellable
		default:
			sum, count = sum+shares[at], count+1
		}
	}
	if count == 0 {
		return uncounted
	}
	return sum / count
}

// percent is a share as people write it: "40%".
func percent(share float64) string { return strconv.Itoa(int(math.Round(share*100))) + "%" }

// escapeXML is a text as it may stand anywhere in XML, in ASCII. A character
// that XML has no place for is U+FFFD.
func escapeXML(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\uFFFE' || r == '\uFFFF' || r < ' ' && r != '\t' && r != '\n' && r != '\r':
			b.WriteString("&#xFFFD;")
		case r < ' ', r > '~', strings.ContainsRune(`&<>"'`, r):
			b.WriteString("&#x" + strings.ToUpper(strconv.FormatInt(int64(r), 16)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
