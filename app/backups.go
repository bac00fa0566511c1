package app

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"time"
	"unicode/utf8"

	"cairn/db"
	"cairn/internal/backup"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// Backups shows the backups of the vault, makes one, and brings one back.
type Backups struct {
	k *keep
	w *window

	mu sync.Mutex // one thing with a backup after the other
}

// BackupState is how it stands with the backups of the open vault. Instants are
// RFC 3339; "" = none yet.
type BackupState struct {
	Folder   string `json:"folder"`
	Count    int    `json:"count"`
	Used     int    `json:"used"`     // bytes
	BudgetMB int    `json:"budgetMB"` // in MB
	Last     string `json:"last"`
	Failed   bool   `json:"failed"`  // the last try was not made
	Clients  bool   `json:"clients"` // others than the owner have plans in the vault
	Sealed   bool   `json:"sealed"`  // backups are encrypted from now on
	Second   string `json:"second"`  // the folder that gets them too; "" = none
	Away     string `json:"away"`    // why the last one is not there too: "absent", "failed" or "unsealed"; "" = it is
}

// BackupFile is one backup that can be looked at and brought back.
type BackupFile struct {
	Name   string `json:"name"`
	At     string `json:"at"` // RFC 3339
	Size   int    `json:"size"`
	Sealed bool   `json:"sealed"`
}

// BackupInside is what a backup holds. Changed is when something was planned last
// (RFC 3339; "" = never).
type BackupInside struct {
	Plans   []BackupPlan `json:"plans"`
	Changed string       `json:"changed"`
}

// BackupPlan is a plan in a backup. Client is how its owner is called here, "" for
// the owner of the vault.
type BackupPlan struct {
	Client string `json:"client"`
	Name   string `json:"name"`
	Items  int    `json:"items"` // of every kind
	Goals  int    `json:"goals"`
	Steps  int    `json:"steps"`
	Done   int    `json:"done"` // so many of the steps
}

// Checked is what a check of the whole vault has found to be whole. Backup is when
// the newest good backup was made, "" = there is none; Spoilt are so many newer ones
// that are not whole.
type Checked struct {
	Rows   int    `json:"rows"`
	Backup string `json:"backup"`
	Spoilt int    `json:"spoilt"`
}

// State answers with how it stands.
func (b *Backups) State() (BackupState, error) {
	return lent(b.k, (*saver).state)
}

// Now makes a backup.
func (b *Backups) Now() (BackupState, error) {
	return lent(b.k, func(s *saver) (BackupState, error) {
		if _, err := s.save(); err != nil {
			return BackupState{}, backupRefusal(err)
		}
		return s.state()
	})
}

// List are the backups beside the vault, be it open or not, the newest one first.
func (b *Backups) List() ([]BackupFile, error) {
	if b.k.shared() {
		return nil, errShared
	}
	all, err := backupsOf(b.k.where()).List()
	files := make([]BackupFile, len(all))
	for i, one := range all {
		files[i] = fileOf(one)
	}
	return files, err
}

