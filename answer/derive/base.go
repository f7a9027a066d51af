package derive

import (
	"slices"
	"strconv"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// grew tells a change against the year before.
var grew = pattern.Compile(`同比|比上年|比去年|较上年|较去年|增加|` + pattern.Growing + `|` + pattern.Falling + `|` + pattern.Pace + `|跌`)
var fell = pattern.Compile(pattern.Falling + `|降幅|跌|缩减|放缓|收窄`)

// noGrowth tells what is said of a growth and is none (对经济增长的贡献率达23.8%), or is of other
// amounts than those that are printed: 扣除价格因素.
var noGrowth = pattern.Compile(`贡献[率度]|拉动|扣除价格|实际增`)

// timesOfYear ends before how many times that of an earlier year something is: 是2010年的2.2倍.
var timesOfYear = pattern.Compile(`(是|为|达到?|相当于)(\d{4}年|上年|去年)末?底?的[约近]?$`)

// BaseYear works out a figure of the year before from one and its growth: 1413 ÷ (1 + 10.9 %).
func BaseYear(snapshot *retrieval.Snapshot, r asking.Reading, c weigh.Candidate, year int) (Worked, bool) {
	of := c.Entry.Period.From.Year
	if of == 0 {
		of = c.OwnYear()
	}
	if c.Figure.Kind == figure.Change || r.PartAsked() == "" && c.Part() != "" && (len(r.Years) > 0 || ofWholeYear.MatchString(hanzi.Fold(r.Raw))) && !strings.Contains(r.Raw, "同期") { // of half a year is none of a year's
		return Worked{}, false
	}
	next := of == year+1 || of == 0 && weigh.YearBeforeAsked(r, c) == year
	return earlier(snapshot, c, func(g weigh.Candidate, clause string) bool {
		named := namesYear(g, year)
		if !named && !(next && namesYear(g, 0)) || noGrowth.MatchString(hanzi.Fold(clause)) || strings.Contains(clause, "环比") {
			return false
		}
		return grew.MatchString(clause) || g.Figure.Unit == "倍" && timesOfYear.MatchString(g.SaidBefore())
	})
}

// ofWholeYear asks for that of a year before, and of no part of it.
var ofWholeYear = pattern.Compile(`(?:去年|上年|前一年|上一年)(?:全年|一年|一整年|的|[^底末同上下一二三四前\d])|全年`)

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

// sinceNamed is the time, in its own words, that a change is measured from: 比去年底减少30人.
var sinceNamed = pattern.Compile(`[比较]((?:去年|上年|[上前]一年)(?:[底末]|同期)?|年初|上月[底末]?|上季度?[底末]?)`)

// BaseNamed works out a figure of the time that a question names in the words with which the articles say what it
// has changed since: 570 + 30 for 去年底有多少人.
func BaseNamed(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) (Worked, bool) {
	asked := hanzi.Fold(r.Raw)
	if len(r.Years) > 0 || r.Asks != asking.Quantity || r.Claim != nil || asking.NamesChange(asked) {
		return Worked{}, false
	}
	part := ""
	since := func(_ weigh.Candidate, clause string) bool {
		m := sinceNamed.FindStringSubmatch(hanzi.Fold(clause))
		return m != nil && (part == "" || !strings.HasSuffix(m[1], "年")) && strings.Contains(asked, m[1]) && !strings.Contains(asked, "比"+m[1]) && !strings.Contains(asked, "较"+m[1])
	}
	for _, c := range found[:min(operandChoices, len(found))] {
		if c.Score < found[0].Score-asGood-1 || c.Entry.Direction != "" || c.Sentence.Source.Paragraph != found[0].Sentence.Source.Paragraph {
			continue
		}
		part = c.Part()
		if w, ok := earlier(snapshot, c, since); ok {
			return w, true
		}
	}
	return Worked{}, false
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
	changes := followers(snapshot, c)
	if own, ok := ownChange(snapshot, c); ok {
		changes = []weigh.Candidate{own}
	}
	for _, g := range changes {
		clause := string(c.Sentence.Text[g.Clause.Start:g.Clause.End])
		if !counts(g, clause) {
			continue
		}
		w := Worked{Formula: Formula{Op: Base}, X: Operand{Candidate: c}, Y: Operand{Candidate: g}, Unit: c.Figure.Unit}
		w.Falls = fell.MatchString(clause)
		switch {
		case g.Figure.Unit == "倍" && timesOfYear.MatchString(g.SaidBefore()):
			w.Op, w.scale, w.scaleText = Ratio, scaleOf(c.Figure), scaleWord(c.Figure)
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

// followers are the figures behind c's in its sentence, up to the next that
// stands in a clause with another subject and metric.
func followers(snapshot *retrieval.Snapshot, c weigh.Candidate) []weigh.Candidate {
	var out []weigh.Candidate
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start < c.Figure.End || e.End > c.Sentence.Span.End {
			continue
		}
		next := c.Beside(e)
		if e.Kind == c.Figure.Kind && e.Unit == c.Figure.Unit && e.Direction == "" {
			break
		}
		out = append(out, next)
	}
	return out
}

// ownChange is the change of a figure of a list, behind which as many changes are listed: 2.8 of
// 城镇和农村人均住房面积32.9平方米、37.1平方米，分别比2007年增加2.8平方米和5.5平方米.
func ownChange(snapshot *retrieval.Snapshot, c weigh.Candidate) (weigh.Candidate, bool) {
	var levels, changes []weigh.Candidate
	place := -1
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start < c.Sentence.Span.Start || e.End > c.Sentence.Span.End || e.Kind == figure.Date {
			continue
		}
		next := c.Beside(e)
		switch {
		case e.Direction != "" && place >= 0 && next.Clause != c.Clause && (len(changes) == 0 || next.Clause == changes[0].Clause):
			changes = append(changes, next)
		case place >= 0 && (next.Clause != c.Clause || len(changes) > 0):
			return weigh.Candidate{}, false
		case next.Clause == c.Clause && e.Unit == c.Figure.Unit:
			if e.Start == c.Figure.Start {
				place = len(levels)
			}
			levels = append(levels, next)
		}
		if len(changes) == len(levels) && len(changes) > 1 {
			break
		}
	}
	if place < 0 || len(levels) < 2 || len(changes) != len(levels) || !strings.Contains(changes[0].Said(), "分别") {
		return weigh.Candidate{}, false
	}
	return changes[place], true
}

// namesYear says that a change is against that year by name; of the year 0, that it names none.
func namesYear(c weigh.Candidate, year int) bool {
	named := 0
	for _, f := range figure.Find(string(c.Sentence.Text[c.Clause.Start:c.Clause.End])) {
		if f.When.Year == year && year != 0 {
			return true
		}
		named += f.When.Year
	}
	return year == 0 && named == 0
}
