package evidence

import (
	"strings"
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

func TestArticlesThatMayNotAnswerContestNothing(t *testing.T) {
	sentence := func(article, text string, score float64) Sentence {
		return Sentence{Source: retrieval.Source{Article: &news.Article{ID: article}, Paragraph: article, Text: text}, Score: score}
	}
	sentences := []Sentence{sentence("a", "20余家媒体参加了活动", 1), sentence("b", "媒体报道了活动", 1), sentence("c", "三天后活动结束", 0.85)}
	rivals := RivalsOf(sentences)
	says := func(_, text string) bool { return strings.Contains(text, "20余家") }
	for _, c := range []struct {
		may  string // the other article that may answer
		want float64
	}{{"bc", 1}, {"c", 0.5}, {"", 0}} {
		got := rivals.ContestAmong(sentences[0], says, func(a *news.Article) bool { return c.may != "" && (a.ID == c.may || c.may == "bc") })
		if got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("where %q may answer: contested %v, want %v", c.may, got, c.want)
		}
	}
	if got := RivalsOf(sentences[:1]).ContestAmong(sentences[0], says, func(*news.Article) bool { return true }); got != unknown {
		t.Errorf("alone: %v, want %v", got, unknown)
	}
}
