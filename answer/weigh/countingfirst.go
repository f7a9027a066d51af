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
// is of its unit and sentence and stands before another: 6座城市 before 2座球场; of any unit where none is asked for: 多少仓储资源 of
// 12个仓库的5万平方米仓储资源. It is false where there is none.
func countingFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) bool {
	at, ok := asking.AskingWords(r.Raw)
	if !ok || r.Asks != asking.Quantity || r.Claim != nil {
		return false
	}
	thing, best := nounsBehind(snapshot, r.Raw, at.End), found[0]
	other := best.directNouns(snapshot)
	if thing == "" || other == "" || strings.HasSuffix(other, thing) {
		return false
	}
	return nearlyBestFirst(found, read, nounBy, func(c Candidate) bool {
		return c.Sentence.Is(best.Sentence) && (r.Unit == "" || c.Figure.Unit == best.Figure.Unit) && c.Features.Fit >= best.Features.Fit && c.directNouns(snapshot) == thing
	})
}

// nounBy is how much worse such a figure may be: what is counted, said right behind it, outweighs all that its clause says.
const nounBy = 2 * countsBy

// directNouns are the nouns right behind a count or an amount: 城市 in 6座城市; "" for none.
func (c Candidate) directNouns(snapshot *retrieval.Snapshot) string {
	if c.Figure.Kind != figure.Count && c.Figure.Kind != figure.Amount {
		return ""
	}
	return nounsBehind(snapshot, string(c.Sentence.Text[c.Clause.Start:c.Clause.End]), c.Figure.End-c.Clause.Start)
}

// nounsBehind are the nouns at a place of a text, or behind the unit there, of two runes and more; "" for none.
func nounsBehind(snapshot *retrieval.Snapshot, text string, at int) string {
	var nouns strings.Builder
	words := snapshot.Words(text)
	for _, w := range words[firstFrom(words, at):] {
		if _, unit := figure.Unit(w.Text); unit && w.Start == at && w.End-at == 1 && nouns.Len() == 0 {
			at = w.End
			continue
		}
		if w.Start != at || !strings.HasPrefix(w.Speech, "n") && w.Speech != "j" {
			break
		}
		nouns.WriteString(w.Text)
		at = w.End
	}
	if said := nouns.String(); len([]rune(said)) > 1 {
		return said
	}
	return ""
}

// firstFrom is the first of the words that begins at a place of their text, or behind it.
func firstFrom(words []index.Word, at int) int {
	i, _ := slices.BinarySearchFunc(words, at, func(w index.Word, at int) int { return w.Start - at })
	return i
}
