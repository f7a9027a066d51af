package weigh

import "testing"

func TestContraries(t *testing.T) {
	for _, c := range []struct {
		asked, text string
		want        bool
	}{
		{"新增装机多少", "累计装机规模约", true},
		{"新增装机多少", "新增和累计装机分别为", false},
		{"进口多少", "出口总值", true},
		{"进出口多少", "出口总值", false},
		{"装机多少", "累计装机规模", false},
		{"古堡夜游的票价是多少", "古堡白天门票", true},
	} {
		if got := contrary(c.asked, c.text); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.asked, c.text, got, c.want)
		}
	}
}
