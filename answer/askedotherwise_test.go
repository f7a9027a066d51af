package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// zonesTold are made-up reports on zones, of the kind that people ask about in their own words.
var zonesTold = [][]string{
	{"青禾经开区考评居全国第三",
		"对国家经开区2021年综合发展水平的考核评价，白塔部于2022年2月11日公布了结果。青禾经济技术开发区（简称青禾经开区）的综合发展水平在全国排第三，这也是该区连续6年位列前五；单看两项指标，该区的实际利用外资排全国第四，进出口总额排全国第五。",
		"翻看2021年的数据，青禾经开区规模以上工业总产值达4820亿元，同比增幅为1.2%；规上工业利润总额达512亿元，同比增幅为2.3%；固定资产投资达1106亿元，同比增幅为9.4%；实际利用外资达198300万美元，同比增幅为18.6%。",
		"2021年全年，湖心城的固投达431亿元，增幅为40.5%；旧城改造的固投增长96%，港口项目的固投增长63.2%。",
		"青禾经开区2021年先后8次举办集中签约活动，次数比2020年增加3次；共引进优质项目121个，云雀无人车就是其中之一，这些项目总投资超2600亿元。人才方面，青禾经开区集聚的各类高层次人才总量为872人，数量在青禾市排第一，在东原省也居前列。",
		"2021年，该区落实的减税降费超80亿元，替企业争取到的贷款、融资超210亿元；新增市场主体有4.1万户，逆势增长15%。"},
	{"白河高新区：干部练硬功",
		"选派下去的干部，担任园区非公企业第一书记的有41人次，担任联合支部书记的有18人次，与贫困户结对帮扶的有62人次。白河高新区还抽调45名机关干部，编成非公党建工作指导员队伍9支，设立40个联系点。白河高新区的非公经济党组织新增22家，另有4个点获评为市级党建示范点。",
		"白河高新区2021年新签约的项目为16个，总投资额为96.4亿元；桐杉生物医药扩产项目投资58.2亿元，已开工建设；璟岚新能源产业园一期项目投资41亿元，也已开工；亚铎航空零部件、辰川电子等一批项目先后落户。党组织就建在施工现场，调配的干部有1.5万人次。",
		"“项目提升工程”启动以来，白河高新区接连展开两大提升行动，内容分别是“项目引进”“项目服务”。在“党建提升工程”里，白河高新区安排了三大提升行动，即“基础保障”“党群融合”“组织活力”。"},
	{"柳溪高新区高企申报再传捷报",
		"2021年度，柳溪高新区共推荐96家企业申报高新技术企业，其中84家进入公示名单，通过率达到87%，为历史最高。",
		"高新技术企业通过认定的，给予扶持资金15万元；企业首次申报高新技术企业、由柳溪高新区推荐却未通过认定的，给予补贴2万元；列入培育库的入库企业，研发投入总额比上年度增长的部分，按4%给予资金支持，单个企业当年补助最高80万元。"},
	{"江湾高新区培育科技型中小企业",
		"2021年江湾高新区培育的科技型中小企业升至1806家，占江湾市36.12%，在东原省所占比重为14.45%。",
		"截至2022年1月，科技金融在线服务平台上通过认证的企业有2710家，取得评级的企业有1930家；平台里的企业已累计获得约7.25亿元的股权投资，以及约31.4亿元的银行贷款。"},
	{"云岭高新区写好“新”文章",
		"云岭高新区在东原省内县域国家高新区里名列第一。列入东原“瞪羚企业”的有24家，列入松江市“瞪羚企业”的有13家，列入松江市“独角兽”培育企业的有5家。全区2021年引进的人才科创项目有150个，当中属于院士成果转化项目的有6个。",
		"2021年5月，区科技局走进长桥学院，上门对接产学研合作；2021年9月，沈棠带队远赴外地，同松江大学的负责人坐到一起，商讨联合培养研究生。",
		"云岭瑞铂生物技术股份有限公司是云岭高新区的一家企业，其上市申请近日获得受理，拟融资12亿元。继泽岚制药上市后，它也将成为第二家上市企业。"},
	{"长桥数字经济平台揭牌", "长桥高新区2月16日为数字经济公共服务平台揭牌。东原省此前没有这样的平台，这是首个。平台建成的有3个联合创新实验室。"},
}

