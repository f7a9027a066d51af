package derive

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

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
		sure := i == 0 && c.Supported(false) && (c.Features.Head >= weigh.PartHead || len(r.Head(snapshot)) == 0)
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
		part = share.Beside(e)
	}
	if part.Figure.Kind != figure.Amount && part.Figure.Kind != figure.Count {
		return Worked{}, false
	}
	w := Worked{Formula: Formula{Op: Whole}, X: Operand{Candidate: part}, Y: Operand{Candidate: share}, Unit: part.Figure.Unit}
	var ok bool
	w.Result, ok = Compute(Whole, part.Figure.Value, share.Figure.Value)
	return w, ok
}

// countsWhole says that a question asks how many there are in a place that is no zone, or in all that one is a part of.
func countsWhole(snapshot *retrieval.Snapshot, r asking.Reading) bool {
	asked := hanzi.Fold(r.Raw)
	if r.Asks != asking.Quantity || r.Claim != nil || strings.Contains(asked, "占") {
		return false
	}
	return len(naming.Zones(snapshot, r.Raw)) == 0 || aroundZone.MatchString(asked) && weigh.AsksTotal(asked)
}

// aroundZone is what a zone is a part of.
var aroundZone = pattern.Compile(`全[国省市]`)

// shareOfPlace names the place that a share is of, shareInPlace the one that it is said to be in.
var (
	shareOfPlace = pattern.Compile(`占(?:了|到|据|比)?(\p{Han}{2,6}?)的?(?:总[数量额]|比重)?的?[约近超]?(?:为|达)?$`)
	shareInPlace = pattern.Compile(`在(\p{Han}{2,6}?)的?所?占的?(?:比重|比例|份额|比)(?:约|近|超)?(?:为|达)?(?:到|约|近|超)?$`)
)

// allOf begins the name of all that a place has.
var allOf = pattern.Compile(`^全[国省市区县]`)

// asksOfWhole says that the question names the place that a share is of, and not as the
// place that the figure itself is of: 河南省 for 占河南省17.78%.
func asksOfWhole(r asking.Reading, c weigh.Candidate, before string) bool {
	said := strings.TrimSpace(hanzi.Fold(before))
	m := shareInPlace.FindStringSubmatch(said)
	if m == nil {
		m = shareOfPlace.FindStringSubmatch(said)
	}
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
	if strings.Contains(asked, "全"+place.Key) || strings.Contains(asked, "整个"+place.Key) { // 全郑州 of 占郑州市
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
