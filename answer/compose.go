package answer

import (
	"fmt"
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// composer writes an answer piece by piece and keeps where its figures stand.
type composer struct {
	answer Answer
	text   []rune
}

// say appends words.
func (c *composer) say(words string) { c.text = append(c.text, []rune(words)...) }

// cite adds a citation, or finds the same one, and returns its number.
func (c *composer) cite(source retrieval.Source, span hanzi.Span) int {
	quote := string([]rune(source.Text)[span.Start:span.End])
	for _, old := range c.answer.Citations {
		if old.Paragraph == source.Paragraph && old.Start <= span.Start && span.End <= old.End {
			return old.N
		}
	}
	n := len(c.answer.Citations) + 1
	c.answer.Citations = append(c.answer.Citations, Citation{
		N: n, Article: source.Article.ID, Title: source.Article.Title, Date: source.Article.Date,
		Paragraph: source.Paragraph, Quote: quote, Start: span.Start, End: span.End,
	})
	return n
}

// quote says a span of a cited paragraph verbatim and lists its figures.
func (c *composer) quote(source retrieval.Source, span hanzi.Span, citation int, figures []figure.Figure) {
	runes := []rune(source.Text)
	at := len(c.text) - span.Start
	for _, f := range figures {
		if f.Start < span.Start || f.End > span.End || !listed(f) {
			continue
		}
		c.answer.Marks = append(c.answer.Marks, Mark{Start: at + f.Start, End: at + f.End, Figure: c.list(quoted(f, runes, citation))})
	}
	c.text = append(c.text, runes[span.Start:span.End]...)
}

// listed says that a figure is one, and not a name that holds digits.
func listed(f figure.Figure) bool { return f.Kind != figure.Identifier && f.Kind != figure.Name }

// list adds a figure, or finds it where it was said before, and returns its place.
func (c *composer) list(f Figure) int {
	for i, old := range c.answer.Figures {
		if old.Citation == f.Citation && old.Start == f.Start && old.End == f.End {
			return i
		}
	}
	c.answer.Figures = append(c.answer.Figures, f)
	return len(c.answer.Figures) - 1
}

// quoted is a figure of the ledger as the contract prints it.
func quoted(f figure.Figure, paragraph []rune, citation int) Figure {
	out := Figure{Text: f.Text, Value: f.Value.String(), Unit: f.Unit, Citation: citation, Start: f.Start, End: f.End}
	if f.Qualifier != "" {
		q := f.Qualifier
		out.Qualifier = &q
	}
	if f.Kind != figure.Date {
		if p, ok := periodOf(f, figure.Find(string(paragraph)), paragraph); ok {
			out.Period = &p.Text
		}
	}
	return out
}

func (c *composer) done() Answer {
	c.answer.Text = string(c.text)
	return c.answer
}

// periodOf is the date that governs a figure: the last one before it in its
// paragraph that names a year and is not one that something is compared with
// (比2019年增加5次).
func periodOf(f figure.Figure, all []figure.Figure, paragraph []rune) (figure.Figure, bool) {
	for i := len(all) - 1; i >= 0; i-- {
		p := all[i]
		if p.Start < f.Start && p.Kind == figure.Date && p.When.Year != 0 && !compared(paragraph, p.Start) {
			return p, true
		}
	}
	return figure.Figure{}, false
}

// compared says that what begins at i is what something is compared with.
func compared(paragraph []rune, i int) bool {
	before := hanzi.Fold(string(paragraph[max(0, i-3):i]))
	for _, word := range []string{"比", "较", "相比于", "相对于", "对比"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// figureAnswer says the figure first, then its clause, with subject and period in
// brackets where the clause leaves them out.
func figureAnswer(r reading, c candidate) Answer {
	var w composer
	w.sayFigure(r, c)
	return w.done()
}

func (w *composer) sayFigure(r reading, c candidate) {
	source, all := c.sentence.source, figure.Find(c.sentence.source.Text)
	n := w.cite(source, c.sentence.span)
	if r.claim != nil && !w.answer.Refused {
		w.verdict(r, c)
	}
	asked := r.trim(c.figure, c.sentence.text)
	if q := qualifierBefore(c.sentence.text, asked); q != "" {
		w.say(q)
	}
	w.quote(source, hanzi.Span{Start: asked.Start, End: asked.End}, n, []figure.Figure{asked})
	clause := grown(c, all)
	w.bracket(r, c, clause, all)
	w.say(fmt.Sprintf(" [%d]", n))
	if said := clause.End - clause.Start; said > asked.End-asked.Start+1 {
		w.say("\n")
		w.quote(source, clause, n, all)
	}
}

// trim cuts a date to the year where only the year was asked for.
func (r reading) trim(f figure.Figure, text []rune) figure.Figure {
	if r.asks != asksYear || f.When.Month == 0 {
		return f
	}
	for i := f.Start; i < f.End; i++ {
		if text[i] == '年' {
			f.End = i + 1
			f.Text = string(text[f.Start:f.End])
			f.When = figure.When{Year: f.When.Year}
			return f
		}
	}
	return f
}

// qualifierBefore is the word right before a figure that changes what it says:
// 约, 至少. One behind the number stands inside it.
func qualifierBefore(text []rune, f figure.Figure) string {
	if f.Qualifier == "" || f.Start < len([]rune(f.Qualifier)) {
		return ""
	}
	before := string(text[f.Start-len([]rune(f.Qualifier)) : f.Start])
	if hanzi.Fold(before) == f.Qualifier {
		return before
	}
	return ""
}

// clauseRunes is how long a clause should be to be understood by itself, and
// longestClause what a grown one may reach.
const (
	clauseRunes   = 16
	longestClause = 70
)

// grown is the candidate's clause with as many clauses before it as it takes to
// say what the figure is of; one that holds figures of its own is of another.
func grown(c candidate, all []figure.Figure) hanzi.Span {
	span := c.clause
	for span.End-span.Start < clauseRunes && span.Start > c.sentence.span.Start {
		start := clauseBefore(c.sentence, span.Start)
		if span.End-start > longestClause || holdsFigure(all, start, span.Start) && !leansBack(c.sentence.text[span.Start:span.End]) {
			break
		}
		span.Start = start
	}
	return span
}

// clauseBefore is where the clause begins that ends before i.
func clauseBefore(s sentence, i int) int {
	start := i - 1
	for start > s.span.Start && !partsClause(s.text, start-1) {
		start--
	}
	return start
}

func holdsFigure(all []figure.Figure, start, end int) bool {
	for _, f := range all {
		if f.Start >= start && f.End <= end && f.Kind != figure.Date && f.Kind != figure.Identifier {
			return true
		}
	}
	return false
}

// bracket adds what the clause leaves out: words of the question that the
// paragraph's surroundings confirm, and the period.
func (w *composer) bracket(r reading, c candidate, clause hanzi.Span, all []figure.Figure) {
	said := string(c.sentence.text[clause.Start:clause.End])
	var parts []string
	if subject := subjectOf(r, c, said); subject != "" {
		parts = append(parts, subject)
	}
	period, ok := periodOf(c.figure, all, c.sentence.text)
	ok = ok && c.figure.Kind != figure.Date && !strings.Contains(said, period.Text)
	if len(parts) == 0 && !ok {
		return
	}
	w.say("（" + strings.Join(parts, "，"))
	if ok {
		w.period(c, period, len(parts) > 0)
	}
	w.say("）")
}

// period says a period and cites the sentence that it stands in, if another.
func (w *composer) period(c candidate, period figure.Figure, follows bool) {
	if follows {
		w.say("，")
	}
	for _, s := range hanzi.Sentences(c.sentence.source.Text) {
		if period.Start >= s.Start && period.End <= s.End {
			n := w.cite(c.sentence.source, s)
			w.say(period.Text)
			if n > 1 {
				w.say(fmt.Sprintf(" [%d]", n))
			}
		}
	}
}

// subjectRunes is the shortest name that is worth repeating.
const subjectRunes = 3

// subjectOf is the longest run of the question, free of digits, that the title
// or the paragraph confirms and the clause does not say.
func subjectOf(r reading, c candidate, said string) string {
	question := []rune(r.raw)
	folded := hanzi.FoldRunes(question)
	around := hanzi.Fold(c.sentence.source.Article.Title + "\n" + c.sentence.source.Text)
	saidFolded := hanzi.Fold(said)
	best := ""
	for i := range folded {
		for j := len(folded); j-i >= subjectRunes && j-i > len([]rune(best)); j-- {
			run := string(folded[i:j])
			if allHan(folded[i:j]) && strings.Contains(around, run) {
				best = string(question[i:j])
				break
			}
		}
	}
	if strings.Contains(saidFolded, hanzi.Fold(best)) {
		return ""
	}
	return best
}

func allHan(runes []rune) bool {
	for _, r := range runes {
		if !hanzi.IsHan(r) {
			return false
		}
	}
	return true
}
