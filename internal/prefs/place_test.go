package prefs

import "testing"

func TestPlaceWithin(t *testing.T) {
	laptop := Rect{0, 27, 1440, 873}
	left, right := Rect{-1920, 0, 1920, 1080}, Rect{1440, 0, 2560, 1440}
	for _, c := range []struct {
		name    string
		place   Place
		screens []Rect
		want    Place
	}{
		{"stays where it fits", Place{100, 100, 1280, 700, false}, []Rect{laptop}, Place{100, 100, 1280, 700, false}},
		{"stays on the second screen", Place{1600, 50, 1280, 800, false}, []Rect{laptop, right}, Place{1600, 50, 1280, 800, false}},
		{"stays on a screen to the left of the first", Place{-1500, 50, 1280, 800, false}, []Rect{laptop, left}, Place{-1500, 50, 1280, 800, false}},
		{"comes over from a screen that is gone", Place{1600, 50, 1280, 800, false}, []Rect{laptop}, Place{160, 50, 1280, 800, false}},
		{"comes over from the left as well", Place{-1500, 50, 1280, 800, false}, []Rect{laptop}, Place{0, 50, 1280, 800, false}},
		{"comes down below the bar of the system", Place{0, -40, 1280, 800, false}, []Rect{laptop}, Place{0, 27, 1280, 800, false}},
		{"comes up from below the screen", Place{0, 2000, 1280, 800, false}, []Rect{laptop}, Place{0, 100, 1280, 800, false}},
		{"shrinks to a smaller screen", Place{300, 200, 2000, 1300, false}, []Rect{{0, 0, 1024, 700}}, Place{0, 0, 1024, 700, false}},
		{"goes to the screen that shows most of it", Place{1300, 50, 1280, 800, false}, []Rect{laptop, right}, Place{1440, 50, 1280, 800, false}},
		{"goes to the first when none shows it", Place{9000, 9000, 800, 600, false}, []Rect{right, laptop}, Place{3200, 840, 800, 600, false}},
		{"stays maximised", Place{9000, 50, 800, 600, true}, []Rect{laptop}, Place{640, 50, 800, 600, true}},
		{"stays when there is no screen to ask", Place{9000, 50, 800, 600, false}, nil, Place{9000, 50, 800, 600, false}},
		{"stays unknown", Place{}, []Rect{laptop}, Place{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.place.Within(c.screens); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
