package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// sharedOut are words of a list whose figures stand behind all of its names.
var sharedOut = pattern.Compile(`分别|依次|各`)

// goesOnAt are the places in which a clause may go on to the next of several figures.
const goesOnAt = "、和与及（("

// segment is the part of the candidate's clause that is its own: 利润1.2亿元 of
// 产值8.2亿元、利润1.2亿元, with the other figures of the clause. ok is false where the
// clause is no such list.
func (c Candidate) segment(others []Candidate) (segment string, ok bool) {
	start, end := c.Clause.Start, c.Clause.End
	for _, o := range others {
		if o.Figure.End <= c.Figure.Start {
			if at := lastParted(c.Sentence.Text, o.Figure.End, c.Figure.Start); at >= 0 {
				start, ok = max(start, at+1), true
			}
		}
		if o.Figure.Start >= c.Figure.End {
			if at := lastParted(c.Sentence.Text, c.Figure.End, o.Figure.Start); at >= 0 {
				end, ok = min(end, at), true
			}
		}
	}
	return string(c.Sentence.Text[start:end]), ok
}

// lastParted is the last place of [from,to) in which a list goes on; -1 for none.
func lastParted(text []rune, from, to int) int {
	for i := to - 1; i >= from; i-- {
		if text[i] == '、' {
			return i
		}
	}
	for i := to - 1; i >= from; i-- {
		if strings.ContainsRune(goesOnAt, text[i]) {
			return i
		}
	}
	return -1
}

// narrowInList marks the figures of a list whose own part of it holds less of the
// question than another's does, and those that the ledger gives to somebody else than
// whom the question names.
func narrowInList(snapshot *retrieval.Snapshot, asked wording.Terms, found []Candidate) {
	for i := range found {
		c := &found[i]
		var others []Candidate
		for j := range found {
			if o := &found[j]; j != i && o.Clause == c.Clause && o.Sentence.Source.Paragraph == c.Sentence.Source.Paragraph {
				others = append(others, *o)
			}
		}
		if len(others) == 0 {
			continue
		}
		if c.Features.Entity == 0 && c.Entry.Entity != "" && slices.ContainsFunc(others, func(o Candidate) bool {
			return o.Features.Entity == 1 && o.Entry.Entity != c.Entry.Entity && o.Entry.Metric == c.Entry.Metric && o.Features.Fit == c.Features.Fit
		}) {
			c.Features.Narrow = 1
		}
		own, ok := c.segment(others)
		if !ok || sharedOut.MatchString(c.Said()) {
			continue
		}
		mine := wording.TermsAmong(snapshot, asked, own)
		for _, o := range others {
			theirs, ok := o.segment(append([]Candidate{*c}, others...))
			if ok && o.Features.Fit >= min(c.Features.Fit, scales.WholeFit) && moreOf(asked, wording.TermsAmong(snapshot, asked, theirs), mine) {
				c.Features.Narrow = 1
			}
		}
	}
}

// moreOf says that one set holds all of the words that another holds, and more.
func moreOf(words wording.Terms, one, other map[string]bool) bool {
	more := false
	for _, w := range words {
		if other[w.Text] && !one[w.Text] {
			return false
		}
		more = more || one[w.Text] && !other[w.Text]
	}
	return more
}

// convertedIn opens what is only said again in another currency.
var convertedIn = pattern.Compile(`[(（](约合?|合|折合|相当于)?(人民币)?约?$`)

// converted says that the figure is an amount that is said again in another currency
// than the question asks for: 2亿美元（约14.28亿元人民币）.
func converted(r asking.Reading, c Candidate) bool {
	if !likeness.IsCurrency(c.Figure.Unit) || r.Unit == c.Figure.Unit || r.Claim != nil {
		return false
	}
	before := string(c.Sentence.Text[c.Sentence.Span.Start:c.Figure.Start])
	opened := convertedIn.FindStringIndex(before)
	if opened == nil {
		return false
	}
	return likeness.EndsInOther(hanzi.Fold(before[:opened[0]]), c.Figure.Unit)
}
