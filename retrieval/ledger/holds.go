package ledger

import (
	"regexp"
	"strings"

	"youju/figure"
)

// periodAt is the period that holds for a figure: the last one before it in its
// clause, else the one that opens its sentence, else the last of the sentence, else,
// where such a figure goes on with the sentences before, what was set there.
func (s *state) periodAt(e *Entry, at place) Period {
	p := s.p
	start, from := p.tokens[at.i].start, p.tokens[at.from].start
	behind := s.periodBehind(e, at)
	group := p.group(at.sentence)
	var near, frame, any timed
	for _, q := range p.periods {
		if q.at.End > start || q.at.Start < p.sentences[group].Start || p.base(q) || p.ofAnother(q, at) {
			continue
		}
		switch {
		case q.at.Start >= from && (q.Kind != Vague || near.Text == "" || near.Kind == Vague):
			near = q
		case momentary[q.Text] && !(q.at.End < from && p.folded[q.at.End] == ',' && q.at.End+2 >= from):
			continue // 年底，…… goes as far as the next clause
		case q.frame && q.at.Start < from && (q.Kind != Vague || frame.Text == "" || frame.Kind == Vague || yearParts[q.Text]):
			frame = q
		}
		any = q
	}
	if own := p.attached(at); own.Text != "" {
		return own.Period
	}
	switch {
	case near.Text != "":
		s.hold(near)
		s.happened(e, near)
		return near.Period
	case behind.Text != "":
		return behind.Period
	case e.Kind == figure.Ordinal || e.Kind == figure.Duration:
		return Period{}
	case frame.Text != "":
		s.hold(frame)
		return frame.Period
	case any.Text != "":
		s.hold(any)
		s.happened(e, any)
		return any.Period
	}
	return s.carried(e, at)
}

// timeless says that a figure holds at any time: an ordinal that only numbers, an age, what a
// thing is built with.
func timeless(e *Entry) bool {
	switch e.Kind {
	case figure.Ordinal:
		return numbering[e.Unit]
	case figure.Duration:
		return e.Unit == "岁" || e.Unit == "旬"
	case figure.Amount:
		return builtIn[e.Unit]
	}
	return false
}

// numbering are units of ordinals that say which part of a whole it is.
var numbering = set(`条 款 册 话 集 章 节 卷 回 号 届 局 轮 楼`)

// builtIn are units of what things are made with.
var builtIn = set(`毫安时 毫安 纳米 微米 英寸 寸 像素 赫兹 千赫兹 兆赫 吉赫 字节 吉字节 太字节 GB TB MB 伏 分贝 升/分钟`)

// periodBehind is the day or year between what a figure counts and what happened:
// 约700名示威群众|25日|参与.
func (s *state) periodBehind(e *Entry, at place) timed {
	p := s.p
	if e.Kind != figure.Count {
		return timed{}
	}
	for k := at.i + 1; k < at.to; k++ {
		for _, q := range p.periods {
			if q.at.Start == p.tokens[k].start && q.Kind != Vague && k+1 < at.to && p.tokens[k+1].class != de {
				return q
			}
		}
		if !p.nominal(k) {
			break
		}
	}
	return timed{}
}

// group is the first of the sentences that only semicolons part from sentence n.
func (p *passage) group(n int) int {
	n = min(n, len(p.sentences)-1)
	for n > 0 {
		if end := p.sentences[n-1].End; p.folded[end-1] != ';' {
			break
		}
		n--
	}
	return n
}

// hold keeps a period for the sentences that follow; one without dates (一年来) is none beside
// the year of a heading.
func (s *state) hold(q timed) {
	if undated := q.From == (Day{}) && s.period.Paragraph == "" && s.period.Text != ""; q.frame && !momentary[q.Text] && !undated {
		s.period, s.incident = q.Period, Period{}
	}
}

// leadsOn says that a paragraph ends in a colon: what follows is what it speaks of.
func (p *passage) leadsOn() bool {
	return strings.HasSuffix(strings.TrimRight(string(p.folded), " \u3000"), ":")
}

// dated lets the time of a paragraph that ends in a colon hold below it (今年的主要目标是：), and lets no date of a line that is no sentence hold below it, if it is the article's:
// ——2022年3月5日在第十三届全国人民代表大会第五次会议上.
func (s *state) dated(p *passage) {
	if s.period.Paragraph == p.id && s.period.From == s.calendar.printed && !strings.ContainsAny(string(p.folded), "。！？!?;") {
		s.period = Period{}
	}
	for _, q := range p.periods {
		if p.leadsOn() && q.From.Year != 0 && q.at.Start >= p.sentences[len(p.sentences)-1].Start && !p.base(q) {
			s.hold(q)
		}
	}
}

