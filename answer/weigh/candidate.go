// Package weigh finds the figures of the best sentences that may answer a question, weighs them, marks
// those that are another's, of a part or of another time, puts the fittest first, and says what the best
// of figures or sentences lacks.
package weigh

import (
	"sort"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/cores"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// Candidate is a figure that may be the one asked for, in its sentence. Offsets
// of figure are in runes of the paragraph.
type Candidate struct {
	Sentence evidence.Sentence
	Figure   figure.Figure
	Entry    ledger.Entry // the figure with whose it is and what it measures
	Clause   hanzi.Span   // in runes of the paragraph
	governs  bool         // it is the year of a sentence behind its own
	Features scales.Figure
	Score    float64
}

// ReadSentences is how many sentences' figures are looked at.
const ReadSentences = 14

// Candidates are the figures that fit what is asked, best first.
func Candidates(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence, read evidence.Readings) []Candidate {
	rivals := evidence.RivalsOf(sentences)
	sentences = sentences[:min(ReadSentences, len(sentences))]
	w := want(snapshot, r, sentences)
	out := append(w.within(sentences), governing(snapshot, r, w.words, sentences)...)
	cores.EachShort(len(out), func(i int) {
		c := &out[i]
		w.weigh(c)
		if read != nil {
			c.Features.Read = evidence.Voice(read.Span(c.Sentence.Source.Paragraph, c.Figure.Start, c.Figure.End))
		}
	})
	fittest := map[*news.Article]float64{}
	for _, c := range out {
		a := c.Sentence.Source.Article
		fittest[a] = max(fittest[a], c.Features.Fit)
	}
	says := sayers(snapshot, r, out)
	for i, c := range out {
		fits := func(a *news.Article) bool {
			fit, has := fittest[a]
			return has && (says == nil || says[a]) && fit >= min(c.Features.Fit, scales.WholeFit)
		}
		out[i].Features.Contested = rivals.ContestAmong(c.Sentence, c.saidAlso(snapshot), fits)
	}
	narrow(snapshot, r, out)
	placed(snapshot, r, out)
	ofOtherTimes(r, out)
	ofOwner(r, out)
	parallel(snapshot, w.words, out)
	ofWhatHappened(snapshot, r, out)
	ofPremise(r, out)
	narrowInList(snapshot, w.words, out)
	narrowSharedOut(snapshot, r, out)
	contrariesListed(snapshot, hanzi.Fold(r.Raw), out)
	for i := range out {
		out[i].Score = out[i].Features.Score(read != nil)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	return out
}

// within are the figures of the sentences that fit what is asked, not yet weighed.
func (w wanted) within(sentences []evidence.Sentence) []Candidate {
	var out []Candidate
	for _, s := range sentences {
		entries := joined(w.r, w.snapshot.Ledger().Of(s.Source.Paragraph), s.Text)
		for _, e := range entries {
			f := e.Figure
			if f.Start < s.Span.Start || f.End > s.Span.End || fit(w.r, f, s.Text[f.End:s.Span.End]) <= 0 {
				continue
			}
			if comparing[f.Qualifier] && comparedTo.MatchString(hanzi.Fold(string(s.Text[f.End:min(f.End+AroundRunes, s.Span.End)]))) {
				f.Qualifier = "" // 高于3%的全国平均
				e.Figure = f
			}
			c := Candidate{Sentence: s, Figure: f, Entry: e, Clause: dated(s.Text, s.Span, ClauseOf(s.Text, s.Span, f), f)}
			if w.r.Asks.OfTime() && w.r.Claim == nil {
				c.extend(w.snapshot, w.r, w.words, entries)
			}
			out = append(out, c)
		}
	}
	return out
}

// comparing are words that do not bound the figure behind them where that is what something
// is compared with, which comparedTo tells.
var (
	comparing  = map[string]bool{"高于": true, "低于": true, "大于": true, "小于": true, "超过": true, "超": true, "不及": true}
	comparedTo = pattern.Compile(`^的[^,。]{0,8}?(平均|均值|水平|增速|目标|预期|通胀)`)
)

// UpToClause is the sentence up to the end of the figure's clause, and what the
// ledger says of the figure.
func (c Candidate) UpToClause() string {
	return string(c.Sentence.Text[c.Sentence.Span.Start:c.Clause.End]) + " " + c.Entry.Metric + " " + c.Entry.Entity
}

// SupportedFirst puts the best figure first that may be the answer, where the best of all
// is of quite another kind than was asked for, or of an article that does not name what was
// asked about: 增长10.9% for 固定资产投资增速, of which 1413亿元 says more.
func SupportedFirst(found []Candidate, read bool) {
	if len(found) == 0 || found[0].Features.Fit > scales.PoorFit && found[0].Sentence.Missing == "" {
		return
	}
	for i, c := range found {
		if c.Supported(read) {
			evidence.PutFirst(found, i)
			return
		}
	}
}

// Listed says that a figure is one, and not a name that holds digits.
func Listed(f figure.Figure) bool { return f.Kind != figure.Identifier && f.Kind != figure.Name }

const (
	namedMetric  = 0.4  // share of a metric's words that names it
	namedMeaning = 0.35 // share of a bare question's words that the ledger knows the figure by
)

// Named says that a question that only names a metric names this figure's.
func (c Candidate) Named() bool {
	return c.Features.Metric >= namedMetric && c.Features.Meaning >= namedMeaning && c.Features.Fit > scales.PoorFit
}

// Measures says that a question names all of what the figure measures: 产值.
func (c Candidate) Measures() bool {
	return c.Features.Metric >= 1 && asking.MetricIn(wording.LongForm(hanzi.Fold(c.Entry.Metric))) != "" && c.Features.Fit >= scales.WholeFit
}

// OfMeasure says that a question ends with the measure that a likely figure's clause names: 高新区外资.
func (c Candidate) OfMeasure(r asking.Reading, read bool) bool {
	measure := asking.MeasureNamed(hanzi.Fold(r.Raw))
	return measure != "" && c.Features.Fit >= scales.WholeFit && c.Supported(read) &&
		strings.Contains(wording.LongForm(hanzi.Fold(c.Said())), wording.LongForm(measure))
}

// Supported says that a candidate is of the kind and of the thing asked for, and likely enough.
func (c Candidate) Supported(read bool) bool {
	return c.Sentence.Missing == "" && c.Features.Fit > scales.PoorFit && c.Support(read) >= scales.Bound
}

// Support of a figure. read says whether the reader was asked.
func (c Candidate) Support(read bool) float64 { return c.Features.Support(read) }

// Spoken is how far a figure's surroundings speak of a phrase at all, which is all
// that a formula asks of its operands.
func (c Candidate) Spoken() float64 { return 0.5*c.Features.Known + 0.5*c.Features.Cosine }
