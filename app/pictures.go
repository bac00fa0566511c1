package app

import (
	"context"
	"encoding/base64"
	"path/filepath"
	"strconv"
	"sync"

	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// Pictures brings pictures into the vault: files that were chosen in the system's
// dialog or dropped on the window, which the page never learns the paths of, and
// bytes that were pasted into it. They come in behind what a person does
// meanwhile, one after the other, and the page is told of each (BroughtPictures).
type Pictures struct {
	k    *keep
	w    *window
	tell func(event string, news any)

	mu     sync.Mutex
	made   int                  // how many batches there were
	chosen map[string][]string  // paths by token, until the page begins with them
	coming map[string]*bringing // by token, until all is in
}

// ChosenPictures are files that wait to be brought in. An empty Token means that
// the person turned away.
type ChosenPictures struct {
	Token string `json:"token"`
	Count int    `json:"count"`
}

// DroppedPictures are files that were dropped on the window, and where: X and Y
// are CSS pixels from its corner.
type DroppedPictures struct {
	Token string `json:"token"`
	Count int    `json:"count"`
	X     int    `json:"x"`
	Y     int    `json:"y"`
}

// BroughtPictures tells how far a batch has come: Done of Of files, which of them
// came in and which were refused since it was told last, and whether it is Over.
type BroughtPictures struct {
	Token   string              `json:"token"`
	Done    int                 `json:"done"`
	Of      int                 `json:"of"`
	Over    bool                `json:"over"`
	Added   []workspace.Picture `json:"added"`
	Refused []RefusedPicture    `json:"refused"`
}

// RefusedPicture is a file that did not come in, and the sentence that says why.
type RefusedPicture struct {
	Name   string            `json:"name"`
	Key    string            `json:"key"`
	Params map[string]string `json:"params"`
}

// PicturePart is a part of a file that the page sends, in base64; the last part of
// a file says so.
type PicturePart struct {
	Token string `json:"token"`
	Name  string `json:"name"`
	Data  string `json:"data"`
	Last  bool   `json:"last"`
}

// The events that the page hears.
const (
	broughtEvent = "pictures"
	droppedEvent = "dropped"
)

// maxPart is how long a part may be: a longer one would be cut off on its way
// through WebView2.
const maxPart = 1 << 20

func newPictures(k *keep, w *window) *Pictures {
	return &Pictures{k: k, w: w, tell: w.tell, chosen: map[string][]string{}, coming: map[string]*bringing{}}
}

// Choose asks for pictures in the system's own dialog, or for a whole folder of
// them. Nothing comes in before Begin.
func (p *Pictures) Choose(folder bool) (ChosenPictures, error) {
	ask := p.w.choosePictures
	if folder {
		ask = p.w.chooseFolder
	}
	paths, err := ask(text.Say("en", "shell.pictures_title", nil), userdir.Pictures())
	if err != nil || len(paths) == 0 {
		return ChosenPictures{}, err
	}
	return p.choose(paths)
}

// choose keeps paths for Begin: those of the files, and in place of a folder those
// of the pictures in it.
func (p *Pictures) choose(paths []string) (ChosenPictures, error) {
	for _, path := range paths {
		if !p.k.allowed(path) {
			return ChosenPictures{}, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
		}
	}
	files, err := picturesAt(paths)
	if err != nil {
		return ChosenPictures{}, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.chosen) // a person chooses once at a time
	token := p.token()
	p.chosen[token] = files
	return ChosenPictures{Token: token, Count: len(files)}, nil
}

// dropped is told by the window, with what lies under the hand.
func (p *Pictures) dropped(x, y int, paths []string) {
	absolute := []string{}
	for _, path := range paths {
		if filepath.IsAbs(path) {
			absolute = append(absolute, path)
		}
	}
	chosen, err := p.choose(absolute)
	if err != nil || chosen.Count == 0 {
		return // what is no picture falls through the window, as it always did
	}
	p.tell(droppedEvent, DroppedPictures{Token: chosen.Token, Count: chosen.Count, X: x, Y: y})
}

// Begin brings in what was chosen or dropped under a token.
func (p *Pictures) Begin(token string) error {
	p.mu.Lock()
	paths, known := p.chosen[token]
	delete(p.chosen, token)
	p.mu.Unlock()
	if !known {
		return plan.Refuse(plan.NotFound, "error.media_gone")
	}
	b, err := p.bring(token, len(paths))
	if err != nil {
		return err
	}
	go func() {
		for _, path := range paths {
			b.hand(incoming{name: filepath.Base(path), read: func() ([]byte, error) { return readPictureFile(path) }})
		}
	}()
	return nil
}

// Expect begins a batch of so many files that the page sends. It answers with its
// token.
func (p *Pictures) Expect(count int) (string, error) {
	if count < 1 || count > mostPictures {
		return "", tooManyPictures()
	}
	p.mu.Lock()
	token := p.token()
	p.mu.Unlock()
	_, err := p.bring(token, count)
	return token, err
}

// Send takes the next part of a file. With the last one of it, it answers when
// there is room for another file.
func (p *Pictures) Send(part PicturePart) error {
	p.mu.Lock()
	b := p.coming[part.Token]
	p.mu.Unlock()
	if b == nil {
		return plan.Refuse(plan.NotFound, "error.media_gone")
	}
	raw, err := base64.StdEncoding.DecodeString(part.Data)
	if err != nil || len(raw) > maxPart {
		return plan.Refuse(plan.Invalid, "error.media_broken")
	}
	if whole, complete := b.gather(raw, part.Last); complete {
		b.hand(incoming{name: part.Name, read: func() ([]byte, error) { return whole, nil }})
	}
	return nil
}

// Stop ends a batch. What is in by then stays, as nobody has used it yet, until
// the vault is opened another day; the page is told that it is over.
func (p *Pictures) Stop(token string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.chosen, token)
	if b := p.coming[token]; b != nil {
		b.stop()
	}
	return nil
}

