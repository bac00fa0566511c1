package interop

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"

	"cairn/internal/plan"
)

// MaxBytes is how large a file may be that is brought in. A mind map of ten
// thousand items has about six million.
const MaxBytes = 20 << 20

// What is beyond these was made to hurt: entries of a map, an outline, a list
// or a canvas, and how deep its parts may lie within each other.
const (
	maxNodes   = 200_000
	maxNesting = 500
)

// maxRemarks is how many remarks are made on one file; the others are counted.
const maxRemarks = 20

// Entry is one item on its way from or to another program: a Line with what a
// line of an outline has no words for. Key names it within its file, After
// those that it waits for, and Serves holds the keys of what it serves beside
// the one above it. An empty State follows Done. Start is a civil date or empty,
// DueKind says how Due is meant, DoneAt is an instant (RFC 3339) or empty. Area
// is the name of a life area, SpentMin the minutes that it took. Rule is the
// recurrence of a routine as plan.CleanRule keeps it, From the day that it
// counts from, and Habit what else is said of the routine (plan.Routine).
type Entry struct {
	Line

	Key, Parent         string
	After               []Wait
	Serves              []string
	State               plan.State
	Start               string
	DueKind             plan.DueKind
	DoneAt              string
	Area                string
	SpentMin            int
	Draft, IsAction     bool
	Why, What, DoneWhen string
	Rule, From          string
	Habit               plan.Body
	Commitment          Commitment
	Measured            bool   // a measure tells how far it is; on the way out only
	CreatedAt           string // an instant; on the way out only
	ChangedAt           string // an instant; on the way out only
}

// Wait is one entry that another waits for, by its key, and how many days lie
// between the end of the one and the beginning of the other.
type Wait struct {
	Key  string
	Days int
}

// Commitment is a committed time: a civil date, a time of the clock on the wall
// (HH:MM, empty = at any), and the zone of that clock (IANA, empty = wherever
// one is). Without a Day there is none.
type Commitment struct{ Day, Time, Zone string }

// Import is what a file holds: its entries in the order of an outline, every
// parent before what stands below it, and what of it was not understood. More
// is the number of remarks that no longer fit.
type Import struct {
	Entries []Entry
	Remarks []Remark
	More    int
}

// Remark is one thing that was not understood. Key names its sentence in the
// catalogue ("import.rule"), Title the entry or column, Value what stood there.
type Remark struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Value string `json:"value"`
}

func (i *Import) remark(key, title, value string) {
	if len(i.Remarks) == maxRemarks {
		i.More++
		return
	}
	i.Remarks = append(i.Remarks, Remark{Key: key, Title: shown(title), Value: shown(value)})
}

// maxShown is how many characters of a text a remark repeats.
const maxShown = 80

// shown is the beginning of a text on one line.
func shown(text string) string {
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
	for i, n := range runeStarts(text) {
		if n == maxShown {
			return text[:i] + "…"
		}
	}
	return text
}

// runeStarts yields the byte at which each character begins, and its number.
func runeStarts(text string) func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		n := 0
		for i := range text {
			if !yield(i, n) {
				return
			}
			n++
		}
	}
}

// fromBytes is the text of a file: UTF-8, or UTF-16 where a mark says so. What
// is neither is read as Latin 1, in which any byte is a letter.
func fromBytes(raw []byte) string {
	switch text, marked := strings.CutPrefix(string(raw), "\uFEFF"); {
	case marked:
		return text
	case len(raw) > 1 && raw[0] == 0xFF && raw[1] == 0xFE:
		return fromUTF16(raw[2:], binary.LittleEndian)
	case len(raw) > 1 && raw[0] == 0xFE && raw[1] == 0xFF:
		return fromUTF16(raw[2:], binary.BigEndian)
	default:
		return text
	}
}

func fromUTF16(raw []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}

// fromLatin1 is a text whose every byte is one character.
func fromLatin1(raw string) string {
	runes := make([]rune, len(raw))
	for i := range len(raw) {
		runes[i] = rune(raw[i])
	}
	return string(runes)
}

// sound makes an entry keep every promise of its type: what is no date, time or
// rule is gone, and what ends before it begins does not begin.
func (e *Entry) sound() error {
	if err := clean(&e.Line); err != nil {
		return err
	}
	var err error
	for _, text := range []*string{&e.Why, &e.What, &e.DoneWhen} {
		if *text, err = plan.CleanText(*text); err != nil {
			return err
		}
	}
	e.Tags = cleanTags(e.Tags)
	e.datesSound()
	e.EstimateMin, e.SpentMin = estimate(e.EstimateMin), estimate(e.SpentMin)
	if e.Area, err = plan.CleanName(e.Area); err != nil {
		e.Area = ""
	}
	e.Done = e.State == plan.Done
	if !e.Done {
		e.DoneAt = ""
	}
	if e.Rule == "" {
		e.Habit = nil
	}
	return nil
}

func (e *Entry) datesSound() {
	if e.Due != "" && e.Start > e.Due {
		e.Start = ""
	}
	dates, err := plan.CleanDates(plan.Dates{Start: e.Start, Due: e.Due, Kind: e.DueKind})
	if e.DueKind = dates.Kind; err != nil {
		e.DueKind = plan.PlainDue
	}
}

// settle gives each entry a kind that may stand below the one above it, and at
// the top any. One without a kind follows the level.
func (i *Import) settle() {
	above := []plan.Kind{""}
	for n := range i.Entries {
		e := &i.Entries[n]
		above = above[:e.Depth+1]
		if e.Kind == "" || plan.KindFits(e.Kind, above[e.Depth]) != nil {
			e.Kind = plan.KindBelow(above[e.Depth])
		}
		above = append(above, e.Kind)
	}
}

// cleanTags are the tags that can be ones, each once.
func cleanTags(names []string) []string {
	var tags []string
	for _, name := range names {
		if name, err := plan.CleanName(name); err == nil && len(tags) < maxTags {
			tags = append(tags, name)
		}
	}
	return distinct(tags)
}

// tooMany refuses a file with more than maxNodes entries.
func tooMany() error {
	return plan.Refuse(plan.Invalid, "error.import_many", "max", groups(maxNodes))
}

// groups is a count as people write it: "10,000".
func groups(n int) string {
	digits := []byte{}
	for i := 0; n > 0 || i == 0; i, n = i+1, n/10 {
		if i > 0 && i%3 == 0 {
			digits = append(digits, ',')
		}
		digits = append(digits, byte('0'+n%10))
	}
	slices.Reverse(digits)
	return string(digits)
}
