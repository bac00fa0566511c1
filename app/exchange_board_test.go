package app

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cairn/internal/interop"
	"cairn/internal/media"
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// pictured is a picture in the vault of an exchange.
func (x *Exchange) pictured(t *testing.T, shade uint8) string {
	t.Helper()
	client, err := run(x.k, house.Client)
	if err != nil {
		t.Fatal(err)
	}
	made, err := media.Read(painted(t, shade, 60, 40))
	if err != nil {
		t.Fatal(err)
	}
	added, err := run2(x.k, house.AddPicture, client, made)
	if err != nil {
		t.Fatal(err)
	}
	return added.Hash
}

// boardWith is a vision board with so many pictures of each shade.
func (x *Exchange) boardWith(t *testing.T, planID string, shades ...uint8) (board string, hashes []string) {
	t.Helper()
	made, err := run1(x.k, house.AddVisionBoard, workspace.NewVisionBoard{PlanID: planID, Name: "Sea"})
	if err != nil {
		t.Fatal(err)
	}
	pieces := []plan.Piece{{Kind: plan.Wake, W: 10, H: 10, Body: plan.Body{}}}
	for i, shade := range shades {
		hashes = append(hashes, x.pictured(t, shade))
		pieces = append(pieces, plan.Piece{
			Kind: plan.Picture, Picture: hashes[i], X: float64(i), W: 60, H: 40, Body: plan.Body{"caption": "At sea"},
		})
	}
	if _, err := run1(x.k, house.AddPieces, workspace.NewPieces{BoardID: made.Focus, Pieces: pieces}); err != nil {
		t.Fatal(err)
	}
	return made.Focus, hashes
}

func (x *Exchange) leaving(t *testing.T, board string) interop.Board {
	t.Helper()
	out, err := run1(x.k, house.LeaveBoard, board)
	if err != nil {
		t.Fatal(err)
	}
	return out.Board
}

func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestBoardAsCanvas(t *testing.T) {
	x, planID := exchangeAt(t)
	board, hashes := x.boardWith(t, planID, 10, 200, 10)
	folder := t.TempDir()
	path := filepath.Join(folder, "Sea.canvas")
	for range 2 {
		saved, err := x.saveBoard(path, x.leaving(t, board))
		if err != nil || saved.Path != path || saved.Folder != "Sea" {
			t.Fatalf("it is saved as %+v, %v", saved, err)
		}
		if got := filesIn(t, folder); !slices.Equal(got, []string{"Sea", "Sea.canvas"}) {
			t.Errorf("there is %v", got)
		}
		if got := filesIn(t, filepath.Join(folder, "Sea")); len(got) != 2 {
			t.Errorf("beside it lie %v", got)
		}
	}
	if x.exported != path || !strings.Contains(string(bytesAt(path)), "What in you stands in the way?") {
		t.Errorf("%q is %s", x.exported, bytesAt(path))
	}

	t.Run("the same pictures come back into the same vault", func(t *testing.T) {
		opened, err := x.openBoard(path, planID)
		if err != nil || len(opened.Remarks) > 0 {
			t.Fatalf("it opens with %v, %v", opened.Remarks, err)
		}
		again := []string{}
		for _, p := range x.leaving(t, opened.Changes.Focus).Pieces {
			if p.Kind == plan.Picture {
				again = append(again, p.Picture)
			}
		}
		if !slices.Equal(again, hashes) || opened.Changes.Undo.Op != "vision_board_take" {
			t.Errorf("%v come back as %v under %v", hashes, again, opened.Changes.Undo)
		}
	})
	t.Run("they come into another one, too", func(t *testing.T) {
		other, planID := exchangeAt(t)
		opened, err := other.openBoard(path, planID)
		if err != nil || len(opened.Remarks) > 0 {
			t.Fatalf("it opens with %v, %v", opened.Remarks, err)
		}
		pieces := other.leaving(t, opened.Changes.Focus).Pieces
		if len(pieces) != 4 || pieces[1].Picture == "" || pieces[1].Picture != pieces[3].Picture || pieces[1].PictureWidth != 60 {
			t.Errorf("there are %+v", pieces)
		}
	})
	t.Run("nothing is left of one that cannot be written", func(t *testing.T) {
		empty := t.TempDir()
		blocked := filepath.Join(empty, "Sea.canvas")
		if err := os.Mkdir(blocked, 0o700); err != nil {
			t.Fatal(err)
		}
		_, err := x.saveBoard(blocked, x.leaving(t, board))
		wantRefusal(t, err, "error.export_failed")
		write(t, filepath.Join(empty, "Land"), nil)
		_, err = x.saveBoard(filepath.Join(empty, "Land.canvas"), x.leaving(t, board))
		wantRefusal(t, err, "error.board_folder")
		for _, name := range []string{"Sky.txt", ".canvas"} {
			_, err = x.saveBoard(filepath.Join(empty, name), x.leaving(t, board))
			wantRefusal(t, err, "error.export_name")
		}
		bare, _ := x.boardWith(t, planID)
		saved, err := x.saveBoard(filepath.Join(empty, "Bare.canvas"), x.leaving(t, bare))
		if err != nil || saved.Folder != "" {
			t.Errorf("without pictures it is saved as %+v, %v", saved, err)
		}
		if got := filesIn(t, empty); !slices.Equal(got, []string{"Bare.canvas", "Land", "Sea.canvas"}) {
			t.Errorf("there is %v", got)
		}
	})
}

