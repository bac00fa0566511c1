package app

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"cairn/internal/media"
	"cairn/internal/plan"
)

// policy is the strict one: a script that ran in the page could call every
// bound method, so only our own files run, and nothing loads from elsewhere.
// The same header holds in the browser bridge, where 'self' covers its socket.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; " +
	"img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
	"frame-src 'none'; form-action 'none'; base-uri 'none'"

// serve puts the guards on every answer and adds the answers that are not files:
// what the page begins with, everything that the open client has planned, and
// its pictures. A binding would be ten times slower for the megabytes of a plan.
func serve(k *keep, w *window) func(files http.Handler) http.Handler {
	return func(files http.Handler) http.Handler {
		rooms := http.NewServeMux()
		rooms.Handle("/", files)
		rooms.HandleFunc("GET /begin.json", give(func() (beginning, error) { return beginningOf(k, w) }))
		rooms.HandleFunc("GET /client.json", give(k.client))
		rooms.HandleFunc("GET /media/{hash}/{edge}", k.picture)
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

// picture answers GET /media/{hash}/{edge} with a picture of the open client in
// one of the sizes of media.Edges. What a hash names never changes, so it is
// asked for once.
func (k *keep) picture(w http.ResponseWriter, r *http.Request) {
	edge, err := strconv.Atoi(r.PathValue("edge"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	file, err := run(k, func(h house, ctx context.Context) (media.File, error) {
		return h.PictureFile(ctx, r.PathValue("hash"), edge)
	})
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", file.Type)
	w.Header().Set("Content-Length", strconv.Itoa(len(file.Data)))
	w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	_, _ = w.Write(file.Data) // the window is gone: nobody is left to tell
}

// client is everything that the open client has planned.
func (k *keep) client() (plan.Changes, error) {
	return run(k, house.Load)
}

// give answers with what there is, or with the refusal that a binding would
// have sent.
func give[Out any](what func() (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		out, err := what()
		if err != nil {
			answerJSON(w, http.StatusConflict, refusalOf(err))
			return
		}
		answerJSON(w, http.StatusOK, out)
	}
}

func answerJSON(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		slog.Error("an answer has no JSON", "err", err)
		status = http.StatusInternalServerError
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body) // the window is gone: nobody is left to tell
}
