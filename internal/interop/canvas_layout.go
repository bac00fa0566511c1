package interop

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The measures of a card and of the room around it, in the units of a canvas,
// which are about pixels.
const (
	cardWidth  = 280.0
	cardLine   = 24.0 // of text
	cardEdge   = 36.0 // above and below the text together
	cardLetter = 30   // letters that fit beside each other
	cardLines  = 12   // beyond these a card scrolls
	gapAcross  = 120.0
	gapDown    = 24.0
)

// card is where an entry lies on a canvas.
type card struct {
	x, y, height float64

	block float64 // the height of all that lies at or right of it
	below float64 // the height of what stands right below it
	next  float64 // where what stands below it goes on
}

// layOut lays entries out as a tree from the left to the right: a column for
// each level, and each card in the middle of those below it.
func layOut(entries []Entry) []card {
	cards := make([]card, len(entries))
	heights := map[int]float64{} // by depth, those of what is not yet laid below something
	for i, e := range slices.Backward(entries) {
		c := &cards[i]
		c.height = cardHeight(cardText(e))
		c.below = heights[e.Depth+1]
		c.block = max(c.height+gapDown, c.below)
		heights[e.Depth+1] = 0
		heights[e.Depth] += c.block
	}
	var open []int
	top := 0.0
	for i, e := range entries {
		c := &cards[i]
		start := &top
		if open = open[:e.Depth]; e.Depth > 0 {
			start = &cards[open[e.Depth-1]].next
		}
		c.x, c.y = float64(e.Depth)*(cardWidth+gapAcross), *start+(c.block-gapDown-c.height)/2
		c.next = *start + (c.block-c.below)/2
		*start += c.block
		open = append(open, i)
	}
	return cards
}

// cardHeight is the height that a text needs, up to where a card scrolls.
func cardHeight(text string) float64 {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/cardLetter
	}
	return cardEdge + cardLine*float64(min(lines, cardLines))
}
