package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/embed"
)

// newsday are articles as the news writes them; each case below asks of one of them
// in the words of somebody who has not read it closely.
var newsday = [][]string{
	{"青禾概况", "青禾市辖1个国家高新技术产业开发区、6个农场、10个乡镇、7个街道。2022年，青禾市地区生产总值886亿元，高新技术企业达105家。"},
	{"白塔货场", "新建的白塔货运中心占地3000亩，白塔货运中心总投资约21亿，海岸综合货场总投资22.85亿。白塔货运中心2020年到发708万吨，2030年到发1542万吨。"},
	{"飞云园区", "飞云园区占地476亩，规划年产2万辆。飞云园区喷涂自动化率100%。"},
	{"明湖证券", "2023年8月5日，明湖证券披露，公司上半年实现营业收入20.77亿元，同比增长23.34%；实现净利润3.9亿元，同比增长61.68%。"},
	{"汽车投资", "2023年1-7月，汽车制造业固定资产投资同比增长19.2%。2023年7月，汽车制造业增加值同比增长6.2%。"},
	{"商务活动", "7月份中国非制造业商务活动指数为51.5%。7月份建筑业商务活动指数为51.2%，较上月下降4.5个百分点。"},
	{"星河银行", "星河银行成立于1997年12月30日。成立初始，星河银行注册资本1.01亿元，此后四次增资，目前注册资本为25.57亿元。"},
	{"网上零售", "上半年，东湾网上零售额1405.3亿元、增长17.2%，其中实物商品网上零售额1136.5亿元、增长14.8%。"},
	{"疏港铁路", "云港疏港铁路近期年货运量225万吨，远期年货运量418万吨，设计运行速度每小时40公里。"},
	{"天池环保", "天池环保项目达产后，可年创产值8.2亿元、利润1.2亿元、税收7000万元。"},
	{"长风电子", "长风电子计划在南岛投资2亿美元（约14.28亿元人民币）建设一家工厂。"},
	{"三地增速", "上半年，传媒、通信、地产分别上涨3.51%、3.34%、3.2%。"},
	{"飞机交付", "山鹰航空上半年共交付316架民用飞机，包括25架A220飞机、256架A320飞机和21架A350飞机。"},
	{"各市上半年", "另两位成员无锡、南通上半年GDP分别为7105.67亿元、6032.4亿元，增长6.6%和7.0%。排在末位的连云港上半年实现GDP1955.9亿元。中心城市徐州是除常州外的预备队员，上半年完成地区生产总值4009.1亿元，增长8.0%。"},
	{"南京经济", "南京上半年实现GDP8316.92亿，增长5.6%。苏州上半年实现地区生产总值11458.4亿元。"},
	{"港股开盘", "北漠集团跌1.11%，北漠集团上半年收入9亿元。白塔酒业涨6.31%，白塔酒业预计上半年净利润1.1亿元。"},
	{"足球", "2023年黄河足球赛上女足夺冠，创造了黄河足球赛自1972年设立以来的纪录。"},
	{"开园", "透明工厂、户外大屏……8月19日，位于白塔经开区的翠屏园区正式开园。翠屏园区建设总投资63亿元。"},
	{"华岭建业", "华岭建业于2020年度、2021年度及2022年截至6月30日止六个月实现收益分别约为13.31亿元、13.46亿元及3.72亿元；实现溢利分别为1355.9万元、2807.6万元及438.1万元。截至2020年、2021年12月31日止年度以及截至2022年6月30日止六个月，华岭建业的中标率分别约为1.5%、1.0%及1.1%。"},
	{"访问", "美方发言人1月31日确认史密斯的访华日期。史密斯将于6月18日访华。"},
	{"活力报告", "2023年二季度改革活力指数为68.56，比上一季度上升0.09。东部、西部、中部指数分别为69.20、68.72、68.19。从改革活力指数六大领域来看，文化领域明显上升。"},
	{"暴雨", "古林县遭遇强降雨，最大降雨量为古林县城201毫米，超过1957年有气象记录以来历史极值（163.7毫米）。"},
	{"曲山市情", "2022年，曲山市地区生产总值达3802亿元，对全省经济增长的贡献率达23.8%。"},
	{"堤坝加固", "大清河水位不断上涨，大清河北堤长6.8公里，南堤坝筑土后高程7米，长7.72公里。"},
	{"新车", "蓝山汽车 7 月销量 5566 台，今年 6 月取得了 5506 台的销量。"},
	{"转会", "内马尔的年薪约为1.5亿美元，本着自愿的原则签约至2025年6月。"},
	{"决赛", "荷兰队在四分之一决赛中0:1落后。第91分钟，荷兰队扳平比分。"},
	{"台风将至", "台风“海燕”中心附近最大风力16级。松江省防指决定将防台风应急响应提升至Ⅲ级。"},
	{"演艺合同", "小宇与星河文化公司的合同约定，短视频录制时长，每月不少于16天；直播配合时长，每月不少于24天。"},
	{"任免", "2021年12月，廖立勇履新松江市代市长，后担任松江市市长。2022年12月，廖立勇悄然卸任。"},
	{"平板", "Galaxy Tab S9 FE 将配备 10.9 英寸显示屏。Galaxy Tab S9 FE + 预计配备 12.4 英寸显示屏。"},
	{"业绩预告", "传音控股预计2023年半年度实现归属于母公司所有者的净利润21.02亿元左右。"},
	{"首节领先", "首节山鹰队进攻效率不错，以30:19打了海豚队一个措手不及。离比赛结束还有6分多钟时，海豚队反超了7分。"},
	{"松江经济", "上半年，松江省地区生产总值同比增长7.7%，第三产业增加值增速居全国第2位。"},
}

