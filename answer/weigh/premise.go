package weigh

import (
	"slices"

	"youju/answer/asking"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"

	"github.com/shopspring/decimal"
)

// nearPremise is by how much of it a figure may differ from one that a question names: 突破8000亿元
// of 8012亿元.
var nearPremise = decimal.New(5, -2)

// leastCounted is the least count that is held against a question: 两国 counts nothing.
const leastCounted = 10

// otherPremise says that a question for a time names a figure (哪一年突破9000亿元) of whose unit the
// date's sentence says others only, and its paragraph none that is near.
func otherPremise(r asking.Reading, c Candidate) bool {
	if !r.Asks.OfTime() || r.Claim != nil {
		return false
	}
	for _, asked := range r.Figures {
		if !premises(asked) {
			continue
		}
		others, near := false, false
		for _, f := range figure.Find(string(c.Sentence.Text)) {
			if f.Unit == asked.Unit && f.Kind == asked.Kind {
				others = others || f.Start >= c.Sentence.Span.Start && f.End <= c.Sentence.Span.End
				near = near || f.Value.Sub(asked.Value).Abs().LessThanOrEqual(asked.Value.Abs().Mul(nearPremise))
			}
		}
		if others && !near {
			return true
		}
	}
	return false
}

// ofPremise marks the figures whose clause says another one than the question names (哪一年招15000名 of 2022年招17625名,
// 超过50亩的有几块 of 大于10亩的有6块), where another's does not, or for an amount says that very one.
func ofPremise(r asking.Reading, found []Candidate) {
	if !r.Asks.OfTime() && r.Asks != asking.Quantity || r.Claim != nil {
		return
	}
	named := slices.DeleteFunc(slices.Clone(r.Figures), func(f figure.Figure) bool { return !premises(f) })
	if len(named) != 1 {
		return
	}
	asked := named[0]
	others := that(found, func(c Candidate) bool { return c.premiseSaid(asked) == anotherPremise })
	narrowBeside(found, others, func(c, o Candidate) bool {
		return o.Features.Fit >= c.Features.Fit && (r.Asks.OfTime() || o.premiseSaid(asked) == thatPremise)
	})
	for i, c := range found {
		if r.Asks == asking.Quantity && slices.Contains(others, true) && c.premiseSaid(asked) == thatPremise { // one of the others, but the one that is asked for
			found[i].Features.Narrow = 0
		}
	}
}

// premise is what a clause says of the figure that a question names.
type premise int

const (
	noPremise premise = iota
	thatPremise
	anotherPremise
)

// premiseSaid is what a candidate's clause says of it.
func (c Candidate) premiseSaid(asked figure.Figure) premise {
	out := noPremise
	for _, f := range figure.Find(c.Said()) {
		switch {
		case f.Unit != asked.Unit || f.Kind != asked.Kind || c.Figure.Unit == asked.Unit && c.Figure.Value.Equal(f.Value):
		case f.Value.Sub(asked.Value).Abs().LessThanOrEqual(asked.Value.Abs().Mul(nearPremise)):
			return thatPremise
		default:
			out = anotherPremise
		}
	}
	return out
}

// premises says that a figure of a question says what happened.
func premises(f figure.Figure) bool {
	switch f.Kind {
	case figure.Amount, figure.Share, figure.Change:
		return f.Unit != ""
	case figure.Count:
		return f.Unit != "" && f.Value.GreaterThanOrEqual(decimal.NewFromInt(leastCounted))
	}
	return false
}

// saidBehind is how much more of a question's words a sentence must hold to be what is asked about.
const saidBehind = 0.3

// outlived says that what a question asks the time of stands in a sentence behind the date's, which
// for certain is not of its time.
func outlived(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) bool {
	if r.Asks != asking.Year && r.Asks != asking.Date || r.Claim != nil || c.governs {
		return false
	}
	asked := r.Words(snapshot)
	share := func(text []rune) float64 { return wording.HeldShare(snapshot, asked, string(text)) }
	text, last := c.Sentence.Text, min(len(c.Sentence.Text), c.Figure.End+governedRunes)
	at := c.Clause.End
	for at < last && text[at] != '。' {
		at++
	}
	own := share(text[c.Sentence.Span.Start:at]) // 当地时间26日，……发生爆炸: what it is the time of stands behind its clause
	for at < last {
		at = pastClosers(text, at+1, last)
		end := at
		for end < last && text[end] != '。' {
			end++
		}
		behind := c.Sentence
		behind.Span = hanzi.Span{Start: at, End: end}
		if share(text[at:end]) >= own+saidBehind && left(r, behind, c.Figure) {
			return true
		}
		at = end
	}
	return false
}

// sayers are the articles of the figures that say what the question takes for granted (收于3241元的当日); nil where it
// takes nothing so, or none does. Of reports that are alike they are what is asked of.
func sayers(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) map[*news.Article]bool {
	asked := slices.DeleteFunc(slices.Clone(r.Figures), func(f figure.Figure) bool { return !premises(f) })
	if len(asked) == 0 || r.Claim != nil {
		return nil
	}
	out, some := map[*news.Article]bool{}, false
	for _, c := range found {
		article := c.Sentence.Source.Article
		if _, known := out[article]; !known {
			out[article] = !slices.ContainsFunc(asked, func(f figure.Figure) bool { return !said(snapshot, article, f) })
			some = some || out[article]
		}
	}
	if !some {
		return nil
	}
	return out
}

// said says that an article gives a figure.
func said(snapshot *retrieval.Snapshot, article *news.Article, f figure.Figure) bool {
	return slices.ContainsFunc(article.Paragraphs, func(p news.Paragraph) bool {
		return slices.ContainsFunc(snapshot.Ledger().Of(p.ID), func(e ledger.Entry) bool { return e.Unit == f.Unit && e.Value.Equal(f.Value) })
	})
}

// saidBy is how much better a figure may be of a report of another day.
const saidBy = 2 * countsBy

// premiseSaidFirst puts a figure first whose article is one of those, where the best one's is none.
func premiseSaidFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) {
	says := sayers(snapshot, r, found)
	if says == nil || says[found[0].Sentence.Source.Article] {
		return
	}
	nearlyBestFirst(found, read, saidBy, func(c Candidate) bool {
		return c.Features.Fit >= found[0].Features.Fit && c.Features.Narrow == 0 && c.Features.Apart == 0 && says[c.Sentence.Source.Article]
	})
}
