package answer

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/check"
	"youju/answer/gate"
	"youju/answer/say"
	"youju/embed"
	"youju/lang"
	"youju/news"
	"youju/retrieval"
)

var updateGolden = flag.Bool("update", false, "write the golden files")

// everyFrame are questions that between them get everything that is said around
// quotes.
var everyFrame = []string{
	"青禾高新区实际利用外资多少", "青禾高新区规模以上工业总产值是多少", "2019年青禾高新区实际利用外资多少", "上海高新区实际利用外资多少", "青禾高新区三季度实际利用外资多少",
	"青禾高新区的工业利润总额和实际利用外资哪个增得快", "实际利用外资的增速比工业利润总额的增速高几个百分点", "青禾高新区2020年实际利用外资大概多少",
	"按平台占全省的比例推算，全省有多少家认证企业", "白塔经开区培训干部的1.2万人次是多少人次", "青禾高新区和白塔经开区的专利分别是多少项",
	"青禾高新区引进优质项目是68个吧", "青禾高新区引进优质项目86个对吗", "青禾高新区引进优质项目超过80个了吗", "青禾高新区引进优质项目超过90个了吗",
	"北岭瞪羚企业和南岭瞪羚企业一共多少家", "哪个高新区的工业利润总额最多", "2021年白塔高新区有多少家科技企业", "哪个经开区培训了干部", "青岭市的市长是谁", "火星上有水吗", "你好", "",
	"請問青禾高新區的工業利潤總額和實際利用外資哪個增得快", "上海高新區實際利用外資多少", "baita经开区培训干部多少人次",
}

// respelledBack are the misspelt words of everyFrame as they are taken.
var respelledBack = strings.NewReplacer("baita", "白塔")

// frames is a made-up collection in which there is something for every frame.
func frames(t *testing.T) *retrieval.Corpus {
	t.Helper()
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: encoder})
	if err != nil {
		t.Fatal(err)
	}
	var all []news.Article
	for _, a := range append(answertest.Park(t, encoder).Snapshot().Articles(),
		news.Article{Title: "白塔高新区企业培育", Paragraphs: []news.Paragraph{{Text: "2021年，白塔高新区列入北岭“瞪羚企业”的有28家，列入南岭“瞪羚企业”的有16家。"}}},
		news.Article{Title: "白塔高新区年报", Date: "2022-01-05", Paragraphs: []news.Paragraph{{Text: "2021年，白塔高新区科技企业280家。"}}},
		news.Article{Title: "白塔高新区再发布", Date: "2022-03-09", Paragraphs: []news.Paragraph{{Text: "2021年，白塔高新区科技企业310家。"}}},
		news.Article{Title: "专利", Paragraphs: []news.Paragraph{{Text: "青禾高新区专利500项，白塔经开区专利300项。"}}},
	) {
		a.Kind = news.KindArticle
		a.Identify()
		all = append(all, a)
	}
	if err := corpus.Replace(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	return corpus
}

// TestFramesOfEveryLanguage holds what is said around quotes, and that nothing else
// depends on the language: not the figures, not what is worked out, not the quotes.
func TestFramesOfEveryLanguage(t *testing.T) {
	answertest.Long(t)
	corpus := frames(t)
	answerer := New(corpus, nil)
	first := map[string]say.Answer{}
	for _, l := range lang.All() {
		var said strings.Builder
		for _, question := range everyFrame {
			a, err := answerer.Answer(context.Background(), asking.Question{Text: question, Language: l})
			if err != nil {
				t.Fatal(err)
			}
			if err := gate.Prove(corpus.Snapshot(), question+" "+respelledBack.Replace(question), a); err != nil {
				t.Errorf("%s, %s: %q is not proved: %v", l.Code(), question, a.Text, err)
			}
			fmt.Fprintf(&said, "问 %s\n%s\n\n", question, a.Text)
			a.Text, a.Marks = "", nil
			if l == lang.Simplified {
				first[question] = a
			}
			if !reflect.DeepEqual(a, first[question]) {
				t.Errorf("%s: %s gets %+v, in simplified characters %+v", l.Code(), question, a, first[question])
			}
		}
		golden(t, "frames-"+l.Code(), said.String())
	}
}

func TestChecksOfEveryLanguage(t *testing.T) {
	checked, err := check.Text(context.Background(), frames(t), "青禾高新区引进优质项目68个，规上工业总产值约800亿元，工业利润总额92亿元，出口总额45600万美元。")
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, l := range lang.All() {
		for _, c := range checked {
			said.WriteString(c.Head(l))
			if c.Figure != nil {
				said.WriteString(c.Figure.Text + c.Meaning(l))
			}
			said.WriteString("\n")
		}
	}
	golden(t, "checks", said.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *updateGolden {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew)\n got: %s\nwant: %s", path, got, want)
	}
}
