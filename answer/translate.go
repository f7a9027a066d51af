package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// unsure says that an answer to a question in English is none that the articles bear
// out: the reading may be at fault, and what is nearest to it is no help.
func unsure(snapshot *retrieval.Snapshot, t asking.Translation, said say.Answer) bool {
	if !t.Foreign {
		return false
	}
	if len(said.Citations) == 0 || said.Refused && said.Support > 0 && said.Support < scales.Bound {
		return true
	}
	var quotes, around strings.Builder
	for _, c := range said.Citations {
		quotes.WriteString(c.Quote)
		if source, ok := snapshot.Source(c.Paragraph); ok {
			around.WriteString(source.Article.Title)
			for _, p := range source.Article.Paragraphs {
				around.WriteString(p.Text)
			}
		}
	}
	for _, name := range t.Read.Names {
		if !strings.Contains(hanzi.Fold(around.String()), name) {
			return true
		}
	}
	return !strings.Contains(quotes.String(), t.Read.Done) || !counts(t, said)
}

// counts says that the figure of an answer counts what was asked for.
func counts(t asking.Translation, said say.Answer) bool {
	if t.Read.Counted == "" || len(said.Figures) == 0 || said.Figures[0].Metric == nil {
		return true
	}
	return wording.Shared(wording.Bigrams(t.Read.Counted), *said.Figures[0].Metric) > 0
}
