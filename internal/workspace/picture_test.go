package workspace

import (
	"errors"
	"strings"
	"testing"

	"cairn/db/query"
	"cairn/internal/media"
	"cairn/internal/plan"
)

// drawn is a picture with a hash of so many letters.
func drawn(letter string) media.Picture {
	return media.Picture{Hash: strings.Repeat(letter, 64), Width: 2560, Height: 1280, Files: []media.File{
		{Edge: 2560, Type: "image/jpeg", Data: []byte("large")},
		{Edge: 1200, Type: "image/jpeg", Data: []byte("middle")},
		{Edge: 480, Type: "image/png", Data: []byte("small")},
	}}
}

// keepPicture brings a picture in for the open client.
func (b *bundle) keepPicture(made media.Picture) Picture {
	b.TB.Helper()
	client, _ := b.Client(b.ctx())
	kept, err := b.AddPicture(b.ctx(), client, made)
	if err != nil {
		b.TB.Fatal(err)
	}
	return kept
}

func (b *bundle) hasPicture(hash string) bool {
	b.TB.Helper()
	_, err := b.Picture(b.ctx(), hash)
	if err != nil && plan.CodeOf(err) != plan.NotFound {
		b.TB.Fatal(err)
	}
	return err == nil
}

func (b *bundle) aVision() string {
	b.TB.Helper()
	return b.ok(b.AddItem(b.ctx(), NewItem{Place: plan.Place{PlanID: b.plan}, Kind: plan.Vision, Title: "A book of mine"})).Focus
}

func (b *bundle) cover(itemID, hash string) (plan.Changes, error) {
	return b.SetAspect(b.ctx(), AspectEdit{ItemID: itemID, Kind: plan.Cover, Body: plan.Body{"picture": hash, "alt": "The ferry"}})
}

func TestAddPicture(t *testing.T) {
	t.Run("it is kept once, in its sizes, and is no step", func(t *testing.T) {
		b := newBundle(t)
		before := b.loaded().Undo
		one := b.keepPicture(drawn("a"))
		if again := b.keepPicture(drawn("a")); again != one || one.Width != 2560 {
			t.Errorf("it is %+v and then %+v", one, again)
		}
		if after := b.loaded().Undo; after != before {
			t.Errorf("the last step is %+v", after)
		}
		for edge, want := range map[int]string{2560: "large", 1200: "middle", 480: "small", 481: "middle", 1: "small", 9000: "large"} {
			file, err := b.PictureFile(b.ctx(), one.Hash, edge)
			if err != nil || string(file.Data) != want {
				t.Errorf("at %d it is %q, %v", edge, file.Data, err)
			}
		}
	})
	t.Run("another client does not have it, and a client who is gone gets none", func(t *testing.T) {
		b := newBundle(t)
		client, _ := b.Client(b.ctx())
		one := b.keepPicture(drawn("a"))
		if _, err := b.AddClient(b.ctx(), "Somebody"); err != nil {
			t.Fatal(err)
		}
		if _, err := b.PictureFile(b.ctx(), one.Hash, 480); b.hasPicture(one.Hash) || plan.CodeOf(err) != plan.NotFound {
			t.Errorf("somebody else has it: %v", err)
		}
		var refusal *plan.Error
		if _, err := b.AddPicture(b.ctx(), client, drawn("b")); !errors.As(err, &refusal) || refusal.Key != "error.client_gone" {
			t.Errorf("error %v", err)
		}
	})
	t.Run("one that a celebration shows is in use, and one from elsewhere cannot be shown", func(t *testing.T) {
		b := newBundle(t)
		vision, feast, unused := b.aVision(), b.keepPicture(drawn("a")), b.keepPicture(drawn("b"))
		b.say(vision, plan.Celebration, plan.Body{"on": "2026-03-10", "picture": feast.Hash})
		b.say(vision, plan.Celebration, plan.Body{"on": "2026-03-11", "reward": "A day off"})
		left, err := query.New(b.vault.Read).PictureListUnused(b.ctx(), "9999")
		if err != nil || len(left) != 1 || left[0].Hash != unused.Hash {
			t.Errorf("unused are %v, %v", left, err)
		}
		b.refused(plan.NotFound, "error.picture_gone")(b.SetAspect(b.ctx(), AspectEdit{
			ItemID: vision, Kind: plan.Celebration, Body: plan.Body{"on": "2026-03-12", "picture": strings.Repeat("f", 64)},
		}))
	})
	t.Run("nothing speaks of a picture or a file that is not there", func(t *testing.T) {
		b := newBundle(t)
		vision := b.aVision()
		b.refused(plan.NotFound, "error.picture_gone")(b.cover(vision, strings.Repeat("f", 64)))
		b.refused(plan.Invalid, "error.field_unknown")(b.cover(vision, "f"))
		b.refused(plan.NotFound, "error.attachment_gone")(b.SetAspect(b.ctx(), AspectEdit{
			ItemID: vision, Kind: plan.Attachment, Body: plan.Body{"sort": "copy", "hash": strings.Repeat("f", 64)},
		}))
	})
}

func TestUnusedPicturesGo(t *testing.T) {
	b := newBundle(t)
	vision := b.aVision()
	client, _ := b.Client(b.ctx())
	covered, hung, undone, unused := drawn("a"), drawn("b"), drawn("c"), drawn("d")
	for _, one := range []media.Picture{covered, hung, undone, unused} {
		b.keepPicture(one)
	}
	file, err := b.KeepFile(b.ctx(), client, []byte("a letter"))
	if err != nil {
		t.Fatal(err)
	}
	b.ok(b.cover(vision, undone.Hash))
	b.ok(b.cover(vision, covered.Hash)) // the one before it can come back by an undo
	board := b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan})).Focus
	b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{
		{Kind: plan.Picture, W: 10, H: 10, Picture: hung.Hash, Body: plan.Body{}},
	}}))

	b.restart()
	if !b.hasPicture(unused.Hash) {
		t.Error("what came in just now is gone, and may be about to be hung up")
	}
	b.clock = b.clock.Add(2 * kept)
	b.restart()
	for name, one := range map[string]media.Picture{"a cover": covered, "on a board": hung, "in a step that can be undone": undone} {
		if !b.hasPicture(one.Hash) {
			t.Errorf("one that is %s is gone", name)
		}
	}
	if b.hasPicture(unused.Hash) {
		t.Error("one that nothing speaks of is still there")
	}
	if _, err := b.KeptFile(b.ctx(), file); plan.CodeOf(err) != plan.NotFound {
		t.Errorf("a file that nothing speaks of is still there: %v", err)
	}
	var rows int
	if err := b.vault.Read.QueryRow(`SELECT count(*) FROM picture_file WHERE hash = ?`, unused.Hash).Scan(&rows); err != nil || rows != 0 {
		t.Errorf("%d files are left of it, %v", rows, err)
	}
	b.ok(b.Undo(b.ctx())) // the piece
	b.ok(b.Undo(b.ctx())) // the board
	c := b.ok(b.Undo(b.ctx()))
	if len(c.Aspects) != 1 || c.Aspects[0].Body["picture"] != undone.Hash {
		t.Errorf("the cover is %+v", c.Aspects)
	}
}
