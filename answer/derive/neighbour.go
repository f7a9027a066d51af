package derive

import (
	"slices"
	"strconv"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// followers are the figures behind c's in its sentence, up to the next that
// stands in a clause with another subject and metric.
func followers(snapshot *retrieval.Snapshot, c weigh.Candidate) []weigh.Candidate {
	var out []weigh.Candidate
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start < c.Figure.End || e.End > c.Sentence.Span.End {
			continue
		}
		next := c
		next.Figure, next.Entry, next.Clause = e.Figure, e, weigh.ClauseOf(c.Sentence.Text, c.Sentence.Span, e.Figure)
		if e.Kind == c.Figure.Kind && e.Unit == c.Figure.Unit && e.Direction == "" {
			break
		}
		out = append(out, next)
	}
	return out
}

// grew tells a change against the year before.
var grew = pattern.Compile(`同比|比上年|比去年|较上年|较去年|增加|` + pattern.Growing + `|` + pattern.Falling + `|` + pattern.Pace + `|跌`)
var fell = pattern.Compile(pattern.Falling + `|降幅|跌|缩减|放缓|收窄`)

// noGrowth tells what is said of a growth and is none: 对经济增长的贡献率达23.8%.
var noGrowth = pattern.Compile(`贡献[率度]|拉动`)

// BaseYear works out a figure of the year before from one and its growth: 1413 ÷ (1 + 10.9 %).
func BaseYear(snapshot *retrieval.Snapshot, r asking.Reading, c weigh.Candidate, year int) (Worked, bool) {
	of := c.Entry.Period.From.Year
	if of == 0 {
		of = c.OwnYear()
	}
	if of != year+1 && (of != 0 || weigh.YearBeforeAsked(r, c) != year) || c.Figure.Kind == figure.Change {
		return Worked{}, false
	}
	return earlier(snapshot, c, func(g weigh.Candidate, clause string) bool {
		return grew.MatchString(clause) && !noGrowth.MatchString(hanzi.Fold(clause)) && !strings.Contains(clause, "环比") && sinceYear(g, year)
	})
}

// against is what a change is measured from: 较上月下降, 比一季度加快.
var against = pattern.Compile(`[比较]([^,。]{1,8}?)(加快|提[高升]|上升|增|涨|高|扩大|回升|回落|下降|下滑|放缓|收窄|减|降|低)`)

// BasePart works out a figure of the part of a year that is asked for from one of
// another and its change since: 51.2 + 4.5 for the month before.
func BasePart(snapshot *retrieval.Snapshot, r asking.Reading, c weigh.Candidate) (Worked, bool) {
	asked := r.PartAsked()
	if !c.OfOtherPart(asked) || c.Entry.Falls() || len(r.Years) > 0 {
		return Worked{}, false
	}
	return earlier(snapshot, c, func(_ weigh.Candidate, clause string) bool {
		m := against.FindStringSubmatch(hanzi.Fold(clause))
		return m != nil && (slices.Contains(asking.YearParts(m[1]), asked) || m[1] == "上月" && isMonthBefore(asked, c.Part()))
	})
}

// isMonthBefore says that a month is the one before another of the same year.
func isMonthBefore(asked, of string) bool {
	month := func(part string) int {
		n, err := strconv.Atoi(strings.TrimSuffix(part, "月"))
		if err != nil {
			return 0
		}
		return n
	}
	return month(asked) > 0 && month(asked)+1 == month(of)
}

// earlier works out what a figure was before the first change behind it that counts.
func earlier(snapshot *retrieval.Snapshot, c weigh.Candidate, counts func(g weigh.Candidate, clause string) bool) (Worked, bool) {
	for _, g := range followers(snapshot, c) {
		clause := string(c.Sentence.Text[g.Clause.Start:g.Clause.End])
		if !counts(g, clause) {
			continue
		}
		w := Worked{Formula: Formula{Op: Base}, X: Operand{Candidate: c}, Y: Operand{Candidate: g}, Unit: c.Figure.Unit}
		w.Falls = fell.MatchString(clause)
		switch {
		case g.Figure.Unit == c.Figure.Unit && g.Figure.Unit != "%" || g.Figure.Unit == "个百分点" && c.Figure.Unit == "%":
			w.Op = Difference
			if w.Falls {
				w.Op = Sum
			}
		case g.Figure.Unit != "%" || c.Figure.Unit == "%":
			continue
		}
		change := g.Figure.Value
		if w.Falls && w.Op == Base {
			change = change.Neg()
		}
		var ok bool
		w.Result, ok = Compute(w.Op, c.Figure.Value, change)
		return w, ok && (w.Op != Difference || c.Figure.Value.GreaterThanOrEqual(change))
	}
	return Worked{}, false
}

// sinceYear says that a change is against that year: it names it, or none.
func sinceYear(c weigh.Candidate, year int) bool {
	named := 0
	for _, f := range figure.Find(string(c.Sentence.Text[c.Clause.Start:c.Clause.End])) {
		if f.When.Year == year {
			return true
		}
		named += f.When.Year
	}
	return named == 0
}

