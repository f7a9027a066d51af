package weigh

import (
	"testing"

	"youju/figure"
)

func TestTheSameFigureInOtherWriting(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1比4负于对手", "以4-1战胜", true}, {"1.2万人", "12000名", true}, {"1.2万人", "1.3万人", false}, {"1比4负于对手", "以4-2战胜", false}, {"5%", "5亿元", false}, {"8月5日", "8月5日", false},
	} {
		if got := same(figure.Find(c.a)[0], figure.Find(c.b)[0]); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
