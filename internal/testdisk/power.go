//go:build unix

package testdisk

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
)

// Power writes down what SQLite does to a file and to its -wal and -journal, so
// that Cut can say what would lie on the disk if the power went at some moment of it.
// Whatever was synced is there. Of what was not, each write may be there or not,
// and so each of its sectors, torn or full of anything; a file that was made may be
// absent as long as its folder was not synced, and one that was deleted may be back.
// Bytes beside those that were written stay as they are, which SQLite takes for
// granted of a disk (SQLITE_IOCAP_POWERSAFE_OVERWRITE).
type Power struct {
	start map[string][]byte // by the end of the name

	mu     sync.Mutex
	path   string
	events []event
}

// event is a touch of one of the files, or, where said is set, a mark.
type event struct {
	Touch
	said bool
	mark int
}

// endings are those of the files that hold a part of a vault.
func endings() []string { return []string{"", "-wal", "-journal"} }

// Watch begins with the files as they lie there now, all of it synced.
func Watch(path string) (*Power, error) {
	p := &Power{path: path, start: map[string][]byte{}}
	for _, ending := range endings() {
		raw, err := os.ReadFile(path + ending)
		if err == nil {
			p.start[ending] = raw
		} else if !os.IsNotExist(err) {
			return nil, err
		}
	}
	return p, nil
}

// Hook writes down and lets everything pass.
func (p *Power) Hook(t Touch) int32 {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, ending := range endings() {
		if t.Path == p.path+ending {
			t.Path, t.Data = ending, slices.Clone(t.Data)
			p.events = append(p.events, event{Touch: t})
		}
	}
	return 0
}

// Mark says that from here on something is known to be on the disk.
func (p *Power) Mark(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.events = append(p.events, event{said: true, mark: n})
}

// Moments is how many moments there are at which the power can go.
func (p *Power) Moments() int { return len(p.events) + 1 }

// Way is what becomes of what was not synced.
type Way int

// The ways: None of it is there, All of it, Some of the writes in their order or in
// another, or Torn: some, and each of their sectors old, new, torn or garbage.
const (
	None Way = iota
	All
	Some
	Torn
	Ways
)

// State is what lies on a disk after the power went: the content of each file by
// the end of its name, and the last mark before.
type State struct {
	Files map[string][]byte
	Mark  int
}

// Replay goes through what was written down, from moment to moment.
type Replay struct {
	events []event
	disk   *platter
	done   int
	mark   int
}

// Replay begins at the start, where no mark (-1) was set yet.
func (p *Power) Replay() *Replay {
	return &Replay{events: p.events, disk: newPlatter(p.start), mark: -1}
}

// Cut is the disk after the power went at a moment, counted from 0, which is not
// before that of the last Cut.
func (r *Replay) Cut(moment int, way Way, pick *rand.Rand) State {
	for ; r.done < moment; r.done++ {
		if e := r.events[r.done]; e.said {
			r.mark = e.mark
		} else {
			r.disk.take(e.Touch)
		}
	}
	return State{r.disk.rest(way, pick), r.mark}
}

// Lay writes a state to the disk as the vault at path.
func (s State) Lay(path string) error {
	for ending, raw := range s.Files {
		if err := os.WriteFile(path+ending, raw, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// Holds says whether a word lies in any of the files.
func (s State) Holds(word string) bool {
	for _, raw := range s.Files {
		if strings.Contains(string(raw), word) {
			return true
		}
	}
	return false
}

// content is a file, whatever its name: what is synced, and what was done since.
type content struct {
	synced []byte
	since  []Touch
	log    bool // its first sync is also one of its folder
}

// platter is a disk. For each name it knows which content it can lead to after a
// power cut: one that is synced first, then the later ones; nil is none.
type platter struct {
	names map[string][]*content
}

func newPlatter(start map[string][]byte) *platter {
	p := &platter{names: map[string][]*content{}}
	for _, ending := range endings() {
		p.names[ending] = []*content{nil}
	}
	for name, raw := range start {
		p.names[name] = []*content{{synced: slices.Clone(raw)}}
	}
	return p
}

func (p *platter) now(name string) *content {
	all := p.names[name]
	return all[len(all)-1]
}

func (p *platter) take(t Touch) {
	c := p.now(t.Path)
	switch t.Kind {
	case Open:
		if c == nil && t.Made {
			p.names[t.Path] = append(p.names[t.Path], &content{log: t.Log})
		}
	case Write, Truncate:
		c.since = append(c.since, t)
	case Sync:
		for _, one := range c.since {
			c.synced = whole(c.synced, one)
		}
		c.since = nil
		if c.log {
			p.syncFolder()
			c.log = false
		}
	case Delete:
		if c != nil {
			p.names[t.Path] = append(p.names[t.Path], nil)
		}
		if t.Folder {
			p.syncFolder()
		}
	}
}

func (p *platter) syncFolder() {
	for name := range p.names {
		p.names[name] = []*content{p.now(name)}
	}
}

func (p *platter) rest(way Way, r *rand.Rand) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range slices.Sorted(maps.Keys(p.names)) { // in one order, so that a seed says it all
		all := p.names[name]
		c := all[0]
		switch way {
		case None:
		case All:
			c = all[len(all)-1]
		default:
			c = all[r.IntN(len(all))]
		}
		if c != nil {
			files[name] = c.rest(way, r)
		}
	}
	return files
}

// rest is what is left of a file.
func (c *content) rest(way Way, r *rand.Rand) []byte {
	raw := slices.Clone(c.synced)
	switch way {
	case None:
	case All:
		for _, one := range c.since {
			raw = whole(raw, one)
		}
	default:
		share := r.Float64()
		left := slices.Clone(c.since)
		if r.IntN(2) == 0 {
			r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		}
		for _, one := range left {
			if r.Float64() < share {
				continue
			}
			if way == Torn && one.Kind == Write {
				raw = torn(raw, one, r)
			} else {
				raw = whole(raw, one)
			}
		}
	}
	return raw
}

// whole does to a file what was asked, in the same memory. What lies between its end
// and a write behind it reads as zeros.
func whole(raw []byte, t Touch) []byte {
	if t.Kind == Truncate {
		return grown(raw, t.Size)[:t.Size]
	}
	raw = grown(raw, t.At+int64(len(t.Data)))
	copy(raw[t.At:], t.Data)
	return raw
}

func grown(raw []byte, size int64) []byte {
	if more := size - int64(len(raw)); more > 0 {
		raw = append(raw, make([]byte, more)...)
	}
	return raw
}

// torn writes each sector of a write as it was, as it should be, only its
// beginning, or full of anything. At times the file ends within it.
func torn(raw []byte, t Touch, r *rand.Rand) []byte {
	sector := []int64{512, 4096}[r.IntN(2)]
	before := int64(len(raw))
	end := t.At + int64(len(t.Data))
	raw = grown(raw, end)
	for from := t.At; from < end; {
		to := min(end, (from/sector+1)*sector) // sectors of the disk, not of the write
		part := t.Data[from-t.At : to-t.At]
		switch r.IntN(4) {
		case 0: // old
		case 1:
			copy(raw[from:], part)
		case 2:
			copy(raw[from:], part[:r.IntN(len(part))])
		case 3:
			for i := range part {
				raw[from+int64(i)] = byte(r.Uint32())
			}
		}
		from = to
	}
	if end > before && r.IntN(3) == 0 {
		raw = raw[:max(before, t.At+r.Int64N(int64(len(t.Data))+1))]
	}
	return raw
}
