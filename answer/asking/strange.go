package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// Strange are the names of a question that no dictionary knows, folded: characters
// that stand together and are no words of grammar (疣鹦嘴鱼), and codes (32b).
func (r Reading) Strange(snapshot *retrieval.Snapshot) []string {
	asked := wording.LongForm(hanzi.Fold(r.Asked()))
	out := wording.Codes(asked)
	run, before, end := "", "", 0
	figures, runes := figure.Find(asked), []rune(asked)
	flush := func() {
		if end < len(runes) && opensName[runes[end]] { // 网红号 of 网红号“北北” is what kind it is
			run = ""
		}
		run = strings.TrimRight(run, behindName)
		if n := len([]rune(run)); n >= shortestStrange && n <= longestStrange && !(end < len(runes) && spelledBehind.MatchString(string(runes[end:]))) {
			out = append(out, run)
		}
		run = ""
	}
	for _, w := range snapshot.Words(asked) {
		if begun := []rune(strings.TrimRight(run, behindName)); len(begun) == 2 && w.Start == 2 && end == 2 && w.End-w.Start > 1 && wording.IsNoun(w) {
			out = append(out, run) // 卫宁 of 卫宁健康的利润
		}
		named := single(w) && !asksWhich[before] && !ofFigure(figures, w) // 天 in 哪天 is no name's, nor 二 in 传音二季度
		if run != "" && w.Start != end || !named {
			if w.Start == end && done[w.Text] { // 选 of 顾安选了谁 is what was done
				run = string([]rune(run)[:max(0, len([]rune(run))-1)])
			}
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

// spelledBehind is a name in Latin letters, in brackets behind it in Chinese characters; a text has either.
var spelledBehind = pattern.Compile(`^[(（][a-z][a-z .-]{2,}[)）]`)

// done stand behind what was done.
var done = map[string]bool{"了": true, "过": true}

// behindName stand behind a name and are no part of it: 瑞安时, 产后.
const behindName = "时后前会"

// opensName opens a name that is written as one.
var opensName = map[rune]bool{'“': true, '"': true, '《': true}

// asksWhich stand before what is counted or picked.
var asksWhich = map[string]bool{"哪": true, "几": true, "多少": true, "某": true}

const (
	shortestStrange = 3
	longestStrange  = 10
)

// single says that a word is one Chinese character that may be a part of a name.
func single(w index.Word) bool {
	if w.End-w.Start != 1 || !hanzi.IsHan([]rune(w.Text)[0]) || wording.Joins(w.Text) || strings.Contains("哪谁何几多少么吗呢吧啊这那该此各每给让使叫对由从于以及和与区市县省才就都也还又再已没不很最更正刚", w.Text) {
		return false
	}
	switch wording.Class(w.Speech) {
	case "v", "u", "p", "c", "d", "y", "r", "f", "t", "z":
		return false
	}
	return true
}
