// Package seal keeps words from everybody who has the file but not the
// passphrase. It knows no SQL and no files: what it makes is text that may lie
// anywhere.
//
// One data key seals everything (XChaCha20-Poly1305, draft-irtf-cfrg-xchacha). It
// never leaves the memory of the program bare: the file holds it wrapped twice,
// by a passphrase and by a recovery code, each through Argon2id (RFC 9106) with a
// salt of its own. To change the passphrase is to wrap the same key anew, so
// nothing that was sealed is touched. What is sealed is bound to an id: put under
// another one it does not open.
package seal

import (
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// ErrWrong says that a passphrase or a code does not open the ring.
var ErrWrong = errors.New("seal: it does not open")

// ErrBroken says that what was sealed is not what was sealed under this id with
// this key.
var ErrBroken = errors.New("seal: what was sealed is broken")

// The cost of a guess: the second choice of RFC 9106, section 4, for a machine
// that has other things to remember too.
const (
	passes   = 3
	memoryKB = 64 * 1024
	threads  = 4
)

const saltSize = 16

// text is how sealed words are written down: in one way only.
func text() *base64.Encoding { return base64.StdEncoding.Strict() }

// Key is the data key, bare. Forget it when it is no longer needed.
type Key struct{ aead cipher.AEAD }

// Ring is the data key twice, wrapped by the passphrase and by the recovery code.
type Ring struct {
	ByPassphrase Wrapped
	ByCode       Wrapped
}

// Wrapped is a data key that opens with one secret, and how that is stretched.
type Wrapped struct {
	Salt     []byte `json:"salt"`
	Passes   uint32 `json:"passes"`
	MemoryKB uint32 `json:"memoryKB"`
	Threads  uint8  `json:"threads"`
	Key      []byte `json:"key"`
}

// New makes a data key and its ring. The code opens it when the passphrase is
// lost; it is told this once.
func New(passphrase string) (ring Ring, key Key, code string, err error) {
	bare := random(chacha20poly1305.KeySize)
	code = newCode()
	if ring.ByPassphrase, err = wrap(bare, passphrase); err != nil {
		return Ring{}, Key{}, "", err
	}
	if ring.ByCode, err = wrap(bare, code); err != nil {
		return Ring{}, Key{}, "", err
	}
	key, err = keyOf(bare)
	return ring, key, code, err
}

// Open gives the key to whoever knows the passphrase; everybody else gets
// ErrWrong.
func (r Ring) Open(passphrase string) (Key, error) { return open(r.ByPassphrase, passphrase) }

// OpenWithCode gives the key to whoever has the recovery code, however it was
// typed; everybody else gets ErrWrong.
func (r Ring) OpenWithCode(code string) (Key, error) { return open(r.ByCode, tidyCode(code)) }

// Rewrapped is the ring with another passphrase. It opens with the passphrase of
// now, or else with the code. Everything that was sealed stays as it is.
func (r Ring) Rewrapped(secret, passphrase string) (Ring, error) {
	bare, err := r.ByPassphrase.unwrap(secret)
	if errors.Is(err, ErrWrong) {
		bare, err = r.ByCode.unwrap(tidyCode(secret))
	}
	if err != nil {
		return Ring{}, err
	}
	r.ByPassphrase, err = wrap(bare, passphrase)
	return r, err
}

// Seal makes of some words what only Open under the same id makes words again.
func (k Key) Seal(id, words string) string {
	nonce := random(chacha20poly1305.NonceSizeX)
	return text().EncodeToString(k.aead.Seal(nonce, nonce, []byte(words), []byte(id)))
}

// Open makes words of what was sealed under an id, or is ErrBroken.
func (k Key) Open(id, sealed string) (string, error) {
	box, err := text().DecodeString(sealed)
	if err != nil || len(box) < chacha20poly1305.NonceSizeX {
		return "", ErrBroken
	}
	nonce, box := box[:chacha20poly1305.NonceSizeX], box[chacha20poly1305.NonceSizeX:]
	words, err := k.aead.Open(nil, nonce, box, []byte(id))
	if err != nil {
		return "", ErrBroken
	}
	return string(words), nil
}

func open(w Wrapped, secret string) (Key, error) {
	bare, err := w.unwrap(secret)
	if err != nil {
		return Key{}, err
	}
	return keyOf(bare)
}

func keyOf(bare []byte) (Key, error) {
	aead, err := chacha20poly1305.NewX(bare)
	return Key{aead: aead}, err
}

func wrap(bare []byte, secret string) (Wrapped, error) {
	w := Wrapped{Salt: random(saltSize), Passes: passes, MemoryKB: memoryKB, Threads: threads}
	aead, err := chacha20poly1305.NewX(w.stretched(secret))
	if err != nil {
		return w, err
	}
	nonce := random(chacha20poly1305.NonceSizeX)
	w.Key = aead.Seal(nonce, nonce, bare, w.Salt)
	return w, nil
}

// unwrap gives the bare key. What asks for more than a program may spend on one
// guess was not made by this package.
func (w Wrapped) unwrap(secret string) ([]byte, error) {
	if w.Passes == 0 || w.Passes > 100 || w.MemoryKB > 4*1024*1024 || w.Threads == 0 ||
		len(w.Key) < chacha20poly1305.NonceSizeX {
		return nil, fmt.Errorf("%w: nobody wraps a key so", ErrBroken)
	}
	aead, err := chacha20poly1305.NewX(w.stretched(secret))
	if err != nil {
		return nil, err
	}
	nonce, box := w.Key[:chacha20poly1305.NonceSizeX], w.Key[chacha20poly1305.NonceSizeX:]
	bare, err := aead.Open(nil, nonce, box, w.Salt)
	if err != nil {
		return nil, ErrWrong
	}
	return bare, nil
}

// stretched is the key that a secret makes.
func (w Wrapped) stretched(secret string) []byte {
	return argon2.IDKey([]byte(secret), w.Salt, w.Passes, w.MemoryKB, w.Threads, chacha20poly1305.KeySize)
}

// random is so many bytes that nobody can guess; without them the program ends
// (crypto/rand).
func random(size int) []byte {
	bytes := make([]byte, size)
	_, _ = rand.Read(bytes)
	return bytes
}
