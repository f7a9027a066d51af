package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// whereAsked asks where something was done, which stands behind it; placeBefore ends in a place before what was done there.
var (
	whereAsked  = pattern.Compile(`(在|到|于)[^,。?]{0,4}(哪[里儿]|哪一?个?[站国省市县区镇村地城]|什么地方|啥地方|何处|何地)`)
	placeBefore = pattern.Compile(`(?:在|于|到达|抵达)(\p{Han}{2,8}?)(?:遭遇|发生|遇到|出|后,|时,|[^\p{Han}]|$)`)
)

// WhereFirst moves the first of the likeliest sentences of the best one's article before the others that says what was
// done behind a place, where the best one says nothing of it and the reader sees no answer in it: 在石塘遭遇车祸 for
// 在哪儿出车祸; false where none does.
func WhereFirst(snapshot *retrieval.Snapshot, r asking.Reading, sentences []Sentence) bool {
	deed := deedBehindWhere(snapshot, r)
	if deed == "" || sentences[0].Read >= SureOfName || strings.Contains(hanzi.Fold(sentences[0].String()), deed) {
		return false
	}
	asked := hanzi.Fold(r.Raw)
	return putFirstOf(sentences, shownTried, func(s Sentence) bool {
		before, _, done := strings.Cut(hanzi.Fold(s.String()), deed)
		if !done || s.Source.Article != sentences[0].Source.Article {
			return false
		}
		place := placeBefore.FindStringSubmatch(before)
		return place != nil && !strings.Contains(asked, place[1])
	})
}

// deedBehindWhere is what a question asks the place of, where a word of two characters or more behind the words that ask
// says it; "" for none.
func deedBehindWhere(snapshot *retrieval.Snapshot, r asking.Reading) string {
	asked := hanzi.Fold(r.Raw)
	at := whereAsked.FindStringIndex(asked)
	if r.Asks != asking.Place || at == nil {
		return ""
	}
	for _, w := range snapshot.Words(asked[at[1]:]) {
		if w.End-w.Start > 1 && (strings.HasPrefix(w.Speech, "v") || strings.HasPrefix(w.Speech, "n")) {
			return w.Text
		}
	}
	return ""
}
