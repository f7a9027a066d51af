package eval

import "testing"

func TestValuesOfTexts(t *testing.T) {
	for _, c := range []struct {
		text, value string
		right       bool
	}{
		{"20世纪", "1900", true}, {"20世紀", "1800", false}, {"公元前5世纪", "-500", true}, {"公元前5世纪", "5", false},
		{"120家", "120", true}, {"120家", "1200", false}, {"1亿2千万", "120000000", true},
		{"30-45万元", "300000", true}, {"30-45万元", "450000", true}, {"30-45万元", "30000", false}, {"3.5至8千米", "3500", true}, {"30万-1亿元", "300000", true},
		{"4-9世纪", "300", true}, {"4-9世纪", "800", false}, {"1005百帕", "1005", true}, {"2004.10.27", "2004", true}, {"1005百帕", "100500", false}, {"２０餘萬元", "200000", true},
		{"2岁半", "2.5", true}, {"3个半小时", "3.5", true}, {"2岁半", "2", false},
	} {
		if got := valueOf(c.text, c.value); got != c.right {
			t.Errorf("valueOf(%q, %q) = %v", c.text, c.value, got)
		}
	}
}
