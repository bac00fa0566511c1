package lens

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadPack(t *testing.T) {
	read := func(words, verbs string) error {
		_, err := readPack(fstest.MapFS{"words.txt": {Data: []byte(words)}, "verbs.txt": {Data: []byte(verbs)}})
		return err
	}

	t.Run("takes a list that goes on in the next line", func(t *testing.T) {
		pack, err := readPack(fstest.MapFS{
			"words.txt": {Data: []byte("# comment\n[big]\nhouse,\nshop, online shop\n")},
			"verbs.txt": {Data: []byte("build,\nput up\n    project  @big,\n             tent\n    action\n")},
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(pack.verbs["put up"]) != 2 || len(pack.verbs["put up"][0].when) != 2 || pack.reach != 2 {
			t.Errorf("%+v", pack.verbs)
		}
		if got := pack.check("put up an online shop").Kind; got != Project {
			t.Errorf("an online shop is %q", got)
		}
	})

	t.Run("refuses what nobody could have meant", func(t *testing.T) {
		for want, pack := range map[string][2]string{
			"[big] twice":    {"[big]\nhouse\n[big]\nshop\n", ""},
			`"build" twice`:  {"", "build\n    action\n\nbuild\n    project\n"},
			"no kind":        {"", "build\n    plan\n"},
			"no list @small": {"", "build\n    action @small\n"},
			"never asked":    {"", "build\n    action\n    project house\n"},
		} {
			if err := read(pack[0], pack[1]); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", want, err)
			}
		}
	})
}
