package app

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"cairn/internal/media"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// mostPictures is how many files come in one batch: more were a mistake, such as
// the folder of all that one ever took.
const mostPictures = 500

// incoming is a file on its way in.
type incoming struct {
	name string
	read func() ([]byte, error)
}

// bringing is one batch on its way in, for the client that was open when it began.
type bringing struct {
	k      *keep
	client string
	files  chan incoming
	ctx    context.Context // lives as long as the batch
	stop   context.CancelFunc
	news   BroughtPictures

	part []byte // of a file that the page is sending; only it adds to that
}

// hand gives the batch its next file, as soon as it has done with the one before.
func (b *bringing) hand(file incoming) {
	select {
	case b.files <- file:
	case <-b.ctx.Done():
	}
}

// gather adds a part to the file that is being sent; with the last one it is
// complete. Of what is too large no more is kept than shows that it is.
func (b *bringing) gather(raw []byte, last bool) (whole []byte, complete bool) {
	if len(b.part) <= media.MaxBytes {
		b.part = append(b.part, raw...)
	}
	if !last {
		return nil, false
	}
	whole, b.part = b.part, nil
	return whole, true
}

// work brings in one file after the other and tells of each. A picture is made
// beside the vault, which is busy only while it is written.
func (b *bringing) work(tell func(BroughtPictures)) {
	for b.news.Done < b.news.Of {
		select {
		case file := <-b.files:
			b.take(file)
		case <-b.ctx.Done():
			b.news.Over = true
			tell(b.told())
			return
		}
		b.news.Over = b.news.Done == b.news.Of
		tell(b.told())
	}
}

// told is the news since they were told last.
func (b *bringing) told() BroughtPictures {
	news := b.news
	b.news.Added, b.news.Refused = nil, nil
	news.Added = append([]workspace.Picture{}, news.Added...)
	news.Refused = append([]RefusedPicture{}, news.Refused...)
	return news
}

func (b *bringing) take(file incoming) {
	b.news.Done++
	added, err := b.add(file)
	if err != nil {
		why := refusalOf(err)
		b.news.Refused = append(b.news.Refused, RefusedPicture{Name: file.name, Key: why.Key, Params: why.Params})
		return
	}
	b.news.Added = append(b.news.Added, added)
}

// add keeps the picture of a file, unless the vault has it already.
func (b *bringing) add(file incoming) (_ workspace.Picture, err error) {
	defer caught(&err) // nobody else would catch it here, and the program would end
	raw, err := file.read()
	if err != nil {
		return workspace.Picture{}, err
	}
	if known, err := run1(b.k, house.Picture, media.HashOf(raw)); err == nil {
		return known, nil
	}
	made, err := media.Read(raw)
	if err != nil {
		return workspace.Picture{}, err
	}
	return run2(b.k, house.AddPicture, b.client, made)
}

// readPictureFile reads a file, or as much of it as shows that it is too large.
func readPictureFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	return readPicture(info, err, func() (*os.File, error) { return os.Open(path) })
}

// readPictureIn reads a file of a folder as readPictureFile does. Its name has
// slashes; one that leads out of the folder, be it by a link, cannot be read.
func readPictureIn(folder *os.Root, name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, plan.Refuse(plan.Conflict, "error.media_unreadable")
	}
	info, err := folder.Stat(name)
	return readPicture(info, err, func() (*os.File, error) { return folder.Open(name) })
}

// readPicture reads what is a plain file: a pipe would never end.
func readPicture(info fs.FileInfo, err error, open func() (*os.File, error)) ([]byte, error) {
	unreadable := plan.Refuse(plan.Conflict, "error.media_unreadable")
	if err != nil || !info.Mode().IsRegular() {
		return nil, unreadable
	}
	file, err := open()
	if err != nil {
		return nil, unreadable
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, media.MaxBytes+1))
	if err != nil {
		return nil, unreadable
	}
	return raw, nil
}

// picturesAt are the files at some paths; of a folder, the pictures in it and
// below it, in the order of their names.
func picturesAt(paths []string) ([]string, error) {
	files := []string{}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			files = append(files, path) // whatever is wrong with it is told when it is read
			continue
		}
		if files, err = picturesIn(files, path); err != nil {
			return nil, err
		}
	}
	if len(files) > mostPictures {
		return nil, tooManyPictures()
	}
	return files, nil
}

func picturesIn(files []string, folder string) ([]string, error) {
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil, strings.HasPrefix(entry.Name(), ".") && path != folder:
			if entry != nil && entry.IsDir() {
				return fs.SkipDir // it cannot be read, or is not meant to be seen
			}
			return nil
		case len(files) > mostPictures:
			return fs.SkipAll
		case entry.Type().IsRegular() && looksLikePicture(path):
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

// looksLikePicture tells by the first bytes of a file; it need not be one that we
// read, for that is then told.
func looksLikePicture(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(file, head)
	return media.LooksLikePicture(head[:n])
}

func tooManyPictures() error {
	return plan.Refuse(plan.Invalid, "error.media_many", "max", strconv.Itoa(mostPictures))
}
