package asking

import (
	"cmp"
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

// A follow-up that only exchanges a part of the question before it is asked in full
// too: 潜在独角兽呢 after 昆山高新区的瞪羚企业有几家.
var (
	exchanged = pattern.Compile(`^(?:那么?|它的|它们的|其|该|再|还有)?(.{1,12}?)(?:的话)?呢[?？。]*$`)
	// growthOnly asks how much the same changed: 同比呢, 它的增速呢, 同比增长多少.
	growthOnly = pattern.Compile(`^(?:那么?|它的?|其)?(同比|环比)?(?:` + pattern.Pace + `|` + pattern.Growing + `|增长率|增加|涨)?了?(?:呢|是?多少|几个点)?[?？。]*$`)
	askingPart = pattern.Compile(`(?:一共|总共|共)?(?:有|是|为|达到?)?(?:多少|几)\p{Han}{0,3}[?？。]*$`)
	// personAsked asks more of somebody, nameSaid begins an answer that is a name.
	personAsked = pattern.Compile(`^(?:那么?)?[他她]([是在为有的].{2,16})$`)
	nameSaid    = pattern.Compile(`^(\p{Han}{2,4}) \[1\]\n`)
	// shareOnly asks which share a part is that was asked for last, wholeOnly how many all have.
	shareOnly = pattern.Compile(`^(?:那么?|它|这)?(?:占|占比|比例|所占比例|占的比例)(?:是|有)?(?:多少|几成|百分之几|多大)?[呢?？。]*$`)
	partAsked = pattern.Compile(`^其中的?(\p{Han}{2,10}?)(?:(?:有|是)?(?:多少|几|呢)|[?？。]*$)`)
	wholeOnly = pattern.Compile(`^(?:那么?)?(全[国省市区县])(?:的)?(?:一共|总共|共|总数)?(?:有|是)?多少[家个名人]?[呢?？。]*$`)
	yearsAgo  = pattern.Compile(`今年|去年|前年|上年|\d{4}年`)
)

// InFull is the question that a conversation has come to, in full; "" where its last
// question exchanges no part of an earlier one.
func InFull(snapshot *retrieval.Snapshot, q Question) string {
	if full := ofListed(q); full != "" {
		return full
	}
	if full := ofPerson(q); full != "" {
		return full
	}
	asked := make([]string, 0, len(q.History)+1)
	for _, turn := range q.History {
		asked = append(asked, turn.Question)
	}
	full := inFull(snapshot, append(asked, q.Text))
	return full[len(full)-1]
}

// LedInFull is a question with those that it leans on as they are in full, where they exchange the measure of an earlier one;
// who only exchanges a name is called by that.
func LedInFull(snapshot *retrieval.Snapshot, r Reading) Reading {
	oldest := slices.Clone(r.Led)
	slices.Reverse(oldest)
	full := inFull(snapshot, oldest)
	for i, led := range oldest {
		if MetricIn(led) != "" {
			oldest[i] = cmp.Or(full[i], led)
		}
	}
	slices.Reverse(oldest)
	r.Led = oldest
	return r
}

// inFull has for each of several questions, each asked after those before it, what it is in full; "" for one that exchanges no
// part of an earlier one.
func inFull(snapshot *retrieval.Snapshot, questions []string) []string {
	base, last := "", ""
	out := make([]string, len(questions))
	for i, question := range questions {
		question = hanzi.Simplify(strings.TrimSpace(question))
		growth := grows(question)
		switch {
		case base == "" || !leans(question) || !growth && !exchanged.MatchString(question) && len(naming.In(snapshot, question)) > 0:
			base = question
		case growth:
			out[i] = ofGrowth(base, question)
		case shareOnly.MatchString(question):
			out[i] = ofShare(base, last)
		case wholeOnly.MatchString(question):
			out[i] = ofWhole(base, question)
		default:
			if out[i] = exchange(snapshot, base, question); out[i] != "" {
				base = out[i]
			}
		}
		last = question
	}
	return out
}

// ofPerson is a question of 他 or 她 of the name that the last answer began with; "" for another question.
func ofPerson(q Question) string {
	m := personAsked.FindStringSubmatch(hanzi.Simplify(strings.TrimSpace(q.Text)))
	if m == nil {
		return ""
	}
	named := nameSaid.FindStringSubmatch(q.History[len(q.History)-1].Answer)
	if named == nil {
		return ""
	}
	return named[1] + m[1]
}

// ofShare asks which share of what was asked for first a part of it is that was asked for last: 占多少 after
// 引进了多少项目 and 其中院士的有几个.
func ofShare(base, last string) string {
	part := partAsked.FindStringSubmatch(last)
	at, ok := AskingWords(base)
	if part == nil || !ok {
		return ""
	}
	text := []rune(base)
	return string(text[:at.Start]) + strings.TrimLeft(string(text[at.End:]), "个家项名位户人") + "里" + part[1] + "占多少"
}

// ofWhole asks for all of what was asked of one: 全省一共多少 after 郑州有多少家企业.
func ofWhole(base, question string) string {
	at, ok := AskingWords(base)
	m := wholeOnly.FindStringSubmatch(question)
	if !ok || m == nil {
		return ""
	}
	text := []rune(base)
	return strings.TrimRight(string(text[:at.Start]), "有是") + m[1] + "一共有" + string(text[at.Start:])
}

// grows says that a question only asks how much the same changed.
func grows(question string) bool {
	folded := hanzi.Fold(question)
	return kindWords.MatchString(folded) && growthOnly.MatchString(folded)
}

// ofGrowth asks how much it changed of what a question asks how much it is.
func ofGrowth(base, question string) string {
	m := growthOnly.FindStringSubmatch(hanzi.Fold(question))
	rest := askingPart.ReplaceAllString(base, "")
	if rest == base || m == nil {
		return ""
	}
	return strings.TrimSuffix(rest, "的") + m[1] + "增长多少"
}

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
	if year := strings.TrimSuffix(other, "的"); yearsAgo.FindString(year) == year {
		other = year
		if old := yearsAgo.FindString(base); old != "" {
			return strings.Replace(base, old, other, 1)
		}
		return ""
	}
	if changed, ok := exchangeDenied(base, other); ok {
		return changed
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
	return exchangeThing(snapshot, base, other)
}

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
		if not != m[1] && (not == "") != (m[1] == "") && strings.Contains(base, not+m[2]+"的") {
			return strings.Replace(base, not+m[2]+"的", other, 1), true
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
	if rest := askingPart.ReplaceAllString(base, ""); amountNoun.MatchString(other) { // 贷款呢 after 多少家企业
		return strings.Replace(rest, old, other, 1) + "多少"
	}
	return strings.Replace(base, old, other, 1)
}

// amountNoun is measured and not counted.
var amountNoun = pattern.Compile(`(贷款|投资|资金|补贴|补助|融资|收入|税收|面积|金额|总额)$`)
