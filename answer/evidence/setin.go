package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// setInAsked asks where something was put: 党组织设在哪儿, 把党组织建到了什么地方.
var setInAsked = pattern.Compile(`(\p{Han}{2,12}?)(?:都|就|是|被)?(?:设|建|放|开|办|安|搬|落)(?:立|置|户)?(?:在|到|于)了?(?:什么地方|哪[里儿]?|何处)`)

// SetInFirst moves the first of the likeliest sentences before the others that says of the thing where it was put, right
// behind it (党组织就建在项目现场); false where none does.
func SetInFirst(snapshot *retrieval.Snapshot, r asking.Reading, sentences []Sentence) bool {
	m := setInAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil || r.Asks != asking.Place {
		return false
	}
	thing := ""
	for _, w := range snapshot.Words(m[1]) {
		if w.End-w.Start > 1 && (wording.IsNoun(w) || w.IsName()) {
			thing = w.Text
		}
	}
	if thing == "" {
		return false
	}
	return putFirstOf(sentences, len(sentences), func(s Sentence) bool {
		_, behind, said := strings.Cut(hanzi.Fold(s.String()), thing)
		return said && s.Source.Article == sentences[0].Source.Article && setIn.MatchString(behind)
	})
}

var setIn = pattern.Compile(`^(?:都|就|也|便|全|均|直接|统一){0,2}(?:设|建|放|开|办|安|搬|落)(?:立|置|户)?(?:在|到|于)`)
