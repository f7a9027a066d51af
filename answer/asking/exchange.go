package asking

import (
	"regexp"
	"strings"

	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// exchange puts what a follow-up names in the place of what the question before names of
// the kind: a place, a year, a measure, or the thing that is counted.
func exchange(snapshot *retrieval.Snapshot, base, question string) string {
	m := exchanged.FindStringSubmatch(question)
	if m == nil {
		return ""
	}
	other := strings.TrimPrefix(m[1], "那") // nothing of 那呢
	if full := OfContrary(base, other); full != "" {
		return full
	}
	if strings.Trim(other, "的 ") == "" || naming.IsEverywhere(other) {
		return ""
	}
	if naming.Without(snapshot, other) == "" {
		return exchangeName(snapshot, base, other)
	}
	if year, ok := yearOnly(other); ok {
		other = year
		if old := yearsAgo.FindString(base); old != "" {
			return strings.Replace(base, old, other, 1)
		}
		return ""
	}
	if m := wholeSaid.FindStringSubmatch(other); m != nil && wholeOfBase.MatchString(base) { // 在全省呢 after 占郑州市多少
		return wholeOfBase.ReplaceAllString(base, "占"+m[1])
	}
	if m := monthOnly.FindStringSubmatch(other); m != nil && monthSaid.MatchString(base) {
		return monthSaid.ReplaceAllString(base, m[1])
	}
	if changed, ok := exchangeDenied(base, other); ok {
		return changed
	}
	if m := sameVerb.FindStringSubmatch(other); m != nil { // 当支部书记的呢 after 当第一书记的有多少
		if of := regexp.MustCompile(m[1] + `[^,，。?？的]{2,12}?的`); of.MatchString(base) {
			return of.ReplaceAllLiteralString(base, other)
		}
	}
	if changed := exchangeAlike(snapshot, base, other); changed != "" {
		return changed
	}
	name, level := DivisionFirst(base)
	if own, of := DivisionFirst(other); name != "" && of == level && own == other && !strings.ContainsAny(other, "第哪全各每几") {
		return strings.Replace(base, name, other, 1) // 福山区 for 芝罘区, which no list of places has
	}
	if len(naming.In(snapshot, other)) > 0 || len(figure.Find(other)) > 0 || kindWords.MatchString(other) {
		return ""
	}
	if old := MetricIn(base); old != "" && MetricIn(other) == other {
		return strings.Replace(base, old, other, 1)
	}
	if whose := upToWhose.FindString(base); whose != "" && rateNamed.MatchString(other) && !strings.Contains(base, other) { // 通过率呢 after 推荐了多少企业
		return whose + other + "是多少"
	}
	if old := MetricIn(base); old != "" && strings.HasSuffix(other, MetricIn(other)) && MetricIn(other) != "" && !strings.Contains(base, other) { // 规上利润总额呢 after 规上总产值多少
		return regexp.MustCompile(`(?:规上|规模以上|工业|实际|全社会){0,3}`+old).ReplaceAllLiteralString(base, other)
	}
	if full := exchangeOwner(snapshot, base, strings.TrimSuffix(other, "的")); full != "" {
		return full
	}
	return exchangeThing(snapshot, base, other)
}

// exchangeOwner puts another part of a place in the place of the one whose measure a question asks for: 国企项目 for 城市更新 in
// 广州经开区2020年城市更新的固投增长多少.
func exchangeOwner(snapshot *retrieval.Snapshot, base, other string) string {
	before, _, found := strings.Cut(base, MetricIn(base))
	if MetricIn(base) == "" || !found || MetricIn(other) != "" || AsksItself(hanzi.Fold(other)) {
		return ""
	}
	of := snapshot.Words(other)
	owner := strings.Trim(naming.Without(snapshot, yearSaid.ReplaceAllString(before, "")), "的 ,，")
	if n := len([]rune(owner)); n < 2 || n > longestOwner || strings.Count(base, owner) != 1 || len(of) == 0 || !wording.IsNoun(of[len(of)-1]) {
		return ""
	}
	return strings.Replace(base, owner, other, 1)
}

// longestOwner is how many runes a part of a place has at most whose measure is asked for.
const longestOwner = 8

// exchangeName puts a place or zone in the place of the only one of a question.
func exchangeName(snapshot *retrieval.Snapshot, base, other string) string {
	old := naming.Zones(snapshot, base)
	if len(old) == 0 {
		old = naming.In(snapshot, base)
	}
	if len(old) != 1 || !strings.Contains(base, old[0].Shown) {
		return ""
	}
	return strings.Replace(base, old[0].Shown, other, 1)
}

// exchangeAlike puts what a follow-up names in the place of what is named alike in the
// question before: 明光公司 for 华星公司; "" where nothing is.
func exchangeAlike(snapshot *retrieval.Snapshot, base, other string) string {
	of, words := snapshot.Words(other), snapshot.Words(base)
	if len(of) < 2 || len([]rune(of[len(of)-1].Text)) < 2 {
		return ""
	}
	runes := []rune(base)
	for i, ending := range words {
		start := i
		for ending.Text == of[len(of)-1].Text && start > 0 && words[start-1].End == words[start].Start && mayName(words[start-1]) {
			start--
		}
		if start < i {
			return string(runes[:words[start].Start]) + other + string(runes[ending.End:])
		}
	}
	return ""
}

// mayName says that a word may be a part of a name that another word ends; a place or zone
// before it is whose it is.
func mayName(w index.Word) bool {
	if naming.ZonePrefix(w.Text) != "" || w.Speech == "ns" && w.End-w.Start > 1 || wording.NamesNothing(w.Text) || wording.Joins(w.Text) || wording.IsGrammar(w) {
		return false
	}
	class := wording.Class(w.Speech)
	single := w.End-w.Start == 1 && !strings.Contains("upcymqrd", class) // of a name that no dictionary knows: 华 of 华星公司
	return naming.PlaceClass(class) || class == "b" || class == "a" || single
}

// doneOrNot are those that did something, or did not: 通过的, 没通过的.
var doneOrNot = pattern.Compile(`^(没有?|未)?(\p{Han}{2,4})的$`)

// exchangeDenied puts those that did something in the place of those that did not, or
// the other way round: 通过的呢 after 没通过的补多少.
func exchangeDenied(base, other string) (string, bool) {
	m := doneOrNot.FindStringSubmatch(other)
	if m == nil {
		return "", false
	}
	for _, not := range []string{"没有", "没", "未", ""} {
		if (not == "") == (m[1] == "") { // both deny it, or neither
			continue
		}
		if strings.Contains(base, not+m[2]+"的") {
			return strings.Replace(base, not+m[2]+"的", other, 1), true
		}
		if of := regexp.MustCompile(not + m[2] + `(\p{Han}{1,8}?的)`); of.MatchString(base) { // 通过高企认定的
			return of.ReplaceAllString(base, m[1]+m[2]+"${1}"), true
		}
	}
	return "", false
}

// exchangeThing puts a thing in the place of what a question counts; 投产的 takes over
// what is counted itself: 投产的项目.
func exchangeThing(snapshot *retrieval.Snapshot, base, other string) string {
	old := CountedThing(snapshot, base)
	words := snapshot.Words(old)
	if old == "" || len(words) == 0 || !strings.Contains(base, old) {
		return ""
	}
	last := words[len(words)-1]
	if done := snapshot.Words(strings.TrimSuffix(other, "的")); strings.HasSuffix(other, "的") && len(done) == 1 && strings.HasPrefix(done[0].Speech, "v") {
		if whose := upToWhose.FindString(base); whose != "" && !strings.Contains(base, "的"+old) && didSoMany.MatchString(base) { // 投产的呢 after 引进了多少优质项目
			return whose + other + string([]rune(old)[last.Start:]) + "有多少"
		}
	}
	switch of := snapshot.Words(other); {
	case strings.HasSuffix(other, "的") && len(words) < 2: // the question says elsewhere which ones it counts
		return ""
	case strings.HasSuffix(other, "的") && (strings.HasPrefix(last.Speech, "v") || wording.IsGeneric(words[0].Text)):
		other = string([]rune(old)[:last.Start]) + strings.TrimSuffix(other, "的")
	case strings.HasSuffix(other, "的"):
		other += string([]rune(old)[last.Start:])
	case len(of) == 0 || !wording.IsNoun(of[len(of)-1]) && of[len(of)-1].Speech != "x" && of[len(of)-1].Speech != "j":
		return ""
	}
	if rest := askingPart.ReplaceAllString(base, ""); amountNoun.MatchString(other) {
		if !strings.Contains(rest, old) { // 总投资呢 after 签约多少项目
			return rest + old + "的" + other + "多少"
		}
		return strings.Replace(rest, old, other, 1) + "多少" // 贷款呢 after 多少家企业
	}
	return strings.Replace(base, old, other, 1)
}

// didSoMany asks how many somebody did something to.
var didSoMany = pattern.Compile(`[^有是共计]了(多少|几)`)

// rateNamed is a rate by its name.
var rateNamed = pattern.Compile(`^\p{Han}{1,6}[^效]率$`)

// upToWhose begins a question with whose something is, and when.
var upToWhose = pattern.Compile(`^[^,，?？多几]*(?:区|市|省|县|公司|集团|\d{4}年)`)

// amountNoun is measured and not counted.
var amountNoun = pattern.Compile(`(贷款|投资|资金|补贴|补助|融资|收入|税收|面积|金额|总额)$`)
