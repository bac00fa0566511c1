package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"slices"
	"sync"
	"time"

	"cairn/db"
	"cairn/internal/backup"
	"cairn/internal/workspace"
)

// saver makes the backups of the vault that is open, one at a time and beside all
// edits: it holds the keep only to begin with. Closing the vault breaks off what is
// copied, and waits for what is written to the end.
type saver struct {
	file   *db.DB
	work   *workspace.Workspace
	folder backup.Folder
	cost   int // of a guess at a passphrase, as backup.How.Work

	ctx    context.Context // ends when the vault closes
	cancel context.CancelFunc
	users  sync.WaitGroup
	one    sync.Mutex // whoever makes or changes backups has it

	told   sync.Mutex
	failed error // why the last one was not made; nil: it was
	second error // why it did not go to the second place
}

func newSaver(file *db.DB, work *workspace.Workspace) *saver {
	s := &saver{file: file, work: work, folder: backup.FolderOf(file.Path)}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	return s
}

// stop ends what goes on. Nobody begins anything meanwhile: whoever closes the vault
// has the keep for itself.
func (s *saver) stop() {
	s.cancel()
	s.users.Wait()
}

// saver lends the saver of the vault that is open, which is not closed before done
// was called.
func (k *keep) saver() (s *saver, done func(), err error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	if k.open == nil {
		return nil, nil, errNoVault
	}
	s = k.open.saver
	s.users.Add(1)
	return s, s.users.Done, nil
}

// save makes a backup now.
func (s *saver) save() (backup.Made, error) {
	s.one.Lock()
	defer s.one.Unlock()
	mark, copied, err := s.take()
	if err != nil {
		return backup.Made{}, s.note(backup.Made{}, err)
	}
	made, err := s.finish(mark, copied)
	return made, s.note(made, err)
}

// before makes a backup of what is there before something risky is done to it. It
// comes back as soon as that is copied and proven; the rest goes on beside. What was
// not changed since the last one is in that. A backup that fails holds up nobody:
// it is told in the settings.
func (s *saver) before() {
	s.one.Lock()
	if changed, err := s.changed(); err == nil && !changed {
		s.one.Unlock()
		return
	}
	mark, copied, err := s.take()
	if err != nil {
		_ = s.note(backup.Made{}, err) // it is told there
		s.one.Unlock()
		return
	}
	s.users.Go(func() {
		defer s.one.Unlock()
		made, err := s.finish(mark, copied)
		_ = s.note(made, err) // it is told there
	})
}

// take copies the vault as it is.
func (s *saver) take() (mark string, copied backup.Snapshot, err error) {
	if mark, err = s.file.Mark(s.ctx); err != nil {
		return "", copied, err
	}
	copied, err = s.folder.Take(s.ctx, s.file)
	return mark, copied, err
}

// finish makes a backup of what was copied.
func (s *saver) finish(mark string, copied backup.Snapshot) (made backup.Made, err error) {
	how, err := s.how()
	if err != nil {
		return made, errors.Join(err, copied.Drop())
	}
	if made, err = s.folder.Finish(copied, how); err != nil {
		return made, err
	}
	_ = s.file.Reserve() // where there was room for a backup there is room for it
	return made, s.work.SetBackupRules(context.WithoutCancel(s.ctx), func(r *workspace.BackupRules) { r.Mark = mark })
}

// how reads the rules. What holds clients leaves this computer sealed or not at all.
func (s *saver) how() (how backup.How, err error) {
	ctx := context.WithoutCancel(s.ctx)
	rules, err := s.work.BackupRules(ctx)
	if err != nil {
		return how, err
	}
	clients, err := s.work.HasClients(ctx)
	if err != nil {
		return how, err
	}
	how = backup.How{
		Passphrase: rules.Passphrase, Second: rules.Second, Budget: int64(rules.BudgetMB) * megabyte,
		Now: time.Now(), Work: s.cost,
	}
	if clients && how.Passphrase == "" {
		how.Second = ""
	}
	return how, nil
}

// note keeps how the last try went, and passes its error on.
func (s *saver) note(made backup.Made, err error) error {
	if errors.Is(err, context.Canceled) {
		return err // the vault was closed
	}
	if err != nil {
		slog.Error("a backup was not made", "err", err)
	}
	if err := made.Second; err != nil {
		slog.Warn("a backup did not go to the second place", "err", err)
	}
	s.told.Lock()
	defer s.told.Unlock()
	s.failed, s.second = err, made.Second
	return err
}

// purge is Coach.Purge. No backup is made meanwhile: one that reads the vault would
// keep what was taken away in its -wal.
func (s *saver) purge() (p Purging, err error) {
	s.one.Lock()
	defer s.one.Unlock()
	ctx := context.WithoutCancel(s.ctx)
	if p.Purged, err = s.work.Purge(ctx); err != nil {
		return p, err
	}
	p.Copies = s.clear(ctx)
	return p, nil
}

