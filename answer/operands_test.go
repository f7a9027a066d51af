package answer

import (
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// TestOperandsOfOneKind has no figure of another level, way, time or part be an operand, nor that of
// one be said for what is asked of several.
func TestOperandsOfOneKind(t *testing.T) {
	answertest.Long(t)
	answerer := withoutReader(t,
		[]string{"绿色制造名单", "青禾省公布绿色制造名单。全省国家级绿色工厂136家，绿色园区13家。省级绿色工厂412家，绿色园区45家。"},
		[]string{"华强公司产销快报", "华强公司7月产销分别为40.6万辆和40.4万辆，同比增长5.1%和6.2%。其中，轿车销量12万辆，SUV销量28.4万辆。上年同期销量38.2万辆。"},
		[]string{"绿野县粮食", "2021年，绿野县粮食产量30万吨；2022年产量32万吨。"},
		[]string{"清溪市生产总值", "2023年，清溪市生产总值1200亿元，同比增长6.1%，增速高于全国0.9个百分点。第一产业增加值100亿元，第二产业增加值500亿元，第三产业增加值600亿元。"},
		[]string{"铁路", "云岭铁路全长320公里，总投资约120亿元。飞云铁路全长150公里，总投资超80亿元。白河铁路全长90公里，总投资60亿元。"},
		[]string{"马拉松", "7月2日，海滨市举行马拉松，参赛选手3.1万人，其中全程1.5万人，半程1.6万人。"},
		[]string{"外贸", "上半年，长湖市进出口总额500亿元，增长4%。其中，出口300亿元，增长6%；进口200亿元，增长1.1%。"},
		[]string{"手机", "iPhone 15 provides 20小时的视频播放，iPhone 15 Pro 可播放23小时。"},
		[]string{"工业", "今年一季度，全国的企业利润增长5.3%。江苏规模以上工业增加值增长8.1%。"},
		[]string{"恒安银行", "恒安银行2022年净利息收入31.5亿元，净利润12.8亿元，主营收入占比八成。"},
		[]string{"长湖市民生", "上半年，长湖市社会消费品零售总额60亿元。城镇居民人均可支配收入2.8万元，农村居民1.5万元。"},
		[]string{"银湖证券", "银湖证券上半年净利润3.9亿元，上年同期为2.4亿元，同比增长61.68%。"},
		[]string{"全国夏粮", "今年夏粮，全国总产量2923亿斤。河南夏粮产量710亿斤。"},
		[]string{"血压调查", "男性高血压的比率是女性的五倍。该市男性就诊次数为常人的3倍。女性体检次数为常人的三倍。"},
		[]string{"蓝途汽车", "蓝途汽车二季度营收120亿元，上半年交付5.6万辆。"},
	)
	for _, c := range []struct {
		question, said string // said is what is worked out, or the first figure; none of a refusal
	}{
		{"青禾省级绿色园区比国家级多多少", "32家"},
		{"青禾省级绿色工厂比国家级多多少", "276家"},
		{"华强公司7月销量增长多少", "6.2%"},
		{"华强公司7月产量增长多少", "5.1%"},
		{"轿车占华强公司销量的比例", ""},
		{"绿野县2021年和2022年粮食产量一共多少", "62万吨"},
		{"清溪市一产、二产和三产增加值一共多少", "1200亿元"},
		{"清溪市GDP增速比全国高多少", "0.9个百分点"},
		{"全国生产总值增速是多少", ""},
		{"云岭、飞云和白河铁路总投资一共多少", ""},
		{"云岭铁路投资比长度多多少", ""},
		{"全程和半程选手一共多少人", ""},
		{"长湖市出口比进口多多少", "100亿元"},
		{"长湖市出口增速比进口快多少", "4.9个百分点"},
		{"iphone 15能播放多久视频", "20小时"},
		{"全国规模以上工业增加值增速", ""},
		{"恒安银行净利息收入多少", "31.5亿元"},
		{"恒安银行净利多少", "12.8亿元"},
		{"城镇居民比农村居民人均可支配收入高多少", ""},
		{"蓝途汽车利润多少", ""},
		{"银湖证券去年同期净利多少", "2.4亿元"},
		{"银湖证券净利润增加多少亿元", ""},
		{"银湖证券净利润增加多少", "61.68%"},
		{"全国夏粮产量多少", "2923亿斤"},
		{"河南夏粮产量多少", "710亿斤"},
		{"男性高血压比率比女性高多少倍", "五倍"},
		{"蓝途汽车营收多少", "120亿元"},
		{"蓝途汽车全年交付多少辆", ""},
		{"蓝途汽车上半年交付多少辆", "5.6万辆"},
	} {
		a, err := answerer.Answer(t.Context(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		if said := figureSaid(a); said != c.said {
			t.Errorf("%s: %q, want %q:\n%s", c.question, said, c.said, a.Text)
		}
	}
}

// TestWhatIsLeftAndWhatIsOfAnother: what remains is of the same paragraph and unit, and two names are not told apart by
// the lists of one of them.
func TestWhatIsLeftAndWhatIsOfAnother(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"青禾高新区的企业", "2020年度，青禾高新区推荐80家企业申报高企，其中70家进入公示名单，通过率达到88%。",
			"青禾高新区对通过认定的企业给予资金20万元，银行上门服务。", "青禾高新区列入云岭“瞪羚企业”的有28家，列入白塔“瞪羚企业”的有16家。"},
		[]string{"云台高新区的人才", "云台高新区2020年引进的人才科创项目有170个，当中属于院士成果转化项目的有9个。", "李明院士团队则拿到云台头雁人才团队项目资助1亿元；列入“潜在独角兽企业”的有3家。"},
		[]string{"白塔高新区的平台", "白塔高新区的平台上，通过认证的企业有3159家，取得评级的企业有2372家。", "白塔高新区的企业上年纳税40亿元。"},
	)
	for question, said := range map[string]string{
		"青禾高新区推荐的企业里有几家没进公示名单":   "10家",
		"青禾高新区推荐的企业里多少家不在公示名单":   "10家",
		"青禾高新区推荐的企业里有几家没通过":      "",
		"白塔高新区平台认证的企业里有多少家没取得评级": "787家",
		"青禾高新区申报企业的未通过率是多少":      "",
		"青禾高新区的企业没通过的占多少":        "",
		"青禾和白塔哪个瞪羚企业多":           "28家", // the sentence with both lists, of which none is 白塔's
		"青禾和白塔哪个企业纳税多":           "",
		"云台高新区平均每个院士项目多少钱":       "", // that of one team is not what all got
		"云台和青禾哪个企业多":             "", // 潜在独角兽企业 and those that were recommended
	} {
		a, err := answerer.Answer(t.Context(), asking.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if got := figureSaid(a); got != said {
			t.Errorf("%s: %q, want %q; %s", question, got, said, a.Text)
		}
	}
	a, err := answerer.Answer(t.Context(), asking.Question{Text: "青禾高新区比白塔航空港区多推荐多少家企业"})
	if err != nil || strings.Contains(a.Text, "（白塔航空港区") {
		t.Errorf("%q, error %v", a.Text, err)
	}
}

// TestPartsOfAWholeThatIsNamed: what is asked of a part of 80家 is counted in its unit, a part of the whole zone is set against
// the same measure, and how many times more is told as a ratio.
func TestPartsOfAWholeThatIsNamed(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"青禾经开区的一年", "2020年，青禾经开区工业总产值达900亿元，增长2%；利润总额达90亿元，增长3%；固定资产投资达200亿元，增长9%。",
			"青禾经开区推进重点片区建设。全区铺开投资计划，北湖片区的固定资产投资达50亿元，增长31%。"},
		[]string{"青禾经开区的企业", "2020年度，青禾经开区推荐80家企业申报高企，其中70家进入公示名单，通过率达到88%。",
			"青禾经开区定下为期三年的企业培育计划。科工局与税务局联手：两家以多种形式开展培训。", "青禾经开区的平台上，通过认证的企业有3159家。经平台牵线，企业累计获得银行贷款40亿元。"},
	)
	for question, said := range map[string]string{
		"青禾经开区80家企业里有多少通过":    "70家",
		"北湖片区固定资产投资占全区比例":     "约25%",
		"青禾经开区工业总产值比利润多多少倍":   "约10倍",
		"青禾经开区企业培育计划为期几年":     "三年",
		"青禾经开区高企的有效期几年":       "",
		"青禾经开区平台上有多少企业拿到贷款":   "",
		"青禾经开区平台上通过认证的企业有多少家": "3159家",
	} {
		a, err := answerer.Answer(t.Context(), asking.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if got := figureSaid(a); strings.TrimPrefix(got, "约") != strings.TrimPrefix(said, "约") || strings.Contains(a.Text, "（家企业") {
			t.Errorf("%s: %q, want %q; %s", question, got, said, a.Text)
		}
	}
}