// takesPlace keeps the time that was said last for what follows about an occasion: 1月4日至14日……。本次调查…….
func (s *state) takesPlace(i int) {
	for k := len(s.p.periods) - 1; k >= 0; k-- {
		if q := s.p.periods[k]; q.at.End <= s.p.tokens[i].start && q.From.Day != 0 && strings.ContainsAny(q.Text, "至到-—") {
			s.period = q.Period
			return
		}
	}
}

// happened keeps the day of an incident: more of it may be told in its paragraph.
func (s *state) happened(e *Entry, q timed) {
	if q.From.Day != 0 && e.Kind == figure.Count && happen[e.Unit] {
		s.incident = q.Period
	}
}

// carried is the period of the sentences before, where it goes on: statistics go
// on with a year or a month, and with a day only those of amounts and changes, and
// of people and incidents.
func (s *state) carried(e *Entry, at place) Period {
	if s.incident.Text != "" && e.Kind == figure.Count && happen[e.Unit] {
		return s.incident
	}
	switch q := s.period; {
	case q.Kind != Point && strings.ContainsAny(q.Text, "时点:") && e.Kind == figure.Count:
		return Period{} // what was told of a minute
	case q.Kind == Vague && q.From == (Day{}) && !lasting[q.Text], e.Kind == figure.Rank:
		return Period{}
	case e.Kind == figure.Amount && q.From.Day != 0 && !currency(e.Unit) && e.Unit != "点" && !s.p.flows(at):
		return Period{} // what weighs so much does so on other days
	case e.Kind == figure.Count && q.From.Day != 0 && !happen[e.Unit] && !strings.ContainsAny(q.Text, "至到-—"):
		return Period{}
	default:
		return q
	}
}

// flows says that an amount is of what went on in a time, and no property of a thing:
// 成交10760公斤, 降水量50毫米.
func (p *passage) flows(at place) bool {
	k := p.skipJoints(at.left, at.i-1)
	if k < at.left {
		return false
	}
	word := p.tokens[k].text
	return flowing[word] || strings.HasSuffix(word, "量") && !standing[word]
}

var flowing = set(`成交 交付 售出 销售 出口 进口 运输 运送 生产 收购 投放 查获 缴获 降雨 降水 捐赠`)

var standing = set(`重量 容量 质量 储量 含量 排量 毛重量 净重量 电池容量`)

// happen are units of what happens on a day rather than stands there.
var happen = set(`人 名 起 次 辆 架 枚 宗 人次 例 只`)

// attached is the period that stands right before a figure with 的: 目前的|3.75%.
func (p *passage) attached(at place) timed {
	k := at.i - 1
	for k > at.from && (p.tokens[k].class == adverb || joints[p.tokens[k].text]) && p.tokens[k].class != moment {
		k--
	}
	if k <= at.from || p.tokens[k].class != de {
		return timed{}
	}
	for _, q := range p.periods {
		if q.at.End == p.tokens[k-1].end {
			return q
		}
	}
	return timed{}
}

// ofAnother says that a period is attached to a figure before the one at place.
func (p *passage) ofAnother(q timed, at place) bool {
	for k := at.i - 1; k >= 0 && p.tokens[k].start >= q.at.End; k-- {
		if p.tokens[k].start == q.at.End {
			return p.tokens[k].class == de && k+1 < at.i && (p.tokens[k+1].class == number || k+2 < at.i && p.tokens[k+2].class == number && joints[p.tokens[k+1].text])
		}
	}
	return false
}

// base says that a period is only what is compared with: 比2019年增加5次, 是2010年的2.2倍,
// 1985年以来最高, 2010年不变价.
func (p *passage) base(q timed) bool {
	behind := string(p.folded[q.at.End:min(q.at.End+maxBase, len(p.folded))])
	if q.Kind == Cumulative && records.MatchString(behind) || scaledBy.MatchString(behind) {
		return true
	}
	if q.at.Start == 0 {
		return false
	}
	switch p.folded[q.at.Start-1] {
	case '比', '较':
		return true
	case '于': // 高于2021年的33亿美元
		return q.at.Start > 1 && strings.ContainsRune("高低多少好优快慢", p.folded[q.at.Start-2])
	case '由', '在': // 由上年的第四位上升为第三位, 在上年增长的基础上
		return string(p.folded[q.at.Start:q.at.End]) == "上年"
	case '与', '和', '同', '跟': // 与上月同期|相比
		return strings.Contains(behind, "相比")
	}
	return false
}

// maxBase bounds what may stand between what is compared with and 相比, in runes.
const maxBase = 6

var (
	records  = regexp.MustCompile(`^的?(最[高低大小多少好快慢]|新[高低]|首次)`)
	scaledBy = regexp.MustCompile(`^(的[约近]?[\d.]+倍|不变价|可比价|(同期)?的?(对比)?[较偏]?[高低]?基数)`) // 受上年同期基数较高影响
)
