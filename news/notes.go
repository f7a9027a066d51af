package news

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// remark is what a line that is no text turned out to be.
type remark struct {
	kind    NoteKind
	picture bool // it is about a picture: what stands before it is a caption
	last    bool // an article ends with it
}

var (
	textSource    = regexp.MustCompile(`^(?:(?:稿件|信息|文章|内容|新闻|本文|资料)?来源|稿源|转自|转载自|摘自|原载|来\s*源)\s*(?:[:：]|于)\s*\S`)
	pictureSource = regexp.MustCompile(`^(?:(?:图片|照片|题图|配图|图|资料图)(?:来源|源自|提供|版权)\s*[:：/／]?\s*\S|图源\s*[:：/／]?\s*\S|(?:本[版文])?(?:图片|照片|图)\s*(?:均)?由\S{1,20}提供|新华社照片，\S{2,30}$|\S{1,16}\s*[/／]?\s*供图|供图\s*[:：/／]\s*\S|(?:网络|受访者)?资料(?:图片?|照片)|视觉中国|CFP|图片由)`)
	photoLabel    = regexp.MustCompile(`^(?:摄影|摄|图|图片|照片|制图|绘图|漫画|绘画)\s*[:：/／]\s*\S`)
	photoTail     = regexp.MustCompile(`[\s/／]*(摄影报道|摄影|摄|制图|绘|攝)$`)
	textAndPhoto  = regexp.MustCompile(`文\s*[/／、并]?\s*图|图\s*[/／、]\s*文|文字?\s*[/／]|采写|撰文`)
)

// remarkRunes is the longest line that is tried as a remark.
const remarkRunes = 70

// readRemark says what a line is that holds no text of an article: who wrote it,
// who took the picture, where it comes from.
func readRemark(s string) (remark, bool) {
	s = strings.TrimSpace(s)
	n := utf8.RuneCountInString(s)
	if n < 2 || n > remarkRunes || strings.ContainsAny(s, "。！？；“") {
		return remark{}, false
	}
	bare := strings.Trim(s, bullets+"()（）[]【】—-")
	switch {
	case textSource.MatchString(bare):
		return remark{kind: NoteSource}, n <= 50
	case pictureSource.MatchString(bare) && n <= 40:
		return remark{kind: NoteSource, picture: true}, true
	case photoLabel.MatchString(bare) && !textAndPhoto.MatchString(bare) && n <= 30:
		return remark{kind: NotePhoto, picture: true}, true
	case isPhotoCredit(bare):
		return remark{kind: NotePhoto, picture: true}, true
	case isByline(s):
		return remark{kind: NoteByline, last: closing.MatchString(bare)}, true
	}
	return remark{}, false
}

// isPhotoCredit reads 赵明玉/摄, 新华社记者 甲 摄, 新华社发（甲摄）, 甲 制图.
func isPhotoCredit(bare string) bool {
	tail := photoTail.FindString(bare)
	who := strings.TrimSuffix(bare, tail)
	if tail == "" || who == "" || utf8.RuneCountInString(who) > 30 || textAndPhoto.MatchString(bare) {
		return false
	}
	if isByline(who) || namesOnly(who, 1) {
		return true
	}
	outlet, name, _ := strings.Cut(strings.NewReplacer("（", " ", "(", " ").Replace(who), " ")
	if outletOnly.MatchString(outlet) {
		return utf8.RuneCountInString(name) <= 12
	}
	parted := strings.ContainsAny(tail, " /／　\t")
	return parted && utf8.RuneCountInString(who) <= 8 && onlyHan(strings.Join(tokens(who), ""))
}

var (
	trailingBracket = regexp.MustCompile(`\s*[（(【\[]([^（）()【】\[\]]{1,60})[）)】\]]\s*$`)
	theEnd          = regexp.MustCompile(`\s*[（(【](?:完|全文完|下转.{1,12}|上接.{1,12}|未完待续|续完)[）)】]\s*$`)
)

// cutRemarks takes the remarks behind a paragraph's last sentence off it, in
// brackets or not, last printed last. last says that the article ends here.
func cutRemarks(text string) (rest string, notes []Note, picture, last bool) {
	for range 4 {
		if m := theEnd.FindStringIndex(text); m != nil {
			text, last = strings.TrimSpace(text[:m[0]]), true
			continue
		}
		at, r := trailingRemark(text)
		if at <= 0 {
			break
		}
		notes = append([]Note{{Kind: r.kind, Text: strings.TrimSpace(text[at:])}}, notes...)
		picture, last = picture || r.picture, last || r.last
		text = strings.TrimSpace(text[:at])
	}
	return text, notes, picture, last
}

// trailingRemark finds where the last remark of a paragraph begins.
func trailingRemark(text string) (int, remark) {
	if m := trailingBracket.FindStringSubmatchIndex(text); m != nil {
		inner := text[m[2]:m[3]]
		if r, ok := readRemark(inner); ok {
			return m[0], r
		}
		if !isOpen(text[:m[0]]) && namesOnly(inner, 1) {
			return m[0], remark{kind: NoteByline}
		}
	}
	end := strings.LastIndexAny(text, "。！？…")
	if end < 0 {
		return 0, remark{}
	}
	_, n := utf8.DecodeRuneInString(text[end:])
	at := end + n
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune("”’」』", r) {
			break
		}
		at += n
	}
	tail := text[at:]
	if r, ok := readRemark(tail); ok {
		return at, r
	}
	if strings.TrimLeft(tail, " \t　") != tail && namesOnly(tail, 1) {
		return at, remark{kind: NoteByline}
	}
	return 0, remark{}
}
