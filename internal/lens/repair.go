package lens

import "slices"

// repairs are what can be done about a finding, the likeliest first. What the
// words of the title say already is not asked for; the first is what the verdict
// misses, and stays.
func (p *pack) repairs(found finding, words []word) []Repair {
	switch found.kind {
	case Outcome:
		return []Repair{MakeGoal, FirstStep}
	case Project:
		return []Repair{Split, MakeMilestone}
	case NoVerb:
		return []Repair{AddVerb}
	case Vague:
		all := []Repair{AddWhat, AddHowMuch, AddWhen, AddWhere, MakeGoal}
		if found.reason == ReasonMore || found.reason == ReasonMeasure {
			all = []Repair{AddHowMuch, AddWhen, AddWhere, AddWhat, MakeGoal}
		}
		return slices.DeleteFunc(all, func(r Repair) bool { return r != all[0] && p.told(r, words) })
	default:
		if found.reason == ReasonInstead {
			return []Repair{SayInstead}
		}
		return []Repair{}
	}
}
