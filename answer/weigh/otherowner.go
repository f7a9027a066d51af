package weigh

import (
	"cmp"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// otherOwner is what a question names of which the article speaks and of which the figure is not, since it measures the same of
// another or its sentence is about another of the kind; "" for none.
func otherOwner(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	if r.Claim != nil || c.Figure.Kind == figure.Date || r.Asks != asking.Quantity && r.Asks != asking.Change && r.Asks != asking.Share {
		return ""
	}
	return cmp.Or(otherMember(snapshot, r, c), otherBody(snapshot, r, c), otherOfKind(snapshot, r, c))
}

// otherMember is the part of a whole that a question names (城市更新) where the figure measures of another part, or of the whole,
// what the article gives of that one in another unit alone: 知识城的固投 in 亿元 beside 城市更新的固投 in %.
func otherMember(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	asked, own := hanzi.Fold(r.Raw), wording.LongForm(hanzi.Fold(c.Entry.Metric))
	said := hanzi.Fold(c.Sentence.Source.Article.Title + c.Said() + c.Entry.Entity + c.Entry.Metric)
	other := ""
	for _, p := range c.Sentence.Source.Article.Paragraphs {
		for _, e := range snapshot.Ledger().Of(p.ID) {
			part, measure, of := strings.Cut(hanzi.Fold(e.Metric), "的")
			if !of || len([]rune(part)) < ShortestMetric || !strings.Contains(asked, part) || strings.Contains(said, part) {
				continue
			}
			if measure = wording.LongForm(measure); len([]rune(measure)) < 2 || !strings.HasSuffix(own, measure) {
				continue
			}
			if e.Unit == c.Figure.Unit {
				return ""
			}
			other = part
		}
	}
	return other
}

// otherBody is the company or the project that a question names by what no dictionary has (亚钛航天零部件项目) where the figure's
// sentence says nothing of it and is about another one (杉杉新能源产业园一期项目), while the article speaks of it.
func otherBody(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	asked := hanzi.Fold(r.Raw)
	name := bodyKey(snapshot, asked, func(string) bool { return true })
	sentence := hanzi.Fold(c.Sentence.String())
	if name == "" || strings.Contains(sentence, name) || strings.Contains(hanzi.Fold(c.Entry.Entity), name) || !strings.Contains(snapshot.ArticleText(c.Sentence.Source.Article, wording.ArticleText), name) {
		return ""
	}
	if bodyKey(snapshot, c.SaidBefore(), func(key string) bool { return !strings.Contains(asked, key) }) == "" {
		return ""
	}
	return name
}

// bodyTail ends what a company or a project is called.
var bodyTail = pattern.Compile(`项目|公司|集团|制药|药业|生物|科技|股份|产业园|能源`)

// bodyKey are the first two characters, that no dictionary has together or has for a name, of the first company or project of a
// folded text that is taken; "" for none.
func bodyKey(snapshot *retrieval.Snapshot, text string, taken func(key string) bool) string {
	words, runes := snapshot.Words(text), []rune(text)
	for i, w := range words {
		if w.End-w.Start > 2 || w.Start+2 > len(runes) || wording.IsGrammar(w) {
			continue
		}
		key := string(runes[w.Start : w.Start+2])
		if !unknownName(words[i:]) || !hanzi.IsHan(runes[w.Start]) || !hanzi.IsHan(runes[w.Start+1]) {
			continue
		}
		near := string(runes[w.Start+2 : min(len(runes), w.Start+2+bodyRunes)])
		if at := bodyTail.FindStringIndex(near); at != nil && wording.AllHan([]rune(near[:at[0]])) && taken(key) {
			return key
		}
	}
	return ""
}

// unknownName says that words begin with two characters that no dictionary has together, or has for a name.
func unknownName(words []index.Word) bool {
	w := words[0]
	cut := w.End-w.Start == 1 && len(words) > 1 && words[1].Start == w.End && !wording.IsGrammar(words[1]) && words[1].End-words[1].Start == 1
	return cut || w.End-w.Start == cutName && (w.Speech == "nz" || w.Speech == "nr" || w.Speech == "x")
}

// bodyRunes is how far behind the first characters of a name its end may stand.
const bodyRunes = 12
