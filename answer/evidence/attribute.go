package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// belongingAsked is what a question asks of something, with the last character of what that is: 郡的最高行政长官.
var belongingAsked = pattern.Compile(`(\p{Han})的([^\P{Han}的是为叫称有在由于]{3,10})`)

// OwnFirst moves the first of the likeliest sentences before the others that says of what a question names what is asked,
// where the best says it of another: 郡的最高行政长官 of 州的最高行政长官称刺史.
func OwnFirst(r asking.Reading, sentences []Sentence) {
	m := belongingAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return
	}
	of := func(s Sentence) (own, any bool) {
		said := hanzi.Fold(s.String())
		return strings.Contains(said, m[0]), strings.Contains(said, "的"+m[2])
	}
	if own, other := of(sentences[0]); own || !other {
		return
	}
	putSentenceFirst(sentences, func(s Sentence) bool {
		own, _ := of(s)
		return own && s.Source.Article == sentences[0].Source.Article
	})
}

// How much worse than the best a sentence may be, and how much less sure the reader, that says what the best leaves out.
const (
	kindBy     = 0.05
	kindReadBy = 0.1
)

// KindSaidFirst moves a sentence of its article that is hardly worse before the best, where that says nothing of what is asked
// for by name and the other does: 所用的木材 for 用的是什么木材.
func KindSaidFirst(r asking.Reading, sentences []Sentence) {
	best := sentences[0]
	if r.Asks != asking.Text || best.Head > 0 {
		return
	}
	putSentenceFirst(sentences, func(s Sentence) bool {
		return s.Head == 1 && s.Source.Article == best.Source.Article && s.Score >= best.Score-kindBy && s.Read >= best.Read-kindReadBy
	})
}

// kinAsked asks whose son somebody is, or the like, and kinSaid are words of a text that says so.
var (
	kinAsked = pattern.Compile(`谁的(儿子|女儿|妻子|夫人|丈夫|父亲|母亲|哥哥|弟弟|孙子)`)
	kinSaid  = map[string]*pattern.Regexp{
		"儿子": pattern.Compile(`之子|儿子|[长次三四五六七幼独养义庶]子`), "女儿": pattern.Compile(`之女|女儿|[长次三四五六七幼独养义]女`),
		"妻子": pattern.Compile(`之妻|妻|夫人|嫁`), "夫人": pattern.Compile(`之妻|妻|夫人|嫁`), "丈夫": pattern.Compile(`之夫|丈夫|娶`),
		"父亲": pattern.Compile(`之父|父亲|生父|[子女]`), "母亲": pattern.Compile(`之母|母亲|生母|[子女]`),
		"哥哥": pattern.Compile(`[之胞长兄]兄|哥哥`), "弟弟": pattern.Compile(`[之胞堂表]弟|弟弟`), "孙子": pattern.Compile(`[之长]孙|孙子`),
	}
)

// saysKin finds what says of whom somebody is the son, or the like, where that is asked for; nil for another question.
func saysKin(asked string) *pattern.Regexp {
	if m := kinAsked.FindStringSubmatch(asked); m != nil {
		return kinSaid[m[1]]
	}
	return nil
}

// Who is married to somebody is asked for, and a text says that somebody is married.
var (
	spouseAsked = pattern.Compile(`的(丈夫|妻子|老公|老婆|太太|夫人|爱人|配偶|先生)(是谁|叫什么|叫啥|是哪一?位|名叫)`)
	spouseSaid  = pattern.Compile(`夫|妻|嫁|娶|婚|老公|老婆|太太|爱人|伴侣|配偶|伉俪`)
)

// Unmarried says that a question asks to whom somebody is married and a sentence says nothing of the kind.
func Unmarried(r asking.Reading, s Sentence) bool {
	return spouseAsked.MatchString(hanzi.Fold(r.Raw)) && !spouseSaid.MatchString(hanzi.Fold(s.String()))
}

// otherNameAsked asks for another name of something, which stands right behind the word for it: 原名东溪.
var otherNameAsked = pattern.Compile(`(原名|本名|旧名|旧称|曾用名|别名|别称|艺名|笔名|学名|俗名|俗称|全名|全称|英文名)(是|叫|为)?(什么|啥|何)`)
