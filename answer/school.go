package answer

import (
	"regexp"
	"strings"

	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// schoolMeant puts a university's name in the place of its short one, where the articles
// of the hits say one such only (南京大学 for 南大) and not the short one, and says what was
// taken for what.
func schoolMeant(snapshot *retrieval.Snapshot, question string, hits []retrieval.Hit, l lang.Language) (meant, told string) {
	for _, w := range snapshot.Words(question) {
		short := []rune(w.Text)
		if len(short) != 2 || short[1] != '大' || !hanzi.IsHan(short[0]) || strings.HasPrefix(w.Speech, "v") || strings.HasPrefix(w.Speech, "a") {
			continue
		}
		full := regexp.MustCompile(string(short[0]) + `\p{Han}{1,2}大学`)
		found := map[string]bool{}
		for _, h := range hits[:min(readHits, len(hits))] {
			text := snapshot.ArticleText(h.Article, wording.ArticleText)
			if strings.Contains(text, w.Text) {
				return question, ""
			}
			for _, school := range full.FindAllString(text, -1) {
				found[school] = true
			}
		}
		if len(found) != 1 {
			continue
		}
		for school := range found {
			return strings.Replace(hanzi.Fold(question), w.Text, school, 1), l.Say("answer.respelled", w.Text, school)
		}
	}
	return question, ""
}
