package ledger

import (
	"strings"

	"youju/hanzi"
)

// split parts a noun phrase into whose figure it is and what is measured.
func (s *state) split(ph phrase) (entity string, metric phrase) {
	p := s.p
	if ph.empty() {
		return "", ph
	}
	if p.tokens[ph.from].class == pronoun {
		return s.pronoun(ph)
	}
	if word := p.tokens[ph.from].text; itself[word] && ph.to-ph.from > 1 && metricLike(p.tokens[ph.to-1].text) {
		if name := s.itself(word); name != "" {
			return name, p.trim(phrase{ph.from + 1, ph.to}) // 公司|主营收入
		}
	}
	if p.tokens[ph.from].text == "项目" && ph.to-ph.from > 1 && metricLike(p.tokens[ph.to-1].text) {
		return s.project(p.tokens[ph.from].textIn(p)), p.trim(phrase{ph.from + 1, ph.to}) // 项目|总投资
	}
	if last := p.tokens[ph.to-1]; ph.to-ph.from > 2 && last.class == name && !last.place && last.figure < 0 && p.tokens[ph.to-2].class == de {
		return last.textIn(p), phrase{ph.to, ph.to} // 爵士队的|海沃德
	}
	cut := p.border(ph)
	if cut == ph.from || p.tokens[cut-1].end-p.tokens[ph.from].start < 2 {
		return "", ph
	}
	if s.subject != "" && p.abbreviates(ph, cut) {
		return "", ph // ADP就业人数, QHD+分辨率
	}
	rest := phrase{p.pastRemark(cut, ph.to), ph.to}
	for !rest.empty() && p.loose(rest.from) && !opening[p.tokens[rest.from].text] {
		rest.from++
	}
	return p.text(p.span(ph.from, cut)), rest
}

