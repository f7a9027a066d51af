package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// TestWhatIsOfAnotherIsNoAnswer: each article says nearly what is asked, of another
// number, year, whole, thing or person.
func TestWhatIsOfAnotherIsNoAnswer(t *testing.T) {
	answertest.Long(t)
	answerer := withoutReader(t,
		[]string{"云台电力", "截至六月底，云台光伏发电累计装机规模约4.7亿千瓦。上半年，云台光伏新增发电装机规模7842万千瓦。"},
		[]string{"云台就业", "到2030年，云台半导体行业的工作岗位将从约34万个增加到约46万个，增幅近12万个。"},
		[]string{"云台收购", "云台软件计划以每股95美元的价格全现金收购白塔游戏。"},
		[]string{"云台外贸", "2021年云台外贸进出口规模为24.08万亿元。"},
		[]string{"青禾电视节", "2021年6月10日，第27届青禾玉兰奖颁奖礼在青禾大剧院举行，第27届青禾玉兰奖评委会主席是张建国。"},
		[]string{"青禾足球赛", "2018年青禾足球赛的吉祥物叫做扎比，以平原狼为原型。"},
		[]string{"青禾项目", "青禾高新区引进项目86个，飞云视觉就是其中之一，这些项目总投资超1200亿元。海洋雷达等一批项目先后落户，富源医药扩产项目投资69.7亿元。"},
		[]string{"红岭项目", "红岭高新区引进项目154个，这些项目总投资超3500亿元；还有60个项目投产，如蓝鲸光学。"},
		[]string{"青禾创新", "2021年，青禾高新区引进人才项目170个；“云台杰出人才奖”由红岭医药公司董事长陈立获得；李明院士团队则拿到青禾头雁资助1.5亿元。"},
		[]string{"青禾党建", "青禾高新区组织干部帮扶企业，设立50个联系点。"},
		[]string{"青禾晚会", "作为青禾晚会的总导演，这一次的压力很大。"},
		[]string{"青禾救援队", "自2001年青禾救援队成立以来，青禾救援队多次开展救援。6月25日，青禾救援队赶赴尼泊尔开展救援。"},
		[]string{"云台问卷", "云台员工花在开会上的时间占43%。全国范围内，花在开会上的时间占比为32%。"},
		[]string{"青禾海鱼", "体棕红色，各鳞片有1至2个暗色短斑纹，这是圆口海鱼的特点。"},
		[]string{"青禾补助", "青禾高新区的企业首次申报未通过的，给予补贴1万元。青禾高新区入库企业研发投入增长的部分按5%给予支持，单个企业补助最高100万元。"},
		[]string{"青禾东站", "青禾东站28日清晨发生爆炸，造成79人受伤。青禾东站站长李岩两天前与青禾消防队会面。"},
		[]string{"知学城", "2020年，知学城的固定资产投资达583亿元。"},
	)
	for _, c := range []struct {
		question, figure string
		refused          bool
	}{
		{"云台光伏新增装机规模为多少万千瓦", "7842万千瓦", false},
		{"云台光伏累计装机规模是多少", "4.7亿千瓦", false},
		{"到2030年云台半导体行业新增多少个工作岗位", "12万个", false},
		{"到2030年云台半导体行业的工作岗位有多少个", "46万个", false},
		{"云台2021年外贸进出口规模是多少美元", "24.08万亿元", true},
		{"云台2021年外贸进出口规模是多少", "24.08万亿元", false},
		{"第28届青禾玉兰奖颁奖礼什么时候举行", "2021年6月10日", true},
		{"第27届青禾玉兰奖颁奖礼什么时候举行", "2021年6月10日", false},
		{"第28届青禾玉兰奖评委会主席是谁", "", true},
		{"第27届青禾玉兰奖评委会主席是谁", "", false},
		{"2022年青禾足球赛的吉祥物叫什么", "", true},
		{"2018年青禾足球赛的吉祥物叫什么", "", false},
		{"青禾高新区飞云视觉投资多少钱", "1200亿元", true},
		{"青禾引进的这些项目总投资多少钱", "1200亿元", false},
		{"蓝鲸光学投了多少钱", "", true},
		{"云台杰出人才奖给多少钱", "", true},
		{"李明院士团队拿到多少钱", "1.5亿元", false},
		{"青禾高新区海洋雷达项目投资多少", "69.7亿元", true},
		{"富源医药扩产项目投资多少", "69.7亿元", false},
		{"青禾高新区有多少个干部", "50个", true},
		{"青禾高新区设立了多少个联系点", "50个", false},
		{"青禾晚会的总导演是谁", "", true},
		{"青禾救援队什么时候赶赴尼泊尔开展救援", "6月25日", false},
		{"全国员工花在开会上的时间占比是多少", "32%", false},
		{"疣鹦嘴鱼的鳞片有几个短斑纹", "", true},
		{"圆口海鱼的鳞片有几个短斑纹", "1至2个", false},
		{"青禾高新区入库企业最高能补多少", "100万元", false},
		{"知学城砸了多少钱", "583亿元", false},
		{"青禾东站9日的爆炸造成多少人受伤", "79人", true},
		{"青禾东站28日的爆炸造成多少人受伤", "79人", false},
		{"青禾东站爆炸造成多少人受伤", "79人", false},
		{"青禾东站站长9日与谁会面", "", false}, // two days ago may be then
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Refused != c.refused || c.figure != "" && (len(a.Figures) == 0 || a.Figures[0].Text != c.figure) {
			t.Errorf("%s got %q, refused %v; want %s, refused %v", c.question, a.Text, a.Refused, c.figure, c.refused)
		}
	}
}

// TestOfEachIsNotOfAll: a price of one share is no total.
func TestOfEachIsNotOfAll(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"云台软件", "云台软件以每股95美元收购白塔游戏，收购白塔游戏共花费687亿美元。"})
	for question, figure := range map[string]string{"云台软件收购白塔游戏花了多少美元": "687亿美元", "云台软件收购白塔游戏每股多少美元": "95美元"} {
		a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: question})
		if err != nil || len(a.Figures) == 0 || a.Figures[0].Text != figure {
			t.Errorf("%s got %q, error %v; want %s", question, a.Text, err, figure)
		}
	}
}
