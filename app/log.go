package app

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"cairn/internal/logbook"
)

// startLog sends what is logged to the terminal and, with everything else that
// is worth knowing later, to a file of this user. Nothing of a person's stands
// in either: see safely.
func startLog(folder string) (end func()) {
	terminal := logTo(os.Stderr, slog.LevelWarn)
	slog.SetDefault(slog.New(terminal))
	if folder == "" {
		return func() {}
	}
	book, err := logbook.Open(logFile(folder))
	if err != nil {
		slog.Warn("there is no log", "err", err)
		return func() {}
	}
	slog.SetDefault(slog.New(slog.NewMultiHandler(terminal, logTo(book, slog.LevelInfo))))
	slog.Info("started", "version", version, "system", runtime.GOOS+" "+runtime.GOARCH, "go", runtime.Version())
	return func() {
		slog.Info("ended")
		slog.SetDefault(slog.New(terminal))
		_ = book.Close() // there is nowhere left to say it
	}
}

func logFile(folder string) string { return filepath.Join(folder, "cairn.log") }

func logTo(out io.Writer, level slog.Level) slog.Handler {
	return slog.NewTextHandler(out, &slog.HandlerOptions{Level: level, ReplaceAttr: safely})
}

// safely keeps out of the log what an error may quote: a path, and in it the
// name of a person, or what somebody wrote. Of an error only its codes stand
// there. The other values are ours: every call of slog names constants, counts
// and places in our own source, and log_test.go holds them to it.
func safely(_ []string, attr slog.Attr) slog.Attr {
	switch value := attr.Value.Any().(type) {
	case error:
		return slog.String(attr.Key, coded(value))
	case string, bool, int64, uint64, float64, slog.Level:
		return attr
	default:
		if attr.Value.Kind() == slog.KindTime || attr.Value.Kind() == slog.KindDuration {
			return attr
		}
		return slog.String(attr.Key, fmt.Sprintf("%T", value))
	}
}

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

// unquoted cuts a line before the first thing that it quotes, or a path.
func unquoted(message string) string {
	end := strings.IndexAny(message, "{[\"'`/\\")
	if end < 0 {
		return "wails: " + message
	}
	return "wails: " + strings.TrimSpace(message[:end]) + " …"
}
