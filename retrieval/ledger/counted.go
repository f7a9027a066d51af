package ledger

import (
	"strings"

	"youju/figure"
)

// counted: what is counted stands behind the figure (28家企业) or before it
// (引进项目154个); where neither does, in what is said: 112家进入公示名单.
func (s *state) counted(e *Entry, at place) (string, string) {
	p := s.p
	limit := s.nextFigure(at)
	if e.Kind == figure.Count && e.Unit == "" && strings.ContainsAny(e.Text, "-–") && !e.High.GreaterThan(e.Value) {
		return p.said(p.before(at.left, at.i)), "" // 猛虎队|31-20|雄狮队
	}
	behind := s.countedThing(e, at, limit)
	ph := p.before(at.left, at.i)
	entity, metric := s.named(ph)
	if ph.from > at.from && p.tokens[ph.from-1].text == "在" && (countries[entity] || region[entity]) && s.clause != "" {
		entity = "" // 已在全国394个住宅小区落地
	}
	switch {
	case e.Kind == figure.Ordinal && parts[e.Unit] && (e.Unit != "号" && e.Unit != "期" || behind.empty() || p.metricHead(behind)):
		return first(entity, p.law(metric, at), metric), ""
	case places[e.Unit] && e.Kind == figure.Count:
		return s.summed(e, at, entity+metric), e.Unit
	case !behind.empty():
		return s.countedBehind(e, at, behind, entity)
	}
	if head := p.described(at.i, limit); !head.empty() && (e.Kind != figure.Ordinal || e.Unit != "") {
		return entity, p.said(head)
	}
	said := p.saidBehind(at.i, limit)
	if with := at.i - 1; with > at.left && selfCounted[e.Unit] && and[p.tokens[with].text] { // 社崘与数百人
		entity, metric = s.named(p.endingAt(at.left, with-1))
	}
	switch {
	case e.Kind == figure.Ordinal && e.Unit == "" && entity+metric == "":
		return "", s.enumerated // 分为三系。第一是……
	case e.Unit == "次" && (e.Kind == figure.Ordinal || said != "" && p.isAside(p.before(at.left, p.verbBefore(at)))):
		return entity, first(said, metric)
	case e.Kind == figure.Ordinal && entity == "": // 宪法第十四条
		return metric, ""
	case e.Kind == figure.Ordinal:
		return entity, metric
	case parts[e.Unit] && said == "" && metric != "":
		if full := p.fullTitle(p.before(at.left, at.i)); full != "" {
			return full, e.Unit // 公约共35条
		}
		return entity, metric
	case selfCounted[e.Unit] && said != "": // 造成7人死亡
		return first(entity, metric), said
	case metric != "":
		return entity, metric
	}
	v := p.skipJoints(at.left, at.i-1)
	switch {
	case v >= at.left && p.tokens[v].class == de:
		return "", p.relative(at, v)
	case v >= at.left && p.tokens[v].class == verb:
		owner, counted := s.countedBy(e, at, v)
		return first(entity, owner), counted
	case said == "" && entity != "" && p.counted(ph, at.to):
		return "", entity
	case said == "" && entity != "" && (!selfCounted[e.Unit] || e.Unit == "名") && p.endsCounted(ph):
		return p.said(p.trim(phrase{ph.from, ph.to - 1})), p.tokens[ph.to-1].textIn(p) // 此次活动裁判|共42名
	}
	return entity, first(said, e.Unit)
}

// law is the name of a law that the dictionary cuts before 法: 反垄断法|第五十七条; "" for another thing.
func (p *passage) law(word string, at place) string {
	k := at.i - 1
	if word != "法" || p.tokens[k].text != word {
		return ""
	}
	for k > at.left && p.tokens[k-1].end == p.tokens[k].start && p.tokens[k-1].class != preposition && p.tokens[k-1].class != mark && !and[p.tokens[k-1].text] {
		k--
	}
	return p.said(phrase{k, at.i})
}

// countedBy is whose the things are that the verb v before a figure speaks of, and what
// they are.
func (s *state) countedBy(e *Entry, at place, v int) (string, string) {
	p := s.p
	ph := p.before(at.left, v)
	owner, counted := s.named(ph)
	switch {
	case p.isAside(ph):
		owner, counted = "", "" // 在剧场演出9场
	case owner == "" && selfCounted[e.Unit] && counted != "" && counted == s.clause:
		owner, counted = counted, "" // 警方|逮捕了65人
	}
	return owner, first(counted, p.tokens[v].text)
}

