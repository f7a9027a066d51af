package derive

import (
	"strings"

	"youju/answer/asking"
)

// couples are words for two that are set against each other: 收支 for 收入 and 支出.
var couples = [][3]string{{"收支", "收入", "支出"}, {"男女", "男", "女"}, {"城乡", "城镇", "农村"}, {"进出口", "进口", "出口"}}

// uncoupled are the two phrases of one that names both in a word: 财政收入 and 财政支出 of 财政收支.
func uncoupled(phrase string) (first, other string, ok bool) {
	for _, c := range couples {
		if strings.Count(phrase, c[0]) == 1 {
			return strings.Replace(phrase, c[0], c[1], 1), strings.Replace(phrase, c[0], c[2], 1), true
		}
	}
	return "", "", false
}

// contraryOf is the first phrase with its contrary, where the other says that alone: 全县女职工 of 全县男职工
// and 女, or 女职工.
func contraryOf(first, other string) string {
	own, against := asking.ContraryBetween(first, other)
	if own == "" {
		return other
	}
	if rest := strings.Trim(strings.Replace(other, against, "", 1), "性生的"); rest == "" {
		return strings.Replace(first, own, against, 1)
	}
	return other
}
