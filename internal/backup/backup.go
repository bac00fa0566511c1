// Package backup keeps the backups of a vault: a folder of finished files beside
// it, each whole and proven before it got its name, and perhaps the same ones in a
// second place, such as a stick.
//
// Its promises:
//
//   - A file with the name of a backup was proven: it was read from end to end and
//     compared with the vault by all of its rows, and where it is sealed, it was
//     opened again with its passphrase and compared by every byte.
//   - The newest one is never thrown away, and nothing is as long as no new one is
//     proven: a start that breaks off rotates nothing away.
//   - A second place gets finished files only, and one that is not there stops
//     nothing.
//   - What is sealed opens with the stock tool: age --decrypt.
//
// Whoever calls holds the door of the vault, and makes one backup at a time.
package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The endings of a backup: a vault like any other, or one sealed with age.
const (
	plainEnding  = ".cairn"
	sealedEnding = ".cairn.age"
)

// moment is how a backup says when it was made, in UTC: what any file system takes,
// in the order of time.
const moment = "2006-01-02T15-04-05Z"

// Backup is one finished file.
type Backup struct {
	Name   string // without its folder
	At     time.Time
	Size   int64 // in bytes
	Sealed bool
}

// Folder is where the backups of one vault lie. Vault is the name of the vault
// without its ending: several may have their backups in one folder.
type Folder struct {
	Path  string
	Vault string
}

// FolderOf is the folder for the backups of the vault at a path: it stands beside
// the vault.
func FolderOf(vault string) Folder {
	name := filepath.Base(vault)
	return Folder{
		Path:  filepath.Join(filepath.Dir(vault), "backups"),
		Vault: strings.TrimSuffix(name, filepath.Ext(name)),
	}
}

// At is where a backup of this folder lies.
func (f Folder) At(b Backup) string { return filepath.Join(f.Path, b.Name) }

// List are the backups of the vault, the newest one first. What has another name is
// none, and a folder that is not there holds none.
func (f Folder) List() ([]Backup, error) {
	entries, err := os.ReadDir(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all := []Backup{}
	for _, entry := range entries {
		b, is := f.parse(entry.Name())
		info, err := entry.Info()
		if !is || err != nil || !info.Mode().IsRegular() {
			continue // or it has gone since
		}
		b.Size = info.Size()
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b Backup) int {
		return -a.At.Compare(b.At)
	})
	return all, nil
}

// Find is the backup of that name, and whether there is one. A name from elsewhere
// leads nowhere but into this folder.
func (f Folder) Find(name string) (Backup, bool) {
	all, err := f.List()
	if err != nil {
		return Backup{}, false
	}
	i := slices.IndexFunc(all, func(b Backup) bool { return b.Name == name })
	if i < 0 {
		return Backup{}, false
	}
	return all[i], true
}

// parse reads the name of a backup: "<vault> 2026-11-28T20-41-05Z.cairn".
func (f Folder) parse(name string) (b Backup, is bool) {
	said, is := strings.CutPrefix(name, f.Vault+" ")
	if !is {
		return b, false
	}
	stamp, sealed := strings.CutSuffix(said, sealedEnding)
	if !sealed {
		if stamp, is = strings.CutSuffix(said, plainEnding); !is {
			return b, false
		}
	}
	at, err := time.Parse(moment, stamp)
	if err != nil {
		return b, false
	}
	return Backup{Name: name, At: at, Sealed: sealed}, true
}

// free is the name of a backup that is made at a time, or as soon after it as no
// other one has its second.
func (f Folder) free(at time.Time, sealed bool) Backup {
	ending := plainEnding
	if sealed {
		ending = sealedEnding
	}
	for at = at.UTC().Truncate(time.Second); ; at = at.Add(time.Second) {
		stem := f.Vault + " " + at.Format(moment)
		if !there(filepath.Join(f.Path, stem+plainEnding)) && !there(filepath.Join(f.Path, stem+sealedEnding)) {
			return Backup{Name: stem + ending, At: at, Sealed: sealed}
		}
	}
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
