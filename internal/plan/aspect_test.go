package plan

import (
	"errors"
	"strings"
	"testing"
)

// aspectKinds are all kinds of aspect, and whether they hang on an item.
var aspectKinds = map[AspectKind]bool{
	Aim: true, Measure: true, Entry: true, Barrier: true, Strategy: true, Need: true, Gap: true, Part: true,
	Worth: true, Choice: true, Option: true, Voice: true, Thought: true,
	Pick: true, Wait: true, Promise: true, Routine: true, Log: true, Fit: true, Value: false, Person: false, Resource: false, Week: false, Off: false,
	Interest: false, Aspiration: false, Strength: false, Priority: false, Rating: false, Scene: false, Question: false,
	Reflection: false, Tension: false, Foundation: false, Outlook: true, Rated: true, Recheck: true,
	Headway: true, Celebration: true, Checkpoint: false, Rhythm: false, Checkin: false, Setback: false,
}

func TestValidAspect(t *testing.T) {
	for kind, onItem := range aspectKinds {
		if err := ValidAspect(kind, map[bool]string{true: "item"}[onItem]); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if err := ValidAspect(kind, map[bool]string{false: "item"}[onItem]); CodeOf(err) != Invalid {
			t.Errorf("%s hangs on the wrong thing: %v", kind, err)
		}
	}
	if err := ValidAspect("mood", "item"); CodeOf(err) != Invalid {
		t.Errorf("mood: %v", err)
	}
}

func TestMergeBody(t *testing.T) {
	for name, c := range map[string]struct {
		kind AspectKind
		over Body
		key  string // of the refusal
	}{
		"a text":                    {Aim, Body{"statement": "A book\r\nin a shop"}, ""},
		"a text that is too long":   {Aim, Body{"statement": strings.Repeat("x", MaxText+1)}, "error.text_long"},
		"a line":                    {Barrier, Body{"what": "Rain"}, ""},
		"a line that shows nothing": {Barrier, Body{"what": "\u200b"}, "error.title_empty"},
		"no text":                   {Barrier, Body{"what": true}, "error.field_unknown"},
		"a day":                     {Thought, Body{"on": "2028-02-29"}, ""},
		"no day":                    {Thought, Body{"on": "2027-02-29"}, "error.date_invalid"},
		"a day of a number":         {Thought, Body{"on": 5.0}, "error.field_unknown"},
		"a time of day":             {Strategy, Body{"time": "07:30"}, ""},
		"no time of day":            {Strategy, Body{"time": "24:00"}, "error.time_invalid"},
		"a time of a number":        {Strategy, Body{"time": 7.0}, "error.time_invalid"},
		"a word":                    {Voice, Body{"sort": "insight"}, ""},
		"another word":              {Voice, Body{"sort": "gossip"}, "error.field_unknown"},
		"a number":                  {Need, Body{"amount": -2.5}, ""},
		"a number without end":      {Need, Body{"amount": 1e13}, "error.number_range"},
		"no number":                 {Need, Body{"amount": "two"}, "error.number_range"},
		"a mark on the ruler":       {Worth, Body{"strength": 10.0}, ""},
		"a mark beyond it":          {Worth, Body{"strength": -1.0}, "error.ruler_range"},
		"a count":                   {Strategy, Body{"worked": 3.0}, ""},
		"half a count":              {Strategy, Body{"worked": 0.5}, "error.number_range"},
		"yes":                       {Value, Body{"core": true}, ""},
		"no":                        {Value, Body{"core": false}, "error.field_unknown"},
		"a pile":                    {Value, Body{"pile": "not", "from": "honesty"}, ""},
		"no pile":                   {Value, Body{"pile": "maybe"}, "error.field_unknown"},
		"a horizon":                 {Outlook, Body{"horizon": 3.0, "unit": "years"}, ""},
		"half a horizon":            {Outlook, Body{"horizon": 2.5}, "error.number_range"},
		"how a vision feels":        {Rated, Body{"on": "2026-03-02", "clarity": 7.0}, ""},
		"more than it can be":       {Rating, Body{"today": 11.0}, "error.ruler_range"},
		"a share":                   {Headway, Body{"own": 100.0, "weight": 3.0}, ""},
		"more than all":             {Headway, Body{"own": 101.0}, "error.percent_range"},
		"half a percent":            {Headway, Body{"own": 0.5}, "error.percent_range"},
		"how it goes":               {Checkin, Body{"on": "2026-03-02", "mood": 6.0, "ending": "letgo"}, ""},
		"an end that is none":       {Checkin, Body{"ending": "fail"}, "error.field_unknown"},
		"every other week":          {Rhythm, Body{"planId": "p", "from": "2028-02-29", "every": 2.0, "unit": "weeks"}, ""},
		"every hour":                {Rhythm, Body{"unit": "hours"}, "error.field_unknown"},
		"where an entry came from":  {Entry, Body{"value": 2.0, "fromId": "c"}, ""},
		"no picture of a feast":     {Celebration, Body{"picture": "feast.png"}, "error.field_unknown"},
		"neither for nor against":   {Fit, Body{"valueId": "v", "with": "neutral"}, ""},
		"a recurrence":              {Routine, Body{"rule": "FREQ=DAILY"}, ""},
		"each second":               {Routine, Body{"rule": "FREQ=SECONDLY"}, "error.rule_unknown"},
		"what the kind has not":     {Value, Body{"amount": 1.0}, "error.field_unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := MergeBody(c.kind, nil, c.over)
			var refused *Error
			if errors.As(err, &refused) != (c.key != "") || refused != nil && refused.Key != c.key {
				t.Errorf("got %v, want %q", err, c.key)
			}
		})
	}
	t.Run("says some fields anew, takes some away and leaves the body it came from", func(t *testing.T) {
		old := Body{"what": "Rain", "where": "outer", "likely": "low"}
		got, err := MergeBody(Barrier, old, Body{"likely": "high", "where": nil, "impact": ""})
		if err != nil || len(got) != 2 || got["what"] != "Rain" || got["likely"] != "high" {
			t.Errorf("%v, %v", got, err)
		}
		if len(old) != 3 || old["likely"] != "low" {
			t.Errorf("the old body is %v", old)
		}
	})
}
