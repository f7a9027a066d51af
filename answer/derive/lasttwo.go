package derive

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// A follow-up may set the last two questions' figures against each other: 一共呢,
// 哪个多, 差多少 after 富祥投了多少 and 杉杉呢.
var (
	bothTogether = pattern.Compile(`^(那么?|它们|这些?)?(两者|两[个样项笔家]|二者|俩|三者|[三四五]个)?都?(一共|合计|总共|总计|加起来|合起来|加在一起|加一[起块]儿?){1,2}(呢|是?多少.*|有(多少|几).*)?[?。]*$`)
	whichOfLast  = pattern.Compile(`^(那么?|它们|这些?)?(两者|两个|二者|俩|三者|[三四五]个)?[里中]?(哪一?[个家项年]|谁)(更|比较|最)?(多|高|大|快|长|重|贵|早|少|低|小|慢|短)[些点]?[呢?。]*$`)
	lastMean     = pattern.Compile(`^(?:那么?)?平均(?:下来|算下来)?(?:每|一)一?(\p{Han}{1,4}?)(?:有|是)?((?:多少|几)\p{Han}{0,3}?)[呢?。]*$`)
	lastApart    = pattern.Compile(`^(那么?|它们|这)?(两者|两个|二者|俩)?(之间)?(?:比?(?:前者|后者|前面那个|上面那个|刚才那个|[前后第]一?[个者一二]个?)(?:比(?:前者|后者|[前后第]一?[个者一二]个?|它))?)?(?:(相差|差)(了|是|有)?|[多快贵少低慢短](?:出来|[出了])?)(多少|几).*$`) // 长多少公里 asks how long one is
)

// ofLastTwo is the formula that a follow-up asks for of the last two questions.
func ofLastTwo(r asking.Reading, folded string) (Formula, bool) {
	led := slices.DeleteFunc(slices.Clone(r.Led), SetsLastTwo) // 一共呢, 差多少: of the same two
	if len(led) == 1 && lastApart.MatchString(folded) {        // 多多少 after how many times one is of another
		for _, f := range quotients(hanzi.Fold(strings.TrimRight(led[0], "?？。"))) {
			if f.Op == Ratio {
				_, asked := withoutAsking(folded)
				return Formula{Op: Difference, First: f.First, Other: f.Other, asked: asked}, true
			}
		}
	}
	if len(led) < 2 {
		return Formula{}, false
	}
	if f, ok := meanOfLast(folded, led); ok {
		return f, true
	}
	if countsOther(folded, led) {
		return Formula{}, false
	}
	f := Formula{Op: Difference}
	switch m := whichOfLast.FindStringSubmatch(folded); {
	case m != nil:
		f.Which, f.Less = true, IsLess(m[5])
	case bothTogether.MatchString(folded):
		f.Op = Sum
	case !lastApart.MatchString(folded):
		return Formula{}, false
	}
	first, asked := withoutAsking(hanzi.Fold(led[1]))
	other, own := withoutAsking(hanzi.Fold(led[0]))
	for _, base := range led[2:] { // 2021年呢, 2020年呢
		whole, of := withoutAsking(hanzi.Fold(base))
		if full := likeFirst(whole, first); full != first {
			first, asked = full, of
		}
	}
	if full := likeFirst(first, other); full != other {
		other, own = full, ""
	}
	f.alike = own == ""
	if full := contraryOf(first, other); full != other {
		other, f.alike = full, false
	}
	if verb, _ := asking.DeniedBetween(first, other); verb != "" { // what both get may be called otherwise
		f.alike = false
	}
	f.First, f.Other, f.asked = first, other, asked
	if asked == "" {
		f.asked = own
	}
	return f, true
}

// meanOfLast is the mean that a follow-up asks for of two counts: 平均每支多少人 after 有多少名干部 and 编了几支队伍.
func meanOfLast(folded string, led []string) (f Formula, ok bool) {
	m := lastMean.FindStringSubmatch(folded)
	if m == nil {
		return f, false
	}
	per, ok := leadingUnit(m[1])
	all, other := hanzi.Fold(led[1]), hanzi.Fold(led[0])
	shared, among := asking.UnitAsked(all), asking.UnitAsked(other)
	if among != per {
		all, other, shared, among = other, all, among, shared
	}
	return Formula{Op: Mean, First: all, Other: other, per: per, asked: m[2]}, ok && among == per && shared != per && shared != ""
}

// ofLastSeveral is what a follow-up asks of three questions and more before it, of which all but the first only exchange
// a part of it: 一共呢, 哪个最多 after 富祥投了多少, 杉杉呢 and 云岭呢.
func ofLastSeveral(r asking.Reading, folded string) (phrases []string, f Formula, ok bool) {
	led := slices.DeleteFunc(slices.Clone(r.Led), SetsLastTwo)
	which := whichOfLast.FindStringSubmatch(folded)
	if len(led) < 3 || which == nil && !bothTogether.MatchString(folded) || countsOther(folded, led) {
		return nil, f, false
	}
	f = Formula{Op: Sum, alike: true}
	if which != nil {
		f.Op, f.Which, f.Less = Difference, true, IsLess(which[5])
	}
	for _, question := range led {
		phrase, asked := withoutAsking(hanzi.Fold(question))
		phrases = append(phrases, phrase)
		if f.asked = asked; asked != "" { // the one that stands by itself
			break
		}
	}
	slices.Reverse(phrases)
	for i := range phrases[1:] {
		phrases[i+1] = contraryOf(phrases[0], likeFirst(phrases[0], phrases[i+1]))
	}
	return phrases, f, len(phrases) > 2 && len(phrases) <= MostAdded && f.asked != ""
}

// SetsLastTwo says that a question itself sets those before it against each other.
func SetsLastTwo(question string) bool {
	folded := hanzi.Fold(question)
	return bothTogether.MatchString(folded) || whichOfLast.MatchString(folded) || lastApart.MatchString(folded)
}

var (
	restAsked  = pattern.Compile(`(?:多少|几)(.*?)[呢了?。]*$`)
	deniedOnly = pattern.Compile(`^[个家名项户人]?(没|未).{1,5}$`) // 差了几家没过
	amountOnly = pattern.Compile(`^(钱|[万亿]*元?)$`)
)

// countsOther says that a follow-up counts what none of the questions before it did:
// 名博士 in 一共有多少名博士 after 多少家企业.
func countsOther(folded string, led []string) bool {
	m := restAsked.FindStringSubmatch(folded)
	if m == nil || amountOnly.MatchString(m[1]) || deniedOnly.MatchString(m[1]) {
		return false
	}
	before := hanzi.Fold(strings.Join(led, "\n"))
	_, unit := figure.Unit(m[1])
	ownUnit := unit && len([]rune(m[1])) <= 2 && asking.UnitAsked(before) == "" // 差多少米 after 有多长
	return !ownUnit && !strings.Contains(before, m[1])
}

// withoutAsking parts a question from the words that ask: 昆山有独角兽 and 几家.
func withoutAsking(question string) (rest, asked string) {
	question = strings.TrimPrefix(strings.TrimPrefix(strings.Trim(question, "?。呢吗的 "), "那"), "么")
	at, ok := asking.AskingWords(question)
	if !ok {
		return question, ""
	}
	text := []rune(question)
	behind := text[at.End:]
	if len(behind) > 0 && strings.ContainsRune("家个项户名位人次所座台件", behind[0]) {
		behind = behind[1:]
	}
	return string(text[:at.Start]) + string(behind), string(text[at.Start:])
}
