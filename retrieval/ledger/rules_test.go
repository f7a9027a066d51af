package ledger_test

import (
	"strings"
	"testing"
)

// Each case is a text (a title before ## where one matters) and its entries as
// text|entity|metric|period|direction; dates are left out.
type ruleCase struct {
	rule, text string
	want       []string
}

func check(t *testing.T, cases []ruleCase) {
	t.Helper()
	r := reader(t)
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			title, text, ok := strings.Cut(c.text, "##")
			if !ok {
				title, text = "", title
			}
			got := describe(r.Read(article(title, strings.Split(text, "\n")...)))
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%s\ngot\n  %s\nwant\n  %s", c.text, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func TestWhatIsMeasured(t *testing.T) {
	check(t, []ruleCase{
		{"a joint stands between metric and figure", "江宁开发区进出口总额达到812亿元。", []string{"812亿元|江宁开发区|进出口总额||"}},
		{"what is counted stands behind", "江宁开发区建成12个平台。", []string{"12个|江宁开发区|平台||"}},
		{"or before", "江宁开发区引进院士16位。", []string{"16位|江宁开发区|院士||"}},
		{"a generic noun takes what is said of it", "28家企业入选瞪羚企业名单。", []string{"28家||企业入选瞪羚企业名单||"}},
		{"what is said stands for the counted", "推荐企业90家，其中70家进入公示名单。", []string{"90家||企业||", "70家||进入公示名单||"}},
		{"those of whom something is said before 的有", "江宁开发区取得评级的有2372家。", []string{"2372家|江宁开发区|取得评级||"}},
		{"behind 的, whose it is stands before", "张伟的3个项目获奖。", []string{"3个|张伟|项目获奖||"}},
		{"the people, and not what is theirs", "一辆载有13名平民的车爆炸。", []string{"13名||平民||"}},
		{"what is said before 的 belongs to the noun", "警方查获两辆载满炸药的汽车。", []string{"两辆|警方|载满炸药的汽车||"}},
		{"money of something", "对通过认定的企业给予20万元的扶持资金。", []string{"20万元||扶持资金||"}},
		{"casualties", "爆炸造成7人死亡、6人受伤。", []string{"7人|爆炸|死亡||", "6人|爆炸|受伤||"}},
		{"a share of a whole", "江宁开发区新能源汽车产量12万辆，占全省39.14%，在全国所占比重为2.5%。",
			[]string{"12万辆|江宁开发区|新能源汽车产量||", "39.14%|江宁开发区|新能源汽车产量占全省||", "2.5%|江宁开发区|新能源汽车产量占全国比重||"}},
		{"those who make up a share", "调查显示，90%的消费者希望价格下降。", []string{"90%|消费者|希望价格下降||"}},
		{"a rank of what stands before it", "江宁开发区综合发展水平居全国第二。", []string{"第二|江宁开发区|综合发展水平||"}},
		{"from one to another", "铁路将南京至上海的时间由3小时缩短至1小时。", []string{"3小时|南京至上海|时间||", "1小时|南京至上海|时间||"}},
		{"who is counted has what is measured", "28家企业实现利润5亿元。", []string{"28家||企业实现利润||", "5亿元|28家企业|利润||"}},
		{"a phrase between the counted and the verb", "车辆相撞，3人在事故中受伤。", []string{"3人|车辆|受伤||"}},
		{"the clause before says what", "江宁开发区营业收入稳步增长，达到5亿元。", []string{"5亿元|江宁开发区|营业收入||"}},
		{"a remark converts", "长城长度是73英里（117公里）。", []string{"73英里|长城|长度||", "117公里|长城|长度||"}},
	})
}

func TestChanges(t *testing.T) {
	check(t, []ruleCase{
		{"it belongs to the metric before it", "2020年，江宁开发区工业总产值5944亿元，同比增长0.6%，环比下降1.2%。",
			[]string{"5944亿元|江宁开发区|工业总产值|2020年|", "0.6%|江宁开发区|工业总产值|2020年|同比 up", "1.2%|江宁开发区|工业总产值|2020年|环比 down"}},
		{"unless it names its own", "江宁开发区利润总额同比增长1.4%。", []string{"1.4%|江宁开发区|利润总额||同比 up"}},
		{"what rises to a figure is no change", "江宁开发区企业数量增加到2000家。", []string{"2000家|江宁开发区|企业数量||"}},
		{"the year compared with is no period", "江宁开发区2020年举办活动9次，比2019年增加5次。",
			[]string{"9次|江宁开发区|活动|2020年|", "5次|江宁开发区|活动|2020年|up"}},
		{"an index that closes", "沪指收报3298.36点，涨69.52点，涨幅为2.15%。",
			[]string{"3298.36点|沪指|收报||", "69.52点|沪指|收报||up", "2.15%|沪指|涨幅||up"}},
	})
}

