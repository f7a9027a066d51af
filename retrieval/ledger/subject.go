package ledger

import (
	"strings"

	"youju/figure"
)

// subjectOf is the subject that a clause names, in its fullest form, and whether
// it is a name; "" where the one before goes on. Who only says something is none.
func (s *state) subjectOf(c clause) (string, bool) {
	p := s.p
	if dispatches[p.tokens[c.to-1].text] {
		return "", false
	}
	if head := p.startingAt(p.pastAdverbials(c), c.to); !head.empty() {
		s.publishes(head, c.to)
	}
	for {
		ph := p.startingAt(p.pastAdverbials(c), c.to)
		said := p.reports(ph, c)
		if t := p.tokens[min(ph.from, len(p.tokens)-1)]; said >= 0 && t.class == name && provinces[lastRune(t.text)] && !t.single() {
			s.spoken = t.textIn(p)
		}
		switch {
		case said < 0:
			return s.headOf(ph, c)
		case p.tokens[said].text == "告诉": // whom, not what
			return "", false
		case announcing[p.tokens[said].text] && (p.doesIt(said+1, c.to) || said+1 >= c.to && p.goesOnDoing(c)):
			return s.headOf(p.withoutOutlet(ph), clause{c.from, said, c.sentence})
		}
		c.from = said + 1
	}
}

// provinces end the names of places that have offices to speak for them.
var provinces = set(`省 市 县 区 州`)

// headOf takes a phrase at the head of a clause as its subject if it is one.
func (s *state) headOf(ph phrase, c clause) (string, bool) {
	p := s.p
	ph = p.beheaded(ph, c.to)
	if !ph.empty() && ph.to < c.to && closing[p.tokens[ph.to-1].text] != "" && p.tokens[ph.to].text == "期间" || p.codeOnly(ph) {
		return "", false // “十三五”期间
	}
	if ph.empty() || ph.to < c.to && credits[p.tokens[ph.to].text] || phraseEnds[p.tokens[ph.to-1].text] || ph.to < c.to && !p.predicate(ph.to) && !p.owns(ph.to, c.to) {
		return "", false
	}
	if p.tokens[ph.from].class == pronoun {
		entity, _ := s.split(ph)
		if occasions[p.tokens[ph.from].text] {
			s.takesPlace(ph.from)
		}
		return entity, entity != "" && !speakers[entity]
	}
	if all := p.enumerated(ph, c.to); all.to > ph.to {
		return p.said(all), !p.metricHead(all) && (all.to >= c.to || p.predicate(all.to))
	}
	if name := s.meant(ph); name != "" {
		return name, true
	}
	if distances[p.tokens[ph.from].text] || s.subject != "" && p.abbreviates(ph, ph.from+1) || sources[p.tokens[ph.to-1].text] && !p.strong(ph) || p.counted(ph, c.to) {
		return "", false
	}
	return s.namedHead(ph, c)
}

// codeOnly says that a phrase is a code behind a colon: 编辑：U022.
func (p *passage) codeOnly(ph phrase) bool {
	return ph.to-ph.from == 1 && ph.from > 0 && p.tokens[ph.from].figure >= 0 && p.tokens[ph.from-1].text == ":"
}

// credits say who made a picture or a text, and stand without a stop before what follows.
var credits = set(`摄 供图 配图 绘 供稿 摄影`)

// beheaded is a phrase without 一名 before it and what belongs to the verb behind it.
func (p *passage) beheaded(ph phrase, limit int) phrase {
	for !ph.empty() && articles[p.tokens[ph.from].text] { // 一名|男子
		ph.from++
	}
	for ph.to-1 > ph.from && ph.to < limit {
		last, next := p.tokens[ph.to-1], p.tokens[ph.to]
		if !(joints[last.text] && (next.class == number || joints[next.text]) || last.class == modifier && next.class == verb) {
			break
		}
		ph.to-- // 产品|主要|销往
	}
	return ph
}

// meant is the name that a word without one means, of those that were said: 公司, 公约, 二人.
func (s *state) meant(ph phrase) string {
	p := s.p
	if word := p.tokens[ph.from].text; ph.to-ph.from == 1 && itself[word] {
		return s.itself(word)
	}
	if n := p.people(ph.from); n >= 2 {
		for _, names := range []string{s.subject, s.lastNamed} {
			if strings.Count(names, "、")+1 == n {
				return names // 张伟、李强……，二人……
			}
		}
	}
	return p.fullTitle(ph)
}

