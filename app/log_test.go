package app

import "testing"

func TestUnquoted(t *testing.T) {
	for line, want := range map[string]string{
		"Unable to open default system browser":                               "wails: Unable to open default system browser",
		`process message error: no method -> C{"name":"app.Items.Add"}`:       "wails: process message error: no method -> C …",
		`method 'app.Diary.Read' not registered`:                              "wails: method …",
		`error parsing arguments: json: cannot unmarshal "my secret" into Go`: "wails: error parsing arguments: json: cannot unmarshal …",
	} {
		if got := unquoted(line); got != want {
			t.Errorf("unquoted(%q) = %q, want %q", line, got, want)
		}
	}
}
