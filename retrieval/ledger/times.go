package ledger

import (
	"strings"

	"youju/hanzi"
)

// eachTime gives the figures of a list to the times that are listed before it, in the same
// sentence or in one that only a semicolon parts from it: 2020年度、2021年度及2022年度收益分别为
// 13亿元、14亿元及15亿元. The keys are tokens; nil where there are not as many times as figures.
func (s *state) eachTime(c clause) map[int]Period {
	p := s.p
	at := p.word("分别", c.from, c.to)
	if at < 0 {
		return nil
	}
	figures := p.listed(at+1, c.to)
	if len(figures) < 2 {
		return nil
	}
	times := p.timesBefore(p.firstOf(p.group(c.sentence)), at, len(figures))
	if times == nil {
		return nil
	}
	out := map[int]Period{}
	for i, token := range figures {
		out[token] = times[i]
	}
	return out
}

// timesBefore are the last n times that are listed in tokens [from,to); nil where there is
// no list of n.
func (p *passage) timesBefore(from, to, n int) []Period {
	var list, found []Period
	var last int // the token behind the list's last time
	for k := 0; k < len(p.periods); k++ {
		i := p.openingTime(k)
		if i < from || i >= to {
			continue
		}
		item, end := p.periods[k].Period, p.pastTime(p.periods[k].at.End)
		whole := end == p.tokenAt(p.periods[k].at.End)
		for k+1 < len(p.periods) && p.openingTime(k+1) == end { // 2022年|截至6月30日止六个月
			next := p.periods[k+1]
			item = joinedTimes(item, next.Period)
			k, end, whole = k+1, p.pastTime(next.at.End), false
		}
		if !whole {
			item.Paragraph, item.Span = p.id, hanzi.Span{Start: p.tokens[i].start, End: p.tokens[end-1].end}
			item.Text = p.text(item.Span)
		}
		if len(list) > 0 && i != last+1 {
			list = nil
		}
		list, last = append(list, item), end
		if end >= to || !and[p.tokens[end].text] {
			if len(list) == n {
				found = list
			}
			list = nil
		}
	}
	return found
}

// joinedTimes is a time within another: 6月30日 of 2022年.
func joinedTimes(whole, part Period) Period {
	if whole.From.Year != 0 {
		part.From.Year, part.To.Year = whole.From.Year, whole.To.Year
	}
	return part
}

// openingTime is the token that begins period k, with 截至 before it.
func (p *passage) openingTime(k int) int {
	i := p.tokenAt(p.periods[k].at.Start)
	if i > 0 && strings.HasPrefix(p.tokens[i-1].text, "截") {
		return i - 1
	}
	return i
}

// tokenAt is the token that begins at a rune, or the first behind it.
func (p *passage) tokenAt(start int) int {
	for i, t := range p.tokens {
		if t.start >= start {
			return i
		}
	}
	return len(p.tokens)
}

// pastTime is the token behind a time that ends at a rune, and behind how long it is:
// 6月30日|止六个月.
func (p *passage) pastTime(end int) int {
	i := p.tokenAt(end)
	if i+1 < len(p.tokens) && p.tokens[i].text == "止" && p.tokens[i+1].start == p.tokens[i].end {
		return i + 2
	}
	return i
}