func TestWhatTheNewsSaysIsFoundInOtherWords(t *testing.T) {
	answertest.Long(t)
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Collection(t, encoder, newsday...), nil)
	for _, c := range []struct {
		question, said string // said is the first figure, or the one worked out
		refused        bool
	}{
		{"青禾市有多少家高新技术企业", "105家", false},
		{"青禾市的乡镇和街道加起来一共多少个", "17个", false},
		{"山鹰队首节比分是多少", "30:19", false},
		{"白塔货运中心总投资多少钱", "21亿", false},
		{"白塔货运中心和海岸综合货场总投资合计多少", "43.85亿", false},
		{"白塔货运中心2030年到发量比2020年多多少", "834万吨", false},
		{"飞云园区占地多少亩", "476亩", false},
		{"明湖证券上半年净利润同比增长多少", "61.68%", false},
		{"明湖证券去年上半年营业收入大概多少", "16.84亿元", false},
		{"青禾市去年地区生产总值多少", "886亿元", false},
		{"今年前7个月汽车制造业固定资产投资增长多少", "19.2%", false},
		{"7月份制造业商务活动指数是多少", "", true},
		{"6月份建筑业商务活动指数是多少", "55.7%", false},
		{"星河银行现在注册资本是多少", "25.57亿元", false},
		{"实物商品网上零售额占网上零售额的比重", "80.87%", false},
		{"云港疏港铁路设计时速多少", "40公里", false},
		{"云港疏港铁路远期年货运量比近期多多少", "193万吨", false},
		{"天池环保达产后一年多少利润", "1.2亿元", false},
		{"长风电子打算在南岛投多少钱", "2亿美元", false},
		{"地产上涨多少", "3.2%", false},
		{"松江省GDP增长多少", "7.7%", false},
		{"松江省第三产业增加值增速居全国第几", "第2位", false},
		{"山鹰航空上半年交付了几架A350", "21架", false},
		{"苏州上半年GDP多少", "11458.4亿元", false},
		{"徐州上半年GDP多少", "4009.1亿元", false},
		{"南通上半年GDP多少", "6032.4亿元", false},
		{"南通上半年GDP增长多少", "7.0%", false},
		{"连云港上半年GDP多少", "1955.9亿元", false},
		{"上半年全国GDP增速多少", "", true},
		{"北漠集团上半年净利润多少", "", true},
		{"黄河足球赛哪年设立的", "1972年", false},
		{"天池环保的利润比目标高吗", "", true},
		{"翠屏园区哪天开园", "8月19日", false},
		{"怀川市有多少家高新技术企业", "", true},
		{"合同约定小宇每月直播不少于多少天", "24天", false},
		{"廖立勇什么时候卸任松江市市长", "2022年12月", false},
		{"廖立勇什么时候履新松江市代市长", "2021年12月", false},
		{"Galaxy Tab S9 FE的显示屏是多少英寸", "10.9 英寸", false},
		{"光大嘉宝2023年上半年的净利润是多少", "", true},
		{"台风“海燕”中心附近最大风力多少级", "16级", false},
		{"台风“云雀”中心附近最大风力多少级", "", true},
		{"松江省防指将防台风应急响应提升至几级", "Ⅲ级", false},
		{"东部地区改革活力指数是多少", "69.20", false},
		{"二季度改革活力指数是多少", "68.56", false},
		{"古林县最大降雨量是多少毫米", "201毫米", false},
		{"古林县降雨量的历史极值是多少", "163.7毫米", false},
		{"2021年曲山市地区生产总值是多少", "", true},
		{"大清河南堤坝长多少公里", "7.72公里", false},
		{"蓝山汽车7月销量是多少", "5566 台", false},
		{"蓝山汽车6月销量是多少", "5506 台", false},
		{"本泽马的年薪是多少", "", true},
		{"荷兰队在第几分钟扳平比分", "第91分钟", false},
		{"史密斯访华日期", "6月18日", false},
		{"发言人什么时候确认了史密斯的访华日期", "1月31日", false},
		{"华岭建业2021年的收益是多少", "13.46亿元", false},
		{"华岭建业2021年的溢利是多少", "2807.6万元", false},
		{"华岭建业2022年上半年的收益是多少", "3.72亿元", false},
		{"华岭建业2021年的中标率是多少", "1.0%", false},
		{"华岭建业2019年的收益是多少", "", true},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		if len(a.Figures) > 0 {
			said = a.Figures[0].Text
		}
		if len(a.Derived) > 0 {
			said = a.Derived[0].Text
		}
		if a.Refused != c.refused || !c.refused && said != c.said {
			t.Errorf("%s: refused %v with %q, want %v with %s:\n%s", c.question, a.Refused, said, c.refused, c.said, a.Text)
		}
	}
}

