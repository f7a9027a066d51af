package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/embed"
	"youju/retrieval"
)

// town is a made-up collection in which most figures have a neighbour that is nearly
// what is asked for.
func town(t testing.TB) *retrieval.Corpus {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	return answertest.Collection(t, encoder,
		[]string{"青禾滨河高新区招商记",
			"2021年，青禾滨河高新区引进人才项目140个，其中院士成果转化项目6个。滨河高新区为企业招工近5000人，解决各类问题310个。",
			"青禾滨河高新区在册科技型中小企业1800家，占青禾市36%，占东原省12%。高端人才达700人，居青禾市第一。",
			"2021年，青禾滨河高新区固定资产投资900亿元，同比增长8.5%，其中北湖片区固投360亿元，增长41%。",
			"青禾滨河高新区办招商活动7次，比2020年增加3次。2022年3月2日，东原省公布2021年园区考核结果，青禾滨河高新区排名第三。"},
		[]string{"白塔经开区的扶持",
			"白塔经开区对通过认定的企业，给予15万元扶持资金；对首次申报但未通过认定的企业，给予2万元补贴。",
			"2021年，白塔经开区推荐申报企业80家，70家列入公示名单。白塔经开区为企业减税降费等各方面资金达1.5亿元。白塔公司首席执行官周远说，白塔经开区获得股权投资约3.2亿元，获得银行贷款约4.1亿元。",
			"白塔经开区抽调机关干部40人组成8支企业服务宣讲队伍。引进人才是白塔经开区的要事。白塔经开区引进的人才机构已成规模，包括东原研究院、星海研究院、长桥研究院等。",
			"总投资20亿元的云岭项目已开工，投资8亿元的长桥项目选址动工，星火无人机等一批项目落户白塔经开区。"})
}

