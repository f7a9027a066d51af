package ledger

import "youju/hanzi"

// quarter is the quarter of a year at token i, with the word for the year before it: 今年|一季度.
func (p *passage) quarter(i int, c *calendar) Period {
	t := p.tokens[i]
	q := Period{Paragraph: p.id, Span: hanzi.Span{Start: t.start, End: t.end}, Kind: Whole}
	year := c.context()
	if i > 0 && p.tokens[i-1].end == t.start {
		if back, ok := yearsBack[p.tokens[i-1].text]; ok {
			q.Span.Start = p.tokens[i-1].start
			if c.printed.Year > 0 {
				year = c.printed.Year - back
			}
		}
	}
	if n := int(p.figures[t.figure].Value.IntPart()); year != 0 && n >= 1 && n <= 4 {
		q.From, q.To = Day{Year: year, Month: 3*n - 2}, Day{Year: year, Month: 3 * n}
	}
	q.Text = p.text(q.Span)
	return q
}
