package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cairn/db"
	"cairn/internal/plan"
	"cairn/internal/prefs"
	"cairn/internal/workspace"
)

// A word that a person may have written anywhere.
const secret = "Rosebud"

func TestTheLogQuotesNobody(t *testing.T) {
	said := logged(t, func() {
		folder := filepath.Join(t.TempDir(), secret)
		v := vaultAt(t, filepath.Join(folder, secret+".cairn"))
		wantStage(t, started(v, secret), "plan", "")
		title := workspace.NewItem{Place: plan.Place{PlanID: secret}, Title: secret}
		_, err := (&Items{v.k}).Add(title)
		wire(err)
		_, err = run(v.k, func(house, context.Context) (plan.Changes, error) { panic(secret) })
		wire(err)
		wire(fmt.Errorf("open %s: %w", secret, errors.New(secret)))
		wire(fmt.Errorf("move: %w", &fs.PathError{Op: "open", Path: secret, Err: syscall.EACCES}))
		wire(&db.Problem{Code: db.Damaged, Path: secret, Err: errors.New(secret)})
		write(t, filepath.Join(folder, "no.cairn"), []byte(secret))
		_, err = v.Open(filepath.Join(folder, "no.cairn"))
		wire(err)
		codeOf(secret, errors.New(secret))
		wailsLog{}.Error("cannot read /home/" + secret + "/x")
		wailsLog{}.Fatal(`cannot read C:\Users\` + secret)
		if err := (&Log{}).Note(Mishap{Name: secret + ": no", Places: []string{secret, "index-B1.js:1:2"}}); err != nil {
			t.Fatal(err)
		}
		slog.Error("anything", "any", struct{ Title string }{secret})
	})
	if strings.Contains(said, secret) {
		t.Errorf("the log quotes a person:\n%s", said)
	}
	for _, want := range []string{"a call panicked", "move vault denied open errno 13", "vault damaged", "index-B1.js:1:2"} {
		if !strings.Contains(said, want) {
			t.Errorf("the log does not say %q:\n%s", want, said)
		}
	}
}

// logged is what the log says while something is done.
func logged(t *testing.T, do func()) string {
	t.Helper()
	before := slog.Default()
	defer slog.SetDefault(before)
	var said bytes.Buffer
	slog.SetDefault(slog.New(logTo(&said, slog.LevelInfo)))
	do()
	return said.String()
}

// Whoever logs something new thinks about what may stand in it, and adds it
// here.
func TestWhatIsLogged(t *testing.T) {
	values := map[string]bool{
		"err": true, "version": true, `runtime.GOOS + " " + runtime.GOARCH`: true, "runtime.Version()": true,
		`fmt.Sprintf("%T", reason)`: true, "string(debug.Stack())": true,
		"only(word, in.Name)": true, "places(in.Places)": true,
	}
	eachSource(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(node ast.Node) bool {
			call, isCall := node.(*ast.CallExpr)
			if !isCall || !slogs(call) {
				return true
			}
			for i, arg := range call.Args {
				said := types.ExprString(arg)
				_, constant := arg.(*ast.BasicLit)
				switch {
				case constant, i == 0 && said == "unquoted(message)", i > 0 && i%2 == 0 && values[said]:
				default:
					t.Errorf("%s logs %s", path, said)
				}
			}
			return true
		})
	})
}

func slogs(call *ast.CallExpr) bool {
	switch types.ExprString(call.Fun) {
	case "slog.Debug", "slog.Info", "slog.Warn", "slog.Error", "slog.Log", "slog.LogAttrs":
		return true
	default:
		return false
	}
}

func TestStartLog(t *testing.T) {
	before := slog.Default()
	defer slog.SetDefault(before)
	folder := filepath.Join(t.TempDir(), "state")
	end := startLog(folder)
	slog.Error("something broke", "err", errors.New(secret))
	end()
	said := string(bytesAt(logFile(folder)))
	for _, want := range []string{"msg=started version=" + version, "something broke", "*errors.errorString", "msg=ended"} {
		if !strings.Contains(said, want) {
			t.Errorf("the log does not say %q:\n%s", want, said)
		}
	}
	if info, err := os.Stat(logFile(folder)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the log is %v, %v", info, err)
	}
}

func TestShowLog(t *testing.T) {
	err := (&Log{w: newWindow(prefs.Nowhere())}).Show()
	wantRefusal(t, err, "error.no_log")
}

func TestUnquoted(t *testing.T) {
	for line, want := range map[string]string{
		"Unable to open default system browser":                               "wails: Unable to open default system browser",
		`process message error: no method -> C{"name":"app.Items.Add"}`:       "wails: process message error: no method -> C …",
		`method 'app.Diary.Read' not registered`:                              "wails: method …",
		`error parsing arguments: json: cannot unmarshal "my secret" into Go`: "wails: error parsing arguments: json: cannot unmarshal …",
		"cannot open /home/ada/secret":                                        "wails: cannot open …",
	} {
		if got := unquoted(line); got != want {
			t.Errorf("unquoted(%q) = %q, want %q", line, got, want)
		}
	}
}
