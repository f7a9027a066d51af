package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// Where the words right around one figure of a paragraph say all of the question that those around the best one do, and this many
// pairs of characters more, it is the one that is asked for; as long as the best is better by no more than that.
const (
	moreOfAsked = 2
	dominantBy  = 0.5
	// One pair is enough of two of one unit in one sentence that are nearly as good.
	dominantBeside = 0.25
	// The reader may be this sure of the best one, which may name what it counts itself (国家 of 14个国家).
	sureOfBest   = 0.7
	countedRunes = 2
	// What is put first fits at least so.
	dominantFit = 0.7 * scales.WholeFit
)

// dominantFirst puts such a figure first: 党组织新增22家 before 设立40个联系点 for 新成立了多少个党组织.
func dominantFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) {
	best := found[0]
	if r.Claim != nil || r.Asks != asking.Quantity || best.Figure.Kind != figure.Count || best.Features.Read >= sureOfBest || best.countsAsked(r, countedRunes) {
		return
	}
	words := hanzi.Fold(r.Raw)
	for _, zone := range naming.Zones(snapshot, r.Raw) {
		words = strings.ReplaceAll(words, hanzi.Fold(zone.Shown), " ")
	}
	asked := wording.Bigrams(dateWords.ReplaceAllString(words, " "))
	own := best.around()
	for i, c := range found[1:] {
		if c.Score < best.Score-dominantBy {
			return
		}
		if c.Sentence.Source.Paragraph != best.Sentence.Source.Paragraph || c.Figure.Kind != best.Figure.Kind || c.Figure.Unit != best.Figure.Unit && !likeness.Units(c.Figure.Unit, best.Figure.Unit) || c.opens(best) ||
			c.Features.Fit < dominantFit || c.Features.Written < best.Features.Written || c.Features.Narrow > best.Features.Narrow || c.Features.Apart > best.Features.Apart || !c.Supported(read) {
			continue
		}
		said, more, less := c.around(), 0, 0
		for gram := range asked {
			in, has := strings.Contains(said, gram), strings.Contains(own, gram)
			if in && !has {
				more++
			} else if has && !in {
				less++
			}
		}
		beside := c.Sentence.Is(best.Sentence) && c.Figure.Unit == best.Figure.Unit && best.Score-c.Score <= dominantBeside
		if less == 0 && (more >= moreOfAsked || more > 0 && beside) {
			evidence.PutFirst(found, i+1)
			return
		}
	}
}

// opens says that a figure stands before another in one sentence, semicolons or not: it has the subject of both.
func (c Candidate) opens(o Candidate) bool {
	return c.Figure.Start < o.Figure.Start && !strings.ContainsRune(string(c.Sentence.Text[c.Figure.End:o.Figure.Start]), '。')
}

// dateWords are parts of a question that say nothing of what is counted.
var dateWords = pattern.Compile(`[\d年月日的]+`)

// around is what stands around a figure: from the figure before it in its sentence to the end of its clause or the next figure.
func (c Candidate) around() string {
	from, to := c.Sentence.Span.Start, c.Clause.End
	for _, f := range figure.Find(string(c.Sentence.Text[c.Sentence.Span.Start:c.Sentence.Span.End])) {
		start, end := c.Sentence.Span.Start+f.Start, c.Sentence.Span.Start+f.End
		if f.Kind == figure.Date || f.Kind == figure.Name || f.Kind == figure.Ordinal {
			continue
		}
		if end <= c.Figure.Start {
			from = end
		} else if start >= c.Figure.End {
			to = min(to, start)
		}
	}
	return hanzi.Fold(string(c.Sentence.Text[min(from, c.Figure.Start):max(to, c.Figure.End)]))
}
