package evidence

import (
	"testing"

	"youju/news"
	"youju/retrieval"
)

// TestContest: another article counts by how near it comes, unless it says the same.
func TestContest(t *testing.T) {
	sentence := func(article, text string, score float64) Sentence {
		s := Sentence{Score: score}
		s.Source = retrieval.Source{Article: &news.Article{ID: article}}
		s.Source.Paragraph, s.Source.Text = article+text, text
		return s
	}
	best := sentence("a", "袭击造成７９人死亡", 0.7)
	for _, c := range []struct {
		name   string
		others []Sentence
		said   string
		want   float64
	}{
		{"nothing else", nil, "79人", unknown},
		{"another paragraph of the article", []Sentence{sentence("a", "袭击的地点", 0.7)}, "79人", unknown},
		{"as near", []Sentence{sentence("b", "袭击造成17人死亡", 0.7)}, "79人", 1},
		{"nearer", []Sentence{sentence("b", "袭击造成17人死亡", 0.9)}, "79人", 1},
		{"half as near", []Sentence{sentence("b", "袭击造成17人死亡", 0.55)}, "79人", 0.5},
		{"far behind", []Sentence{sentence("b", "袭击造成17人死亡", 0.3)}, "79人", 0},
		{"the same said", []Sentence{sentence("b", "死亡人数升至７９人", 0.7)}, "79人", 0},
		{"the same said by one of two", []Sentence{sentence("b", "死亡人数升至79人", 0.7), sentence("c", "袭击造成17人死亡", 0.55)}, "79人", 0.5},
		{"not known what is said", []Sentence{sentence("b", "死亡人数升至79人", 0.7)}, "", 1},
	} {
		got := RivalsOf(append(c.others, best)).Contest(best, c.said)
		if d := got - c.want; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
