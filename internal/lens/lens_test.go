package lens_test

import (
	"testing"

	"cairn/internal/lens"
)

// What the seeds call an action, an outcome, an implementation: S1, and S4 in
// its paragraphs on action and implementation.
func TestSeeds(t *testing.T) {
	seeds := map[lens.Kind][]string{
		lens.Action: {
			"sending an email", "applying to a position", "refining your resume", "hiring a career coach",
			"send an email", "apply to a position", "refine my resume", "hire a career coach",
			"put on your shoes and go for a walk", "reply back to an email from your boss",
			"call your mother", "put something into the oven for dinner", "put something into the oven",
		},
		lens.Outcome: {"grow my business", "Grow my business.", "I want to grow my business"},
		lens.Project: {
			"Launching a campaign", "executing a strategic business plan", "community reach out",
			"publishing a book", "publish a book",
		},
	}
	for kind, titles := range seeds {
		for _, title := range titles {
			if got := lens.Check("en", title); got.Kind != kind {
				t.Errorf("%q is %q because of %q, want %q", title, got.Kind, got.Word, kind)
			}
		}
	}
}

// The table of lens.md, and how it tells the steps of a book in S4 apart.
func TestTable(t *testing.T) {
	table := map[lens.Kind][]string{
		lens.Action: {
			"start writing for 10 minutes every day", "write a certain number of words every day", "find an editor",
			"Find an editor and begin the revision process", "Decide between traditional publishing or self-publishing",
			"Design the cover", "ask Grace how she lost 10 kilos", "no phone in the bedroom after ten", "get milk",
			"make an appointment", "build a shelf", "study Spanish for 15 minutes",
			"stop ordering takeaway on weeknights", "work on my fitness for 30 minutes", "stay where I am until 1 March",
			"exercise first thing", "exercise next week",
		},
		lens.Outcome: {
			"lose 10 kg", "be debt free by June", "get promoted", "portfolio finished", "portfolio updated",
			"get organised", "make a difference", "stop being tired", "my inbox is empty", "financial freedom",
		},
		lens.Project: {"Put together a manuscript", "plan the wedding", "build a house"},
		lens.Vague: {
			"work on my fitness", "network more", "be better with money", "drink more water", "sort out my life",
			"try to eat better", "focus on family", "stop procrastinating", "more exercise",
		},
		lens.NoVerb: {"dentist", "taxes", "CV", "garden project", "call list", "book club"},
	}
	for kind, titles := range table {
		for _, title := range titles {
			if got := lens.Check("en", title); got.Kind != kind {
				t.Errorf("%q is %q because of %q, want %q", title, got.Kind, got.Word, kind)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	t.Run("names the word that gave it away, as it was typed but small", func(t *testing.T) {
		names(t, "en", map[string]string{
			"I want to GROW my business": "grow", "drink more water": "more", "portfolio finished": "finished",
			"publishing a book": "book", "garden project": "project", "I’m debt free": "i’m debt free", "don’t worry": "don’t",
		})
	})

	t.Run("names a verb whole, as far as it stands together", func(t *testing.T) {
		names(t, "en", map[string]string{
			"work on my fitness": "work on", "Sort OUT my finances": "sort out", "sort my finances out": "sort",
			"looking into other careers": "looking into", "I should deal with my stress": "deal with",
			"get my act together": "get my act together", "figure my career out": "figure", "get out of my head": "get out of",
		})
	})

	t.Run("offers repairs for all but an action", func(t *testing.T) {
		for title, first := range map[string]lens.Repair{
			"grow my business": lens.MakeGoal, "plan the wedding": lens.Split, "drink more water": lens.AddHowMuch,
			"work on my fitness": lens.AddWhat, "dentist": lens.AddVerb, "stop ordering takeaway on weeknights": lens.SayInstead,
		} {
			got := lens.Check("en", title)
			if len(got.Repairs) == 0 || got.Repairs[0] != first {
				t.Errorf("%q: %v, want %q first", title, got.Repairs, first)
			}
		}
		if got := lens.Check("en", "send an email"); len(got.Repairs) > 0 || got.Reason != lens.ReasonNothing {
			t.Errorf("an action is told: %+v", got)
		}
	})

	t.Run("leaves out what stands before the verb, and takes -ing for the verb", func(t *testing.T) {
		for title, kind := range map[string]lens.Kind{
			"send the invoice": lens.Action, "lose 10 kg": lens.Outcome, "plan the wedding": lens.Project, "do something about it": lens.Vague,
		} {
			begins := []string{"", "I want to ", "I'd like to ", "need to ", "to ", "- ", "☐ ", "1. ", "3/10 ", "Monday: ", "This week: ", "Please "}
			for _, begin := range begins {
				if got := lens.Check("en", begin+title); got.Kind != kind {
					t.Errorf("%q is %q", begin+title, got.Kind)
				}
			}
		}
		for title, kind := range map[string]lens.Kind{
			"sending the invoice": lens.Action, "losing 10 kg": lens.Outcome, "planning the wedding": lens.Project, "getting promoted": lens.Outcome,
			"meeting Carlos for lunch": lens.Action, "meeting notes": lens.NoVerb, "running shoes": lens.NoVerb,
		} {
			if got := lens.Check("en", title); got.Kind != kind {
				t.Errorf("%q is %q", title, got.Kind)
			}
		}
	})

	t.Run("says nothing of what it cannot read", func(t *testing.T) {
		for _, asked := range [][2]string{{"en", ""}, {"en", "…!?"}, {"xx", "grow my business"}, {"", "grow my business"}} {
			if got := lens.Check(asked[0], asked[1]); got.Kind != lens.None {
				t.Errorf("%q: %+v", asked, got)
			}
		}
	})

	t.Run("knows a language by the beginning of its tag", func(t *testing.T) {
		for _, tag := range []string{"en", "en-GB", "EN-us"} {
			if got := lens.Check(tag, "get promoted"); got.Kind != lens.Outcome {
				t.Errorf("%s: %+v", tag, got)
			}
		}
	})
}

// names checks by which word titles are judged.
func names(t *testing.T, lang string, words map[string]string) {
	t.Helper()
	for title, word := range words {
		if got := lens.Check(lang, title); got.Word != word {
			t.Errorf("%q: by %q, want %q", title, got.Word, word)
		}
	}
}

// German is a pack like any other: its verbs stand at the end.
func TestGerman(t *testing.T) {
	table := map[lens.Kind][]string{
		lens.Action: {
			"meine Mutter anrufen", "E-Mail an Anna schicken", "einen Termin beim Zahnarzt vereinbaren", "Rechnung bezahlen",
			"ich rufe meine Mutter an", "10 Minuten Klavier üben", "jeden Tag 500 Wörter schreiben", "Milch kaufen",
			"einen Coach engagieren", "vor dem Schlafen 20 Seiten lesen", "an meiner Fitness 30 Minuten arbeiten",
		},
		lens.Outcome: {
			"mein Geschäft vergrößern", "10 Kilo abnehmen", "schuldenfrei sein", "befördert werden", "Portfolio fertig",
			"einen neuen Job finden", "Umsatz verdoppeln", "Küche renoviert",
		},
		lens.Project: {
			"eine Kampagne starten", "ein Buch schreiben", "die Hochzeit planen", "einen Onlineshop aufbauen", "nach Berlin umziehen",
		},
		lens.Vague: {
			"an meiner Fitness arbeiten", "mehr Wasser trinken", "früher aufstehen", "mich gesünder ernähren", "besser mit Geld umgehen",
		},
		lens.NoVerb: {"Zahnarzt", "Steuern", "Gartenprojekt"},
	}
	for kind, titles := range table {
		for _, title := range titles {
			if got := lens.Check("de", title); got.Kind != kind {
				t.Errorf("%q is %q because of %q, want %q", title, got.Kind, got.Word, kind)
			}
		}
	}

	t.Run("names a verb whole, as far as it stands together", func(t *testing.T) {
		names(t, "de", map[string]string{
			"räume auf": "räume auf", "räume mein Zimmer auf": "räume", "denke nach": "denke nach",
			"Sport treiben": "sport treiben", "organisierter sein": "organisierter sein", "an meiner Fitness arbeiten": "arbeiten",
		})
	})
}
