package plan

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
	case Agreement, Hours, Session, Answer, Assignment, Cheer:
		return ofCoaching(kind), false
	case Checkpoint, Rhythm, Checkin, Setback:
		return ofLooking(kind), false
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

func ofCoaching(kind AspectKind) shape {
	switch kind {
	case Agreement:
		return shape{
			"purpose": text, "sessions": text, "contact": text, "confidence": text, "follows": text, "since": date,
			"listed": yes, // the client agrees to be in a list of hours
		}
	case Hours:
		return shape{"on": date, "minutes": count, "paid": yes, "present": yes, "note": line, "sessionId": line}
	case Session: // begun and ended are instants; the style is how the client likes their steps (R113)
		return shape{
			"deck": line, "planId": line, "rootId": line, "begun": line, "ended": line, "style": word("list", "flow", "map"),
		}
	case Answer: // asked is the question as it stood on the screen; took is in seconds
		return shape{
			"sessionId": line, "ask": line, "asked": text, "words": text, "number": ruler, "none": yes,
			"itemId": line, "at": line, "took": count,
		}
	case Assignment:
		return shape{"sessionId": line, "words": text, "due": date, "answer": text, "done": date}
	default:
		return shape{"who": line, "words": text, "on": date, "itemId": line}
	}
}

// ofLooking is what is said when one looks how it goes. Each is of a plan or of
// one item.
func ofLooking(kind AspectKind) shape {
	switch kind {
	case Checkpoint:
		return shape{"planId": line, "itemId": line, "on": date, "words": line}
	case Rhythm: // every so many of the unit, counted from a day
		return shape{
			"planId": line, "itemId": line, "from": date, "every": count, "unit": word("days", "weeks", "months"),
		}
	case Checkin: // what was measured and how a vision felt are entries and rated of that day
		return shape{
			"planId": line, "itemId": line, "on": date, "mood": ruler, "energy": ruler,
			"win": text, "setback": text, "learned": text, "changed": text,
			"ending":    word("keep", "tweak", "pivot", "pause", "letgo"),
			"versionId": line, // the plan as it was before it was changed (R85, R95)
		}
	default:
		return shape{"planId": line, "itemId": line, "on": date, "what": text, "learned": text, "changed": text}
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
		return shape{
			"measureId": line, "on": date, "value": number, "note": text,
			"fromId": line, // the check-in, the step or the routine that it came with
		}
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
		return shape{"on": date, "time": clock, "zone": line, "strength": ruler, "at": line, "words": text}
	case Routine: // paused and back are the days of a rest: from the one, until before the other
		return shape{
			"rule": recurrence, "after": yes, // it counts from the day on which it was last done
			"from": date, "time": clock, "target": number, "unit": line,
			"least":  line, // what is enough on a bad day
			"paused": date, "back": date,
		}
	case Log:
		return shape{"on": date, "amount": number, "least": yes, "skipped": yes, "note": line}
	case Headway: // own is in percent; the weight is among what stands beside it, 1 where nobody said
		return shape{"own": percent, "weight": ruler}
	case Celebration:
		return shape{"on": date, "note": text, "reward": line, "picture": hash, "alt": line}
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
