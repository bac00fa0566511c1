package workspace

import (
	"context"
	"encoding/json"
	"fmt"

	"cairn/db/query"
)

// backupKey is the setting that holds the rules of the backups.
const backupKey = "backups"

// BackupRules is how the vault is backed up. They lie in the vault, which can be
// read on this computer anyway, so that backups make themselves. Mark is that of
// the vault (db.DB.Mark) when the newest one was made.
type BackupRules struct {
	Passphrase string `json:"passphrase"` // "" = backups are not sealed
	Second     string `json:"second"`     // a folder that gets them too; "" = none
	BudgetMB   int    `json:"budgetMB"`
	Mark       string `json:"mark"`
}

// usualBudget is what backups may take as long as nobody says otherwise, in MB.
const usualBudget = 1000

// BackupRules are the rules as they were set last.
func (w *Workspace) BackupRules(ctx context.Context) (BackupRules, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.edit(ctx, query.New(w.vault.Read)).backupRules()
}

// SetBackupRules changes the rules. It is no step that could be undone.
func (w *Workspace) SetBackupRules(ctx context.Context, change func(*BackupRules)) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.write(ctx, func(e *edit) error {
		rules, err := e.backupRules()
		if err != nil {
			return err
		}
		change(&rules)
		text, err := json.Marshal(rules)
		if err != nil {
			return err
		}
		return e.remember(backupKey, string(text))
	})
}

func (e *edit) backupRules() (rules BackupRules, err error) {
	rules.BudgetMB = usualBudget
	text, err := e.recall(backupKey)
	if err != nil || text == "" {
		return rules, err
	}
	if err := json.Unmarshal([]byte(text), &rules); err != nil {
		return rules, fmt.Errorf("rules of the backups: %w", err)
	}
	return rules, nil
}

// HasClients says whether anybody but the owner of the vault has plans in it.
func (w *Workspace) HasClients(ctx context.Context) (bool, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	clients, err := query.New(w.vault.Read).ClientList(ctx)
	for _, c := range clients {
		if c.Own == 0 {
			return true, err
		}
	}
	return false, err
}
