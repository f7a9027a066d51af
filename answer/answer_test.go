package answer

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/gate"
	"youju/embed"
	"youju/news"
)

func TestAnswers(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Park(t, encoder), nil)
	cases := []struct {
		question, figure string
		refused          bool
	}{
		{"青禾高新区实际利用外资多少", "45600万美元", false},
		{"青禾高新区的工业利润总额增长多少？", "7.4%", false},
		{"青禾高新区规模以上工业总产值是多少", "830亿元", false},
		{"青禾高新区平台已认证企业占全省多少", "9.3%", false},
		{"青禾高新区平台已认证的企业占全市多少", "41.2%", false},
		{"青禾高新区平台认证企业居东原省第几", "第二", false},
		{"青禾引进优质项目多少个", "86个", false},
		{"白塔经开区新增市场主體有幾戶", "2.7万户", false},
		{"白塔创新中心什么时候揭牌", "3月5日", false},
		{"白塔经开区培训干部多少人次", "1.2万人次", false},
		{"白塔经开区建有几个孵化器", "两个", false},
		{"2019年青禾高新区实际利用外资多少", "45600万美元", true},
		{"上海工业园区实际利用外资多少", "45600万美元", true},
		{"上海高新区实际利用外资多少", "45600万美元", true},
		{"青禾高新区平台认证了多少家独角兽", "1508家", true}, // it counts enterprises
		{"青禾高新区平台认证了多少家公司", "1508家", false},
	}
	for _, c := range cases {
		t.Run(c.question, func(t *testing.T) {
			a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Figures) == 0 || a.Figures[0].Text != c.figure || a.Refused != c.refused {
				t.Fatalf("answer %q, refused %v, figures %+v; want %s, refused %v", a.Text, a.Refused, a.Figures, c.figure, c.refused)
			}
			if at := strings.Index(a.Text, c.figure); !c.refused && (at < 0 || at > len("约")) {
				t.Errorf("the figure does not come first in %q", a.Text)
			}
		})
	}
}

func TestADateIsSaidInFull(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"云台园区", "云台园区的体育馆于4月25日上午10时开馆。"})
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "云台园区的体育馆什么时候开馆"})
	if err != nil || a.Refused || len(a.Figures) == 0 || a.Figures[0].Text != "4月25日上午10时" {
		t.Errorf("answer %q, figures %+v, error %v", a.Text, a.Figures, err)
	}
}

// TestAComparedYearIsNoPeriod: 比2019年 says what is compared with, not when.
func TestAComparedYearIsNoPeriod(t *testing.T) {
	corpus := answertest.Collection(t, answertest.Embedder{}, []string{"云台园区", "2021年云台园区办活动9次，比2019年增加5次，引进项目86个。"})
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "云台园区引进项目多少个"})
	if err != nil || len(a.Figures) == 0 || a.Figures[0].Period == nil || *a.Figures[0].Period != "2021年" {
		t.Errorf("answer %q, figures %+v, error %v", a.Text, a.Figures, err)
	}
}

func TestCreditsComeFromNotes(t *testing.T) {
	corpus := answertest.Park(t, answertest.Embedder{})
	articles := corpus.Snapshot().Articles()
	articles[0].Notes = append(articles[0].Notes, noteFor("photo", "本报资料图/摄"))
	articles[0].Notes[0].ID = ""
	articles[0].Identify()
	if err := corpus.Replace(context.Background(), articles); err != nil {
		t.Fatal(err)
	}
	a, err := New(corpus, nil).Answer(context.Background(), asking.Question{Text: "谁拍的照片"})
	if err != nil || a.Refused || !strings.HasPrefix(a.Text, "本报资料图/摄 [1]") {
		t.Errorf("answer %q, refused %v, error %v", a.Text, a.Refused, err)
	}
}

func TestFollowUpLeansOnTheQuestionBefore(t *testing.T) {
	a, err := New(answertest.Park(t, answertest.Embedder{}), nil).Answer(context.Background(), asking.Question{
		Text: "增速呢", History: []asking.Turn{{Question: "白塔经开区新增市场主体多少户", Answer: "2.7万户"}},
	})
	if err != nil || len(a.Figures) == 0 || a.Figures[0].Text != "18%" {
		t.Errorf("answer %q, error %v", a.Text, err)
	}
}

func TestAnEmptyQuestionIsToldKindly(t *testing.T) {
	a, err := New(answertest.Park(t, answertest.Embedder{}), nil).Answer(context.Background(), asking.Question{Text: " \n"})
	if err != nil || !a.Refused || a.Text == "" {
		t.Errorf("answer %+v, error %v", a, err)
	}
}

func TestAGreetingIsNoSearch(t *testing.T) {
	for _, hello := range []string{"你好", "您好！", "hi", "在吗？"} {
		a, err := New(answertest.Park(t, answertest.Embedder{}), nil).Answer(context.Background(), asking.Question{Text: hello})
		if err != nil || a.Refused || len(a.Citations) > 0 || !strings.HasPrefix(a.Text, "你好") {
			t.Errorf("%q got %+v, error %v", hello, a, err)
		}
	}
}

