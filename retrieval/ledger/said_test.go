package ledger_test

import "testing"

// What was said before decides whose a figure is, or what it measures.
func TestWhatWasSaid(t *testing.T) {
	check(t, []ruleCase{
		{"a subject without a name goes on in its sentence", "新车推出6款车型，售价13万元。", []string{"6款|新车|车型||", "13万元|新车|售价||"}},
		{"but not one of a clause that gives the reason", "江宁开发区加快建设。由于人才培养不足，将面临6万人的人才缺口。", []string{"6万人|江宁开发区|人才缺口||"}},
		{"speech goes on behind its clause", "“南京空间站已完成建设，设有12个实验柜。”", []string{"12个|南京空间站|实验柜||"}},
		{"公司 is whose report is spoken of", "华光股份年报显示，公司主营收入15亿元，同比上升1.2%。",
			[]string{"15亿元|华光股份|主营收入||", "1.2%|华光股份|主营收入||同比 up"}},
		{"其中 goes on with what is counted", "调查共记录到水鸟109种。其中上海市记录到65种，江苏省记录到82种。",
			[]string{"109种|调查|水鸟||", "65种|上海市|水鸟||", "82种|江苏省|水鸟||"}},
		{"a change goes on about the last", "江宁开发区营收同比下降8%，环比下降15%，远低于900亿元。",
			[]string{"8%|江宁开发区|营收||同比 down", "15%|江宁开发区|营收||环比 down", "900亿元|江宁开发区|营收||"}},
		{"what was foreseen", "美国就业人数增加32万人，预期增加19万人。", []string{"32万人|美国|就业人数||up", "19万人|美国|就业人数||up"}},
		{"who resolves to do it", "江宁开发区发布公告称，将新建12个平台。", []string{"12个|江宁开发区|平台||"}},
		{"two of a list", "张伟、李强是夫妻，二人合计控制公司92%的股份。", []string{"二人|张伟、李强|控制公司||", "92%|张伟、李强|控制公司股份||"}},
		{"two countries by a character each", "中俄媒体合作不断深化，两国媒体应加强交流。", []string{"两国|中俄|国||"}},
		{"the title in full", "《反极端主义公约》今日生效，公约共35条。", []string{"35条|《反极端主义公约》|条|今日|"}},
		{"where a sentence happens", "在南京，暴雨影响较大，有20名群众被困。", []string{"20名|南京|群众||"}},
		{"a place goes on, an office does not", "保定市消防救援站接到报警。消防员迅速赶到现场展开救援。经过紧张处置，现场有4名群众受到表扬。", []string{"4名||群众||"}},
	})
}

func TestWhatStandsAroundAFigure(t *testing.T) {
	check(t, []ruleCase{
		{"what moves what", "净出口拉动经济增长0.5个百分点。", []string{"0.5个百分点|净出口|拉动经济增长||up"}},
		{"a move says what moves", "美联储去年加息25个基点。", []string{"25个基点|美联储|加息|去年|up"}},
		{"what is held of a company", "张伟持有华光公司5%的股份。", []string{"5%|张伟|持有华光公司股份||"}},
		{"from one rate to another", "江宁开发区贷款利率将从目前的3.75%上调至4%。", []string{"3.75%|江宁开发区|贷款利率|目前|", "4%|江宁开发区|贷款利率||"}},
		{"a measure of the price before its verb", "宝马今日股价收报86.75元。", []string{"86.75元|宝马|股价|今日|"}},
		{"ages", "31岁的女子吴某带着两个小孩前往公园。", []string{"31岁|女子吴某|||", "两个|女子吴某|小孩||"}},
		{"how high a thing is", "不时卷起5米高的浪花。", []string{"5米|浪花|高||"}},
		{"how far away", "江宁开发区距南京南站3公里。", []string{"3公里|江宁开发区|距南京南站||"}},
		{"figures side by side", "江宁开发区组建了28支995人的抢险队伍。", []string{"28支|江宁开发区|抢险队伍||", "995人|江宁开发区|抢险队伍||"}},
		{"what most of them are", "警方逮捕了65人，其中30人为未成年人。", []string{"65人|警方|逮捕||", "30人|警方|未成年人||"}},
		{"nouns that measure of a verb and 量", "江宁开发区投诉量居全国第二。", []string{"第二|江宁开发区|投诉量||"}},
		{"a quarter is a time", "江宁开发区第二季度实现营收5亿元。", []string{"第二季度||||", "5亿元|江宁开发区|营收|第二季度|"}},
		{"a worldwide measure of a company", "宝马位列第一，全球销量221万辆。", []string{"第一|宝马|||", "221万辆|宝马|全球销量||"}},
		{"a stretch of time", "江宁开发区近3个月上涨2.64%。", []string{"3个月|江宁开发区|上涨||", "2.64%|江宁开发区||近3个月|up"}},
	})
}

// Names are found as the passage itself writes them.
func TestNamesAsThePassageWritesThem(t *testing.T) {
	check(t, []ruleCase{
		{"what always stands behind", "温盖特在边境工作。温盖特说，现场混乱。温盖特遇见10名移民。", []string{"10名|温盖特|移民||"}},
		{"words of Latin names", "Model S售价为78490美元。", []string{"78490美元|Model S|售价||"}},
		{"people by their title", "董先生和4名朋友购买了150件方便面。", []string{"4名|董先生|朋友||", "150件|董先生|方便面||"}},
	})
}
