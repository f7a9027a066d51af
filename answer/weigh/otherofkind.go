package weigh

import (
	"strings"
	"unicode"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// otherOfKind is one of several of a kind that a question names (西礁码头) where the figure is of another one (东屿码头) and its sentence
// says nothing of it up to there, while the article does, or nobody; or a sort or a bound that is told from the figure's. "" for none. What tells
// one from the others is what stands right before the noun that both share.
func otherOfKind(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	if r.Claim != nil {
		return ""
	}
	folded := hanzi.Fold(r.Raw)
	if sort := asking.OtherSort(folded, c.Said()); sort != "" {
		return sort
	}
	if bound := otherBound(r, c); bound != "" {
		return bound
	}
	if other := otherRow(snapshot, folded, c); other != "" {
		return other
	}
	article := snapshot.ArticleText(c.Sentence.Source.Article, wording.ArticleText)
	said := c.UpToClause()
	for _, asked := range kindsNamed(snapshot, folded) {
		if !asked.named || !ownerNoun.MatchString(asked.noun) || strings.Contains(said, asked.mod) || strings.Contains(hanzi.Fold(c.Sentence.Source.Article.Title), asked.mod) {
			continue
		}
		of, named := nearestOfKind(snapshot, asked, c)
		if of == "" || sharesEnd(of, asked.mod) || !strings.Contains(article, asked.mod+asked.noun) && (!named || strings.ContainsAny(of, asked.mod) || strings.Contains(article, asked.mod)) {
			continue
		}
		return asked.mod + asked.noun
	}
	return ""
}

// otherRow is the name that another part of the figure's passage begins with and the question says, where the figure's own begins
// with a name that the question does not: 远岫新能源 where 毛利率17.5% is of 驰岚汽车. "" where it is not so.
func otherRow(snapshot *retrieval.Snapshot, asked string, c Candidate) string {
	text, own := c.Sentence.Text, ""
	var others [][2]string
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && !strings.ContainsRune("；。;：:", text[to]) {
			to++
		}
		if name, full := rowName(snapshot, hanzi.Fold(string(text[from:to]))); from <= c.Figure.Start && c.Figure.Start < to {
			own = name
		} else if name != "" {
			others = append(others, [2]string{name, full})
		}
		from = to + 1
	}
	if own == "" || strings.Contains(asked, own) {
		return ""
	}
	said := c.UpToClause()
	for _, o := range others {
		if o[0] != own && strings.Contains(asked, o[0]) && !strings.Contains(said, o[0]) {
			return o[1]
		}
	}
	return ""
}

// rowName is how a part of a passage begins with the name of a company or the like that no dictionary has, and all of its first words: 驰岚
// and 驰岚汽车; "" for another.
func rowName(snapshot *retrieval.Snapshot, text string) (name, full string) {
	words := snapshot.Words(text)
	if len(words) < 2 || words[0].Start != 0 {
		return "", ""
	}
	if first := words[0]; wording.IsGrammar(first) || !unknownName(words) {
		return "", ""
	}
	runes := []rune(text)
	end, last := cutName, 0
	for i, w := range words {
		if w.Start == end && (wording.IsNoun(w) || w.Speech == "a" && i+1 < len(words) && wording.IsNoun(words[i+1])) { // 新能源
			if end = w.End; ownerNoun.MatchString(w.Text) {
				last = end
			}
		}
	}
	if last == 0 || !wording.AllHan(runes[:last]) {
		return "", ""
	}
	return string(runes[:cutName]), string(runes[:last])
}

// nearestOfKind tells which of a kind a figure is of: what stands before the noun in its clause, in its sentence before it, or in
// the sentences of its passage before that, the nearest first, and whether it is a name; "" where none of these says.
func nearestOfKind(snapshot *retrieval.Snapshot, asked ofKind, c Candidate) (of string, named bool) {
	texts := []string{c.Said(), c.SaidBefore()}
	before := hanzi.Sentences(string(c.Sentence.Text[:c.Sentence.Span.Start]))
	for i := len(before) - 1; i >= 0; i-- {
		texts = append(texts, hanzi.Fold(string(c.Sentence.Text[before[i].Start:before[i].End])))
	}
	return lastOfKind(snapshot, asked, append(texts, hanzi.Fold(c.Sentence.Source.Article.Title)))
}

