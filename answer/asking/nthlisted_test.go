package asking

import "testing"

func TestTheNthOfAList(t *testing.T) {
	for _, c := range [][3]string{
		{"点降水量前三位的雨量站是：牟山水库165.5、益都150.0、白浪河水库125.5。 [1]", "第二个是多少", "益都多少"},
		{"上海电机学院、苏州大学机电工程学院、兰州大学 [1]", "第三个来了多少人", "兰州大学来了多少人"},
		{"云岭县有星火、长桥和富祥三个项目。", "第一个投资多少", "星火投资多少"},
		{"云岭县有星火、长桥。", "第三个投资多少", ""},
		{"云岭县有星火、长桥和富祥三个项目。", "第一个月投资多少", ""},
		{"2103家 [1]", "第二个是多少", ""},
	} {
		if got := ofListed(Question{Text: c[1], History: []Turn{{Answer: c[0]}}}); got != c[2] {
			t.Errorf("%s, %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
