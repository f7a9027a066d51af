package derive

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// eachAsked asks for what there is of something to each of what is counted: 平均每笔贷款多少万, 每公里造价多少, 平均一件卖多少钱.
var eachAsked = pattern.Compile(`(?:平均|折合|算下来|摊到|合|均摊)[^,。]{0,10}?(?:每|一)一?(\p{Han}{1,4})|(?:^|[^\d一二三四五六七八九十])每一?(\p{Han}{1,4})[^,。]{0,8}(?:平均|造价|摊)|平均(?:到|摊到)?(\p{Han}{1,4})头上`)

// MeanNear works out what there is to each from an amount and a count of one passage that speaks of what a question asks, where
// nobody prints it; ok is false where it asks for no such thing or none is there.
func MeanNear(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) (w Worked, ok bool) {
	folded := hanzi.Fold(r.Raw)
	m := eachAsked.FindStringSubmatch(folded)
	if m == nil || r.Claim != nil || !strings.Contains(folded, "多少") && !strings.Contains(folded, "几") && !strings.Contains(folded, "多大") || perTime.MatchString(folded) {
		return w, false
	}
	per, ok := leadingUnit(m[1] + m[2] + m[3])
	if !ok || perOfTime[per] {
		return w, false
	}
	asked := wording.Bigrams(wording.LongForm(strings.Replace(folded, m[0], "", 1)))
	most := leastOfMean
	for _, s := range ofEachPassage(sentences) {
		t := newTable(snapshot, s.Source)
		if t.printsMean(asked) {
			return w, false
		}
		for _, x := range t.figures {
			if !sharedKind(folded, per, x.Figure) {
				continue
			}
			for _, y := range t.figures {
				beside := x.Entry.Sentence == y.Entry.Sentence
				if x.Figure.Start == y.Figure.Start || !sharedAmong(per, y.Figure) || !beside && !nextTo(x.Entry.Sentence, y.Entry.Sentence) {
					continue
				}
				score := float64(wording.Shared(asked, x.Said()+" "+y.Said()+" "+x.Entry.Metric+y.Entry.Metric+x.Entry.Entity+y.Entry.Entity)) / float64(max(1, len(asked)))
				if beside {
					score += besideMean
				}
				if y.Figure.Unit == per {
					score += besideMean
				}
				if score > most {
					w = Worked{Formula: Formula{Op: Mean, per: per, asked: folded}, X: Operand{Candidate: x}, Y: Operand{Candidate: y}}
					most = score
				}
			}
		}
	}
	if w.Op != Mean {
		return w, false
	}
	if w.Result, ok = Compute(Mean, w.X.Figure.Value, w.Y.Figure.Value); !ok {
		return w, false
	}
	w.Unit = w.X.Figure.Unit
	return w, true
}

const (
	leastOfMean = 0.35 // of the question's words in both clauses, with what speaks for the pair
	besideMean  = 0.1
)

// perOfTime are units of time, of which the articles say what there is to each.
var perOfTime = map[string]bool{"月": true, "天": true, "年": true, "周": true, "日": true, "小时": true, "分钟": true, "秒": true, "季度": true}

// sharedKind says that a figure is of what a question asks to be shared out.
func sharedKind(folded, per string, f figure.Figure) bool {
	if f.Kind == figure.Share || f.Kind == figure.Change || f.Unit == per {
		return false
	}
	unit := asking.UnitAsked(folded)
	money := asking.AsksMoney(folded) || likeness.IsCurrency(unit) || strings.Contains(folded, "造价") || strings.Contains(folded, "补") || strings.Contains(folded, "贷款") || moneyShort.MatchString(folded)
	switch {
	case unit != "" && unit != "钱" && !likeness.IsCurrency(unit):
		return f.Unit == unit || likeness.Units(f.Unit, unit)
	case strings.Contains(folded, "多大"):
		return likeness.Units(f.Unit, "平方米")
	case money:
		return likeness.IsCurrency(f.Unit)
	}
	return false
}

// sharedAmong says that a figure counts those among whom it is shared out.
func sharedAmong(per string, f figure.Figure) bool {
	counts := f.Unit == per || likeness.IsCount(per) && likeness.IsCount(f.Unit) && likeness.Units(per, f.Unit)
	return counts && f.Kind != figure.Share && f.Kind != figure.Change && f.Value.IsPositive()
}

// moneyShort asks for money by its scale alone: 多少万.
var moneyShort = pattern.Compile(`多少[万亿]|[投花卖赚掏]`)

// printsMean says that the passage prints what there is to each, of what is asked.
func (t table) printsMean(asked map[string]bool) bool {
	for _, c := range t.figures {
		if lead := t.lead(c); (strings.Contains(lead, "均") || strings.Contains(lead, "每")) && wording.Shared(asked, c.Said()) >= nameRunes {
			return true
		}
	}
	return false
}

// nextTo says that two sentences stand next to each other.
func nextTo(a, b hanzi.Span) bool { return a.End == b.Start || b.End == a.Start }
