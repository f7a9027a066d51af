package asking

import (
	"strings"

	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// between asks for something that two have together, or that tells them apart.
var between = pattern.Compile(`[^公]共\p{Han}{0,4}(多少|几)|之间|相差|差(多少|距|额)|一共|合计|总共|总计|加起来|总和|之和|共同|一起|一同|联合|合作|联手|携手|签[署订约下定了的]|共建|合建|会[谈见晤]|关系|区别|不同|异同|哪一?[个家座项]|谁(更|最|比|先)|更|相比|比较|还是|对比|比赛|对阵|交手|合同|合约|协议|条约|谈判|战争|冲突|争端|结[成对亲了]|对子|边境|距离|交易|婚|友谊`)

// Coordinated is the place where a question names two of which it asks the same
// (上海和北京的GDP), in runes.
type Coordinated struct {
	First, Other hanzi.Span
	Attributes   bool // they are two things that are asked of one: 首播时间和播出平台
}

const longestOfBoth = 5 // words that one of two may have

// SameOfTwo finds the two of which a question asks the same; held says whether an
// article holds a phrase.
func SameOfTwo(snapshot *retrieval.Snapshot, question string, held func(phrase string) bool) (Coordinated, bool) {
	folded := hanzi.Fold(question)
	if c, ok := twoAttributes(folded); ok {
		return c, true
	}
	if between.MatchString(folded) {
		return Coordinated{}, false
	}
	if c, ok := twoZones(folded); ok {
		return c, true
	}
	if m := numberedPair.FindStringSubmatchIndex(folded); m != nil {
		return coordinated(folded, m[2:]), true
	}
	words, runes := snapshot.Words(question), []rune(folded)
	for i := len(words) - 2; i > 0; i-- { // the last: 多少个国家和地区参加了甲和乙
		if !joinsTwo[words[i].Text] || words[i-1].Text == "国家" && words[i+1].Text == "地区" || words[i].Start != words[i-1].End || words[i].End != words[i+1].Start {
			continue
		}
		two := twoOfAKind{before: run(words[:i], -1), behind: run(words[i+1:], 1), text: runes, held: held}
		if c, ok := two.find(); ok {
			return c, true
		}
	}
	return Coordinated{}, false
}

// zonePair are two zones with a joint between them: 青禾高新区和白塔经开区.
var zonePair = pattern.Compile(`([^\P{Han}年月日的在是了有]{2,6}?` + naming.ZoneKinds + `)(?:以及|和|与|及|跟)([^\P{Han}年月日的在是了有]{2,6}?` + naming.ZoneKinds + `)`)

// numberedPair are two of a row with a joint between them, or two of those who play: 第一代和第二代, 男单和混双.
var numberedPair = pattern.Compile(ofRow + `(?:以及|和|与|及|跟)` + ofRow)

const ofRow = `(第[一二三四五六七八九十\d]{1,3}[代届期季轮批版集]|[男女混][子合]?[单双]打?)`

// zoneAtEnd is a zone that a text ends with, of which the dictionary knows a part only: 广州经开区.
var zoneAtEnd = pattern.Compile(`[^\P{Han}年月日的在是了有和与及跟]{2,6}?` + naming.ZoneKinds + `$`)

// twoZones finds two zones that a joint stands between.
func twoZones(folded string) (Coordinated, bool) {
	m := zonePair.FindStringSubmatchIndex(folded)
	if m == nil {
		return Coordinated{}, false
	}
	return coordinated(folded, m[2:]), true
}

// coordinated are the two that begin and end at some bytes of a folded text.
func coordinated(folded string, at []int) Coordinated {
	runes := func(at int) int { return len([]rune(folded[:at])) }
	return Coordinated{First: hanzi.Span{Start: runes(at[0]), End: runes(at[1])}, Other: hanzi.Span{Start: runes(at[2]), End: runes(at[3])}}
}

// attributePairs are two things that are asked of one, of which one is its time or its place: 的首播时间和播出平台, 颁奖时间和地点.
var attributePairs = []*pattern.Regexp{
	pattern.Compile(`的([^\P{Han}的]{0,4}(?:时间|日期|地点|地址))(?:和|与|及|以及|、)([^\P{Han}的是在分各]{2,6})(?:[?。]|是|在|分别|各|$)`),
	pattern.Compile(`的([^\P{Han}的]{2,6})(?:和|与|及|以及|、)([^\P{Han}的是在分各]{0,4}(?:时间|日期|地点|地址))(?:[?。]|是|在|分别|各|$)`),
	pattern.Compile(`\p{Han}(时间|日期)(?:和|与|及|以及|、)(地点|地址|场地)(?:[?。]|是|在|分别|各|$)`),
}

// twoAttributes finds two things that are asked of one.
func twoAttributes(folded string) (Coordinated, bool) {
	for _, pair := range attributePairs {
		if m := pair.FindStringSubmatchIndex(folded); m != nil {
			c := coordinated(folded, m[2:])
			c.Attributes = true
			return c, true
		}
	}
	return Coordinated{}, false
}

var joinsTwo = map[string]bool{"和": true, "与": true, "及": true, "跟": true, "以及": true}

// run are the words that stand by each other at the end of words, or at their
// beginning, and may be a part of one of two; less those of another phrase.
func run(words []index.Word, step int) []index.Word {
	from, to := 0, len(words)
	if step < 0 {
		for from = to; from > 0 && to-from < longestOfBoth && words[from-1].Text != "的" && (from == to || words[from-1].End == words[from].Start); from-- {
		}
		return words[from:]
	}
	for to = 0; to < len(words) && to <= longestOfBoth && (to == 0 || words[to-1].End == words[to].Start); to++ {
	}
	return words[:to]
}

// twoOfAKind is what stands before a joint and behind it, of which the last words
// and the first may be two of a kind.
type twoOfAKind struct {
	before, behind []index.Word
	text           []rune // of the question, folded
	held           func(phrase string) bool
}

// find tells where they begin and end: in the same word, before 的, before what is
// asked, or they are a name each.
func (t twoOfAKind) find() (Coordinated, bool) {
	if len(t.before) == 0 || len(t.behind) == 0 {
		return Coordinated{}, false
	}
	last := t.before[len(t.before)-1]
	for n, w := range t.behind {
		if w.Text == last.Text {
			return t.of(n + 1), true
		}
	}
	for n, w := range t.behind {
		if w.End < len(t.text) && t.text[w.End] == '的' && n < longestOfBoth {
			return t.of(n + 1), true
		}
	}
	ends := 0
	for ends < len(t.behind) && wording.IsThing(t.behind[ends]) {
		ends++
	}
	asked := ends < len(t.behind) || AsksItself(string(t.text[:last.Start]))
	if c := t.of(ends); ends > 0 && asked && (ends == 1 || t.held(string(t.text[c.First.Start:c.First.End])) || t.held(string(t.text[c.Other.Start:c.Other.End]))) {
		return c, true
	}
	return t.of(1), isName(last) && last.Speech == t.behind[0].Speech
}

// cutName says that two words that stand together are a character each, of a name that no dictionary knows.
func cutName(before, w index.Word) bool {
	return before.End == w.Start && single(before) && single(w)
}

// of are the last n words before the joint, or as many as there are, and the first n behind it.
func (t twoOfAKind) of(n int) Coordinated {
	first := t.before[max(0, len(t.before)-n):]
	if n == 0 {
		return Coordinated{}
	}
	if at := len(t.before) - len(first); at > 0 && cutName(t.before[at-1], first[0]) { // 瑞博, of which no dictionary knows
		first = t.before[at-1:]
	}
	from, end := first[0].Start, first[len(first)-1].End
	if zone := zoneAtEnd.FindString(string(t.text[:end])); zone != "" {
		from = min(from, end-len([]rune(zone)))
	}
	return Coordinated{First: hanzi.Span{Start: from, End: end}, Other: hanzi.Span{Start: t.behind[0].Start, End: t.behind[n-1].End}}
}

// isName says that a word is a name, a number or of another script.
func isName(w index.Word) bool {
	return w.Speech == "" || strings.HasPrefix(w.Speech, "nr") || strings.HasPrefix(w.Speech, "ns") || strings.HasPrefix(w.Speech, "nt") || w.Speech == "nz"
}

// Parts are the question asked of each of the two.
func (c Coordinated) Parts(question string) (first, other string) {
	q := []rune(question)
	return string(q[:c.First.End]) + string(q[c.Other.End:]), string(q[:c.First.Start]) + string(q[c.Other.Start:])
}

// EachCompared is a question which of two is more (广州和景德镇谁的项目多) as one for
// how much each is; ok is false where it is none.
func EachCompared(question string) (each string, ok bool) {
	folded := hanzi.Fold(question)
	if which, ok := ReadWhich(folded); ok && len([]rune(folded)) == len([]rune(question)) {
		return which.Among + which.Of + "有多少", true
	}
	return question, false
}

// Which is what a question says that asks which of several is more or less.
type Which struct {
	Among string // what stands before the words that ask: 广州和景德镇 of 广州和景德镇谁的项目更多
	Of    string // what it is more or less of: 的项目
	By    string // how they are compared: 多
}

// ReadWhich reads a folded question that asks which of several is more or less; ok is false for any other.
func ReadWhich(folded string) (which Which, ok bool) {
	m := whichIsMore.FindStringSubmatchIndex(folded)
	if m == nil {
		return which, false
	}
	return Which{folded[:m[0]], folded[m[4]:m[5]], folded[m[8]:m[9]]}, true
}

// whichIsMore asks which of several is more or less: 哪个更多.
var whichIsMore = pattern.Compile(`(哪一?个|哪一?年|谁|哪一?家|哪一?项|哪一?边|哪一?类|哪一?座|哪者|何者)(.*?)(更|最|较)?(多|高|大|快|长|重|贵|早|少|低|小|慢|短|轻|便宜|晚|猛|强)(?:[一些点得了呢吗啊呀嘛的出多,?。!( ]|$)`)
