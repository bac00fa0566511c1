package plan

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// AspectKind says what an aspect is about.
type AspectKind string

// The kinds of aspect.
const (
	Aim      AspectKind = "aim"      // a goal in its own words, and how sure one is of it; one for each goal
	Measure  AspectKind = "measure"  // how one would see it (R28)
	Entry    AspectKind = "entry"    // what a measure was on a day
	Barrier  AspectKind = "barrier"  // what may come in between
	Strategy AspectKind = "strategy" // if that happens, then this is done
	Value    AspectKind = "value"    // what matters to the client
	Person   AspectKind = "person"   // somebody who has a part in it
	Resource AspectKind = "resource" // what the client has, gets or lacks
	Off      AspectKind = "off"      // days on which the client does nothing for plans
	Week     AspectKind = "week"     // the time that the client has for plans; one for each client
	Need     AspectKind = "need"     // so much of a resource is for this
	Gap      AspectKind = "gap"      // what is missing, and the step that gets it (R67, R68)
	Part     AspectKind = "part"     // what somebody has to do with it
	Worth    AspectKind = "worth"    // the value that it serves
	Pick     AspectKind = "pick"     // the day that it is chosen for; one for each item
	Wait     AspectKind = "wait"     // whom or what it waits for, and since when; one for each item
	Promise  AspectKind = "promise"  // what somebody has committed themselves to; one for each item
	Routine  AspectKind = "routine"  // how often it recurs; one for each step
	Log      AspectKind = "log"      // what was done of a routine on a day; one for each day
	Choice   AspectKind = "choice"   // which way a decision went; one for each decision
	Option   AspectKind = "option"   // a way that a decision could go
	Fit      AspectKind = "fit"      // how an option or a goal goes with a value
	Voice    AspectKind = "voice"    // what somebody brought to a decision (R82, R88)
	Thought  AspectKind = "thought"  // a line of the thinking log (R81)

	Cover      AspectKind = "cover"      // the picture that stands for it; one for each item
	Attachment AspectKind = "attachment" // a page or a file that belongs to it (R129)
	Interest   AspectKind = "interest"   // what draws the client (R2)
	Aspiration AspectKind = "aspiration" // what they would like to be or do one day (R2)
	Strength   AspectKind = "strength"   // what they are good at (R2)
	Priority   AspectKind = "priority"   // a life area or goal that comes first now (R4)
	Rating     AspectKind = "rating"     // how a life area is on a day, and how it should be
	Scene      AspectKind = "scene"      // a life area today and as it is wanted, in words (R19)
	Question   AspectKind = "question"   // one of the client's own, or a built-in one in their words (R8, R130)
	Reflection AspectKind = "reflection" // what was answered to a question on a day (R8)
	Tension    AspectKind = "tension"    // where two items pull apart (R5)
	Foundation AspectKind = "foundation" // whether the client goes without one; one for each client (R3)
	Outlook    AspectKind = "outlook"    // what else a vision is; one for each (R5, R7, R11, R13)
	Rated      AspectKind = "rated"      // how a vision feels on a day; one for each day (R14, R89)
	Recheck    AspectKind = "recheck"    // that something it stands on was changed; one for each item
)

// Aspect is one thing that is said of an item, or of the client where ItemID is
// empty. Rank orders those of one kind; Body holds what the kind asks for
// (shapeOf): texts, numbers, and true.
type Aspect struct {
	ID     string     `json:"id"`
	ItemID string     `json:"itemId"`
	Kind   AspectKind `json:"kind"`
	Rank   string     `json:"rank"`
	Body   Body       `json:"body"`
}

// Body is what an aspect says, by field; what may stand in it follows from the
// kind (shapeOf), and nothing else comes into a vault or out of it.
type Body map[string]any

// MaxAspects is how many aspects of one kind one item may have, or the client.
const MaxAspects = 1000

// MaxLogs is for how many days one routine may have a log: those of 27 years.
const MaxLogs = 10_000

// Most is how many aspects of a kind one item may have, or the client.
func (k AspectKind) Most() int {
	if k == Log {
		return MaxLogs
	}
	return MaxAspects
}

// field is a rule for one field of a body: it gives the value as it is kept, or
// refuses it.
type field func(value any) (any, error)

// shape is the fields that a body may have. What is not there is not said.
type shape map[string]field

// shapeOf is what may be said in an aspect of a kind, and whether it hangs on
// an item.
func shapeOf(kind AspectKind) (s shape, onItem bool) {
	switch kind {
	case Value, Person, Resource, Week, Off:
		return ofClient(kind), false
	case Interest, Aspiration, Strength, Priority, Rating, Scene, Question, Reflection, Tension, Foundation:
		return ofFoundation(kind), false
	case Outlook, Rated, Recheck:
		return ofVision(kind), true
	case Choice, Option, Fit, Voice, Thought:
		return ofDecision(kind), true
	default:
		return ofItem(kind), true
	}
}

