package evidence

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// How sure the reader must be of an answer in an opening for it to stay the best, and how much worse a sentence may be that goes
// before it else.
const (
	sureOfOpening = 0.5
	openingBy     = 0.15
)

// PastOpening moves a sentence of its article before the one that opens it, where that is the best and the reader is not sure of an
// answer in it and no less of one in the other: an opening says all that its article is about, and so much of any question. So
// does what stands below an article, its headline once more and who may print it, which answers none.
func PastOpening(r asking.Reading, sentences []Sentence) {
	best := sentences[0]
	imprint := best.imprint()
	if r.Asks.Numeric() || best.Read == 0 || best.Read >= sureOfOpening || !best.opens() && !imprint || !imprint && firstAsked.MatchString(hanzi.Fold(r.Raw)) && firstSaid.MatchString(hanzi.Fold(best.String())) {
		return
	}
	for i, s := range sentences[1:] {
		if s.Score < best.Score-openingBy {
			return
		}
		if s.Source.Article == best.Source.Article && (s.Read >= best.Read || imprint) && !s.imprint() {
			PutFirst(sentences, i+1)
			return
		}
	}
}

// The first time is asked for, or said: 自1911年起在云湖首次举行.
var (
	firstAsked = pattern.Compile(`最[早先初]|首次|第一次|首先`)
	firstSaid  = pattern.Compile(`最[早先初]|首[次度届]|第一次|创[办立于]|始于`)
)

// opens says that the sentence is the first of its article.
func (s Sentence) opens() bool {
	first := s.Source.Article.Paragraphs
	spans := hanzi.Sentences(s.Source.Text)
	return len(first) > 0 && first[0].ID == s.Source.Paragraph && len(spans) > 0 && spans[0].Start == s.Span.Start
}

// imprint says that the sentence says where a text is from and who may print it.
func (s Sentence) imprint() bool { return imprint.MatchString(hanzi.Fold(s.String())) }

var imprint = pattern.Compile(`(版权|著作权)[^,。]{0,8}(问题|归|所有)|刊发之日起|未经(授权|许可)[^,。]{0,8}(转载|使用)|转载请|(责任|流程|值班)编辑[::]|免责声明|不代表本(网|平台|站|报)`)