func TestLists(t *testing.T) {
	check(t, []ruleCase{
		{"the tail is said once", "知识城、科学城固投分别增长125%、74.8%。", []string{"125%|知识城|固投||up", "74.8%|科学城|固投||up"}},
		{"the head is said once", "江宁开发区实际利用外资和进出口总额分别居全国第二和全国第三。",
			[]string{"第二|江宁开发区|实际利用外资||", "第三|江宁开发区|进出口总额||"}},
		{"three of one kind", "北京、上海、广州的常住人口分别为2184万人、2475万人和1873万人。",
			[]string{"2184万人|北京|常住人口||", "2475万人|上海|常住人口||", "1873万人|广州|常住人口||"}},
		{"remarks in brackets", "江苏（12.3万亿元）、山东（8.7万亿元）居前。", []string{"12.3万亿元|江苏|||", "8.7万亿元|山东|||"}},
		{"as many figures as things, or none is given away", "北京、上海、广州分别为2184万人、2475万人。", []string{"2184万人|北京、上海、广州|人||", "2475万人|北京、上海、广州|人||"}},
	})
}

func TestWhoseItIs(t *testing.T) {
	check(t, []ruleCase{
		{"a subject goes on", "江宁开发区加快建设，引进项目154个，新签约项目19个。",
			[]string{"154个|江宁开发区|项目||", "19个|江宁开发区|项目||"}},
		{"over sentences", "江宁开发区加快建设。全年引进项目154个。", []string{"154个|江宁开发区|项目|全年|"}},
		{"over paragraphs", "江宁开发区加快建设。\n同时，引进项目154个。", []string{"154个|江宁开发区|项目||"}},
		{"from the title", "江宁开发区加快建设##同时，引进项目154个。", []string{"154个|江宁开发区|项目||"}},
		{"该区 is its name", "江宁开发区加快建设。江苏省科技厅发布通知。该区引进项目154个。", []string{"154个|江宁开发区|项目||"}},
		{"该公司 is the last company", "南京华光有限公司成立于江宁开发区。江宁开发区提供支持。该公司去年营业收入3亿元。",
			[]string{"3亿元|南京华光有限公司|营业收入|去年|"}},
		{"他 is the last person", "张伟进入南京大学工作。他发表论文30篇。", []string{"30篇|张伟|论文||"}},
		{"who only says it does not own it", "江宁开发区加快建设。张伟表示，引进项目154个。", []string{"154个|江宁开发区|项目||"}},
		{"but the place whose office says it", "防汛形势严峻。南京市应急局表示，转移群众154人。", []string{"154人|南京市|群众||"}},
		{"nor who it came from", "南京华光有限公司从江苏银行贷款6000万元。", []string{"6000万元|南京华光有限公司|贷款||"}},
		{"what of theirs is counted", "江宁开发区培育的科技型企业持续增多，数量升至2103家。", []string{"2103家|江宁开发区|科技型企业数量||"}},
		{"a title that ends in 的 and a common noun", "青禾经开区的企业##青禾经开区的平台上，通过认证的企业有3159家。", []string{"3159家|青禾经开区的平台|通过认证的企业||"}},
		{"an entry of an encyclopedia", "布洛涅森林##布洛涅森林是巴黎城西边的森林。面积8.46平方公里。", []string{"8.46平方公里|布洛涅森林|面积||"}},
		{"traditional characters", "南京華光有限公司資產總額達500億元。該公司員工3萬人。", []string{"500億元|南京華光有限公司|資產總額||", "3萬人|南京華光有限公司|員工||"}},
	})
}

func TestNamesAndDatesBelongToNobody(t *testing.T) {
	for _, e := range reader(t).Read(article("江宁开发区加快建设", "2020年，江宁开发区落实“三个500亿”计划，建成5G基站。")) {
		if e.Entity+e.Metric+e.Direction+e.Period.Text != "" {
			t.Errorf("%s (%s): %q %q %q", e.Text, e.Kind, e.Entity, e.Metric, e.Period.Text)
		}
	}
}
