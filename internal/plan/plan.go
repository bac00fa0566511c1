// Package plan says what a plan is: its items, their kinds and states, the
// order among siblings, civil dates, and the rules that no edit may break.
//
// It is pure: no SQL, no clock, no files, no window. Every rule stands here
// once; workspace asks it inside the transaction, and the page only shapes
// input. The JSON tags are the shape in which a plan crosses to the page.
package plan

// Kind says what an item is. A vision is a why and a what for months and
// years; a step is something that somebody can start (product.md, "Words").
type Kind string

// The kinds of item, from the far picture to the thought not yet placed.
const (
	Vision    Kind = "vision"
	Goal      Kind = "goal"
	Milestone Kind = "milestone"
	Step      Kind = "step"
	Decision  Kind = "decision"
	Idea      Kind = "idea"
)

// State says how an item stands. Parked and LetGo are honourable ends.
type State string

// The states of an item.
const (
	Todo    State = "todo"
	Doing   State = "doing"
	Waiting State = "waiting"
	Done    State = "done"
	Parked  State = "parked"
	LetGo   State = "letgo"
)

// DueKind says how a due date is meant.
type DueKind string

// The kinds of due date. Soft is somewhere from the start on ("this spring",
// R61), hard is somebody else's.
const (
	PlainDue DueKind = ""
	SoftDue  DueKind = "soft"
	HardDue  DueKind = "hard"
)

// Subject says what a plan is about; wording adapts to it (R6).
type Subject string

// The subjects of a plan.
const (
	Me       Subject = "me"
	Career   Subject = "career"
	Business Subject = "business"
	Family   Subject = "family"
	Pet      Subject = "pet"
	Other    Subject = "other"
)

// LinkKind says what a link between two items means.
type LinkKind string

// Serves: the step also serves a second goal. After: it waits for the other.
const (
	Serves LinkKind = "serves"
	After  LinkKind = "after"
)

// Client is the person whom plans belong to. Name is what shows: the alias, where
// they have one and somebody looks on. Own is the owner of the vault, who is
// nobody's client. ArchivedAt is an instant or empty; KeepUntil is the day from
// which nothing of them should be kept, or empty.
type Client struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Alias      string `json:"alias"`
	Own        bool   `json:"own"`
	ArchivedAt string `json:"archivedAt"`
	KeepUntil  string `json:"keepUntil"`
}

// Plan is everything that belongs to one subject of one client.
type Plan struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Subject Subject `json:"subject"`
	Rank    string  `json:"rank"`
}

// Area is a life area; Hue names its colour token.
type Area struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Hue  string `json:"hue"`
	Rank string `json:"rank"`
}

// Tag is a word that a person hangs on items.
type Tag struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Link joins two items beside the tree. Weight is positive, 1 by default. Lag is
// so many days from the end of what is waited for to the beginning of what waits.
type Link struct {
	ID     string   `json:"id"`
	FromID string   `json:"fromId"`
	ToID   string   `json:"toId"`
	Kind   LinkKind `json:"kind"`
	Weight float64  `json:"weight"`
	Lag    int      `json:"lag"`
}

// Item is one row of the one tree. ParentID is empty at the top of the plan,
// Start and Due are civil dates (YYYY-MM-DD) or empty, FirstDue is the first
// that Due ever was, EstimateMin is in minutes and 0
// when unknown, as is SpentMin, the minutes that it took, Rank orders siblings
// bytewise, CreatedAt and ChangedAt are instants in RFC 3339 UTC, as is DoneAt,
// empty unless it is done. Why and What belong to a vision or goal (R12),
// DoneWhen is a definition of done (R35), Notes is Markdown as plain text.
// IsAction: the person says that it is an action, whatever the lens reads (R53).
// ColumnID is the column of the board that it was put into, or empty (ColumnOf
// says where it stands); Priority is a rank over the whole plan, which orders
// the cards of every column.
type Item struct {
	ID          string   `json:"id"`
	PlanID      string   `json:"planId"`
	ParentID    string   `json:"parentId"`
	Kind        Kind     `json:"kind"`
	Title       string   `json:"title"`
	State       State    `json:"state"`
	Rank        string   `json:"rank"`
	Start       string   `json:"start"`
	Due         string   `json:"due"`
	DueKind     DueKind  `json:"dueKind"`
	FirstDue    string   `json:"firstDue"`
	EstimateMin int      `json:"estimateMin"`
	SpentMin    int      `json:"spentMin"`
	AreaID      string   `json:"areaId"`
	TagIDs      []string `json:"tagIds"`
	Why         string   `json:"why"`
	What        string   `json:"what"`
	DoneWhen    string   `json:"doneWhen"`
	Notes       string   `json:"notes"`
	Draft       bool     `json:"draft"`
	IsAction    bool     `json:"isAction"`
	ColumnID    string   `json:"columnId"`
	Priority    string   `json:"priority"`
	CreatedAt   string   `json:"createdAt"`
	ChangedAt   string   `json:"changedAt"`
	DoneAt      string   `json:"doneAt"`
}

// Place says where an item goes: below ParentID (empty = top of the plan),
// right after the sibling AfterID (empty = first).
type Place struct {
	PlanID   string `json:"planId"`
	ParentID string `json:"parentId"`
	AfterID  string `json:"afterId"`
}

// StepName names an undo step: what was done (a key such as "move"), to what
// kind of item, aspect or piece, and to how many. An empty Op means that there is
// none.
type StepName struct {
	Op    string `json:"op"`
	Kind  Kind   `json:"kind"`
	Count int    `json:"count"`
}

// Changes is the one value that comes back from every edit, and the whole
// client when it is opened: the new state of every touched row, the ids that
// are no longer there (an item takes all below it along), the names of the
// next undo and redo, the item (or new column) that the hand should find, and
// the plan to show. The page applies it to its mirror with one function.
type Changes struct {
	Clients  []Client      `json:"clients"`
	Plans    []Plan        `json:"plans"`
	Columns  []Column      `json:"columns"`
	Areas    []Area        `json:"areas"`
	Tags     []Tag         `json:"tags"`
	Links    []Link        `json:"links"`
	Items    []Item        `json:"items"`
	Aspects  []Aspect      `json:"aspects"`
	Versions []Version     `json:"versions"`
	Boards   []VisionBoard `json:"boards"`
	Pieces   []Piece       `json:"pieces"`
	Decks    []Deck        `json:"decks"`
	Notes    []PrivateNote `json:"notes"`
	Marks    []Mark        `json:"marks"`
	Gone     []string      `json:"gone"`
	Undo     StepName      `json:"undo"`
	Redo     StepName      `json:"redo"`
	Focus    string        `json:"focus"`
	Show     string        `json:"show"`
}

// Trashed is one entry of the trash: the root of a deleted sub-tree with the
// number of items in it, and the titles of what it stood below, outermost
// first.
type Trashed struct {
	ID        string   `json:"id"`
	PlanID    string   `json:"planId"`
	Kind      Kind     `json:"kind"`
	State     State    `json:"state"`
	Title     string   `json:"title"`
	Path      []string `json:"path"`
	Count     int      `json:"count"`
	TrashedAt string   `json:"trashedAt"`
}
