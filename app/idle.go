package app

import (
	"context"
	"time"
)

// lockAfter is how long the private notes stay open while nobody uses the vault.
const lockAfter = 10 * time.Minute

// look is how often that is looked at. A clock on the wall that has gone further
// in between than that of the processor means that the computer slept.
const look = 15 * time.Second

// lockWhenIdle locks the private notes once nobody has used the vault for a while,
// and when the computer wakes. It ends with the window.
func lockWhenIdle(ctx context.Context, k *keep, w *window) {
	last := time.Now()
	for ticks := time.NewTicker(look); ; {
		select {
		case <-ctx.Done():
			ticks.Stop()
			return
		case now := <-ticks.C:
			if k.lockIdle(now, slept(now.Round(0).Sub(last.Round(0)), now.Sub(last))) {
				w.lockedNotes()
			}
			last = now
		}
	}
}

// slept is true if the computer slept for some of what has passed on the wall, as
// the processor ran for less of it.
func slept(wall, ran time.Duration) bool { return wall-ran > look }

// lockIdle locks the private notes if they were not used for too long, or at once,
// and says whether they were open until now.
func (k *keep) lockIdle(now time.Time, atOnce bool) bool {
	locked, err := run(k, func(w house, _ context.Context) (bool, error) {
		return (atOnce || w.Idle(now) > lockAfter) && w.LockNow(), nil
	})
	return err == nil && locked
}
