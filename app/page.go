package app

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"cairn/internal/text"
)

// policy is the strict one: a script that ran in the page could call every
// bound method, so only our own files run, and nothing loads from elsewhere.
// The same header holds in the browser bridge, where 'self' covers its socket.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; " +
	"img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
	"frame-src 'none'; form-action 'none'; base-uri 'none'"

// serve puts the guards on every answer and adds the two answers that are not
// files: the texts, and everything that the open client has planned. A binding
// would be ten times slower for the megabytes of the latter.
func serve(k *keep) func(files http.Handler) http.Handler {
	return func(files http.Handler) http.Handler {
		rooms := http.NewServeMux()
		rooms.Handle("/", files)
		rooms.HandleFunc("GET /text/{file}", words)
		rooms.HandleFunc("GET /client.json", k.client)
		return guard(blank(rooms))
	}
}

// blank leaves the bridge's own window empty. It is looked at in a browser, and
// a second page would take the news that are for that one.
func blank(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if bridged && strings.HasPrefix(r.Host, "wails") {
			w.Header().Set("Content-Type", "text/html")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

// words answers with the catalogue of a language: /text/en.json.
func words(w http.ResponseWriter, r *http.Request) {
	lang, isJSON := strings.CutSuffix(r.PathValue("file"), ".json")
	catalogue, err := text.Catalogue(lang)
	if !isJSON || err != nil {
		http.NotFound(w, r)
		return
	}
	answer(w, http.StatusOK, catalogue)
}

// client answers with the whole client that is open, or with the refusal that
// a binding would have sent. That there is none yet is no fault: the page asks
// at every start, before it knows.
func (k *keep) client(w http.ResponseWriter, _ *http.Request) {
	everything, err := run(k, house.Load)
	switch {
	case errors.Is(err, errNoVault):
		w.WriteHeader(http.StatusNoContent)
	case err != nil:
		answerJSON(w, http.StatusConflict, refusalOf(err))
	default:
		answerJSON(w, http.StatusOK, everything)
	}
}

func answerJSON(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		slog.Error("an answer has no JSON", "err", err)
		status = http.StatusInternalServerError
	}
	answer(w, status, body)
}

func answer(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body) // the window is gone: nobody is left to tell
}