// TestQuestionsAsPeopleTypeThem: each has a figure nearby that is nearly the right one.
func TestQuestionsAsPeopleTypeThem(t *testing.T) {
	answertest.Long(t)
	answerer := New(town(t), nil)
	for _, c := range []struct {
		question string
		says     string // "" for a refusal
	}{
		{"青禾滨河高新区引进了几个人才项目", "140个"}, // not the part
		{"青禾滨河高新区的院士项目有几个", "6个"},
		{"滨河高新区为企业招了多少工", "5000人"},
		{"青禾滨河高新区固定资产投资增速", "8.5%"},
		{"北湖片区固投占全区固投的百分之几", "40%"}, // not how much it grew
		{"青禾滨河高新区财政收入", ""},
		{"2021年青禾滨河高新区GDP", ""},
		{"青禾滨河高新区常住人口", ""},
		{"青禾滨河高新区帮企业招了多少工 省了多少钱", "5000人"},
		{"北湖片区固投占青禾滨河高新区多少", "40%"},
		{"青禾滨河高新区科技型中小企业占东原省多少", "12%"},
		{"青禾滨河高新区科技型中小企业增加了多少家", ""},
		{"东原省科技型中小企业有多少家", "15000家"},
		{"东原省一共有多少家科技型中小企业", "15000家"},
		{"青禾市总共有多少科技型中小企业", "5000家"},
		{"高端人才在青禾市排第几", "第一"},
		{"高端人才在全国排第几", ""},
		{"青禾高新区有多少家科技型中小企业", "1800家"}, // it has a longer name
		{"红原高新区有多少家科技型中小企业", ""},
		{"2020年青禾滨河高新区办了几次招商活动", "4次"},
		{"2018年青禾滨河高新区办了几次招商活动", ""},
		{"东原省什么时候公布园区考核结果", "2022年3月2日"}, // not the year of what was published
		{"白塔经开区有几家企业没列入公示名单", ""},
		{"减税降费青禾滨河高新区和白塔经开区谁多", ""},
		{"白塔经开区的股权投资和银行贷款加起来多少", "7.3亿元"},
		{"白塔公司CEO是谁", "周远"},
		{"白塔的星火项目投资多少", ""},
		{"白塔经开区40名干部组成了多少支队伍", "8支"},
		{"白塔经开区平均每支队伍有多少干部", "5人"},
		{"白塔经开区引进的人才机构有哪几家", "东原研究院、星海研究院"},
		{"白塔的长桥项目投了多少", "8亿元"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		switch {
		case err != nil:
			t.Fatal(err)
		case a.Refused != (c.says == ""):
			t.Errorf("%s: refused %v, said %q", c.question, a.Refused, a.Text)
		case !strings.Contains(strings.Split(a.Text, "[1]")[0], c.says):
			t.Errorf("%s got %q, which does not begin with %s", c.question, a.Text, c.says)
		}
	}
}

// TestADeniedFigureIsShownWhereItStands: what is not so of one thing is so of another.
func TestADeniedFigureIsShownWhereItStands(t *testing.T) {
	a, err := New(town(t), nil).Answer(context.Background(), asking.Question{Text: "白塔经开区没通过认定的企业补贴是15万吗"})
	if err != nil || a.Refused || !strings.HasPrefix(a.Text, "不是15万，是2万元") || !strings.Contains(a.Text, "给予15万元扶持资金") {
		t.Errorf("answer %q, refused %v, error %v", a.Text, a.Refused, err)
	}
}

// TestAPremiseOfAnothersIsSaid: what a question takes money for is another's in the same article, or in none.
func TestAPremiseOfAnothersIsSaid(t *testing.T) {
	answerer := New(answertest.Collection(t, answertest.Embedder{}, []string{"青禾高新区的人才", "青禾杰出工匠奖由云岭公司的何远获得；周启明团队获得星火引才计划资助3000万元。"}), nil)
	for question, says := range map[string]string{
		"周启明团队拿的是青禾杰出工匠奖吧，多少钱":  "但文章没有说这是青禾杰出工匠奖，说到它的是：青禾杰出工匠奖由云岭公司的何远获得",
		"周启明團隊拿的是青禾傑出工匠獎吧，多少錢":  "青禾杰出工匠奖由云岭公司的何远获得",
		"周启明团队拿的是国家科技奖吧，拿了多少钱":  "国家科技奖",
		"周启明团队拿的是星火引才计划资助吧，多少钱": "",
		"周启明团队拿了多少钱":            "",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || !strings.Contains(a.Text, "3000万元") {
			t.Errorf("%s: answer %q, refused %v, error %v", question, a.Text, a.Refused, err)
		}
		if !strings.Contains(a.Text, says) || says == "" && strings.Contains(a.Text, "文章没有") {
			t.Errorf("%s: %q, want it to say %q", question, a.Text, says)
		}
	}
}

// TestOnlyThePartBetweenSemicolonsThatAnswersIsSaid: others are of other people, but say what something was for.
func TestOnlyThePartBetweenSemicolonsThatAnswersIsSaid(t *testing.T) {
	answerer := New(answertest.Collection(t, answertest.Embedder{}, []string{"青禾纪事", "全县引进项目170个，其中院士项目9个；工匠奖由云岭公司董事长何远获得；周启明团队拿到资助3000万元。",
		"1893年，三位乡绅商定保护古桥；云水信托于1894年宣告成立。"}), nil)
	for _, c := range []struct{ question, says, not string }{
		{"工匠奖由谁获得", "工匠奖由云岭公司董事长何远获得", "170个"},
		{"1894年云水信托宣告成立的目的", "三位乡绅商定保护古桥；云水信托于1894年宣告成立", "170个"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || a.Refused || !strings.Contains(a.Text, c.says) || strings.Contains(a.Text, c.not) {
			t.Errorf("%s: %q, refused %v, error %v", c.question, a.Text, a.Refused, err)
		}
	}
}

// TestWhoSentTheReport: a dateline with a name is a credit, that of the place asked about.
func TestWhoSentTheReport(t *testing.T) {
	corpus := town(t)
	articles := corpus.Snapshot().Articles()
	articles[0].Notes = append(articles[0].Notes, noteFor("byline", "本报记者 甲"))
	articles[1].Notes = append(articles[1].Notes, noteFor("dateline", "本报讯（记者 乙）"))
	for i := range articles {
		for j := range articles[i].Notes {
			articles[i].Notes[j].ID = ""
		}
		articles[i].Identify()
	}
	if err := corpus.Replace(context.Background(), articles); err != nil {
		t.Fatal(err)
	}
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "白塔经开区那篇谁写的"})
	if err != nil || a.Refused || !strings.HasPrefix(a.Text, "本报讯（记者 乙） [1]") {
		t.Errorf("answer %q, refused %v, error %v", a.Text, a.Refused, err)
	}
}
