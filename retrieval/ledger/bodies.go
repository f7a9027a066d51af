package ledger

import (
	"strings"

	"youju/hanzi"
)

// itself are nouns that mean the body that a text is about: 公司上半年实现…….
var itself = set(`公司 本公司 集团 本行 学校 医院 球队`)

// itself is the last body named that ends with word, or what the text goes on about.
func (s *state) itself(word string) string {
	tail := strings.TrimPrefix(word, "本")
	for i := len(s.bodies) - 1; i >= 0; i-- {
		if strings.HasSuffix(hanzi.Fold(s.bodies[i]), tail) || s.firms[s.bodies[i]] && (tail == "公司" || tail == "集团") {
			return s.bodies[i]
		}
	}
	return s.goesOn()
}

// project is the last project named, or the word itself where none was.
func (s *state) project(word string) string {
	for i := len(s.bodies) - 1; i >= 0; i-- {
		if strings.HasSuffix(hanzi.Fold(s.bodies[i]), "项目") {
			return s.bodies[i]
		}
	}
	return word
}

// publishes keeps whose report a clause speaks of as the company in question:
// 华光电工年报显示，公司…….
func (s *state) publishes(ph phrase, said int) {
	p := s.p
	for k := ph.from + 1; k < said; k++ {
		if !ownReports[p.tokens[k].text] {
			continue
		}
		if of := p.startingAt(ph.from, k); !of.empty() && p.tokens[of.from].class != pronoun && !itself[p.tokens[of.from].text] {
			name := p.said(of)
			s.bodies, s.firms[name] = append(s.bodies, name), true
		}
		return
	}
}

// ownReports are what a company publishes of itself.
var ownReports = set(`年报 半年报 季报 中报 财报 年度报告 中报 招股书 招股说明书 快报 业绩预告`)
