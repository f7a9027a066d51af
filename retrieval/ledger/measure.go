package ledger

import (
	"strings"

	"youju/figure"
)

// measure fills in whose figure the one at token i is and what it measures. left
// is where the words begin that may belong to it: behind the figure before.
func (s *state) measure(e *Entry, c clause, left, i int) {
	switch e.Kind {
	case figure.Date, figure.Identifier, figure.Name:
		return
	}
	e.Period = s.periodAt(i, c)
	var entity string
	var metric string
	change := s.changeBefore(left, i)
	switch {
	case change >= 0 && e.Kind != figure.Rank && e.Kind != figure.Ordinal:
		e.Direction = s.direction(left, change)
		entity, metric = s.changed(left, change)
	case s.word("占", left, i) >= 0:
		entity, metric = s.share(left, s.word("占", left, i), i)
	case e.Kind == figure.Rank:
		entity, metric = s.ranked(left, i, c)
	case e.Kind == figure.Count, e.Kind == figure.Ordinal:
		entity, metric = s.counted(e, left, i, c)
	default:
		entity, metric = s.measured(e, left, i, c)
	}
	e.Entity = first(entity, s.subject, s.title)
	e.Metric = metric
	if metric != "" && change < 0 {
		s.metric, s.owner = metric, e.Entity
	}
}

// word finds a word among the tokens [from,to), the last one; -1 for none.
func (s *state) word(word string, from, to int) int {
	for k := to - 1; k >= from; k-- {
		if s.p.tokens[k].text == word {
			return k
		}
	}
	return -1
}

// named splits a phrase and gives both parts as printed.
func (s *state) named(ph phrase) (string, string) {
	entity, rest := s.split(ph)
	return entity, s.p.text(s.p.span(rest.from, rest.to))
}

// counted: what is counted stands behind the figure (28家企业) or before it
// (引进项目154个); where only a verb does, the verb.
func (s *state) counted(e *Entry, left, i int, c clause) (string, string) {
	p := s.p
	limit := s.nextFigure(i, c)
	behind := p.after(i, limit)
	ph := p.before(left, i)
	if !behind.empty() {
		metric := p.text(p.span(behind.from, behind.to))
		if generic[metric] && behind.to < c.to && p.tokens[behind.to].class == verb {
			metric = s.predicated(behind, limit)
		}
		entity, rest := s.named(ph)
		if entity == "" && rest != "" && !metricLike(rest) && p.strong(ph) {
			entity = rest
		}
		return entity, metric
	}
	entity, metric := s.named(ph)
	if metric == "" {
		if v := p.skipJoints(left, i-1); v >= left && p.tokens[v].class == verb {
			metric = p.tokens[v].text
		} else if selfCounted[e.Unit] {
			metric = e.Unit
		}
	}
	return entity, metric
}

// selfCounted are units that are themselves what is counted.
var selfCounted = set(`人 户 国 省 校 票 人次 分`)

// generic nouns say little without what is said of them: 28家企业入选苏南瞪羚企业.
var generic = set(`企业 项目 单位 人员 人 家庭 学生 公司 国家 地区 品种 产品 城市`)

// maxPredicate bounds what is added to a generic noun, in runes.
const maxPredicate = 16

func (s *state) predicated(ph phrase, limit int) string {
	p := s.p
	to := ph.to
	for to < limit && p.tokens[to].end-p.tokens[ph.from].start <= maxPredicate {
		to++
	}
	return p.text(p.span(ph.from, to))
}

// nextFigure is the token of the next figure in the clause, or the clause's end.
func (s *state) nextFigure(i int, c clause) int {
	for k := i + 1; k < c.to; k++ {
		if f := s.p.tokens[k].figure; f >= 0 && s.p.figures[f].Kind != figure.Identifier && s.p.figures[f].Kind != figure.Name {
			return k
		}
	}
	return c.to
}

// measured: an amount, a share, a duration. 利润总额615亿元; 20万元的扶持资金.
func (s *state) measured(e *Entry, left, i int, c clause) (string, string) {
	p := s.p
	entity, metric := s.named(p.before(left, i))
	behind := p.after(i, s.nextFigure(i, c))
	if behind.empty() {
		if metric == "" {
			if v := p.skipJoints(left, i-1); v >= left && p.tokens[v].class == verb {
				metric = p.tokens[v].text
			}
		}
		return entity, metric
	}
	words := p.text(p.span(behind.from, behind.to))
	switch {
	case metric == "":
		return entity, words
	case entity == "" && p.tokens[behind.from-1].class == de:
		return words, metric
	}
	return entity, metric
}

// ranked: 综合发展水平居全国第二.
func (s *state) ranked(left, i int, c clause) (string, string) {
	p := s.p
	for k := i - 1; k >= left; k-- {
		if rankVerbs[p.tokens[k].text] {
			return s.named(p.before(left, k))
		}
	}
	behind := p.after(i, s.nextFigure(i, c))
	return "", p.text(p.span(behind.from, behind.to))
}

var rankVerbs = set(`居 位居 位列 列 排 排名 名列 跻身 排在 位于 占据 获 获得 夺得 稳居 高居 荣获 摘得 斩获`)

// share: 占郑州市39.14%.
func (s *state) share(left, at, i int) (string, string) {
	p := s.p
	entity, metric := s.named(p.before(left, at))
	to := p.skipJoints(at+1, i-1) + 1
	return entity, first(metric, s.metric) + p.text(p.span(at, to))
}

// changed: what rose or fell stands before the verb, or was said before.
func (s *state) changed(left, at int) (string, string) {
	p := s.p
	k := at - 1
	for k >= left && (compared[p.tokens[k].text] || p.tokens[k].class == adverb || p.tokens[k].class == moment || p.tokens[k].class == number ||
		joints[p.tokens[k].text] || p.tokens[k].class == preposition) {
		k--
	}
	entity, metric := s.named(p.endingAt(left, k))
	if metric == "" {
		return first(entity, s.owner), s.metric
	}
	return entity, metric
}

var compared = set(`同比 环比 比 较 上年 同期 去年 上年同期 上月 上季度 逆势 累计 年均`)

var rises = set(`增长 增加 上升 上涨 提高 提升 增幅 涨幅 增速 涨 增 升 回升 扩大 攀升 增长率 升幅 多 增收 净增 增多 涨价 升温 走高 高 高出`)
var falls = set(`下降 减少 下滑 下跌 回落 降低 跌 降 减 缩减 收窄 缩小 降幅 跌幅 减幅 萎缩 下调 少 走低 低 缩短 下挫 减轻`)

// changeBefore finds the word of change that the figure at token i belongs to.
func (s *state) changeBefore(left, i int) int {
	p := s.p
	for k := i - 1; k >= left; k-- {
		t := p.tokens[k]
		if rises[t.text] || falls[t.text] {
			if k+1 < i && (p.tokens[k+1].text == "到" || p.tokens[k+1].text == "至") {
				return -1
			}
			return k
		}
		if !joints[t.text] && t.class != adverb && t.class != particle {
			return -1
		}
	}
	return -1
}

func (s *state) direction(left, at int) string {
	p := s.p
	way := "up"
	if falls[p.tokens[at].text] {
		way = "down"
	}
	for k := at - 1; k >= left; k-- {
		switch t := p.tokens[k].text; {
		case t == "同比" || t == "环比" || t == "累计":
			return t + " " + way
		case strings.HasPrefix(t, "上年同期") || strings.HasPrefix(t, "去年同期"):
			return "同比 " + way
		}
	}
	return way
}
