package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// comparedIf asks whether one thing is more than another: 通过率比目标高吗.
var comparedIf = pattern.Compile(`比([^,。?的]{2,8}?)[更还要]?(多|高|大|快|长|好|强|早|少|低|小|慢|短|晚)(吗|么|不|没)`)

// ComparedUnsaid is what a question asks to be compared with where the sentence that
// would answer says nothing of it; "" for none.
func ComparedUnsaid(snapshot *retrieval.Snapshot, r asking.Reading, best Sentence) string {
	m := comparedIf.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil || OnlyPeriod(m[1]) {
		return ""
	}
	said := wording.LongForm(hanzi.Fold(best.Source.Text + best.Source.Article.Title))
	for _, w := range snapshot.Words(wording.LongForm(m[1])) {
		if wording.IsThing(w) && w.End-w.Start > 1 && !strings.Contains(said, w.Text) {
			return m[1]
		}
	}
	return ""
}

// OnlyPeriod says that a folded phrase only names another time: a question that compares with it asks
// for a printed change.
func OnlyPeriod(phrase string) bool { return onlyPeriod.MatchString(phrase) }

var onlyPeriod = pattern.Compile(`^[起之]?((去年|上年|前年|往年|\d{4}年?)?(的|同期|上半年|下半年|前三季度|[一二三四]季度|\d{1,2}月份?)*|上月|上个月|上季度?|上周末?|上次|上期|上届|昨[天日]|前[一1][天日]|前一年|上一年|此前|之前|以前)$`)
