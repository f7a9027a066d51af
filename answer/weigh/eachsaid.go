package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval/ledger"
)

// Joints stand between the figures of a list, or between the things that share them out.
var (
	listJoint = pattern.Compile(`^(、|和|与|及|以及|或)$`)
	listed    = pattern.Compile(`、|以及|[和与及]`)
)

// EachSaid are the figures of the list in which the candidate stands, all that the question asks for by 分别 of what
// it does not name: 等候十分钟、二十分钟和三十分钟; none where there is no such list.
func (c Candidate) EachSaid(r asking.Reading, entries []ledger.Entry) (list []ledger.Entry) {
	if r.Claim != nil || !strings.Contains(hanzi.Fold(r.Raw), "分别") {
		return nil
	}
	holds := false
	for _, e := range entries {
		if e.Start < c.Clause.Start || e.End > c.Clause.End || e.Kind != c.Figure.Kind || e.Unit != c.Figure.Unit && e.Unit != "" { // 8和16个
			continue
		}
		if n := len(list); n > 0 && !listJoint.MatchString(strings.TrimSpace(string(c.Sentence.Text[list[n-1].End:e.Start]))) {
			if holds {
				break
			}
			list = nil
		}
		list, holds = append(list, e), holds || e.Start == c.Figure.Start
	}
	if !holds || len(list) < 2 || !c.asksAll(r, list[0].Start) {
		return nil
	}
	return list
}

// sharerRunes is how much of the beginning of a thing's name, or of the end of the first one's, says it.
const sharerRunes = 2

// asksAll says that the question names all of the things that share out a list which begins at start, where its clause
// names them: 石塘县和柳溪县分别.
func (c Candidate) asksAll(r asking.Reading, start int) bool {
	named, _, shared := strings.Cut(hanzi.Fold(string(c.Sentence.Text[c.Clause.Start:start])), "分别")
	things := listed.Split(named, -1)
	if !shared || len(things) < 2 {
		return true
	}
	asked := hanzi.Fold(r.Raw)
	for i, thing := range things {
		runes := []rune(thing)
		n := min(sharerRunes, len(runes))
		said := strings.Contains(asked, string(runes[:n]))
		if !said && (i > 0 || !strings.Contains(asked, string(runes[len(runes)-n:]))) {
			return false
		}
	}
	return true
}
