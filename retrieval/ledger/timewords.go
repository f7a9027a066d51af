package ledger

import (
	"fmt"

	"youju/figure"
	"youju/hanzi"
)

var yearsBack = map[string]int{"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2, "明年": -1}

// vague are words of time that no dates can be given.
var vague = set(`本周 上周 下周 当季 当月 当周 周一 周二 周三 周四 周五 周六 周日 上周一 上周二 上周三 上周四 上周五 上周六 上周日 今晚 昨晚 当晚 今早 凌晨 目前 当前 如今 现在 现今 现时 近年来 近年 上半年 下半年 一季度 二季度 三季度 四季度 前三季度 本月 上月 截至目前 迄今 至今 本季 上季 今日 昨日 今天 昨天 年初 年末 年底 每天 每年 每月 每周 每晚 每日 首日 近日`)

// momentary words of time hold for their own clause only.
var momentary = set(`年初 年末 年底 首日 每天 每年 每月 每周 每晚 每日`)

// lasting words of time go on though no dates can be given.
var lasting = set(`当日 当天 全年 今年 去年 前年 本月 上月 上半年 下半年 一季度 二季度 三季度 四季度 前三季度 今日 昨日 今天 昨天`)

// yearParts take the place of another part of a year that was said before in their sentence.
var yearParts = set(`全年 上半年 下半年 一季度 二季度 三季度 四季度 前三季度`)

// echoes mean a day or a year that was said before.
var echoes = map[string]bool{"当日": true, "当天": true, "同日": true, "同年": false, "当年": false, "全年": false}

// wordPeriod is a word of time at token i. One that means a year is resolved by the
// date printed with the article, one that means what was said before by that.
func (p *passage) wordPeriod(i int, c *calendar) (Period, int, bool) {
	t := p.tokens[i]
	out := Period{Paragraph: p.id, Span: hanzi.Span{Start: t.start, End: t.end}, Kind: Vague}
	out.Text = p.text(out.Span)
	if back, ok := yearsBack[t.text]; ok {
		if i+1 < len(p.tokens) && p.tokens[i+1].figure >= 0 && p.figures[p.tokens[i+1].figure].Kind == figure.Date && p.tokens[i+1].start == t.end {
			return out, i, false // 去年10月: the date takes it in
		}
		if c.printed.Year > 0 {
			out.From = Day{Year: c.printed.Year - back}
			out.To, out.Kind = out.From, Whole
			out.Text += fmt.Sprintf("（%d年）", out.From.Year)
			if i+1 < len(p.tokens) && p.tokens[i+1].text == "以来" {
				out.Kind = Cumulative
			}
		}
		return out, i, true
	}
	ofDay, echo := echoes[t.text]
	switch {
	case echo && ofDay && c.day.Text != "":
		return c.day, i, true
	case echo && !ofDay && c.year.Text != "" && c.year.From.Month == 0:
		return c.year, i, true
	case t.text == "全年" && c.heading.Text != "": // a month was said last
		return c.heading, i, true
	}
	if ends[t.text] && c.heading.Text != "" {
		out.From, out.To, out.Kind = c.heading.From, c.heading.To, Point
	}
	return out, i, echo || vague[t.text]
}

// ends of a year are those of the year that a heading names.
var ends = set(`年初 年末 年底`)
