package say

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
)

// Trim cuts a date to the part that was asked for, the year, the month or the century, and a range to its upper end.
func Trim(r asking.Reading, f figure.Figure, text []rune) figure.Figure {
	whole := f
	if f.Kind != figure.Date {
		return mostOf(r, f, text)
	}
	if f.Until != (figure.When{}) {
		return endOf(r, f, text)
	}
	year, month := slices.Index(text[f.Start:f.End], '年')+1, slices.Index(text[f.Start:f.End], '月')+1
	switch asked := hanzi.Fold(r.Raw); {
	case r.Asks == asking.Year && dayAsked.MatchString(asked): // 哪一年几月几日
	case r.Asks == asking.Year && month > year && monthAsked.MatchString(asked):
		f.End = f.Start + month
	case r.Asks == asking.Year && f.When.Month != 0 && year > 0:
		f.End = f.Start + year
	case r.Asks == asking.Date && f.When.Month != 0 && month > year && monthAsked.MatchString(asked) && !dayAsked.MatchString(asked):
		f.End = f.Start + month
		if slices.Contains(r.Years, f.When.Year) { // 2011年几月
			f.Start += year
		}
	case r.Asks == asking.Date && asking.AsksClock(asked) && !dayAsked.MatchString(asked):
		if said := []rune(clockSaid.FindString(string(text[f.Start:f.End]))); len(said) > 0 {
			f.Start = f.End - len(said)
		}
	case r.Asks == asking.Era && centuryAsked.MatchString(asked):
		if at := slices.Index(text[f.Start:f.End], '世'); at >= 0 && f.Start+at+2 < f.End && text[f.End-1] == '代' {
			f.End = f.Start + at + len([]rune("世纪"))
		}
	}
	if f == whole {
		return f
	}
	return partOf(whole, f, text)
}

// mostAsked asks for the most that a range reaches: 最大年龄是多少, but not 最大和最小年龄 nor 最大的工厂有多少人.
var (
	mostAsked  = pattern.Compile(`最[大高多长重远快][^的和与、,。?]{0,6}(多少|几|多[大高长重远快])`)
	leastAsked = pattern.Compile(`最[小低少短轻近慢]`)
)

// saidRunes is how far before a range its text may say that all of it is the most: 最大风力7至8级.
const saidRunes = 12

// mostOf is the upper end of a range where that is asked for: 76岁 of 14至76岁.
func mostOf(r asking.Reading, f figure.Figure, text []rune) figure.Figure {
	asked := hanzi.Fold(r.Raw)
	if r.Claim != nil || !f.High.GreaterThan(f.Value) || !mostAsked.MatchString(asked) || leastAsked.MatchString(asked) ||
		slices.Contains(text[max(0, f.Start-saidRunes):f.Start], '最') {
		return f
	}
	at := joined(f, text)
	if at < 0 {
		return f
	}
	most := f
	most.Start += at + 1
	return partOf(f, most, text)
}

// joined is where in a span or a range its two ends are joined, in runes from its beginning; -1 for nowhere.
func joined(f figure.Figure, text []rune) int {
	return slices.IndexFunc(text[f.Start:f.End], func(c rune) bool { return strings.ContainsRune(weigh.UntilWords, c) })
}

// partOf is a part of a date or a range as a figure; the whole where it is none by itself.
func partOf(whole, f figure.Figure, text []rune) figure.Figure {
	part := figure.Find(string(text[f.Start:f.End]))
	if len(part) != 1 || part[0].Kind != whole.Kind {
		return whole
	}
	f.Text, f.Value, f.High, f.When, f.Until = part[0].Text, part[0].Value, part[0].High, part[0].When, part[0].Until
	return f
}

// endOf is the end of a span of time that was asked for: 4月10日 of 3月15日至4月10日.
func endOf(r asking.Reading, span figure.Figure, text []rune) figure.Figure {
	start, end := weigh.EndsAsked(hanzi.Fold(r.Raw))
	at := joined(span, text)
	if start == end || at < 0 || !r.Asks.OfTime() || asking.AsksHours(r) {
		return span
	}
	f := span
	if start {
		f.End = f.Start + at
	} else {
		f.Start += at + 1
	}
	return partOf(span, f, text)
}

// What of a date is asked for, folded.
var (
	monthAsked   = pattern.Compile(`几月|哪一?个?月|何月`)
	dayAsked     = pattern.Compile(`几[日号]|哪[一几]?[天日]|何日|日期`)
	clockSaid    = pattern.Compile(`(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|[当今昨]晚|[早晚])?\d{1,2}([时点:：]\d{0,2}分?)$`)
	centuryAsked = pattern.Compile(`(哪一?个?|什么|几)世纪`)
)
