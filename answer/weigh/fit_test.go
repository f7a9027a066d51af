package weigh

import (
	"testing"

	"youju/answer/asking"
	"youju/answer/scales"
	"youju/figure"
)

func TestSpeeds(t *testing.T) {
	for _, c := range []struct {
		question, text string
		fit            float64
	}{
		{"台风的移动速度是多少", "每小时10公里", 0.9}, {"最高车速是多少", "196 km/h", 1}, {"风速多少", "52米/秒", 1}, {"最高车速是多少", "16级", 0.1}, {"全长多少", "196 km/h", 0.3}, {"抢了多少个篮板", "21分", 0.2},
		{"应急响应提升至几级", "Ⅲ级", 1}, {"7月销量是多少", "三个月", scales.PoorFit}, {"保质期是多少", "三个月", 0.3}, {"穿几号球衣", "10号", 1},
	} {
		for _, e := range figure.Find(c.text) {
			if got := fit(asking.Read(asking.Question{Text: c.question}), e, nil); got != c.fit {
				t.Errorf("%s: %s fits %v, want %v", c.question, e.Text, got, c.fit)
			}
		}
	}
}
