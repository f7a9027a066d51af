package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// narrowToDeed marks the figures whose sentence does not say what was done to so many, where
// the clause of another of the article does: 20名 of 20名队员 beside 转移群众1000余人 for 转移了多少人.
func narrowToDeed(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	at, ok := asking.AskingWords(r.Raw)
	if !ok || r.Asks != asking.Quantity {
		return
	}
	deed := ""
	for _, w := range snapshot.Words(r.Raw) {
		if w.End <= at.Start && at.Start-w.End <= 1 && w.Speech == "v" && w.End-w.Start > 1 && !wording.Joins(w.Text) && !asking.NamesChange(w.Text) { // 新增 is also said as 增幅
			deed = w.Text
		}
	}
	if deed == "" {
		return
	}
	for i, c := range found {
		if !strings.Contains(hanzi.Fold(c.Sentence.String()), deed) && slices.ContainsFunc(found, func(o Candidate) bool {
			return strings.Contains(o.before(), deed) && o.Entry.Article == c.Entry.Article && o.Features.Fit >= c.Features.Fit
		}) {
			found[i].Features.Narrow = 1
		}
	}
}
