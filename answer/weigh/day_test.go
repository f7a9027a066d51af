package weigh

import (
	"testing"

	"youju/figure"
)

func TestADayIsToldFromThatOfItsArticle(t *testing.T) {
	for _, c := range []struct {
		date, text string
		day        figure.When
		told       bool
	}{
		{"2023-06-15", "发动机昨天完成试车", figure.When{Month: 6, Day: 14}, true},
		{"2023-07-01", "发动机昨日完成试车", figure.When{Month: 6, Day: 30}, true},
		{"2023-06-15", "发动机明晚试车", figure.When{Month: 6, Day: 16}, true},
		{"2023-06-15", "发动机昨天完成试车", figure.When{Month: 6, Day: 13}, false},
		{"2023-06-15", "发动机昨天完成试车", figure.When{Year: 2022, Month: 6, Day: 14}, false},
		{"2023-06-15", "发动机完成试车", figure.When{Month: 6, Day: 14}, false},
		{"", "发动机昨天完成试车", figure.When{Month: 6, Day: 14}, false},
	} {
		if got := toldFromDate(c.date, c.text, c.day); got != c.told {
			t.Errorf("%s, %s tells %v: %v", c.date, c.text, c.day, got)
		}
	}
}

func TestAFigureThatOnlySaysHowBigSomethingIs(t *testing.T) {
	for behind, sized := range map[string]bool{"规模的基金": true, "市值的公司": true, "的规模": false, "基金的规模": false, "，规模扩大": false} {
		if got := sizedBehind.MatchString(behind); got != sized {
			t.Errorf("%s: %v", behind, got)
		}
	}
}
