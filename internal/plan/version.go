package plan

// Version is a plan as it was when it was adapted (R95): what had changed, what
// stays as it was, and why. MadeAt is an instant in RFC 3339 UTC.
type Version struct {
	ID      string `json:"id"`
	PlanID  string `json:"planId"`
	Changed string `json:"changed"`
	Stays   string `json:"stays"`
	Reason  string `json:"reason"`
	MadeAt  string `json:"madeAt"`
}

// Snapshot is everything living that was in a plan, and what was said of it.
type Snapshot struct {
	Items   []Item   `json:"items"`
	Aspects []Aspect `json:"aspects"`
}