func TestJSONHasListsAndNulls(t *testing.T) {
	a, err := New(answertest.Park(t, answertest.Embedder{}), nil).Answer(context.Background(), asking.Question{Text: "青禾引进优质项目多少个"})
	if err != nil {
		t.Fatal(err)
	}
	line, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"derived":[]`, `"suggestions":["青禾`, `"entity":"青禾高新区"`, `"metric":"优质项目"`, `"refused":false`, `"value":"86"`} {
		if !strings.Contains(string(line), want) {
			t.Errorf("%s is not in %s", want, line)
		}
	}
}

// TestEveryAnswerIsProved asks what nobody would and what somebody might; the
// gate's own rules are checked again on what comes out.
func TestEveryAnswerIsProved(t *testing.T) {
	corpus := answertest.Park(t, answertest.Embedder{})
	answerer, snapshot := New(corpus, nil), corpus.Snapshot()
	words := []string{"青禾", "高新区", "白塔", "2021年", "2019年", "多少", "几个", "占全省", "增长", "外资", "利润", "平台", "吗", "呢", "为什么", "谁", "哪个高新区", "3月5日", "<b>", "[1]", "１２", "三千家", "😀", "\\", "第几",
		"去年", "未来", "比", "其中", "没动工的", "谁多", "一共", "差多少", "那", "同比", "1508家", "上半年", "進出口", "平均每个"}
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 1, 7), func(some []string) string { return strings.Join(some, "") })
		question := draw.Draw(t, "question")
		var history []asking.Turn
		for _, before := range rapid.SliceOfN(draw, 0, 3).Draw(t, "before") {
			history = append(history, asking.Turn{Question: before, Answer: "86个"})
		}
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question, History: history})
		if err != nil {
			t.Fatal(err)
		}
		if err := gate.Prove(snapshot, question, a); err != nil {
			t.Fatalf("%q got %q: %v", question, a.Text, err)
		}
		for _, f := range a.Figures {
			if !strings.Contains(a.Text, f.Text) {
				t.Fatalf("%q lists %s, which %q does not say", question, f.Text, a.Text)
			}
		}
		again, err := answerer.Answer(context.Background(), asking.Question{Text: question, History: history})
		if err != nil || again.Text != a.Text {
			t.Fatalf("%q got %q and then %q", question, a.Text, again.Text)
		}
	})
}

// TestWhatHappenedThen: a date is of what is asked for, the first of several, and of
// its own sentence's year.
func TestWhatHappenedThen(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"月湖剧场", "月湖剧场2015年6月1日揭牌。小说曾两度（1946年、1978年）改编成话剧。1976年11月15日，剧场的刊物《月湖》创刊，每本定价1元。2008年，该刊每本定价为12元。", "月湖剧场建在山洞里。当时的人都相信那里冬暖夏凉。"},
		[]string{"东湖书院", "2023-08-09 07:07，正文：东湖书院开放了，读者很多。"},
		[]string{"南浦新区", "2020年以来，南浦新区的重点企业多起来了。"},
		[]string{"西岭书院", "2020年西岭书院的学生和教师都多起来了。"},
		[]string{"李崇", "大宝二年（551年）六月二十二日，李崇向王平投降。"},
		[]string{"东山市", "市长秘书周大海到会。东山市市长赵明华出席了会议。", "东山市新签约的项目为19个，企业数量升至2103家。", "东山市给予补贴20万元，给予奖励1万元。"},
		[]string{"南湖项目", "南湖项目全国排名第二，北湖项目全国排名第三。"})
	for question, want := range map[string]string{
		"月湖剧场什么时候挂牌":      "2015年6月1日 [1]",
		"东湖书院什么时候开放":      "文章没有",
		"南浦新区什么时候成立":      "文章没有",
		"西岭书院什么时候获批":      "文章没有说到获批",
		"小说第一次改编成话剧是哪一年":  "1946年 [1]",
		"小说最后一次改编成话剧是哪一年": "1978年 [1]",
		"2008年《月湖》的定价是多少": "12元",
		"李崇什么时候向王平投降":     "大宝二年（551年）六月二十二日",
		"哪个项目全国排名第一":      "文章说到的不是第一",
		"东山市签约项目几个":       "19个",
		"东山市开工项目几个":       "文章没有说到开工项目",
		"东山市企业去年增加了多少家":   "文章没有直接给出这个数。最接近的是：2103家",
		"东山市补贴20万元是一次性的吗": "东山市给予补贴20万元",
		"赵明华是什么职务":        "东山市市长赵明华",
		"月湖剧场为什么建在山洞里":    "月湖剧场建在山洞里。当时的人都相信那里冬暖夏凉。",
		"东山市市长是谁":         "东山市市长赵明华",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || !strings.HasPrefix(a.Text, want) || a.Refused != strings.HasPrefix(want, "文章") {
			t.Errorf("%s got %q, refused %v, error %v; want %s", question, a.Text, a.Refused, err, want)
		}
	}
}

func noteFor(kind, text string) news.Note { return news.Note{Kind: news.NoteKind(kind), Text: text} }
