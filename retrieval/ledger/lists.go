package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// meaning is whose figure it is and what is measured.
type meaning struct{ entity, metric string }

// shared tells the figures of a list to the subjects that they belong to:
// 城市更新、国企项目固投分别增长125%、74.8%. The keys are tokens.
func (s *state) shared(c clause) map[int]meaning {
	p := s.p
	at := p.word("分别", c.from, c.to)
	if at < 0 {
		return nil
	}
	items := s.items(c.from, at)
	figures := p.listed(at+1, c.to)
	if each := compound(hanzi.Fold(s.subject), len(figures)); len(items) == 0 && len(each) > 1 {
		out := map[int]meaning{}
		for i, token := range figures {
			out[token] = meaning{entity: each[i]} // 沪深两市……分别达到
		}
		return out
	}
	if n := len(figures); n >= 2 && len(items) > n {
		if of := p.word("的", items[len(items)-n].from, items[len(items)-n].to); of > 0 {
			items = items[len(items)-n:] // 张伟、李强控制的|华光投资、南山投资
			items[0].from = of + 1
		}
	}
	if len(items) < 2 || len(items) != len(figures) {
		return nil
	}
	meanings := s.meanings(items)
	out := map[int]meaning{}
	for i, token := range figures {
		out[token] = meanings[i]
	}
	return out
}

// alsoMeasured gives a name with a figure what was measured last in its unit: 全省平均降水量4毫米：
// 延边2毫米、白城市1毫米.
func (s *state) alsoMeasured(e *Entry, at place, m meaning) meaning {
	p := s.p
	ph := p.before(at.left, at.i)
	if s.metric == "" || s.unit != e.Unit || e.Kind != figure.Amount && e.Kind != figure.Share || ph.empty() || metricLike(m.metric) || !p.opensItem(ph.from, at) {
		return m
	}
	switch last := p.tokens[ph.to-1]; {
	case m.metric == "" && m.entity != "":
		m.metric = s.metric
	case m.entity == "" && m.metric == p.said(ph) && (last.class == name || bodyLike(last.text)):
		m = meaning{m.metric, s.metric}
	}
	return m
}

// opensItem says that an item of a list, or a clause, begins at token i.
func (p *passage) opensItem(i int, at place) bool {
	return i == at.from || p.tokens[i-1].class == mark || and[p.tokens[i-1].text]
}

// compound parts a name that sums up n places by a character each: 沪深两市.
func compound(name string, n int) []string {
	r := []rune(name)
	if len(r) != n+2 || !places[string(r[n+1:])] || !strings.ContainsRune("两二三四五六", r[n]) {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = string(r[i])
		if r[i] == '沪' || r[i] == '深' {
			out[i] += string(r[n+1]) // 沪市, 深市
		}
	}
	return out
}

// listed are the tokens of the figures in [from,to) that are not dates.
func (p *passage) listed(from, to int) []int {
	var out []int
	for k := from; k < to; k++ {
		if f := p.tokens[k].figure; f >= 0 && p.figures[f].Kind != figure.Date {
			out = append(out, k)
		}
	}
	return out
}

// items are the parts of the enumeration that ends before token at.
func (s *state) items(floor, at int) []phrase {
	p := s.p
	end := at - 1
	for end >= floor && (compared[p.tokens[end].text] || p.skippable(end)) {
		end--
	}
	ph := p.endingAt(floor, end)
	var out []phrase
	from := ph.from
	for k := ph.from; k <= ph.to; k++ {
		if k == ph.to || and[p.tokens[k].text] {
			if k > from {
				out = append(out, phrase{from, k})
			}
			from = k + 1
		}
	}
	return out
}

// meanings gives each item its words. The head of the first and the tail of the
// last may be said once for all: 广州的产值和利润; 上海、北京的人口.
func (s *state) meanings(items []phrase) []meaning {
	out := make([]meaning, len(items))
	for i, item := range items {
		out[i].entity, out[i].metric = s.named(item)
		if last := s.p.tokens[item.to-1].text; out[i].entity == "" && !metricLike(last) && i < len(items)-1 {
			out[i] = meaning{entity: out[i].metric} // 城市更新, of what the last one says
		}
	}
	final := &out[len(out)-1]
	if out[0].metric == "" && final.entity == "" {
		final.entity, final.metric = s.parted(items[len(items)-1])
	}
	for i := range out {
		switch {
		case out[i].metric == "":
			out[i].metric = final.metric
		case out[i].entity == "":
			out[i].entity = out[0].entity
		}
	}
	return out
}

// parted splits off the last word where it measures something: 国企项目|固投.
func (s *state) parted(ph phrase) (string, string) {
	p := s.p
	if ph.to-ph.from < 2 || !metricLike(p.tokens[ph.to-1].text) {
		return p.said(ph), ""
	}
	head := p.trim(phrase{ph.from, ph.to - 1})
	return p.said(head), p.said(phrase{ph.to - 1, ph.to})
}

// bracketOf is the token that opens the bracket which holds little before token i
// but the figure itself; -1 for none.
func (p *passage) bracketOf(at place) int {
	for k := at.i - 1; k >= at.from && at.i-k <= 5; k-- {
		switch t := p.tokens[k]; {
		case t.text == "(":
			return k
		case !p.skippable(k) && t.class != moment && t.figure < 0 && t.text != ",":
			return -1
		}
	}
	return -1
}

// remark is the meaning of a figure in brackets: that of the figure before them,
// or of the name before them. 73英里（117公里）; 江苏（2.3万亿元）.
func (s *state) remark(at place, open int, before *Entry) (meaning, bool) {
	p := s.p
	if open == at.from {
		return meaning{}, false
	}
	if p.tokens[open-1].figure >= 0 {
		if before == nil || before.Kind == figure.Date {
			return meaning{}, false
		}
		return meaning{before.Entity, before.Metric}, true
	}
	entity, metric := s.named(p.endingAt(at.from, open-1))
	if entity == "" && metric == "" {
		return meaning{}, false
	}
	return meaning{entity, first(metric, s.metric)}, true
}
