package lens_test

import (
	"slices"
	"testing"

	"cairn/internal/lens"
)

// What is asked of a vague line, by what its title says already.
func TestRepairs(t *testing.T) {
	const what, amount, when, where, goal = lens.AddWhat, lens.AddHowMuch, lens.AddWhen, lens.AddWhere, lens.MakeGoal
	tests := []struct {
		name   string
		want   []lens.Repair
		titles map[string][]string // by language
	}{
		{"everything of a bare line", []lens.Repair{what, amount, when, where, goal}, map[string][]string{
			"en": {"work on my fitness"},
			"de": {"an meiner Fitness arbeiten"},
		}},
		{"no time where one is told", []lens.Repair{what, amount, where, goal}, map[string][]string{
			"en": {
				"work on my fitness on Monday", "Monday: work on my fitness", "3/10 work on my fitness", "work on my fitness tomorrow",
				"work on my fitness every morning", "work on my fitness every other Friday", "work on my fitness weekly",
				"work on my fitness by March", "work on my fitness by the end of March", "work on my fitness from 12 May",
				"work on my fitness in March 2031", "work on my fitness this week", "work on my fitness at 7",
				"work on my fitness at seven", "work on my fitness, 7:30", "work on my fitness, 7 pm", "work on my fitness, 7pm",
				"work on my fitness, 7:30pm", "work on my fitness when I get home",
			},
			"de": {
				"am Abend an meiner Fitness arbeiten", "um sieben an meiner Fitness arbeiten", "an meiner Fitness um 7 Uhr arbeiten",
				"jeden Morgen an meiner Fitness arbeiten", "jeden Montag an mir arbeiten", "nach der Arbeit an mir arbeiten",
				"mich bis März um meine Finanzen kümmern", "mich am 3. Mai um meine Finanzen kümmern",
				"mich nächste Woche um meine Finanzen kümmern",
			},
		}},
		{"no place where one is told", []lens.Repair{what, amount, when, goal}, map[string][]string{
			"en": {
				"work on my fitness at the kitchen table", "work on my fitness in the library", "work on my fitness online",
				"do more in our garden", "step up at work",
			},
			"de": {
				"an meiner Fitness am Küchentisch arbeiten", "in der Bibliothek an mir arbeiten", "an meiner Fitness online arbeiten",
				"mich zu Hause um meine Finanzen kümmern",
			},
		}},
		{"no amount where one is told", []lens.Repair{what, when, where, goal}, map[string][]string{
			"en": {
				"deal with all my letters", "deal with every complaint", "deal with the whole house", "deal with the £300",
				"deal with the last 10%", "deal with Ben all day",
			},
			"de": {"mich um alle Rechnungen kümmern", "mich um jeden Kunden kümmern"},
		}},
		{"nothing where all is told", []lens.Repair{what, goal}, map[string][]string{
			"en": {"deal with all my letters at the kitchen table, tomorrow"},
			"de": {"mich morgens im Büro um alle Rechnungen kümmern"},
		}},
		{"everything where it only looks told", []lens.Repair{what, amount, when, where, goal}, map[string][]string{
			"en": {
				"work on my online shop", "work on my garden", "work on my weekly budget",
				"work on my May trip", "deal with life in two languages", "deal with each other", "be better at 1:1 meetings",
				"get through a month", "look after myself", "think about when to move",
			},
			"de": {"an meinem Garten arbeiten", "mich um zwei Kinder kümmern"},
		}},
		{"the amount in any case where the verdict misses it", []lens.Repair{amount, when, where, what, goal}, map[string][]string{
			"en": {"drink more water with every meal", "spend less on all my trips", "try harder in the school play"},
			"de": {"mit allen Freunden mehr reden"},
		}},
		{"the amount, and no time, of more every day", []lens.Repair{amount, where, what, goal}, map[string][]string{
			"en": {"drink more water every day"},
			"de": {"jeden Tag mehr Wasser trinken"},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for lang, titles := range test.titles {
				for _, title := range titles {
					if got := lens.Check(lang, title); !slices.Equal(got.Repairs, test.want) {
						t.Errorf("%q (%s): %v, want %v", title, got.Kind, got.Repairs, test.want)
					}
				}
			}
		})
	}
}
