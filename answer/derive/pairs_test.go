package derive

import "testing"

func TestWhatBothHaveIsSaidOnce(t *testing.T) {
	for _, c := range [][4]string{
		{"上海", "北京2021年的gdp", "北京", "2021年gdp"},
		{"2021年上海", "北京2021年的gdp", "北京2021年", "gdp"},
		{"上海的gdp", "北京的gdp", "北京的gdp", ""},
		{"动工", "投产", "投产", ""},
	} {
		if other, tail := endOfBoth(c[0], c[1]); other != c[2] || tail != c[3] {
			t.Errorf("of %s and %s: %q and %q for both, want %q and %q", c[0], c[1], other, tail, c[2], c[3])
		}
	}
}

func TestTheSecondIsSaidAsTheFirst(t *testing.T) {
	for _, c := range [][3]string{
		{"白塔2030年到发量", "2020年", "白塔2020年到发量"},
		{"铁路远期货运量", "近期", "铁路近期货运量"},
		{"广州的出口", "进口", "广州的进口"},
		{"富源的投资", "飞云", "飞云"},
		{"2020年和2030年", "2010年", "2010年"},
	} {
		if got := likeFirst(c[0], c[1]); got != c[2] {
			t.Errorf("%s, %s: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
