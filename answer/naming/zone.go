package naming

import (
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

var (
	zonePrefix = pattern.Compile(`^` + ZoneKinds)
	zoneSuffix = pattern.Compile(ZoneKinds + `$`)
)

// ZonePrefix is what makes a place's name the name of a zone, where a folded text begins with it:
// 高新区; "" for none.
func ZonePrefix(text string) string { return zonePrefix.FindString(text) }

// ZoneSuffix is the same where the text ends in it.
func ZoneSuffix(text string) string { return zoneSuffix.FindString(text) }

// ZoneKinds is the part of a pattern that ends the name of a zone.
const ZoneKinds = `(?:高新技术产业开发区|高新技术开发区|高新区|经济技术开发区|经济开发区|经开区|工业园区|保税区|航空港区|航空港|自贸区|自贸试验区|产业园区)`

// nameless stand before the ending of a zone and name none.
var nameless = map[string]bool{"国家": true, "国家级": true, "省级": true, "全国": true, "哪个": true, "各": true, "个": true, "我国": true, "市级": true, "县域": true, "其他": true, "所有": true, "这个": true, "该": true}

// NamesNone says that a word before the ending of a zone names none.
func NamesNone(word string) bool { return nameless[word] }

// Zones are the zones of a text, known by the word before the ending and the
// ending's first character, since they have longer and shorter names (广州经开区,
// 广州经济技术开发区).
func Zones(snapshot *retrieval.Snapshot, text string) []Name {
	runes := hanzi.FoldRunes([]rune(text))
	var out []Name
	words := snapshot.Words(text)
	for i, w := range words {
		ending := ZonePrefix(string(runes[w.End:]))
		if ending == "" || NamesNone(w.Text) {
			continue
		}
		name := w.Text
		if w.End-w.Start == 1 && i > 0 && words[i-1].End == w.Start && w.Start-words[i-1].Start == 1 && !wording.IsGrammar(words[i-1]) && !wording.IsGrammar(w) { // one that no dictionary knows: 红, 原
			name = words[i-1].Text + name
		} else if !PlaceClass(wording.Class(w.Speech)) {
			continue
		}
		if len([]rune(name)) > 1 {
			out = append(out, zone(name, ending))
		}
	}
	return out
}

func zone(place, ending string) Name {
	return Name{place + ending, place + string([]rune(ending)[:1])}
}

// EndingsLike are what a zone's name may end in that ends in one of them: 高新技术产业开发区 for 高新区.
func EndingsLike(ending string) string {
	for _, kinds := range []string{`(?:高新技术产业开发区|高新技术开发区|高新区)`, `(?:经济技术开发区|经济开发区|经开区)`} {
		if pattern.Compile(kinds).MatchString(ending) {
			return kinds
		}
	}
	return ending
}
