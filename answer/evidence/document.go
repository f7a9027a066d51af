package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// documentAsked asks for a document by its name.
var documentAsked = pattern.Compile(`(文件|政策|方案|办法|规划|通知|意见|措施|条例)[^,，。?]{0,8}(全称|名称|名字|叫什么|叫啥)|哪一?(份|个|部)(文件|政策|方案|办法|规划|通知|资料|报告)`)

// DocumentFirst moves the first of the likeliest sentences of the best one's article before the others that names a document, where
// one is asked for and the best one names none.
func DocumentFirst(r asking.Reading, sentences []Sentence) {
	if !documentAsked.MatchString(hanzi.Fold(r.Raw)) || strings.Contains(sentences[0].String(), "《") {
		return
	}
	putSentenceFirst(sentences, func(s Sentence) bool {
		return strings.Contains(s.String(), "《") && s.Source.Article == sentences[0].Source.Article
	})
}
