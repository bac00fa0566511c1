package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/adrg/xdg"

	"cairn/internal/prefs"
)

func TestLastVault(t *testing.T) {
	own := ownData(t)
	t.Run("the ordinary vault comes first, in a folder of this user only", func(t *testing.T) {
		wantLast(t, own, true)
		if info, err := os.Stat(filepath.Dir(own)); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("folder %v, %v", info, err)
		}
	})
	t.Run("another vault that was opened comes first at the next start", func(t *testing.T) {
		other := filepath.Join(t.TempDir(), "other vault.cairn")
		setLastVault(remembered(), other)
		wantLast(t, other, false)
	})
	t.Run("the ordinary one takes its place again", func(t *testing.T) {
		setLastVault(remembered(), own)
		wantLast(t, own, true)
	})
	t.Run("both are among the vaults of lately, the last one first", func(t *testing.T) {
		recent := remembered().Get().Recent
		if len(recent) != 2 || recent[0] != own || filepath.Base(recent[1]) != "other vault.cairn" {
			t.Errorf("of lately are %q", recent)
		}
	})
	t.Run("a note that is no path is no vault", func(t *testing.T) {
		note(remembered(), func(p *prefs.Prefs) { p.Vault = "../somewhere" })
		wantLast(t, own, true)
	})
}

func TestKeepOfCommand(t *testing.T) {
	own := ownData(t)
	t.Run("a vault that is named and not there is missing, not a first start", func(t *testing.T) {
		k := keepOf(t, command{vault: filepath.Join(t.TempDir(), "gone.cairn")})
		wantStage(t, (&Vault{k: k}).Retry, "problem", "missing")
	})
	t.Run("a named vault is not the one of the next start", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "named.cairn")
		aVault(t, path)
		k := keepOf(t, command{vault: path})
		wantStage(t, (&Vault{k: k}).Retry, "first", "")
		wantLast(t, own, true)
	})
	t.Run("a vault that a file manager handed over is", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "handed.cairn")
		aVault(t, path)
		k := keepOf(t, command{vault: path, handed: true})
		wantStage(t, (&Vault{k: k, w: newWindow(prefs.Nowhere())}).Retry, "first", "")
		wantLast(t, path, false)
		setLastVault(remembered(), own)
	})
	t.Run("without a word it is the ordinary one, and a first start", func(t *testing.T) {
		k := keepOf(t, command{})
		wantStage(t, (&Vault{k: k}).Retry, "first", "")
		if k.where() != own {
			t.Errorf("the vault is %s, want %s", k.where(), own)
		}
	})
	t.Run("a demo is thrown away", func(t *testing.T) {
		k, tidy, err := command{demo: true}.keep(prefs.Nowhere())
		if err != nil {
			t.Fatal(err)
		}
		k.raise = nil
		demonstrate(k)
		wantStage(t, (&Vault{k: k}).Opening, "plan", "")
		wantPlans(t, k, "Publish a book", "A career change", "A calmer dog")
		k.close()
		tidy()
		if _, err := os.Stat(filepath.Dir(k.where())); !os.IsNotExist(err) {
			t.Errorf("the folder is still there: %v", err)
		}
	})
}

// ownData gives the test a data folder, and answers with the vault in it.
func ownData(t *testing.T) string {
	t.Helper()
	t.Cleanup(xdg.Reload) // runs when the variable is as it was
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	return filepath.Join(xdg.DataHome, "cairn", "vault.cairn")
}

// wantPlans looks for the plans in the vault, in their order and the first of
// them shown.
func wantPlans(t *testing.T, k *keep, names ...string) {
	t.Helper()
	all, err := run(k, house.Load)
	got := []string{}
	for _, p := range all.Plans {
		got = append(got, p.Name)
	}
	if err != nil || !slices.Equal(got, names) || all.Show != all.Plans[0].ID {
		t.Errorf("plans %q, shown %s, %v", got, all.Show, err)
	}
}

func wantLast(t *testing.T, path string, ordinary bool) {
	t.Helper()
	if got, first, err := lastVault(remembered()); got != path || first != ordinary || err != nil {
		t.Errorf("the last vault is %q, ordinary %v, %v, want %q, %v", got, first, err, path, ordinary)
	}
}

func keepOf(t *testing.T, asked command) *keep {
	t.Helper()
	k, tidy, err := asked.keep(remembered())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tidy)
	t.Cleanup(k.close)
	return k
}