// Inside looks into a backup. An empty passphrase means the one of the open vault.
func (b *Backups) Inside(name, passphrase string) (BackupInside, error) {
	if b.k.shared() {
		return BackupInside{}, errShared
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	folder := backupsOf(b.k.where())
	one, is := folder.Find(name)
	if !is {
		return BackupInside{}, errBackupGone
	}
	in, err := folder.Look(context.Background(), one, b.k.secret(passphrase))
	return insideOf(in), backupRefusal(err)
}

// Check reads the whole vault, and the backups until a good one.
func (b *Backups) Check() (Checked, error) {
	return lent(b.k, func(s *saver) (c Checked, err error) {
		proof, err := s.file.Check(s.ctx)
		if problem := db.ProblemOf(s.file.Path, err); problem != nil && problem.Code == db.Damaged {
			slog.Error("the vault is damaged", "err", err)
			return c, plan.Refuse(plan.Conflict, "error.check_damaged")
		}
		if err != nil {
			return c, err
		}
		rules, err := s.work.BackupRules(s.ctx)
		if err != nil {
			return c, err
		}
		good, spoilt := newestGood(s.folder, rules.Passphrase)
		return Checked{Rows: int(proof.Rows), Backup: instantOf(good.At), Spoilt: spoilt}, nil
	})
}

// SetPassphrase seals the backups from now on, beginning with one that is made at
// once; an empty one no longer does.
func (b *Backups) SetPassphrase(passphrase string) (BackupState, error) {
	if n := utf8.RuneCountInString(passphrase); n > 0 && n < minPassphrase {
		return BackupState{}, plan.Refuse(plan.Invalid, "error.passphrase_short", "min", "8")
	}
	if _, err := b.rule(func(r *workspace.BackupRules) { r.Passphrase = passphrase }); err != nil {
		return BackupState{}, err
	}
	return b.Now()
}

// minPassphrase is how many characters a passphrase has at least; the refusal says
// so too.
const minPassphrase = 8

// NewPassphrase is one of words that is offered and not yet used.
func (b *Backups) NewPassphrase() (string, error) { return backup.NewPassphrase(), nil }

// Passphrase is what the backups are sealed with, to be written down once more.
func (b *Backups) Passphrase() (string, error) {
	if b.k.shared() {
		return "", errShared
	}
	rules, err := run(b.k, house.BackupRules)
	return rules.Passphrase, err
}

// SetBudget says how many MB the backups may take.
func (b *Backups) SetBudget(megabytes int) (BackupState, error) {
	if megabytes < 1 || megabytes > 1_000_000 {
		return BackupState{}, plan.Refuse(plan.Invalid, "error.backup_budget")
	}
	return b.rule(func(r *workspace.BackupRules) { r.BudgetMB = megabytes })
}

// ChooseSecond asks for a folder that gets all backups too. Nothing changes when the
// person turns away.
func (b *Backups) ChooseSecond() (BackupState, error) {
	chosen, err := b.w.chooseFolder(text.Say("en", "shell.second_title", nil), userdir.Documents())
	if err != nil {
		return BackupState{}, err
	}
	if len(chosen) == 0 {
		return b.State()
	}
	second := chosen[0]
	switch {
	case !b.k.allowed(second):
		return BackupState{}, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	case filepath.Clean(second) == backupsOf(b.k.where()).Path:
		return BackupState{}, plan.Refuse(plan.Invalid, "error.backup_second")
	}
	if _, err := b.rule(func(r *workspace.BackupRules) { r.Second = second }); err != nil {
		return BackupState{}, err
	}
	return b.Now()
}

// DropSecond makes no more backups in a second place; those that are there stay.
func (b *Backups) DropSecond() (BackupState, error) {
	return b.rule(func(r *workspace.BackupRules) { r.Second = "" })
}

// Show shows the folder of the backups.
func (b *Backups) Show() error {
	return b.w.show(existing(backupsOf(b.k.where()).Path))
}

// rule changes how backups are made.
func (b *Backups) rule(change func(*workspace.BackupRules)) (BackupState, error) {
	if b.k.shared() {
		return BackupState{}, errShared
	}
	return lent(b.k, func(s *saver) (BackupState, error) {
		if err := s.work.SetBackupRules(context.Background(), change); err != nil {
			return BackupState{}, err
		}
		return s.state()
	})
}

// lent does something with the saver of the open vault; the keep is free meanwhile.
// What is done never asks the keep: whoever closes the vault has that, and waits.
func lent[Out any](k *keep, do func(*saver) (Out, error)) (out Out, err error) {
	s, done, err := k.saver()
	if err != nil {
		return out, err
	}
	defer done()
	defer caught(&err)
	return do(s)
}

// secret is a passphrase that was typed, or else the one of the open vault.
func (k *keep) secret(typed string) string {
	rules, err := run(k, house.BackupRules)
	if typed != "" || err != nil {
		return typed
	}
	return rules.Passphrase
}

// state is how it stands with the backups.
func (s *saver) state() (state BackupState, err error) {
	all, err := s.folder.List()
	if err != nil {
		return state, backupRefusal(err)
	}
	rules, err := s.work.BackupRules(s.ctx)
	if err != nil {
		return state, err
	}
	clients, err := s.work.HasClients(s.ctx)
	if err != nil {
		return state, err
	}
	state = BackupState{
		Folder: s.folder.Path, Count: len(all), Used: int(backup.Used(all)), BudgetMB: rules.BudgetMB,
		Clients: clients, Sealed: rules.Passphrase != "", Second: rules.Second,
	}
	if s.work.Shared() { // others, and where what lies, are nobody's business
		state.Clients, state.Second = false, ""
	}
	if len(all) > 0 {
		state.Last = instantOf(all[0].At)
	}
	s.told.Lock()
	defer s.told.Unlock()
	state.Failed = s.failed != nil
	if state.Second != "" {
		state.Away = awayOf(s.second, clients && !state.Sealed)
	}
	return state, nil
}

// awayOf names why a backup is not in the second place.
func awayOf(err error, open bool) string {
	switch {
	case open:
		return "unsealed"
	case errors.Is(err, backup.ErrAbsent):
		return "absent"
	case err != nil:
		return "failed"
	}
	return ""
}

// newestGood is the newest backup that is whole, and how many newer ones are not. An
// empty At means that there is none.
func newestGood(folder backup.Folder, passphrase string) (good backup.Backup, spoilt int) {
	all, _ := folder.List() // a folder that can't be read holds none that help
	for _, one := range all {
		err := folder.Good(context.Background(), one, passphrase)
		if err == nil || errors.Is(err, backup.ErrPassphrase) { // it was sealed with another one
			return one, spoilt
		}
		slog.Warn("a backup is not whole", "err", err)
		spoilt++
	}
	return backup.Backup{}, spoilt
}

func fileOf(b backup.Backup) BackupFile {
	return BackupFile{Name: b.Name, At: instantOf(b.At), Size: int(b.Size), Sealed: b.Sealed}
}

func insideOf(in db.Inside) BackupInside {
	told := BackupInside{Plans: make([]BackupPlan, len(in.Plans)), Changed: in.Changed}
	for i, p := range in.Plans {
		told.Plans[i] = BackupPlan{Name: p.Name, Items: p.Items, Goals: p.Goals, Steps: p.Steps, Done: p.Done}
		if !p.Own {
			told.Plans[i].Client = cmp.Or(p.Alias, p.Client)
		}
	}
	return told
}

func instantOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}

// errBackupGone is the refusal of a backup that is no longer there.
var errBackupGone = plan.Refuse(plan.NotFound, "error.backup_gone")

// backupRefusal says in one sentence what stands between a person and a backup.
func backupRefusal(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, backup.ErrPassphrase):
		return plan.Refuse(plan.Invalid, "error.backup_passphrase")
	case errors.Is(err, backup.ErrBroken):
		return plan.Refuse(plan.Conflict, "error.backup_damaged")
	}
	problem := db.ProblemOf("", err)
	if problem == nil {
		return err
	}
	switch problem.Code {
	case db.Damaged, db.Foreign, db.Empty:
		return plan.Refuse(plan.Conflict, "error.backup_damaged")
	case db.Newer:
		return plan.Refuse(plan.Conflict, "error.backup_newer")
	case db.Missing:
		return errBackupGone
	case db.ReadOnly, db.Full, db.Denied, db.Locked:
		return plan.Refuse(plan.Conflict, "error.backup_readonly")
	}
	return err
}
