package app

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"cairn/internal/media"
	"cairn/internal/prefs"
)

// picturesOf is a way in for pictures with an open plan, and the news of it.
func picturesOf(t *testing.T) (*Pictures, <-chan any) {
	t.Helper()
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	p := newPictures(v.k, newWindow(prefs.Nowhere()))
	news := make(chan any, 1000)
	p.tell = func(_ string, what any) { news <- what }
	return p, news
}

// painted is a picture of one colour as a JPEG.
func painted(t *testing.T, shade uint8, width, height int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range picture.Pix {
		picture.Pix[i] = shade
	}
	for i := 3; i < len(picture.Pix); i += 4 {
		picture.Pix[i] = 255
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// over waits until a batch is over, and is all that was told of it.
func over(t *testing.T, news <-chan any) BroughtPictures {
	t.Helper()
	var all BroughtPictures
	for {
		select {
		case one := <-news:
			told, is := one.(BroughtPictures)
			if !is {
				t.Fatalf("it tells %+v", one)
			}
			all.Added = append(all.Added, told.Added...)
			all.Refused = append(all.Refused, told.Refused...)
			all.Token, all.Done, all.Of, all.Over = told.Token, told.Done, told.Of, told.Over
			if told.Over {
				return all
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("it is not over: %+v", all)
		}
	}
}

func TestPicturesOfFiles(t *testing.T) {
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	if err := os.MkdirAll(path("below/deep"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, path("a.jpg"), painted(t, 10, 30, 20))
	write(t, path("b.txt"), painted(t, 20, 30, 20)) // a picture, whatever it is called
	write(t, path("below/deep/c.jpg"), painted(t, 10, 30, 20))
	write(t, path("letter.jpg"), []byte("Dear sister,"))
	write(t, path("phone.heic"), []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"))
	write(t, path(".hidden.jpg"), painted(t, 30, 30, 20))

	t.Run("of a folder come the pictures, what they are called or not, and once each", func(t *testing.T) {
		p, news := picturesOf(t)
		chosen, err := p.choose([]string{folder})
		if err != nil || chosen.Count != 4 {
			t.Fatalf("chosen %+v, %v", chosen, err)
		}
		if err := p.Begin(chosen.Token); err != nil {
			t.Fatal(err)
		}
		told := over(t, news)
		if told.Done != 4 || len(told.Added) != 3 || told.Added[0] != told.Added[2] || told.Added[0] == told.Added[1] {
			t.Errorf("it brings %+v", told)
		}
		if len(told.Refused) != 1 || told.Refused[0].Name != "phone.heic" || told.Refused[0].Key != "error.media_heic" {
			t.Errorf("it refuses %+v", told.Refused)
		}
		wantRefusal(t, p.Begin(chosen.Token), "error.media_gone") // begun with once
	})
	t.Run("a file that was chosen by itself is told of, whatever it is", func(t *testing.T) {
		p, news := picturesOf(t)
		chosen, err := p.choose([]string{path("letter.jpg"), path("gone.jpg")})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Begin(chosen.Token); err != nil {
			t.Fatal(err)
		}
		told := over(t, news)
		keys := []string{told.Refused[0].Key, told.Refused[1].Key}
		if len(told.Added) != 0 || !slices.Equal(keys, []string{"error.media_none", "error.media_unreadable"}) {
			t.Errorf("it tells %+v", told)
		}
	})
	t.Run("what is dropped waits until the page wants it", func(t *testing.T) {
		p, news := picturesOf(t)
		p.dropped(40, 50, []string{path("a.jpg"), "relative.jpg"})
		dropped, is := (<-news).(DroppedPictures)
		if !is || dropped.Count != 1 || dropped.X != 40 || dropped.Y != 50 {
			t.Fatalf("it tells %+v", dropped)
		}
		if err := p.Begin(dropped.Token); err != nil {
			t.Fatal(err)
		}
		if told := over(t, news); len(told.Added) != 1 {
			t.Errorf("it brings %+v", told)
		}
	})
	t.Run("too many are refused, and what this build may not open", func(t *testing.T) {
		p, _ := picturesOf(t)
		_, err := p.choose(slices.Repeat([]string{path("a.jpg")}, mostPictures+1))
		wantRefusal(t, err, "error.media_many")
		_, err = p.Expect(mostPictures + 1)
		wantRefusal(t, err, "error.media_many")
		p.k.allowed = func(string) bool { return false }
		_, err = p.choose([]string{path("a.jpg")})
		wantRefusal(t, err, "error.vault_not_allowed")
	})
}

func TestPicturesFromThePage(t *testing.T) {
	send := func(t *testing.T, p *Pictures, token string, raw []byte) {
		t.Helper()
		half := len(raw) / 2
		for _, part := range []PicturePart{
			{Token: token, Name: "a.jpg", Data: base64.StdEncoding.EncodeToString(raw[:half])},
			{Token: token, Name: "a.jpg", Data: base64.StdEncoding.EncodeToString(raw[half:]), Last: true},
		} {
			if err := p.Send(part); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Run("come in parts", func(t *testing.T) {
		p, news := picturesOf(t)
		token, err := p.Expect(2)
		if err != nil {
			t.Fatal(err)
		}
		send(t, p, token, painted(t, 10, 3000, 1500))
		send(t, p, token, nil)
		told := over(t, news)
		if len(told.Added) != 1 || told.Added[0].Width != 2560 || told.Added[0].Height != 1280 {
			t.Errorf("it brings %+v", told.Added)
		}
		if len(told.Refused) != 1 || told.Refused[0].Key != "error.media_empty" {
			t.Errorf("it refuses %+v", told.Refused)
		}
		wantRefusal(t, p.Send(PicturePart{Token: token}), "error.media_gone")
	})
	t.Run("what is too large is refused when all of it was sent, and never kept", func(t *testing.T) {
		p, news := picturesOf(t)
		token, err := p.Expect(1)
		if err != nil {
			t.Fatal(err)
		}
		part := PicturePart{Token: token, Data: base64.StdEncoding.EncodeToString(make([]byte, maxPart))}
		for sent := 0; sent < 2*media.MaxBytes; sent += maxPart {
			part.Last = sent+maxPart >= 2*media.MaxBytes
			if err := p.Send(part); err != nil {
				t.Fatal(err)
			}
		}
		if told := over(t, news); told.Refused[0].Key != "error.media_bytes" {
			t.Errorf("it tells %+v", told)
		}
	})
	t.Run("stopped, it is over, and no more is taken", func(t *testing.T) {
		p, news := picturesOf(t)
		token, err := p.Expect(9)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Stop(token); err != nil {
			t.Fatal(err)
		}
		if told := over(t, news); told.Done != 0 {
			t.Errorf("it tells %+v", told)
		}
		wantRefusal(t, p.Send(PicturePart{Token: token}), "error.media_gone")
	})
	t.Run("a batch belongs to the client that was open when it began", func(t *testing.T) {
		p, news := picturesOf(t)
		token, err := p.Expect(1)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := (&Plans{p.k}).AddClient("Somebody"); err != nil {
			t.Fatal(err)
		}
		send(t, p, token, painted(t, 10, 30, 20))
		if told := over(t, news); len(told.Added) != 0 || told.Refused[0].Key != "error.client_gone" {
			t.Errorf("it tells %+v", told)
		}
	})
	t.Run("without a vault there is nowhere to bring them", func(t *testing.T) {
		_, err := newPictures(newKeep(), newWindow(prefs.Nowhere())).Expect(1)
		wantRefusal(t, err, "error.no_vault")
	})
}

func TestServePictures(t *testing.T) {
	p, news := picturesOf(t)
	sheer := image.NewNRGBA(image.Rect(0, 0, 1300, 10))
	sheer.Set(0, 0, color.NRGBA{R: 200, A: 90})
	var raw bytes.Buffer
	if err := png.Encode(&raw, sheer); err != nil {
		t.Fatal(err)
	}
	token, err := p.Expect(2)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range [][]byte{raw.Bytes(), painted(t, 10, 3000, 1500)} {
		if err := p.Send(PicturePart{Token: token, Data: base64.StdEncoding.EncodeToString(one), Last: true}); err != nil {
			t.Fatal(err)
		}
	}
	told := over(t, news)
	shining, opaque := told.Added[0].Hash, told.Added[1].Hash

	window := frame(fstest.MapFS{}, p.k, newWindow(prefs.Nowhere()))
	ask := func(path string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		window.AssetServer.Middleware(http.NotFoundHandler()).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
		return answer
	}
	t.Run("each in the size that is asked for, and kept by the web view", func(t *testing.T) {
		for path, want := range map[string]struct {
			kind  string
			width int
		}{
			shining + "/480": {"image/png", 480}, shining + "/2560": {"image/png", 1300},
			opaque + "/480": {"image/jpeg", 480}, opaque + "/1200": {"image/jpeg", 1200}, opaque + "/2560": {"image/jpeg", 2560},
			opaque + "/481": {"image/jpeg", 1200}, opaque + "/9000": {"image/jpeg", 2560},
		} {
			got := ask("/media/" + path)
			config, _, err := image.DecodeConfig(got.Body)
			if err != nil || config.Width != want.width || got.Header().Get("Content-Type") != want.kind {
				t.Errorf("%s: %d wide, %q, %v", path, config.Width, got.Header(), err)
			}
			if cache := got.Header().Get("Cache-Control"); cache != "private, max-age=31536000, immutable" {
				t.Errorf("%s: cache %q", path, cache)
			}
			if got.Header().Get("Content-Security-Policy") != policy || got.Header().Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("%s: the guards are gone", path)
			}
		}
	})
	t.Run("what is not there is not found, nor is what another client has", func(t *testing.T) {
		paths := []string{"/media/", "/media/" + opaque, "/media/" + opaque + "/wide", "/media/none/480", "/media/../" + opaque + "/480"}
		if _, err := (&Plans{p.k}).AddClient("Somebody"); err != nil {
			t.Fatal(err)
		}
		for _, path := range append(paths, "/media/"+opaque+"/480") {
			if got := ask(path); got.Code == http.StatusOK {
				t.Errorf("%s answers %d", path, got.Code)
			}
		}
	})
}
