package plan

import "testing"

func TestCleanRule(t *testing.T) {
	for rule, want := range map[string]string{
		"freq=daily ":                                   "FREQ=DAILY",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH":            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
		"FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1":  "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
		"FREQ=MONTHLY;BYDAY=-1FR":                       "FREQ=MONTHLY;BYDAY=-1FR",
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29":           "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
		"FREQ=DAILY;UNTIL=20270101":                     "FREQ=DAILY;UNTIL=20270101",
		"FREQ=SECONDLY":                                 "",
		"FREQ=MINUTELY;INTERVAL=5":                      "",
		"FREQ=HOURLY":                                   "",
		"FREQ=DAILY;BYSECOND=1":                         "",
		"FREQ=DAILY;FREQ=DAILY":                         "",
		"FREQ=DAILY;INTERVAL=0":                         "",
		"FREQ=DAILY;COUNT=3;UNTIL=20270101":             "",
		"FREQ=DAILY;UNTIL=20270230":                     "",
		"FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31":         "",
		"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
		"FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=3":          "",
		"FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=3":             "",
		"FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20":          "",
		"FREQ=WEEKLY;BYDAY=2MO":                         "",
		"FREQ=WEEKLY;BYMONTHDAY=2":                      "",
		"INTERVAL=2":                                    "",
		"every day":                                     "",
		"":                                              "",
	} {
		got, err := CleanRule(rule)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("CleanRule(%q) = %q, %v; want %q", rule, got, err, want)
		}
	}
}

func FuzzCleanRule(f *testing.F) {
	f.Add("FREQ=WEEKLY;BYDAY=MO")
	f.Fuzz(func(t *testing.T, rule string) {
		kept, err := CleanRule(rule)
		if err != nil {
			return
		}
		if again, err := CleanRule(kept); again != kept || err != nil {
			t.Errorf("%q is kept as %q, which is then %q, %v", rule, kept, again, err)
		}
	})
}