// goOnPurging ends what a purge has begun that was cut off, or had not the room to
// clear the vault.
func (s *saver) goOnPurging() {
	s.one.Lock()
	defer s.one.Unlock()
	s.clear(s.ctx)
}

// clear takes whoever was purged out of what is left of them: in the file of the
// vault, in its copies and in its backups. A vault that cannot be cleared now is
// when it is opened the next time; what else is out of reach is told, of the last
// one who was purged.
func (s *saver) clear(ctx context.Context) []PurgedCopy {
	told := []PurgedCopy{}
	gone, err := s.work.Purging(ctx)
	if err == nil && len(gone) == 0 {
		return told
	}
	saved, unknown := s.work.Copies(ctx)
	for _, client := range gone {
		told = s.clearCopies(ctx, client, slices.Concat(copiesOf(s.file.Path), saved))
	}
	if err = errors.Join(err, unknown, s.work.Scour(ctx)); err == nil {
		err = s.work.Purged(ctx)
	}
	if err != nil {
		slog.Error("a purge is not ended", "err", err)
		told = append(told, PurgedCopy{Path: s.file.Path, State: "later"})
	}
	return told
}

// clearCopies takes a client out of the copies and the backups of the vault.
func (s *saver) clearCopies(ctx context.Context, client string, copies []string) []PurgedCopy {
	told := []PurgedCopy{}
	for _, path := range copies {
		told = append(told, PurgedCopy{Path: path, State: purgeCopy(path, client)})
	}
	return append(told, s.purgeBackups(ctx, client)...)
}

// purgeBackups takes a client out of the backups in both places. Those without the
// client are not worth a word.
func (s *saver) purgeBackups(ctx context.Context, client string) (told []PurgedCopy) {
	how, err := s.how()
	if err != nil {
		return []PurgedCopy{{Path: s.folder.Path, State: "unreachable"}}
	}
	for _, place := range s.places(ctx) {
		all, err := place.List()
		if _, gone := os.Stat(place.Path); err != nil || gone != nil && place != s.folder {
			told = append(told, PurgedCopy{Path: place.Path, State: "unreachable"})
		}
		for _, one := range all {
			switch err := s.folder.Purge(ctx, place, one, client, how); {
			case err == nil:
				told = append(told, PurgedCopy{Path: place.At(one), State: "cleared"})
			case !errors.Is(err, db.ErrNotInside):
				told = append(told, PurgedCopy{Path: place.At(one), State: "unreachable"})
			}
		}
	}
	return told
}

// places are the folders with backups of this vault.
func (s *saver) places(ctx context.Context) []backup.Folder {
	rules, err := s.work.BackupRules(ctx)
	if err != nil || rules.Second == "" {
		return []backup.Folder{s.folder}
	}
	return []backup.Folder{s.folder, {Path: rules.Second, Vault: s.folder.Vault}}
}

// changed says whether anything was planned since the newest backup was made, or
// there is none.
func (s *saver) changed() (bool, error) {
	all, err := s.folder.List()
	if err != nil || len(all) == 0 {
		return true, err
	}
	rules, err := s.work.BackupRules(s.ctx)
	if err != nil {
		return false, err
	}
	mark, err := s.file.Mark(s.ctx)
	return mark != rules.Mark, err
}

// often is how long after a backup the next one makes itself, and looking how often
// it is looked whether there is one to be made.
const (
	often   = 30 * time.Minute
	looking = time.Minute
)

// due says whether it is time for a backup: something has changed, and the newest
// one is not of the last half hour, nor of the future of a wrong clock.
func (s *saver) due(now time.Time) bool {
	all, err := s.folder.List()
	if err != nil {
		return true // the try says why not
	}
	if len(all) > 0 && now.Sub(all[0].At).Abs() < often {
		return false
	}
	changed, err := s.changed()
	return changed && err == nil
}

// backUpByItself makes backups as long as the window is there.
func backUpByItself(ctx context.Context, k *keep) {
	for ticks := time.NewTicker(looking); ; {
		select {
		case <-ctx.Done():
			ticks.Stop()
			return
		case now := <-ticks.C:
			k.backUpIfDue(now)
		}
	}
}

func (k *keep) backUpIfDue(now time.Time) {
	s, done, err := k.saver()
	if err != nil {
		return // none is open
	}
	defer done()
	if s.due(now) {
		_, _ = s.save() // it is told in the settings
	}
}

// beforeRisk makes a backup before something risky is done to the vault.
func (k *keep) beforeRisk() {
	s, done, err := k.saver()
	if err != nil {
		return // what is to be done will say so
	}
	defer done()
	s.before()
}