// namedHead is a phrase as a subject: a name in its fullest form, what belongs to one, or a
// noun that does something.
func (s *state) namedHead(ph phrase, c clause) (string, bool) {
	p := s.p
	acts := ph.to < c.to && (p.tokens[ph.to].class != locative || p.strong(ph)) && (p.acts(ph.to, c.to) || p.owns(ph.to, c.to))
	entity, rest := s.split(ph)
	if rest.to == ph.to && !rest.empty() && personLike(p.tokens[ph.to-1].text) {
		entity, rest = p.said(ph), phrase{ph.to, ph.to} // 江苏省一名男子
	}
	if p.tokens[ph.from].class == number && entity != "" {
		if !acts {
			return "", false
		}
		s.clauseAt = ph
		return p.said(ph), false // 两架C919: what is counted
	}
	if owner, thing, ok := s.owned(ph); ok {
		s.thing = thing
		s.remember(owner, ph)
		return owner, true
	}
	switch {
	case entity == "" && (p.metricHead(ph) || !acts):
	case entity == "" && p.strong(ph):
		entity = p.said(ph)
	case entity == "" && p.tokens[ph.to-1].end-p.tokens[ph.from].start >= 2:
		s.clauseAt = ph
		return p.said(ph), false
	case entity != "" && (officeLike(p.said(rest)) || rest.to-rest.from == 1 && p.tokens[rest.from].class == noun && !metricLike(p.tokens[rest.from].text) && !loosely[p.tokens[rest.from].text]):
		entity = p.said(ph) // 昆山高新区科技局 and not 昆山高新区
	}
	if len([]rune(entity)) < 2 {
		return "", false
	}
	s.remember(entity, ph)
	return entity, true
}

// counted says that a phrase without a name is what is counted right behind it:
// 公办幼儿园|184所.
func (p *passage) counted(ph phrase, limit int) bool {
	for k := ph.from; k < ph.to; k++ {
		if p.tokens[k].class == name || p.tokens[k].class == pronoun || closing[p.tokens[k].text] != "" {
			return false
		}
	}
	k := ph.to
	for k < limit && joints[p.tokens[k].text] && p.tokens[k].class != verb {
		k++
	}
	if k >= limit || p.tokens[k].class != number {
		return false
	}
	f := p.figures[p.tokens[k].figure]
	return f.Kind == figure.Count && f.Unit != "" && !selfCounted[f.Unit] && !places[f.Unit] && (k+1 >= limit || !p.nominal(k+1))
}

// articles stand before what has no name.
var articles = set(`一名 一个 一位 一家 一辆 一架 一艘 一种 一项 一条 一只 一场 一起 一次 一批 一些 一群 一伙 几名 几个 几位 多名 多个 多位 某 有关 相关`)

// metricHead says that the last noun of a phrase measures something: 直径最大.
func (p *passage) metricHead(ph phrase) bool {
	for k := ph.to - 1; k >= ph.from; k-- {
		if c := p.tokens[k].class; c == noun || c == name {
			return metricLike(p.tokens[k].text)
		}
	}
	return false
}

// owned parts 郑州高新区培育的科技型中小企业: whose it is, and what of theirs the
// figures of the clause count.
func (s *state) owned(ph phrase) (owner, thing string, ok bool) {
	p := s.p
	at := p.word("的", ph.from, ph.to)
	if at < 0 || at+1 >= ph.to || bodyLike(p.tokens[ph.to-1].text) && !commonTail(p.tokens[ph.to-1].text) || p.tokens[ph.to-1].class == name {
		return "", "", false
	}
	cut := p.border(phrase{ph.from, at})
	if cut == ph.from || metricLike(p.tokens[ph.to-1].text) {
		return "", "", false
	}
	owner = p.said(phrase{ph.from, cut})
	if !bodyLike(p.tokens[cut-1].text) { // 卡尔的命运: the figures are Karl's
		return owner, "", cut == at && len([]rune(owner)) > 1
	}
	return owner, p.said(phrase{at + 1, ph.to}), true
}

// personLike says that a noun is somebody.
func personLike(word string) bool {
	return people[word] || strings.HasSuffix(word, "者") && len([]rune(word)) > 1
}

var people = set(`男子 女子 妇女 男童 女童 男孩 女孩 老人 老汉 司机 男性 女性 男生 女生 学生 母亲 父亲 夫妇 夫妻 球星 主播 网友 歌手 演员 导演 运动员 选手 队员 民警 医生 孩子 儿童 婴儿 女儿 儿子 妻子 丈夫 居民 村民 市民 患者 教师 老师 小伙 姑娘 青年 少年 乘客 游客 员工 职工 工人 农民 旅客 顾客`)

func officeLike(rest string) bool { return rest != "" && bodyLike(rest) && !metricLike(rest) }

// strong says that a phrase names somebody or something: it holds a name, or
// ends like one.
func (p *passage) strong(ph phrase) bool {
	for k := ph.from; k < ph.to; k++ {
		if p.tokens[k].class == name {
			return true
		}
	}
	if opening[p.tokens[ph.from].text] && closing[p.tokens[ph.to-1].text] != "" {
		return true
	}
	last := p.tokens[ph.to-1].text
	if titles[last] && ph.to-ph.from > 1 {
		return true // 龙先生
	}
	return ph.to-ph.from > 1 && bodyLike(last) && !commonTail(last)
}

// titles end the name of a person.
var titles = set(`先生 女士 小姐 教授 老师 院士 师傅 大爷 大妈 阿姨 某 某某`)

// common are nouns that end many names but make none by themselves.
var common = strings.Fields(`车型 机型 媒体 网站 机构 企业 项目 行业 产业 市场 品牌 电影 节目 工程 团队 系列 产品 上市 一线 热线`)

func commonTail(word string) bool {
	for _, tail := range common {
		if strings.HasSuffix(word, tail) {
			return true
		}
	}
	return word == "区" || word == "市" || word == "县" || word == "省"
}
