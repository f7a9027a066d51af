package say

import (
	"fmt"
	"regexp"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// Composer writes an answer piece by piece and keeps where its figures stand.
type Composer struct {
	snapshot *retrieval.Snapshot
	lang     lang.Language
	answer   Answer
	text     []rune
}

// NewComposer makes a composer of an answer about a snapshot's articles; l is that of its words.
func NewComposer(snapshot *retrieval.Snapshot, l lang.Language) *Composer {
	return &Composer{snapshot: snapshot, lang: l}
}

// Write appends words.
func (c *Composer) Write(words string) { c.text = append(c.text, []rune(words)...) }

// Cite adds a citation, or finds the same one, and returns its number.
func (c *Composer) Cite(source retrieval.Source, span hanzi.Span) int {
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

// Quote says a span of a cited paragraph verbatim and lists its figures.
func (c *Composer) Quote(source retrieval.Source, span hanzi.Span, citation int) {
	at := len(c.text) - span.Start
	for _, e := range c.snapshot.Ledger().Of(source.Paragraph) {
		if e.Start >= span.Start && e.End <= span.End && weigh.Listed(e.Figure) {
			c.answer.Marks = append(c.answer.Marks, Mark{Start: at + e.Start, End: at + e.End, Figure: c.list(quoted(e, citation))})
		}
	}
	c.text = append(c.text, []rune(source.Text)[span.Start:span.End]...)
}

// QuoteFigure says one figure, or as much of it as was asked for, and returns its
// place among the answer's.
func (c *Composer) QuoteFigure(source retrieval.Source, e ledger.Entry, citation int) int {
	at, i := len(c.text), c.list(quoted(e, citation))
	c.answer.Marks = append(c.answer.Marks, Mark{Start: at, End: at + e.End - e.Start, Figure: i})
	c.text = append(c.text, []rune(source.Text)[e.Start:e.End]...)
	return i
}

// list adds a figure, or finds it where it was said before, and returns its place.
func (c *Composer) list(f Figure) int {
	for i, old := range c.answer.Figures {
		if old.Citation == f.Citation && old.Start == f.Start && old.End == f.End {
			return i
		}
	}
	c.answer.Figures = append(c.answer.Figures, f)
	return len(c.answer.Figures) - 1
}

// quoted is a figure of the ledger as the contract prints it: a telephone number, a
// name and what does not say how many have no value.
func quoted(e ledger.Entry, citation int) Figure {
	value := e.Value.String()
	if e.Plain() == "" {
		value = ""
	}
	return Figure{
		Text: e.Text, Value: value, Unit: e.Unit, Citation: citation, Start: e.Start, End: e.End,
		Qualifier: known(e.Qualifier), Entity: known(e.Entity), Metric: known(e.Metric), Period: known(e.Period.Text), Falls: e.Falls(),
	}
}

// known is a text of the ledger, nil where it knows none.
func known(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// Cited is how many citations it has.
func (c *Composer) Cited() int { return len(c.answer.Citations) }

// Count lists how many articles were looked at, or how many operands there are.
func (c *Composer) Count(n int, operands []int) {
	text := fmt.Sprintf("%d篇", n)
	c.answer.Derived = append(c.answer.Derived, Derived{
		Text: text, Value: decimal.NewFromInt(int64(n)).String(), Unit: "篇", Op: string(derive.Count), Operands: append([]int{}, operands...), Expression: text,
	})
}

// Done is what was said.
func (c *Composer) Done() Answer {
	c.answer.Text = string(c.text)
	return c.answer
}

// FigureAnswer says the figure first, then its clause, with subject and period in
// brackets where the clause leaves them out.
// What is said below it, also has.
func FigureAnswer(snapshot *retrieval.Snapshot, r asking.Reading, c weigh.Candidate, also Also) Answer {
	w := NewComposer(snapshot, r.Lang)
	w.sayFigure(r, c)
	for _, t := range also.Twins {
		n := w.Cite(t.Sentence.Source, t.Sentence.Span)
		w.Write("\n")
		w.Quote(t.Sentence.Source, t.Clause, n)
		w.Write(fmt.Sprintf(" [%d]", n))
	}
	for _, o := range also.Claimed {
		w.Write("\n" + w.lang.Say("answer.claimed-said"))
		n := w.Cite(o.Sentence.Source, o.Sentence.Span)
		w.Quote(o.Sentence.Source, grown(o, snapshot.Ledger().Of(o.Sentence.Source.Paragraph)), n)
		w.Write(fmt.Sprintf(" [%d]", n))
	}
	if also.Premise != nil {
		w.premise(r, *also.Premise)
	}
	w.disagree(c)
	return w.Done()
}

// Also is what is said below a figure: counts that may be meant as well, what a denied figure is of, and what
// the question wrongly takes it for.
type Also struct {
	Twins, Claimed []weigh.Candidate
	Premise        *weigh.Premise
}

// premise says that the articles have what a question takes something for of another, or not at all.
func (w *Composer) premise(r asking.Reading, p weigh.Premise) {
	name := r.Shown(p.Name)
	if !p.Elsewhere() {
		w.Write("\n" + w.lang.Say("answer.premise-nowhere", name))
		return
	}
	w.Write("\n" + w.lang.Say("answer.premise-of-another", name))
	n := w.Cite(p.Source, p.Said)
	w.Quote(p.Source, p.Said, n)
	w.Write(fmt.Sprintf(" [%d]", n))
}

func (w *Composer) sayFigure(r asking.Reading, c weigh.Candidate) {
	source := c.Sentence.Source
	n := w.Cite(source, c.Sentence.Span)
	if r.Claim != nil && !w.answer.Refused {
		w.verdict(r, c)
	}
	asked := c.Entry
	asked.Figure = Trim(r, c.Figure, c.Sentence.Text)
	if q := derive.QualifierBefore(c.Sentence.Text, asked.Figure); q != "" {
		w.Write(q)
	}
	all := w.snapshot.Ledger().Of(source.Paragraph)
	if each := c.EachSaid(r, all); len(each) > 0 {
		w.quoteEach(source, each, n)
	} else {
		w.QuoteFigure(source, asked, n)
	}
	clause := grown(c, all)
	w.bracket(r, c, clause)
	w.Write(fmt.Sprintf(" [%d]", n))
	if said := clause.End - clause.Start; said > asked.End-asked.Start+1 {
		w.Write("\n")
		w.Quote(source, clause, n)
	}
}

// quoteEach says the figures of a list with what joins them.
func (w *Composer) quoteEach(source retrieval.Source, each []ledger.Entry, citation int) {
	text := []rune(source.Text)
	for i, e := range each {
		if i > 0 {
			w.Write(string(text[each[i-1].End:e.Start]))
		}
		w.QuoteFigure(source, e, citation)
	}
}

// clauseRunes is how long a clause should be to be understood by itself, and
// longestClause what a grown one may reach.
const (
	clauseRunes   = 16
	longestClause = 70
)

// grown is the candidate's clause with as many clauses before it as it takes to
// say what the figure is of; one that holds figures of its own is of another.
func grown(c weigh.Candidate, all []ledger.Entry) hanzi.Span {
	span := c.Clause
	for span.End-span.Start < clauseRunes && span.Start > c.Sentence.Span.Start {
		start := weigh.ClauseBefore(c.Sentence, span.Start)
		if span.End-start > longestClause || holdsFigure(all, start, span.Start) && !weigh.LeansBack(c.Sentence.Text[span.Start:span.End]) {
			break
		}
		span.Start = start
	}
	return span
}

func holdsFigure(all []ledger.Entry, start, end int) bool {
	for _, f := range all {
		if f.Start >= start && f.End <= end && f.Kind != figure.Date && f.Kind != figure.Identifier {
			return true
		}
	}
	return false
}

// WithoutMarkers is a text with a space in the place of each marker of the citations.
func WithoutMarkers(text string, citations []Citation) string {
	return marker.ReplaceAllStringFunc(text, func(m string) string {
		for _, c := range citations {
			if m == fmt.Sprintf("[%d]", c.N) {
				return " "
			}
		}
		return m
	})
}

// marker is the marker of a citation in the text of an answer: [1].
var marker = regexp.MustCompile(`\[(\d+)\]`)
