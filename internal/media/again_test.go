package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"testing"
)

func TestKeeping(t *testing.T) {
	made := func(raw []byte) Picture {
		t.Helper()
		p, err := Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	kept := func(raw []byte) bool {
		t.Helper()
		return bytes.Equal(made(raw).Keeping(raw).Files[0].Data, raw)
	}
	plain := asJPEG(t, scene(image.NewRGBA(image.Rect(0, 0, 200, 100))))
	ours := made(plain).Files[0].Data
	glass := image.NewNRGBA(image.Rect(0, 0, 30, 20))
	shining := made(asPNG(t, glass)).Files[0].Data
	t.Run("leaves what was written here as it is", func(t *testing.T) {
		if !kept(ours) || !kept(shining) {
			t.Error("it was drawn anew")
		}
	})
	t.Run("draws anew what a camera wrote, what is too large and what has something behind", func(t *testing.T) {
		for name, raw := range map[string][]byte{
			"camera": withEXIF(plain, camera(binary.BigEndian, 1)),
			"large":  asJPEG(t, scene(image.NewRGBA(image.Rect(0, 0, 2600, 20)))),
			"behind": append(bytes.Clone(ours), "\xff\xd9 where I live \xff\xd9"...),
			"png":    append(bytes.Clone(shining), "where I live"...),
		} {
			if kept(raw) {
				t.Errorf("%s: the file itself is kept", name)
			}
		}
	})
}
