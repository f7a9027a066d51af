package news

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func jsonLine(id, text string) string {
	b, _ := json.Marshal(map[string]any{"_id": id, "title": "题", "text": text, "metadata": map[string]string{"date": "2023-07-31", "url": "u"}})
	return string(b) + "\n"
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, clean(s))
}

func TestPassages(t *testing.T) {
	short := "本报讯 短文，2103家。\n第二行（记者 甲）"
	long := strings.Repeat("园区2020年实际利用外资254678万美元，同比增长24.8%；“这是新高！”负责人说。", 20)
	articles, err := Parse("c.jsonl", []byte(jsonLine("p1", short)+jsonLine("p2", long)))
	if err != nil || len(articles) != 2 {
		t.Fatal(articles, err)
	}
	checkShape(t, articles)
	if a := articles[0]; a.ID != "p1" || a.Date != "2023-07-31" || a.URL != "u" || len(a.Notes) != 0 || len(a.Paragraphs) != 1 ||
		a.Paragraphs[0].ID != "p1" || a.Paragraphs[0].Text != "本报讯 短文，2103家。第二行（记者 甲）" {
		t.Errorf("%+v", a)
	}
	for i, p := range articles[1].Paragraphs {
		if p.ID != fmt.Sprintf("p2#%d", i+1) || !strings.HasSuffix(p.Text, "负责人说。") {
			t.Errorf("%s ends with %s", p.ID, p.Text[len(p.Text)-60:])
		}
	}
	if len(articles[1].Paragraphs) < 2 {
		t.Error("the long text was not split")
	}
}

func TestOtherForms(t *testing.T) {
	articles, err := Parse("c.jsonl", []byte(`{"headline":"甲篇","content":"正文。","publish_time":"2021年1月27日","source":"示例报"}
{"id":7,"标题":"乙篇","正文":["第一段。","第二段。"]}
{"_id":"d","text":"同。"}
{"_id":"d","text":"同。"}
{"_id":"d","text":"异。"}
`))
	if titles(articles) != "甲篇 乙篇 " || articles[0].Date != "2021-01-27" || articles[1].ID != "7" || articles[1].Paragraphs[0].Text != "第一段。第二段。" {
		t.Errorf("%+v", articles)
	}
	if err == nil || !strings.Contains(err.Error(), "c.jsonl, line 5") {
		t.Errorf("another text under a used id: %v", err)
	}
}

func TestSplitKeepsAll(t *testing.T) {
	words := rapid.SampledFrom([]string{"园区", "2103家", "17.78%", "，", "。", "！”", "“", "；", "\n", "  ", "增长", "254678万美元", "GDP", "1,234.5", "……", "说"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(words, 0, 900).Draw(t, "words"), "")
		pieces := split(text, wholeRunes)
		if bare(strings.Join(pieces, "")) != bare(text) {
			t.Fatal("the pieces do not hold the text")
		}
		for i, p := range pieces {
			if n := utf8.RuneCountInString(p); n > sentenceRunes+wholeRunes {
				t.Fatalf("a piece has %d runes", n)
			}
			if i+1 < len(pieces) && cutsFigure(p, pieces[i+1]) {
				t.Fatalf("a figure was cut: %q | %q", p, pieces[i+1])
			}
		}
	})
}

func cutsFigure(a, b string) bool {
	l, _ := utf8.DecodeLastRuneInString(a)
	r, _ := utf8.DecodeRuneInString(b)
	return unicode.IsDigit(l) && (unicode.IsDigit(r) || r == '.' || r == ',') || (l == '.' || l == ',') && unicode.IsDigit(r)
}

func TestLoadCorpus(t *testing.T) {
	const path = "../../shared/load/crud_news_20k.jsonl"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skip("the load corpus is absent: ", err)
	}
	articles, err := Parse(path, data)
	if err != nil {
		t.Fatal(err)
	}
	checkShape(t, articles)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	byID := map[string]Article{}
	for _, a := range articles {
		byID[a.ID] = a
	}
	for _, line := range lines {
		var want struct {
			ID   string `json:"_id"`
			Text string
		}
		if err := json.Unmarshal([]byte(line), &want); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range byID[want.ID].Paragraphs {
			got += p.Text
		}
		if bare(got) != bare(want.Text) {
			t.Fatalf("%s lost some of its text", want.ID)
		}
	}
}

// TestBlanksThatSetOffText are one: whole screens of them would be all that is read of a passage.
func TestBlanksThatSetOffText(t *testing.T) {
	articles, err := parseJSONL([]byte(jsonLine("a", "8月2日，正文："+strings.Repeat(" ", 300)+"白塔县三名儿童获救。   图为现场。")))
	if err != nil || len(articles) != 1 || articles[0].Paragraphs[0].Text != "8月2日，正文： 白塔县三名儿童获救。   图为现场。" {
		t.Errorf("got %+v, %v", articles, err)
	}
}
