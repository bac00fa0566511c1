package interop

import (
	"regexp"
	"strings"
)

// presets are the inks that a canvas has a colour of its own for: each program
// draws those as it likes, as we do with inks.
func presets() map[string]string {
	return map[string]string{"rose": "1", "clay": "2", "sun": "3", "leaf": "4", "sea": "5", "plum": "6"}
}

// inks are the others, as they are in the light.
func inks() map[string]string {
	return map[string]string{
		"ink": "#2a2520", "stone": "#67635a", "paper": "#fefdfb", "moss": "#2c5839", "sky": "#90a9b8", "sand": "#ecceb3",
		"rose": "#e2afae", "clay": "#833f29", "sun": "#e3b56d", "leaf": "#bcd4a0", "sea": "#12484b", "plum": "#5d395a",
	}
}

// canvasInk is a colour of a piece as a canvas says it.
func canvasInk(ink string) string {
	if preset := presets()[ink]; preset != "" {
		return preset
	}
	return inkNumber(ink)
}

// inkNumber is a colour by its number: "#2a2520".
func inkNumber(ink string) string {
	if known := inks()[ink]; known != "" {
		return known
	}
	return ink
}

func inkNumbers(colours string) []string {
	all := strings.Fields(colours)
	for i, one := range all {
		all[i] = inkNumber(one)
	}
	return all
}

var canvasHex = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// readInk is the colour of a piece that a canvas says; "" is none that one knows.
func readInk(said string) string {
	said = strings.ToLower(said)
	for ink, preset := range presets() {
		if said == preset {
			return ink
		}
	}
	for ink, known := range inks() {
		if said == known {
			return ink
		}
	}
	if canvasHex.MatchString(said) {
		return said
	}
	return ""
}