// abbreviates says that all the name of a phrase is one in big letters before what is measured.
func (p *passage) abbreviates(ph phrase, cut int) bool {
	if cut != ph.from+1 || cut >= ph.to || !metricLike(p.tokens[ph.to-1].text) || p.tokens[ph.from].figure >= 0 {
		return false
	}
	for _, r := range p.raw[p.tokens[ph.from].start:p.tokens[ph.from].end] {
		if r != '+' && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}

// border is the token behind the last name of a phrase: where what is measured begins.
func (p *passage) border(ph phrase) int {
	cut, named := ph.from, false
	for k := ph.from; k < ph.to; k++ {
		t := p.tokens[k]
		if t.class == verb {
			break
		}
		first := !named && (t.class == name || closing[t.text] != "" && t.text != ")" || k > ph.from && k+1 < ph.to && t.class == noun && firms[t.text] && p.tokens[k-1].class == noun && metricLike(p.tokens[ph.to-1].text))
		named = named || first
		switch {
		case !named || metricLike(t.text) || t.class == name && t.single() && !first:
		case t.class == name || bodyLike(t.text) && !loosely[t.text] || closing[t.text] != "":
			cut = k + 1
		case t.class == de && k+1 < ph.to && metricLike(p.tokens[ph.to-1].text):
			cut = k
		}
	}
	return cut
}

// firms end the name of one that no dictionary knows: 西方石油公司|股价.
var firms = set(`公司 集团 银行 医院 大学 学院 法院`)

// loosely follow a name without becoming a part of it: 江宁开发区|企业.
var loosely = set(`企业 产业 行业 市场 产品 系列 品牌`)

// pronoun resolves 该区, 该公司, 其, 他 at the head of a phrase.
func (s *state) pronoun(ph phrase) (string, phrase) {
	p := s.p
	word := p.tokens[ph.from].text
	rest := phrase{ph.from + 1, ph.to}
	switch {
	case countries[word] && s.subject != "" && !rest.empty() && !region[s.subject] && !countries[s.subject] && metricLike(p.tokens[ph.to-1].text):
		return s.subject, ph // 宝马位列第一，全球销量……
	case countries[word], speakers[word]:
		return word, rest
	case rest.empty() && (word == "每" || pointing[word] && !p.isSaid(ph.to)):
		return "", rest // 每|隔三天; 这高于上次: what was said, and nobody
	}
	if of := p.word("的", ph.from, ph.to); strings.HasPrefix(word, "每") && of > ph.from+1 && of+1 < ph.to {
		return p.said(phrase{ph.from, of}), phrase{of + 1, ph.to} // 每辆车的|售价
	}
	if end := p.tokens[ph.to-1]; strings.HasPrefix(word, "每") && rest.to > rest.from && metricLike(end.text) { // 每台|价格
		return "", phrase{ph.to - 1, ph.to}
	} else if events[end.text] && !rest.empty() && !persons[word] && word != "其" { // 那次|袭击
		return s.event(ph), phrase{ph.to, ph.to}
	}
	if strings.HasPrefix(word, "每") || occasions[word] && !rest.empty() && !metricLike(p.tokens[ph.to-1].text) { // 每个面包, 本次调查
		return p.said(ph), phrase{ph.to, ph.to}
	}
	tail := strings.TrimLeft(word, "该全我本")
	for demonstrative[word] && rest.to-rest.from > 1 && classifiers[p.tokens[rest.from].text] {
		rest.from++
	}
	if demonstrative[word] && !rest.empty() {
		tail = p.tokens[rest.from].text
		rest.from++
	}
	for !rest.empty() && p.loose(rest.from) && !opening[p.tokens[rest.from].text] {
		rest.from++
	}
	if referring[tail] && s.owner != "" {
		return s.owner, rest // 该数据
	}
	switch {
	case persons[word]:
		return first(last(s.people), s.last, s.subject, s.topic), rest
	case tail != "" && tail != word:
		for i := len(s.bodies) - 1; i >= 0; i-- {
			if strings.HasSuffix(hanzi.Fold(s.bodies[i]), tail) {
				return s.bodies[i], rest
			}
		}
		if full := p.earlier(tail, ph.from, strings.HasPrefix(word, "该")); full != "" {
			return full, rest
		}
	}
	if region[word] {
		return word, rest // 全省, where no province was named
	}
	if demonstrative[word] && tail != word && tail != "" && !places[tail] && !itself[tail] && len([]rune(tail)) > 1 && !metricLike(tail) && !kinds[tail] {
		return p.text(p.span(ph.from, rest.from)), rest // 该评选, that nothing before is called so
	}
	return first(s.clause, s.subject, s.lastNamed, s.goesOn(), s.last), rest
}

// region words mean the place that an article is from; they name it well enough
// where it is not said.
var region = set(`全省 全市 全县 全区 全镇 全村 我省 我市 我县 我区 本省 本市 本县 本区`)

// earlier is the last phrase before token i that ends with a noun and says more
// than the noun: 写给法国国王的报告, of 该报告; where ending, it may end a longer word:
// 管理局, of 该局.
func (p *passage) earlier(noun string, i int, ending bool) string {
	for k := i - 1; k > 0; k-- {
		if text := p.tokens[k].text; text != noun && !(ending && len([]rune(noun)) == 1 && p.tokens[k].figure < 0 && strings.HasSuffix(text, noun)) {
			continue
		}
		if end, ok := p.closed(k+1, len(p.tokens)); ok && k+1 < i && p.tokens[k+1].text != "(" {
			return p.said(phrase{k + 1, end + 1}) // 项目“…”
		}
		ph := p.endingAt(0, k)
		if ph.to-ph.from > 1 && !single[p.tokens[ph.from].text] && p.tokens[ph.from].class != pronoun && p.tokens[k].end-p.tokens[ph.from].start <= maxPredicate {
			return p.said(ph)
		}
	}
	return ""
}

// single words make no name of the noun behind them.
var single = set(`单个 每个 各个 多个 一个 单 某`)

// event is what happened and is spoken of with a pronoun: the subject so far, where it
// ends so and says more, else the words themselves.
func (s *state) event(ph phrase) string {
	what := s.p.tokens[ph.to-1].text
	for _, name := range []string{s.last, s.subject, s.goesOn()} {
		if strings.HasSuffix(hanzi.Fold(name), what) && len([]rune(name)) > ph.to-ph.from {
			return name
		}
	}
	return s.p.said(ph)
}

// events end what happened, which figures of victims belong to.
var events = set(`袭击 爆炸 事故 事件 地震 冲突 火灾 灾害 洪水 暴雨 案件 坍塌 枪击 交火`)

var demonstrative = set(`该 本 此 这`)

// classifiers stand between a pronoun and its noun: 这|名|女子.
var classifiers = set(`名 位 个 家 批 项 款 起 次 种 些 支 座 辆 架 艘 件 份 条 片 场 所 部 只 台`)

// isSaid says that 是 stands at token i, or behind an adverb there.
func (p *passage) isSaid(i int) bool {
	for ; i < len(p.tokens) && p.tokens[i].class == adverb; i++ {
	}
	return i < len(p.tokens) && p.tokens[i].text == "是"
}

// speakers name themselves, whoever they are.
var speakers = set(`我 我们`)

// pointing words mean what was just said where no noun follows.
var pointing = set(`这 此 那 本`)

// kinds are nouns for what has a name of its own, which was said.
var kinds = set(`作品 影片 电影 小说 动画 漫画 节目 专辑 城市 国家 地区 企业 机构 组织 学校 医院 银行 品牌 球队 俱乐部 团队 男子 女子 老人 学生 产品 手机 车型 新车`)

// occasions say which one of many it is, well enough to name it.
var occasions = set(`本次 此次 这次 本届 今届 此届 本轮 该次`)

var persons = set(`他 她 他们 她们`)

var countries = set(`全国 我国 全球`)

func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}
