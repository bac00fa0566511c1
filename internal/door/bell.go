package door

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Message is what a second start says to the first: come to the front, and
// which file it was asked to open.
type Message struct {
	File string `json:"file"`
}

const (
	answerTime = time.Second // for one call, on both sides
	maxMessage = 64 << 10    // bytes

	// A process that has only just started may not have its bell yet.
	tries = 60
	pause = 50 * time.Millisecond
)

// Knock gives the message to the process that holds the door of the vault at
// path, and returns when that has taken it. It fails when nobody answers.
func Knock(path string, message Message) error {
	return knock(path, message, tries)
}

func knock(path string, message Message, tries int) error {
	path, err := follow(path)
	if err != nil {
		return err
	}
	for range tries {
		if err = ring(address(path), message); err == nil {
			break
		}
		time.Sleep(pause)
	}
	return err
}

func ring(address string, message Message) error {
	call, err := net.DialTimeout("unix", address, answerTime) //nolint:forbidigo // the bell of this user
	if err != nil {
		return err
	}
	defer hangUp(call)()
	if err := json.NewEncoder(call).Encode(message); err != nil {
		return err
	}
	var heard bool
	return json.NewDecoder(call).Decode(&heard)
}

// hangUp ends a call that takes too long, and gives what ends it now.
func hangUp(call net.Conn) (now func()) {
	end := func() { _ = call.Close() } // there is nobody left to tell
	timer := time.AfterFunc(answerTime, end)
	return func() {
		timer.Stop()
		end()
	}
}

// address is where the bell of a vault hangs: in the user's folder for such
// things, or else beside the vault. Either way in a folder of its own, because
// a socket can be reached before its permissions are set.
func address(path string) string {
	run := os.Getenv("XDG_RUNTIME_DIR")
	if info, err := os.Stat(run); err != nil || !info.IsDir() || !filepath.IsAbs(run) {
		return filepath.Join(path+".door", "bell")
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(run, fmt.Sprintf("cairn-%x", sum[:8]), "bell")
}

// hang makes the bell, in the place of one that a killed process left.
func hang(path string) (net.Listener, error) {
	where := address(path)
	folder := filepath.Dir(where)
	if err := os.RemoveAll(where); err != nil {
		return nil, err
	}
	if err := os.Mkdir(folder, 0o700); err != nil && !os.IsExist(err) {
		return nil, err
	}
	if err := os.Chmod(folder, 0o700); err != nil { // refused if it is somebody else's
		return nil, err
	}
	bell, err := net.Listen("unix", where)
	if err != nil {
		return nil, errors.Join(err, os.Remove(folder))
	}
	return &hung{Listener: bell, folder: folder}, nil
}

// hung is a bell that takes its folder along.
type hung struct {
	net.Listener
	folder string
}

// Close takes the bell down.
func (h *hung) Close() error {
	return errors.Join(h.Listener.Close(), os.Remove(h.folder))
}

func (d *Door) listen() {
	defer close(d.calls)
	for {
		call, err := d.bell.Accept()
		if err != nil {
			return
		}
		d.hear(call)
	}
}

// hear takes one call. One that says nothing sensible in time is not answered.
func (d *Door) hear(call net.Conn) {
	defer hangUp(call)()
	var message Message
	if err := json.NewDecoder(io.LimitReader(call, maxMessage)).Decode(&message); err != nil {
		return
	}
	select {
	case d.calls <- message:
		_ = json.NewEncoder(call).Encode(true) // a caller who hung up needs no answer
	default: // nobody listens: let it try again
	}
}
