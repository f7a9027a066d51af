package ledger_test

import "testing"

// How news say whose a figure is: each rule with texts that were made up for it.
func TestNews(t *testing.T) {
	check(t, []ruleCase{
		{"what an announcer does himself is his", "南京华光有限公司宣布以54亿美元收购一家工厂。", []string{"54亿美元|南京华光有限公司|收购一家工厂||"}},
		{"a dispatch owns nothing", "新华社南京8月14日电，江宁开发区引进项目154个。", []string{"154个|江宁开发区|项目||"}},
		{"nor who reports what others own", "江宁开发区加快建设。财报显示，营收5亿元。", []string{"5亿元|江宁开发区|营收||"}},
		{"nor what happens meanwhile", "江宁开发区发生冲突。当警员朝人群开枪时，汽车爆炸，造成7人受伤。", []string{"7人|江宁开发区|受伤||"}},
		{"a punishment is his whom it is done to", "张某持刀伤人。南京市公安局对其处以行政拘留10日的处罚。", []string{"10日|张某|拘留||"}},
		{"and who is sentenced", "法院判处被告人张某有期徒刑三年，并处罚金5万元。", []string{"三年|被告人张某|有期徒刑||", "5万元|被告人张某|罚金||"}},
		{"those counted right before", "全年建筑企业9214个，实现利润总额550.9亿元。", []string{"9214个||建筑企业|全年|", "550.9亿元|建筑企业|利润总额|全年|"}},
		{"what was summed up before", "沪深两市收涨。两市近50只个股涨停。", []string{"两市|沪深|市||", "两市|沪深|市||", "50只|沪深两市|个股||"}},
		{"a place by each character", "中美两国签署协议。", []string{"两国|中美|国||"}},
		{"a foreign place that no dictionary has", "昆都士省警察局发言人说，一辆汽车爆炸，造成7人死亡。", []string{"7人|昆都士省|死亡||"}},
		{"a company before the code of its shares", "安杰思(688581.SH)今日股价下跌。截至收盘，安杰思报104.00元，跌幅3.06%。",
			[]string{"688581.SH||||", "104.00元|安杰思|||", "3.06%|安杰思|跌幅||down"}},
		{"the day behind what is counted", "约700名群众25日参加游行。", []string{"700名||群众|25日|"}},
		{"an incident and what is told of it", "11日，南京市发生一起事故，2人受伤。随后另有3人受伤。", []string{"2人|南京市|受伤|11日|", "3人|南京市|受伤|11日|"}},
		{"two counts side by side", "南京市记录到鸟类55种41574只。", []string{"55种|南京市|鸟类||", "41574只|南京市|鸟类||"}},
		{"what is counted is said once", "江宁开发区建成118个平台，其中上海市13个，江苏省64个。", []string{"118个|江宁开发区|平台||", "13个|上海市|平台||", "64个|江苏省|平台||"}},
		{"what it is compared with is no subject", "沪指收报3298.36点，较前一交易日上涨2.9点。", []string{"3298.36点|沪指|收报||", "2.9点|沪指|收报||up"}},
		{"victims of what was spoken of", "江宁开发区发生火灾。那次火灾造成7人受伤。", []string{"7人|那次火灾|受伤||"}},
		{"a company's registered name", "江苏中之栋建设有限公司被罚款2万元。", []string{"2万元|江苏中之栋建设有限公司|罚款||"}},
		{"a district in single characters", "渝中区实现零售总额1360亿元。", []string{"1360亿元|渝中区|零售总额||"}},
		{"counted things own no count", "江宁开发区加快建设。其中农村小学184所。", []string{"184所|江宁开发区|农村小学||"}},
		{"a metric without what it is compared with", "南京华光有限公司净利润同比增长达到19%。", []string{"19%|南京华光有限公司|净利润||同比 up"}},
		{"at most is no rise", "袭击最多可能已造成7人丧生。", []string{"7人|袭击|丧生||"}},
	})
}