// lastOfKind is what stands before a noun in the first of some texts that says of which of the kind it is.
func lastOfKind(snapshot *retrieval.Snapshot, asked ofKind, texts []string) (of string, named bool) {
	for _, text := range texts {
		if strings.Contains(text, asked.mod) {
			return asked.mod, true
		}
		for _, own := range kindsNamed(snapshot, text) {
			if own.noun == asked.noun && sharesEnd(own.mod, asked.mod) {
				return asked.mod, true
			}
			if own.noun == asked.noun {
				of, named = own.mod, own.named
			}
		}
		if of != "" {
			return of, named
		}
	}
	return "", false
}

// otherBound is the bound that a question names (90岁以上) where the figure's clause says another of its unit (80岁以上); "" for none.
func otherBound(r asking.Reading, c Candidate) string {
	asked := boundSaid.FindStringSubmatch(hanzi.Fold(r.Raw))
	if asked == nil {
		return ""
	}
	other := ""
	for _, own := range boundSaid.FindAllStringSubmatch(c.Said(), -1) {
		if own[1] == asked[1] {
			return ""
		}
		if own[2] == asked[2] && own[3] == asked[3] {
			other = asked[0]
		}
	}
	return other
}

// boundSaid is a bound that tells some from others: 80岁及以上.
var boundSaid = pattern.Compile(`([\d.]+)(周?岁|[万亿]*元|平方米|公里|年|分)(?:及)?(以[上下内])`)

// ownerNoun is what of which figures are: who does or has something.
var ownerNoun = pattern.Compile(`(公司|集团|医院|学校|大学|学院|中学|小学|码头|港|港口|银行|航空|汽车|客车|乳业|药业|制药|钢铁|能源|供热|生物|科技|电子|光电|医疗|新材|实验室|合作社|研究院|研究所|电站|水库|机场|车站|站|法院|酒店|工厂|厂|店|店铺|铺|社|队|战队|俱乐部|园|园区|公园|馆|博物馆|所|县|镇|乡|村|街道|街)$`)

// ofKind is a noun with what stands right before it, which tells one of a kind from others: 西礁 and 码头; named says that it is a name
// or characters that no dictionary has together.
type ofKind struct {
	mod, noun string
	named     bool
}

// longestMod is how many runes tell one of a kind, cutName how many of a name the dictionary may have one by one.
const (
	longestMod = 5
	cutName    = 2
)

// kindsNamed are the nouns of a folded text that a name, a noun or characters that no dictionary has together stand right before.
func kindsNamed(snapshot *retrieval.Snapshot, text string) (out []ofKind) {
	words, runes := snapshot.Words(text), []rune(text)
	for i, w := range words {
		if i == 0 || !wording.IsNoun(w) || i+1 < len(words) && words[i+1].Start == w.End && strings.ContainsAny(wording.Class(words[i+1].Speech), "ns") { // 青岛公园 of 青岛公园城市
			continue
		}
		from, named := w.Start, true
		for k := i - 1; k >= 0 && words[k].End == from && w.Start-words[k].Start <= longestMod && tells(words[k]); k-- {
			from = words[k].Start
			named = named && (wording.IsProper(words[k]) || words[k].End-words[k].Start == 1)
		}
		if mod := string(runes[from:w.Start]); mod != "" && !numberedMod.MatchString(mod) {
			out = append(out, ofKind{mod, w.Text, named && w.Start-from > 1 && (w.Start-from <= cutName || wording.IsProper(words[i-1]))})
		}
	}
	return out
}

// tells says that a word may tell one of a kind from others.
func tells(w index.Word) bool {
	return (wording.IsThing(w) || w.End-w.Start == 1 && w.Speech != "" && !wording.IsGrammar(w)) && unicode.Is(unicode.Han, []rune(w.Text)[0])
}

// numberedMod begins with a number, of which otherLetter sees to.
var numberedMod = pattern.Compile(`^[\d一二三四五六七八九十两第]`)

// sharesEnd says that two end in the same character, or one in the other.
func sharesEnd(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return x[len(x)-1] == y[len(y)-1]
}
