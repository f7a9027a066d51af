package answer

import (
	"sort"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/cores"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// candidate is a figure that may be the one asked for, in its sentence. Offsets
// of figure are in runes of the paragraph.
type candidate struct {
	sentence evidence.Sentence
	figure   figure.Figure
	entry    ledger.Entry // the figure with whose it is and what it measures
	clause   hanzi.Span   // in runes of the paragraph
	features scales.Figure
	score    float64
}

// readSentences is how many sentences' figures are looked at.
const readSentences = 14

// candidates are the figures that fit what is asked, best first.
func candidates(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence, read evidence.Readings) []candidate {
	asked, nearest, thing, names := r.Words(snapshot), r.Nearest(snapshot), r.Head(snapshot), naming.Written(r.Asked())
	sentences = sentences[:min(readSentences, len(sentences))]
	things, measures := r.ThingsAsked(snapshot), measuresAsked(r)
	name, kind := kindNamed(r, snapshot)
	folded, nouns, level := hanzi.Fold(r.Raw), r.NounsAsked(snapshot), evidence.LevelAsked(r)
	belongings := belongingsOf(snapshot, asked, sentences)
	var out []candidate
	for _, s := range sentences {
		for _, e := range joined(r, snapshot.Ledger().Of(s.Source.Paragraph), s.Text) {
			f := e.Figure
			if f.Start < s.Span.Start || f.End > s.Span.End || fit(r, f) <= 0 {
				continue
			}
			if comparing[f.Qualifier] && comparedTo.MatchString(hanzi.Fold(string(s.Text[f.End:min(f.End+aroundRunes, s.Span.End)]))) {
				f.Qualifier = "" // 高于3%的全国平均
				e.Figure = f
			}
			out = append(out, candidate{sentence: s, figure: f, entry: e, clause: dated(s.Text, s.Span, clauseOf(s.Text, s.Span, f), f)})
		}
	}
	part, plain := r.PartAsked(), withoutPlace(r, snapshot, asked)
	cores.EachShort(len(out), func(i int) {
		c := &out[i]
		c.weigh(snapshot, r, asked, nearest)
		c.features.Apart = wording.AllOrNothing(c.apart(snapshot, things, belongings) || c.otherMeasure(measures, belongings) || c.ofAnother(snapshot, folded, belongings) || c.another(name, kind))
		c.features.Rival = c.rival(snapshot, asked, belongings)
		c.features.Plain = wording.AllOrNothing(c.plain(snapshot, plain))
		c.features.Written = c.holdsWritten(names)
		c.features.Head = wording.HeldShare(snapshot, thing, c.upToClause())
		c.features.Narrow = wording.AllOrNothing(contrary(folded, c.before()) || ofEach(r, *c) || evidence.Negated(nouns, folded, c.said()) != "" || denied(folded, c.leading()) || c.ofOtherPart(part) || converted(r, *c) || c.ofOtherLevel(level) || oneWay(folded, c.said()) != "" || ofOtherHalf(r, *c) || c.otherModel(folded))
		if read != nil {
			c.features.Read = evidence.Voice(read.Span(c.sentence.Source.Paragraph, c.figure.Start, c.figure.End))
		}
	})
	narrow(r, snapshot, out)
	placed(r, snapshot, out)
	ofOtherTimes(r, out)
	ofOwner(r, out)
	parallel(snapshot, asked, out)
	ofWhatHappened(r, snapshot, out)
	narrowInList(snapshot, asked, out)
	narrowSharedOut(r, snapshot, out)
	for i := range out {
		out[i].score = out[i].features.Score(read != nil)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
}

// comparing are words that do not bound the figure behind them where that is what something
// is compared with, which comparedTo tells.
var (
	comparing  = map[string]bool{"高于": true, "低于": true, "大于": true, "小于": true, "超过": true, "超": true, "不及": true}
	comparedTo = pattern.Compile(`^的[^,。]{0,8}?(平均|均值|水平|增速|目标|预期|通胀)`)
)

// upToClause is the sentence up to the end of the figure's clause, and what the
// ledger says of the figure.
func (c candidate) upToClause() string {
	return string(c.sentence.Text[c.sentence.Span.Start:c.clause.End]) + " " + c.entry.Metric + " " + c.entry.Entity
}

// supportedFirst puts the best figure first that may be the answer, where the best of all
// is of quite another kind than was asked for, or of an article that does not name what was
// asked about: 增长10.9% for 固定资产投资增速, of which 1413亿元 says more.
func supportedFirst(found []candidate, read bool) {
	if len(found) == 0 || found[0].features.Fit > scales.PoorFit && found[0].sentence.Missing == "" {
		return
	}
	for i, c := range found {
		if c.supported(read) {
			evidence.PutFirst(found, i)
			return
		}
	}
}
