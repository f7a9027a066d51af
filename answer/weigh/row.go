package weigh

import (
	"slices"
	"strconv"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// otherNumber is the number of one in a row that a question names (第28届) where a
// text says others of the row only; "" for none.
func otherNumber(r asking.Reading, text string) string {
	asked, said := numberSaid(r, text)
	if said {
		return ""
	}
	return asked
}

// lettered is one of several that are told by letters or numbers: B轮, A股, D级, 3号线.
var lettered = pattern.Compile(`([a-h]\+{0,3}|pre-[a-c])(轮|股|级|类|型|座|区|馆|口)|(\d{1,3})(号(?:线|楼|馆|门|院|井|机组|航站楼|厂房|地块|仓))`)

// joinedNumbers are several of them, of which only the last is said whole: 1至6号楼, 1、2、3号楼.
var joinedNumbers = pattern.Compile(`(\d{1,3})(?:号\p{Han}{0,2})?(?:[、和及至到~—–-](\d{1,3})(?:号\p{Han}{0,2})?)+`)

// amongJoined says that such a list of a text reaches over a number.
func amongJoined(number, text string) bool {
	n, err := strconv.Atoi(number)
	return err == nil && slices.ContainsFunc(joinedNumbers.FindAllStringSubmatch(text, -1), func(m []string) bool {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		return from <= n && n <= to
	})
}

// met is one of them that the figure's own only meets: 与2号线有2座换乘站.
var met = pattern.Compile(`(与|和|跟|同|接|换乘|往|向)\d{1,3}号`)

// otherLetter is the lettered or numbered one that a question names where the figure's clause names others of the kind
// only; "" for none.
func otherLetter(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	asked, said := lettered.FindStringSubmatch(hanzi.Fold(r.Raw)), c.Said()
	if asked == nil || slices.Contains(lettered.FindAllString(said, -1), asked[0]) || amongJoined(asked[3], said) { // 13号线 holds 3号线
		return ""
	}
	if article := snapshot.ArticleText(c.Sentence.Source.Article, wording.ArticleText); !strings.Contains(article, asked[0]) && !joinedNumbers.MatchString(article) { // 6号线 of an article on 5号线
		said = article
	}
	for _, other := range lettered.FindAllStringSubmatch(met.ReplaceAllString(said, ""), -1) {
		if other[2]+other[4] == asked[2]+asked[4] {
			return strings.ToUpper(asked[1]) + asked[2] + asked[3] + asked[4]
		}
	}
	return ""
}

// numberedFirst puts the best figure first whose sentence says the number of one in a row that the
// question names, where that of the best of all says others only; or whose clause does, of a sentence that has a clause
// for each: 第二届2018年举行，第三届2020年举行.
func numberedFirst(r asking.Reading, found []Candidate, read bool) {
	best := found[0]
	bySentence := otherNumber(r, best.Sentence.String()) != ""
	if !bySentence && otherNumber(r, best.Said()) == "" {
		return
	}
	for i, c := range found {
		text := c.Sentence.String()
		if !bySentence {
			text = c.Said()
		}
		beside := c.Sentence.Is(best.Sentence) && c.Features.Fit >= best.Features.Fit
		if _, said := numberSaid(r, text); said && (bySentence || beside) && c.Score >= best.Score-numberedBy && c.Supported(read) {
			evidence.PutFirst(found, i)
			return
		}
	}
}

// numberedBy is how much worse that one may be.
const numberedBy = 1

// numberSaid is the first number of one in a row that a question names of which a text says the
// same, or others only; "" for none.
func numberSaid(r asking.Reading, text string) (number string, said bool) {
	both := AsksTotal(hanzi.Fold(r.Raw)) // 一期二期一共
	for _, asked := range r.Figures {
		if noun := numberedNoun(r, asked); noun != "" {
			others, said := numberedIn(text, noun, asked)
			if others && !said {
				return asked.Text + noun, false
			}
			if noun == asking.Sector { // 第三产业 is no third
				continue
			}
		}
		if asked.Kind == figure.Ordinal && asked.Unit == "" && ranked.MatchString(asked.Text) {
			asked.Kind, asked.Unit = figure.Rank, rankUnit
		}
		if (asked.Kind != figure.Rank || r.Claim != nil) && (asked.Kind != figure.Ordinal || !likeness.InRow(asked.Unit) && (r.Claim != nil || !likeness.IsCount(asked.Unit))) {
			continue
		}
		said, others, top := false, false, topOf(asked)
		for _, f := range figure.Find(text) {
			bare := f.Kind == figure.Count && asked.Kind == figure.Ordinal && f.Value.Equal(asked.Value) // 四届全国人大
			if top != 0 && topOf(f) != 0 {                                                               // 前500 is 500强
				said, others = said || topOf(f) == top, true
				continue
			}
			if top != 0 && f.Kind == figure.Rank && f.Value.LessThanOrEqual(asked.Value) { // and the 486th one of them
				said, others = true, true
				continue
			}
			first := asked.Kind == figure.Ordinal && f.Kind == figure.Rank && f.Value.Equal(one) // 首家
			if f.Unit == asked.Unit && (f.Kind == asked.Kind || bare || first) {
				said = said || f.Value.Equal(asked.Value)
				others = true
			}
		}
		if others && !(said && both) {
			return asked.Text, said
		}
	}
	return "", false
}

// topOf is of how many the first of an order are said to be: 500 of 前500 and of 500强; 0 for another figure.
func topOf(f figure.Figure) int64 {
	text := hanzi.Fold(f.Text)
	if strings.HasSuffix(text, "强") && !strings.HasPrefix(text, "前") {
		text = "前" + text
	}
	if found := figure.Find(text); strings.HasPrefix(text, "前") && len(found) == 1 && found[0].Kind == figure.Rank {
		return found[0].Value.IntPart()
	}
	return 0
}

// numberedNoun is what a number of a question numbers without a unit: 产业 of 第三产业, 选区 of 第三选区; "" for none.
func numberedNoun(r asking.Reading, asked figure.Figure) string {
	behind := []rune(hanzi.Fold(string([]rune(r.Raw)[asked.End:])))
	if asked.Kind != figure.Ordinal || asked.Unit != "" || len(behind) < 2 || !hanzi.IsHan(behind[0]) || !hanzi.IsHan(behind[1]) {
		return ""
	}
	return string(behind[:2])
}

// numberedIn says whether a text numbers others of a noun, and whether it says the asked one.
func numberedIn(text, noun string, asked figure.Figure) (others, said bool) {
	folded := hanzi.Fold(text)
	for _, f := range figure.Find(folded) {
		if f.Kind == figure.Ordinal && strings.HasPrefix(string([]rune(folded)[f.End:]), noun) {
			others, said = true, said || f.Value.Equal(asked.Value)
		}
	}
	return others, said
}

// ranked is a place in an order, by itself: 排名第一的是.
var ranked = pattern.Compile(`^第.{1,3}$`)

const rankUnit = "位"
