package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
)

// listedAs is a count of those that were put on a list or given a title: 列入“独角兽”培育企业的有4家. The
// second group is what of it names the list.
var (
	listedAs = pattern.Compile(`(列入|入选|入围|纳入|跻身|获评|认定为|评为)([^,。;]{2,24})的(企业|单位|机构|项目)?(有|达|为|共)?$`)
	listName = pattern.Compile(`["“‘]([^"”’]{2,})["”’]`)
	ofAny    = pattern.Compile(`企业|单位|机构|项目|名单|目录`)
)

// ofOtherList says that a figure counts those on a list of which the question says nothing: how many
// are 潜在独角兽 is not how many 高新技术企业 there are.
func ofOtherList(r asking.Reading, c Candidate) bool {
	if r.Asks != asking.Quantity || r.Claim != nil {
		return false
	}
	m := listedAs.FindStringSubmatch(c.before())
	if m == nil {
		return false
	}
	name := m[2]
	if quoted := listName.FindStringSubmatch(name); quoted != nil {
		name = quoted[1]
	}
	name = ofAny.ReplaceAllString(wording.LongForm(name), "")
	asked, held := wording.LongForm(hanzi.Fold(r.Raw)), 0
	for _, c := range name {
		if strings.ContainsRune(asked, c) {
			held++
		}
	}
	return len([]rune(name)) > 1 && 2*held < len([]rune(name)) // with a slip in it, half of its characters are there
}
