package answer

import (
	"sort"
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// candidate is a figure that may be the one asked for, in its sentence. Offsets
// of figure are in runes of the paragraph.
type candidate struct {
	sentence sentence
	figure   figure.Figure
	clause   hanzi.Span // in runes of the paragraph
	fits     float64    // how well it is of the kind asked for, 0…1
	known    float64    // share of the question's words that its surroundings hold
	score    float64
}

// How a candidate's parts add to its sentence's score.
const (
	fitWeight     = 0.55 // the figure is of the kind and unit that was asked for
	clauseWeight  = 0.5  // its clause holds the question's words
	nearWeight    = 0.15 // they stand close before it
	scopeWeight   = 0.2  // it is of the whole that was named: 占全省
	askedPenalty  = 0.6  // it stands in the question itself
	readSentences = 14   // sentences whose figures are looked at
)

// candidates are the figures that fit what is asked, best first.
func candidates(snapshot *retrieval.Snapshot, r reading, sentences []sentence) []candidate {
	asked := wordsAsked(snapshot.QuestionTerms(r.text))
	var out []candidate
	for _, s := range sentences[:min(readSentences, len(sentences))] {
		for _, f := range figure.Find(string(s.text)) {
			if f.Start < s.span.Start || f.End > s.span.End {
				continue
			}
			fits := r.fit(f)
			if fits <= 0 {
				continue
			}
			c := candidate{sentence: s, figure: f, clause: clauseOf(s.text, s.span, f), fits: fits}
			if r.asks == asksChange && !c.changes() {
				c.fits *= unchangedFit
			}
			c.known = c.knownWords(snapshot, asked)
			c.score = s.score + fitWeight*c.fits + clauseWeight*c.clauseCoverage(snapshot, asked) + nearWeight*c.near(snapshot, asked)
			c.score += scopeWeight * r.scoped(c)
			if r.holds(f) {
				c.score -= askedPenalty
			}
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
}

// unchangedFit is what is left of a figure's fit where a change is asked for and
// its clause speaks of none.
const unchangedFit = 0.4

var changeWords = []string{"增", "涨", "升", "降", "减", "跌", "扩", "提高", "提升", "多出", "回落", "下滑", "比", "较", "翻", "倍", "变", "缩"}

// changes says that the clause speaks of a change before the figure.
func (c candidate) changes() bool {
	before := hanzi.Fold(string(c.sentence.text[c.clause.Start:c.figure.End]))
	for _, word := range changeWords {
		if strings.Contains(before, word) {
			return true
		}
	}
	return false
}

// scopes are the wholes that a share or a rank is of, by what their names end in.
var scopes = []string{"国", "省", "市", "区", "县", "球", "界"}

// scoped says whether a share or rank is of the whole that the question names: 1
// for the same (占全省, 占河南省), -1 for another one, 0 where nothing is named.
func (r reading) scoped(c candidate) float64 {
	if r.asks != asksShare && r.asks != asksRank {
		return 0
	}
	asked := hanzi.Fold(r.raw)
	before := hanzi.Fold(string(c.sentence.text[c.clause.Start:c.figure.Start]))
	for _, scope := range scopes {
		if !strings.Contains(asked, "全"+scope) && !strings.Contains(asked, "占"+scope) {
			continue
		}
		if strings.Contains(before, scope) {
			return 1
		}
		return -1
	}
	return 0
}

// holds says that the question itself names the figure: it is what is known, not
// what is asked for.
func (r reading) holds(f figure.Figure) bool {
	for _, q := range r.figures {
		if q.Kind == figure.Date && f.Kind == figure.Date {
			if q.When == f.When {
				return true
			}
			continue
		}
		if q.Value.Equal(f.Value) && (q.Unit == f.Unit || q.Unit == "" || f.Unit == "") && q.Kind != figure.Identifier {
			return true
		}
	}
	return false
}

// clauseOf is the part of a sentence between commas in which f stands.
func clauseOf(text []rune, within hanzi.Span, f figure.Figure) hanzi.Span {
	c := hanzi.Span{Start: f.Start, End: f.End}
	for c.Start > within.Start && !partsClause(text, c.Start-1) {
		c.Start--
	}
	for c.End < within.End && !partsClause(text, c.End) {
		c.End++
	}
	return c
}

// partsClause says that a clause ends at i. A comma between digits is a part of
// the number.
func partsClause(text []rune, i int) bool {
	switch text[i] {
	case '，', '；', '。', '：', ';', '！', '？', '\n':
		return true
	case ',':
		return !(i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]))
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// What a word of the question is worth that stands in the clause before: all
// where the clause has no subject of its own (同比增长24.8%), and further back.
const (
	leanCredit = 0.9
	leadCredit = 0.4
)

// clauseCoverage is the share of the question's words in the clause and, for
// less, in what stands before it in the sentence.
func (c candidate) clauseCoverage(snapshot *retrieval.Snapshot, asked wordsAsked) float64 {
	text, s := c.sentence.text, c.sentence
	own := termSet(snapshot, string(text[c.clause.Start:c.clause.End]))
	lead := termSet(snapshot, string(text[s.span.Start:c.clause.Start]))
	title := termSet(snapshot, s.source.Article.Title)
	before := map[string]bool{}
	if c.clause.Start > s.span.Start && leansBack(text[c.clause.Start:c.clause.End]) {
		before = termSet(snapshot, string(text[clauseBefore(s, c.clause.Start):c.clause.Start]))
	}
	return asked.share(func(term string) float64 {
		switch {
		case own[term] || title[term]: // what the title names, the whole article is about
			return 1
		case before[term]:
			return leanCredit
		case lead[term]:
			return leadCredit
		}
		return 0
	})
}

// knownWords is the share of the question's words that the clause, the title or
// what stands around it holds: how far the articles speak of what was asked.
func (c candidate) knownWords(snapshot *retrieval.Snapshot, asked wordsAsked) float64 {
	text, s := c.sentence.text, c.sentence
	own := termSet(snapshot, string(text[c.clause.Start:c.clause.End]))
	title := termSet(snapshot, s.source.Article.Title+" "+s.source.Section)
	lead := termSet(snapshot, string(text[s.span.Start:c.clause.Start]))
	paragraph := termSet(snapshot, s.source.Text)
	return asked.share(func(term string) float64 { return credit(term, own, title, lead, paragraph) })
}

// leaning begin clauses that take their subject from the one before.
var leaning = []string{"同比", "环比", "比", "较", "增长", "增", "下降", "减少", "降", "上升", "上涨", "跌", "占", "居", "位居", "位列", "排名", "达", "逆势", "其中", "平均", "超", "约", "为", "实现", "是", "创", "涨", "高于", "低于", "连续", "增速", "增幅"}

// leansBack says that a clause has no subject of its own.
func leansBack(clause []rune) bool {
	text := strings.TrimLeft(hanzi.Fold(string(clause)), ",、 ")
	for _, word := range leaning {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// nearRunes is how far before a figure its name stands: 实际利用外资254678万美元.
const nearRunes = 10

// near is the share of the question's words close before the figure.
func (c candidate) near(snapshot *retrieval.Snapshot, asked wordsAsked) float64 {
	from := max(c.clause.Start, c.figure.Start-nearRunes)
	to := min(c.clause.End, c.figure.End+nearRunes/2)
	close := termSet(snapshot, string(c.sentence.text[from:to]))
	return asked.share(func(term string) float64 { return oneOf(close[term]) })
}
