package answer

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// askedFor finds the words that ask, behind or before which stands what is asked for.
var askedFor = pattern.Compile(`多少|几[^乎何率]|几$|多大|多高|多长|多重|多远|是谁|谁|叫什么|什么|哪[个位家些种一]`)

// joining may stand between what is asked for and the words that ask.
var joining = map[string]bool{"是": true, "有": true, "为": true, "约": true, "达": true, "达到": true, "的": true, "了": true, "到": true, "共": true, "大概": true, "大约": true, "一共": true, "总共": true, "共有": true, "数": true, "叫": true, "名字": true, "都": true, "占": true, "在": true, "和": true, "与": true, "各": true, "分别": true, "即将": true, "已经": true, "曾经": true, "曾": true, "正在": true, "刚刚": true, "尚未": true, "仍然": true}

// joins says that a word may stand between what is asked for and the words that ask.
func joins(word string) bool { return joining[word] }

// anyThings are nouns that name no metric, or one that its unit tells: 48米 for 高度.
var anyThings = map[string]bool{"钱": true, "资金": true, "数": true, "数量": true, "个": true, "元": true, "人": true, "人员": true, "时候": true, "时间": true, "地方": true, "情况": true, "职务": true, "职位": true, "身份": true, "头衔": true, "次": true, "金额": true, "年": true, "日": true, "月": true, "人民币": true, "比例": true, "比重": true, "占比": true, "百分比": true, "增速": true, "增幅": true, "全省": true, "全市": true, "全国": true,
	"高度": true, "长度": true, "宽度": true, "深度": true, "厚度": true, "重量": true, "身高": true, "体重": true, "年龄": true, "年纪": true, "岁数": true, "距离": true, "里程": true}

// head is what a question asks for, or what the one that it leans on does.
func (r reading) head(snapshot *retrieval.Snapshot) wordsAsked {
	switch r.asks {
	case asksDate, asksYear, asksEra, asksDuration, asksRank, asksPlace, asksReason: // they name no thing
		return nil
	}
	if r.claim != nil && r.asks == asksQuantity {
		return wordsAsked(snapshot.QuestionTerms(longForm(r.claim.thing(snapshot, r.raw))))
	}
	thing := head(snapshot, r.asked())
	for i := 0; i < len(r.context) && len(thing) == 0; i++ {
		thing = head(snapshot, r.context[i])
	}
	return thing
}

// anyThing says that a noun names no metric, or one that its unit tells: 48米 for 高度.
func anyThing(noun string) bool { return anyThings[noun] }

// head is what a question asks for: the nouns right behind the words that ask
// (多少家独角兽企业), or those right before them (净利润是多少); none for a
// question that names no thing.
func head(snapshot *retrieval.Snapshot, question string) wordsAsked {
	at, ok := askingWords(question)
	if !ok {
		return nil
	}
	words := snapshot.Words(question)
	thing := behind(words, at.End)
	if len(thing) == 0 {
		thing = before(words, at.Start)
	}
	if len(thing) == 0 {
		return nil
	}
	return wordsAsked(snapshot.QuestionTerms(longForm(textOf(question, thing))))
}

// askingWords are the runes of the words that ask, 多少 or 几; ok is false for none.
func askingWords(question string) (at hanzi.Span, ok bool) {
	folded := hanzi.Fold(question)
	found := askedFor.FindStringIndex(folded)
	if found == nil {
		return at, false
	}
	return hanzi.Span{Start: len([]rune(folded[:found[0]])), End: len([]rune(folded[:found[1]]))}, true
}

// mostHead is how many words what is asked for has at most.
const mostHead = 4

// behind is the run of words after the unit (多少家瞪羚企业) up to its last noun.
func behind(words []index.Word, from int) []index.Word {
	var run []index.Word
	for _, w := range words {
		if w.Start < from {
			continue
		}
		if _, unit := figure.Unit(w.Text); unit && len(run) == 0 && w.Start == from && w.End-w.Start == 1 {
			from = w.End
			continue
		}
		if len(run) > 0 && w.Speech == "v" && w.End-w.Start == 1 { // 多少干部做指导员
			break
		}
		if len(run) == 0 && taking.MatchString(w.Text) { // 几家入选名单
			return nil
		}
		if len(run) == mostHead || joins(w.Text) || len(run) > 0 && w.Start != run[len(run)-1].End || len(run) == 0 && w.Start > from+1 || speaksOf(w) {
			break
		}
		run = append(run, w)
	}
	return upToNoun(run)
}

