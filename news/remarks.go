package news

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	furniture = regexp.MustCompile(`^(?:[—\-－–·\s]*\d{1,3}[—\-－–·\s]*|第\s*\d{1,4}\s*[页頁版]|(?:第\s*)?[A-Z]?\d{1,3}\s*版(?:[\s·:：|｜]*[\p{Han}·]{0,8})?|第\s*\d+\s*页\s*[,，/]?\s*共\s*\d+\s*页|\d{1,4}\s*/\s*\d{1,4}|(?:分享到|字号|打印本?页?|关闭窗口?)\s*[:：]?[\s大中小]*|Page\s+\d+(?:\s+of\s+\d+)?|[（(]?(?:完|全文完|下转.{1,12}|上接.{1,12})[）)]?)$`)
	// pointsAt is a sentence inside a text that says what a picture shows.
	pointsAt  = regexp.MustCompile(`[。！？!?]\s*(?:图为|图片为|圖為)`)
	captionTo = regexp.MustCompile(`^[（(]?(?:图为|圖為|图片为|题图|图[①-⑳]|图[一二三四五六七八九十\d]{1,2}\s*[:：为、]|这是[^，。]{0,16}拍摄的|[上下左右]图\s*[为是:：]?|[▲△▼]\s*[\p{Han}])`)
)

// readRemarks finds the units that are no text: page numbers go, bylines,
// credits and imprints are marked, a short text before a credit is a caption.
func readRemarks(us []unit) []unit {
	us = dropFurniture(us)
	for i := range us {
		u := &us[i]
		if u.kind != textUnit && (u.kind != sectionUnit || beforeTitle(us, i)) {
			continue
		}
		if r, ok := readRemark(u.text); ok {
			u.kind, u.remark = noteUnit, r
		} else if p, ok := readImprint(u.text); ok && u.kind == textUnit {
			u.kind, u.imprint = imprintUnit, p
		} else if u.kind == textUnit && !u.final && signs(us, i) {
			u.kind, u.remark = noteUnit, remark{kind: NoteByline, last: true}
			if i > 0 && us[i-1].kind == textUnit && isOpen(us[i-1].text) {
				us[i-1].kind, us[i-1].remark = noteUnit, u.remark
			}
		}
	}
	return shortCaptions(us)
}

// dropFurniture leaves out page numbers and the like.
func dropFurniture(us []unit) []unit {
	var out []unit
	for i, u := range us {
		if u.kind == textUnit && furniture.MatchString(u.text) {
			if !allDigits.MatchString(u.text) || !cutNumber(us, i, out) {
				continue
			}
		}
		out = append(out, u)
	}
	return out
}

// cutNumber says whether a bare number is no page number but the rest of one that
// the text above stops in, or the beginning of a year that the next unit goes on
// with (20 / 20年). To lose digits of a figure would be worse than to keep a page
// number.
func cutNumber(us []unit, i int, above []unit) bool {
	if n := len(above); n > 0 && above[n-1].kind == textUnit {
		if t := above[n-1].text; strings.ContainsAny(t[len(t)-1:], "0123456789.,") {
			return true
		}
	}
	return i+1 < len(us) && cutYear.MatchString(us[i].text+us[i+1].text) && !cutYear.MatchString(us[i+1].text)
}

var (
	cutYear   = regexp.MustCompile(`^(?:19|20)\d\d\s*年`)
	allDigits = regexp.MustCompile(`^\d{1,3}$`)
)

// signs says whether a unit is the line of reporters' names at the end of an article.
func signs(us []unit, i int) bool {
	above := us[max(i-1, 0)]
	if i == 0 || above.kind == titleUnit || above.kind == textUnit && isOpen(above.text) && utf8.RuneCountInString(above.text) > officeRunes {
		return namesOnly(us[i].text, 2)
	}
	return namesOnly(strings.Trim(us[i].text, "()（） "), 1)
}

// officeRunes is the longest line above a lone name that is taken for the office
// that its bearer speaks in.
const officeRunes = 12

func beforeTitle(us []unit, i int) bool {
	return i+1 < len(us) && us[i+1].kind == titleUnit
}

// shortCaptions makes captions of the texts that a picture's credit stands below.
func shortCaptions(us []unit) []unit {
	typical := typicalGap(us)
	for i := range us {
		if us[i].kind != noteUnit || !us[i].remark.picture || i == 0 {
			continue
		}
		t := &us[i-1]
		if t.kind == textUnit && !t.final && captions(us, i-1, typical) {
			t.kind = captionUnit
		}
	}
	return us
}

// captions says whether the text unit at i, above a credit, is a caption: it says
// so (图为), or is short and does not end the paragraph before it, or is one
// sentence, or stands apart from the article.
func captions(us []unit, i, typical int) bool {
	t := us[i]
	n := utf8.RuneCountInString(t.text)
	if captionTo.MatchString(t.text) || pointsAt.MatchString(t.text) && n <= captionRunes {
		return true
	}
	if i == 0 && !followedByText(us, i) || n > captionRunes || beginsReport(t.text) {
		return false
	}
	brokenAbove := us[i-min(i, 1)].kind == textUnit && i > 0 && isOpen(us[i-1].text)
	switch {
	case isOpen(t.text):
		return i > 0 && n <= headlineRunes && !strings.ContainsAny(t.text, "。！？")
	case brokenAbove:
		return false
	}
	return n <= 45 || t.gap > typical+1
}

func followedByText(us []unit, i int) bool {
	return slices.ContainsFunc(us[i+1:], func(u unit) bool { return u.kind == textUnit })
}

// typicalGap is the number of blank lines between most paragraphs.
func typicalGap(us []unit) int {
	count := map[int]int{}
	best := 1
	for _, u := range us {
		if u.kind == textUnit && u.gap > 0 {
			if count[u.gap]++; count[u.gap] > count[best] {
				best = u.gap
			}
		}
	}
	return best
}
