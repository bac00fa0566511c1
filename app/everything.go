package app

import (
	"context"
	"io"
	"time"

	"cairn/internal/text"
)

// SaveEverything asks where and writes all that is in the vault there, as an open
// bundle that any program can read. It answers with the path of the file; it is
// empty when the person turned away.
func (v *Vault) SaveEverything() (string, error) {
	if v.k.shared() {
		return "", errShared
	}
	name := nameOf(v.k.where()) + " " + time.Now().Format(time.DateOnly)
	path, err := v.w.ask(bundleFile(), text.Say("en", "shell.everything_title", nil), name)
	if err == nil && path != "" {
		err = v.k.saveEverything(path)
	}
	if err != nil || path == "" {
		return "", err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.copied = path
	return path, nil
}

const bundleEnding = ".zip"

func bundleFile() fileKind { return fileKind{[]string{bundleEnding}, "shell.everything_filter"} }

// saveEverything writes the bundle. The file stands there whole or not at all.
func (k *keep) saveEverything(path string) error {
	return k.writeOut(path, bundleEnding, func(file io.Writer) error {
		return does(k, func(w house, ctx context.Context) error { return w.Everything(ctx, file) })
	})
}