func TestBoardKeepsToItsFolder(t *testing.T) {
	x, planID := exchangeAt(t)
	above := t.TempDir()
	folder := filepath.Join(above, "boards")
	if err := os.MkdirAll(filepath.Join(folder, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(above, "secret.jpg"), painted(t, 1, 30, 20))
	write(t, filepath.Join(folder, "in", "good.jpg"), painted(t, 2, 30, 20))
	write(t, filepath.Join(folder, "words.md"), []byte("# Words"))
	write(t, filepath.Join(folder, "drawing.svg"), []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"))
	for name, to := range map[string]string{"out.jpg": filepath.Join(above, "secret.jpg"), "way": above, "inside.jpg": "in/good.jpg"} {
		if err := os.Symlink(to, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	bad := []string{
		filepath.Join(above, "secret.jpg"), "../secret.jpg", "in/../../secret.jpg", "out.jpg", "way/secret.jpg", `..\secret.jpg`,
		"", ".", "in", "gone.jpg", "words.md", "drawing.svg", "in/good.jpg\x00", "file:in/good.jpg",
	}
	nodes := []string{}
	for i, file := range append(slices.Clone(bad), "in/good.jpg", "inside.jpg", "in/good.jpg") {
		quoted := strings.NewReplacer(`\`, `\\`, "\x00", `\u0000`).Replace(file)
		nodes = append(nodes, `{"id":"`+string(rune('a'+i))+`","type":"file","x":0,"y":0,"width":9,"height":9,"file":"`+quoted+`"}`)
	}
	path := filepath.Join(folder, "a.canvas")
	write(t, path, []byte(`{"nodes":[`+strings.Join(nodes, ",")+`]}`))
	opened, err := x.openBoard(path, planID)
	if err != nil {
		t.Fatal(err)
	}
	if len(opened.Remarks) != 1 || opened.Remarks[0].Key != "import.pictures" || opened.Remarks[0].Value != "14" {
		t.Errorf("it tells %+v", opened.Remarks)
	}
	pieces := x.leaving(t, opened.Changes.Focus).Pieces
	for i, p := range pieces[:len(bad)] {
		if p.Kind != plan.Note || p.Picture != "" {
			t.Errorf("%q is %+v", bad[i], p)
		}
	}
	good := pieces[len(bad):]
	if len(good) != 3 || good[0].Picture == "" || good[1].Picture != good[0].Picture || good[2].Picture != good[0].Picture {
		t.Errorf("the good one is %+v", good)
	}
	if opened.Changes.Boards[0].Name != "a" {
		t.Errorf("it is called %q", opened.Changes.Boards[0].Name)
	}
}

func TestOpenBoardRefuses(t *testing.T) {
	x, planID := exchangeAt(t)
	path := filepath.Join(t.TempDir(), "a.canvas")
	_, err := x.openBoard(path, planID)
	wantRefusal(t, err, "error.import_unreadable")
	write(t, path, []byte("Dear sister,"))
	_, err = x.openBoard(path, planID)
	wantRefusal(t, err, "error.file_broken")
	nodes := []string{}
	for i := range plan.MaxPieces + 1 {
		id := strconv.Itoa(i)
		nodes = append(nodes, `{"id":"`+id+`","type":"file","x":0,"y":0,"width":9,"height":9,"file":"`+id+`"}`)
	}
	write(t, path, []byte(`{"nodes":[`+strings.Join(nodes, ",")+`]}`))
	_, err = x.openBoard(path, planID)
	wantRefusal(t, err, "error.pieces_many")
	if err := os.Truncate(path, interop.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	_, err = x.openBoard(path, planID)
	wantRefusal(t, err, "error.import_large")
	x.k.allowed = func(string) bool { return false }
	_, err = x.openBoard(path, planID)
	wantRefusal(t, err, "error.vault_not_allowed")
}

// canvasOf lays a canvas with so many pictures into a folder, each in a file of its
// own.
func canvasOf(t *testing.T, pictures int) (path string) {
	t.Helper()
	folder := t.TempDir()
	nodes := []string{}
	for i := range pictures {
		name := strconv.Itoa(i) + ".jpg"
		write(t, filepath.Join(folder, name), painted(t, uint8(i%250), 8+i/250, 8))
		nodes = append(nodes, `{"id":"`+name+`","type":"file","x":0,"y":0,"width":9,"height":9,"file":"`+name+`"}`)
	}
	path = filepath.Join(folder, "many.canvas")
	write(t, path, []byte(`{"nodes":[`+strings.Join(nodes, ",")+`]}`))
	return path
}

// hears collects what is told of pictures, and does something at each.
func (x *Exchange) hears(at func(BroughtPictures)) {
	x.pictures.tell = func(_ string, news any) {
		if told, is := news.(BroughtPictures); is {
			at(told)
		}
	}
}

func TestOpenBoardTellsOfManyPictures(t *testing.T) {
	x, planID := exchangeAt(t)
	told := []BroughtPictures{}
	x.hears(func(news BroughtPictures) { told = append(told, news) })
	const many = mostPictures + 1 // of a drop no more would come in
	opened, err := x.openBoard(canvasOf(t, many), planID)
	if err != nil || len(opened.Changes.Pieces) != many || len(opened.Remarks) != 0 {
		t.Fatalf("%d pieces, %v, %v", len(opened.Changes.Pieces), opened.Remarks, err)
	}
	first, last := told[0], told[len(told)-1]
	if len(told) != many+2 || first.Done != 0 || first.Of != many || last.Done != many || !last.Over {
		t.Errorf("it tells %d times, from %+v to %+v", len(told), first, last)
	}
	told = told[:0]
	if _, err = x.openBoard(canvasOf(t, fewPictures), planID); err != nil || len(told) != 0 {
		t.Errorf("of a few it tells %+v, %v", told, err)
	}
}

func TestOpenBoardThatIsStopped(t *testing.T) {
	x, planID := exchangeAt(t)
	over := false
	x.hears(func(news BroughtPictures) {
		over = news.Over
		if news.Done == 3 && !news.Over {
			if err := x.pictures.Stop(news.Token); err != nil {
				t.Error(err)
			}
		}
	})
	opened, err := x.openBoard(canvasOf(t, 20), planID)
	if c := opened.Changes; err != nil || !over || len(c.Boards)+len(c.Pieces) != 0 || c.Focus != "" {
		t.Fatalf("over is %t, it made %d boards and %d pieces, %v", over, len(c.Boards), len(c.Pieces), err)
	}
	if len(x.pictures.coming) != 0 {
		t.Error("a batch is still coming")
	}
	if all, err := run(x.k, house.Load); err != nil || len(all.Boards) != 0 {
		t.Errorf("%d boards are there, %v", len(all.Boards), err)
	}
}
