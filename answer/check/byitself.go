package check

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// byItself checks the sentence of an entry once more, its line read as if it were all of the text: lines
// of several articles are of what the lines before them are not. It decides what the articles print
// word for word only, since a line may need the one before it (黑石高新区 as a heading).
func (c *checker) byItself(ctx context.Context, corpus *retrieval.Corpus, of ledger.Entry, checked []Checked) error {
	if c.headed(of.Paragraph) {
		return nil
	}
	line := news.Article{Kind: news.KindArticle, Paragraphs: []news.Paragraph{{ID: of.Paragraph, Text: string(c.lines[of.Paragraph])}}}
	entries, err := corpus.ReadFigures(line)
	if err != nil {
		return err
	}
	said := strings.TrimSpace(hanzi.Fold(string(c.lines[of.Paragraph][of.Sentence.Start:of.Sentence.End])))
	for _, sentence := range bySentence(entries) {
		if sentence[0].Sentence != of.Sentence {
			continue
		}
		again, err := c.sentence(ctx, sentence)
		if err != nil {
			return err
		}
		for i, a := range again {
			if i < len(checked) && checked[i].Start == a.Start && a.Verdict == Same && checked[i].Verdict != Same && strings.Contains(hanzi.Fold(a.Citations[0].Quote), said) {
				checked[i] = a
			}
		}
	}
	return nil
}

func allSame(checked []Checked) bool {
	return !slices.ContainsFunc(checked, func(c Checked) bool { return c.Verdict != Same })
}

// headed says that the nearest heading above a line names a place.
func (c *checker) headed(line string) bool {
	n, err := strconv.Atoi(line)
	for n--; err == nil && n >= 0; n-- {
		if above := strings.TrimSpace(string(c.lines[strconv.Itoa(n)])); above != "" && !strings.ContainsAny(above, "。！？；!?;") && len([]rune(above)) <= longestHeading {
			return len(placesIn(c.snapshot, above)) > 0
		}
	}
	return false
}

// longestHeading is how many runes a line may have that ends no sentence and heads others.
const longestHeading = 20
