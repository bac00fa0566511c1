package workspace

import "testing"

func TestEmpty(t *testing.T) {
	b := newBundle(t)
	t.Run("a client with a plan is not empty", func(t *testing.T) {
		wantEmpty(t, b, false)
	})
	t.Run("a client whose only plan was taken back is", func(t *testing.T) {
		b.ok(b.Undo(b.ctx()))
		wantEmpty(t, b, true)
	})
	t.Run("a vault with clients is not, though the open one has no plan yet", func(t *testing.T) {
		b.opened(b.AddClient(b.ctx(), "Ada"))
		wantEmpty(t, b, false)
	})
}

func wantEmpty(t *testing.T, b *bundle, want bool) {
	t.Helper()
	if empty, err := b.Empty(b.ctx()); empty != want || err != nil {
		t.Errorf("empty %v, %v, want %v", empty, err, want)
	}
}
