package answer

import (
	"regexp"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// zoneEnding begins what makes a place's name the name of a zone.
var zoneEnding = pattern.Compile(`^` + zoneKinds)

// zoneKind ends the name of a zone.
var zoneKind = pattern.Compile(zoneKinds + `$`)

const zoneKinds = `(?:高新技术产业开发区|高新技术开发区|高新区|经济技术开发区|经济开发区|经开区|工业园区|保税区|航空港区|航空港|自贸区|自贸试验区|产业园区)`

// otherZone is the first zone that a question names where a figure is another
// zone's; "" for none. Both may stand in one sentence: 在航空港区和国家高新区中居首位.
func (r reading) otherZone(snapshot *retrieval.Snapshot, c candidate) string {
	asked := zonesIn(snapshot, r.raw)
	owners := zonesIn(snapshot, c.entry.Entity)
	if len(asked) == 0 || len(owners) == 0 {
		return ""
	}
	entity := hanzi.Fold(c.entry.Entity)
	for _, zone := range asked {
		if strings.Contains(entity, zone.key) {
			return ""
		}
	}
	return asked[0].shown
}

// nameless stand before the ending of a zone and name none.
var nameless = map[string]bool{"国家": true, "国家级": true, "省级": true, "全国": true, "哪个": true, "各": true, "个": true, "我国": true, "市级": true, "县域": true, "其他": true, "所有": true, "这个": true, "该": true}

// namesNone says that a word before the ending of a zone names none.
func namesNone(word string) bool { return nameless[word] }

// zonesIn are the zones of a text, known by the word before the ending and the
// ending's first character, since they have longer and shorter names (广州经开区,
// 广州经济技术开发区).
func zonesIn(snapshot *retrieval.Snapshot, text string) []name {
	runes := hanzi.FoldRunes([]rune(text))
	var out []name
	words := snapshot.Words(text)
	for i, w := range words {
		ending := zoneEnding.FindString(string(runes[w.End:]))
		if ending == "" || namesNone(w.Text) {
			continue
		}
		name := w.Text
		if w.End-w.Start == 1 && i > 0 && words[i-1].End == w.Start && w.Start-words[i-1].Start == 1 && !wording.IsGrammar(words[i-1]) && !wording.IsGrammar(w) { // one that no dictionary knows: 红, 原
			name = words[i-1].Text + name
		} else if !mayBeName(wording.Class(w.Speech)) {
			continue
		}
		if len([]rune(name)) > 1 {
			out = append(out, zone(name, ending))
		}
	}
	return out
}

func zone(place, ending string) name {
	return name{place + ending, place + string([]rune(ending)[:1])}
}

// betweenZone stands within a zone's longer name: 滨海 in 天津滨海高新区. 天津与成都高新区 is
// none, and no more are 天津的高新区 and 天津多个高新区.
const betweenZone = `[^\P{Han}和与及跟同的各等在对是有为将到向从以了多两个家座几]{1,4}?`

// endingsLike are what a zone's name may end in that ends in one of them: 高新技术产业开发区 for 高新区.
func endingsLike(ending string) string {
	for _, kinds := range []string{`(?:高新技术产业开发区|高新技术开发区|高新区)`, `(?:经济技术开发区|经济开发区|经开区)`} {
		if pattern.Compile(kinds).MatchString(ending) {
			return kinds
		}
	}
	return ending
}

// zoneMeant puts the longer name of a zone in the place of the one that a question says,
// where the articles of the hits say one such only (天津滨海高新区 for 天津高新区) and
// not the asked one, and says what was taken for what.
func zoneMeant(snapshot *retrieval.Snapshot, question string, hits []retrieval.Hit, l lang.Language) (meant, told string) {
	hits = hits[:min(readHits, len(hits))]
	for _, zone := range zonesIn(snapshot, question) {
		asked := hanzi.Fold(zone.shown)
		ending := zoneKind.FindString(asked)
		if ending == "" || !strings.Contains(hanzi.Fold(question), asked) {
			continue
		}
		longer := regexp.MustCompile(regexp.QuoteMeta(strings.TrimSuffix(asked, ending)) + `(?:国家级?|` + betweenZone + `)` + endingsLike(ending))
		found := map[string]bool{}
		for _, h := range hits {
			text := snapshot.ArticleText(h.Article, wording.ArticleText)
			if says(text, zone.key) {
				return question, ""
			}
			for _, name := range longer.FindAllString(text, -1) {
				found[name] = true
			}
		}
		if len(found) == 1 {
			for name := range found {
				return strings.Replace(hanzi.Fold(question), asked, name, 1), l.Say("answer.respelled", zone.shown, name)
			}
		}
	}
	return question, ""
}
