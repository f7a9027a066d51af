package answer

import (
	"youju/answer/evidence"
	"youju/answer/wording"
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
func (c candidate) clauseCoverage(snapshot *retrieval.Snapshot, asked wording.Terms) float64 {
	clause := c.clauseTerms(snapshot, asked)
	return asked.Share(func(term string) float64 {
		if c.sentence.Titled[term] { // what the title names, the whole article is about
			return 1
		}
		return clause(term)
	})
}

// clauseTerms credits a term of the words that stands in the clause, or before it.
func (c candidate) clauseTerms(snapshot *retrieval.Snapshot, words wording.Terms) func(term string) float64 {
	text, s := c.sentence.Text, c.sentence
	own := wording.TermsAmong(snapshot, words, string(text[c.clause.Start:c.clause.End]))
	lead := wording.TermsAmong(snapshot, words, string(text[s.Span.Start:c.clause.Start]))
	before := map[string]bool{}
	if c.clause.Start > s.Span.Start+1 && (leansBack(text[c.clause.Start:c.clause.End]) || text[c.clause.Start-2] == '的') { // 通过认定的，给予20万元
		before = wording.TermsAmong(snapshot, words, string(text[clauseBefore(s, c.clause.Start):c.clause.Start]))
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
func (c candidate) knownWords(snapshot *retrieval.Snapshot, asked wording.Terms) float64 {
	text, s := c.sentence.Text, c.sentence
	own := wording.TermsAmong(snapshot, asked, string(text[c.clause.Start:c.clause.End]))
	lead := wording.TermsAmong(snapshot, asked, string(text[s.Span.Start:c.clause.Start]))
	return asked.Share(func(term string) float64 { return evidence.Credit(term, own, s.Titled, lead, s.Around) })
}

// nearRunes is how far before a figure its name stands: 实际利用外资254678万美元.
const nearRunes = 10

// near is the share of the question's words close before the figure.
func (c candidate) near(snapshot *retrieval.Snapshot, asked wording.Terms) float64 {
	from := max(c.clause.Start, c.figure.Start-nearRunes)
	to := min(c.clause.End, c.figure.End+nearRunes/2)
	close := wording.TermsAmong(snapshot, asked, string(c.sentence.Text[from:to]))
	return asked.Share(func(term string) float64 { return wording.AllOrNothing(close[term]) })
}
