// Package text holds every sentence that the app says, one folder per
// language and in it one flat JSON file per view. The page gets the whole
// catalogue once, before it draws anything; Go asks for single sentences where
// it speaks itself (menus, start-up problems).
//
// A key such as "outline.empty" stands in exactly one file. Placeholders are
// {name}. A sentence with a number in it has two keys, "x.one" and "x.other".
package text

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
)

//go:embed */*.json
var files embed.FS

// Catalogue is all sentences of a language as one flat JSON object of key to
// sentence: its files, one behind the other. It fails for a language that is not there.
func Catalogue(lang string) ([]byte, error) {
	all, err := read(lang)
	if err != nil {
		return nil, err
	}
	for i, raw := range all {
		raw = bytes.TrimSpace(raw)
		all[i] = raw[1 : len(raw)-1] // what stands between its braces
	}
	return slices.Concat([]byte("{"), bytes.Join(all, []byte(",")), []byte("}")), nil
}

// Say is one sentence with its placeholders filled. With a parameter "count"
// and no sentence of that very key, it takes key.one or key.other. A key that
// nobody wrote a sentence for comes back as it is.
func Say(lang, key string, params map[string]string) string {
	sentence, ok := find(lang, key)
	if count, counted := params["count"]; !ok && counted {
		sentence, ok = find(lang, plural(key, count))
	}
	if !ok {
		return key
	}
	return fill(sentence, params)
}

// find reads only the file in which the key stands.
func find(lang, key string) (sentence string, ok bool) {
	all, err := read(lang)
	if err != nil {
		return "", false
	}
	for _, raw := range all {
		if !bytes.Contains(raw, []byte(`"`+key+`"`)) {
			continue
		}
		var sentences map[string]string
		if json.Unmarshal(raw, &sentences) != nil {
			return "", false
		}
		if sentence, ok = sentences[key]; ok {
			return sentence, true
		}
	}
	return "", false
}

// read gives the files of a language.
func read(lang string) ([][]byte, error) {
	entries, err := files.ReadDir(lang)
	if err != nil {
		return nil, fmt.Errorf("catalogue of %q: %w", lang, err)
	}
	all := make([][]byte, len(entries))
	for i, entry := range entries {
		if all[i], err = files.ReadFile(path.Join(lang, entry.Name())); err != nil {
			return nil, fmt.Errorf("catalogue: %w", err)
		}
	}
	return all, nil
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
