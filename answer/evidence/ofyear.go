package evidence

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// yearHits is how many hits the year of a question brings that no other hit is of.
const yearHits = 3

// WithYear puts passages among the hits whose figures are, by the ledger, of what the question
// measures and of the year that it asks for, where those of no hit are: a report says its year
// in a heading or a page above.
func WithYear(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit) ([]retrieval.Hit, error) {
	if !r.Asks.Numeric() || r.Asks.OfTime() {
		return hits, nil
	}
	asked := ledger.Key(wording.LongForm(hanzi.Fold(r.Text)))
	for _, year := range r.Years {
		paragraphs := heldOfYear(snapshot, r, asked, hits, year)
		if len(paragraphs) == 0 {
			continue
		}
		found, err := snapshot.SearchParagraphs(ctx, r.Text, yearHits, paragraphs)
		if err != nil {
			return nil, err
		}
		hits = foundFirst(found, hits)
	}
	return hits, nil
}

// heldOfYear are the paragraphs with figures of a year for what the hits measure and the question
// names; none where a hit has one.
func heldOfYear(snapshot *retrieval.Snapshot, r asking.Reading, asked string, hits []retrieval.Hit, year int) map[string]bool {
	wanted := AsksAim(r)
	meant := func(e ledger.Entry, source retrieval.Source) bool {
		if !OfYear(e, year) {
			return false
		}
		return AimsIn(source, e.Start) == wanted && !OverYears([]rune(source.Text), e.Sentence.Start, e.Start)
	}
	measured := map[[2]string]bool{} // metrics and their units
	for _, h := range hits[:min(readHits, len(hits))] {
		for _, e := range snapshot.Ledger().Of(h.Paragraph) {
			metric := ledger.Key(e.Metric)
			if len([]rune(metric)) < 2 || !strings.Contains(asked, metric) || !mayMean(r, e) {
				continue
			}
			if meant(e, h.Source) {
				return nil
			}
			measured[[2]string{metric, e.Unit}] = true
		}
	}
	paragraphs := map[string]bool{}
	for of := range measured {
		for _, e := range snapshot.Ledger().WithMetric(of[0]) {
			if e.Unit != of[1] || !mayMean(r, e) {
				continue
			}
			if source, ok := snapshot.Source(e.Paragraph); ok && meant(e, source) {
				paragraphs[e.Paragraph] = true
			}
		}
	}
	return paragraphs
}

// OverYears says that the figure at a place of its paragraph is of several years together or of one on average, by
// what stands before it in its sentence (五年年均增长, 十年增加近), or by what opens the paragraph where its sentence
// says no year: 五年来，人民生活明显改善。……新增就业4200万人.
func OverYears(text []rune, sentence, at int) bool {
	before := hanzi.Fold(string(text[sentence:at]))
	return ofYears.MatchString(before) || sentence > 0 && yearsOpen.MatchString(hanzi.Fold(string(text[:min(len(text), opensRunes)]))) && !ofOneYear.MatchString(before)
}

// opensRunes is how far into a paragraph that is looked for.
const opensRunes = 12

var (
	yearsOpen = pattern.Compile(`^\P{Han}*(过去|近|这|最近)?([两三四五六七八九十]|\d{1,2})年(来|间)`)
	ofOneYear = pattern.Compile(`\d{4}年|[今去前]年|上年|年[末底初]|目前|截至`)
)

var ofYears = pattern.Compile(`(年均|(^|\D)[两三四五六七八九十\d]{1,2}年(来|间|内|里)?)[^,。;、]*$`)

// mayMean says that an entry is of the kind and unit that the question asks for.
func mayMean(r asking.Reading, e ledger.Entry) bool {
	switch r.Asks {
	case asking.Change:
		return e.Direction != ""
	case asking.Share:
		return e.Unit == "%" // 增长了百分之几 is one too
	case asking.Rank:
		return e.Kind == figure.Rank
	}
	return e.Direction == "" && (e.Kind == figure.Count || e.Kind == figure.Amount) && (r.Unit == "" || r.Unit == e.Unit || likeness.Units(r.Unit, e.Unit))
}

// OfYear says that the ledger holds a figure to be of a year.
func OfYear(e ledger.Entry, year int) bool {
	return e.Period.From.Year == year && e.Period.To.Year == year
}

// foundFirst puts hits before others, which they may be among.
func foundFirst(found, hits []retrieval.Hit) []retrieval.Hit {
	rest := slices.DeleteFunc(slices.Clone(hits), func(h retrieval.Hit) bool {
		return slices.ContainsFunc(found, func(f retrieval.Hit) bool { return f.ID == h.ID })
	})
	return append(found, rest[:min(len(rest), MaxHits-len(found))]...)
}
