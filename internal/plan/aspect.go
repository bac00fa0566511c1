package plan

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

	Agreement  AspectKind = "agreement"  // what a client and a coach have agreed on; one for each client (R114)
	Hours      AspectKind = "hours"      // how long they met on a day
	Session    AspectKind = "session"    // a guided conversation (R106)
	Answer     AspectKind = "answer"     // what was answered to one question of a session (R119)
	Assignment AspectKind = "assignment" // what is thought about or done until they meet again (R121)
	Cheer      AspectKind = "cheer"      // what somebody said to cheer the client on (R122, R132)

	Headway     AspectKind = "headway"     // how far an item is in the person's own words, and how much it weighs; one for each item (R96)
	Celebration AspectKind = "celebration" // how something done was celebrated; one for each item and day (R76)
	Checkpoint  AspectKind = "checkpoint"  // a planned moment to look (R93)
	Rhythm      AspectKind = "rhythm"      // how often one looks; one for each plan or item (R92)
	Checkin     AspectKind = "checkin"     // what was seen when one looked; one for each plan or item and day (R92, R94)
	Setback     AspectKind = "setback"     // what went wrong, and what it taught (R77)
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

// MaxLogs is for how many days one routine may have a log: those of 27 years; how
// many entries the measures of an item may have, and how many answers and
// check-ins a client.
const MaxLogs = 10_000

// Most is how many aspects of a kind one item may have, or the client.
func (k AspectKind) Most() int {
	switch k {
	case Log, Entry, Answer, Checkin:
		return MaxLogs
	default:
		return MaxAspects
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

// Single is true for what is said once, of an item or of the client.
func (k AspectKind) Single() bool {
	switch k {
	case Aim, Pick, Wait, Promise, Routine, Choice, Week, Cover, Foundation, Outlook, Recheck, Agreement, Headway:
		return true
	default:
		return false
	}
}

// Keys are the fields that tell aspects of a kind apart: what is said anew under
// the same is the same one. A log is one of its day, a rating one of its area
// and day. A check-in is of a plan or of an item: the other is not said.
func (k AspectKind) Keys() []string {
	switch k {
	case Log, Rated, Celebration:
		return []string{"on"}
	case Rhythm:
		return []string{"planId", "itemId"}
	case Checkin:
		return []string{"planId", "itemId", "on"}
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
