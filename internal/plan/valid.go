package plan

import "strconv"

// MaxDepth is the number of levels that a plan may have.
const MaxDepth = 100

// MaxEstimate is the longest estimate of one item in minutes: ten working
// years.
const MaxEstimate = 10 * 250 * 8 * 60

// ValidKind refuses a kind that does not exist.
func ValidKind(k Kind) error {
	switch k {
	case Vision, Goal, Milestone, Step, Decision, Idea:
		return nil
	}
	return Refuse(Invalid, "error.kind_unknown", "kind", string(k))
}

// ValidState refuses a state that does not exist.
func ValidState(s State) error {
	switch s {
	case Todo, Doing, Waiting, Done, Parked, LetGo:
		return nil
	}
	return Refuse(Invalid, "error.state_unknown", "state", string(s))
}

// ValidSubject refuses a subject that does not exist.
func ValidSubject(s Subject) error {
	switch s {
	case Me, Career, Business, Family, Pet, Other:
		return nil
	}
	return Refuse(Invalid, "error.subject_unknown", "subject", string(s))
}

// ValidLinkKind refuses a kind of link that does not exist.
func ValidLinkKind(k LinkKind) error {
	if k == Serves || k == After {
		return nil
	}
	return Refuse(Invalid, "error.link_unknown", "kind", string(k))
}

// ValidEstimate refuses minutes below zero and beyond MaxEstimate; 0 means
// that nobody has estimated yet.
func ValidEstimate(minutes int) error {
	if minutes >= 0 && minutes <= MaxEstimate {
		return nil
	}
	return Refuse(Invalid, "error.estimate_range", "minutes", strconv.Itoa(minutes))
}

// MaxLag is the longest lag of a link in days: ten years.
const MaxLag = 3650

// ValidLag refuses days below zero and beyond MaxLag.
func ValidLag(days int) error {
	if days >= 0 && days <= MaxLag {
		return nil
	}
	return Refuse(Invalid, "error.lag_range", "max", strconv.Itoa(MaxLag))
}

// MaxWeight is how much a link counts at most.
const MaxWeight = 10

// ValidWeight refuses what counts nothing or more than MaxWeight.
func ValidWeight(weight float64) error {
	if weight > 0 && weight <= MaxWeight {
		return nil
	}
	return Refuse(Invalid, "error.weight_range", "max", strconv.Itoa(MaxWeight))
}

// ValidDepth refuses an item on a level deeper than MaxDepth; the top of the
// plan is level 1.
func ValidDepth(level int) error {
	if level <= MaxDepth {
		return nil
	}
	return Refuse(Invalid, "error.depth", "max", strconv.Itoa(MaxDepth))
}
