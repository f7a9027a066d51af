package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// converse asks questions one after the other, each with what its answer must say.
func converse(t *testing.T, answerer *Answerer, questions [][2]string) {
	t.Helper()
	var history []asking.Turn
	for _, q := range questions {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: q[0], History: history})
		if missing := saysAll(a.Text, q[1]); err != nil || missing != "" || a.Refused {
			t.Errorf("%s: %q does not say %s, error %v", q[0], a.Text, missing, err)
		}
		history = append(history, asking.Turn{Question: q[0], Answer: a.Text})
	}
}

// TestLastSeveral sets the figures of three questions and more against each other, and those of contraries.
func TestLastSeveral(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"白河县重点项目", "云岭封装项目总投资7.62亿元，4月竣工。富祥机床项目总投资2亿元，5月投产。杉杉材料项目总投资5亿元，6月投产。全县计划开工项目173个，实际开工188个。"},
		[]string{"白河县居民收入", "2022年，白河县城镇居民人均可支配收入34930元，农村居民人均纯收入13255元。"},
		[]string{"福山区降水", "据气象台，芝罘区降水量18.3毫米，福山区降水量31.5毫米。"},
	)
	for _, questions := range [][][2]string{
		{{"云岭封装项目投资多少", "7.62亿元"}, {"富祥呢", "2亿元"}, {"杉杉呢", "5亿元"}, {"三个一共多少", "14.62亿元：7.62亿元| + 2亿元| + 5亿元"}, {"哪个最多", "云岭封装项目投资。"}, {"差多少", "3亿元：5亿元| − 2亿元"}},
		{{"2022年白河县城镇居民人均收入多少", "34930元"}, {"农村呢", "13255元"}, {"差多少", "21675元"}},
		{{"白河县计划开工多少个项目", "173个"}, {"实际呢", "188个"}, {"差多少", "15个：188个| − 173个"}},
		{{"芝罘区降水多少", "18.3毫米"}, {"那福山区呢", "31.5毫米"}},
	} {
		converse(t, answerer, questions)
	}
}

// TestFollowUpsOfPartsAndPeople asks for a part, its share, all there are, who did not, what both differ by, and of whom the last
// answer named.
func TestFollowUpsOfPartsAndPeople(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"青禾高新区的人才", "青禾高新区2020年引进的人才项目有160个，当中属于院士成果转化项目的有8个；“工匠奖”由云岭机床有限公司董事长何远获得。"},
		[]string{"青禾高新区的企业", "2020年，青禾高新区培育的科技型中小企业增至1800家，占青禾市36%，在东原省所占比重为12%。",
			"青禾高新区推荐80家企业申报高企，其中70家进入公示名单。通过认定的，给予扶持资金15万元；未通过认定的，给予补贴2万元。科工局和税务局这两家单位上门辅导。"},
		[]string{"青禾高新区的党建", "青禾高新区抽调48名机关干部，编成党建指导员队伍10支，设立30个联系点。"},
		[]string{"白石大桥通车", "2021年5月1日，白石大桥正式通车。白石大桥全长12公里，主塔高80米。"},
		[]string{"青禾高新区的投资", "2020年，青禾高新区实际利用外资达150000万美元，同比增幅为21%；固定资产投资达830亿元，同比增幅为9.5%。"},
	)
	for _, questions := range [][][2]string{
		{{"青禾高新区引进了多少人才项目", "160个"}, {"其中院士的有几个", "8个"}, {"占多少", "5%：8个| ÷ 160个"}},
		{{"青禾高新区有多少家科技型中小企业", "1800家"}, {"占全省多少", "12%"}, {"全省一共多少", "15000家：1800家| ÷ 12%"}},
		{{"青禾高新区推荐了多少家企业", "80家"}, {"进名单的有几家", "70家"}},
		{{"青禾高新区抽调了多少名机关干部", "48名"}, {"编成了几支队伍", "10支"}, {"平均每支多少人", "4.8人：48名| ÷ 10支"}},
		{{"青禾高新区外资增速多少", "21%"}, {"固投呢", "9.5%"}, {"哪个快", "青禾高新区外资增速"}, {"快多少", "11.5个百分点：21%| − 9.5%"}},
		{{"青禾高新区通过认定的补贴多少", "15万元"}},
		{{"白石大桥什么时候通车的", "2021年5月1日"}, {"长多少公里", "12公里"}, {"主塔高多少米", "80米"}, {"高多少米", "80米"}},
		{{"青禾高新区没通过认定的给多少钱", "2万元"}, {"通过的呢", "15万元"}, {"差多少", "13万元：15万元| − 2万元"}},
	} {
		converse(t, answerer, questions)
	}
	a, err := answerer.Answer(context.Background(), asking.Question{Text: "他是哪家公司的", History: []asking.Turn{{Question: "谁拿了工匠奖", Answer: "何远 [1]\n“工匠奖”由何远获得"}}})
	if err != nil || a.Refused || !strings.Contains(a.Text, "云岭机床有限公司") {
		t.Errorf("%q, error %v", a.Text, err)
	}
}
