//go:build linux

package backup

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestStockAge opens a sealed backup as its owner would without the program: with the
// age tool of the system, which asks for the passphrase on a terminal.
func TestStockAge(t *testing.T) {
	for _, tool := range []string{"age", "script"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("there is no " + tool + " here; build/test.sh installs it")
		}
	}
	d, f := house(t)
	m := make1(t, d, f, Way{passphrase: passphrase})
	out := filepath.Join(t.TempDir(), "vault.cairn")
	cmd := exec.Command("script", "--quiet", "--return", "--command", `age -d -o "$OUT" "$IN"`, os.DevNull)
	cmd.Env = append(os.Environ(), "OUT="+out, "IN="+f.At(m.Backup), "SHELL=/bin/sh")
	cmd.Stdin = strings.NewReader(passphrase + "\n")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	wantPlans(t, out, 1)
}
