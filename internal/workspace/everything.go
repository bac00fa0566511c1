package workspace

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"cairn/db"
	"cairn/db/query"
	bundles "cairn/internal/bundle"
)

// Everything writes all that is in the vault as an open bundle: of one moment,
// since all of it is read from one copy, while edits go on. It refuses as long as
// somebody looks on.
func (w *Workspace) Everything(ctx context.Context, out io.Writer) (err error) {
	w.mu.Lock()
	err = w.edit(ctx, query.New(w.vault.Read)).alone()
	w.mu.Unlock()
	if err != nil {
		return err
	}
	path := db.Aside(w.vault.Path)
	defer func() { err = errors.Join(err, db.ClearAside(w.vault.Path)) }()
	if err := w.vault.SaveCopy(path); err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	b, err := bundles.New(out)
	if err != nil {
		return err
	}
	if err := addVault(b, path); err != nil {
		return fmt.Errorf("bundle the vault: %w", err)
	}
	copied, err := db.Open(path)
	if err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	defer func() { err = errors.Join(err, copied.Close()) }()
	e := w.edit(ctx, query.New(copied.Read))
	if err := e.bundle(b); err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	return b.Close()
}

func addVault(b *bundles.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	into, err := b.Vault()
	if err != nil {
		return err
	}
	_, err = io.Copy(into, file)
	return err
}

// bundle writes what each client has.
func (e *edit) bundle(b *bundles.Writer) error {
	clients, err := e.q.ClientList(e.ctx)
	if err != nil {
		return err
	}
	for _, client := range clients {
		e.client, e.key = client.ID, nil // private notes stay sealed
		name := client.Name
		if client.Own == 1 {
			name = ""
		}
		if err := e.bundleClient(b, b.Folder(name)); err != nil {
			return err
		}
	}
	return nil
}

func (e *edit) bundleClient(b *bundles.Writer, folder string) error {
	c, err := e.bundled()
	if err != nil {
		return err
	}
	for _, p := range c.Plans {
		if err := b.Plan(folder, c, p); err != nil {
			return err
		}
	}
	if err := e.bundlePictures(b); err != nil {
		return err
	}
	hashes, err := e.q.KeptFileList(e.ctx, e.client)
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		raw, err := e.q.KeptFileGet(e.ctx, query.KeptFileGetParams{ClientID: e.client, Hash: hash})
		if err == nil {
			err = b.File(hash, raw)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bundled is all that a bundle tells of a client.
func (e *edit) bundled() (of bundles.Of, err error) {
	if of.Changes, err = e.all(); err != nil {
		return of, err
	}
	of.Contents = map[string]string{}
	for _, v := range of.Versions {
		of.Contents[v.ID], err = e.q.VersionSnapshot(e.ctx, query.VersionSnapshotParams{ID: v.ID, ClientID: e.client})
		if err != nil {
			return of, err
		}
	}
	return of, nil
}

// bundlePictures writes them one by one: all at once they may be more than fits
// into memory.
func (e *edit) bundlePictures(b *bundles.Writer) error {
	heads, err := e.q.PictureFileHeads(e.ctx, e.client)
	if err != nil {
		return err
	}
	for _, head := range heads {
		p, err := e.q.PictureFileGet(e.ctx, query.PictureFileGetParams{Edge: head.Edge, ClientID: e.client, Hash: head.Hash})
		if err == nil {
			err = b.Picture(head.Hash, p.Type, p.Data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
