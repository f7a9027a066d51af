package asking

import (
	"strings"
	"testing"

	"youju/hanzi"
)

func TestPartsOfAYearHaveOneName(t *testing.T) {
	for text, want := range map[string]string{
		"前七个月": "1-7月", "1-7月": "1-7月", "1至7月": "1-7月", "一至七月": "1-7月", "1月份到7月份": "1-7月", "上半年": "1-6月", "前6个月": "1-6月", "一季度": "1-3月", "7 月销量": "7月", "8 月 4 日": "", "前三季度": "1-9月",
		"7月份": "7月", "十二月": "12月", "8月16日": "", "截至7月底": "", "六月初": "", "2021年": "", "7月和8月": "7月 8月",
	} {
		if got := strings.Join(YearParts(hanzi.Fold(text)), " "); got != want {
			t.Errorf("%s names %q, want %q", text, got, want)
		}
	}
}
