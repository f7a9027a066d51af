package index_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"youju/retrieval/index"
)

var loaded = sync.OnceValues(index.NewTokenizer)

func tokenizer(t testing.TB) *index.Tokenizer {
	t.Helper()
	tokens, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func TestTerms(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"a figure stays whole beside its number", "利用254678万美元", "利用 254678万美元 254678"},
		{"a full-width figure is the same", "利用２５４６７８万美元", "利用 254678万美元 254678"},
		{"a percentage is not split at its point", "增长5.2%", "增长 5.2% 5.2"},
		{"grouping commas go", "1,234.5万元", "1234.5万元 1234.5"},
		{"a year in Chinese numerals stays whole", "二零二四年", "二零二四年"},
		{"a qualifier is no part of the figure", "约2103家企业", "约 2103家 2103 企业"},
		{"a plan's name is made of words", "“三农”工作", "三农 工作"},
		{"words and bigrams", "郑州高新区", "郑州 高新 高新区 郑州 州高 高新 新区"},
		{"traditional characters are folded", "鄭州高新區", "郑州 高新 高新区 郑州 州高 高新 新区"},
		{"Latin words, digits within", "ＧＤＰ与iPhone15发布", "gdp 与 iphone15 发布"},
		{"accents belong to their word", "Hello wörld", "hello wörld"},
		{"a character alone", "的", "的"},
		{"no letters", "😀，。", ""},
		{"not UTF-8", "\xff\xfe坏", "坏"},
		{"empty", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(tokenizer(t).Terms(c.text), " "); got != c.want {
				t.Errorf("Terms(%q)\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestNamesAreThePlacesAndInstitutions(t *testing.T) {
	if got := tokenizer(t).Names("鄭州高新區与北京大学合作建设"); !slices.Equal(got, []string{"郑州", "北京大学"}) {
		t.Errorf("names %q", got)
	}
	if got := tokenizer(t).Names("合肥、大连与南通的日照"); !slices.Equal(got, []string{"合肥", "大连", "南通"}) {
		t.Errorf("cities that the dictionary holds to be words: %v", got)
	}
	if got := tokenizer(t).Names("景德镇和秦皇岛的占领区"); !slices.Equal(got, []string{"景德镇", "秦皇岛"}) {
		t.Errorf("places that the dictionary holds to be people: %v", got)
	}
	if got := tokenizer(t).Names("加纳与乌克兰的约旦商人"); !slices.Equal(got, []string{"加纳", "乌克兰", "约旦"}) {
		t.Errorf("countries that the dictionary holds to be words or people: %v", got)
	}
	if got := tokenizer(t).Names("增长了不少"); len(got) != 0 {
		t.Errorf("names %q where there are none", got)
	}
}

// Full-width and half-width forms of a text are the same text to a reader.
func TestTermsDoNotDependOnTheWidth(t *testing.T) {
	tokens := tokenizer(t)
	letters := []rune("0123456789abcXYZ%.约亿元家年增长企业 ")
	rapid.Check(t, func(t *rapid.T) {
		half := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 24).Draw(t, "text"))
		full := strings.Map(func(r rune) rune {
			if r > ' ' && r < 0x7f {
				return r + 0xfee0
			}
			return r
		}, half)
		if a, b := tokens.Terms(half), tokens.Terms(full); !slices.Equal(a, b) {
			t.Fatalf("%q gives %q, %q gives %q", half, a, full, b)
		}
	})
}

func TestTermsFromManyGoroutines(t *testing.T) {
	tokens := tokenizer(t)
	text := "昆山高新区2020年省级以上科技计划项目立项28项"
	want := tokens.Terms(text)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := tokens.Terms(text); !slices.Equal(got, want) {
					t.Errorf("got %q, want %q", got, want)
					return
				}
			}
		})
	}
	group.Wait()
}

func FuzzTerms(f *testing.F) {
	for _, s := range []string{"", "约2103家", "１２．３％", "\xff", "a\u0301b", "二〇二〇年五一"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, term := range tokenizer(t).Terms(s) {
			if term == "" || strings.ContainsAny(term, " \n\t，。") {
				t.Fatalf("term %q of %q", term, s)
			}
		}
	})
}

func TestWordsKeepTheirPlaces(t *testing.T) {
	var got []string
	text := []rune("郑州，获得 GDP增长的企业")
	for _, w := range tokenizer(t).Words(text) {
		if string(text[w.Start:w.End]) != w.Text && w.Text != strings.ToLower(string(text[w.Start:w.End])) {
			t.Errorf("%q is said to stand at %d, where %q is", w.Text, w.Start, string(text[w.Start:w.End]))
		}
		got = append(got, w.Text+"/"+w.Speech)
	}
	if want := "郑州/ns 获得/v GDP/ 增长/v 的/uj 企业/n"; strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}
