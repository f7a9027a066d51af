package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// sized reads how long, high or heavy something is: 城门|高5.33米，宽3.5米. What stands before
// the word has that size; where nothing does, what the size before it was of.
func (s *state) sized(e *Entry, at place) (meaning, bool) {
	p := s.p
	k := p.skipJoints(at.left, at.i-1)
	if e.Kind != figure.Amount || !sizeUnits[e.Unit] || k < at.left || !sizeWords[p.tokens[k].text] {
		return meaning{}, false
	}
	end := p.tokens[k].end
	for k > at.left && sizeWords[p.tokens[k-1].text] && p.tokens[k-1].end == p.tokens[k].start {
		k-- // 新车的|长宽高
	}
	size, tail := p.text(hanzi.Span{Start: p.tokens[k].start, End: end}), k-1
	if tail > at.left && p.tokens[tail].class == de {
		tail--
	}
	ph := p.endingAt(at.left, tail)
	switch {
	case ph.empty() && k == at.from && sizeWords[s.said.metric] && s.saidIn == p.group(at.sentence)+1:
		return meaning{s.said.entity, size}, true
	case ph.empty() || p.tokens[ph.to-1].end-p.tokens[ph.from].start < 2 || p.metricHead(ph) || p.tokens[ph.from].class == pronoun && !strings.HasPrefix(p.tokens[ph.from].text, "每") || p.tokens[k].start != p.tokens[k-1].end:
		return meaning{}, false
	}
	if entity, rest := s.named(ph); entity != "" && rest == "" {
		return meaning{entity, size}, true // in its full form
	}
	return meaning{p.said(ph), size}, true
}

// sizeWords say what of a thing is measured, sizeUnits what it is measured in.
var (
	sizeWords = set(`高 宽 厚 长 深 重 长宽 宽高 长宽高 全长 总长 面宽 进深 直径 净重 总重 约重`)
	sizeUnits = set(`米 公里 厘米 毫米 分米 英尺 英寸 英里 里 丈 尺 克 公斤 斤 吨 千吨 毫克 两 磅`)
)

// stage is the stage of something that stands right before what is measured of it: 其中|一期|占地面积; ""
// for none.
func (p *passage) stage(ph phrase, at place) string {
	k := ph.from - 1
	if ph.empty() || k < at.from || p.tokens[k].figure < 0 || p.tokens[k].end != p.tokens[ph.from].start {
		return ""
	}
	if f := p.figures[p.tokens[k].figure]; f.Kind != figure.Ordinal || !stages[f.Unit] {
		return ""
	}
	return p.tokens[k].textIn(p)
}

// stages are units that the stages of a project are numbered by.
var stages = set(`期 批 标段`)
