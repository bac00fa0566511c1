package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestHours(t *testing.T) {
	b := newBundle(t)
	none := func() {
		t.Helper()
		_, err := b.Hours(b.ctx())
		b.refused(plan.Conflict, "error.no_hours")(plan.Changes{}, err)
	}
	none()
	meet := func(on string, body plan.Body) {
		body["on"] = on
		b.ok(b.SetAspect(b.ctx(), AspectEdit{Kind: plan.Hours, Body: body}))
	}
	agree := func() {
		b.ok(b.SetAspect(b.ctx(), AspectEdit{Kind: plan.Agreement, Body: plan.Body{"listed": true}}))
	}
	b.opened(b.AddClient(b.ctx(), "Ada Marlow"))
	meet("2026-02-20", plan.Body{"minutes": 45.0})
	none() // nobody asked Ada yet
	agree()
	client := b.loaded().Clients[0]
	client.Alias = "A."
	b.ok(b.SetClient(b.ctx(), client))
	b.opened(b.AddClient(b.ctx(), "Bo Lind"))
	agree()
	meet("2026-02-01", plan.Body{"minutes": 60.0, "paid": true, "present": true, "note": "=1+2"})
	b.opened(b.AddClient(b.ctx(), "Cy Unasked"))
	meet("2026-02-02", plan.Body{"minutes": 60.0})

	raw, err := b.Hours(b.ctx())
	b.must(err)
	want := []string{
		"\uFEFFDate,Client,Minutes,Paid,In person,Note",
		"2026-02-01,Bo Lind,60,yes,yes,'=1+2",
		"2026-02-20,A.,45,no,no,", "",
	}
	if got := string(raw); got != strings.Join(want, "\r\n") {
		t.Errorf("%q", got)
	}
	b.must(b.Share(b.ctx(), true))
	if raw, err := b.Hours(b.ctx()); plan.CodeOf(err) != plan.Conflict || raw != nil {
		t.Errorf("somebody looks on and is told %q", raw)
	}
}
