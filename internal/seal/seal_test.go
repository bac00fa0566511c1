package seal

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func ringOf(t *testing.T, passphrase string) (Ring, Key, string) {
	t.Helper()
	ring, key, code, err := New(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	return ring, key, code
}

func TestOnlyThePassphraseAndTheCodeOpen(t *testing.T) {
	ring, key, code := ringOf(t, "a stone in the river")
	sealed := key.Seal("n1", "she is afraid of Monday")
	opens := map[string]func() (Key, error){
		"passphrase":         func() (Key, error) { return ring.Open("a stone in the river") },
		"code":               func() (Key, error) { return ring.OpenWithCode(code) },
		"code, as one types": func() (Key, error) { return ring.OpenWithCode(strings.ToLower(strings.ReplaceAll(code, "-", " "))) },
	}
	for name, open := range opens {
		key, err := open()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if words, err := key.Open("n1", sealed); err != nil || words != "she is afraid of Monday" {
			t.Errorf("%s: %q, %v", name, words, err)
		}
	}
	for _, wrong := range []string{"", "a stone in the rivers", code} {
		if _, err := ring.Open(wrong); !errors.Is(err, ErrWrong) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if _, err := ring.OpenWithCode("a stone in the river"); !errors.Is(err, ErrWrong) {
		t.Errorf("the passphrase is no code: %v", err)
	}
}

func TestAnotherPassphraseKeepsTheKey(t *testing.T) {
	ring, key, code := ringOf(t, "old")
	sealed := key.Seal("n1", "words")
	for _, secret := range []string{"old", code} {
		changed, err := ring.Rewrapped(secret, "new")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := changed.Open("old"); !errors.Is(err, ErrWrong) {
			t.Errorf("the old one still opens: %v", err)
		}
		again, err := changed.Open("new")
		if err != nil {
			t.Fatal(err)
		}
		if words, err := again.Open("n1", sealed); err != nil || words != "words" {
			t.Errorf("%q, %v", words, err)
		}
		if _, err := changed.OpenWithCode(code); err != nil {
			t.Errorf("the code is lost: %v", err)
		}
	}
	if _, err := ring.Rewrapped("nobody knows", "new"); !errors.Is(err, ErrWrong) {
		t.Errorf("a wrong secret changes it: %v", err)
	}
}

// TestWhatIsSealedIsBound: under another id, with another key, with any byte
// changed it does not open.
func TestWhatIsSealedIsBound(t *testing.T) {
	_, key, _ := ringOf(t, "p")
	_, other, _ := ringOf(t, "p")
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.String().Draw(t, "words")
		sealed := key.Seal("n1", words)
		if again, err := key.Open("n1", sealed); err != nil || again != words {
			t.Fatalf("%q, %v", again, err)
		}
		if key.Seal("n1", words) == sealed {
			t.Fatal("twice the same")
		}
		i := rapid.IntRange(0, len(sealed)-1).Draw(t, "place")
		bent := sealed[:i] + string("AB"[b2i(sealed[i] == 'A')]) + sealed[i+1:]
		for name, open := range map[string]func() (string, error){
			"another id":  func() (string, error) { return key.Open("n2", sealed) },
			"another key": func() (string, error) { return other.Open("n1", sealed) },
			"bent":        func() (string, error) { return key.Open("n1", bent) },
			"cut":         func() (string, error) { return key.Open("n1", sealed[:i]) },
		} {
			if got, err := open(); !errors.Is(err, ErrBroken) || got != "" {
				t.Fatalf("%s opens: %q, %v", name, got, err)
			}
		}
	})
}

func TestARingIsKeptAsText(t *testing.T) {
	ring, key, _ := ringOf(t, "p")
	text, err := json.Marshal(ring)
	if err != nil {
		t.Fatal(err)
	}
	var again Ring
	if err := json.Unmarshal(text, &again); err != nil {
		t.Fatal(err)
	}
	opened, err := again.Open("p")
	if err != nil {
		t.Fatal(err)
	}
	if words, err := opened.Open("n", key.Seal("n", "w")); err != nil || words != "w" {
		t.Errorf("%q, %v", words, err)
	}
}

// TestARingThatNobodyMade: a file from elsewhere may ask for all memory there is.
func TestARingThatNobodyMade(t *testing.T) {
	ring, _, _ := ringOf(t, "p")
	for name, spoil := range map[string]func(*Wrapped){
		"no passes":    func(w *Wrapped) { w.Passes = 0 },
		"many passes":  func(w *Wrapped) { w.Passes = 1 << 30 },
		"all memory":   func(w *Wrapped) { w.MemoryKB = 1 << 31 },
		"no threads":   func(w *Wrapped) { w.Threads = 0 },
		"hardly a key": func(w *Wrapped) { w.Key = w.Key[:3] },
	} {
		bad := ring
		spoil(&bad.ByPassphrase)
		if _, err := bad.Open("p"); !errors.Is(err, ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func b2i(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
