//go:build unix

package app

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"cairn/internal/door"
)

var races = flag.Int("races", 60, "how many starts TestRace lets race for a vault")

// heat is how many starts race at once.
const heat = 20

// TestRace lets processes open one vault at the same instant, again and again:
// where nobody has it, while the one that has it is killed, and while that one
// leaves in good order. There is never more than one in the vault, and when
// nobody has it there is exactly one.
//
//	go test -run TestRace -timeout 0 ./app -races 1000
func TestRace(t *testing.T) {
	if path := os.Getenv("RACE_VAULT"); path != "" { // this is one of the starts
		startOnce(path, os.Getenv("RACE_WITNESS"))
	}
	r := &field{T: t, path: filepath.Join(t.TempDir(), "vault.cairn"), witness: freeAddress(t)}
	v := vaultAt(t, r.path)
	wantStage(t, started(v, "My plan"), "plan", "")
	v.k.close()
	for n, kind := 0, 0; n < *races; n, kind = n+heat, (kind+1)%3 {
		r.run(kind, min(heat, *races-n))
	}
	t.Logf("%d starts in heats of %d: %d opened the vault, %d while its holder was killed, %d while it left",
		r.starts, heat, r.opened, r.killed, r.left)
	if r.starts < *races || r.opened == 0 {
		t.Error("that proves too little")
	}
}

// field is a vault for which starts race.
type field struct {
	*testing.T
	path    string
	witness string // an address that only one process at a time can have

	starts, opened, killed, left int
}

// run is one heat: 0 nobody has the vault, 1 its holder is killed in the middle,
// 2 its holder leaves in the middle.
func (r *field) run(kind, count int) {
	r.Helper()
	var holder *entrant
	if kind > 0 {
		all, open := r.enter(1)
		open()
		holder = all[0]
		if said := holder.said(); said != "open" {
			r.Fatalf("nobody has it, and it says %q", said)
		}
	}
	all, open := r.enter(count)
	gone := make(chan struct{})
	go func() {
		if holder != nil {
			time.Sleep(moment(20))
			holder.end(kind == 1)
		}
		close(gone)
	}()
	if holder != nil {
		time.Sleep(moment(60))
	}
	open()
	<-gone
	inside := r.count(all)
	switch {
	case inside > 1, kind == 0 && inside != 1:
		r.Fatalf("heat of kind %d: %d of %d are in the vault", kind, inside, count)
	case kind == 1:
		r.killed += inside
	case kind == 2:
		r.left += inside
	}
	r.starts += count
	r.opened += inside
	for _, one := range all {
		one.end(rand.IntN(2) == 0)
	}
	if inside == 0 {
		r.run(0, 1) // now nobody has it
	}
}

// count is how many of them are in the vault; all others say that another one is.
func (r *field) count(all []*entrant) (inside int) {
	for _, one := range all {
		switch said := one.said(); said {
		case "open":
			inside++
		case "locked":
		default:
			r.Fatalf("a start says %q", said)
		}
	}
	return inside
}

// entrant is a process that was started; it lives until its standard input ends.
type entrant struct {
	process *exec.Cmd
	out     io.ReadCloser
	in      io.WriteCloser
}

// moment is a time of up to so many ms.
func moment(most int) time.Duration {
	return time.Duration(rand.IntN(most*1000)) * time.Microsecond
}

// enter starts so many, and waits until all are there; open lets them go at one
// instant.
func (r *field) enter(count int) (all []*entrant, open func()) {
	r.Helper()
	gate, opens, err := os.Pipe()
	r.must(err)
	all = make([]*entrant, count)
	for i := range all {
		p := exec.Command(os.Args[0], "-test.run=^TestRace$")
		p.Env = append(os.Environ(), "RACE_VAULT="+r.path, "RACE_WITNESS="+r.witness)
		p.ExtraFiles = []*os.File{gate}
		p.Stderr = os.Stderr
		one := &entrant{process: p}
		one.out, err = p.StdoutPipe()
		r.must(err)
		one.in, err = p.StdinPipe()
		r.must(err)
		r.must(p.Start())
		r.Cleanup(func() { one.end(true) })
		all[i] = one
	}
	r.must(gate.Close())
	for _, one := range all {
		if said := one.said(); said != "here" {
			r.Fatalf("a start says %q", said)
		}
	}
	return all, func() { r.must(opens.Close()) }
}

// said is the next word of the process.
func (e *entrant) said() string {
	var word string
	_, _ = fmt.Fscanln(e.out, &word) // "" when it is dead
	return word
}

// end lets the process leave in good order, or kills it.
func (e *entrant) end(kill bool) {
	if e.process.ProcessState != nil {
		return
	}
	if kill {
		_ = e.process.Process.Kill()
	}
	_ = e.in.Close()
	_ = e.process.Wait()
}

func (r *field) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// startOnce is a start as app.show makes it, as far as the vault goes. It says
// how that went, and stays until its standard input ends.
func startOnce(path, witness string) {
	k := newKeep()
	k.path, k.raise = path, func(door.Message) {}
	fmt.Println("here")
	_, _ = io.Copy(io.Discard, os.NewFile(3, "gate"))
	k.start()
	fmt.Println(outcome(k, witness))
	_, _ = io.Copy(io.Discard, os.Stdin)
	k.close()
	os.Exit(0)
}

// outcome is "open", or why the vault is not.
func outcome(k *keep, witness string) string {
	opening, err := k.opening()
	switch {
	case err != nil:
		return "failed"
	case opening.Stage != "plan":
		return opening.Problem
	case !alone(witness):
		return "two"
	}
	return "open"
}

// alone takes the address that only one process can have, until it ends. Whoever
// was killed lets go of all that it had, but not all at one instant.
func alone(witness string) bool {
	for range 100 {
		there, err := net.Listen("tcp", witness)
		if err == nil {
			go func() { _, _ = there.Accept() }() // nobody comes
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

func freeAddress(t *testing.T) string {
	t.Helper()
	there, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer there.Close()
	return there.Addr().String()
}
