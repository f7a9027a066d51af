package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// nthAsked asks for one of those that something happened at, by its number; the first group is the number,
// the third how often is counted.
var nthAsked = pattern.Compile(`(第(?:[一二三四五六七八九十]|\d{1,2})|最后一)([次届批轮场期])`)

// nthListedFirst puts first the date that the number of a question names in a list of dates: 1972年 for 第二次大修 of
// 1956年、1972年和1991年三次大修.
func nthListedFirst(r asking.Reading, found []Candidate) {
	m := nthAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil || !r.Asks.OfTime() || r.Claim != nil {
		return
	}
	for _, c := range found {
		dates := datesListed(c)
		if len(dates) < 2 || c.Score < found[0].Score-nthBy || !timesSaid(c, dates, m[2]) {
			continue
		}
		n := len(dates)
		if number := figure.Find(m[1] + m[2]); m[1] != "最后一" && len(number) == 1 {
			n = int(number[0].Value.IntPart())
		}
		if n < 1 || n > len(dates) {
			return
		}
		if takenOver(found, func(d Candidate) bool {
			return d.Sentence.Source.Paragraph == c.Sentence.Source.Paragraph && d.Figure.Start == dates[n-1].Start
		}) {
			return
		}
	}
}

// nthBy is how much worse than the best a figure of such a list may be.
const nthBy = 1

// datesListed are the dates of the list in which a candidate's date stands, with offsets in its paragraph; none where
// it stands in no list.
func datesListed(c Candidate) []figure.Figure {
	clause := c.Sentence.Text[c.Clause.Start:c.Clause.End]
	var list []figure.Figure
	holds := false
	for _, f := range figure.Find(string(clause)) {
		if f.Kind != figure.Date {
			continue
		}
		if n := len(list); n > 0 && !listJoints[strings.TrimSpace(string(clause[list[n-1].End-c.Clause.Start:f.Start]))] {
			if holds {
				break
			}
			list = nil
		}
		f.Start, f.End = f.Start+c.Clause.Start, f.End+c.Clause.Start
		holds = holds || f.Start == c.Figure.Start
		list = append(list, f)
	}
	if !holds {
		return nil
	}
	return list
}

var listJoints = map[string]bool{"、": true, "和": true, "与": true, "及": true, "以及": true}

// timesSaid says that behind a list of dates, or before it, as many times are counted as there are dates: 三次大修.
func timesSaid(c Candidate, dates []figure.Figure, unit string) bool {
	for _, f := range figure.Find(string(c.Sentence.Text[c.Sentence.Span.Start:c.Sentence.Span.End])) {
		if f.Unit == unit && f.Kind == figure.Count && int(f.Value.IntPart()) == len(dates) {
			return true
		}
	}
	before := hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:dates[0].Start]))
	if m := timesBefore.FindStringSubmatch(before); m != nil && timesOf[m[1]] == len(dates) {
		return true
	}
	return strings.Contains(before, "先后") || strings.Contains(before, "分别")
}

// timesBefore says how often before a list of dates: 曾二度（1953年、1971年）.
var timesBefore = pattern.Compile(`([二两三四五])度\(?$`)

var timesOf = map[string]int{"二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