// token names a batch; whoever calls holds the lock.
func (p *Pictures) token() string {
	p.made++
	return strconv.Itoa(p.made)
}

// bring begins a batch for the client that is open now.
func (p *Pictures) bring(token string, count int) (*bringing, error) {
	client, err := run(p.k, house.Client)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	b := &bringing{
		k: p.k, client: client, files: make(chan incoming), ctx: ctx, stop: stop,
		news: BroughtPictures{Token: token, Of: count},
	}
	p.mu.Lock()
	p.coming[token] = b
	p.mu.Unlock()
	go func() {
		defer stop()
		b.work(func(news BroughtPictures) {
			if news.Over {
				p.forget(token)
			}
			p.tell(broughtEvent, news)
		})
	}()
	return b, nil
}

// following is a batch that somebody else brings in, one file after the other: the
// page sees how far it has come, and can stop it.
type following struct {
	p *Pictures
	b *bringing
}

// follow begins to tell of so many files.
func (p *Pictures) follow(of int) following {
	ctx, stop := context.WithCancel(context.Background())
	p.mu.Lock()
	token := p.token()
	b := &bringing{k: p.k, ctx: ctx, stop: stop, news: BroughtPictures{Token: token, Of: of}}
	p.coming[token] = b
	p.mu.Unlock()
	p.tell(broughtEvent, b.told())
	return following{p, b}
}

// step tells that one more file is done; false when the page has stopped it.
func (f following) step() bool {
	f.b.news.Done++
	f.p.tell(broughtEvent, f.b.told())
	return f.b.ctx.Err() == nil
}

// end tells that it is over, however far it has come.
func (f following) end() {
	f.b.stop()
	f.p.forget(f.b.news.Token)
	f.b.news.Over = true
	f.p.tell(broughtEvent, f.b.told())
}

func (p *Pictures) forget(token string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.coming, token)
}
