package ledger

import (
	"strings"

	"youju/figure"
)

// Bounds of the short name of a company, in runes, and of how many are looked for in a passage.
const maxCompany, maxCompanies = 6, 40

// listedCompanies are the short names before the codes of shares: 安杰思(688581.SH).
func (p *passage) listedCompanies() []string {
	var out []string
	for i := 1; i+1 < len(p.tokens) && len(out) < maxCompanies; i++ {
		code := p.tokens[i+1].figure
		if p.tokens[i].text != "(" || code < 0 || p.figures[code].Kind != figure.Identifier || !strings.ContainsAny(p.tokens[i+1].text, "0123456789") || !sixDigits(p.tokens[i+1].text) {
			continue
		}
		from, end := i, p.tokens[i].start
		for k := i - 1; k >= 0 && p.tokens[k].end == p.tokens[from].start && end-p.tokens[k].start <= maxCompany && p.inCompany(k); k-- {
			from = k
		}
		if n := end - p.tokens[from].start; n >= 2 && (from == 0 || p.tokens[from-1].end < p.tokens[from].start || !p.inCompany(from-1)) {
			out = append(out, string(p.folded[p.tokens[from].start:end]))
		}
	}
	return out
}

// maxRegistered bounds the full name of a company, in runes.
const maxRegistered = 24

var companyEnds = set(`有限公司 股份有限公司 有限责任公司 集团有限公司 合伙企业`)

// registered is the length of the full name of a company at i, which begins with a
// place: 江苏|中|之|栋|建设|有限公司.
func (p *passage) registered(i int) int {
	if p.tokens[i].class != name || p.tokens[i].single() {
		return 0
	}
	for k := i + 1; k < len(p.tokens); k++ {
		t := p.tokens[k]
		switch {
		case t.start != p.tokens[k-1].end, t.figure >= 0, t.end-p.tokens[i].start > maxRegistered, t.class == mark && t.text != "(" && t.text != ")", t.text == "的", t.text == "与", t.text == "和":
			return 0
		case companyEnds[t.text]:
			return k - i + 1
		}
	}
	return 0
}

// districtEnds end the name of a district that the dictionary does not know.
var districtEnds = set(`区 县 市 镇 乡 旗`)

// district is the length of a place at i, at the begin of its clause, in single
// characters: 渝|中|区, 察|右|中|旗.
func (p *passage) district(i int) int {
	if i > 0 && p.tokens[i-1].class != mark && p.tokens[i-1].figure < 0 && p.tokens[i-1].class != name && !beforeDistrict[p.tokens[i-1].text] && p.tokens[i-1].end == p.tokens[i].start {
		return 0
	}
	n := p.run(i, func(t token) bool {
		return t.single() && hanWord(t.text) && !districtEnds[t.text] && t.class != de && t.class != pronoun
	})
	if n < 1 || n > 3 || !p.tokens[i].mayEndName() || articlesOf[p.tokens[i].text] || i+n >= len(p.tokens) {
		return 0
	}
	if end := p.tokens[i+n]; !districtEnds[end.text] || end.start != p.tokens[i+n-1].end || n == 1 && !p.tokens[i].broken && p.tokens[i].class != name {
		return 0
	}
	return n + 1
}

// beforeDistrict are words that a place may follow without a stop.
var beforeDistrict = set(`在 位于 来到 走进 到 从 向 于 和 与 及 以及`)

// articlesOf make no name of the 区 behind them: 各区, 两市.
var articlesOf = set(`各 全 该 两 多 数 几 每 外 本 我 市 老 新 主 城 山 园 片 小 大 景 库 校 厂 牧 林 矿 灾 疫 战 禁 赛 专 社 辖 郊`)

// sixDigits says that a code of a share begins a text: 688581.SH, 00813.
func sixDigits(code string) bool {
	n := 0
	for n < len(code) && code[n] >= '0' && code[n] <= '9' {
		n++
	}
	return n >= 4 && n <= 6
}

func (p *passage) inCompany(k int) bool {
	t := p.tokens[k]
	return t.figure < 0 && hanWord(t.text) && !dispatches[t.text] && t.class != mark && t.class != preposition && t.class != conjunction && t.class != de && t.class != pronoun && t.class != moment
}

// spelled is how many tokens from i on spell one of some names; 0 for none.
func (p *passage) spelled(i int, names []string) int {
	for _, name := range names {
		text := ""
		for n := 0; i+n < len(p.tokens) && len(text) < len(name); n++ {
			if text += p.tokens[i+n].text; text == name {
				return n + 1
			}
		}
	}
	return 0
}
