package evidence

import (
	"strings"

	"youju/hanzi"
	"youju/news"
)

// Rivals are the passages that sentences are of, each with the score of its best one, best first.
type Rivals []rival

type rival struct {
	article   *news.Article
	paragraph string
	text      string // folded
	score     float64
}

// RivalsOf are the passages of sentences that are best first.
func RivalsOf(sentences []Sentence) Rivals {
	var out Rivals
	seen := map[string]bool{}
	for _, s := range sentences {
		if !seen[s.Source.Paragraph] {
			seen[s.Source.Paragraph] = true
			out = append(out, rival{s.Source.Article, s.Source.Paragraph, hanzi.Fold(s.Source.Text), s.Score})
		}
	}
	return out
}

const (
	farBehind = 0.3  // is how much worse a sentence of another article is that says nothing against one
	unknown   = 0.45 // is Contest where all passages are of one article
)

// Contest is how near a sentence of another article comes to one in what speaks for it, unless
// its passage holds what is said, folded ("" where that is not known): 1 where it is as good or
// better, 0 where it is far behind. A question of what the articles do not say finds several of
// the same kind.
func (r Rivals) Contest(s Sentence, said string) float64 {
	says := func(_, text string) bool { return said != "" && strings.Contains(text, said) }
	return r.ContestAmong(s, says, func(*news.Article) bool { return true })
}

// ContestAmong is Contest by the articles alone that may answer as well; says tells of a paragraph, with its folded text, whether it
// says the same.
func (r Rivals) ContestAmong(s Sentence, says func(paragraph, text string) bool, may func(*news.Article) bool) float64 {
	alone := true
	for _, other := range r {
		if other.article.ID == s.Source.Article.ID {
			continue
		}
		alone = false
		if !may(other.article) {
			continue
		}
		if !says(other.paragraph, other.text) {
			return min(1, max(0, 1-(s.Score-other.score)/farBehind))
		}
	}
	if alone {
		return unknown
	}
	return 0
}
