package app

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cairn/internal/prefs"
	"cairn/internal/workspace"
)

func TestServe(t *testing.T) {
	t.Run("the guards stand on every answer", func(t *testing.T) {
		const want = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
			"connect-src 'self'; frame-src 'none'; form-action 'none'; base-uri 'none'"
		for _, path := range []string{"/", "/index.html", "/assets/main.js", "/not/there", "/begin.json", "/client.json"} {
			header := get(t, path).Header()
			if got := header.Get("Content-Security-Policy"); got != want {
				t.Errorf("%s: policy %q", path, got)
			}
			if got := header.Get("Cache-Control"); got != "no-store" {
				t.Errorf("%s: cache %q", path, got)
			}
			if got := header.Get("X-Content-Type-Options"); got != "nosniff" {
				t.Errorf("%s: sniffing %q", path, got)
			}
		}
	})
	t.Run("the page begins with all texts, its look and how things stand", func(t *testing.T) {
		got := get(t, "/begin.json")
		if got.Code != http.StatusOK || got.Header().Get("Content-Type") != "application/json; charset=utf-8" {
			t.Fatalf("answer %d %q", got.Code, got.Header())
		}
		var begin beginning
		if err := json.Unmarshal(got.Body.Bytes(), &begin); err != nil {
			t.Fatal(err)
		}
		if begin.Client != nil || begin.Opening.Stage != "first" || begin.Setting.Look.Zoom != 100 ||
			!bytes.Contains(begin.Texts, []byte(`"error.internal":"`)) {
			t.Errorf("begins with %.200s", got.Body)
		}
	})
	t.Run("without a vault there is no client", func(t *testing.T) {
		got := get(t, "/client.json")
		if got.Code != http.StatusConflict || !strings.Contains(got.Body.String(), "error.no_vault") {
			t.Errorf("answer %d %s", got.Code, got.Body)
		}
	})
}

// Where the hand was comes with what is planned: the first view waits for nothing else.
func TestBeginsWhereOneWas(t *testing.T) {
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	all, err := v.k.client()
	if err != nil {
		t.Fatal(err)
	}
	places := &Places{v.k}
	if err := places.Save(SavePlace{PlanID: all.Show, View: "outline", Data: `{"folded":[]}`}); err != nil {
		t.Fatal(err)
	}
	begin, err := beginningOf(v.k, v.w)
	if err != nil || !slices.Equal(begin.Places, []workspace.Place{{View: "outline", Data: `{"folded":[]}`}}) {
		t.Errorf("begins with %v, %v", begin.Places, err)
	}
}

func TestFrame(t *testing.T) {
	window := frame(nil, &keep{}, newWindow(prefs.Nowhere()))
	t.Run("of a dropped file, Go gets the path", func(t *testing.T) {
		if !window.DragAndDrop.EnableFileDrop {
			t.Error("it falls through the window")
		}
	})
	t.Run("the web view has no menu of its own, with its way back and reload", func(t *testing.T) {
		if window.EnableDefaultContextMenu {
			t.Error("the menu is on")
		}
	})
	t.Run("no address is sent to anybody to be judged", func(t *testing.T) {
		if window.EnableFraudulentWebsiteDetection {
			t.Error("the detection is on")
		}
	})
	t.Run("errors cross as values", func(t *testing.T) {
		if window.ErrorFormatter == nil {
			t.Error("no formatter")
		}
	})
}

// get asks a page with no vault behind it, the way the web view does.
func get(t *testing.T, path string) *httptest.ResponseRecorder {
	t.Helper()
	files := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNotFound)
		}
	})
	window := frame(fstest.MapFS{}, newKeep(), newWindow(prefs.Nowhere()))
	answer := httptest.NewRecorder()
	window.AssetServer.Middleware(files).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	return answer
}