// TestWhatAsksNothing gets no sentence of the articles, and what asks of two no figure
// of one of them.
func TestWhatAsksNothing(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Collection(t, encoder, newsday...), nil)
	before := []asking.Turn{{Question: "白塔货运中心占地多少亩", Answer: "3000亩"}}
	for _, c := range []struct {
		question string
		history  []asking.Turn
		wordless bool
	}{
		{"和", nil, true}, {"是吗", nil, true}, {"😀", nil, true}, {"???", nil, true}, {"一共呢", before, false}, {"差多少", before, false},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question, History: c.history})
		if err != nil {
			t.Fatal(err)
		}
		if !a.Refused || c.wordless != (len(a.Citations) == 0) {
			t.Errorf("%q: refused %v with %d citations:\n%s", c.question, a.Refused, len(a.Citations), a.Text)
		}
	}
}

func TestPartsThatGoOn(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Collection(t, encoder, []string{"两个项目", "飞云新能源项目投资50亿元。", "富源医药扩产项目投资69.7亿元。"}), nil)
	for _, question := range []string{"富源投了多少，比飞云多多少", "富源投了多少钱，飞云投了多少钱，差多少"} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Refused || len(a.Derived) != 1 || a.Derived[0].Text != "19.7亿元" {
			t.Errorf("%s: refused %v, %v:\n%s", question, a.Refused, a.Derived, a.Text)
		}
	}
}