// taking are verbs whose object is not what is counted: 几家入选先进名单.
var taking = pattern.Compile(`^(入选|获得?|获评|通过|参加|参与|进入|列入|加入|拿[到下]?|得到|成为)$`)

// before is the run of nouns that ends where the words that ask begin.
func before(words []index.Word, to int) []index.Word {
	var run []index.Word
	for i := len(words) - 1; i >= 0 && len(run) < mostHead; i-- {
		w := words[i]
		if w.End > to || len(run) == 0 && (joins(w.Text) || anyThing(w.Text) || movement.MatchString(w.Text)) {
			continue
		}
		if !isNoun(w) || len(run) > 0 && w.End != run[0].Start {
			break
		}
		run = append([]index.Word{w}, run...)
	}
	if len(run) == 1 && run[0].End-run[0].Start == 1 { // 省 in 能省多少, 量 in 到发量
		return nil
	}
	if len(run) > 0 && run[0].End-run[0].Start == 1 { // 羚 of 瞪羚企业, which no dictionary knows
		i := slices.IndexFunc(words, func(w index.Word) bool { return w.End == run[0].Start })
		if i >= 0 && words[i].End-words[i].Start == 1 && !speaksOf(words[i]) && !joins(words[i].Text) {
			run = append([]index.Word{words[i]}, run...)
		}
	}
	return upToNoun(run)
}

// movement are words of how something changed, not of what did: 净利润同比增长多少.
var movement = pattern.Compile(`^(同比|环比|比|增加|` + pattern.Growing + `|` + pattern.Falling + `|` + pattern.Pace + `|涨|降|跌|变化|变动)了?$`)

// upToNoun cuts a run after its last noun; one that names no thing is none.
func upToNoun(run []index.Word) []index.Word {
	for len(run) > 0 && !isNoun(run[len(run)-1]) {
		run = run[:len(run)-1]
	}
	for _, w := range run {
		if isNoun(w) && !anyThing(w.Text) {
			return run
		}
	}
	return nil
}

// speaksOf says that a word is none that a name of a thing is made of.
func speaksOf(w index.Word) bool {
	switch speechClass(w.Speech) {
	case "u", "p", "c", "d", "y", "r", "m", "t":
		return true
	}
	return false
}

// isNoun says that a word is a noun, or a verb used as one, and no place.
func isNoun(w index.Word) bool {
	switch {
	case w.Speech == "vn", w.Speech == "an", w.Speech == "l", w.Speech == "x" && w.End-w.Start > 1:
		return true
	case w.Speech == "": // A350
		return latinWord.MatchString(w.Text) || coded.MatchString(w.Text)
	case w.Speech == "ns", w.Speech == "nr", w.Speech == "nt":
		return false
	}
	return strings.HasPrefix(w.Speech, "n")
}

// noHead is what a question that names no thing gets.
const noHead = 0.7

// heldHead is the share of a question's head that a text holds.
func heldHead(snapshot *retrieval.Snapshot, head wordsAsked, text string) float64 {
	return head.heldIn(termsAmong(snapshot, head, text))
}

// heldIn is the share of a question's head that is among some terms.
func (w wordsAsked) heldIn(terms map[string]bool) float64 {
	if len(w) == 0 {
		return noHead
	}
	return w.share(func(term string) float64 { return oneOf(terms[term]) })
}

// nounsAsked are the things that a question speaks of, or what it leans on does
// where it speaks of none.
func (r reading) nounsAsked(snapshot *retrieval.Snapshot) []string {
	nouns := nounsIn(snapshot, r.asked())
	for i := 0; i < len(r.context) && len(nouns) == 0; i++ {
		nouns = nounsIn(snapshot, r.context[i])
	}
	return nouns
}

func nounsIn(snapshot *retrieval.Snapshot, text string) []string {
	var out []string
	for _, w := range snapshot.Words(longForm(text)) {
		if w.End-w.Start >= 2 && isNoun(w) && !anyThing(w.Text) && !joins(w.Text) {
			out = append(out, w.Text)
		}
	}
	return out
}

// unsaid is the share of nouns that an article says nowhere; its text is folded.
func unsaid(nouns []string, article string) float64 {
	if len(nouns) == 0 {
		return 0
	}
	missing := 0
	for _, n := range nouns {
		if !strings.Contains(article, n) {
			missing++
		}
	}
	return float64(missing) / float64(len(nouns))
}

// anyIn says that a folded text holds one of the terms.
func (w wordsAsked) anyIn(text string) bool {
	return slices.ContainsFunc(w, func(t retrieval.Term) bool { return strings.Contains(text, t.Text) })
}
