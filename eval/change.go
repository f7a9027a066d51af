package eval

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
)

// ChangeKind is what is changed in an article.
type ChangeKind string

const (
	ChangeDigit  ChangeKind = "digit"  // one digit of the figure that was quoted
	ChangeUnit   ChangeKind = "unit"   // its unit
	ChangeEntity ChangeKind = "entity" // the place or institution that the question names
	ChangePeriod ChangeKind = "period" // the year that the question names
)

// ChangeKinds lists all kinds.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{ChangeDigit, ChangeUnit, ChangeEntity, ChangePeriod}
}

// change is an article with one thing changed.
type change struct {
	kind     ChangeKind
	old, new string
	article  news.Article
}

// changer changes the article of a quoted figure in one of several ways.
type changer struct {
	random   *rand.Rand
	snapshot *retrieval.Snapshot
	verdict  Verdict
	source   retrieval.Source // of the figure
}

func (c *changer) change(kind ChangeKind) (change, bool) {
	switch kind {
	case ChangeDigit:
		return c.figure(kind, c.otherDigit)
	case ChangeUnit:
		return c.figure(kind, otherUnit)
	case ChangeEntity:
		return c.entity()
	}
	return c.period()
}

// tries is how often a change of a figure is drawn until it is read as one figure.
const tries = 20

// figure changes the quoted figure to one that is read at the same place, that no
// article and not the question says.
func (c *changer) figure(kind ChangeKind, other func(string) (string, bool)) (change, bool) {
	f := c.verdict.Answer.Figures[0]
	text := []rune(c.source.Text)
	for range tries {
		said, ok := other(f.Text)
		if !ok {
			return change{}, false
		}
		changed := string(text[:f.Start]) + said + string(text[f.End:])
		if !standsAt(changed, f.Start, f.Start+runes(said)) || c.known(said) {
			continue
		}
		article := c.copied()
		for i := range article.Paragraphs {
			if article.Paragraphs[i].ID == c.source.Paragraph {
				article.Paragraphs[i].Text = changed
			}
		}
		return change{kind, f.Text, said, article}, true
	}
	return change{}, false
}

// standsAt says whether a text's [start:end) is read as one figure.
func standsAt(text string, start, end int) bool {
	return slices.ContainsFunc(figure.Find(text), func(f figure.Figure) bool { return f.Start == start && f.End == end })
}

// known says whether the question or the figure's article says something already.
func (c *changer) known(said string) bool {
	said = squeezed(said)
	return strings.Contains(squeezed(c.verdict.Query.Text), said) || strings.Contains(squeezed(wholeText(c.source.Article)), said)
}

func wholeText(a *news.Article) string {
	var b strings.Builder
	b.WriteString(a.Title)
	for _, p := range a.Paragraphs {
		b.WriteString("\n" + p.Section + "\n" + p.Text)
	}
	return b.String()
}

// copied is the figure's article, its paragraphs free to be changed.
func (c *changer) copied() news.Article {
	article := *c.source.Article
	article.Paragraphs = slices.Clone(article.Paragraphs)
	return article
}

// otherDigit changes one digit to another from 1 to 9.
func (c *changer) otherDigit(text string) (string, bool) {
	r := []rune(text)
	var places []int
	for i, d := range r {
		if d = hanzi.FoldRune(d); d >= '0' && d <= '9' {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return "", false
	}
	at := places[c.random.IntN(len(places))]
	digit := hanzi.FoldRune(r[at]) - '0'
	zero := r[at] - digit // in the same width
	r[at] = zero + 1 + (digit+rune(c.random.IntN(8)))%9
	return string(r), true
}

// unitPairs are units as they are written and others in their place, longer ones first.
var unitPairs = [][2]string{
	{"平方公里", "公顷"}, {"平方米", "亩"}, {"个百分点", "个基点"}, {"亿美元", "亿欧元"}, {"万美元", "万欧元"}, {"人民币", "美元"}, {"美元", "欧元"},
	{"亿元", "万元"}, {"万元", "亿元"}, {"千瓦", "兆瓦"}, {"公里", "米"}, {"公顷", "亩"}, {"人次", "户"}, {"小时", "天"}, {"分钟", "小时"}, {"英里", "公里"},
	{"元", "美元"}, {"%", "‰"}, {"％", "‰"}, {"吨", "克"}, {"米", "英里"}, {"亩", "公顷"}, {"家", "所"}, {"户", "家"}, {"项", "家"}, {"个", "项"},
	{"名", "户"}, {"人", "户"}, {"次", "年"}, {"件", "项"}, {"台", "辆"}, {"辆", "台"}, {"条", "项"}, {"年", "个月"}, {"天", "年"}, {"座", "条"},
	{"所", "家"}, {"位", "户"}, {"倍", "%"}, {"種", "件"}, {"种", "件"}, {"萬", "億"}, {"億", "萬"}, {"万", "亿"}, {"亿", "万"},
}

func otherUnit(text string) (string, bool) {
	for _, pair := range unitPairs {
		if stem, ok := strings.CutSuffix(text, pair[0]); ok && stem != "" {
			return stem + pair[1], true
		}
	}
	return "", false
}

// strangers are places that take the place of those in the articles.
var strangers = []string{"张掖", "阜阳", "丽水", "梅州", "宜宾", "咸宁", "玉溪", "朔州", "百色", "吴忠", "榆林", "鹤壁"}

// entity puts a place that no article names in the place of the last one that the
// question names, all over the article; of a long name the beginning.
func (c *changer) entity() (change, bool) {
	names := c.snapshot.Names(c.verdict.Query.Text)
	for _, name := range slices.Backward(names) {
		if len([]rune(name)) < 2 || !strings.Contains(hanzi.Fold(c.source.Article.Title+"\n"+c.source.Text), name) {
			continue
		}
		head := string([]rune(name)[:2])
		stranger := strangers[c.random.IntN(len(strangers))]
		if c.known(stranger) {
			continue
		}
		return change{ChangeEntity, head, stranger, c.everywhere(head, stranger)}, true
	}
	return change{}, false
}

// otherYears is how far away the year is that takes a year's place.
const otherYears = 7

// period puts another year in the place of the last one that the question names,
// all over the article.
func (c *changer) period() (change, bool) {
	for _, f := range slices.Backward(figure.Find(c.verdict.Query.Text)) {
		year := strconv.Itoa(f.When.Year)
		other := strconv.Itoa(f.When.Year - otherYears)
		if f.When.Year < 1000 || !strings.Contains(hanzi.Fold(c.source.Text), year) || c.known(other) || strings.Contains(c.verdict.Answer.Figures[0].Text, year) {
			continue
		}
		return change{ChangePeriod, year, other, c.everywhere(year, other)}, true
	}
	return change{}, false
}

// everywhere replaces a folded text all over the article.
func (c *changer) everywhere(old, new string) news.Article {
	article := c.copied()
	article.Title = replaceFolded(article.Title, old, new)
	for i := range article.Paragraphs {
		p := &article.Paragraphs[i]
		p.Section, p.Text = replaceFolded(p.Section, old, new), replaceFolded(p.Text, old, new)
	}
	return article
}

// replaceFolded replaces what is old when folded; both have as many runes.
func replaceFolded(text, old, new string) string {
	raw, folded, from, to := []rune(text), hanzi.FoldRunes([]rune(text)), []rune(old), []rune(new)
	for i := 0; i+len(from) <= len(raw); i++ {
		if slices.Equal(folded[i:i+len(from)], from) {
			copy(raw[i:], to)
			i += len(from) - 1
		}
	}
	return string(raw)
}
