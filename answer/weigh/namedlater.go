package weigh

import (
	"strings"
	"unicode/utf8"

	"youju/answer/wording"
	"youju/hanzi"
)

// longName is how many runes a thing has at least that is looked for where else it stands.
const longName = 3

// namedLater says that a thing which the question names stands but once in the figure's article, in the
// figure's paragraph and behind its sentence, of which nothing was said before: what comes as one of several, 共有60个项目投产，如云谷 behind
// 总投资3500亿元, is not what the figure is of.
func (c Candidate) namedLater(things []string) bool {
	if len(things) != 1 || utf8.RuneCountInString(things[0]) < longName {
		return false
	}
	if strings.Count(hanzi.Fold(string(c.Sentence.Text[c.Sentence.Span.End:])), things[0]) != 1 {
		return false
	}
	if before := string(c.Sentence.Text[:c.Sentence.Span.End]); wording.Shared(wording.Bigrams(things[0]), before) > 0 {
		return false
	}
	article := c.Sentence.Source.Article
	all := strings.Count(hanzi.Fold(article.Title), things[0])
	for _, p := range article.Paragraphs {
		all += strings.Count(hanzi.Fold(p.Section), things[0]) + strings.Count(hanzi.Fold(p.Text), things[0])
	}
	return all == 1
}