func ofClient(kind AspectKind) shape {
	switch kind {
	case Value:
		return shape{
			"name": line, "words": text, "core": yes,
			"pile": word("very", "some", "not"), // how much it matters, as it was sorted; without one it is a value too
			"from": line, "hidden": yes,         // the built-in card that it was, and that nobody wants to see that one (R130)
		}
	case Person:
		return shape{"name": line, "note": text}
	case Week:
		return shape{"hours": number} // (R69)
	case Off:
		return shape{"name": line, "from": date, "to": date}
	default:
		return shape{
			"name": line, "sort": word("skill", "network", "funding", "time", "tool", "knowledge"),
			"have": word("have", "getting", "need"), "amount": number, "unit": line,
		}
	}
}

func ofFoundation(kind AspectKind) shape {
	switch kind {
	case Interest, Aspiration, Strength:
		return shape{"words": line, "madeId": line} // the vision or goal that it became
	case Priority:
		return shape{"areaId": line, "forId": line, "since": date}
	case Rating:
		return shape{"areaId": line, "on": date, "today": ruler, "desired": ruler}
	case Scene:
		return shape{"areaId": line, "today": text, "desired": text}
	case Question:
		return shape{"words": line, "from": line, "hidden": yes}
	case Reflection: // the question as it was asked stays, whatever becomes of it
		return shape{"questionId": line, "question": line, "on": date, "words": text}
	case Tension:
		return shape{"fromId": line, "toId": line, "words": line}
	default:
		return shape{"skipped": yes}
	}
}

func ofVision(kind AspectKind) shape {
	switch kind {
	case Outlook: // the sphere is one of goals, too
		return shape{
			"identity": text, "success": text, "horizon": count,
			"unit":   word("days", "weeks", "months", "years", "someday"),
			"sphere": word("personal", "both", "professional"),
		}
	case Rated:
		return shape{"on": date, "clarity": ruler, "inspiration": ruler, "alignment": ruler, "impact": ruler}
	default:
		return shape{"since": date, "of": line} // of is the value or the vision that was changed
	}
}

func ofDecision(kind AspectKind) shape {
	switch kind {
	case Choice:
		return shape{
			"way": word("forward", "stay", "back", "other"), "optionId": line, "why": text,
			"decided": date, "review": date, // the day on which it comes back (R83)
		}
	case Option:
		return shape{"what": line, "for": text, "against": text}
	case Fit:
		return shape{ // of an option, or of a goal as a whole; with a value or with a vision (R20)
			"optionId": line, "valueId": line, "visionId": line, "with": word("for", "neutral", "against"),
		}
	case Voice:
		return shape{"who": line, "sort": word("question", "perspective", "insight"), "brought": line}
	default:
		return shape{"on": date, "words": line}
	}
}

func ofItem(kind AspectKind) shape {
	level := word("low", "middle", "high")
	switch kind {
	case Aim:
		return shape{
			"statement":     text,
			"sort":          word("outcome", "performance", "process", "open"),
			"judge":         text, // "I will judge by …", where nothing is counted (R28)
			"reachable":     text,
			"hours":         number, // that they have for it in a week (R69)
			"wished":        date,   // the day on which they would like to be there (R133)
			"check":         date,   // the day on which it is looked at again (R26)
			"readjust":      text,
			"wish":          word("mine", "shared", "should"), // whose wish it is (R59)
			"fresh":         yes,                              // they have never done such a thing (R45)
			"importance":    ruler,
			"importanceWhy": text,
			"confidence":    ruler,
			"confidenceWhy": text,
		}
	case Measure:
		return shape{
			"name": line, "unit": line, "direction": word("up", "down", "keep"),
			"baseline": number, "target": number,
		}
	case Entry:
		return shape{"measureId": line, "on": date, "value": number, "note": text}
	case Barrier:
		return shape{"what": line, "where": word("inner", "outer"), "likely": level, "impact": level}
	case Strategy:
		return shape{
			"barrierId": line, "cue": line, "response": line, "stepId": line, "worked": count, "failed": count,
			// When its cue comes: on a day, at a time of that day or of each, when a step is not done on its day.
			"day": date, "time": clock, "skipped": yes,
			"seen": date, // the day on which it was last asked whether it worked
		}
	case Need:
		return shape{"resourceId": line, "amount": number}
	case Gap:
		return shape{
			"what": line, "sort": word("help", "knowledge", "expertise", "insight", "capacity"), "stepId": line,
		}
	case Part:
		return shape{"personId": line, "part": word("does", "helps", "decides", "told", "supports", "partner")}
	case Pick:
		return shape{"on": date, "pinned": yes} // the first step stays in sight until it is done (R111)
	case Wait:
		return shape{"who": line, "since": date}
	case Promise: // the time is that of the clock on the wall, in a zone; at is the instant it was said (R55)
		return shape{"on": date, "time": clock, "zone": line, "strength": ruler, "at": line}
	case Routine: // paused and back are the days of a rest: from the one, until before the other
		return shape{
			"rule": recurrence, "after": yes, // it counts from the day on which it was last done
			"from": date, "time": clock, "target": number, "unit": line,
			"least":  line, // what is enough on a bad day
			"paused": date, "back": date,
		}
	case Log:
		return shape{"on": date, "amount": number, "least": yes, "skipped": yes, "note": line}
	case Worth:
		return shape{"valueId": line, "strength": ruler}
	case Cover:
		return shape{"picture": hash, "alt": line}
	case Attachment: // where is an address, or the path of a file; hash is that of a copy in the vault
		return shape{"sort": word("link", "path", "copy"), "name": line, "where": line, "hash": hash, "size": count}
	default:
		return nil
	}
}

