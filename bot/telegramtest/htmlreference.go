package telegramtest

import (
	"strings"
	"unicode/utf8"
)

// reference reads &lt; &gt; &amp; &quot; or a number; anything else stays as it
// is written.
func (p *htmlParser) reference() bool {
	r, size := readReference(p.in[p.at:])
	if size == 0 {
		return false
	}
	p.broken = p.broken || !utf8.ValidRune(r)
	p.put(r, string(r))
	p.at += size
	return true
}

func readReference(s string) (r rune, size int) {
	end := 1
	if strings.HasPrefix(s, "&#") {
		r, end = readNumber(s)
	} else {
		for end < len(s) && isAlpha(s[end]) {
			end++
		}
		r = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"'}[s[1:end]]
	}
	if r == 0 || r >= 0x10ffff || end >= 10 {
		return 0, 0
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	return r, end
}

func readNumber(s string) (r rune, end int) {
	base, end := rune(10), 2
	if strings.HasPrefix(s, "&#x") {
		base, end = 16, 3
	}
	for ; end < len(s) && r < 0x110000; end++ {
		digit := strings.IndexByte("0123456789abcdef", s[end]|0x20)
		if s[end] < '0' || digit < 0 || rune(digit) >= base {
			break
		}
		r = r*base + rune(digit)
	}
	return r, end
}
