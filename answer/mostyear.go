package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// yearMostAsked asks in which year something was most, or least: 哪一年城镇新增就业最多.
var yearMostAsked = pattern.Compile(`哪一?个?年份?(?:的|是|里)?(.{2,20}?)(?:得|是|数|数量)?最(多|高|大|快|少|低|小|慢)`)

// mostYear answers in which year a figure was most or least, by the ledger's figures of one
// owner for one measure, of one year each; ok is false where the question does not ask it, or
// fewer than two years are known.
func mostYear(snapshot *retrieval.Snapshot, r asking.Reading) (say.Answer, bool) {
	m := yearMostAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return say.Answer{}, false
	}
	rows := byYear(snapshot, r, m[1])
	if len(rows) < 2 {
		return say.Answer{}, false
	}
	mostFirst(rows, derive.IsLess(m[2]))
	return sayMost(snapshot, r, "", rows, func(e ledger.Entry) string { return fmt.Sprintf("%d年", e.Period.From.Year) }), true
}

// byYear are the figures of what is asked for by year, the first of each, of the owner of whom
// most years are known; aims are none, nor are figures of several years together.
func byYear(snapshot *retrieval.Snapshot, r asking.Reading, metric string) []ledger.Entry {
	asked := wording.Terms(snapshot.QuestionTerms(wording.LongForm(metric)))
	moving := asking.NamesChange(strings.ReplaceAll(metric, "新增", ""))
	names := asking.NamesAsked(snapshot, r)
	of := map[string][]ledger.Entry{}
	var owners []string
	for _, e := range snapshot.Ledger().All() {
		year := e.Period.From.Year
		if year == 0 || e.Period.To.Year != year || e.Period.From.Month != 0 || (e.Direction != "") != moving || !yearWithin(r, year) ||
			e.Kind != figure.Count && e.Kind != figure.Amount && e.Kind != figure.Share && e.Kind != figure.Change || e.Unit == "%" && !moving && !rated.MatchString(metric) {
			continue
		}
		source, ok := snapshot.Source(e.Paragraph)
		if !ok {
			continue
		}
		text := []rune(source.Text)
		terms := wording.TermSet(snapshot, e.Entity+e.Metric+" "+string(text[max(e.Sentence.Start, e.Start-saidRunes):e.Start]))
		if asked.Share(func(term string) float64 { return wording.AllOrNothing(terms[term]) }) < mostMetric || evidence.AimsIn(source, e.Start) || evidence.OverYears(text, e.Sentence.Start, e.Start) ||
			naming.Missing(names, hanzi.Fold(r.Raw), snapshot.ArticleText(source.Article, wording.ArticleText)) != "" {
			continue
		}
		key := ownerKey(snapshot, e, source) + "|" + anyTrade.Replace(ledger.Key(e.Metric)) + "|" + e.Unit
		if of[key] == nil {
			owners = append(owners, key)
		}
		if !slices.ContainsFunc(of[key], func(o ledger.Entry) bool { return o.Period.From.Year == year }) {
			of[key] = append(of[key], e)
		}
	}
	var best []ledger.Entry
	for _, key := range owners {
		if len(of[key]) > len(best) {
			best = of[key]
		}
	}
	return best
}

// ownerKey tells whose figures are whose; what carried over from a sentence before, and neither the title nor the figure's
// own sentence names, tells nothing.
func ownerKey(snapshot *retrieval.Snapshot, e ledger.Entry, source retrieval.Source) string {
	said := hanzi.Fold(source.Article.Title + string([]rune(source.Text)[e.Sentence.Start:e.Sentence.End]))
	if slices.ContainsFunc(snapshot.Names(e.Entity), func(name string) bool {
		return !naming.IsEverywhere(name) && !naming.SaysCountry(hanzi.Fold(name)) && !governs.MatchString(name) && strings.Contains(said, hanzi.Fold(name))
	}) {
		return ledger.Key(e.Entity)
	}
	return ""
}

// governs are names of those who govern the country, of whom what a report says is the country's.
var governs = pattern.Compile(`中央|国务院|政府|中华人民共和国`)

// anyTrade takes from what is measured the words that reports say and leave out: 货物进出口总额, 进出口贸易总额; but 国内旅游收入 is less than 旅游收入.
var anyTrade = strings.NewReplacer("货物", "", "公共", "", "对外贸易", "", "贸易", "", "我国", "", "国内生产总值", "生产总值")

// rated are measures that are said in per cent.
var rated = pattern.Compile(`率|占|比|幅|速`)

// saidRunes is how far before a figure what it measures is looked for.
const saidRunes = 14

// yearWithin says that a year lies among those that the question names, if it names some:
// 2020到2022这三年.
func yearWithin(r asking.Reading, year int) bool {
	var named []int
	for _, y := range anyYear.FindAllString(hanzi.Fold(r.Raw), -1) {
		n, err := strconv.Atoi(y)
		if err == nil {
			named = append(named, n)
		}
	}
	return len(named) < 2 || year >= slices.Min(named) && year <= slices.Max(named)
}

var anyYear = pattern.Compile(`(19|20)\d{2}`)
