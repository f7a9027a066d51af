// Package naming finds the names in a question or a text, of places, zones, schools, works and what
// no dictionary knows, and tells whether another text says them.
package naming

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// grownName is a name of which the dictionary knows but one character: 祁阳, with 祁, and
// the characters beside it that are no words by themselves.
func grownName(snapshot *retrieval.Snapshot, text, known string) (Name, bool) {
	words := snapshot.Words(text)
	at := slices.IndexFunc(words, func(w index.Word) bool { return w.Text == known })
	if at < 0 {
		return Name{}, false
	}
	from, to := at, at+1
	beside := func(i int) bool {
		return i >= 0 && i < len(words) && words[i].End-words[i].Start == 1 && hanzi.IsHan([]rune(words[i].Text)[0]) && !wording.Joins(words[i].Text) && !strings.Contains(asking, words[i].Text)
	}
	switch {
	case beside(to) && words[to].Start == words[at].End && !strings.Contains("vuapd", wording.Class(words[to].Speech)):
		to++
	case beside(from-1) && words[from-1].End == words[at].Start:
		from--
	}
	whole := ""
	for _, w := range words[from:to] {
		whole += w.Text
	}
	return Name{whole, whole}, len([]rune(whole)) > 1
}

// asking are characters that ask and are no part of a name: 沈阿福|哪一年.
const asking = "哪谁几何什怎吗呢吧"

// Without is a phrase less the places and zones that it names.
func Without(snapshot *retrieval.Snapshot, phrase string) string {
	for _, n := range append(Zones(snapshot, phrase), In(snapshot, phrase)...) {
		phrase = strings.ReplaceAll(phrase, n.Shown, "")
	}
	return strings.Trim(phrase, "的 ")
}

// everywheres are names that an article need not say to be about them.
var everywheres = map[string]bool{"中国": true, "全国": true, "我国": true, "世界": true, "国家": true, "大陆": true, "国内": true, "城市": true, "地区": true, "全省": true, "全市": true, "本市": true, "古镇": true, "古城": true, "县城": true, "城区": true, "市区": true, "景区": true, "小镇": true, "王国": true, "半岛": true, "区县": true, "县区": true, "市县": true, "县市": true, "交易所": true, "南北": true, "东西": true}

// IsEverywhere says that an article need not say a name to be about it.
func IsEverywhere(name string) bool { return everywheres[name] }

// Name is a place, an institution or a work that a question is about, and what an
// article must say to be about it too.
type Name struct{ Shown, Key string }

// In are the places, zones, institutions and works that a text names.
func In(snapshot *retrieval.Snapshot, text string) []Name {
	var names []Name
	names = append(names, Zones(snapshot, text)...)
	names = append(names, schoolsIn(snapshot, text)...)
	for _, word := range snapshot.Names(text) {
		if len([]rune(word)) == 1 {
			if n, ok := grownName(snapshot, text, word); ok && !ofClock(text, n.Shown) {
				names = append(names, n)
			}
			continue
		}
		if !IsEverywhere(word) && !countedStates.MatchString(word) && !ofClock(text, word) && !zoned(names, word) && wording.UnitImplied(word) == "" { // 长度 is no place
			names = append(names, Place(word))
		}
	}
	for _, place := range placesByEnding(snapshot, text) {
		if !IsEverywhere(place) && !zoned(names, place) {
			names = append(names, Place(place))
		}
	}
	for _, written := range Written(text) {
		names = append(names, Name{written, written})
	}
	for _, m := range quotedName.FindAllStringSubmatch(hanzi.Fold(text), -1) {
		if !zoned(names, m[1]) {
			names = append(names, Name{m[1], m[1]})
		}
	}
	return names
}

// countedStates are some that a question counts, or the gates of any town: 东盟三国, 四门, 西门.
var countedStates = pattern.Compile(`^[一二三四五六七八九十两多数各几]+[国省市县区州门]$|^[东西南北]门$`)

// ofClock says that a place only tells by which clock a time is: 北京时间, 美东8月9日.
func ofClock(text, place string) bool {
	clocked := strings.Count(text, place+"时间")
	return place == "美东" || place == "美西" || clocked > 0 && clocked == strings.Count(text, place)
}

// quotedName is a name between quotation marks.
var quotedName = pattern.Compile(`[“"](\p{Han}{2,8})[”"]`)

// zoned says that a word is a part of one of the names.
func zoned(names []Name, word string) bool {
	for _, n := range names {
		if strings.Contains(n.Shown, word) {
			return true
		}
	}
	return false
}

// nounClasses are the classes of words that may name a place; x is a word that the
// dictionary does not know.
var nounClasses = map[string]bool{"n": true, "x": true, "j": true, "s": true, "f": true}

// PlaceClass says that words of a class (wording.Class) may name a place.
func PlaceClass(class string) bool { return nounClasses[class] }

// namesWritten are names that show by their writing: 《…》 and Latin words.
var namesWritten = pattern.Compile(`《([^《》]{2,20})》|([a-z][a-z0-9-]{2,}(?:\.[0-9]+)?)`)

// Written are the names of a text that show by their writing, folded.
func Written(text string) []string {
	var out []string
	for _, m := range namesWritten.FindAllStringSubmatch(hanzi.Fold(text), -1) {
		if name := strings.TrimSpace(m[1] + m[2]); wording.LongForm(name) == name { // CEO names nobody
			out = append(out, name)
		}
	}
	return out
}
