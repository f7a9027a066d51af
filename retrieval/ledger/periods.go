package ledger

import (
	"fmt"
	"strconv"
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// timed is a period of a passage, with where it stands in its clause.
type timed struct {
	Period
	at    hanzi.Span // of the words here, which may echo a period said before
	frame bool       // at the head of a clause: 2020年，广州经开区……
}

// calendar is what relative words of time are resolved by: the printed date of
// the article, and what was said last.
type calendar struct {
	printed Day
	year    Period // the last that names a year
	day     Period // the last that names a day
	heading Period // the year that the section's heading names
}

// births say that somebody was born on the day before them, if birthEnds or nothing follows: not in 2023年出生人口.
var births = set(`出生 生 诞生 生于`)

const birthEnds = ",，。;；、()（）于在"

func (p *passage) bornThen(i int) bool {
	if i >= len(p.tokens) || !births[p.tokens[i].text] {
		return false
	}
	return p.tokens[i].text == "生于" || i+1 == len(p.tokens) || strings.ContainsAny(p.tokens[i+1].text, birthEnds)
}

func parseDay(iso string) Day {
	var parts [3]int
	for i, part := range strings.SplitN(iso, "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		parts[i] = n
	}
	return Day{parts[0], parts[1], parts[2]}
}

// findPeriods finds the words of time of a passage. A feed's stamp at the head of
// a text is none.
func (p *passage) findPeriods(c *calendar) {
	for i := p.pastStamp(); i < len(p.tokens); i++ {
		q, last, ok := p.periodFrom(i, c)
		if !ok || p.titles(i) {
			continue // 《实施方案（2020-2022）》 is no time
		}
		if n := len(p.periods); n > 0 && i > 0 && p.tokens[i-1].text == "(" && p.tokens[i-1].start == p.periods[n-1].at.End {
			i = last
			continue // 8月17日（上周六）
		}
		if p.bornThen(last + 1) {
			i = last
			continue // 1960年3月出生: nothing else was then
		}
		found := timed{q, hanzi.Span{Start: p.tokens[i].start, End: p.tokens[last].end}, p.frames(i)}
		if !p.base(found) {
			c.note(q)
		}
		if last+1 < len(p.tokens) && dispatches[p.tokens[last+1].text] {
			i = last
			continue // 8月14日电: when it was reported
		}
		p.periods = append(p.periods, found)
		i = last
	}
}

// titles says that token i stands in the title of a work.
func (p *passage) titles(i int) bool {
	for k := i - 1; k >= 0 && i-k < maxQuoted*2; k-- {
		switch p.tokens[k].text {
		case "《":
			return true
		case "》", "。":
			return false
		}
	}
	return false
}

// note keeps a period as the context of what follows; 2013年以来 goes on until now, so that a month behind it is of another year.
func (c *calendar) note(q Period) {
	if q.From.Year != 0 && !q.goesOn() {
		c.year = q
	}
	if q.From.Day != 0 {
		c.day = q
	}
}

// goesOn says that the period begins at a time that is said and has no end: 2013年以来.
func (q Period) goesOn() bool { return q.Kind == Cumulative && q.To == q.From }

// periodFrom reads a period at token i, and its last token.
func (p *passage) periodFrom(i int, c *calendar) (Period, int, bool) {
	t := p.tokens[i]
	switch {
	case t.class == moment:
		return p.wordPeriod(i, c)
	case t.figure < 0:
		return Period{}, i, false
	case p.figures[t.figure].Kind == figure.Date:
		q, last := p.datePeriod(i, c)
		return q, last, true
	case p.figures[t.figure].Kind == figure.Ordinal && p.figures[t.figure].Unit == "季度":
		return p.quarter(i, c), i, true
	case p.stretch(i):
		q := Period{Paragraph: p.id, Span: hanzi.Span{Start: p.tokens[i-1].start, End: t.end}, Kind: Vague}
		q.Text = p.text(q.Span)
		return q, i, true
	case p.monthsBefore(i):
		q := Period{Paragraph: p.id, Span: hanzi.Span{Start: t.start, End: t.end}, Kind: Cumulative}
		if !strings.HasPrefix(t.text, "前") {
			q.Span.Start = p.tokens[i-1].start
		}
		if y := c.context(); y != 0 && p.figures[t.figure].Unit != "季度" {
			months := int(p.figures[t.figure].Value.IntPart())
			q.From, q.To = Day{Year: y, Month: 1}, Day{Year: y, Month: months}
		}
		q.Text = p.text(q.Span)
		return q, i, true
	}
	return Period{}, i, false
}

// stretch says that the figure at token i is a length of time up to now or from now on:
// 近3个月, 未来十年.
func (p *passage) stretch(i int) bool {
	if i == 0 || p.figures[p.tokens[i].figure].Kind != figure.Duration || i+1 >= len(p.tokens) {
		return false
	}
	before, next := p.tokens[i-1], p.tokens[i+1]
	return stretches[before.text] && before.end == p.tokens[i].start && next.text != "的" && next.class != noun
}

var stretches = set(`近 最近 过去 未来 今后`)

// context is the year that a month without one belongs to; 0 where unknown.
func (c *calendar) context() int {
	if c.year.From.Year != 0 {
		return c.year.To.Year
	}
	return c.printed.Year
}

// pastStamp is the token behind 2023-08-14 16:45，正文：.
func (p *passage) pastStamp() int {
	for i := 0; i < len(p.tokens) && i < 8; i++ {
		if p.tokens[i].text == "正文" {
			return i
		}
	}
	return 0
}

// monthsBefore says that the figure at token i is a part of the year: 前7个月.
func (p *passage) monthsBefore(i int) bool {
	unit := p.figures[p.tokens[i].figure].Unit
	first := strings.HasPrefix(p.tokens[i].text, "前") || i > 0 && p.tokens[i-1].text == "前"
	return first && (unit == "月" || unit == "个月" || unit == "季度" || unit == "个季度")
}

// frames says that the period at token i opens its clause.
func (p *passage) frames(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch t := p.tokens[k]; {
		case t.class == mark && !opening[t.text]:
			return true
		case t.class != preposition && t.class != conjunction && t.class != moment && t.class != mark && !strings.HasPrefix(t.text, "截"):
			return false
		}
	}
	return true
}

