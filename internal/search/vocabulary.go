package search

import (
	"strings"

	"cairn/internal/plan"
)

// Vocabulary is the words of a language for what can be asked beside words.
type Vocabulary struct {
	operators map[string]string
	values    map[string]map[string]string // by operator
}

// Speak takes the words of a language. say gives those for a key such as "kind" or
// "kind.goal", with spaces between those that mean the same.
func Speak(say func(key string) string) Vocabulary {
	v := Vocabulary{operators: map[string]string{}, values: map[string]map[string]string{}}
	for operator, values := range offered() {
		for _, word := range strings.Fields(strings.ToLower(say(operator))) {
			v.operators[word] = operator
		}
		words := map[string]string{}
		for _, value := range values {
			for _, word := range strings.Fields(strings.ToLower(say(operator + "." + value))) {
				words[word] = value
			}
		}
		v.values[operator] = words
	}
	return v
}

// offered are the operators, and the values that have a name.
func offered() map[string][]string {
	kinds := texts(plan.Vision, plan.Goal, plan.Milestone, plan.Step, plan.Decision, plan.Idea)
	days := []string{"today", "tomorrow", "yesterday", "week", "month", "year"}
	return map[string][]string{
		"kind":    kinds,
		"is":      texts(Open, Todo, Doing, Waiting, Done, Parked, LetGo, Draft, Late, Trash),
		"in":      texts(Title, Notes, Checkin, Session, Board, Said),
		"due":     days,
		"changed": days,
		"tag":     nil,
		"plan":    nil,
		"area":    nil,
	}
}

func texts[T ~string](all ...T) []string {
	plain := make([]string, len(all))
	for i, one := range all {
		plain[i] = string(one)
	}
	return plain
}

// value is what a word means to an operator: the whole word, or how the word of one
// value alone begins.
func (v Vocabulary) value(operator, word string) (string, bool) {
	words, begun := v.values[operator], map[string]bool{}
	if value, whole := words[word]; whole {
		return value, true
	}
	last := ""
	for known, value := range words {
		if strings.HasPrefix(known, word) {
			begun[value], last = true, value
		}
	}
	return last, len(begun) == 1
}

// begins tells whether some value of an operator goes on so: it is still being typed.
func (v Vocabulary) begins(operator, word string) bool {
	for known := range v.values[operator] {
		if strings.HasPrefix(known, word) {
			return true
		}
	}
	return false
}
