package lens

import "strings"

// told tells whether a title has what a repair would add, as far as nobody
// could doubt it: better one repair too many than one that is missed.
func (p *pack) told(repair Repair, words []word) bool {
	for i := range words {
		switch rest := words[i:]; {
		case repair == AddHowMuch && p.portion(rest), repair == AddWhen && p.when(rest), repair == AddWhere && p.where(rest):
			return true
		}
	}
	return false
}

// portion tells whether words begin with a sum, a share or the whole of
// something: "£300", "10%", "every customer", not "every morning". Any other
// amount has made an action of the line before anybody asks.
func (p *pack) portion(words []word) bool {
	if money(words[0]) || strings.HasSuffix(words[0].text, "%") {
		return true
	}
	n := p.lists["all"].start(words)
	if n == 0 || n == len(words) || words[n-1].stop || p.is("prepositions", words[n]) {
		return false
	}
	return !another(words) && !p.when(words)
}

// when tells whether words begin with a time or a day: "tomorrow", "weekly",
// "7 pm", "every morning", "by March", "at seven".
func (p *pack) when(words []word) bool {
	often := p.is("often", words[0]) && !p.is("all", words[0]) && p.over(words, 1) // no weekly shop
	if often || p.lists["when"].start(words) > 0 || p.clock(words) {
		return true
	}
	n := p.lists["before a time"].start(words)
	if n == 0 || n == len(words) {
		return false
	}
	hour := p.bare(words[n:])
	return p.calendar(p.skip(words[n:])) || (p.plain(hour[0].text) && p.over(hour, 1))
}

// clock tells whether words begin with a date or an hour that no other word
// needs to announce: "3/10", "7:30", "7pm", "7 pm", "12 May", "March 2031".
func (p *pack) clock(words []word) bool {
	text := words[0].text
	digits := strings.TrimRight(text, letters)
	hour, minute, _ := strings.Cut(digits, ":")
	switch {
	case strings.Contains(text, "/"):
		return p.date(words) > 0
	case len(minute) == 2:
		return p.plain(hour)
	case digits != text && p.plain(digits):
		return p.is("times", word{text: text[len(digits):]})
	case len(words) == 1 || words[0].stop:
		return false
	case p.is("months", words[0]):
		return p.plain(words[1].text)
	}
	return p.plain(text) && p.calendar(words[1:])
}

// calendar tells whether words begin with a day, or a part of one or of a year.
func (p *pack) calendar(words []word) bool {
	return p.entry("times", words) || p.entry("months", words) || p.lists["when"].start(words) > 0
}

// plain tells of a number that is neither a sum nor a share.
func (p *pack) plain(text string) bool {
	return p.number(text) && !strings.ContainsAny(text, "€$£%")
}

// where tells whether words begin with a place: "online", "at the kitchen table".
func (p *pack) where(words []word) bool {
	n := p.lists["before a place"].start(words)
	return p.entry("where", words) || (n > 0 && p.entry("places", p.skip(words[n:])))
}

// entry tells whether words begin with an entry of a list, and it is over there.
func (p *pack) entry(list string, words []word) bool {
	n := p.lists[list].start(words)
	return n > 0 && p.over(words, n)
}

// over tells whether the first n words do not belong to a noun behind them, as
// they do in "online shop". Where the verb is last a noun has a capital.
func (p *pack) over(words []word, n int) bool {
	return n == len(words) || words[n-1].stop || !words[n].name && (p.last || !p.thing(words[n]))
}
