package lens

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed en de
var files embed.FS

// packs are all languages, read once; nobody can change them.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var packs = sync.OnceValue(func() map[string]*pack {
	read := map[string]*pack{}
	for _, lang := range []string{"en", "de"} {
		folder, err := fs.Sub(files, lang)
		if err != nil {
			panic(err) // the folders are in the binary
		}
		one, err := readPack(folder)
		if err != nil {
			panic(fmt.Errorf("pack %s: %w", lang, err))
		}
		read[lang] = one
	}
	return read
})

// packOf is the pack of a language tag, nil when there is none.
func packOf(lang string) *pack {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return packs()[base]
}

// pack is what is known of one language.
type pack struct {
	lists   map[string]phrases // words.txt, by name
	verbs   map[string][]frame // verbs.txt, by verb
	reach   int                // the words of the longest verb
	last    bool               // the verb stands at the end, as in German
	endings []string           // what participles end with
	gerunds []string           // what is added to a verb: "-ing"
	again   []string           // what stands before a verb: "re-"
	adverbs []string           // what adverbs end with: "-ly"
}

// frame is one line of a verb: what it is when one of these follows.
type frame struct {
	kind Kind
	when []cond
}

// cond is what may follow a verb.
type cond struct {
	where byte   // 0 the end of the object, '^' what follows at once, '~' anywhere, '-' nothing
	list  string // a list of words.txt; "" = the phrase
	words []string
}

// phrases are the entries of a list, by their last word.
type phrases map[string][][]string

func (p phrases) add(entry string) {
	words := strings.Fields(entry)
	last := words[len(words)-1]
	p[last] = append(p[last], words)
}

// all are the last words of its entries, in the order of their letters.
func (p phrases) all() []string {
	return slices.Sorted(maps.Keys(p))
}

// word tells whether a word by itself is an entry.
func (p phrases) word(text string) bool {
	for _, entry := range p[text] {
		if len(entry) == 1 {
			return true
		}
	}
	return false
}

// has tells whether a verb, of one word or several, is an entry.
func (p phrases) has(verb string) bool {
	words := strings.Fields(verb)
	return len(words) > 0 && slices.ContainsFunc(p[words[len(words)-1]], func(entry []string) bool {
		return slices.Equal(entry, words)
	})
}

// start is the number of words of the longest entry that a line begins with.
func (p phrases) start(words []word) int {
	for n := min(len(words), 6); n > 0; n-- {
		for _, entry := range p[words[n-1].text] {
			if len(entry) == n && equal(words[:n], entry) {
				return n
			}
		}
	}
	return 0
}

// end tells whether a line ends with an entry; of its last word the singular
// will do.
func (p phrases) end(words []word) bool {
	if len(words) == 0 {
		return false
	}
	for _, last := range singulars(words[len(words)-1].text) {
		for _, entry := range p[last] {
			if ends(words, entry) {
				return true
			}
		}
	}
	return false
}

func readPack(folder fs.FS) (*pack, error) {
	p := &pack{lists: map[string]phrases{}, verbs: map[string][]frame{}}
	words, err := fs.ReadFile(folder, "words.txt")
	if err != nil {
		return nil, err
	}
	verbs, err := fs.ReadFile(folder, "verbs.txt")
	if err != nil {
		return nil, err
	}
	if err := p.readWords(string(words)); err != nil {
		return nil, err
	}
	p.last = len(p.lists["verb last"]) > 0
	p.endings = p.lists["participle ending"].all()
	p.gerunds = p.lists["gerund"].all()
	p.again = p.lists["again"].all()
	p.adverbs = p.lists["adverb ending"].all()
	return p, p.readVerbs(string(verbs))
}

func (p *pack) readWords(text string) error {
	name := ""
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]")
			if p.lists[name] != nil {
				return fmt.Errorf("words.txt has [%s] twice", name)
			}
			p.lists[name] = phrases{}
		default:
			for _, entry := range entries(line) {
				p.lists[name].add(entry)
			}
		}
	}
	return nil
}

func (p *pack) readVerbs(text string) error {
	var names []string
	for _, line := range joined(text) {
		if line[0] != ' ' {
			names = entries(line)
			if err := p.name(names); err != nil {
				return err
			}
			continue
		}
		one, err := p.readFrame(strings.TrimSpace(line))
		if err != nil {
			return err
		}
		for _, name := range names {
			if last := len(p.verbs[name]) - 1; last >= 0 && len(p.verbs[name][last].when) == 0 {
				return fmt.Errorf("verbs.txt: %q is never asked for %q", line, name)
			}
			p.verbs[name] = append(p.verbs[name], one)
		}
	}
	return nil
}

// name makes room for verbs, each of which stands in one place only.
func (p *pack) name(verbs []string) error {
	for _, verb := range verbs {
		if _, ok := p.verbs[verb]; ok {
			return fmt.Errorf("verbs.txt has %q twice", verb)
		}
		p.verbs[verb] = []frame{}
		p.reach = max(p.reach, len(strings.Fields(verb)))
	}
	return nil
}

// joined are the lines of a text without comments; one that ends with a comma
// goes on in the next.
func joined(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " ")
		n := len(lines)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case n > 0 && strings.HasSuffix(lines[n-1], ","):
			lines[n-1] += strings.TrimLeft(line, " ")
		default:
			lines = append(lines, line)
		}
	}
	return lines
}

func (p *pack) readFrame(line string) (frame, error) {
	kind, when, _ := strings.Cut(line, " ")
	switch Kind(kind) {
	case Action, Outcome, Project, Vague, loose:
	default:
		return frame{}, fmt.Errorf("verbs.txt: no kind %q", kind)
	}
	one := frame{kind: Kind(kind)}
	for _, entry := range entries(when) {
		c := cond{}
		if strings.ContainsRune("^~-", rune(entry[0])) {
			c.where, entry = entry[0], entry[1:]
		}
		if c.list = strings.TrimPrefix(entry, "@"); c.list == entry {
			c.list, c.words = "", strings.Fields(entry)
		} else if !slices.Contains([]string{"limit", "figure"}, c.list) && p.lists[c.list] == nil {
			return frame{}, fmt.Errorf("verbs.txt: no list @%s", c.list)
		}
		one.when = append(one.when, c)
	}
	return one, nil
}

// entries are the parts of a line between commas.
func entries(line string) []string {
	var all []string
	for _, part := range strings.Split(line, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