// dateTails go on with a date.
var dateTails = set(`份 底 末 初 中旬 上旬 下旬 以来 度 上半年 下半年 前三季度 全年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 期间 年度 起 春 夏 秋 冬 春季 夏季 秋季 冬季 中期 后期 初期
上午 下午 晚 晚间 晚上 夜间 凌晨 早晨 傍晚 中午`)

// datePeriod is the date at token i with the words around it: 截至2021年1月底,
// 去年10月, 7月20日15时; and its last token.
func (p *passage) datePeriod(i int, c *calendar) (Period, int) {
	t := p.tokens[i]
	f := p.figures[t.figure]
	out := Period{Paragraph: p.id, From: dayOf(f.When), Kind: Whole}
	from, to, year, resolved := t.start, t.end, f.When.Year, ""
	if i > 0 {
		before := p.tokens[i-1]
		back, relative := yearsBack[before.text]
		switch {
		case strings.HasPrefix(before.text, "截至") || strings.HasPrefix(before.text, "截止"):
			from, out.Kind = before.start, Point
		case relative && year == 0:
			from = before.start
			if c.printed.Year > 0 {
				year = c.printed.Year - back
				resolved = fmt.Sprintf("（%d年）", year)
			}
		}
	}
	for i+1 < len(p.tokens) && p.tokens[i+1].start == to && (dateTails[p.tokens[i+1].text] || p.clock(i+1)) {
		i++
		to = p.tokens[i].end
		out.Kind = kindBehind(p.tokens[i].text, out.Kind)
	}
	if out.From == (Day{}) {
		out.Kind = Vague // a time of day, a century
	} else if out.From.Year = year; year == 0 {
		out.From.Year = c.context()
	}
	out.To = out.From
	out.Span = hanzi.Span{Start: from, End: to}
	out.Text = p.text(out.Span) + resolved
	return out, i
}

// kindBehind is the kind of a period by a word behind its date.
func kindBehind(word string, kind PeriodKind) PeriodKind {
	switch word {
	case "底", "末", "初":
		return Point
	case "以来", "起":
		return Cumulative
	}
	return kind
}

func dayOf(w figure.When) Day { return Day{w.Year, w.Month, w.Day} }

// clock says that a time of day stands at token i.
func (p *passage) clock(i int) bool {
	f := p.tokens[i].figure
	return f >= 0 && p.figures[f].Kind == figure.Date && dayOf(p.figures[f].When) == Day{}
}
