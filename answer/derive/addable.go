package derive

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// Overlap says that two counts are of the same thing, so that their sum may count
// one twice: 瞪羚企业 of two lists, projects begun and projects finished.
func Overlap(snapshot *retrieval.Snapshot, x, y weigh.Candidate) bool {
	if x.Figure.Kind != figure.Count || y.Figure.Kind != figure.Count || !likeness.IsCount(x.Figure.Unit) {
		return false
	}
	a, b := lastNoun(snapshot, x.Entry.Metric), lastNoun(snapshot, y.Entry.Metric)
	return a != "" && (a == b || hasWord(snapshot, x.Entry.Metric, b) || hasWord(snapshot, y.Entry.Metric, a))
}

// lastNoun is what a metric counts in the end: 企业 in 入选苏南瞪羚企业.
func lastNoun(snapshot *retrieval.Snapshot, metric string) string {
	last := ""
	for _, w := range snapshot.Words(metric) {
		if wording.IsNoun(w) && (last == "" || !strings.HasPrefix(w.Speech, "v")) { // 项目 in 项目动工
			last = w.Text
		}
	}
	return last
}

func hasWord(snapshot *retrieval.Snapshot, text, word string) bool {
	for _, w := range snapshot.Words(text) {
		if w.Text == word {
			return true
		}
	}
	return false
}

// Parts are the figures of several lists of the thing whose total is asked for:
// those of one paragraph; none where one of them is said to be the total.
func Parts(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) []weigh.Candidate {
	thing := r.Head(snapshot)
	if !weigh.AsksTotal(hanzi.Fold(r.Raw)) || len(thing) == 0 {
		return nil
	}
	first := found[0]
	var out []weigh.Candidate
	for _, c := range found {
		if c.Sentence.Source.Paragraph != first.Sentence.Source.Paragraph || c.Figure.Unit != first.Figure.Unit || c.Features.Clause < first.Features.Clause*partClause || wording.HeldShare(snapshot, thing, c.Entry.Metric) < weigh.PartHead {
			continue
		}
		if _, elsewhen := weigh.OtherYear(r, c); elsewhen {
			continue
		}
		if weigh.SaysTotal(c.Said()) || len(out) > 0 && !Overlap(snapshot, out[0], c) {
			return nil
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y weigh.Candidate) int { return x.Figure.Start - y.Figure.Start }) // as they are read
	return out
}

// partClause is the least part of the best figure's share of the question's words that a figure of another list has.
const partClause = 0.6

// asGood is how far below the best figure's score one is that may be meant as well.
const asGood = 0.12

// Twins are counts of the thing that is asked for on other lists of the same
// paragraph, which the question does not tell from the best one: 苏南“瞪羚企业”28家 and
// 苏州“瞪羚企业”16家.
func Twins(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) []weigh.Candidate {
	first, thing := found[0], r.Head(snapshot)
	if r.Asks != asking.Quantity || r.Claim != nil || len(thing) == 0 || wording.HeldShare(snapshot, thing, first.Entry.Metric) < weigh.PartHead {
		return nil
	}
	var out []weigh.Candidate
	for _, c := range found[1:] {
		if c.Score >= first.Score-asGood && c.Sentence.Source.Paragraph == first.Sentence.Source.Paragraph && c.Clause != first.Clause &&
			c.Figure.Unit == first.Figure.Unit && Overlap(snapshot, first, c) && wording.HeldShare(snapshot, thing, c.Entry.Metric) >= weigh.PartHead {
			out = append(out, c)
		}
	}
	return out
}
