package text

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestCatalogue(t *testing.T) {
	t.Run("holds the sentences of every file of the language", func(t *testing.T) {
		sentences := all(t)
		if sentences["error.title_empty"] == "" {
			t.Error("error.title_empty is not in it")
		}
		for key, sentence := range sentences {
			if strings.TrimSpace(sentence) == "" {
				t.Errorf("%s says nothing", key)
			}
		}
	})
	t.Run("fails for a language that is not there", func(t *testing.T) {
		if _, err := Catalogue("tlh"); err == nil {
			t.Error("no error")
		}
	})
}

// all are the sentences by their keys.
func all(t *testing.T) (sentences map[string]string) {
	t.Helper()
	raw, err := Catalogue("en")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &sentences); err != nil {
		t.Fatal(err)
	}
	return sentences
}

func TestKeysStandOnce(t *testing.T) {
	names, err := fs.Glob(files, "*/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no catalogue: %v", err)
	}
	seen := map[string]string{}
	for _, name := range names {
		raw, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lang := filepath.Dir(name) + " "
		for i, token := range tokens(t, raw) {
			key, isString := token.(string)
			if i%2 == 1 || !isString {
				continue
			}
			if other, twice := seen[lang+key]; twice {
				t.Errorf("%s: %s stands in %s too", name, key, other)
			}
			seen[lang+key] = name
		}
	}
}

// tokens are the keys (even) and values (odd) of a flat JSON object.
func tokens(t *testing.T, raw []byte) []json.Token {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(raw))
	var all []json.Token
	for {
		token, err := decoder.Token()
		if err != nil {
			return all
		}
		if _, brace := token.(json.Delim); !brace {
			all = append(all, token)
		}
	}
}

func TestPluralsComeInPairs(t *testing.T) {
	sentences := all(t)
	for key := range sentences {
		stem, one := strings.CutSuffix(key, ".one")
		if _, ok := sentences[stem+".other"]; one && !ok {
			t.Errorf("%s.other is missing", stem)
		}
	}
}

func TestSay(t *testing.T) {
	for _, c := range []struct {
		name, key string
		params    map[string]string
		want      string
	}{
		{"fills the placeholders", "error.title_long", map[string]string{"max": "1000", "length": "1200"}, "1000"},
		{"a key without a sentence comes back", "no.such.key", nil, "no.such.key"},
		{"a count without a sentence too", "no.such.key", map[string]string{"count": "2"}, "no.such.key"},
		{"one takes the singular", "error.paste_long", map[string]string{"count": "1", "max": "1"}, "1 line"},
		{"many take the plural", "error.paste_long", map[string]string{"count": "12000", "max": "10000"}, "12000 lines"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Say("en", c.key, c.params)
			if !strings.Contains(got, c.want) || strings.ContainsAny(got, "{}") {
				t.Errorf("said %q, want %q in it", got, c.want)
			}
		})
	}
	t.Run("a value that looks like a placeholder stays as it is", func(t *testing.T) {
		got := fill("{a}{b}", map[string]string{"a": "{b}", "b": "!"})
		if got != "{b}!" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("an unknown language gives the key", func(t *testing.T) {
		if got := Say("tlh", "error.title_empty", nil); got != "error.title_empty" {
			t.Errorf("said %q", got)
		}
	})
}

// Every refusal in Go names its sentence by a literal key.
func TestEveryErrorHasItsSentence(t *testing.T) {
	sentences := all(t)
	literal := regexp.MustCompile(`"(error\.[a-z_.]*[a-z])"`)
	found := 0
	for _, root := range []string{"../../internal", "../../app", "../../db"} {
		err := filepath.WalkDir(root, func(name string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			source, err := os.ReadFile(name)
			for _, match := range literal.FindAllSubmatch(source, -1) {
				found++
				key := string(match[1])
				if sentences[key] == "" && sentences[key+".other"] == "" {
					t.Errorf("%s: %s has no sentence", name, key)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found == 0 {
		t.Error("found no key at all")
	}
}
