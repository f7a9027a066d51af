package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// TestWhatOnlyLooksAlike: what is done by now is no outcome of a plan, what half a year is compared with no year, 全国重点 no
// country, 年发电量 is a mean, 至少 no fall, a day lies within days, a level is no change, one of a list no total, and 大马士革 in no 马来西亚.
func TestWhatOnlyLooksAlike(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"青山县经济运行情况", "青山县拟建公园40个，已建成12个。园区建有虚拟现实展馆30个，实际开放10个。", "上半年，青山县旅游总收入570亿元，比去年同期增长10%。",
			"青山县有国家级示范村5个，全国重点文物保护单位10处。", "青山水电站年发电量5亿千瓦时，日处理污水3万吨。", "青山大厦高至少300米，共有60层。",
			"青山县6月3日至7日举办桃花节，吸引游客5万人次。", "三个项目总投资20亿元，其中星火项目投资8亿元。",
			"青山一中有A座、C座两栋楼，A座高12层。青山一中将奖学金提高到1500元。", "甲乙两村分别种树3000棵和5000棵。"},
		[]string{"商贸城开业", "大马士革的气温达到40度，商贸城投资额达到3亿元。"},
	)
	for _, c := range []struct{ question, said string }{
		{"青山县拟建的公园是多少个", "40个"},
		{"青山县公园有多少个", "40个"},
		{"青山县公园建成了多少个", "12个"},
		{"园区有虚拟现实展馆多少个", "30个"},
		{"青山县去年同期旅游总收入多少", "约518.18亿元"},
		{"青山县去年旅游总收入多少", "570亿元 [1]"},
		{"青山县有多少处重点文物保护单位", "10处 [1]"},
		{"青山水电站平均每年发电多少千瓦时", "5亿千瓦时 [1]"},
		{"青山大厦高多少米", "至少300米"},
		{"6月5日青山县桃花节吸引多少游客", "5万人次 [1]"},
		{"6月9日青山县桃花节吸引多少游客", "文章没有6月9日"},
		{"星火项目投资占这三个项目总投资的多少", "40%"},
		{"青山一中C座有多少层", "文章没有C座"},
		{"青山一中奖学金提高了多少", "文章没有直接给出"},
		{"青山一中奖学金提高到多少", "1500元"},
		{"甲乙两村种树一共多少棵", "文章没有直接给出"},
		{"马来西亚的商贸城投资额多少", "文章没有说到马来西亚"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || !strings.HasPrefix(a.Text, c.said) {
			t.Errorf("%s: %q does not begin with %s, error %v", c.question, a.Text, c.said, err)
		}
	}
}
