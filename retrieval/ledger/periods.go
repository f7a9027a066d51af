package ledger

import (
	"strconv"
	"strings"

	"youju/figure"
	"youju/hanzi"
)

func parseDay(iso string) Day {
	var d Day
	for i, part := range strings.SplitN(iso, "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		switch i {
		case 0:
			d.Year = n
		case 1:
			d.Month = n
		case 2:
			d.Day = n
		}
	}
	return d
}

// findPeriods finds the words of time of a passage, the date of the article being
// printed. A feed's stamp at the head of a text is none.
func (p *passage) findPeriods(printed Day) {
	for i := p.pastStamp(); i < len(p.tokens); i++ {
		t := p.tokens[i]
		switch {
		case t.figure >= 0 && p.figures[t.figure].Kind == figure.Date:
			q, last := p.datePeriod(i, printed)
			p.periods = append(p.periods, q)
			i = last
		case t.class == moment:
			if q, ok := p.wordPeriod(i, printed); ok {
				p.periods = append(p.periods, q)
			}
		case t.figure >= 0 && p.monthsBefore(i):
			span := hanzi.Span{Start: p.tokens[i-1].start, End: t.end}
			p.periods = append(p.periods, Period{Text: p.text(span), Paragraph: p.id, Span: span, Kind: Cumulative})
		}
	}
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
	f := p.figures[p.tokens[i].figure]
	return i > 0 && p.tokens[i-1].text == "前" && (f.Unit == "月" || f.Unit == "季度")
}

var dateTails = set(`份 底 末 初 以来 度 上半年 下半年 前三季度 全年 一季度 二季度 三季度 四季度 期间 年度 起 春 夏 秋 冬 中期 后期 初期`)

// datePeriod is the date at token i with the words around it: 截至2021年1月底,
// 去年10月, 7月20日15时; and its last token.
func (p *passage) datePeriod(i int, printed Day) (Period, int) {
	t := p.tokens[i]
	w := p.figures[t.figure].When
	day := dayOf(w)
	out := Period{Paragraph: p.id, From: day, To: day, Kind: Whole}
	from, to := t.start, t.end
	if i > 0 {
		back, ok := yearsBack[p.tokens[i-1].text]
		switch before := p.tokens[i-1]; {
		case strings.HasPrefix(before.text, "截至") || strings.HasPrefix(before.text, "截止"):
			from, out.Kind = before.start, Point
		case ok && w.Year == 0:
			from = before.start
			if printed.Year > 0 {
				out.From.Year, out.To.Year = printed.Year-back, printed.Year-back
			}
		}
	}
	for i+1 < len(p.tokens) && p.tokens[i+1].start == to && (dateTails[p.tokens[i+1].text] || p.clock(i+1)) {
		i++
		to = p.tokens[i].end
		switch p.tokens[i].text {
		case "底", "末", "初":
			out.Kind = Point
		case "以来", "起":
			out.Kind = Cumulative
		}
	}
	if day == (Day{}) {
		out.Kind = Vague // a time of day, a century
	}
	out.Span = hanzi.Span{Start: from, End: to}
	out.Text = p.text(out.Span)
	return out, i
}

func dayOf(w figure.When) Day { return Day{w.Year, w.Month, w.Day} }

func (p *passage) clock(i int) bool {
	f := p.tokens[i].figure
	return f >= 0 && p.figures[f].Kind == figure.Date && dayOf(p.figures[f].When) == (Day{})
}

var yearsBack = map[string]int{"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2, "明年": -1}

// vague are words of time that no dates can be given.
var vague = set(`目前 当前 如今 现在 近年来 近年 上半年 下半年 一季度 二季度 三季度 四季度 前三季度 本月 上月 截至目前 迄今 至今 本季 上季 当日 今日 昨日 今天 昨天 年初 年末 年底`)

// wordPeriod is a word of time; one that means a year is resolved by the date
// printed with the article.
func (p *passage) wordPeriod(i int, printed Day) (Period, bool) {
	t := p.tokens[i]
	out := Period{Paragraph: p.id, Span: hanzi.Span{Start: t.start, End: t.end}, Kind: Vague}
	out.Text = p.text(out.Span)
	back, ok := yearsBack[t.text]
	if ok && printed.Year > 0 {
		year := Day{Year: printed.Year - back}
		out.From, out.To, out.Kind = year, year, Whole
		out.Text += "（" + strconv.Itoa(year.Year) + "年）"
	}
	return out, ok || vague[t.text]
}

// periodAt is the period that holds for a figure: the last one before it in its
// sentence, else the one that was set before.
func (s *state) periodAt(at place) Period {
	p := s.p
	start := p.tokens[at.i].start
	sentence := p.sentences[min(at.sentence, len(p.sentences)-1)]
	var found Period
	for _, q := range p.periods {
		if q.Span.End <= start && q.Span.Start >= sentence.Start && !p.base(q) && (q.Kind != Vague || found.Text == "") {
			found = q
		}
	}
	if found.Text != "" {
		s.period = found
	}
	return s.period
}

// base says that a period is only what is compared with: 比2019年增加5次.
func (p *passage) base(q Period) bool {
	if q.Span.Start == 0 {
		return false
	}
	switch p.folded[q.Span.Start-1] {
	case '比', '较', '于':
		return true
	}
	return false
}
