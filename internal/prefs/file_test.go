package prefs

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func TestFile(t *testing.T) {
	t.Run("without a file they are the ordinary ones, and asking makes none", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "cairn", "preferences.json")
		want(t, Open(path), Ordinary())
		if _, err := os.Stat(filepath.Dir(path)); !os.IsNotExist(err) {
			t.Errorf("there is a folder: %v", err)
		}
	})
	t.Run("what was changed is there at the next start, for this user only", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "cairn", "preferences.json")
		change(t, Open(path), func(p *Prefs) {
			p.Look = Look{Theme: Dark, Zoom: 150}
			p.Window = Place{X: 10, Y: 20, Width: 1280, Height: 800}
			p.Vault = "/other.cairn"
		})
		got := Open(path).Get()
		if got.Look != (Look{Theme: Dark, Zoom: 150}) || got.Window.Width != 1280 || got.Vault != "/other.cairn" {
			t.Errorf("got %+v", got)
		}
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info.Mode(), err)
		}
		if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
			t.Errorf("%d files lie there", len(files))
		}
	})
	t.Run("a change to what is so already writes nothing", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "preferences.json")
		change(t, Open(path), func(p *Prefs) { p.Look.Theme = System })
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("there is a file: %v", err)
		}
	})
	t.Run("what cannot be becomes what is nearest", func(t *testing.T) {
		f := Open(filepath.Join(t.TempDir(), "preferences.json"))
		change(t, f, func(p *Prefs) {
			p.Look = Look{Theme: "sepia", Zoom: 5000, Quiet: "25:00-7"}
			p.Window = Place{X: 9, Width: -3, Height: 700, Maximised: true}
		})
		got := f.Get()
		if got.Look != (Look{Theme: System, Zoom: 200, Quiet: "22:00-07:00"}) || got.Window != (Place{Maximised: true}) {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("two processes take nothing back from each other", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "preferences.json")
		one, two := Open(path), Open(path)
		one.Get()
		two.Get()
		change(t, one, func(p *Prefs) { p.Look.Theme = Dark })
		change(t, two, func(p *Prefs) { p.Look.Zoom = 125 })
		if got := Open(path).Get().Look; got.Theme != Dark || got.Zoom != 125 {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("many hands at once leave a whole file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "preferences.json")
		f := Open(path)
		var all sync.WaitGroup
		for zoom := 80; zoom < 100; zoom++ {
			all.Go(func() { change(t, f, func(p *Prefs) { p.Look.Zoom = zoom }) })
		}
		all.Wait()
		if _, err := parse(os.ReadFile(path)); err != nil {
			t.Error(err)
		}
	})
	t.Run("nowhere remembers for as long as it lives", func(t *testing.T) {
		f := Nowhere()
		change(t, f, func(p *Prefs) { p.Look.Theme = Dark })
		if f.Get().Look.Theme != Dark {
			t.Error("it forgot")
		}
	})
	t.Run("where nothing can be written they still count, and say so", func(t *testing.T) {
		blocked := filepath.Join(t.TempDir(), "a file")
		if err := os.WriteFile(blocked, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		f := Open(filepath.Join(blocked, "preferences.json"))
		if err := f.Change(func(p *Prefs) { p.Look.Theme = Dark }); err == nil {
			t.Error("no error")
		}
		if f.Get().Look.Theme != Dark {
			t.Error("they do not count")
		}
	})
}

func TestFileThatIsNotUnderstood(t *testing.T) {
	for name, content := range map[string]string{
		"empty":        "",
		"cut off":      `{"version":1,"look":{"theme":"da`,
		"no object":    `["dark"]`,
		"wrong fields": `{"version":1,"look":{"zoom":"large"}}`,
		"noise":        "\x00\xff\x17 nothing",
		"newer":        `{"version":2,"look":{"theme":"dark","zoom":150,"spelling":false}}`,
	} {
		t.Run(name+" means the ordinary ones, and the next change mends it", func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "preferences.json")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			want(t, Open(path), Ordinary())
			change(t, Open(path), func(p *Prefs) { p.Look.Zoom = 125 })
			if got := Open(path).Get().Look; got != (Look{System, 125, true, "en", true, "22:00-07:00", "", false}) {
				t.Errorf("got %+v", got)
			}
		})
	}
	t.Run("what an older Cairn did not write yet is ordinary", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "preferences.json")
		if err := os.WriteFile(path, []byte(`{"version":1,"look":{"theme":"dark"}}`), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Open(path).Get().Look; got != (Look{Dark, 100, true, "en", true, "22:00-07:00", "", false}) {
			t.Errorf("got %+v", got)
		}
	})
}

func TestTheNoteOfTheLastVault(t *testing.T) {
	t.Run("moves into the file, once", func(t *testing.T) {
		folder := t.TempDir()
		old, path := filepath.Join(folder, "last-vault"), filepath.Join(folder, "preferences.json")
		note(t, old, filepath.Join(folder, "other.cairn")+"\n")
		if got := Open(path).Get().Vault; !strings.HasSuffix(got, "other.cairn") {
			t.Errorf("the vault is %q", got)
		}
		if _, err := os.Stat(old); !os.IsNotExist(err) {
			t.Errorf("the note is still there: %v", err)
		}
		if got := Open(path).Get().Vault; !strings.HasSuffix(got, "other.cairn") {
			t.Errorf("at the next start the vault is %q", got)
		}
	})
	t.Run("that names no path names no vault", func(t *testing.T) {
		folder := t.TempDir()
		note(t, filepath.Join(folder, "last-vault"), "\x00\x01 ../somewhere")
		want(t, Open(filepath.Join(folder, "preferences.json")), Ordinary())
	})
}

func note(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func change(t *testing.T, f *File, to func(*Prefs)) {
	t.Helper()
	if err := f.Change(to); err != nil {
		t.Error(err)
	}
}

func want(t *testing.T, f *File, want Prefs) {
	t.Helper()
	if got := f.Get(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
