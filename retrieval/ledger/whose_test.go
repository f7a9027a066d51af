package ledger_test

import "testing"

// What the sixth to the eleventh sample and unlabelled news taught.
func TestWhatStandsBehind(t *testing.T) {
	check(t, []ruleCase{
		{"how high a thing is", "江宁开发区有城门。城门高5.33米，宽3.5米，厚7.41米。", []string{"5.33米|城门|高||", "3.5米|城门|宽||", "7.41米|城门|厚||"}},
		{"a rank rests on what was measured", "全国人工林保存面积13.14亿亩，居全球第一。", []string{"13.14亿亩|全国|人工林保存面积||", "第一|全国|人工林保存面积||"}},
		{"whom something is done for is not who does it", "我国为全球贡献约1/4的新增绿化面积。", []string{"1/4|我国|新增绿化面积||"}},
		{"of two markets each is named", "沪深两市分别成交6160亿元和5407亿元。", []string{"两市|沪深|市||", "6160亿元|沪市|成交||", "5407亿元|深市|成交||"}},
		{"groups of what was counted", "9个重点项目总投资约137亿元，其中创新经济领域6个，数字经济领域2个。",
			[]string{"9个||重点项目||", "137亿元|重点项目|重点项目总投资||", "6个|创新经济领域|重点项目||", "2个|数字经济领域|重点项目||"}},
		{"a row of teams", "江宁开发区队伍22支，分指挥部队伍15支。", []string{"22支|江宁开发区|队伍||", "15支|指挥部|队伍||"}},
		{"what a rise is compared with", "猪肉均价达到22.74元，较7月最低价18.78元上涨超20%。", []string{"22.74元||猪肉均价||", "18.78元||最低价||", "20%||猪肉均价||up"}},
		{"the paragraphs of a law", "处罚依据是《江宁土地法》第七十七条第一款、第三项。", []string{"第七十七条|《江宁土地法》|||", "第一款|《江宁土地法》|||", "第三项|《江宁土地法》|||"}},
		{"who is warned is fined too", "规划局对牛晓飞处以警告，并处罚款15万元。", []string{"15万元|牛晓飞|罚款||"}},
		{"a share that rises by points", "江宁开发区高技术制造业占规上工业的比重为13.1%，提高0.3个百分点。", []string{"13.1%|江宁开发区|高技术制造业占规上工业的比重||", "0.3个百分点|江宁开发区|高技术制造业占规上工业的比重||up"}},
		{"a banner and a county that no dictionary knows", "察右中旗和突泉县捐赠33万元。", []string{"33万元|察右中旗和突泉县|捐赠||"}},
		{"a height that was reached", "江宁开发区盘中创出3619.49点的历史新高。", []string{"3619.49点|江宁开发区|历史新高||"}},
		{"where it is done is not who does it", "江宁开发区已在全国394个小区落地。", []string{"394个|江宁开发区|小区落地||"}},
		{"what is at a side of a place", "在江宁车站西侧，有三排座椅。", []string{"三排|江宁车站西侧|座椅||"}},
		{"who takes part", "此次赛马活动裁判共42名。", []string{"42名|此次赛马活动|裁判||"}},
		{"a company of plain words", "西方石油公司股价下跌2.7%，该公司产量上调1.3%。", []string{"2.7%|西方石油公司|股价||down", "1.3%|西方石油公司|产量||up"}},
		{"the project named last", "江宁机场项目开工。项目总投资5亿元。", []string{"5亿元|江宁机场项目|总投资||"}},
		{"no 每 owns anything", "江宁开发区停电。每隔三天补水一次。", []string{"三天|江宁开发区|补水一次||"}},
	})
}
