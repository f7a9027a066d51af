package answer

import (
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// strange are the names of a question that no dictionary knows, folded: characters
// that stand together and are no words of grammar (疣鹦嘴鱼), and codes (32b).
func (r reading) strange(snapshot *retrieval.Snapshot) []string {
	asked := wording.LongForm(hanzi.Fold(r.asked()))
	out := wording.Coded.FindAllString(asked, -1)
	run, before, end := "", "", 0
	flush := func() {
		if n := len([]rune(run)); n >= shortestStrange && n <= longestStrange {
			out = append(out, run)
		}
		run = ""
	}
	for _, w := range snapshot.Words(asked) {
		named := single(w) && !asksWhich[before] // 天 in 哪天 is no name's
		if run != "" && w.Start != end || !named {
			flush()
		}
		if named {
			run += w.Text
		}
		before, end = w.Text, w.End
	}
	flush()
	return out
}

// opening is what a question begins with that has or suffers something, and ofYear what it
// begins with before a year.
var (
	opening = pattern.Compile(`^(\p{Han}{3,5}?)[的被]`)
	ofYear  = pattern.Compile(`^(\p{Han}{3,8})(?:19|20)\d\d年`)
)

// openingName is the name that a question, folded, begins with, where the dictionary knows it by
// parts only: 拉卡拉 of 拉卡拉被罚款多少; "" for none.
func openingName(snapshot *retrieval.Snapshot, asked string) string {
	if m := ofYear.FindStringSubmatch(asked); m != nil {
		return m[1]
	}
	m := opening.FindStringSubmatch(asked)
	if m == nil {
		return ""
	}
	end, cut := len([]rune(m[1])), false
	for _, w := range snapshot.Words(asked) {
		switch {
		case w.Start >= end:
			if cut {
				return m[1]
			}
			return ""
		case w.End > end || w.End-w.Start > 1 && !strings.HasPrefix(w.Speech, "nr") && w.Speech != "x":
			return ""
		}
		cut = cut || w.End-w.Start == 1
	}
	return ""
}

// asksWhich stand before what is counted or picked.
var asksWhich = map[string]bool{"哪": true, "几": true, "多少": true, "某": true}

const (
	shortestStrange = 3
	longestStrange  = 10
)

// single says that a word is one Chinese character that may be a part of a name.
func single(w index.Word) bool {
	if w.End-w.Start != 1 || !hanzi.IsHan([]rune(w.Text)[0]) || wording.Joins(w.Text) || strings.Contains("哪谁何几多少么吗呢吧啊这那该此各每给让使叫对由从于以及和与区市县省", w.Text) {
		return false
	}
	switch wording.Class(w.Speech) {
	case "v", "u", "p", "c", "d", "y", "r", "f", "t", "z":
		return false
	}
	return true
}

// lackedOf is the share of the strangest name that a text does not say, by pairs of
// characters: 0 where it says all.
func lackedOf(strange []string, text string) float64 {
	most := 0.0
	for _, name := range strange {
		if strings.Contains(text, name) {
			continue
		}
		pairs, lacking := 0.0, 0.0
		for pair := range wording.Bigrams(name) {
			pairs++
			lacking += wording.AllOrNothing(!strings.Contains(text, pair))
		}
		most = max(most, lacking/pairs)
	}
	return most
}

// lacksAllOf says that a text holds nothing of a name; "" is none.
func lacksAllOf(name, text string) bool {
	return name != "" && lackedOf([]string{name}, text) == 1
}
