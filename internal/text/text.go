// Package text holds every sentence that the app says, one folder per
// language and in it one flat JSON file per view. The page gets the whole
// catalogue once, before it draws anything; Go asks for single sentences where
// it speaks itself (menus, start-up problems).
//
// A key such as "outline.empty" stands in exactly one file. Placeholders are
// {name}. A sentence with a number in it has two keys, "x.one" and "x.other".
package text

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

//go:embed */*.json
var files embed.FS

// Catalogue is all sentences of a language as one flat JSON object of key to
// sentence. It fails for a language that is not there, and for a key that
// stands in two files.
func Catalogue(lang string) ([]byte, error) {
	sentences, err := load(lang)
	if err != nil {
		return nil, err
	}
	return json.Marshal(sentences)
}

// Say is one sentence with its placeholders filled. With a parameter "count"
// and no sentence of that very key, it takes key.one or key.other. A key that
// nobody wrote a sentence for comes back as it is.
func Say(lang, key string, params map[string]string) string {
	sentences, err := load(lang)
	if err != nil {
		return key
	}
	sentence, ok := sentences[key]
	if count, counted := params["count"]; !ok && counted {
		sentence, ok = sentences[plural(key, count)]
	}
	if !ok {
		return key
	}
	return fill(sentence, params)
}

func load(lang string) (map[string]string, error) {
	entries, err := files.ReadDir(lang)
	if err != nil {
		return nil, fmt.Errorf("catalogue of %q: %w", lang, err)
	}
	sentences := map[string]string{}
	for _, entry := range entries {
		if err := merge(sentences, path.Join(lang, entry.Name())); err != nil {
			return nil, err
		}
	}
	return sentences, nil
}

func merge(sentences map[string]string, name string) error {
	raw, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	var some map[string]string
	if err := json.Unmarshal(raw, &some); err != nil {
		return fmt.Errorf("catalogue %s: %w", name, err)
	}
	for key, sentence := range some {
		if _, twice := sentences[key]; twice {
			return fmt.Errorf("catalogue %s: the key %q stands in another file too", name, key)
		}
		sentences[key] = sentence
	}
	return nil
}

func plural(key, count string) string {
	if count == "1" {
		return key + ".one"
	}
	return key + ".other"
}

func fill(sentence string, params map[string]string) string {
	pairs := make([]string, 0, 2*len(params))
	for name, value := range params {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}
