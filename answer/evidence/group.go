package evidence

import (
	"regexp"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// groupAsked asks which several there are of a group that is called by their number: 五大行动依次叫什么, 三大提升工程分别是哪三个.
var groupAsked = pattern.Compile(`([二三四五六七八九十])大(\p{Han}{0,4}?)(\p{Han}{2})[”"」]?(?:都|分别|依次|各)?(?:是|叫|有|指|包括)(?:哪|什么|啥)`)

// GroupFirst moves the first of the likeliest sentences before the others that calls the group so, where the best one does not.
func GroupFirst(r asking.Reading, sentences []Sentence) {
	m := groupAsked.FindStringSubmatch(hanzi.Fold(r.Written))
	if m == nil {
		return
	}
	said := regexp.MustCompile(m[1] + `大` + m[2] + `\p{Han}{0,4}` + m[3])
	if said.MatchString(hanzi.Fold(sentences[0].String())) {
		return
	}
	putSentenceFirst(sentences, func(s Sentence) bool { return said.MatchString(hanzi.Fold(s.String())) })
}
