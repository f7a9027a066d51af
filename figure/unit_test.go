package figure_test

import (
	"testing"

	"youju/figure"
)

func TestUnit(t *testing.T) {
	for word, want := range map[string]string{
		"家企业": "家", "企业": "家", "万美元": "美元", "亿千瓦时": "千瓦时", "美元": "美元", "km": "公里", "千克": "公斤", "个百分点": "个百分点", "个": "个",
		"元/平方米": "元/平方米", "学生": "学生", "成员": "", "铜粉": "", "金矿石": "", "铜": "铜", "": "", "人口": "人", "ＫＭ": "公里",
	} {
		if got, ok := figure.Unit(word); got != want || ok != (want != "") {
			t.Errorf("Unit(%q) = %q, %v; want %q", word, got, ok, want)
		}
	}
}
