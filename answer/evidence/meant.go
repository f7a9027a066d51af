package evidence

import (
	"regexp"
	"strings"

	"youju/answer/naming"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// SchoolMeant puts a university's name in the place of its short one, where the articles
// of the hits say one such only (南京大学 for 南大) and not the short one, and says what was
// taken for what.
func SchoolMeant(snapshot *retrieval.Snapshot, question string, hits []retrieval.Hit, l lang.Language) (meant, told string) {
	for _, name := range shortSchools(snapshot, question) {
		full := regexp.MustCompile(string([]rune(name)[0]) + `\p{Han}{1,2}大学`)
		found := map[string]bool{}
		for _, h := range hits[:min(readHits, len(hits))] {
			text := snapshot.ArticleText(h.Article, wording.ArticleText)
			if strings.Contains(text, name) {
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
			return strings.Replace(hanzi.Fold(question), name, school, 1), l.Say("answer.respelled", name, school)
		}
	}
	return question, ""
}

// shortSchools are the words of a text that a university may be called for short: 南大, and 苏大, which no dictionary has.
func shortSchools(snapshot *retrieval.Snapshot, text string) (out []string) {
	words := snapshot.Words(text)
	for i, w := range words {
		short := []rune(w.Text)
		if len(short) == 2 && short[1] == '大' && hanzi.IsHan(short[0]) && !strings.HasPrefix(w.Speech, "v") && !strings.HasPrefix(w.Speech, "a") {
			out = append(out, w.Text)
		}
		named := i > 0 && words[i-1].End == w.Start && (words[i-1].Speech == "j" || words[i-1].Speech == "ns")
		if named && w.Text == "大" && words[i-1].End-words[i-1].Start == 1 {
			out = append(out, words[i-1].Text+w.Text)
		}
	}
	return out
}

// betweenZone stands within a zone's longer name: 滨海 in 天津滨海高新区. 天津与成都高新区 is
// none, and no more are 天津的高新区 and 天津多个高新区.
const betweenZone = `[^\P{Han}和与及跟同的各等在对是有为将到向从以了多两个家座几]{1,4}?`

// ZoneMeant puts the longer name of a zone in the place of the one that a question says,
// where the articles of the hits say one such only (天津滨海高新区 for 天津高新区) and
// not the asked one, and says what was taken for what.
func ZoneMeant(snapshot *retrieval.Snapshot, question string, hits []retrieval.Hit, l lang.Language) (meant, told string) {
	hits = hits[:min(readHits, len(hits))]
	for _, zone := range naming.Zones(snapshot, question) {
		asked := hanzi.Fold(zone.Shown)
		ending := naming.ZoneSuffix(asked)
		if ending == "" || !strings.Contains(hanzi.Fold(question), asked) {
			continue
		}
		longer := regexp.MustCompile(regexp.QuoteMeta(strings.TrimSuffix(asked, ending)) + `(?:国家级?|` + betweenZone + `)` + naming.EndingsLike(ending))
		found := map[string]bool{}
		for _, h := range hits {
			text := snapshot.ArticleText(h.Article, wording.ArticleText)
			if naming.Says(text, zone.Key) {
				return question, ""
			}
			for _, name := range longer.FindAllString(text, -1) {
				found[name] = true
			}
		}
		if len(found) == 1 {
			for name := range found {
				return strings.Replace(hanzi.Fold(question), asked, name, 1), l.Say("answer.respelled", zone.Shown, name)
			}
		}
	}
	return question, ""
}
