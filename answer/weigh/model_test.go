package weigh

import (
	"testing"

	"youju/answer/asking"
	"youju/news"
)

func TestModelsThatAreToldByTheirNumbers(t *testing.T) {
	for _, c := range []struct{ question, text, other string }{
		{"Aphone SE 4的起售价是多少", "Aphone SE3发布，新款Aphone SE起售价为3499元", "Aphone SE 4"},
		{"Aphone SE 4的起售价是多少", "Aphone SE4起售价为3499元，SE3降价", ""},
		{"Aphone SE 4的起售价是多少", "Aphone SE起售价为3499元", ""},
		{"BX-21战斗机的航程", "BX-11战斗机航程1200公里", "BX-21"},
		{"YSA 20支球队", "YSA 18支球队", ""}, // they are counted
		{"CT5的套件", "新增套件，沿用CT6的风格", "CT5"},
		{"YSAC 2023的征稿", "YSAC 2022的征稿", ""},
	} {
		a := &news.Article{Paragraphs: []news.Paragraph{{Text: c.text}}}
		if got := modelUnsaid(asking.Read(asking.Question{Text: c.question}), c.text, a); got != c.other {
			t.Errorf("%s, %s: %q, want %q", c.question, c.text, got, c.other)
		}
	}
}

// TestAModelThatAnotherSentenceNames: 沿用CT6的风格 may be of the CT5.
func TestAModelThatAnotherSentenceNames(t *testing.T) {
	a := &news.Article{Paragraphs: []news.Paragraph{{Text: "新款CT5亮相。"}}}
	if got := modelUnsaid(asking.Read(asking.Question{Text: "CT5的套件"}), "新增套件，沿用CT6的风格", a); got != "" {
		t.Errorf("%s is missing", got)
	}
}

func TestAFurtherSeasonIsSaid(t *testing.T) {
	for _, c := range []struct{ question, text, unsaid string }{
		{"《长河谣》第二季什么时候上线", "《长河谣》上线，每集2分钟", "第二季"},
		{"《长河谣》第二季什么时候上线", "《长河谣》第2季上线", ""},
		{"《长河谣》第二季什么时候上线", "《长河谣》新一季上线", ""},
		{"《长河谣》第一季什么时候上线", "《长河谣》上线", ""},
		{"第二季度的产值", "一季度产值3亿元", ""},
	} {
		a := &news.Article{Paragraphs: []news.Paragraph{{Text: c.text}}}
		if got := sequelUnsaid(asking.Read(asking.Question{Text: c.question}), a); got != c.unsaid {
			t.Errorf("%s, %s: %q, want %q", c.question, c.text, got, c.unsaid)
		}
	}
}
