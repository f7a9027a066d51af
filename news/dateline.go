package news

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

const (
	outlet  = `(?:本[报刊网台社]|[\p{Han}A-Za-z0-9]{1,10}?(?:社|网|报|台|之家|客户端|在线|快讯|头条|财经|科技|新闻))`
	place   = `[\p{Han}\s　、]{0,14}?`
	day     = `(?:\d{4}\s*年\s*)?[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日`
	makers  = `(?:\s*[（(][^（）()]{1,80}[）)])?`
	reports = `(?:\s*(?:本[报刊网台])?(?:见习|实习|特约)?(?:记者|通讯员)(?:[^，。；：:,;]{1,24}?(?:报道|电)|\s*[\p{Han}·]{1,4}(?:[\s　、]+(?:通讯员\s*)?[\p{Han}·]{1,4}){0,3}[\s　]+))?`
)

// datelines are the forms of words that say, before the text, who reported it
// where and when. Each stands at the beginning.
var datelines = []*regexp.Regexp{
	regexp.MustCompile(`^[（(【]?(?:本[报刊网台社](?:综合)?[讯訊])[）)】]?` + makers + reports),
	regexp.MustCompile(`^` + outlet + `(?:综合)?讯` + `(?:\s*[（(][^（）()]{1,80}[）)]|[\s　，,：:])` + reports),
	regexp.MustCompile(`^[（(【]?` + outlet + place + day + `\s*(?:专?[电電]|讯|消息|訊)(?:\s*[（(][^（）()]{1,80}[）)]|[）)】])?` + reports),
	regexp.MustCompile(`^` + outlet + `消息(?:\s*[（(][^（）()]{1,80}[）)]\s*|[\s　，,：:])` + reports),
	regexp.MustCompile(`^【[^【】]{1,24}(?:讯|电|报道|记者[^【】]{0,20})】` + reports),
	regexp.MustCompile(`^[（(](?:本[报刊网台])?(?:见习|实习|特约)?(?:记者|通讯员)[^（）()。]{1,60}[）)]`),
	regexp.MustCompile(`^(?:` + outlet + `)?(?:见习|实习|特约)?记者[\s　]*[\p{Han}·、，\s　]{1,24}?(?:摄影|综合)?报道\s*[：:，,]`),
}

// notOutlets begin a sentence that tells of a message, not a dateline.
var notOutlets = regexp.MustCompile(`^(?:据|从|根据|昨|今|在|有|最新|这)`)

// cutDateline takes the dateline before a paragraph off it.
func cutDateline(text string) (dateline, rest string) {
	if notOutlets.MatchString(text) {
		return "", text
	}
	for _, re := range datelines {
		if m := re.FindStringIndex(text); m != nil {
			rest = strings.TrimLeft(text[m[1]:], " \t　，,：:—-;；")
			return strings.TrimRight(text[:m[1]], " \t　，,：:"), rest
		}
	}
	return "", text
}

// imprint is a line of a page that only says when and where it was published.
type imprint struct {
	date, source, author string
}

var (
	imprintLine = regexp.MustCompile(`^(?:(?:发布|发表|更新|出版|刊发|发稿)?(?:时间|日期)?\s*[:：]?\s*)(` + datePattern + `)(?:` + clockPattern + `)?\s*(?:星期|周)?[一二三四五六日天]?\s*(.*)$`)
	imprintRest = regexp.MustCompile(`^(?:[|｜/·\s　]*(?:(?:来源|来自|作者|责任编辑|责编|编辑|记者|通讯员|浏览|阅读|点击|字号|分享|打印|评论|版次|版面|农历)|第\s*\S{1,4}\s*版|[A-Z]?\d{1,3}\s*版|[\p{Han}]{2,6}版).*)?$`)
	imprintFrom = regexp.MustCompile(`(?:来源|来自)\s*[:：]\s*([^\s|｜　]+)`)
	imprintBy   = regexp.MustCompile(`作者\s*[:：]\s*([^\s|｜　]+)`)
	sourceFirst = regexp.MustCompile(`^来源\s*[:：]\s*([^\s|｜　]+)[\s|｜　]+(?:(?:发布|发表|更新)?(?:时间|日期)\s*[:：]?\s*)?(` + datePattern + `)`)
)

// readImprint reads a line such as 2021年1月29日 星期五 第3版, or
// 发布时间：2021-01-29 08:00 来源：某报.
func readImprint(s string) (imprint, bool) {
	if utf8.RuneCountInString(s) > 80 || strings.ContainsAny(s, "。！？") {
		return imprint{}, false
	}
	if m := sourceFirst.FindStringSubmatch(s); m != nil {
		return imprint{date: parseDate(m[2]), source: m[1]}, true
	}
	m := imprintLine.FindStringSubmatch(s)
	if m == nil || !imprintRest.MatchString(m[len(m)-1]) {
		return imprint{}, false
	}
	p := imprint{date: parseDate(m[1])}
	if len(p.date) != len("2006-01-02") {
		return imprint{}, false // a year or a month may be a heading
	}
	if f := imprintFrom.FindStringSubmatch(s); f != nil {
		p.source = f[1]
	}
	if f := imprintBy.FindStringSubmatch(s); f != nil {
		p.author = f[1]
	}
	return p, true
}

// delivered is a line that says when and where a speech was given or a paper passed, below
// its title: ——2022年3月5日在第十三届全国人民代表大会第五次会议上, （2018年3月20日通过）.
var delivered = regexp.MustCompile(`^(?:[—–－―─-]+\s*(` + datePattern + `)[^。！？；]*|[（(]\s*(` + datePattern + `)[^。！？；（）()]*[）)])$`)

// deliveredOn is the date of such a line to the day, "" for others.
func deliveredOn(s string) string {
	if utf8.RuneCountInString(s) > 80 {
		return ""
	}
	m := delivered.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	date := parseDate(m[1])
	if date == "" {
		date = parseDate(m[len(m)/2+1])
	}
	if len(date) != len(time.DateOnly) {
		return ""
	}
	return date
}
