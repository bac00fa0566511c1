package workspace

import (
	"archive/zip"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // zones, on machines that have none

	"cairn/internal/plan"
)

// On a journey, and when the clock jumps, no day that was said shifts, and what
// was done last is undone first.
func TestNoDayShifts(t *testing.T) {
	home := time.Local
	t.Cleanup(func() { time.Local = home })
	const day, hour = 24 * time.Hour, time.Hour
	jumps := []time.Duration{0, day, -2 * day, 3653 * day, -7306 * day, hour, 3654 * day}
	b := newBundle(t)
	ids := b.book()
	want := plan.Dates{ID: ids["Write"], Start: "2026-03-29", Due: "2028-02-29"}
	b.ok(b.SetDates(b.ctx(), []plan.Dates{want}))
	promise := Promise{ItemID: ids["Write"], Day: want.Due, Time: "02:30", Zone: "Europe/Oslo", Strength: 7}
	b.ok(b.Commit(b.ctx(), promise))
	b.say(ids["Write"], plan.Log, plan.Body{"on": "2026-10-25", "amount": 22.0})

	for n, zone := range zones(t) {
		var err error
		if time.Local, err = time.LoadLocation(zone); err != nil {
			t.Fatal(err)
		}
		jump := jumps[n%len(jumps)]
		b.clock = b.clock.Add(jump).Local()
		b.ok(b.SetEstimate(b.ctx(), []string{ids["Write"]}, 10))
		b.ok(b.Undo(b.ctx()))
		if n%20 == 0 {
			b.restart()
		}
		item := b.mirror.items[ids["Write"]]
		if item.Start != want.Start || item.Due != want.Due || item.EstimateMin != 0 {
			t.Fatalf("in %s, %v on: from %s to %s, %d min", zone, jump, item.Start, item.Due, item.EstimateMin)
		}
		for _, said := range b.mirror.said {
			switch on := said.Body["on"]; {
			case said.Kind == plan.Promise && (on != want.Due || said.Body["time"] != "02:30"),
				said.Kind == plan.Log && on != "2026-10-25":
				t.Fatalf("in %s, %v on: %v", zone, jump, said.Body)
			}
		}
	}
}

// zones are all that Go knows.
func zones(t *testing.T) []string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	all, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib", "time", "zoneinfo.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer all.Close()
	names := []string{}
	for _, file := range all.File {
		if !strings.HasSuffix(file.Name, "/") {
			names = append(names, file.Name)
		}
	}
	if len(names) < 500 {
		t.Fatalf("only %d zones", len(names))
	}
	return names
}
