package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/plan"
	"cairn/internal/text"
)

// Salvaged is what came back from a damaged vault, and where it is now.
type Salvaged struct {
	Path     string `json:"path"`
	Plans    int    `json:"plans"`
	Items    int    `json:"items"`
	Pictures int    `json:"pictures"`
	Lost     int    `json:"lost"`   // rows that the vault still spoke of, and that did not come back
	Pages    int    `json:"pages"`  // of the damaged vault
	Unread   int    `json:"unread"` // pages of which nothing could be made
}

// Salvage brings what can be read of a damaged vault into a new one beside it.
// The damaged one stays as it is, and stays the one that is looked at: whoever
// is content with what came back opens that.
func (v *Vault) Salvage() (Salvaged, error) {
	return v.k.salvage(time.Now())
}

func (k *keep) salvage(now time.Time) (Salvaged, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	held := k.hold()
	switch {
	case k.open != nil || k.problem != db.Damaged:
		return Salvaged{}, plan.Refuse(plan.Conflict, "error.not_damaged")
	case errors.Is(held, door.ErrHeld):
		return Salvaged{}, plan.Refuse(plan.Conflict, "error.vault_locked", "path", filepath.Base(k.path))
	}
	to := broughtTo(k.path)
	s, err := db.Salvage(k.path, to, db.Stand{
		Client: text.Say("en", "shell.lost_client", nil),
		Plan:   text.Say("en", "shell.lost_plan", nil),
		Item:   text.Say("en", "shell.lost_item", nil),
		Now:    now.UTC().Format(time.RFC3339Nano),
	})
	if err != nil {
		return Salvaged{}, notWritten("copy", to, err)
	}
	return Salvaged{
		Path: to, Plans: s.Rows["plan"], Items: s.Rows["item"], Pictures: s.Rows["picture"],
		Lost: s.Lost, Pages: s.Pages, Unread: s.Unread,
	}, nil
}

// broughtTo is the first free name beside a damaged vault for what came back.
func broughtTo(path string) string {
	ending := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ending) + " " + text.Say("en", "shell.brought_name", nil)
	return firstFree(1, func(n int) string {
		if n == 1 {
			return stem + ending
		}
		return fmt.Sprintf("%s %d%s", stem, n, ending)
	})
}
