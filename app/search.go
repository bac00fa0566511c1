package app

import "cairn/internal/workspace"

// Search finds what the open client has written.
type Search struct{ k *keep }

// Find answers a question with the best that is found, and how much it is in all. No
// question is refused.
func (s *Search) Find(in workspace.Search) (workspace.Found, error) {
	return run1(s.k, house.Search, in)
}
