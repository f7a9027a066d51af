package ledger

import (
	"strings"
	"unicode/utf8"

	"youju/hanzi"
)

// joinNames puts names together that the dictionary does not know: words of the
// title, persons after a surname, runs of single characters.
func (p *passage) joinNames(title string) {
	out, companies := p.tokens[:0], p.listedCompanies()
	for i := 0; i < len(p.tokens); {
		n := p.spelled(i, companies)
		if n == 0 {
			n = p.titled(i, title)
		}
		for _, rule := range []func(int) int{p.dotted, p.registered, p.district, p.foreign, p.addressed, p.someone, p.person, p.fragments, p.unknownBody} {
			if n == 0 {
				n = rule(i)
			}
		}
		if n < 2 && !(n == 1 && len(companies) > 0) {
			out = append(out, p.tokens[i])
			i++
			continue
		}
		last := p.tokens[i+n-1]
		out = append(out, token{start: p.tokens[i].start, end: last.end, text: string(p.folded[p.tokens[i].start:last.end]), class: name, figure: -1})
		i += n
	}
	p.tokens = out
}

// run is how many tokens from i on stand side by side and pass.
func (p *passage) run(i int, pass func(token) bool) int {
	n := 0
	for i+n < len(p.tokens) && p.tokens[i+n].figure < 0 && pass(p.tokens[i+n]) && (n == 0 || p.tokens[i+n-1].end == p.tokens[i+n].start) {
		n++
	}
	return n
}

// titled is how many tokens from i on are words of the title that the dictionary
// cuts apart: 布洛涅森林, of 卡利尼奇 in 尼古拉·卡利尼奇.
func (p *passage) titled(i int, title string) int {
	if title == "" || len(title) > 3*maxEntry || p.tokens[i].class == mark || p.tokens[i].class == de || p.tokens[i].figure >= 0 {
		return 0
	}
	text, best, odd := "", 0, false
	p.run(i, func(t token) bool {
		text += t.text
		if t.class == mark && t.text != "·" || !strings.Contains(title, text) {
			return false
		}
		odd = odd || t.class == name || t.single() && t.class != de
		best++
		return true
	})
	if !odd {
		return 0
	}
	return best
}

func (t token) single() bool { return t.end-t.start == 1 }

// Surnames are Chinese ones that are seldom a word of their own.
const Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱林郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔邱秦江史侯邵孟段雷钱汤尹黎易常武乔贺赖龚颜倪俞葛韦聂焦柳邢岳齐梅莫庄祝涂祁耿牟詹苗凌靳童欧甄裴覃霍翁隋柏柯阮闵冉符褚滕窦蓝骆"

// person is the length of a Chinese name at i: a surname and one or two single characters.
func (p *passage) person(i int) int {
	if t := p.tokens[i]; !t.single() || !strings.Contains(Surnames, t.text) || i > 0 && p.tokens[i-1].class == name && p.tokens[i-1].single() {
		return 0
	}
	if own[p.tokens[i].text] == adverb && i+1 < len(p.tokens) && p.tokens[i+1].class == verb {
		return 0 // 铁头|曾|说
	}
	n := p.run(i+1, func(t token) bool { return t.single() && t.given() })
	if n < 1 || n > 2 || p.tokens[i+1].start != p.tokens[i].end {
		return 0
	}
	return 1 + n
}

// addressed is the length of a person with a title at i: 董|先生.
func (p *passage) addressed(i int) int {
	if t := p.tokens[i]; i+1 < len(p.tokens) && t.single() && titles[p.tokens[i+1].text] && p.tokens[i+1].text != "某" && p.tokens[i+1].start == t.end && strings.Contains(Surnames, t.text) {
		return 2
	}
	return 0
}

// someone is the length of a person whose name is kept back at i: 管|某, 李|某|某.
func (p *passage) someone(i int) int {
	t := p.tokens[i]
	if _, known := own[t.text]; known || !t.single() || joints[t.text] || !hanWord(t.text) || t.class != noun && t.class != name && !strings.Contains(Surnames, t.text) {
		return 0
	}
	n := p.run(i+1, func(t token) bool { return t.text == "某" || t.text == "某某" })
	if n == 0 || p.tokens[i+1].start != t.end {
		return 0
	}
	if k := i + 1 + n; n == 1 && k+1 < len(p.tokens) && p.tokens[k].start == p.tokens[k-1].end && p.tokens[k].single() && p.tokens[k].given() && p.tokens[k].class != verb && !p.nominal(k+1) {
		n++ // 王|某|贵
	}
	return 1 + n
}

// given says that a single character may be a part of a given name.
func (t token) given() bool {
	if _, known := own[t.text]; known || joints[t.text] || changes(t.text) {
		return false
	}
	switch t.class {
	case noun, name, modifier, verb:
		return true
	}
	return false
}

// fragments is the length of a foreign or rare name at i: names and characters
// that are no words, side by side: 哈|伊|杜克.
func (p *passage) fragments(i int) int {
	odd := false
	n := p.run(i, func(t token) bool {
		ok := hanWord(t.text) && (t.class == name || t.broken)
		odd = odd || ok && t.single()
		return ok
	})
	if !odd || p.tokens[i].class != name && n < 3 {
		return 0
	}
	return n
}

func hanWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return hanzi.IsHan(r)
}

// unknownBody is the length of a body's name at i that starts with single
// characters: 申|家|坡|园区.
func (p *passage) unknownBody(i int) int {
	n := p.run(i, func(t token) bool { return t.single() && (t.given() || t.class == noun) })
	if n < 2 || n > 5 || i+n >= len(p.tokens) || !p.bodyBehind(i+n) {
		return 0
	}
	return n + 1
}

func (p *passage) bodyBehind(i int) bool {
	t := p.tokens[i]
	return t.figure < 0 && t.start == p.tokens[i-1].end && !t.single() && (bodyLike(t.text) || trades[t.text])
}

// trades end the short names of companies.
var trades = set(`股份 科技 证券 控股 实业 药业 环保 机电 生物 电子 能源 传媒`)

// dotted is the length of a foreign name with its parts apart by a dot: 努尔·法伊齐.
func (p *passage) dotted(i int) int {
	n, dots := 0, 0
	for i+n < len(p.tokens) {
		t := p.tokens[i+n]
		part := p.run(i+n, func(t token) bool {
			return hanWord(t.text) && (t.class == name || t.broken || t.class == noun && t.single())
		})
		if part == 0 || n > 0 && p.tokens[i+n-1].end != t.start {
			return 0
		}
		n += part
		if i+n >= len(p.tokens) || p.tokens[i+n].text != "·" && p.tokens[i+n].text != "•" {
			break
		}
		dots++
		n++
	}
	if dots == 0 {
		return 0
	}
	for k := i + n; k+1 < len(p.tokens) && p.tokens[k-1].end == p.tokens[k].start && p.tokens[k].single() && sounding(p.tokens[k].text) &&
		(p.tokens[k].mayEndName() || p.tokens[k+1].class == verb); k++ { // 法伊|齐
		n++
	}
	return n
}
