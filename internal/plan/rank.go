package plan

import "strings"

// MaxRank is the length at which the ranks of all siblings are spread anew
// with RanksBetween("", "", n): only thousands of moves to one and the same
// place ever get there.
const MaxRank = 40

// A rank is the part behind the point of a fraction between 0 and 1 in base
// 62, so that bytewise order is the order of siblings and there is always room
// between two. It never ends in the lowest digit, or nothing would fit below.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

const base = len(digits)

// RankBetween is a rank r with a < r < b; an empty string is an open end, and
// a b that is not behind a counts as open. A move changes one row by it. At an
// open end it counts on instead of halving: ten thousand items written one
// after the other have ranks of five characters.
func RankBetween(a, b string) string {
	switch {
	case a == "" && b == "":
		return middle("", "")
	case b == "" || b <= a:
		return above(a)
	case a == "":
		return below(b)
	}
	return middle(a, b)
}

// RanksBetween is n ranks in order between a and b, spread evenly.
func RanksBetween(a, b string, n int) []string {
	if b != "" && b <= a {
		b = ""
	}
	return spread(make([]string, 0, max(n, 0)), a, b, n)
}

func spread(ranks []string, a, b string, n int) []string {
	if n <= 0 {
		return ranks
	}
	mid := middle(a, b)
	ranks = spread(ranks, a, mid, (n-1)/2)
	ranks = append(ranks, mid)
	return spread(ranks, mid, b, n-1-(n-1)/2)
}

// middle is the shortest rank near the middle of a and b; an empty b is 1.
func middle(a, b string) string {
	var r strings.Builder
	for i := 0; ; i++ {
		low, high := digitAt(a, i), base
		if b != "" {
			high = digitAt(b, i)
		}
		switch {
		case high-low > 1:
			r.WriteByte(digits[(low+high)/2])
			return r.String()
		case high-low == 1 && len(b) > i+1:
			r.WriteByte(digits[high])
			return r.String()
		case high-low == 1:
			b = ""
		}
		r.WriteByte(digits[low])
	}
}

// above counts one up. As many leading z as there are, so many digits and one
// more are counted, which makes room for ever more ranks at slowly growing
// length.
func above(a string) string {
	zs := len(a) - len(strings.TrimLeft(a, digits[base-1:]))
	d := numberAt(a, zs)
	for i := len(d) - 1; i >= 0; i-- {
		if d[i]++; d[i] < base {
			break
		}
		d[i] = 0
	}
	return a[:zs] + written(d)
}

// below counts one down, with leading zeros as above has leading z.
func below(b string) string {
	zeros := len(b) - len(strings.TrimLeft(b, digits[:1]))
	d := numberAt(b, zeros)
	if len(b) > zeros+len(d) { // the number alone is already below b
		return b[:zeros] + written(d)
	}
	for i := len(d) - 1; i >= 0; i-- {
		if d[i]--; d[i] >= 0 {
			break
		}
		d[i] = base - 1
	}
	if zeros == 0 && d[0] == 0 {
		return "0zz"
	}
	return b[:zeros] + written(d)
}

// numberAt reads from+1 digits that begin at from.
func numberAt(rank string, from int) []int {
	d := make([]int, from+1)
	for i := range d {
		d[i] = digitAt(rank, from+i)
	}
	return d
}

func written(d []int) string {
	s := make([]byte, len(d))
	for i, v := range d {
		s[i] = digits[v]
	}
	return strings.TrimRight(string(s), digits[:1])
}

// digitAt is the value of a digit, 0 behind the end.
func digitAt(rank string, i int) int {
	if i >= len(rank) {
		return 0
	}
	return max(strings.IndexByte(digits, rank[i]), 0)
}
