package ledger

import "youju/figure"

// ranked: 综合发展水平居全国第二, 名列第一的是….
func (s *state) ranked(at place) (string, string) {
	p := s.p
	if s.said.metric != "" && s.saidIn == p.group(at.sentence)+1 && p.restsOn(at) {
		return s.said.entity, s.said.metric // 面积13亿亩，|居全球第一
	}
	for k := at.i - 1; k >= at.left; k-- {
		if rankVerbs[p.tokens[k].text] {
			if of := p.after(at.i, s.nextFigure(at)); at.i+1 < at.to && p.tokens[at.i+1].class == de && !of.empty() && p.strong(of) {
				_, metric := s.named(p.endingAt(at.left, k))
				return p.said(of), metric // 世界排名第58位的|张伟
			}
			return s.named(p.endingAt(at.left, p.beforeAdverbial(at.left, p.skipJoints(at.left, k-1))))
		}
	}
	if behind := p.counts(at.i, s.nextFigure(at), true); !behind.empty() {
		return "", p.said(behind)
	}
	if head := p.described(at.i, s.nextFigure(at)); !head.empty() {
		return "", p.said(head) // 首家|推出内存的企业
	}
	return s.named(p.before(at.left, at.i))
}

// restsOn says that a rank's clause begins with its verb and names only among whom it ranks, so that
// it is of what was measured right before.
func (p *passage) restsOn(at place) bool {
	from := at.from
	for k := at.i - 1; k > at.from; k-- {
		if p.tokens[k].text == "、" {
			from = k + 1
			break
		}
	}
	if !rankHeads[p.tokens[from].text] || at.i-from > 3 {
		return false
	}
	return from > 0 && (p.tokens[from-1].text == "," || p.tokens[from-1].text == "、")
}

// rankHeads say where something stands in an order.
var rankHeads = set(`居 位居 位列 列 名列 稳居 高居 排 排名 排在 均居 跃居`)

var rankVerbs = set(`居 中居 位居 位列 列 排 排名 名列 跻身 排在 位于 占据 获 获得 夺得 稳居 高居 荣获 摘得 斩获 排行`)

// beforeAdverbial steps left over 在……中 that ends at token k.
func (p *passage) beforeAdverbial(floor, k int) int {
	for j := k; j >= floor; j-- {
		t := p.tokens[j]
		if t.class == preposition && t.text != "和" && t.text != "与" {
			return p.skipJoints(floor, j-1)
		}
		if t.class == verb || t.class == number {
			break
		}
	}
	return k
}

// share: 占郑州市39.14%, 在河南省所占比重为17.78%.
func (s *state) share(at place, part int) (string, string) {
	p := s.p
	to := at.i
	for k := at.i - 1; k > part; k-- { // of a list, up to its first figure
		if f := p.tokens[k].figure; f >= 0 && p.figures[f].Kind != figure.Date {
			to = k
		}
	}
	to = p.skipJoints(part+1, to-1) + 1
	if noun := p.said(phrase{part + 1, to}); noun == "比重" || noun == "比例" || noun == "份额" || noun == "比" {
		whole := p.endingAt(at.left, p.skipJoints(at.left, part-1))
		words := p.said(whole)
		entity, metric := s.named(p.endingAt(at.left, p.beforeAdverbial(at.left, whole.from-1)))
		return entity, first(metric, s.metric) + "占" + words + noun
	}
	entity, metric := s.named(p.before(at.left, part))
	if entity == "" && metric == "" {
		entity, metric = s.owner, s.metric
	}
	return entity, metric + p.said(p.trim(phrase{part, to}))
}
