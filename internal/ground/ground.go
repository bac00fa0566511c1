// Package ground knows what a vault stands on: whether its folder lies on
// another machine, where SQLite's shared memory does not reach and a lock may
// not hold (https://sqlite.org/wal.html, "All processes using a database must
// be on the same host computer"), or in a folder that a program copies to other
// machines, file by file and in the middle of an edit.
//
// It looks at names and at what lies in folders, asks nobody, and changes
// nothing. It may be wrong, so whoever asks only warns.
package ground

import (
	"os"
	"path/filepath"
	"strings"
)

// The kinds of ground that are not firm.
const (
	Network = "network" // another machine's disk
	Synced  = "synced"  // a folder that a program copies to other machines
)

// Ground is what lies under a vault. Firm ground is the zero value.
type Ground struct {
	Kind string `json:"kind"` // Network, Synced or "" for firm ground
	Name string `json:"name"` // of the program that copies the folder, as it calls itself
}

// Under says what the file at path stands on, wherever links lead. The file
// need not be there.
func Under(path string) Ground {
	folder := filepath.Dir(path)
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		folder = filepath.Dir(followed)
	} else if followed, err := filepath.EvalSymlinks(folder); err == nil {
		folder = followed
	}
	if name := syncedBy(folder, there); name != "" {
		return Ground{Kind: Synced, Name: name}
	}
	if remote(folder) {
		return Ground{Kind: Network}
	}
	return Ground{}
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// program is one that copies folders. Its own folder has one of the names, or
// one that goes on after a beginning ("OneDrive - Acme"), or one of the marks
// lies in it.
type program struct {
	name   string
	names  []string
	begins []string
	marks  []string
}

func programs() []program {
	return []program{
		{"Dropbox", []string{"Dropbox"}, []string{"Dropbox (", "Dropbox-"}, []string{".dropbox.cache", ".dropbox"}},
		{"OneDrive", []string{"OneDrive"}, []string{"OneDrive - ", "OneDrive-"}, nil},
		{
			"Google Drive",
			[]string{"Google Drive", "GoogleDrive", "My Drive"},
			[]string{"GoogleDrive-"},
			[]string{".tmp.driveupload", ".tmp.drivedownload"},
		},
		{"iCloud Drive", []string{"com~apple~CloudDocs", "iCloudDrive", "iCloud Drive", "Mobile Documents"}, nil, nil},
		{"Nextcloud", []string{"Nextcloud"}, nil, []string{".nextcloudsync.log"}},
		{"ownCloud", []string{"ownCloud"}, []string{"ownCloud - "}, []string{".owncloudsync.log"}},
		{"pCloud", []string{"pCloudDrive", "pCloud Drive", "pCloud Sync", "pCloud"}, nil, nil},
		{"Syncthing", []string{"Syncthing"}, nil, []string{".stfolder"}},
		{"Resilio Sync", []string{"Resilio Sync", "BTSync"}, nil, []string{filepath.Join(".sync", "ID")}},
	}
}

// syncedBy names the program that copies the folder or one above it, or "".
func syncedBy(folder string, there func(path string) bool) string {
	for {
		for _, p := range programs() {
			if p.owns(folder, there) {
				return p.name
			}
		}
		above := filepath.Dir(folder)
		if above == folder {
			return ""
		}
		folder = above
	}
}

func (p program) owns(folder string, there func(path string) bool) bool {
	name := filepath.Base(folder)
	for _, own := range p.names {
		if strings.EqualFold(name, own) {
			return true
		}
	}
	for _, begin := range p.begins {
		if len(name) > len(begin) && strings.EqualFold(name[:len(begin)], begin) {
			return true
		}
	}
	for _, mark := range p.marks {
		if there(filepath.Join(folder, mark)) {
			return true
		}
	}
	return false
}
