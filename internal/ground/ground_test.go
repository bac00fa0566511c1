package ground

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSyncedBy(t *testing.T) {
	for folder, want := range map[string]string{
		"/home/ada":                                    "",
		"/home/ada/Documents/plans":                    "",
		"/home/ada/Dropbox":                            "Dropbox",
		"/home/ada/dropbox/plans":                      "Dropbox",
		"/home/ada/Dropbox (Acme)/plans":               "Dropbox",
		"/home/ada/My Dropbox memories":                "",
		"/Users/ada/Library/CloudStorage/Dropbox-Acme": "Dropbox",
		"/mnt/c/Users/Ada/OneDrive - Acme Ltd/x":       "OneDrive",
		"/mnt/c/Users/Ada/OneDrive":                    "OneDrive",
		"/home/ada/OneDriveless":                       "",
		"/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.com/My Drive": "Google Drive",
		"/home/ada/Google Drive/a/b/c":                                         "Google Drive",
		"/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/plans":        "iCloud Drive",
		"/mnt/c/Users/Ada/iCloudDrive":                                         "iCloud Drive",
		"/home/ada/Nextcloud":                                                  "Nextcloud",
		"/home/ada/ownCloud/plans":                                             "ownCloud",
		"/home/ada/pCloudDrive/plans":                                          "pCloud",
		"/home/ada/Sync":                                                       "",
	} {
		if got := syncedBy(folder, func(string) bool { return false }); got != want {
			t.Errorf("%s is copied by %q, want %q", folder, got, want)
		}
	}
}

func TestMarks(t *testing.T) {
	for mark, want := range map[string]string{
		".dropbox.cache":     "Dropbox",
		".tmp.driveupload":   "Google Drive",
		".nextcloudsync.log": "Nextcloud",
		".owncloudsync.log":  "ownCloud",
		".stfolder":          "Syncthing",
		".sync/ID":           "Resilio Sync",
		".git":               "",
	} {
		home := t.TempDir()
		if err := os.MkdirAll(filepath.Join(home, "work", "plans"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(home, "work", mark), 0o700); err != nil {
			t.Fatal(err)
		}
		if got := Under(filepath.Join(home, "work", "plans", "vault.cairn")); got.Name != want {
			t.Errorf("beside %s it is copied by %q, want %q", mark, got.Name, want)
		}
		if got := Under(filepath.Join(home, "vault.cairn")); got.Name != "" {
			t.Errorf("above %s it is copied by %q", mark, got.Name)
		}
	}
}

func TestUnder(t *testing.T) {
	home := t.TempDir()
	dropbox := filepath.Join(home, "Dropbox")
	if err := os.Mkdir(dropbox, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Run("a link does not hide where the vault lies", func(t *testing.T) {
		link := filepath.Join(home, "plans")
		if err := os.Symlink(dropbox, link); err != nil {
			t.Skip("no links here:", err)
		}
		want := Ground{Kind: Synced, Name: "Dropbox"}
		if got := Under(filepath.Join(link, "vault.cairn")); got != want {
			t.Errorf("it stands on %+v, want %+v", got, want)
		}
	})
	t.Run("a folder of one's own is firm ground", func(t *testing.T) {
		if got := Under(filepath.Join(home, "vault.cairn")); got != (Ground{}) {
			t.Errorf("it stands on %+v", got)
		}
	})
}
