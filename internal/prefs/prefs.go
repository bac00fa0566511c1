// Package prefs is what this computer remembers of its user: how the window
// looks and where it stands, and which vault was open last. None of it is part
// of a plan, and losing all of it loses no work.
//
// Its rules: the file is a small JSON object, readable by this user only; it is
// replaced as a whole, so that a fall of the battery leaves the old one or the
// new one; and whatever is wrong with it (missing, broken, written by a newer
// Cairn) means the ordinary preferences and never stops a start.
package prefs

import "regexp"

// Prefs are the preferences of one user of this computer.
type Prefs struct {
	Version int    `json:"version"` // of the file's form; a higher one is not understood
	Look    Look   `json:"look"`
	Dark    bool   `json:"dark"`   // how Look.Theme turned out last: the colour of a window that shows no page yet
	Window  Place  `json:"window"` // where the window stood
	Vault   string `json:"vault"`  // the vault that was open last; empty: the one at its ordinary place

	Recent []string `json:"recent"` // the vaults that were opened, newest first
}

// mostRecent is how many vaults are remembered.
const mostRecent = 10

// Opened puts a vault before all that were opened earlier.
func (p *Prefs) Opened(path string) {
	recent := []string{path}
	for _, other := range p.Recent {
		if other != path && len(recent) < mostRecent {
			recent = append(recent, other)
		}
	}
	p.Recent = recent
}

// Look is what the settings offer.
type Look struct {
	Theme    Theme  `json:"theme"`
	Zoom     int    `json:"zoom"`     // of all text, in percent of the usual size: 80 to 200
	Spelling bool   `json:"spelling"` // mark words that no dictionary knows
	Lens     string `json:"lens"`     // the language in which titles are read; empty: they are not
	Remind   bool   `json:"remind"`   // tell of what was planned for a time, through the system
	Quiet    string `json:"quiet"`    // the hours in which it tells nothing, HH:MM-HH:MM; empty: none
	Letters  string `json:"letters"`  // of SMARTER that a goal is asked for, parted by spaces; empty: all
	Coach    bool   `json:"coach"`    // sit beside others: offer what that takes before there is anybody
}

// Theme says who decides between the light and the dark colours.
type Theme string

// The themes.
const (
	System Theme = "system"
	Light  Theme = "light"
	Dark   Theme = "dark"
)

const (
	version             = 1
	minZoom, maxZoom    = 80, 200
	ordinaryZoom        = 100
	ordinaryLens        = "en"
	ordinaryQuiet       = "22:00-07:00"
	minWidth, minHeight = 300, 200 // anything smaller is no window
)

// Ordinary are the preferences of somebody who has none yet.
func Ordinary() Prefs {
	return Prefs{Version: version, Look: Look{
		Theme: System, Zoom: ordinaryZoom, Spelling: true, Lens: ordinaryLens, Remind: true, Quiet: ordinaryQuiet,
	}}
}

// quiet is two times of a day, or nothing.
var quiet = regexp.MustCompile(`^(([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)?$`)

// tidy turns what cannot be into what is nearest to it.
func (p Prefs) tidy() Prefs {
	p.Version = version
	switch p.Look.Theme {
	case System, Light, Dark:
	default:
		p.Look.Theme = System
	}
	if !quiet.MatchString(p.Look.Quiet) {
		p.Look.Quiet = ordinaryQuiet
	}
	p.Look.Zoom = min(max(p.Look.Zoom, minZoom), maxZoom)
	if p.Window.Width < minWidth || p.Window.Height < minHeight {
		p.Window = Place{Maximised: p.Window.Maximised}
	}
	return p
}
