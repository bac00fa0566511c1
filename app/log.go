package app

import (
	"log/slog"
	"strings"
)

// wailsLog keeps what Wails says and drops what it quotes: its lines end with
// the message that the page had sent, and with it the words of a person.
type wailsLog struct{}

func (wailsLog) Print(string)           {}
func (wailsLog) Trace(string)           {}
func (wailsLog) Debug(string)           {}
func (wailsLog) Info(string)            {}
func (wailsLog) Warning(message string) { slog.Warn(unquoted(message)) }
func (wailsLog) Fatal(message string)   { slog.Error(unquoted(message)) }

// Error leaves out the one line that every page in a browser causes by saying
// that it is ready, which only the window's own page needs to say.
func (wailsLog) Error(message string) {
	if !strings.HasSuffix(message, "runtime:ready") {
		slog.Error(unquoted(message))
	}
}

// unquoted cuts a line before the first thing that it quotes.
func unquoted(message string) string {
	end := strings.IndexAny(message, "{[\"'`")
	if end < 0 {
		return "wails: " + message
	}
	return "wails: " + strings.TrimSpace(message[:end]) + " …"
}
