package derive

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// rose and fellBy are the words that say which way something changed.
const (
	rose   = `增加|增长|新增|提[高升]|上[升涨调浮]|扩大|[增涨升]`
	fellBy = `减少|下[降跌调滑浮]|降低|缩[小减]|回落|[减降跌]`
)

var (
	// changeAsked asks by how much something changed: 提高了多少, but not 提高到多少.
	changeAsked = pattern.Compile(`(` + rose + `|` + fellBy + `)(了|出)?(多少|几)([^倍%]|$)`)
	fallWord    = pattern.Compile(`^(` + fellBy + `|偏?[少低])$`)
	riseWord    = pattern.Compile(`^(` + rose + `|偏?[多高])$`)
	// wasBefore ends in front of what something was, and becameBehind parts it from what it became:
	// 由45.9%提高到52.6%.
	wasBefore    = pattern.Compile(`[从由自][^,。;]{0,12}$`)
	becameBehind = pattern.Compile(`^[^,。;\d]{0,6}?(` + rose + `|` + fellBy + `|调整|变|放宽|跃)[^,。;\d]{0,4}?[到至为](\d{4}年[末底]?的?|[^,。;\d]{0,8})[约近超]?$`)
)

// Way is which way a question takes something to have gone, and which way the articles say it went,
// in their words: 增加, 减少. It is empty where both are one.
type Way struct{ Asked, Said string }

// Moved works out by how much something changed where the articles say what it was and what it became.
func Moved(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) (w Worked, way Way, ok bool) {
	asked := changeAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if asked == nil || r.Claim != nil || len(found) == 0 {
		return w, way, false
	}
	found = found[:min(movedChoices, len(found))]
	most := 0.0 // of the question's words in a clause
	for _, c := range found {
		most = max(most, c.Features.Clause)
	}
	for _, c := range found {
		if c.Sentence.Missing != "" || c.Features.Clause < most-moreOfWords || c.Score < found[0].Score-asGood && c.Features.Clause < found[0].Features.Clause+moreOfWords {
			continue
		}
		was, became, ok := stretch(snapshot, c)
		if !ok || !ofItsTime(r, was, became) {
			continue
		}
		w := Worked{Formula: Formula{Op: Difference}, X: Operand{Candidate: became}, Y: Operand{Candidate: was}}
		if w.Result, ok = Compute(Difference, became.Figure.Value, was.Figure.Value); !ok || w.Result.IsZero() {
			return w, way, false
		}
		if w.Unit, ok = w.resultUnit(); !ok {
			return w, way, false
		}
		return w, wayBetween(asked[1], becameBehind.FindStringSubmatch(parting(was, became))[1]), true
	}
	return w, way, false
}

// wayBetween compares the word of change that a question says with that of the articles.
func wayBetween(asked, said string) Way {
	if fallWord.MatchString(asked) && riseWord.MatchString(said) || riseWord.MatchString(asked) && fallWord.MatchString(said) {
		return Way{asked, said}
	}
	return Way{}
}

// parting is what stands between two figures of a sentence, folded.
func parting(x, y weigh.Candidate) string {
	return hanzi.Fold(string(x.Sentence.Text[x.Figure.End:y.Figure.Start]))
}

// movedChoices is how many of the best figures are looked at; one that is worse must have so much more of the
// question's words in its clause, as what is no change hardly fits where one is asked for.
const (
	movedChoices = 8
	moreOfWords  = 0.2
)

// ofItsTime says that the years that a question names, if any, are not all other than those of what was
// and of what became of it.
func ofItsTime(r asking.Reading, was, became weigh.Candidate) bool {
	_, other := weigh.OtherYear(r, became)
	_, too := weigh.OtherYear(r, was)
	return !other || !too
}

// stretch is what something was and what it became, of which c is one.
func stretch(snapshot *retrieval.Snapshot, c weigh.Candidate) (was, became weigh.Candidate, ok bool) {
	var before *weigh.Candidate
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start < c.Sentence.Span.Start || e.End > c.Sentence.Span.End || e.Kind == figure.Date || !weigh.Listed(e.Figure) {
			continue
		}
		now := c.Beside(e)
		if before != nil && before.Figure.Unit == e.Unit && e.Unit != "" && (e.Start == c.Figure.Start || before.Figure.Start == c.Figure.Start) {
			if becameBehind.MatchString(parting(*before, now)) && wasBefore.MatchString(before.SaidBefore()) {
				return *before, now, true
			}
		}
		before = &now
	}
	return was, became, false
}

// OtherWay is the way that the figure that answers says that something went, where a question takes it
// to have gone the other: 增加了多少 of 减少245万人.
func OtherWay(r asking.Reading, c weigh.Candidate) Way {
	asked := wayAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	said := waySaid.FindStringSubmatch(c.SaidBefore())
	if rate := rateSaid.FindStringSubmatch(c.SaidBefore()); said == nil && rate != nil { // 同比增幅为1.4%
		said = []string{rate[0], "", wayOfRate[rate[1]]}
	}
	if asked == nil || said == nil || r.Claim != nil {
		return Way{}
	}
	return wayBetween(asked[2], said[2])
}

// rateSaid ends before a rate that is called after its way.
var rateSaid = pattern.Compile(`(增|涨|降|跌)[幅速](?:为|是|达到?)?[约近超]?$`)

// wayOfRate is what went which way, by the character that its rate is called after.
var wayOfRate = map[string]string{"增": "增长", "涨": "上涨", "降": "下降", "跌": "下跌"}

// wayAsked asks by how much something changed, or how much more it is; waySaid ends before such a figure.
var (
	wayAsked = pattern.Compile(`(^|[^最至太涨升增])(` + rose + `|` + fellBy + `|[多少高低])(了|出)?(多少|几)`)
	waySaid  = pattern.Compile(`(^|[^至最不])(` + rose + `|` + fellBy + `|偏?[多少高低])了?[约近超]?$`)
)
