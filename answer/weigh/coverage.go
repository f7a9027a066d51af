package weigh

import (
	"youju/answer/evidence"
	"youju/answer/wording"
	"youju/figure"
	"youju/retrieval"
)

// What a word of the question is worth that stands in the clause before: all
// where the clause has no subject of its own (同比增长24.8%), and further back.
const (
	leanCredit = 0.9
	leadCredit = 0.4
)

// clauseCoverage is the share of the question's words in the clause and, for
// less, in what stands before it in the sentence.
func (c Candidate) clauseCoverage(snapshot *retrieval.Snapshot, asked wording.Terms) float64 {
	clause := c.ClauseTerms(snapshot, asked)
	return asked.Share(func(term string) float64 {
		if c.Sentence.Titled[term] { // what the title names, the whole article is about
			return 1
		}
		return clause(term)
	})
}

// ClauseTerms credits a term of the words that stands in the clause, or before it.
func (c Candidate) ClauseTerms(snapshot *retrieval.Snapshot, words wording.Terms) func(term string) float64 {
	text, s := c.Sentence.Text, c.Sentence
	own := wording.TermsAmong(snapshot, words, string(text[c.Clause.Start:c.Clause.End]))
	lead := wording.TermsAmong(snapshot, words, string(text[s.Span.Start:c.Clause.Start]))
	before := map[string]bool{}
	if c.Clause.Start > s.Span.Start+1 && (LeansBack(text[c.Clause.Start:c.Clause.End]) || c.Figure.Kind == figure.Rank || text[c.Clause.Start-2] == '的') { // 通过认定的，给予20万元
		before = wording.TermsAmong(snapshot, words, string(text[ClauseBefore(s, c.Clause.Start):c.Clause.Start]))
	}
	return func(term string) float64 {
		switch {
		case own[term]:
			return 1
		case before[term]:
			return leanCredit
		case lead[term]:
			return leadCredit
		}
		return 0
	}
}

// knownWords is the share of the question's words that the clause, the title or
// what stands around it holds: how far the articles speak of what was asked.
func (c Candidate) knownWords(snapshot *retrieval.Snapshot, asked wording.Terms) float64 {
	text, s := c.Sentence.Text, c.Sentence
	own := wording.TermsAmong(snapshot, asked, string(text[c.Clause.Start:c.Clause.End]))
	lead := wording.TermsAmong(snapshot, asked, string(text[s.Span.Start:c.Clause.Start]))
	return asked.Share(func(term string) float64 { return evidence.Credit(term, own, s.Titled, lead, s.Around) })
}

// nearRunes is how far before a figure its name stands: 实际利用外资254678万美元.
const nearRunes = 10

// near is the share of the question's words close before the figure.
func (c Candidate) near(snapshot *retrieval.Snapshot, asked wording.Terms) float64 {
	from := max(c.Clause.Start, c.Figure.Start-nearRunes)
	to := min(c.Clause.End, c.Figure.End+nearRunes/2)
	close := wording.TermsAmong(snapshot, asked, string(c.Sentence.Text[from:to]))
	return asked.Share(func(term string) float64 { return wording.AllOrNothing(close[term]) })
}
