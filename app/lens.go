package app

import "cairn/internal/lens"

// Lens tells actions from outcomes.
type Lens struct{}

// Check says of each title what it is, in their order. lang is a language tag;
// one that the lens does not read gives empty verdicts.
func (*Lens) Check(lang string, titles []string) ([]lens.Verdict, error) {
	verdicts := make([]lens.Verdict, len(titles))
	for i, title := range titles {
		verdicts[i] = lens.Check(lang, title)
	}
	return verdicts, nil
}
