package prefs

// Place is where a window stands: its size and the corner that one begins to
// read at, in the units of the system. Without a size nothing is known of it.
type Place struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"` // then the rest is where it goes when it no longer is
}

// Rect is a screen without its bars and docks, in the units of the system. The
// first of several is the one that a window goes to when it has to go somewhere.
type Rect struct{ X, Y, Width, Height int }

// Known says whether the place has been seen at all.
func (p Place) Known() bool {
	return p.Width > 0 && p.Height > 0
}

// Within is the place, moved and shrunk as little as it takes to stand on one
// of the screens as a whole: the one that shows most of it, or else the first.
// So its title bar can always be reached, whatever became of the screen that it
// once stood on. Without a screen it stays as it is.
func (p Place) Within(screens []Rect) Place {
	if len(screens) == 0 || !p.Known() {
		return p
	}
	best, most := screens[0], 0
	for _, screen := range screens {
		if seen := p.seenOn(screen); seen > most {
			best, most = screen, seen
		}
	}
	p.X, p.Width = fit(p.X, p.Width, best.X, best.Width)
	p.Y, p.Height = fit(p.Y, p.Height, best.Y, best.Height)
	return p
}

// seenOn is how much of the place the screen shows.
func (p Place) seenOn(s Rect) int {
	width := min(p.X+p.Width, s.X+s.Width) - max(p.X, s.X)
	height := min(p.Y+p.Height, s.Y+s.Height) - max(p.Y, s.Y)
	return max(width, 0) * max(height, 0)
}

// fit pushes a stretch into another, and cuts it when it is longer.
func fit(at, length, from, room int) (int, int) {
	length = min(length, room)
	return min(max(at, from), from+room-length), length
}
