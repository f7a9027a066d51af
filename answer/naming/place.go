package naming

import (
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/retrieval"
	"youju/retrieval/index"
)

// placesByEnding are the places of a text that no dictionary knows as such, by what
// their names end in: 怀化市, of which 怀化 is held to be a verb.
func placesByEnding(snapshot *retrieval.Snapshot, text string) []string {
	var out []string
	words := snapshot.Words(text)
	for i, w := range words {
		n := w.End - w.Start
		switch {
		case n >= 3 && strings.HasPrefix(w.Speech, "nr") && placeSuffix[string([]rune(w.Text)[n-1:])]: // 云梦县
			out = append(out, w.Text)
		case i == 0 && n == 1 && len(words) > 2 && words[1].End == 2 && words[2].Start == 2 && placeSuffix[words[2].Text] && !anyPlace[w.Text]:
			out = append(out, w.Text+words[1].Text+words[2].Text)
		case n == 2 && i+1 < len(words) && words[i+1].Start == w.End && placeSuffix[words[i+1].Text] && mayBePlace(words, i):
			out = append(out, w.Text+words[i+1].Text)
		}
	}
	return out
}

var placeSuffix = map[string]bool{"市": true, "县": true, "州": true, "镇": true, "乡": true}

// anyPlace begin what names no place: 某个市, 这两县.
var anyPlace = map[string]bool{"这": true, "那": true, "该": true, "各": true, "每": true, "哪": true, "某": true, "几": true, "多": true, "一": true, "两": true, "全": true, "本": true, "我": true}

// mayBePlace says that the i-th of words begins a phrase and is no common noun: 试点市 is no place.
func mayBePlace(words []index.Word, i int) bool {
	switch wording.Class(words[i].Speech) {
	case "v", "x", "a":
	case "n":
		if words[i].Speech == "n" {
			return false
		}
	default:
		return false
	}
	return i == 0 || words[i-1].End != words[i].Start || words[i-1].Speech == "ns" || wording.Class(words[i-1].Speech) == "p" || wording.Class(words[i-1].Speech) == "c"
}

// placeEnding ends the name of a place that is also said without it.
const placeEnding = "国省市县区州镇乡村岛旗"

// stateEndings end the name of a state or a region that is also said without them: 香港特区.
var stateEndings = []string{"共和国", "帝国", "王国", "王朝", "特别行政区", "自治区", "特区"}

// Place is a place in full or less what it is called (苏州市, 苏州).
func Place(place string) Name {
	for _, ending := range stateEndings {
		if key, found := strings.CutSuffix(place, ending); found && len([]rune(key)) > 1 {
			return Name{place, key}
		}
	}
	if body, found := strings.CutSuffix(place, "委"); found && len([]rune(body)) > 2 && strings.HasSuffix(body, "省") { // 湖南省委
		return Name{place, Place(body).Key}
	}
	if runes := []rune(place); len(runes) > 2 && strings.ContainsRune(placeEnding, runes[len(runes)-1]) {
		return Name{place, string(runes[:len(runes)-1])}
	}
	return Name{place, place}
}

// CountryNames are the names of all the country in a text, which a figure of one place in it is not of.
func CountryNames(text string) []string { return allCountry.FindAllString(text, -1) }

// SaysCountry says that a text names all the country.
func SaysCountry(text string) bool { return allCountry.MatchString(text) }

var allCountry = pattern.Compile(`全国|我国|中国`)

// BeginsWithPlace says that the first word of a text is a place that is not everywhere.
func BeginsWithPlace(snapshot *retrieval.Snapshot, text string) bool {
	words := snapshot.Words(text)
	return len(words) > 0 && words[0].Speech == "ns" && words[0].End-words[0].Start > 1 && (!IsEverywhere(words[0].Text) || SaysCountry(words[0].Text))
}
