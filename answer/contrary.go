package answer

import (
	"strings"

	"youju/answer/asking"
)

// levelled is what stands behind the level that the second of two phrases begins with,
// where the first ends in one: 绿色工厂 of 国家级 and 省级绿色工厂.
func levelled(first, other string) (thing string, ok bool) {
	ends, begins := asking.Levels.FindAllString(first, -1), asking.Levels.FindStringIndex(other)
	if len(ends) == 0 || !strings.HasSuffix(first, ends[len(ends)-1]) || begins == nil || begins[0] > 0 {
		return "", false
	}
	return other[begins[1]:], true
}
