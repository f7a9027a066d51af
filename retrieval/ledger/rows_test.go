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

func TestWhoItIsNot(t *testing.T) {
	check(t, []ruleCase{
		{"a unit that is paid for", "沿海合约收于每张44.75元，跌幅2.93%。", []string{"44.75元|沿海合约|收于||", "2.93%|沿海合约|跌幅||down"}},
		{"how often it happens", "江宁开发区提速。每小时可生产30吨。", []string{"30吨|江宁开发区|生产||"}},
		{"who took the picture", "李强 摄 8月8日，江宁开发区启动活动。200余名学生走进园区。", []string{"200余名||学生走进园区||"}},
		{"an ordinal that only numbers", "张伟在第三局落后。", []string{"第三局||||"}},
		{"the scene of victims, and not what was hit", "货车在南京市相撞，造成2人死亡、18人受伤。", []string{"2人|南京市|死亡||", "18人|南京市|受伤||"}},
		{"where people are counted", "搜救人员发现舱内50人受伤。", []string{"50人|舱内|受伤||"}},
		{"what is done in a length of time", "张伟用22分钟拿下首盘。", []string{"22分钟|张伟|拿下首盘||", "首盘|张伟|||"}},
		{"what is measured with a verb in it", "游客的死亡人数下降了30%。", []string{"30%||游客的死亡人数||down"}},
		{"a change by the year", "华光银行业务收入按年上升10%。", []string{"10%||华光银行业务收入||up"}},
		{"less of a rise", "新增贷款364亿元，同比少增3892亿元。", []string{"364亿元||贷款||", "3892亿元||贷款||同比 down"}},
		{"what a thing is, is said of it", "网络图片为两份函件，所提及医师为4名。", []string{"两份|网络图片|函件||", "4名|网络图片|医师||"}},
	})
}
