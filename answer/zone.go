package answer

import (
	"regexp"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// zoneKind ends the name of a zone.
var zoneKind = pattern.Compile(naming.ZoneKinds + `$`)

// otherZone is the first zone that a question names where a figure is another
// zone's; "" for none. Both may stand in one sentence: 在航空港区和国家高新区中居首位.
func otherZone(r asking.Reading, snapshot *retrieval.Snapshot, c candidate) string {
	asked := naming.Zones(snapshot, r.Raw)
	owners := naming.Zones(snapshot, c.entry.Entity)
	if len(asked) == 0 || len(owners) == 0 {
		return ""
	}
	entity := hanzi.Fold(c.entry.Entity)
	for _, zone := range asked {
		if strings.Contains(entity, zone.Key) {
			return ""
		}
	}
	return asked[0].Shown
}

// betweenZone stands within a zone's longer name: 滨海 in 天津滨海高新区. 天津与成都高新区 is
// none, and no more are 天津的高新区 and 天津多个高新区.
const betweenZone = `[^\P{Han}和与及跟同的各等在对是有为将到向从以了多两个家座几]{1,4}?`

// zoneMeant puts the longer name of a zone in the place of the one that a question says,
// where the articles of the hits say one such only (天津滨海高新区 for 天津高新区) and
// not the asked one, and says what was taken for what.
func zoneMeant(snapshot *retrieval.Snapshot, question string, hits []retrieval.Hit, l lang.Language) (meant, told string) {
	hits = hits[:min(readHits, len(hits))]
	for _, zone := range naming.Zones(snapshot, question) {
		asked := hanzi.Fold(zone.Shown)
		ending := zoneKind.FindString(asked)
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
