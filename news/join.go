package news

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// join puts paragraphs together that were cut in mid-sentence, over page
// numbers, credits and captions that stand between the pieces.
func join(us []unit) []unit {
	words, series := latinWords(us), readSeries(us)
	out := us[:0:0]
	open := -1 // the text that may go on
	for _, u := range us {
		switch u.kind {
		case textUnit:
			if open >= 0 && joins(out[open], u, series) {
				a := &out[open]
				a.text += seam(a.text, u.text, words) + u.text
				continue
			}
			open = len(out)
		case titleUnit, sectionUnit, kickerUnit, ruleUnit:
			open = -1
		}
		out = append(out, u)
	}
	return out
}

// joins says whether b goes on with the sentence that a stops in.
func joins(a, b unit, s series) bool {
	if len(a.text) > joinedBytes || a.final || b.final || a.whole || b.whole || deliveredOn(a.text) != "" {
		return false
	}
	tail, _ := utf8.DecodeLastRuneInString(a.text)
	switch {
	case strings.ContainsRune("；;", tail):
		return strings.ContainsRune(a.text, '。') && !s.holds(b.text) && !b.indent
	case !isOpen(a.text):
		return strings.ContainsRune("，、。；！？,;）”", firstRune(b.text))
	case breaksOff(a.text):
		return true
	}
	return !s.holds(b.text) && !beginsReport(b.text) && (!b.indent || continues(b.text))
}

// series are the marks that number the paragraphs of a page.
type series map[string]bool

const chineseDigits = "零一二三四五六七八九十"

var itemNumber = regexp.MustCompile(`^([（(第]?)([一二三四五六七八九十]{1,3}|\d{1,2})([、，,：:.．)）是要来条])`)

func readSeries(us []unit) series {
	s := series{}
	for _, u := range us {
		if m := itemNumber.FindStringSubmatch(u.text); m != nil {
			s[m[1]+m[2]+m[3]] = true
		}
	}
	return s
}

// holds says whether a text begins as an item of a list: with a bullet, or with a
// number whose neighbour another paragraph begins with (第二, next to 第一,).
func (s series) holds(text string) bool {
	m := itemNumber.FindStringSubmatch(text)
	if m == nil {
		return numberedItem.MatchString(text)
	}
	digits := []rune(chineseDigits)
	n, err := strconv.Atoi(m[2])
	if err != nil {
		n = slices.Index(digits, firstRune(m[2]))
	}
	for _, k := range []int{n - 1, n + 1} {
		number := strconv.Itoa(k)
		if err != nil && k >= 0 && k < len(digits) {
			number = string(digits[k])
		}
		if s[m[1]+number+m[3]] {
			return true
		}
	}
	return err != nil && utf8.RuneCountInString(m[2]) > 1 // 十一、
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// latinWords are the words of an alphabet on a page: they tell whether a word
// was cut in two or two words were parted.
func latinWords(us []unit) map[string]bool {
	words := map[string]bool{}
	for _, u := range us {
		for _, w := range strings.FieldsFunc(u.text, func(r rune) bool { return !latinLetter(r) }) {
			words[w] = true
		}
	}
	return words
}

// seam is what joins two pieces of a paragraph.
func seam(a, b string, words map[string]bool) string {
	s := glue(a, b)
	if s == " " {
		head := a[strings.LastIndexFunc(a, func(r rune) bool { return !latinLetter(r) })+1:]
		tail := b
		if i := strings.IndexFunc(b, func(r rune) bool { return !latinLetter(r) }); i >= 0 {
			tail = b[:i]
		}
		if words[head+tail] && head != "" && tail != "" {
			return ""
		}
	}
	return s
}
