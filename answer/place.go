package answer

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
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

// stateEndings end the name of a state that is also said without them.
var stateEndings = []string{"共和国", "帝国", "王国", "王朝"}

// placeName is a place in full or less what it is called (苏州市, 苏州).
func placeName(place string) name {
	for _, ending := range stateEndings {
		if key, found := strings.CutSuffix(place, ending); found && len([]rune(key)) > 1 {
			return name{place, key}
		}
	}
	if runes := []rune(place); len(runes) > 2 && strings.ContainsRune(placeEnding, runes[len(runes)-1]) {
		return name{place, string(runes[:len(runes)-1])}
	}
	return name{place, place}
}

// allCountry are names of all the country, which a figure of one place in it is not of.
var allCountry = pattern.Compile(`全国|我国|中国`)

// region begins what is said of a part of the country; a market (汽车市场) and what is listed
// at an exchange (已上市) are none, and 大城市 is none that has a name.
var region = pattern.Compile(`^(全[省市区县]|[^\P{Han}全上城]{2,4}([省县]|市([^\p{Han}]|[^\P{Han}场值民面售盈占容况价]|$)))`)

// ofLocal says that the ledger holds the figure to be of some place, and nothing before it in
// its paragraph speaks of the country; in its sentence, where the place itself is the owner and
// nobody in it.
func (c candidate) ofLocal(snapshot *retrieval.Snapshot) bool {
	from := 0
	if owner := snapshot.Words(c.entry.Entity); len(owner) == 1 && owner[0].Speech == "ns" {
		from = c.sentence.span.Start
	}
	if allCountry.MatchString(hanzi.Fold(string(c.sentence.text[from:c.figure.Start]))) {
		return false
	}
	return slices.ContainsFunc(snapshot.Names(c.entry.Entity), func(owner string) bool { return !isEverywhere(owner) })
}

// otherPlace is the place that a question names where the figure's clause, or the one
// that it leans on, begins with another and its sentence up to the clause's end does not name it; "" for none.
func (r reading) otherPlace(snapshot *retrieval.Snapshot, c candidate) string {
	asked := snapshot.Names(r.raw)
	var country []string
	if r.asks == asksQuantity || r.asks == asksChange {
		country = allCountry.FindAllString(hanzi.Fold(r.raw), -1)
		asked = append(asked, country...)
	}
	local := country != nil && (len(c.placesOf(snapshot)) > 0 || c.ofLocal(snapshot))
	if len(asked) == 0 || !local && !slices.ContainsFunc([]string{c.before(), c.justBefore()}, func(own string) bool {
		own = strings.TrimLeft(own, ",，、 ")
		return beginsWithPlace(snapshot, own) || country != nil && region.MatchString(own)
	}) {
		return ""
	}
	title := c.sentence.source.Article.Title
	if country != nil && beginsWithPlace(snapshot, c.before()) { // 河南夏粮产量 of an article on all the country's
		title = ""
	}
	said := hanzi.Fold(title + string(c.sentence.text[c.sentence.span.Start:c.clause.End]) + c.entry.Entity)
	place := ""
	for _, name := range asked {
		if isEverywhere(name) && !allCountry.MatchString(name) {
			continue
		}
		if strings.Contains(said, placeName(name).key) || allCountry.MatchString(name) && allCountry.MatchString(said) {
			return ""
		}
		if place == "" {
			place = name
		}
	}
	return place
}

// beginsWithPlace says that the first word of a text is a place that is not everywhere.
func beginsWithPlace(snapshot *retrieval.Snapshot, text string) bool {
	words := snapshot.Words(text)
	return len(words) > 0 && words[0].Speech == "ns" && words[0].End-words[0].Start > 1 && (!isEverywhere(words[0].Text) || allCountry.MatchString(words[0].Text))
}

// ofPlaceBy is how much better a figure of another place may be.
const ofPlaceBy = 0.5

// ofPlaceFirst puts the best of the figures first that is of the place that was asked
// for, where the best of all is of another and hardly better.
func (r reading) ofPlaceFirst(snapshot *retrieval.Snapshot, found []candidate, read bool) {
	if r.otherPlace(snapshot, found[0]) == "" {
		return
	}
	for i, c := range found {
		if c.score < found[0].score-ofPlaceBy {
			return
		}
		if c.supported(read) && r.otherPlace(snapshot, c) == "" {
			putFirst(found, i)
			return
		}
	}
}