// ValidAspect refuses a kind that does not exist, or that hangs on something
// else.
func ValidAspect(kind AspectKind, itemID string) error {
	s, onItem := shapeOf(kind)
	if s == nil || onItem != (itemID != "") {
		return Refuse(Invalid, "error.aspect_unknown", "kind", string(kind))
	}
	return nil
}

// MergeBody is a body with some fields said anew; nil and an empty text take a
// field away. A field that its kind does not have is refused, and so is a value
// that cannot be.
func MergeBody(kind AspectKind, body, over Body) (Body, error) {
	s, _ := shapeOf(kind)
	return s.merge(body, over)
}

func (s shape) merge(body, over Body) (Body, error) {
	merged := Body{}
	for name, value := range body {
		merged[name] = value
	}
	for name, value := range over {
		rule, known := s[name]
		if !known {
			return nil, Refuse(Invalid, "error.field_unknown")
		}
		delete(merged, name)
		if value == nil || value == "" {
			continue
		}
		kept, err := rule(value)
		if err != nil {
			return nil, err
		}
		merged[name] = kept
	}
	return merged, nil
}

// Single is true for what is said once, of an item or of the client.
func (k AspectKind) Single() bool {
	switch k {
	case Aim, Pick, Wait, Promise, Routine, Choice, Week, Cover, Foundation, Outlook, Recheck:
		return true
	default:
		return false
	}
}

// Keys are the fields that tell aspects of a kind apart: what is said anew under
// the same is the same one. A log is one of its day, a rating one of its area
// and day.
func (k AspectKind) Keys() []string {
	switch k {
	case Log, Rated:
		return []string{"on"}
	case Rating:
		return []string{"areaId", "on"}
	case Scene:
		return []string{"areaId"}
	default:
		return nil
	}
}

// Named is the kind that the fields of a kind speak of by its name: who, which
// value, which resource; and the field.
func (k AspectKind) Named() (of AspectKind, field string) {
	switch k {
	case Part:
		return Person, "personId"
	case Worth:
		return Value, "valueId"
	case Need:
		return Resource, "resourceId"
	default:
		return "", ""
	}
}

var hexHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

func text(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return CleanText(s)
}

func line(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return CleanTitle(s)
}

func date(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return ParseDate(s)
}

// clock is a time of day, HH:MM.
func clock(value any) (any, error) {
	s, _ := value.(string)
	if t, err := time.Parse("15:04", s); err != nil || t.Format("15:04") != s {
		return nil, Refuse(Invalid, "error.time_invalid")
	}
	return value, nil
}

func recurrence(value any) (any, error) {
	s, _ := value.(string)
	return CleanRule(s)
}

func word(words ...string) field {
	return func(value any) (any, error) {
		if s, ok := value.(string); ok && slices.Contains(words, s) {
			return s, nil
		}
		return nil, Refuse(Invalid, "error.field_unknown")
	}
}

// yes is kept only where it is true.
func yes(value any) (any, error) {
	if value == true {
		return true, nil
	}
	return nil, Refuse(Invalid, "error.field_unknown")
}

// MaxNumber is how far from zero a measure may be.
const MaxNumber = 1e12

func number(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || math.IsNaN(n) || math.Abs(n) > MaxNumber {
		return nil, Refuse(Invalid, "error.number_range", "max", strconv.FormatFloat(MaxNumber, 'f', 0, 64))
	}
	return n, nil
}

// ruler is a place on a line from 0 to 10 (R74).
func ruler(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || n != math.Trunc(n) || n < 0 || n > 10 {
		return nil, Refuse(Invalid, "error.ruler_range")
	}
	return n, nil
}

// hash is a SHA-256, in hexadecimal.
func hash(value any) (any, error) {
	s, _ := value.(string)
	if !hexHash.MatchString(s) {
		return nil, Refuse(Invalid, "error.field_unknown")
	}
	return s, nil
}

func count(value any) (any, error) {
	n, ok := value.(float64)
	if !ok || n != math.Trunc(n) || n < 0 || n > MaxNumber {
		return nil, Refuse(Invalid, "error.number_range", "max", strconv.FormatFloat(MaxNumber, 'f', 0, 64))
	}
	return n, nil
}
