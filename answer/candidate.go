package answer

import (
	"sort"

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
	score    float64
}

// How a candidate's parts add to its sentence's score.
const (
	fitWeight     = 0.55 // the figure is of the kind and unit that was asked for
	clauseWeight  = 0.5  // its clause holds the question's words
	nearWeight    = 0.15 // they stand close before it
	askedPenalty  = 0.6  // it stands in the question itself
	readSentences = 14   // sentences whose figures are looked at
)

// candidates are the figures that fit what is asked, best first.
func candidates(snapshot *retrieval.Snapshot, r reading, sentences []sentence) []candidate {
	weights := snapshot.Weights(r.text)
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
			c := candidate{sentence: s, figure: f, clause: clauseOf(s.text, s.span, f)}
			c.score = s.score + fitWeight*fits + clauseWeight*c.clauseCoverage(snapshot, weights) + nearWeight*c.near(snapshot, weights)
			if r.holds(f) {
				c.score -= askedPenalty
			}
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
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

// clauseCoverage is the share of the question's words in the clause and, for
// less, in what stands before it in the sentence.
func (c candidate) clauseCoverage(snapshot *retrieval.Snapshot, weights map[string]float64) float64 {
	own := termSet(snapshot, string(c.sentence.text[c.clause.Start:c.clause.End]))
	lead := termSet(snapshot, string(c.sentence.text[c.sentence.span.Start:c.clause.Start]))
	var sum, total float64
	for term, w := range weights {
		total += w
		switch {
		case own[term]:
			sum += w
		case lead[term]:
			sum += w * 0.5
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// nearRunes is how far before a figure its name stands: 实际利用外资254678万美元.
const nearRunes = 10

// near is the share of the question's words close before the figure.
func (c candidate) near(snapshot *retrieval.Snapshot, weights map[string]float64) float64 {
	from := max(c.clause.Start, c.figure.Start-nearRunes)
	to := min(c.clause.End, c.figure.End+nearRunes/2)
	close := termSet(snapshot, string(c.sentence.text[from:to]))
	var sum, total float64
	for term, w := range weights {
		total += w
		if close[term] {
			sum += w
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}
