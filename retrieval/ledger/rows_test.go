package ledger_test

import "testing"

// Rows of names with their figures, and what is not whose a figure is.
func TestRows(t *testing.T) {
	check(t, []ruleCase{
		{"a row behind what is counted", "车险理赔件数依次为：安华财险31件，大地财险20件。", []string{"31件|安华财险|件数||", "20件|大地财险|件数||"}},
		{"a row in the unit measured before", "江宁开发区平均降水量0.4毫米，其中：溧水区2.1毫米、高淳区0.1毫米。",
			[]string{"0.4毫米|江宁开发区|平均降水量||", "2.1毫米|溧水区|平均降水量||", "0.1毫米|高淳区|平均降水量||"}},
		{"the result of a game belongs to who stands before it", "猛虎队31-20雄狮队。", []string{"31-20|猛虎队|||"}},
		{"another currency", "江宁开发区GDP超8000亿美元，折合人民币约为5.2万亿元。", []string{"8000亿美元|江宁开发区|GDP||", "5.2万亿元|江宁开发区|GDP||"}},
		{"a noun of doing opens its clause as a verb", "江宁开发区投入资金6.29亿元，培育社会组织1331个。", []string{"6.29亿元|江宁开发区|资金||", "1331个|江宁开发区|培育社会组织||"}},
	})
}

func TestWhoItIs(t *testing.T) {
	check(t, []ruleCase{
		{"he whose clause begins with where he lives", "家住南京市的王女士花费4000元报名。", []string{"4000元|王女士|花费||"}},
		{"and not what he belongs to", "爵士队的海沃德得到28分。", []string{"28分|海沃德|得到||"}},
		{"the person of a phrase", "现场观众张伟心情激动，他陆续发了54条微博。", []string{"54条|张伟|微博||"}},
		{"a place is nobody", "张伟抵达成都。成都热闹，他发了54条微博。", []string{"54条|张伟|微博||"}},
		{"who gives what is worth so much", "南京市捐赠价值112.2万元的物资，包括价值20万元的奶制品。", []string{"112.2万元|南京市|物资||", "20万元|南京市|奶制品||"}},
		{"a child of that age", "女子带10岁孩子看电影。", []string{"10岁|孩子|||"}},
		{"a person, and not what he does", "26岁男子持刀伤人，65岁居民李强受伤。", []string{"26岁|男子|||", "65岁|居民李强|||"}},
		{"who has a rank, behind 的", "张伟淘汰世界排名第58位的球手李强。", []string{"第58位|球手李强|||"}},
		{"what is done, and not where", "枪手在路口附近的军事基地打伤了31人。", []string{"31人|枪手|打伤||"}},
		{"a name before a rise", "华光科技涨3%。", []string{"3%|华光科技|涨||up"}},
		{"a law that the dictionary cuts", "根据反垄断法第五十七条处罚。", []string{"第五十七条|反垄断法|||"}},
		{"one country that is seldom named", "汤中两国关系发展。", []string{"两国|汤中|国||"}},
		{"neither count is the other's", "12名人员被送走，3名人员受伤。", []string{"12名||人员||", "3名||人员受伤||"}},
	})
}

func TestWhenItIsNot(t *testing.T) {
	check(t, []ruleCase{
		{"an ordinal that only numbers", "2023年江宁开发区第三届文化节开幕。", []string{"第三届||文化节||"}},
		{"a quarter", "一季度，江宁开发区收入5亿元。", []string{"一季度||||", "5亿元|江宁开发区|收入|一季度|"}},
		{"a remark on a day", "8月17日（上周六），江宁开发区引进工人63人。", []string{"63人|江宁开发区|工人|8月17日|"}},
		{"the last of two", "上半年江宁开发区成交114亿元，目前共有平台95个，其中国家级2个。", []string{"114亿元|江宁开发区|成交|上半年|", "95个|江宁开发区|平台|目前|", "2个|江宁开发区|国家级|目前|"}},
		{"an age", "今年38岁的张伟获奖。", []string{"38岁|张伟|||"}},
		{"what is compared with", "与上月同期相比，鸡蛋价格每斤上涨了1元。", []string{"1元||鸡蛋价格||up"}},
		{"what was told of a minute", "7月30日下午3点，江宁开发区发生火灾，周边道路的交通一度中断。到了晚上，路口的4名工作人员仍在维持秩序，附近居民逐渐散去。", []string{"4名|路口|工作人员||"}},
	})
}

func TestWhoItIsNot(t *testing.T) {
	check(t, []ruleCase{
		{"a unit that is paid for", "沿海合约收于每张44.75元，跌幅2.93%。", []string{"44.75元|沿海合约|收于||", "2.93%|沿海合约|跌幅||down"}},
		{"when it happens", "江宁开发区扩建。每晚至少有5万人进场。", []string{"5万人|江宁开发区|进场|每晚|"}},
		{"how often it happens", "江宁开发区提速。每小时可生产30吨。", []string{"30吨|江宁开发区|生产||"}},
		{"who took the picture", "李强 摄 8月8日，江宁开发区启动活动。200余名学生走进园区。", []string{"200余名||学生走进园区||"}},
		{"an ordinal that only numbers", "张伟在第三局落后。", []string{"第三局||||"}},
		{"the scene of victims, and not what was hit", "货车在南京市相撞，造成2人死亡、18人受伤。", []string{"2人|南京市|死亡||", "18人|南京市|受伤||"}},
		{"where people are counted", "搜救人员发现舱内50人受伤。", []string{"50人|舱内|受伤||"}},
		{"what is done in a length of time", "张伟用22分钟拿下首盘。", []string{"22分钟|张伟|拿下首盘||", "首盘|张伟|||"}},
		{"what is measured with a verb in it", "游客的死亡人数下降了30%。", []string{"30%||游客的死亡人数||down"}},
		{"a change by the year", "华光银行业务收入按年上升10%。", []string{"10%|华光银行|业务收入||up"}},
		{"less of a rise", "新增贷款364亿元，同比少增3892亿元。", []string{"364亿元||贷款||", "3892亿元||贷款||同比 down"}},
		{"what a thing is, is said of it", "网络图片为两份函件，所提及医师为4名。", []string{"两份|网络图片|函件||", "4名|网络图片|医师||"}},
	})
}
