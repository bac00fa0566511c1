package plan

// KindBelow is the kind that a new item takes below a parent: the next one on
// the way from the far picture to the step. An empty parent is the top of the
// plan.
func KindBelow(parent Kind) Kind {
	switch parent {
	case "":
		return Vision
	case Vision:
		return Goal
	case Goal:
		return Milestone
	case Idea:
		return Idea
	default:
		return Step
	}
}

// KindFits refuses a kind that must not stand directly below a parent of the
// other kind. At the top of the plan (an empty parent) everything fits.
//
//	below a vision or goal    everything but a vision
//	below a milestone, step
//	or decision               steps, decisions and ideas
//	below an idea             ideas only: it is not yet placed in the plan
func KindFits(kind, parent Kind) error {
	switch {
	case parent == "" || kind == Idea:
		return nil
	case kind == Vision:
		return misfit("error.vision_below", kind, parent)
	case parent == Idea:
		return misfit("error.below_idea", kind, parent)
	case kind != Goal && kind != Milestone:
		return nil
	case parent == Milestone:
		return misfit("error.below_milestone", kind, parent)
	case parent == Step || parent == Decision:
		return misfit("error.below_step", kind, parent)
	}
	return nil
}

// KindAbove is the kind of what is put between an item and what it stands below
// (an empty parent is the top of the plan): the one of the level where the item
// may stand below such a one, else the nearest where it may. It refuses an item
// that may stand below nothing.
func KindAbove(kind, parent Kind) (Kind, error) {
	if kind == Idea {
		return Idea, nil
	}
	for _, above := range []Kind{KindBelow(parent), Milestone, Goal, Step} {
		if KindFits(above, parent) == nil && KindFits(kind, above) == nil {
			return above, nil
		}
	}
	return "", misfit("error.nothing_above", kind, parent)
}

// Follow is the kind of an item after a move from below one parent to below
// another. A goal or milestone that had the level's kind follows the level; what
// was given another kind by hand keeps it where it fits. A thought stays a
// thought, and a step stays a step where one may stand: by being moved, an
// action does not become an outcome.
func Follow(kind, oldParent, newParent Kind) Kind {
	fits := KindFits(kind, newParent) == nil
	switch {
	case kind == Idea, kind == Step && fits:
		return kind
	case kind == KindBelow(oldParent), !fits:
		return KindBelow(newParent)
	}
	return kind
}

func misfit(key string, kind, parent Kind) error {
	return Refuse(Invalid, key, "kind", string(kind), "parent", string(parent))
}
