package lens_test

import (
	"testing"

	"cairn/internal/lens"
)

// What people do in ordinary life, and what it was mistaken for.
func TestEveryday(t *testing.T) {
	tests := []struct {
		name   string
		lang   string
		kind   lens.Kind
		titles []string
	}{
		{"a part of the body, or a place, is no state", "en", lens.Action, []string{
			"Float on my back for 2 minutes with the teacher", "yodel from the well", "yodel on my back with Tom",
			"Rub the horse down after the ride", "Yank the door back for Tom", "Bob up and down at the shallow end",
			"stretch my back", "Jot the dates on the back of the letter", "Dust the top of the bookcase", "paint the frame gold",
		}},
		{"but a state is one", "en", lens.Outcome, []string{
			"get my back strong again", "losses down to 4%", "sales back up to 10k", "the left shoulder pain-free",
			"the kitchen floor clean and dry", "a garden full of butterflies",
		}},
		{"a plain verb of hand and body is an act", "en", lens.Action, []string{
			"Glide to the wall", "Dive off the low board", "Splash about with Mia", "Putt on the carpet", "Hoe between the beans",
			"Earth up the potatoes", "Top and tail the gooseberries", "Wade out to the second buoy", "Chat to Mrs Bell over the fence",
		}},
		{"a verb of a result is none with a thing at hand", "en", lens.Action, []string{
			"Beat the rug outside", "Lift the dahlias before the frost", "Serve 30 balls to the left side", "mend the lamp",
			"Throw the ball for Rex", "Roll out my hips", "Turn the collar of the old shirt", "Balance on my left leg",
			"Try the first exercise on page 40", "roll the dough into a ball", "reach for my toes",
		}},
		{"and is one without", "en", lens.Outcome, []string{
			"beat insomnia", "serve 100 customers a day", "mend my marriage", "turn my doodles into a full-time income", "lift 100 kg",
			"reach C1 in French", "reach for the stars",
		}},
		{"what can be a noun is one before another", "en", lens.NoVerb, []string{"butter", "stone wall", "card shop", "float", "back pain"}},
		{"a comparison goes on", "en", lens.Vague, []string{"dive deeper into history", "train harder at the gym", "balance work and family"}},
		{"a date before the verb is left out", "en", lens.Vague, []string{
			"by March work on my fitness", "By the end of March work on my fitness", "by 30 June work on my fitness",
			"by June 30 work on my fitness", "by next week work on my fitness", "on 12 May work on my fitness",
			"from Monday work on my sleep", "before Christmas work on my fitness",
		}},
		{"and what only looks like one is not", "en", lens.Action, []string{"march on the spot for two minutes", "every Tuesday: run"}},
		{"a time before the verb counts as one behind it", "en", lens.Action, []string{"next week exercise", "tomorrow exercise"}},
		{"without a break is a feat", "en", lens.Outcome, []string{
			"Swim 50 lengths without a break by June", "Swim better, 1000 m without stopping, by 30 June",
		}},
		{"nicht mehr vergleicht nicht", "de", lens.Outcome, []string{"nicht mehr ständig müde sein"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, title := range test.titles {
				if got := lens.Check(test.lang, title); got.Kind != test.kind {
					t.Errorf("%q is %q because of %q, want %q", title, got.Kind, got.Word, test.kind)
				}
			}
		})
	}
}

// The word stands in a sentence: "more often than what?", "run a marathon is an outcome".
func TestWordReads(t *testing.T) {
	tests := []struct {
		name   string
		lang   string
		reason string
		words  map[string]string
	}{
		{"… than what?", "en", lens.ReasonMore, map[string]string{
			"Swim more regularly": "more regularly", "garden more often": "more often", "go out more often": "more often",
			"drink more water": "more", "eat less sugar": "less",
			"take it less seriously": "less seriously", "get fitter": "fitter", "yodel more regularly": "more regularly",
			"be more creative": "more creative", "more exercise": "more",
		}},
		{"how much, or when?", "en", lens.ReasonMeasure, map[string]string{
			"swim regularly": "regularly", "exercise often": "often", "no sugar": "no", "zero waste": "zero",
		}},
		{"… : doing what?", "en", lens.ReasonOpen, map[string]string{
			"use my time wisely": "use my time wisely", "do something creative": "do something creative", "improved posture": "improved posture",
			"be more patient with Mum": "be more patient",
		}},
		{"… is an outcome", "en", lens.ReasonResult, map[string]string{
			"Swim better, 1000 m without stopping, by 30 June": "1000 m without stopping",
			"Swim 1000 m without stopping":                     "swim 1000 m without stopping",
			"run a marathon by May":                            "run a marathon", "be debt free by June": "be debt free",
			"get promoted": "get promoted", "have a good credit score": "have a good credit score", "grow my business": "grow",
			"be at peace with my sister": "be at peace",
		}},
		{"… than what? (de)", "de", lens.ReasonMore, map[string]string{
			"öfter schwimmen": "öfter", "mehr Sport machen": "mehr", "regelmäßiger wandern": "regelmäßiger",
		}},
		{"… is an outcome (de)", "de", lens.ReasonResult, map[string]string{
			"schuldenfrei sein": "schuldenfrei sein", "die Prüfung bestehen": "bestehen",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			names(t, test.lang, test.words)
			for title := range test.words {
				if got := lens.Check(test.lang, title); got.Reason != test.reason {
					t.Errorf("%q: %q, want %q", title, got.Reason, test.reason)
				}
			}
		})
	}
}
