package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

var (
	// nthOfAnswer asks something of one that the last answer lists, by its number: 第二个是多少.
	nthOfAnswer = pattern.Compile(`^(?:那么?)?(第(?:[一二三四五六七八九十]|\d{1,2})[个家项位名座所])(?:的|是)?((?:[^月季星小工五].*)?(?:多少|几|什么|谁|哪|怎).*)$`)
	beforeList  = pattern.Compile(`^.*(:|是|为|有|包括|分别)`)
	listMarkers = pattern.Compile(`\[\d+\]`)
	listJoint   = pattern.Compile(`、|和|以及|及`)
)

// longestListed is how many runes what a list names may have.
const longestListed = 20

// ofListed is a follow-up asked of the one of the last answer's list that it names by its number; "" where it names none,
// or nothing is listed.
func ofListed(q Question) string {
	m := nthOfAnswer.FindStringSubmatch(hanzi.Fold(strings.TrimSpace(q.Text)))
	if m == nil || len(q.History) == 0 {
		return ""
	}
	number := figure.Find(m[1])
	var items []string
	for i := len(q.History) - 1; i >= 0 && len(items) < 2 && len(q.History)-i <= mostLeanOn; i-- { // 第二个呢 after 第一个多少
		items = listedIn(q.History[i].Answer)
	}
	if len(number) == 0 || !number[0].Value.IsInteger() {
		return ""
	}
	n := int(number[0].Value.IntPart())
	if n < 1 || n > len(items) {
		return ""
	}
	item := []rune(items[n-1])
	return string(item) + strings.TrimPrefix(m[2], string(item[max(0, len(item)-2):])) // 第二个工程 of 项目提升工程
}

// listedIn are the names that an answer lists, in their order and without figures of theirs.
func listedIn(answer string) (items []string) {
	list := ""
	answer = strings.ReplaceAll(answer, "”“", "”、“")
	for _, clause := range strings.FieldsFunc(listMarkers.ReplaceAllString(hanzi.Fold(answer), ""), func(r rune) bool { return strings.ContainsRune("。;\n,", r) }) {
		if strings.Count(clause, "、") > strings.Count(list, "、") {
			list = clause
		}
	}
	for i, item := range listJoint.Split(list, -1) {
		if i == 0 {
			item = beforeList.ReplaceAllString(item, "")
		}
		if found := figure.Find(item); len(found) > 0 && found[0].Start > 0 {
			item = string([]rune(item)[:found[0].Start])
		}
		item = strings.Trim(item, " “”\"")
		if n := len([]rune(item)); n < 2 || n > longestListed {
			return nil
		}
		items = append(items, item)
	}
	return items
}