// TestAskedOtherwise asks for figures in words that the articles do not have.
func TestAskedOtherwise(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for _, c := range []struct{ question, said string }{
		{"论高层次人才的数量，青禾经开区在全市排老几", "第一"},
		{"青禾经开区高层次人才有多少号人", "872人"},
		{"江湾高新区的科技型中小企业在整个东原占几成", "14.45%"},
		{"柳溪高企这次通过率咋样", "87%"},
		{"云岭高新区列进东原瞪羚的有几家哈", "24家"},
		{"白河高新区有几处被评为市级党建示范点？", "4个点"},
		{"白河高新区干部和贫困户结成帮扶对子的一共多少人次", "62人次"},
		{"白河高新派了多少人次下去给民企当第一书记", "41人次"},
		{"白河高新区非公企业里新成立了多少个党组织？", "22家"},
		{"柳溪高企评下来，区里奖多少钱", "15万元"},
		{"我们厂头一回报高企没过，是柳溪高新区推荐的，能补多少", "2万元"},
		{"柳溪高新区研发补助一家一年封顶多少", "80万元"},
		{"群里谁知道青禾经开区引来的121个优质项目，总投资多大？", "2600亿元"},
		{"写材料用，麻烦核一下：白河高新区2021年新签项目合计投资额", "96.4亿元"},
		{"江湾高新区那个科技金融平台帮企业贷到多少款", "31.4亿元"},
		{"经岚新能源产业园一期咂了多少钱", "41亿元"},
		{"青禾经开区2021年给企业减了多少税费", "80亿元"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || figureSaid(a) != c.said {
			t.Errorf("%s: %q, want %q (%v)\n%s", c.question, figureSaid(a), c.said, err, a.Text)
		}
	}
}

// TestWorkedOutAsAsked asks for what has to be worked out: those who are left, shares, means, which of several is most.
func TestWorkedOutAsAsked(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for question, says := range map[string]string{
		"江湾科技金融平台上认证了但还没评级的企业有多少家？":              "780家：2710家",
		"青禾经开区刨去湖心城，其余的固投还有多少？":                  "675亿元：1106亿元",
		"柳溪高新区2021年报高企没进公示的有几家":                  "12家：96家",
		"柳溪高新区推荐去报高企的，有几家没进公示名单？":                "12家：96家",
		"白河高新区45个机关干部编成9支党建指导员队伍，平均一队几个人":        "5人：45名",
		"白河高新区2021年新签项目平均一个投多少？":                 "约6.03亿元：96.4亿元",
		"云岭高新区引进的人才科创项目里院士成果转化项目占多大比重":           "4%：6个",
		"江湾高新区平台上认证企业中，拿到评级的占多少比例？":              "约71.22%：1930家",
		"那整个江湾市科技型中小企业总共大概多少家？已知高新区1806家占36.12%": "5000家：1806家",
		"青禾经开区2020年规上工业总产值大概是多少？按2021年的数和增速倒推":   "约4763亿元：4820亿元",
		"青禾经开区工业产值、工业利润、固投、外资四个指标里，哪个涨得最快？":      "外资",
		"规上产值、规上利润、固投、实际外资，青禾经开区2021年这四样谁的增幅垫底？": "规上产值（规模以上工业总产值）。",
		"湖心城、旧城改造、港口项目，青禾经开区哪块固投增幅最高":            "旧城改造",
		"云岭高新区的瞪羚企业，东原级的多还是松江级的多？分别几家":           "相差11家",
		"白河高新区桐杉和璟岚一期两个项目投资加一块儿多少":               "99.2亿元：58.2亿元",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused || !strings.Contains(a.Text, says) {
			t.Errorf("%s: want %s (%v)\n%s", question, says, err, a.Text)
		}
	}
}

// TestNamesAsked asks for names: of a group that is called by their number, where something was put, of a document.
func TestNamesAsked(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for question, says := range map[string]string{
		"出填空题：白河高新区党建提升工程下面的三大行动依次叫什么": "“组织活力”",
		"白河高新区把党组织建到了什么地方？":            "施工现场",
		"云雀无人车跑去哪个开发区了":                "青禾经开区 [2]",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused || !strings.Contains(a.Text, says) {
			t.Errorf("%s: want %s (%v)\n%s", question, says, err, a.Text)
		}
	}
}

// TestSetRight asks what takes something wrong for granted: that is told first.
func TestSetRight(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for question, says := range map[string]string{
		"桐杉在白河投了85.2亿，开工没":            "不是85.2亿，是58.2亿元",
		"江湾高新区科技型中小企业突破3000家，是怎么做到的？": "没有，是1806家",
		"青禾经开区连续九年进全国前五，有什么秘诀？":       "不是九年，是6年",
		"柳溪高新区首次申报高企没通过为什么还能补5万？":     "不是5万，是2万元",
		"青禾经开区2021年利用外资为啥掉得这么厉害？":     "不是下降，是增长：18.6%",
		"为什么青禾经开区2021年实际利用外资下滑了？":     "不是下降，是增长：18.6%",
		"长桥这个数字经济平台在东原算头一个吗？":         "是的，首个",
		"青禾经开区是不是连着六年都在全国前五？":         "是的，前五",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused || !strings.Contains(strings.SplitN(a.Text, "\n", 2)[0], says) {
			t.Errorf("%s: want %s (%v)\n%s", question, says, err, a.Text)
		}
	}
	for question, not := range map[string]string{ // what is right is not set right
		"青禾经开区2021年新增市场主体4.1万户，比上年少了吧": "是的",
		"桐杉在白河投了58.2亿，开工没":             "不是",
		"江湾高新区科技型中小企业突破1800家，是怎么做到的？":  "没有，",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || strings.HasPrefix(a.Text, not) {
			t.Errorf("%s: %s (%v)", question, a.Text, err)
		}
	}
}

// TestNotOfThat asks for what the articles say of somebody or something else alone.
func TestNotOfThat(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for question, lacks := range map[string]string{
		"青禾经开区旧城改造2021年投了多少亿？":       "旧城改造",
		"亚铎航空的零部件项目在白河投了多少钱？":        "亚铎",
		"泽岚制药上市那回融了多少资？":             "泽岚",
		"瑞铂生物2021年的营业收入是多少":          "",
		"2019年青禾经开区综合排名具体是第几":        "2019年",
		"柳溪高新区现在累计有多少家高新技术企业？":       "",
		"云岭高新区在全国所有国家高新区里排名第几？":      "全国",
		"2021年度国家经开区综合考评的第一名是哪个开发区？": "第一名",
		"青禾经开区2021年的地区生产总值有多少？":      "生产总值",
		"柳溪高新区2021年一共发放了多少高企扶持资金？":   "",
		"长桥平台的三个联合创新实验室分别叫什么名字？":     "",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || !a.Refused || !strings.Contains(strings.SplitN(a.Text, "\n", 2)[0], lacks) {
			t.Errorf("%s: want a refusal that names %s (%v)\n%s", question, lacks, err, a.Text)
		}
	}
}

// TestGoingOnFromThere goes on asking with other years, months, parts and owners.
func TestGoingOnFromThere(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for _, questions := range [][][2]string{
		{{"青禾经开区2021年办了几次集中签约活动", "8次"}, {"前一年呢", "5次：8次"}},
		{{"白河高新区2021年新签约多少项目", "16个"}, {"总投资呢", "96.4亿元"}},
		{{"柳溪高新区推荐了多少企业报高企？", "96家"}, {"其中有多少进入公示名单？", "84家"}, {"那没过的呢，几家", "12家：96家"}},
		{{"桐杉生物医药扩产投多少？", "58.2亿元"}, {"璟岚新能源产业园一期呢", "41亿元"}, {"前一个多了多少", "17.2亿元"}},
		{{"云岭高新区2021年5月去哪所学校对接产学研？", "长桥学院"}, {"9月去的呢", "松江大学"}},
		{{"江湾高新区平台贷款是股权投资的几倍", "约4.33倍"}, {"多多少亿", "约24.15亿元：约31.4亿元"}},
		{{"江湾高新区有多少家科技型中小企业", "1806家"}, {"占江湾市多少", "36.12%"}, {"占全省呢", "14.45%"}},
		{{"青禾经开区湖心城2021年固投增了多少", "40.5%"}, {"港口项目的呢？", "63.2%"}},
		{{"白河高新区当第一书记的干部有多少人次", "41人次"}, {"当联合支部书记的呢", "18人次"}},
		{{"柳溪高新区企业通过高企认定给多少钱", "15万元"}, {"没过的呢，有钱拿吗", "2万元"}},
	} {
		converse(t, answerer, questions)
	}
	a, err := answerer.Answer(context.Background(), asking.Question{Text: "上一年是多少", History: []asking.Turn{{Question: "柳溪高新区2021年高企申报通过率多少", Answer: "87% [1]"}}})
	if err != nil || !a.Refused || !strings.Contains(a.Text, "没有上一年的这个数") || strings.Contains(a.Text, "2020") {
		t.Errorf("another year's is said: %q (%v)", a.Text, err)
	}
}

// TestAfterWhom asks who was first where the articles only say whom the second one comes after.
func TestAfterWhom(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, zonesTold)
	for _, q := range []asking.Question{
		{Text: "云岭高新区最先上市的是哪家企业？"},
		{Text: "第一家是谁", History: []asking.Turn{{Question: "瑞铂生物上市后算云岭高新区第几家上市企业"}}},
	} {
		a, err := answerer.Answer(context.Background(), q)
		if err != nil || a.Refused || !strings.Contains(a.Text, "泽岚制药") {
			t.Errorf("%s: %s (%v)", q.Text, a.Text, err)
		}
	}
	a, err := answerer.Answer(context.Background(), asking.Question{Text: "云岭高新区第二家上市企业的董事长是谁"})
	if err != nil || !a.Refused {
		t.Errorf("a chairman that nobody names: %s (%v)", a.Text, err)
	}
}
