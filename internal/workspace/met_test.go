package workspace

import (
	"testing"

	"cairn/internal/plan"
)

func TestMet(t *testing.T) {
	b := newBundle(t)
	b.sealed()
	b.opened(b.AddClient(b.ctx(), "Ada Marlow"))
	ada := b.loaded().Clients[0].ID
	say := func(kind plan.AspectKind, body plan.Body) {
		b.ok(b.SetAspect(b.ctx(), AspectEdit{Kind: kind, Body: body}))
	}
	say(plan.Session, plan.Body{"begun": "2026-02-03T08:00:00Z"})
	session := b.ok(b.SetAspect(b.ctx(), AspectEdit{
		Kind: plan.Session, Body: plan.Body{"begun": "2026-02-10T08:00:00Z"},
	})).Focus
	say(plan.Hours, plan.Body{"on": "2026-02-12", "minutes": 60.0})
	say(plan.Hours, plan.Body{"on": "2026-02-01", "minutes": 60.0})
	say(plan.Assignment, plan.Body{"words": "due", "due": "2026-02-20"})
	say(plan.Assignment, plan.Body{"words": "not yet", "due": "2026-02-21"})
	say(plan.Assignment, plan.Body{"words": "done", "due": "2026-02-20", "done": "2026-02-19"})
	b.note(plan.NextNote, session, plan.Body{"words": "Ask about the boat"})

	of := func(day string) (met Met) {
		t.Helper()
		all, err := b.Met(b.ctx(), day)
		b.must(err)
		for _, one := range all {
			if one.ClientID == ada {
				return one
			}
		}
		t.Fatal("Ada is not among them")
		return met
	}
	want := Met{ClientID: ada, Begun: "2026-02-10T08:00:00Z", On: "2026-02-12", Due: 1, Next: "Ask about the boat"}
	if got := of("2026-02-20"); got != want {
		t.Errorf("%+v", got)
	}
	t.Run("is told of somebody who is not open, too", func(t *testing.T) {
		b.opened(b.AddClient(b.ctx(), "Bo Lind"))
		if got := of("2026-02-20"); got != want {
			t.Errorf("%+v", got)
		}
	})
	t.Run("what greeted the coach does so once, and nothing does while it is locked", func(t *testing.T) {
		b.opened(b.OpenClient(b.ctx(), ada))
		b.LockNow()
		if got := of("2026-02-20").Next; got != "" {
			t.Errorf("%q", got)
		}
		b.opened(b.Unlock(b.ctx(), passphrase))
		b.note(plan.NextNote, session, plan.Body{"met": true})
		if got := of("2026-02-20").Next; got != "" {
			t.Errorf("%q", got)
		}
	})
	t.Run("refuses a day that is none, and whoever looks on", func(t *testing.T) {
		if _, err := b.Met(b.ctx(), "soon"); plan.CodeOf(err) != plan.Invalid {
			t.Error(err)
		}
		b.must(b.Share(b.ctx(), true))
		if all, err := b.Met(b.ctx(), "2026-02-20"); plan.CodeOf(err) != plan.Conflict || all != nil {
			t.Errorf("%v, %v", all, err)
		}
	})
}
