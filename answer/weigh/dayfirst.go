package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// dayFirst puts the day on which something happened first where the year of it is the best: 2031年3月5日在东岛上映 before
// 2031年上映的影片. It is as likely as that.
func dayFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	best, asked := found[0], hanzi.Fold(r.Raw)
	if r.Asks != asking.Date || r.Claim != nil || best.Figure.When != (figure.When{Year: best.Figure.When.Year}) || best.Figure.Until != (figure.When{}) {
		return
	}
	deed := happened(snapshot, r)
	if deed == "" {
		return
	}
	nearest := -1
	for i, c := range found {
		when := c.Figure.When
		if when.Year != best.Figure.When.Year || when.Day == 0 || c.governs || !strings.Contains(c.Said()+c.behindSentence(deedRunes), deed) || !c.asMuchOfIt(best) || c.ofOtherKind(r) {
			continue
		}
		elsewhere := slices.ContainsFunc(snapshot.Names(c.Said()), func(place string) bool { return !strings.Contains(asked, place) })
		if !elsewhere && (nearest < 0 || c.Features.Clause > found[nearest].Features.Clause) {
			nearest = i
		}
	}
	if nearest >= 0 {
		takeOver(found, nearest)
	}
}

// foretold is said of what is still to come.
var foretold = pattern.Compile(`将|预计|有望|[^模虚]拟`)

// happenedFirst puts the day first on which two articles say that something happened where the best one was only foretold: 于2031年3月5日
// 发布 before 将会2032年发布.
func happenedFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	best := found[0]
	if r.Asks != asking.Date || r.Claim != nil || len(r.Years) > 0 || !foretold.MatchString(best.Said()) {
		return
	}
	deed := happened(snapshot, r)
	of := func(c Candidate) bool {
		return deed != "" && c.Figure.When.Day != 0 && c.Features.Narrow == 0 && strings.Contains(c.Said(), deed) && !foretold.MatchString(c.Said()) && c.asMuchOfIt(best)
	}
	for i, c := range found {
		if of(c) && slices.ContainsFunc(found, func(o Candidate) bool {
			return o.Entry.Article != c.Entry.Article && o.Figure.When == c.Figure.When && of(o)
		}) {
			evidence.PutFirst(found, i)
			return
		}
	}
}

// deedRunes is how far behind the day it may be said what happened: 2031年3月5日，首播两集.
const deedRunes = 6

// halfOfIt is the share of a question's words that such a day's sentence holds, with what it leans on.
const halfOfIt = 0.5

// asMuchOfIt says that a figure's article lacks no more of what the question names than another's, and that it fits as well.
func (c Candidate) asMuchOfIt(o Candidate) bool {
	return c.Sentence.Missing == "" && c.Features.Unnamed == 0 && c.Features.Unsaid <= o.Features.Unsaid && c.Features.Coverage >= halfOfIt && c.Features.Fit >= o.Features.Fit
}
