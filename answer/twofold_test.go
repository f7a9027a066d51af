package answer

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/gate"
	"youju/embed"
)

func TestPartsOf(t *testing.T) {
	for question, want := range map[string][]string{
		"青禾有多少家企业，都做什么？":      {"青禾有多少家企业", "都做什么"},
		"有多少家、占全省多少；在全省排第几":   {"有多少家", "占全省多少", "在全省排第几"},
		"2021年，青禾有多少家企业？":     {"2021年，青禾有多少家企业？"},
		"此前几个月，青禾的治安怎么样":      {"此前几个月，青禾的治安怎么样"},
		"1965年几内亚断交后，货币叫什么？":  {"1965年几内亚断交后，货币叫什么？"},
		"是谁，在哪，多少人，几天，为何，怎么办": {"是谁，在哪，多少人，几天，为何，怎么办"},
		"青禾有多少家企业和多少个平台":      {"青禾有多少家企业", "多少个平台"},
		"青禾排第几，白塔呢？":          {"青禾排第几", "白塔呢"},
		"多少个国家和几内亚建交":         {"多少个国家和几内亚建交"},
		"青禾有多少家企业，我想知道":       {"青禾有多少家企业，我想知道"},
		"青禾有多少家企业 增长百分之几":     {"青禾有多少家企业", "增长百分之几"},
		"青禾 独角兽企业 有多少家":       {"青禾 独角兽企业 有多少家"},
		"青禾有多少家 企业":           {"青禾有多少家 企业"},
		"":                    {""},
	} {
		if got := partsOf(question); !slices.Equal(got, want) {
			t.Errorf("%s is cut into %q, not %q", question, got, want)
		}
	}
}

func TestSeveralThingsAskedAtOnce(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Park(t, encoder), nil)
	for question, want := range map[string][]string{
		"2021年青禾高新区实际利用外资多少，增长了多少？":      {"45600万美元", "12.5%"},
		"2021年青禾高新区实际利用外资多少 增长百分之几":      {"45600万美元", "12.5%"},
		"青禾平台认证企业多少家，占青岭市多少，居东原省第几？":     {"1508家", "41.2%", "第二"},
		"白塔创新中心什么时候揭牌？白塔经开区培训干部多少人次？":    {"3月5日", "1.2万人次"},
		"青禾高新区引进优质项目多少个，青禾高新区有多少家独角兽企业？": {"86个", "文章没有"},
		"青禾高新区有哪些优质项目？青禾高新区引进优质项目多少个，":   {"86个"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused {
			t.Errorf("%s got %q, refused %v, error %v", question, a.Text, a.Refused, err)
			continue
		}
		saysInOrder(t, question, a.Text, want)
		if a.Figures[0].Text != want[0] {
			t.Errorf("%s got %s as the first figure, not %s", question, a.Figures[0].Text, want[0])
		}
	}
}

// saysInOrder holds an answer to saying each of the wanted, one behind the other.
func saysInOrder(t *testing.T, question, said string, want []string) {
	t.Helper()
	at := 0
	for _, w := range want {
		i := strings.Index(said[at:], w)
		if i < 0 {
			t.Errorf("%s got %q, which lacks %s or says it too early", question, said, w)
			return
		}
		at += i
	}
}

// TestAnswersArePutTogether: whatever two proved answers say, both say it together,
// and that is proved too.
func TestAnswersArePutTogether(t *testing.T) {
	answertest.Long(t)
	corpus := answertest.Park(t, answertest.Embedder{})
	answerer := New(corpus, nil)
	questions := []string{
		"青禾高新区实际利用外资多少", "青禾高新区的工业利润总额增长多少？", "青禾高新区平台已认证企业占全省多少", "白塔创新中心什么时候揭牌", "白塔经开区是做什么的",
		"青禾高新区规上工业总产值比工业利润总额多多少", "上海高新区实际利用外资多少",
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SampledFrom(questions).Draw(t, "first")
		y := rapid.SampledFrom(questions).Draw(t, "second")
		a, err := answerer.Answer(context.Background(), asking.Question{Text: x})
		if err != nil {
			t.Fatal(err)
		}
		b, err := answerer.Answer(context.Background(), asking.Question{Text: y})
		if err != nil {
			t.Fatal(err)
		}
		both := and(a, b)
		if n := len(both.Figures); n > 0 {
			putFirst(&both, rapid.IntRange(0, n-1).Draw(t, "first figure"))
		}
		if err := gate.Prove(corpus.Snapshot(), x+y, both); err != nil {
			t.Fatalf("%q: %v", both.Text, err)
		}
		if len(both.Marks) != len(a.Marks)+len(b.Marks) || len(both.Figures) != len(a.Figures)+len(b.Figures) {
			t.Fatalf("%d figures and %d marks of %d, %d and %d, %d", len(both.Figures), len(both.Marks), len(a.Figures), len(a.Marks), len(b.Figures), len(b.Marks))
		}
	})
}
