package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/figure"
	"youju/retrieval"
	"youju/retrieval/index"
)

// countingFirst puts a figure first that stands before the very noun that the question counts, where the best one
// is of its unit and sentence and stands before another: 6座城市 before 2座球场. It is false where there is none.
func countingFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) bool {
	at, ok := asking.AskingWords(r.Raw)
	if !ok || r.Asks != asking.Quantity || r.Unit == "" || r.Claim != nil {
		return false
	}
	thing, best := nounBehind(snapshot, r.Raw, at.End), found[0]
	other := best.directNoun(snapshot)
	if thing == "" || other == "" || other == thing {
		return false
	}
	return nearlyBestFirst(found, read, func(c Candidate) bool {
		beside := c.Sentence.Source.Paragraph == best.Sentence.Source.Paragraph && c.Sentence.Span == best.Sentence.Span
		return beside && c.Figure.Unit == best.Figure.Unit && c.Features.Fit >= best.Features.Fit && c.directNoun(snapshot) == thing
	})
}

// directNoun is the noun right behind a count, 城市 in 6座城市; "" for none.
func (c Candidate) directNoun(snapshot *retrieval.Snapshot) string {
	if c.Figure.Kind != figure.Count {
		return ""
	}
	return nounBehind(snapshot, string(c.Sentence.Text[c.Clause.Start:c.Clause.End]), c.Figure.End-c.Clause.Start)
}

// nounBehind is the noun of two runes and more at a place of a text, or behind the unit there; "" for none.
func nounBehind(snapshot *retrieval.Snapshot, text string, at int) string {
	words := snapshot.Words(text)
	i := slices.IndexFunc(words, func(w index.Word) bool { return w.Start >= at })
	if i >= 0 && words[i].Start == at && words[i].End-at == 1 && i+1 < len(words) {
		if _, unit := figure.Unit(words[i].Text); unit {
			at, i = words[i].End, i+1
		}
	}
	if i < 0 || words[i].Start != at || words[i].End-at < 2 || !strings.HasPrefix(words[i].Speech, "n") {
		return ""
	}
	return words[i].Text
}
