package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"cairn/db"
	"cairn/internal/backup"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// Restored is how things stand after a backup was brought back. What was there
// before is in a backup of its own (Saved, RFC 3339), or, where no vault was open,
// lies under another name beside it (Aside); "" = there was nothing.
type Restored struct {
	Opening Opening `json:"opening"`
	Saved   string  `json:"saved"`
	Aside   string  `json:"aside"`
}

// Restore brings back a backup in the place of the vault, after what is there was
// backed up. An empty passphrase means the one of the open vault. A refusal changes
// nothing.
func (b *Backups) Restore(name, passphrase string) (r Restored, err error) {
	if b.k.shared() {
		return r, errShared
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	defer caught(&err)
	if r, err = b.k.restore(name, b.k.secret(passphrase)); err != nil {
		return r, backupRefusal(err)
	}
	r.Opening, err = b.k.opening()
	return r, err
}

// restore is Restore. The keep is held only while one file takes the place of the
// other.
func (k *keep) restore(name, passphrase string) (r Restored, err error) {
	path := k.where()
	folder := backupsOf(path)
	one, is := folder.Find(name)
	if !is {
		return r, errBackupGone
	}
	ready, err := folder.Ready(context.Background(), one, passphrase, truly(path))
	if err != nil {
		return r, err
	}
	defer os.Remove(ready)
	saved, err := k.saveFirst()
	if err != nil {
		return r, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.path != path {
		return r, errBackupGone // another vault was opened meanwhile
	}
	if k.open == nil {
		r.Aside, err = k.replaceLost(ready)
		return r, err
	}
	r.Saved, err = k.replaceOpen(ready, saved)
	return r, err
}

// truly is where a vault really is, links followed, be it there or not.
func truly(path string) string {
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		return followed
	}
	return path
}

// backupsOf is the folder for the backups of the vault at a path.
func backupsOf(path string) backup.Folder { return backup.FolderOf(truly(path)) }

// saveFirst backs up the vault that is open, if one is.
func (k *keep) saveFirst() (backup.Made, error) {
	s, done, err := k.saver()
	if err != nil {
		return backup.Made{}, nil // there is nothing to be saved
	}
	defer done()
	return s.save()
}

// replaceOpen puts a file into the place of the vault that is open, and opens it
// under the same rules for its backups. What makes way is in the backup that was
// made first; an edit that was done since then would not be, so it is made again.
func (k *keep) replaceOpen(ready string, saved backup.Made) (string, error) {
	s := k.open.saver
	rules, err := s.work.BackupRules(s.ctx)
	if err != nil {
		return "", err
	}
	changed, err := s.changed()
	if err == nil && changed {
		saved, err = s.save()
	}
	if err != nil {
		return "", err
	}
	k.open.close()
	k.open = nil
	aside, err := k.swap(ready)
	if err != nil {
		return "", err
	}
	k.keepRules(rules)
	if err := aside.Forget(); err != nil {
		slog.Warn("what was replaced lies beside the vault", "err", err)
	}
	return instantOf(saved.At), nil
}

// lost are the problems of a vault that a backup can take the place of.
func lost() []string { return []string{db.Damaged, db.Missing, db.Empty} }

// replaceLost puts a file into the place of a vault that cannot be opened, and
// answers with the name under which that lies beside it.
func (k *keep) replaceLost(ready string) (string, error) {
	if !slices.Contains(lost(), k.problem) {
		return "", plan.Refuse(plan.Conflict, "error.backup_not_here")
	}
	if err := k.hold(); err != nil {
		return "", err
	}
	aside, err := k.swap(ready)
	if err != nil {
		return "", err
	}
	k.keepRules(workspace.BackupRules{})
	if _, err := os.Stat(aside.Path()); err != nil {
		return "", nil //nolint:nilerr // nothing was there
	}
	return filepath.Base(aside.Path()), nil
}

// swap puts a file into the place of the vault, which is closed, and opens it; where
// that fails, what was there comes back and is opened again.
func (k *keep) swap(ready string) (backup.Aside, error) {
	aside, err := backup.Replace(truly(k.path), ready, time.Now())
	if err == nil {
		if k.open, err = openVault(k.path, db.Open); err != nil {
			err = errors.Join(err, aside.Back())
		}
	}
	if err != nil {
		k.find()
		return aside, err
	}
	k.fresh, k.problem = false, ""
	k.remember(k.path)
	return aside, nil
}

// keepRules lets the rules stand under which the vault was backed up until now, if
// there were any, and notes that what was brought back is in a backup already.
func (k *keep) keepRules(rules workspace.BackupRules) {
	s := k.open.saver
	mark, err := s.file.Mark(s.ctx)
	if err == nil {
		err = s.work.SetBackupRules(s.ctx, func(r *workspace.BackupRules) {
			if rules.BudgetMB > 0 {
				*r = rules
			}
			r.Mark = mark
		})
	}
	if err != nil {
		slog.Warn("the rules of the backups are those of the one that was brought back", "err", err)
	}
}

// helping is the newest good backup of a vault that cannot be opened; its name is
// empty where none can help.
func helping(path, problem string) BackupFile {
	if !slices.Contains(lost(), problem) {
		return BackupFile{}
	}
	good, _ := newestGood(backupsOf(path), "")
	return fileOf(good)
}
