package app

import "os"

// A vault can be open and none of it be drawn: when something in it breaks the
// page, that still gives all that one needs to save it or to go back.

// Safely goes on without drawing what is in the vault.
func (v *Vault) Safely() (Opening, error) {
	v.k.beSafe(true)
	return v.k.opening()
}

// AsUsual draws again what is in the vault.
func (v *Vault) AsUsual() (Opening, error) {
	v.k.beSafe(false)
	return v.k.opening()
}

// Stands notes that the page is drawn, with what is in the vault.
func (v *Vault) Stands() error { return v.w.stands() }

func (k *keep) beSafe(safe bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.safe = safe
}

// safely says whether nothing of what is in the vault may be drawn.
func (k *keep) safely() bool {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.safe
}

// sizeOf is how many bytes the file has; 0 where that can't be told.
func sizeOf(path string) int {
	file, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return int(file.Size())
}