// WholeOf works out the whole from a figure and the share that it is of the whole
// that the question names: 2103家 ÷ 39.14 %.
func WholeOf(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) (Worked, bool) {
	stated := asking.AsksProjection(hanzi.Fold(r.Raw))
	if !stated && !countsWhole(snapshot, r) {
		return Worked{}, false
	}
	if w, ok := wholeOfShare(snapshot, r, found[0]); ok {
		return w, true
	}
	for i, c := range found[:min(operandChoices, len(found))] {
		sure := i == 0 && c.Supported(false) && c.Features.Head >= weigh.PartHead
		if c.Figure.Unit == "%" || c.Features.Fit < operandFit || !stated && !sure {
			continue
		}
		for _, s := range followers(snapshot, c) {
			before := string(c.Sentence.Text[s.Clause.Start:s.Figure.Start])
			if s.Figure.Unit != "%" || !strings.Contains(before, "占") && !strings.Contains(before, "比重") || !(stated && namesWhole(r, before) || asksOfWhole(r, c, before)) {
				continue
			}
			w := Worked{Formula: Formula{Op: Whole}, X: Operand{Candidate: c}, Y: Operand{Candidate: s}, Unit: c.Figure.Unit}
			var ok bool
			w.Result, ok = Compute(Whole, c.Figure.Value, s.Figure.Value)
			return w, ok
		}
	}
	return Worked{}, false
}

// wholeOfShare works out the whole where the best figure is the share itself: 占全省火电装机的50%
// behind 全市火电装机540万千瓦.
func wholeOfShare(snapshot *retrieval.Snapshot, r asking.Reading, share weigh.Candidate) (Worked, bool) {
	before := strings.TrimSpace(string(share.Sentence.Text[share.Clause.Start:share.Figure.Start]))
	if share.Figure.Unit != "%" || !strings.Contains(before, "占") || !share.Supported(false) || !asksOfWhole(r, share, before) {
		return Worked{}, false
	}
	var part weigh.Candidate
	for _, e := range snapshot.Ledger().Of(share.Sentence.Source.Paragraph) {
		if e.Start < share.Sentence.Span.Start || e.End > share.Figure.Start {
			continue
		}
		part = share
		part.Figure, part.Entry, part.Clause = e.Figure, e, weigh.ClauseOf(share.Sentence.Text, share.Sentence.Span, e.Figure)
	}
	if part.Figure.Kind != figure.Amount && part.Figure.Kind != figure.Count {
		return Worked{}, false
	}
	w := Worked{Formula: Formula{Op: Whole}, X: Operand{Candidate: part}, Y: Operand{Candidate: share}, Unit: part.Figure.Unit}
	var ok bool
	w.Result, ok = Compute(Whole, part.Figure.Value, share.Figure.Value)
	return w, ok
}

// countsWhole says that a question asks how many there are in a place that is no zone.
func countsWhole(snapshot *retrieval.Snapshot, r asking.Reading) bool {
	return r.Asks == asking.Quantity && r.Claim == nil && !strings.Contains(hanzi.Fold(r.Raw), "占") && len(naming.Zones(snapshot, r.Raw)) == 0
}

// shareOfPlace names the place that a share is of.
var shareOfPlace = pattern.Compile(`占(?:了|到|据|比)?(\p{Han}{2,6}?)的?(?:总[数量额]|比重)?的?[约近超]?(?:为|达)?$`)

// allOf begins the name of all that a place has.
var allOf = pattern.Compile(`^全[国省市区县]`)

// asksOfWhole says that the question names the place that a share is of, and not as the
// place that the figure itself is of: 河南省 for 占河南省17.78%.
func asksOfWhole(r asking.Reading, c weigh.Candidate, before string) bool {
	m := shareOfPlace.FindStringSubmatch(strings.TrimSpace(hanzi.Fold(before)))
	if m == nil {
		return false
	}
	if all := allOf.FindString(m[1]); all != "" && strings.Contains(hanzi.Fold(r.Raw), all) { // 占全国产能的31.3%
		return true
	}
	asked, place := hanzi.Fold(r.Raw), naming.Place(m[1])
	ending := []rune(place.Shown)
	if strings.Contains(asked, place.Shown) || place.Key != place.Shown && strings.Contains(asked, "全"+string(ending[len(ending)-1])) {
		return true
	}
	own := hanzi.Fold(c.Entry.Entity + c.Sentence.Source.Article.Title)
	return place.Key != place.Shown && strings.Contains(asked, place.Key) && !strings.Contains(own, place.Key)
}

// namesWhole says that the question asks for the whole that a share is of: 占河南省
// where it says 河南省 or 全省.
func namesWhole(r asking.Reading, before string) bool {
	asked := hanzi.Fold(r.Raw)
	for _, ending := range weigh.Scopes {
		scope := string(ending)
		if strings.Contains(before, scope) && (strings.Contains(asked, "全"+scope) || nameBefore(asked, before, scope)) {
			return true
		}
	}
	return false
}

// nameBefore says that both texts hold the same character before a scope: 南省.
func nameBefore(asked, before, scope string) bool {
	runes, word := []rune(before), []rune(scope)[0]
	for i := 1; i < len(runes); i++ {
		if runes[i] == word && strings.Contains(asked, string(runes[i-1:i+1])) && runes[i-1] != '全' {
			return true
		}
	}
	return false
}
