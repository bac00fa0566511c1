package lens

// repairs are what can be done about a finding, the likeliest first.
func repairs(found finding) []Repair {
	switch found.kind {
	case Outcome:
		return []Repair{MakeGoal, FirstStep}
	case Project:
		return []Repair{Split, MakeMilestone}
	case NoVerb:
		return []Repair{AddVerb}
	case Vague:
		if found.reason == ReasonMore || found.reason == ReasonMeasure {
			return []Repair{AddHowMuch, AddWhen, AddWhere, AddWhat, MakeGoal}
		}
		return []Repair{AddWhat, AddHowMuch, AddWhen, AddWhere, MakeGoal}
	default:
		if found.reason == ReasonInstead {
			return []Repair{SayInstead}
		}
		return []Repair{}
	}
}
