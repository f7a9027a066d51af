package ledger

import "youju/figure"

// reclass tells words of two classes by what stands around them, above all verbs that the
// dictionary has as nouns: 规划了三条线路, 已|规划|三条线路.
func (p *passage) reclass() {
	for k := range p.tokens {
		t := &p.tokens[k]
		if acting[t.text] && p.tokens[min(k+1, len(p.tokens)-1)].class == number && k > 0 && (p.tokens[k-1].class == name || bodyLike(p.tokens[k-1].text)) {
			t.class = verb // 区政府|组织|500人
		}
		if t.text == "前" && k > 0 && k+1 < len(p.tokens) && p.tokens[k-1].class == name && p.tokens[k+1].class == noun && p.tokens[k+1].start == t.end {
			t.class = modifier // 美国|前|总统
		}
		if planning[t.text] && t.class == noun && k > 0 && k+1 < len(p.tokens) && p.tokens[k-1].class == name && (p.tokens[k+1].class == verb || p.tokens[k+1].class == preposition || p.tokens[k+1].class == adverb) {
			t.class = verb // 波兰|计划|向边境增派士兵
		}
		if t.text == "计划" && t.class == noun && k > 0 && k+1 < len(p.tokens) && p.tokens[k-1].class == noun && p.tokens[k-1].end == t.start && (p.tokens[k+1].text == "到" || p.tokens[k+1].text == "将" || p.tokens[k+1].text == "于") {
			t.class = verb // 松下|计划|到2030年
		}
		if planning[t.text] && t.class == noun && (k == 0 || p.tokens[k-1].class == mark && stops[p.tokens[k-1].text]) && k+1 < len(p.tokens) && p.tokens[k+1].start == t.end && (p.tokens[k+1].class == verb || p.tokens[k+1].class == preposition || p.tokens[k+1].class == adverb || p.tokens[k+1].text == "到") {
			t.class = verb // 该公司宣布，|计划|到2030年
		}
		if t.text == "等" && k > 0 && k+1 < len(p.tokens) && aspects[p.tokens[k+1].text] && p.tokens[k-1].class == adverb {
			t.class = verb // 已经|等|了二十年
		}
		if t.text == "会" && k+1 < len(p.tokens) && (p.tokens[k+1].class == verb || p.tokens[k+1].class == preposition) {
			t.class = adverb // will, and no meeting
		}
		if t.text == "度" && k > 0 && p.tokens[k-1].figure >= 0 && p.tokens[k-1].end == t.start && p.figures[p.tokens[k-1].figure].Kind == figure.Date {
			t.class = moment // 2022年|度
		}
		if t.text == "下" && k > 0 && k+1 < len(p.tokens) && p.tokens[k-1].class == verb && p.tokens[k-1].single() && p.tokens[k-1].end == t.start && p.tokens[k+1].class == number {
			t.class = particle // 砍|下|28分
		}
		if t.text == "组织" && k > 0 && k+2 < len(p.tokens) && p.tokens[k-1].class == noun && p.tokens[k-1].end == t.start && p.tokens[k+1].class == number && p.tokens[k+2].class == mark && !bodyLike(p.tokens[k-1].text) {
			t.class = noun // 社会|组织|1331个
		}
		if t.doing && t.class == noun && p.does(k) {
			t.class = verb
		}
		if t.class != noun || t.figure >= 0 || k+1 >= len(p.tokens) {
			continue
		}
		next := p.tokens[k+1]
		done := next.class == particle && aspects[next.text] && next.start == t.end
		if (done || k > 0 && before[p.tokens[k-1].text] && p.tokens[k-1].end == t.start && !t.single() && p.takes(k+1)) && !metricLike(t.text) {
			t.class = verb
		}
	}
}

// does says that the noun at k, which may be a verb, is one: it opens its clause, and what it is
// done to stands between it and a count. 培育|社会组织|1331个.
func (p *passage) does(k int) bool {
	if k > 0 && p.tokens[k-1].class != mark && p.tokens[k-1].class != conjunction && p.tokens[k-1].class != adverb || k > 0 && p.tokens[k-1].text == "、" {
		return false
	}
	i := k + 1
	for i < len(p.tokens) && (p.tokens[i].class == noun || p.tokens[i].class == name || p.tokens[i].class == modifier || p.tokens[i].text == "(" || p.tokens[i].text == ")") {
		i++
	}
	if i == k+1 || i == len(p.tokens) || p.tokens[i].class != number || metricLike(p.tokens[i-1].text) {
		return false
	}
	f := p.figures[p.tokens[i].figure]
	return f.Kind == figure.Count && !f.Value.IsZero()
}

// takes says that what a verb acts on begins at token i.
func (p *passage) takes(i int) bool {
	switch p.tokens[i].class {
	case noun, name, number, modifier, pronoun:
		return true
	}
	return opening[p.tokens[i].text]
}

// acting nouns are verbs between a noun and a figure.
var acting = set(`组织 安排 计划 影响 覆盖 装备 容纳`)

// planning nouns are verbs between a name and what it plans.
var planning = set(`计划 建议 要求 规定 承诺 决定 预测 倡议`)

// aspects stand right behind a verb.
var aspects = set(`了 过 着`)

// before are words that only a verb stands behind, if no adverb does.
var before = set(`不 没 没有 已 已经 将 曾 曾经 正在 也 还 未 又 再 先后 并 会 所 才 就 则 可 能 能够 可以 应 要 需 须 拟 继续 开始`)
