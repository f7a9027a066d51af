package answer

import (
	"context"
	"slices"
	"strings"

	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// between asks for something that two have together, or that tells them apart.
var between = pattern.Compile(`之间|相差|差(多少|距|额)|一共|合计|总共|总计|加起来|总和|之和|共同|一起|一同|联合|合作|联手|携手|签[署订约下定了的]|共建|合建|会[谈见晤]|关系|区别|不同|异同|哪一?[个家座项]|谁(更|最|比|先)|更|相比|比较|还是|对比|比赛|对阵|交手|合同|合约|协议|条约|谈判|战争|冲突|争端|边境|距离|交易|婚|友谊`)

// coordinated is the place where a question names two of which it asks the same
// (上海和北京的GDP), in runes.
type coordinated struct{ first, other hanzi.Span }

const longestOfBoth = 5 // words that one of two may have

// sameOfTwo finds the two of which a question asks the same; held says whether an
// article holds a phrase.
func sameOfTwo(snapshot *retrieval.Snapshot, question string, held func(phrase string) bool) (coordinated, bool) {
	folded := hanzi.Fold(question)
	if between.MatchString(folded) {
		return coordinated{}, false
	}
	if c, ok := twoZones(folded); ok {
		return c, true
	}
	words, runes := snapshot.Words(question), []rune(folded)
	for i := len(words) - 2; i > 0; i-- { // the last: 多少个国家和地区参加了甲和乙
		if !joinsTwo[words[i].Text] || words[i].Start != words[i-1].End || words[i].End != words[i+1].Start {
			continue
		}
		two := twoOfAKind{before: run(words[:i], -1), behind: run(words[i+1:], 1), text: runes, held: held}
		if c, ok := two.find(); ok {
			return c, true
		}
	}
	return coordinated{}, false
}

// zonePair are two zones with a joint between them: 青禾高新区和白塔经开区.
var zonePair = pattern.Compile(`([^\P{Han}年月日的在是了有]{2,6}?` + naming.ZoneKinds + `)(?:以及|和|与|及|跟)([^\P{Han}年月日的在是了有]{2,6}?` + naming.ZoneKinds + `)`)

// twoZones finds two zones that a joint stands between.
func twoZones(folded string) (coordinated, bool) {
	m := zonePair.FindStringSubmatchIndex(folded)
	if m == nil {
		return coordinated{}, false
	}
	runes := func(at int) int { return len([]rune(folded[:at])) }
	return coordinated{hanzi.Span{Start: runes(m[2]), End: runes(m[3])}, hanzi.Span{Start: runes(m[4]), End: runes(m[5])}}, true
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
func (t twoOfAKind) find() (coordinated, bool) {
	if len(t.before) == 0 || len(t.behind) == 0 {
		return coordinated{}, false
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
	asked := ends < len(t.behind) || asksItself.MatchString(string(t.text[:last.Start]))
	if c := t.of(ends); ends > 0 && asked && (ends == 1 || t.held(string(t.text[c.first.Start:c.first.End]))) {
		return c, true
	}
	return t.of(1), isName(last) && last.Speech == t.behind[0].Speech
}

// of are the last n words before the joint, or as many as there are, and the first n behind it.
func (t twoOfAKind) of(n int) coordinated {
	first := t.before[max(0, len(t.before)-n):]
	if n == 0 {
		return coordinated{}
	}
	return coordinated{hanzi.Span{Start: first[0].Start, End: first[len(first)-1].End}, hanzi.Span{Start: t.behind[0].Start, End: t.behind[n-1].End}}
}

// isName says that a word is a name, a number or of another script.
func isName(w index.Word) bool {
	return w.Speech == "" || strings.HasPrefix(w.Speech, "nr") || strings.HasPrefix(w.Speech, "ns") || strings.HasPrefix(w.Speech, "nt") || w.Speech == "nz"
}

// parts are the question asked of each of the two.
func (c coordinated) parts(question string) (first, other string) {
	q := []rune(question)
	return string(q[:c.first.End]) + string(q[c.other.End:]), string(q[:c.first.Start]) + string(q[c.other.Start:])
}

// answerBoth answers a question that asks the same of two for each of them, where as
// a whole it has no answer, or one that says nothing of one of them.
func (a *Answerer) answerBoth(ctx context.Context, snapshot *retrieval.Snapshot, q Question, whole Answer) (Answer, error) {
	text, compared := eachCompared(q.Text)
	if compared && !whole.Refused {
		return whole, nil
	}
	c, ok := sameOfTwo(snapshot, text, func(phrase string) bool { return whole.found(snapshot, phrase) })
	if !ok {
		return whole, nil
	}
	names := []string{string([]rune(text)[c.first.Start:c.first.End]), string([]rune(text)[c.other.Start:c.other.End])}
	if !whole.Refused && whole.saysOf(names) != 1 { // what names neither is no answer about one of two
		return whole, nil
	}
	first, other := c.parts(text)
	var both Answer
	answered, before := 0, ""
	for i, part := range []string{first, other} {
		of := q
		of.Text = part
		one, err := a.answer(ctx, snapshot, of)
		if err != nil {
			return Answer{}, err
		}
		if !one.Refused && one.isOf(names[i], names[1-i]) {
			answered++
		} else if !one.Refused {
			one = nothing(q.Language)
		}
		if i == 1 && one.Text == before { // 飞机与塔台恢复联系: it is no question about two
			return whole, nil
		}
		before = one.Text
		one = one.labelled(names[i] + q.Language.Say("answer.colon"))
		if i == 0 {
			both = one
		} else {
			asked := len(both.Figures)
			refused := both.Refused
			both = both.and(one)
			if both.Refused = refused && one.Refused; refused && asked > 0 && len(one.Figures) > 0 {
				both.putFirst(asked)
			}
		}
	}
	if compared {
		if answered < 2 || len(both.Figures) < 2 {
			return whole, nil
		}
		both.Refused = true
		both = both.labelled(q.Language.Say("answer.not-comparable") + "\n")
	}
	if answered == 0 || prove(snapshot, q.Text, both) != nil {
		return whole, nil
	}
	return both, nil
}

// saysOf is how many of some names an answer says.
func (a Answer) saysOf(names []string) (said int) {
	for _, name := range names {
		if strings.Contains(hanzi.Fold(a.Text), hanzi.Fold(name)) {
			said++
		}
	}
	return said
}

// eachCompared is a question which of two is more (广州和景德镇谁的项目多) as one for
// how much each is; ok is false where it is none.
func eachCompared(question string) (each string, ok bool) {
	m := whichOfTwo.FindStringSubmatchIndex(hanzi.Fold(question))
	if folded := hanzi.Fold(question); m != nil && len([]rune(folded)) == len([]rune(question)) {
		return folded[:m[0]] + folded[m[4]:m[5]] + "有多少", true
	}
	return question, false
}

// found says that one of the passages that were found holds a folded phrase.
func (a Answer) found(snapshot *retrieval.Snapshot, phrase string) bool {
	return slices.ContainsFunc(a.Hits, func(h Hit) bool {
		source, ok := snapshot.Source(h.Paragraph)
		return ok && strings.Contains(hanzi.Fold(source.Text), phrase)
	})
}

// isOf says that an answer does not quote a sentence of the other of two.
func (a Answer) isOf(name, other string) bool {
	name, other = hanzi.Fold(name), hanzi.Fold(other)
	return !slices.ContainsFunc(a.Citations, func(c Citation) bool {
		quote := hanzi.Fold(c.Quote)
		return strings.Contains(quote, other) && !strings.Contains(quote, name)
	})
}

// labelled is an answer that begins with words of its question.
func (a Answer) labelled(label string) Answer {
	n := len([]rune(label))
	a.Text = label + a.Text
	a.Marks = slices.Clone(a.Marks)
	for i := range a.Marks {
		a.Marks[i].Start += n
		a.Marks[i].End += n
	}
	return a
}
