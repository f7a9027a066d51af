package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// standsAlone says that a sentence begins with people who are counted, so that they are
// nobody's: 三名被困人员获救.
func (s *state) standsAlone(e *Entry, at place) bool {
	p := s.p
	if e.Kind != figure.Count || !heads[e.Unit] || p.skipJoints(at.from, at.i-1) >= at.from {
		return false
	}
	behind := p.counts(at.i, s.nextFigure(at), false)
	return !behind.empty() && behind.to < at.to && !befell[p.tokens[behind.to].text] && p.acts(behind.to, at.to)
}

// goesOnFor is what the sentences before are about. People and offices are left after a
// sentence, places, companies and works go on; and an incident's place has its victims.
func (s *state) goesOnFor(e *Entry, at place) string {
	topic := s.goesOn()
	near := s.p.group(s.sentence)+1-s.group < 2
	if s.entry || near || s.group == 0 || parts[e.Unit] || s.title != "" && topic == s.title {
		return topic
	}
	if lastingEnds.ends(hanzi.Fold(topic)) {
		return topic
	}
	for k := at.i + 1; k < at.to && k <= at.i+4; k++ {
		if befell[s.p.tokens[k].text] {
			return topic
		}
	}
	return ""
}

// lastingEnds end the names of places, companies and works.
var lastingEnds = newEndings(strings.Fields(`区 市 省 县 州 国 镇 乡 村 公司 集团 银行 股份 园 》 」 项目 系列`))

// scene is where victims of this sentence were counted: 车辆在奎达市遭袭击，造成2人死亡; "" where the
// clause names them or nothing says so.
func (s *state) scene(e *Entry, at place, m meaning) string {
	p := s.p
	if e.Kind != figure.Count || !heads[e.Unit] || m.entity != "" || !p.victims(at, m.metric) {
		return ""
	}
	from := p.sentences[min(at.sentence, len(p.sentences)-1)].Start
	for k := at.i - 1; k > 0 && p.tokens[k].start >= from; k-- {
		if p.tokens[k-1].text != "在" && p.tokens[k-1].text != "于" {
			continue
		}
		ph := p.after(k-1, at.i)
		for !ph.empty() && !scenes.ends(p.tokens[ph.to-1].text) {
			ph.to-- // 景洪市|侧|翻
		}
		if !ph.empty() && p.word("的", ph.from, ph.to) < 0 && p.strong(ph) {
			return p.said(ph)
		}
	}
	return ""
}

// scenes end the names of places where something happens.
var scenes = newEndings(strings.Fields(`区 市 省 县 州 国 镇 乡 村 街道 路 街 岛 机场 车站 基地 广场 小区`))

// victims says that what befell people is told of a count.
func (p *passage) victims(at place, metric string) bool {
	for word := range befell {
		if strings.HasSuffix(metric, word) {
			return true
		}
	}
	for k := at.i + 1; k < at.to && k <= at.i+3; k++ {
		if befell[p.tokens[k].text] {
			return true
		}
	}
	return false
}

// heads are units that people are counted by.
var heads = set(`名 位 人 个`)

// befell is what happens to victims, who are counted for where or by what it happened.
var befell = set(`受伤 死亡 遇难 身亡 丧生 失踪 被困 被捕 伤亡 重伤 轻伤 遇害`)

// among are those that a figure is a part of, or where people are counted: 影片中|四位明星, 队员中有|9人.
func (s *state) among(e *Entry, at place) string {
	p := s.p
	k := p.skipJoints(at.left, at.i-1)
	if k <= at.left || !within[p.tokens[k].text] {
		return ""
	}
	ph := p.endingAt(at.left, k-1)
	if p.tokens[k].text == "上" || p.tokens[k].text == "内" {
		if e.Kind != figure.Count || !heads[e.Unit] || k != at.i-1 || ph.to-ph.from != 1 {
			return ""
		}
		return p.said(phrase{ph.from, k + 1}) // 发现|舰|上|50人感染
	}
	if ph.empty() || events[p.tokens[ph.to-1].text] || ph.to-ph.from == 1 && s.subject != "" && p.tokens[ph.from].class == noun {
		return ""
	}
	entity, rest := s.named(ph)
	return first(entity, rest)
}
