package workspace

import (
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

func TestAddTag(t *testing.T) {
	t.Run("a new name makes a tag, a known one in any letters does not", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		c := b.ok(b.AddTag(b.ctx(), []string{ids["Write"], ids["Print"]}, " Überblick "))
		if len(c.Tags) != 1 || c.Tags[0].Name != "Überblick" || len(c.Items) != 2 {
			t.Fatalf("%+v", c)
		}
		d := b.ok(b.AddTag(b.ctx(), []string{ids["Draft"]}, "üBERBLICK"))
		if len(d.Tags) != 0 || !slices.Equal(b.item(ids["Draft"]).TagIDs, []string{c.Tags[0].ID}) {
			t.Fatalf("%+v", d)
		}
	})
	t.Run("a tag that hangs there already is no step", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.AddTag(b.ctx(), []string{ids["Write"]}, "now"))
		b.same(b.AddTag(b.ctx(), []string{ids["Write"], ids["Write"]}, "NOW"))
	})
	t.Run("undo takes the new tag away again", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.ok(b.AddTag(b.ctx(), []string{ids["Write"]}, "now"))
		b.ok(b.Undo(b.ctx()))
		if len(b.mirror.tags) != 0 || len(b.item(ids["Write"]).TagIDs) != 0 {
			t.Fatal("it is still there")
		}
		b.ok(b.Redo(b.ctx()))
		if len(b.mirror.tags) != 1 || len(b.item(ids["Write"]).TagIDs) != 1 {
			t.Fatal("it did not come back")
		}
	})
	t.Run("a name that is empty or too long is refused", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		b.refused(plan.Invalid, "error.title_empty")(b.AddTag(b.ctx(), []string{ids["Write"]}, "  "))
		b.refused(plan.Invalid, "error.title_long")(b.AddTag(b.ctx(), []string{ids["Write"]}, strings.Repeat("x", plan.MaxName+1)))
	})
}

func TestRemoveTag(t *testing.T) {
	t.Run("a tag that hangs nowhere any more is gone", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		tag := b.ok(b.AddTag(b.ctx(), []string{ids["Write"], ids["Print"]}, "now")).Tags[0].ID
		b.ok(b.RemoveTag(b.ctx(), []string{ids["Write"]}, tag))
		if len(b.mirror.tags) != 1 {
			t.Fatal("the tag is gone too early")
		}
		c := b.ok(b.RemoveTag(b.ctx(), []string{ids["Print"]}, tag))
		if !slices.Equal(c.Gone, []string{tag}) {
			t.Fatalf("gone are %v", c.Gone)
		}
		b.ok(b.Undo(b.ctx()))
		b.ok(b.Undo(b.ctx()))
		if len(b.item(ids["Write"]).TagIDs) != 1 || len(b.item(ids["Print"]).TagIDs) != 1 {
			t.Fatal("undo did not hang it up again")
		}
	})
	t.Run("a tag of something in the trash stays", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		tag := b.ok(b.AddTag(b.ctx(), []string{ids["Write"], ids["Print"]}, "now")).Tags[0].ID
		b.ok(b.DeleteItems(b.ctx(), []string{ids["Print"]}))
		b.ok(b.RemoveTag(b.ctx(), []string{ids["Write"]}, tag))
		b.ok(b.RestoreItems(b.ctx(), Move{IDs: []string{ids["Print"]}}))
		if !slices.Equal(b.item(ids["Print"]).TagIDs, []string{tag}) {
			t.Fatal("the tag is gone")
		}
	})
	t.Run("one that hangs elsewhere only is no step, one that is gone is not found", func(t *testing.T) {
		b := newBundle(t)
		ids := b.book()
		tag := b.ok(b.AddTag(b.ctx(), []string{ids["Write"]}, "now")).Tags[0].ID
		b.same(b.RemoveTag(b.ctx(), []string{ids["Print"]}, tag))
		b.refused(plan.NotFound, "error.tag_gone")(b.RemoveTag(b.ctx(), []string{ids["Print"]}, "nothing"))
	})
}
