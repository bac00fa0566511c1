package plan

// NoteKind says what a private note is about.
type NoteKind string

// The kinds of private note.
const (
	PlainNote   NoteKind = "note"       // whatever the coach wants to remember
	ContactNote NoteKind = "contact"    // how the client is reached; one for each client
	AfterNote   NoteKind = "reflection" // how a session went (R116); one for each
	NextNote    NoteKind = "next"       // what to do at the next one (R118); one for each
)

// PrivateNote is what the coach writes down for themselves, about a session or, where
// SessionID is empty, about the client. Locked: it is sealed, and Body is empty.
// MadeAt and ChangedAt are instants.
type PrivateNote struct {
	ID        string   `json:"id"`
	SessionID string   `json:"sessionId"`
	Kind      NoteKind `json:"kind"`
	Body      Body     `json:"body"`
	Locked    bool     `json:"locked"`
	MadeAt    string   `json:"madeAt"`
	ChangedAt string   `json:"changedAt"`
}

// MarkKind says what a moment of a session was marked as.
type MarkKind string

// The kinds of mark.
const (
	Sticky      MarkKind = "sticky"      // the client got stuck (R117)
	Supervision MarkKind = "supervision" // to be talked over with a supervisor
)

// Mark is a moment of a session that the coach marked: at which question of the
// deck, and when (an instant).
type Mark struct {
	ID        string   `json:"id"`
	SessionID string   `json:"sessionId"`
	Kind      MarkKind `json:"kind"`
	Ask       string   `json:"ask"`
	MadeAt    string   `json:"madeAt"`
}

// MergeNote is a private note with some fields said anew, as MergeBody is.
func MergeNote(kind NoteKind, body, over Body) (Body, error) {
	s := shapeOfNote(kind)
	if s == nil {
		return nil, Refuse(Invalid, "error.note_unknown")
	}
	return s.merge(body, over)
}

// Single is true for what there is once, of a session or of the client.
func (k NoteKind) Single() bool { return k != PlainNote }

// OfSession is true for what is about a session and not about the client.
func (k NoteKind) OfSession() bool { return k == AfterNote || k == NextNote }

func shapeOfNote(kind NoteKind) shape {
	switch kind {
	case PlainNote:
		return shape{"words": text}
	case ContactNote:
		return shape{"name": line, "phone": line, "mail": line, "address": text, "other": text}
	case AfterNote: // S3's questions, in their order
		return shape{"steps": text, "sticky": text, "less": text, "better": text}
	case NextNote:
		return shape{"words": text, "met": yes} // met: it has greeted the coach
	default:
		return nil
	}
}

// ValidMark refuses a kind of mark that does not exist.
func ValidMark(kind MarkKind) error {
	if kind == Sticky || kind == Supervision {
		return nil
	}
	return Refuse(Invalid, "error.mark_unknown")
}
