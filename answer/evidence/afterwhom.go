package evidence

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

var (
	// asksBefore asks who was first of several, or came before one that was named.
	asksBefore = pattern.Compile(`第一[家个位所座][^,。]{0,8}(谁|哪|什么|叫)|(谁|哪)[^,。]{0,10}(第一[家个位所座]|最[早先]|头一[家个])|最[早先][^,。]{0,8}(谁|哪)|([比在][它他她]|之|前面)[^,。]{0,6}(先|早|前面?|已经)[^,。]{0,8}(谁|哪)`)
	// afterWhom says whom the second of several comes after: 继泽岚制药上市后，它将成为第二家上市企业.
	afterWhom = pattern.Compile(`继[^,。;]{2,16}后[^。;]{0,24}第二[家个位名所座]`)
)

// TellsAfterWhom says that a question asks who was first, or came before, and a sentence whom the second one comes after.
func TellsAfterWhom(r asking.Reading, s Sentence) bool {
	return asksBefore.MatchString(hanzi.Fold(r.Raw)) && afterWhom.MatchString(hanzi.Fold(s.String()))
}

// AfterWhomFirst moves the first of the likeliest sentences to the front that tells so; false where none does.
func AfterWhomFirst(r asking.Reading, sentences []Sentence) bool {
	for i, s := range sentences[:min(afterWhomChoices, len(sentences))] {
		if TellsAfterWhom(r, s) && s.Missing == "" {
			PutFirst(sentences, i)
			return true
		}
	}
	return false
}

// afterWhomChoices is how many of the best sentences are looked at.
const afterWhomChoices = 6
