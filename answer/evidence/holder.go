package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// shortestTitle is how many runes of what somebody is called a question must share with a
// sentence beside the office, to tell one holder from another.
const shortestTitle = 2

// HolderNamed is the name that stands right behind the office that is asked for, as the
// question has it: 马金菊 behind 糖尿病门诊主任, in a sentence that names two 主任.
func HolderNamed(snapshot *retrieval.Snapshot, r asking.Reading, s Sentence) (hanzi.Span, bool) {
	m := role.FindStringSubmatchIndex(hanzi.Fold(r.Raw))
	if m == nil {
		return hanzi.Span{}, false
	}
	folded := string(hanzi.FoldRunes(s.Text[s.Span.Start:s.Span.End]))
	office := hanzi.Fold(r.Raw)[m[4]:m[5]]
	if strings.Count(folded, office) < 2 {
		return hanzi.Span{}, false
	}
	title := []rune(hanzi.Fold(r.Raw)[:m[5]])
	for n := 0; len(title)-n >= len([]rune(office))+shortestTitle; n++ {
		_, behind, found := strings.Cut(folded, string(title[n:]))
		if !found {
			continue
		}
		start := s.Span.End - len([]rune(behind))
		length := 0
		for _, w := range snapshot.Words(behind) {
			if w.Start != length || length == 0 && !strings.HasPrefix(w.Speech, "nr") && (w.End > 1 || !wording.IsThing(w)) || length > 0 && (w.End-w.Start > 1 || w.End > longestPersonName) {
				break
			}
			if length = w.End; length > 2 {
				break
			}
		}
		return hanzi.Span{Start: start, End: start + length}, length > 1
	}
	return hanzi.Span{}, false
}

const longestPersonName = 3