// countedBehind is whose the things are that stand behind a figure, and what they are.
func (s *state) countedBehind(e *Entry, at place, behind phrase, entity string) (string, string) {
	p, limit := s.p, s.nextFigure(at)
	if at.i-2 >= at.left && p.owns(at.i-1, at.to) {
		return first(s.ownerBefore(at), entity), s.whatIsCounted(behind, limit)
	}
	if k := p.holder(behind); k > 0 {
		return p.said(phrase{k + 1, behind.to}), p.said(phrase{behind.from, k})
	}
	if t := p.tokens[behind.from]; selfCounted[e.Unit] && behind.to > behind.from+1 && offices[lastRune(t.text)] && !t.single() {
		return t.textIn(p), p.said(phrase{behind.from + 1, behind.to}) // 50名|特勤局|探员
	}
	return entity, s.whatIsCounted(behind, limit)
}

// verbBefore is the token behind the phrase before a figure.
func (p *passage) verbBefore(at place) int { return p.skipJoints(at.left, at.i-1) + 1 }

// isAside says that a phrase stands behind a preposition that makes it where or
// about what something is done: 对宪法|进行九次修订.
func (p *passage) isAside(ph phrase) bool {
	if ph.empty() {
		return false
	}
	for k := ph.from - 1; k >= max(0, ph.from-maxAside); k-- {
		switch t := p.tokens[k]; {
		case around[t.text]:
			return true
		case t.class == verb, t.class == mark, t.class == number:
			return false
		}
	}
	return false
}

// maxAside is how far before a phrase its preposition may stand, in tokens: 在路口附近的|基地.
const maxAside = 5

var around = set(`在 于 对 就 对于`)

// offices end the names of bodies that people belong to.
var offices = set(`局 部 厅 队 社 院 校 署 司 委`)

func lastRune(word string) string {
	r := []rune(word)
	return string(r[len(r)-1:])
}

func (t token) textIn(p *passage) string { return string(p.raw[t.start:t.end]) }

// parts are units that number the parts of a whole: 宪法第十四条, 第三集.
var parts = set(`条 款 册 话 集 章 节 卷 回 版 期 号 页`)

// ownerBefore is whose the things are that a figure behind 的 counts, or who acts in
// what is said of them: 特斯拉在美国获得的第一批专利.
func (s *state) ownerBefore(at place) string {
	p := s.p
	ph := p.endingAt(at.left, at.i-2)
	if ph.empty() && p.tokens[at.i-2].class == verb {
		for k := at.i - 3; k >= at.left && p.tokens[k].class != mark && p.tokens[k].text != "是"; k-- {
			if p.tokens[k].class == name {
				ph = p.after(k-1, at.i-1)
			}
		}
	}
	if ph.empty() || p.tokens[ph.from].class == pronoun || !p.strong(ph) {
		return ""
	}
	return p.said(ph)
}

// holder is the token between what was won and who won it: 2枚游泳金牌|获得者|马佳;
// 0 for none.
func (p *passage) holder(ph phrase) int {
	for k := ph.from + 1; k < ph.to-1; k++ {
		if t := p.tokens[k].text; t == "获得者" || t == "得主" || t == "获奖者" {
			return k
		}
	}
	return 0
}

// described is the noun behind a figure with what is said of it before 的:
// 两辆|载满炸药的汽车, and the noun alone where that is long.
func (p *passage) described(i, limit int) phrase {
	k := i + 1
	if k >= limit || p.tokens[k].class != verb && p.tokens[k].class != adverb && p.tokens[k].class != preposition {
		return phrase{}
	}
	for k < limit && p.tokens[k].class != de && p.tokens[k].class != number {
		k++
	}
	if k >= limit || p.tokens[k].class != de {
		return phrase{}
	}
	head := p.counts(k-1, limit, true)
	if head.empty() || p.tokens[head.to-1].end-p.tokens[i+1].start > maxPredicate {
		return head
	}
	return phrase{i + 1, head.to}
}

// selfCounted are units that are themselves what is counted.
var selfCounted = set(`人 名 户 国 省 校 票 人次 分`)

// generic nouns say little without what is said of them: 28家企业入选苏南瞪羚企业.
var generic = set(`企业 项目 单位 人员 人 家庭 学生 公司 国家 地区 品种 产品 城市`)

// whatIsCounted is a noun, and where it is a generic one, what is said of it.
func (s *state) whatIsCounted(behind phrase, limit int) string {
	p := s.p
	if generic[p.said(behind)] && behind.to < limit && p.tokens[behind.to].class == verb {
		return p.said(p.clipped(phrase{behind.from, limit}))
	}
	return p.said(behind)
}
