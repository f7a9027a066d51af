package asking

import (
	"slices"
	"strings"

	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// NamesAsked are the names that an answer must be about: those of the question,
// or, where it names none, of what it leans on.
func NamesAsked(snapshot *retrieval.Snapshot, r Reading) []naming.Name {
	names := naming.In(snapshot, r.Raw)
	for i := 0; i < len(r.Context) && len(names) == 0; i++ {
		names = naming.In(snapshot, r.Context[i])
	}
	return names
}

// ThingsAsked are the phrases of a question that name what it is about: 城市更新,
// 国企项目, 富祥; no zones, no measures, no single common noun.
func (r Reading) ThingsAsked(snapshot *retrieval.Snapshot) []string {
	text := []rune(incomes.ReplaceAllStringFunc(hanzi.Fold(r.Asked()), func(measure string) string { return strings.Repeat(" ", len([]rune(measure))) }))
	var out []string
	var run []index.Word
	at, _ := AskingWords(string(text))
	figures := figure.Find(string(text))
	zone := 0 // where the last zone's name ends
	flush := func() {
		thing := ""
		for _, w := range run {
			thing += w.Text
		}
		for len(run) > 2 && wording.IsGeneric(run[len(run)-1].Text) { // 卡尔蔡司 of 卡尔蔡司项目
			thing = strings.TrimSuffix(thing, run[len(run)-1].Text)
			run = run[:len(run)-1]
		}
		if len(run) > 1 && slices.ContainsFunc(run, wording.IsThing) && len([]rune(thing)) > 1 && !placeOf.MatchString(thing) {
			out = append(out, thing)
		}
		run = nil
	}
	for _, w := range snapshot.Words(string(text)) {
		if ending := naming.ZonePrefix(string(text[w.Start:])); ending != "" { // 青禾高新区 is whose it is
			run, zone = nil, w.Start+len([]rune(ending))
		}
		if w.Start < zone {
			continue
		}
		if at.End > 0 && w.Start == at.End && w.End-w.Start == 1 { // 家 in 多少家企业
			flush()
			continue
		}
		if ofFigure(figures, w) { // 脚 in 第一脚射门
			flush()
			continue
		}
		part := (wording.MayBeInName(w) || goesOn[w.Speech] && len(run) > 0) && !wording.NamesNothing(w.Text) && !wording.Joins(w.Text) && !measured.MatchString(w.Text)
		if n := len(run); n > 1 && run[n-1].Speech == "v" && aspect[w.Text] { // 干部组成了 is no name
			run = run[:n-1]
		}
		if len(run) > 0 && (!part || w.Start != run[len(run)-1].End) {
			flush()
		}
		if part {
			run = append(run, w)
		}
	}
	flush()
	return out
}

// ThingsOfClause are the things and names of the clause of a question that asks, where others stand before it; none
// for a question of one clause.
func (r Reading) ThingsOfClause(snapshot *retrieval.Snapshot) []string {
	asked := r.Asked()
	at, ok := AskingWords(asked)
	if !ok {
		return nil
	}
	text := []rune(hanzi.Fold(asked))
	from := at.Start
	for from > 0 && !strings.ContainsRune(",;。", text[from-1]) {
		from--
	}
	if from == 0 {
		return nil
	}
	r.Raw, r.Claim = string(text[from:]), nil
	things := r.ThingsAsked(snapshot)
	for _, n := range naming.In(snapshot, r.Raw) {
		things = append(things, n.Shown)
	}
	return things
}

// ofFigure says that a word is a part of a figure of its text, or counts what a number without a unit does: 期 of
// 2023090期预测, 脚 of 第一脚射门.
func ofFigure(figures []figure.Figure, w index.Word) bool {
	return slices.ContainsFunc(figures, func(f figure.Figure) bool {
		return w.Start < f.End && f.Start < w.End || f.Unit == "" && f.Kind == figure.Ordinal && w.Start == f.End && w.End-w.Start == 1
	})
}

// placeOf is a place that the dictionary does not know as one: 金, 山区.
var placeOf = pattern.Compile(`^\p{Han}{2,4}[省市区县州镇乡]$`)

// goesOn are the kinds of word that may follow in a thing's name: 城市更新, 旧城改造.
var goesOn = map[string]bool{"d": true, "v": true}

// incomes are measures of which no dictionary knows the words, so that they would be parts
// of the name before them: 五菱营收.
var incomes = pattern.Compile(`总?营收|归母净利润?|净利润?|占地|产量|销量`)

// IncomeIn is the first such measure of a folded text: 净利润; "" for none.
func IncomeIn(folded string) string { return incomes.FindString(folded) }

// namedMeasure is what a question that only names it ends with: 高新区财政收入, 青禾市人口.
var namedMeasure = pattern.Compile(`(人口|人数|gdp|生产总值|收入|利润|营收|净利|产值|增加值|占地|面积|海拔|长度|高度|重量|身高|体重|票房|市值|税收|关税|外资|固投|年龄|房价|股价|均价|售价|价格|[产销流存储含用耗增降]量|电量|[总额金交投存贸借贷罚余销营]额|[^效]率)[?]?$`)

// MeasureNamed is the measure that a folded question ends with; "" for none.
func MeasureNamed(folded string) string {
	if m := namedMeasure.FindStringSubmatch(folded); m != nil {
		return m[1]
	}
	return ""
}

// measured are words of what is measured, not of what it is measured of.
var measured = pattern.Compile(`^(固|投|固投|.*投资额?|产值|利润|收入|金额|总额|额|增速|增幅|数量|总量|总数|规模|资金|营收|数|比例|比重|占比)$`)

// aspect stands behind a verb that is said of what stands before it.
var aspect = map[string]bool{"了": true, "过": true, "着": true}
