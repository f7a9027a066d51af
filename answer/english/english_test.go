package english

import (
	"strings"
	"testing"
	"unicode"

	"youju/hanzi"
)

// names are the ones that a made-up collection has.
func names(pinyin string, capital bool) string {
	found := map[string]string{"zhengzhou": "郑州", "henan": "河南", "tianjin": "天津", "tianjinbinhai": "天津滨海", "zhouchenghu": "周成虎", "suzhou": "苏州", "xian": "西安"}[pinyin]
	if found == "周成虎" && !capital {
		return ""
	}
	return found
}

func TestRead(t *testing.T) {
	for question, want := range map[string]string{
		"How many technology-based SMEs are there in Zhengzhou High-tech Zone?":   "郑州高新区科技型中小企业有多少家",
		"how many SMEs did the high-tech zone of Zhengzhou have in 2020":          "2020年郑州高新区中小企业有多少家",
		"How many high-tech enterprises does Zhengzhou’s development zone have?":  "郑州开发区高新技术企业有多少家",
		"What was the total profit of industrial enterprises in Suzhou in 2020?":  "2020年苏州工业企业利润总额是多少",
		"What is the GDP of Suzhou Industrial Park?":                              "苏州工业园区地区生产总值是多少",
		"By how much did Zhengzhou's exports grow in January 2021?":               "2021年1月郑州出口的增速是多少",
		"How much did tax revenue in Suzhou fall in the first half of 2020?":      "2020年上半年苏州税收收入下降多少",
		"year-on-year growth of fixed-asset investment in Tianjin":                "天津固定资产投资的同比增速是多少",
		"What share of Henan's tech SMEs are in Zhengzhou High-tech Zone?":        "郑州高新区科技型中小企业占河南省的比例是多少",
		"What percentage of the city's patents does Suzhou Industrial Park have?": "苏州工业园区专利占全市的比例是多少",
		"Where does Tianjin rank nationally in foreign trade?":                    "天津进出口总额在全国排第几",
		"How many cell-related companies are in Tianjin Binhai New Area?":         "天津滨海新区细胞相关企业有多少家",
		"How much funding did the team of academician Zhou Chenghu receive?":      "周成虎院士团队资金是多少",
		"How much funding did Chenghu Zhou's team get?":                           "周成虎团队资金是多少",
		"When was the Zhengzhou platform unveiled?":                               "郑州平台什么时候揭牌",
		"How much R&D spending did companies in Xi'an have?":                      "西安企业研发投入是多少",
		"What are the imports and exports of Suzhou?":                             "苏州进出口总额是多少",
		"What were the profit and revenue of Suzhou in 2019?":                     "2019年苏州利润总额和营业收入是多少",
		"How many projects broke ground in Suzhou?":                               "苏州动工项目有多少个",
		"HOW MANY PATENTS ARE THERE IN SUZHOU":                                    "苏州专利有多少件",
		"Suzhou patents 2020":                                                     "2020年苏州专利",
		"How many projects were signed in Suzhou on January 28, 2021, please?":    "2021年1月28日苏州签约项目有多少个",
	} {
		if got, ok := Read(question, names, false); !ok || got.Chinese != want {
			t.Errorf("%s\n got %q %v\nwant %q", question, got.Chinese, ok, want)
		}
	}
}

func TestWhatIsNotRead(t *testing.T) {
	for _, question := range []string{
		"", "?", "How many?", "growth?", "exports", "and exports?", "What is this?", "in 2020", "Zhengzhou", "share of Suzhou",
		"How many companies are there in London?", "Who repairs the street lights in Suzhou?", "Which zone has the most companies?",
		"Are there 2103 companies in Zhengzhou?", "Is the profit of Suzhou higher than that of Zhengzhou?", "Where is Suzhou?",
		"How many companies are not in Suzhou?", "How many companies per person are there in Suzhou?", "What is the average profit in Suzhou?",
		"How many companies may Suzhou march have?", "zhengzhou you duoshao jia qiye", "How many zhouchenghu companies are there in Suzhou?", "Wie viele Firmen gibt es in Suzhou?",
	} {
		if got, ok := Read(question, names, false); ok {
			t.Errorf("%s was read as %q", question, got.Chinese)
		}
	}
}

func TestFollowUps(t *testing.T) {
	for question, want := range map[string]string{
		"growth?": "增速是多少", "How much did it grow?": "增速是多少", "By how much did it fall?": "下降多少", "and exports?": "出口", "What about Zhengzhou?": "郑州呢", "And in 2019?": "2019年呢", "What share of the province?": "占全省的比例是多少",
		"How did it rank nationally?": "", "What rank nationally?": "在全国排第几",
	} {
		got, ok := Read(question, names, true)
		if ok != (want != "") || ok && got.Chinese != want {
			t.Errorf("%s: %q %v, want %q", question, got.Chinese, ok, want)
		}
	}
}

func TestGlossary(t *testing.T) {
	kinds := []kind{noun, adj, zone, whole, ask, move, when, and, skip}
	lines := map[string]string{}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < 2 || len(fields) > 4 {
			t.Errorf("%q has %d fields", line, len(fields))
			continue
		}
		var words []string
		for _, w := range strings.Fields(fields[0]) {
			words = append(words, stem(w))
		}
		phrase := strings.Join(words, " ")
		if before, twice := lines[phrase]; twice {
			t.Errorf("%q says again what %q does", line, before)
		}
		lines[phrase] = line
		known := false
		for _, k := range kinds {
			known = known || string(k) == fields[1]
		}
		if !known || len(words) > longestPhrase {
			t.Errorf("%q has no known kind, or too many words", line)
		}
		if says := fields[1] != string(skip); says != (len(fields) > 2 && fields[2] != "") {
			t.Errorf("%q says nothing, or something", line)
		}
		for _, r := range strings.Join(fields[min(2, len(fields)):], "") {
			if fields[1] != string(ask) && r != '1' && !hanzi.IsHan(r) && !unicode.IsDigit(r) {
				t.Errorf("%q is not Chinese", line)
			}
		}
	}
}

// FuzzRead: what is read is Chinese, and has no number that was not asked about.
func FuzzRead(f *testing.F) {
	f.Add("How many SMEs are there in Zhengzhou in 2020?", false)
	f.Add("growth of 12,3.4% on May 5", true)
	f.Fuzz(func(t *testing.T, question string, followsUp bool) {
		read, ok := Read(question, names, followsUp)
		if !ok {
			return
		}
		if !strings.ContainsFunc(read.Chinese, hanzi.IsHan) {
			t.Errorf("%q is read as %q", question, read.Chinese)
		}
		for _, year := range strings.FieldsFunc(read.Chinese, func(r rune) bool { return !unicode.IsDigit(r) }) {
			if len(year) == 4 && !strings.Contains(question, year) {
				t.Errorf("%q is read as %q", question, read.Chinese)
			}
		}
	})
}
