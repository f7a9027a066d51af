package index_test

import (
	"testing"

	"youju/retrieval/index"
)

func TestRomanized(t *testing.T) {
	passages := []index.Passage{
		{ID: "a", Text: "郑州高新区的科技型中小企业升至2103家，重庆、西安也有。"},
		{ID: "b", Text: "景德镇高新区协调解决问题，周成虎院士到会。"},
		{ID: "c", Text: "周成来了。成虎也来了。王建国、话机、正逐步改变，李明。"},
	}
	x := build(t, passages, vectorsOf(passages))
	for _, c := range []struct {
		latin   string
		capital bool
		want    string
	}{
		{"zhengzhou", false, "郑州"}, {"jingdezhen", false, "景德镇"}, {"chongqing", false, "重庆"}, {"xian", false, "西安"},
		{"zhouchenghu", true, "周成虎"}, {"zhouchenghu", false, ""},
		{"wenti", false, ""}, {"wenti", true, "问题"}, // a word, no name
		{"zengzou", true, ""}, // only sounds like one
		{"wangjianguo", true, "王建国"}, {"jianguo", true, "建国"}, {"zhengzhu", true, ""}, {"zhoucheng", true, ""}, {"bugaibian", true, ""}, {"changjing", true, ""},
		{"huawei", true, ""}, {"london", true, ""}, {"zh", true, ""}, {"", true, ""}, {"zhengzhouzhengzhou", true, ""},
	} {
		if got := x.Romanized(c.latin, c.capital); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.latin, c.capital, got, c.want)
		}
	}
}
