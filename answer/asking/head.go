package asking

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// TextOf is what a question's words are written as; "" for none.
func TextOf(question string, words []index.Word) string {
	if len(words) == 0 {
		return ""
	}
	return string([]rune(question)[words[0].Start:words[len(words)-1].End])
}

// CountedThing is what stands behind 多少 or 几 and the unit, or before them: 独角兽企业
// in 多少家独角兽企业 and in 独角兽企业有几家; "" for nothing.
func CountedThing(snapshot *retrieval.Snapshot, question string) string {
	at, ok := AskingWords(question)
	if !ok {
		return ""
	}
	words := snapshot.Words(question)
	if thing := Behind(words, at.End); len(thing) > 0 {
		return TextOf(question, thing)
	}
	if unit := UnitAsked(hanzi.Fold(question)); unit == "" || unit == "人" { // 价格是多少, 部队有多少人
		return ""
	}
	return TextOf(question, before(words, at.Start))
}

// askedFor finds the words that ask, behind or before which stands what is asked for.
var askedFor = pattern.Compile(`多少|几[^乎何率]|几$|多大|多高|多长|多重|多远|是谁|谁|叫什么|什么|哪[个位家些种一]`)

// whoKindAsked asks for one of a kind of people, of whom an article need not say that they are: 哪位官员.
var whoKindAsked = pattern.Compile(`哪一?[个位名](` + whoKind + `)`)

// Head is what a question asks for, or what the one that it leans on does.
func (r Reading) Head(snapshot *retrieval.Snapshot) wording.Terms {
	switch r.Asks {
	case Date, Year, Era, Duration, Rank, Place, Reason: // they name no thing
		return nil
	}
	if r.Asks == Quantity && AsksNumber(hanzi.Fold(r.Raw)) { // 号码 of 打什么号码 is what it is
		return nil
	}
	if r.Asks == Person && whoKindAsked.MatchString(hanzi.Fold(r.Raw)) { // an official is said by the office
		return nil
	}
	if r.Claim != nil && r.Asks == Quantity {
		return wording.Terms(snapshot.QuestionTerms(wording.LongForm(r.Claim.Thing(snapshot, r.Raw))))
	}
	thing := Head(snapshot, r.Asked())
	for i := 0; i < len(r.Context) && len(thing) == 0; i++ {
		thing = Head(snapshot, r.Context[i])
	}
	return thing
}

// Head is what a question asks for: the nouns right behind the words that ask
// (多少家独角兽企业), or those right before them (净利润是多少); none for a
// question that names no thing.
func Head(snapshot *retrieval.Snapshot, question string) wording.Terms {
	at, ok := AskingWords(question)
	if !ok {
		return nil
	}
	words := snapshot.Words(question)
	thing := Behind(words, at.End)
	if strings.HasPrefix(string([]rune(question)[at.Start:]), "哪个") { // 台 of 哪个台风 is no unit
		thing = thingFrom(words, at.End)
	}
	if len(thing) == 0 {
		thing = before(words, at.Start)
	}
	if len(thing) == 0 {
		return nil
	}
	return wording.Terms(snapshot.QuestionTerms(wording.LongForm(TextOf(question, thing))))
}

// howMany asks, whatever 几 there is before it.
const howMany = "多少"

// AskingWords are the runes of the words that ask, 多少 or 几; ok is false for none.
func AskingWords(question string) (at hanzi.Span, ok bool) {
	folded := hanzi.Fold(question)
	found := askedFor.FindStringIndex(folded)
	if at := strings.Index(folded, howMany); at >= 0 && found != nil && strings.HasPrefix(folded[found[0]:], "几") { // 几个镇有多少个弹药库
		found = []int{at, at + len(howMany)}
	}
	if found == nil {
		return at, false
	}
	return hanzi.Span{Start: len([]rune(folded[:found[0]])), End: len([]rune(folded[:found[1]]))}, true
}

// mostHead is how many words what is asked for has at most.
const mostHead = 4

// Behind is the run of words after the unit (多少家瞪羚企业) up to its last noun.
func Behind(words []index.Word, from int) []index.Word {
	for _, w := range words {
		if _, unit := figure.Unit(w.Text); (unit || w.Text == "的") && w.Start == from && (w.End-w.Start == 1 || w.Text == "人次") { // 多少吨的压路机
			from = w.End
		}
	}
	return thingFrom(words, from)
}

// thingFrom is the run of words from there up to its last noun.
func thingFrom(words []index.Word, from int) []index.Word {
	var run []index.Word
	for _, w := range words {
		if w.Start < from {
			continue
		}
		if len(run) > 0 && w.Speech == "v" && w.End-w.Start == 1 { // 多少干部做指导员
			break
		}
		if len(run) == 0 && taking.MatchString(w.Text) { // 几家入选名单
			return nil
		}
		if len(run) == mostHead || wording.Joins(w.Text) || len(run) > 0 && w.Start != run[len(run)-1].End || len(run) == 0 && w.Start > from+1 || wording.IsGrammar(w) {
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
		if w.End > to || len(run) == 0 && (wording.Joins(w.Text) || wording.NamesNothing(w.Text) || movement.MatchString(w.Text)) {
			continue
		}
		if !wording.IsNoun(w) || len(run) > 0 && w.End != run[0].Start {
			break
		}
		run = append([]index.Word{w}, run...)
	}
	if len(run) == 1 && run[0].End-run[0].Start == 1 { // 省 in 能省多少, 量 in 到发量
		return nil
	}
	if len(run) > 0 && run[0].End-run[0].Start == 1 { // 羚 of 瞪羚企业, which no dictionary knows
		i := slices.IndexFunc(words, func(w index.Word) bool { return w.End == run[0].Start })
		if i >= 0 && words[i].End-words[i].Start == 1 && !wording.IsGrammar(words[i]) && !wording.Joins(words[i].Text) {
			run = append([]index.Word{words[i]}, run...)
		}
	}
	return upToNoun(run)
}

// movement are words of how something changed, not of what did: 净利润同比增长多少.
var movement = pattern.Compile(`^(同比|环比|比|增加|` + pattern.Growing + `|` + pattern.Falling + `|` + pattern.Pace + `|涨|降|跌|变化|变动)了?$`)

// upToNoun cuts a run after its last noun; one that names no thing is none.
func upToNoun(run []index.Word) []index.Word {
	for len(run) > 0 && !wording.IsNoun(run[len(run)-1]) {
		run = run[:len(run)-1]
	}
	for _, w := range run {
		if wording.IsNoun(w) && !wording.NamesNothing(w.Text) {
			return run
		}
	}
	return nil
}

// NounsAsked are the things that a question speaks of, or what it leans on does
// where it speaks of none.
func (r Reading) NounsAsked(snapshot *retrieval.Snapshot) []string {
	nouns := wording.Nouns(snapshot, r.Asked())
	if m := whoKindAsked.FindStringSubmatch(hanzi.Fold(r.Asked())); m != nil && r.Asks == Person {
		nouns = slices.DeleteFunc(nouns, func(noun string) bool { return noun == m[1] })
	}
	for i := 0; i < len(r.Context) && len(nouns) == 0; i++ {
		nouns = wording.Nouns(snapshot, r.Context[i])
	}
	return nouns
}
