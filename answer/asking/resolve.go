package asking

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// A follow-up that only exchanges a part of the question before it is asked in full
// too: 潜在独角兽呢 after 昆山高新区的瞪羚企业有几家.
var (
	exchanged = pattern.Compile(`^(?:那么?|它的|它们的|其|该|再|还有)?(.{1,12}?)(?:的话)?呢[?？。]*$`)
	// growthOnly asks how much the same changed: 同比呢, 它的增速呢, 同比增长多少.
	growthOnly = pattern.Compile(`^(?:那么?|它的?|其)?(同比|环比)?(?:` + pattern.Pace + `|` + pattern.Growing + `|增长率|增加|涨)?了?(?:呢|是?多少|几个点)?[?？。]*$`)
	askingPart = pattern.Compile(`(?:一共|总共|共)?(?:有|是|为|达到?)?(?:多少|几)\p{Han}{0,3}[?？。]*$`)
	// personAsked asks more of somebody, nameSaid begins an answer that is a name.
	personAsked = pattern.Compile(`^(?:那么?)?[他她]([是在为有的得拿获].{2,16})$`)
	nameSaid    = pattern.Compile(`^(\p{Han}{2,4})(?: \[1\]\n|$)`)
	// bodyAsked asks more of a company or another body, bodySaid is an answer that is one's name.
	bodyAsked = pattern.Compile(`^(?:那么?)?(?:它|那家|这家|该)(?:公司|企业|单位|机构|院|校)?(的.{2,16})$`)
	bodySaid  = pattern.Compile(`^(\p{Han}{3,20})(?: \[1\]\n|$)`)
	// shareOnly asks which share a part is that was asked for last, wholeOnly how many all have.
	shareOnly = pattern.Compile(`^(?:那么?|它|这)?(?:占|占比|比例|所占比例|占的比例)(?:是|有)?(?:多少|几成|百分之几|多大)?[呢?？。]*$`)
	partAsked = pattern.Compile(`^其中的?(\p{Han}{2,10}?)(?:(?:有|是)?(?:多少|几|呢)|[?？。]*$)`)
	wholeOnly = pattern.Compile(`^(?:那么?)?(全[国省市区县])(?:的)?(?:一共|总共|共|总数)?(?:有|是)?多少[家个名人]?[呢?？。]*$`)
	yearsAgo  = pattern.Compile(`今年|去年|前年|上年|\d{4}年`)
	// yearBefore asks for the same of the year before, monthOnly of another month of a year that was named.
	yearBefore  = pattern.Compile(`^(?:那么?)?(?:再?往?前|上)一?年的?(?:大概|大约|差不多)?(?:是|有)?(?:多少|几\p{Han}?)?(?:呢)?[?？。]*$`)
	monthOnly   = pattern.Compile(`^(\d{1,2}月)份?(?:去|来|办|搞|的|那|次|家|个){0,4}$`)
	ofPart      = pattern.Compile(`^(?:那么?|它|这)?占(?:了|到)?(?:全[国省市区县]|\p{Han}{2,4}[省市区县])的?(?:多少|几成|百分之几|多大比例|比例)[?？。]*$`)
	sameVerb    = pattern.Compile(`^(当|担任|任|做|获|列入|进入|用于|来自|参加)\p{Han}{2,12}的$`)
	wholeSaid   = pattern.Compile(`^[在占]?(全[国省市区县]|\p{Han}{2,4}[省市])(?:里|中|内)?的?$`)
	wholeOfBase = pattern.Compile(`占(?:了|到)?(?:全[国省市区县]|\p{Han}{2,4}?[省市区县])`)
	monthSaid   = pattern.Compile(`\d{1,2}月`)
	yearSaid    = pattern.Compile(`(\d{4})年`)
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

// OfOtherTime says that a follow-up only asks the same of another year or month: what the articles lack of that, another time's
// is no answer to.
func OfOtherTime(question string) bool {
	question = hanzi.Simplify(strings.TrimSpace(question))
	if yearBefore.MatchString(question) {
		return true
	}
	m := exchanged.FindStringSubmatch(question)
	if m == nil {
		return false
	}
	_, year := yearOnly(m[1])
	return year || monthOnly.MatchString(m[1])
}

// yearOnly is the year that is all that a follow-up names: 2021年 of 2021年的.
func yearOnly(other string) (year string, ok bool) {
	year = strings.TrimSuffix(other, "的")
	return year, year != "" && yearsAgo.FindString(year) == year
}

// OfNamed says that a follow-up asks more of whom, or of what, the last answer named: of nobody else.
func OfNamed(q Question) bool { return len(q.History) > 0 && ofPerson(q) != "" }

// YearBefore is the word by which a follow-up asks for the year before, and that year as the question in full says it; both "" for
// another question.
func YearBefore(question, full string) (word, year string) {
	word = beforeThis.FindString(hanzi.Simplify(question))
	if word == "" || !yearBefore.MatchString(hanzi.Simplify(strings.TrimSpace(question))) {
		return "", ""
	}
	return word, yearSaid.FindString(full)
}

var beforeThis = pattern.Compile(`[前上]一?年`)

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
		case base == "" || !leans(question) || !ofPart.MatchString(question) && !growth && !exchanged.MatchString(question) && len(naming.In(snapshot, question)) > 0:
			base = question
		case growth:
			out[i] = ofGrowth(base, question)
		case ofPart.MatchString(question): // 占郑州市多少 after 有多少家企业
			if at, ok := AskingWords(base); ok {
				out[i] = strings.TrimRight(strings.TrimRight(string([]rune(base)[:at.Start]), "有是")+strings.TrimLeft(string([]rune(base)[at.End:]), "个家项名位户人"), "?？。") + question
			}
		case yearBefore.MatchString(question) && yearSaid.MatchString(base):
			out[i] = aYearBefore(base)
		case shareOnly.MatchString(question):
			out[i] = ofShare(base, last)
		case wholeOnly.MatchString(question):
			out[i] = ofWhole(base, question)
		default:
			of := base
			if i > 0 && ofPart.MatchString(questions[i-1]) && wholeSaid.MatchString(strings.TrimRight(question, "呢?？。")) { // 占全省呢
				of = out[i-1]
			}
			if out[i] = exchange(snapshot, of, question); out[i] != "" {
				base = out[i]
			}
		}
		last = question
	}
	return out
}

// aYearBefore asks what a question asks of a year, of the one before it.
func aYearBefore(base string) string {
	return yearSaid.ReplaceAllStringFunc(base, func(said string) string {
		year, _ := strconv.Atoi(strings.TrimSuffix(said, "年"))
		return strconv.Itoa(year-1) + "年"
	})
}

// ofPerson is a question of 他 or 她, or of a body, of the name that the last answer began with; "" for another question.
func ofPerson(q Question) string {
	question, answer := hanzi.Simplify(strings.TrimSpace(q.Text)), q.History[len(q.History)-1].Answer
	for _, way := range [][2]*pattern.Regexp{{personAsked, nameSaid}, {bodyAsked, bodySaid}} {
		asked, named := way[0].FindStringSubmatch(question), way[1].FindStringSubmatch(answer)
		if asked != nil && named != nil {
			return named[1] + asked[1]
		}
	}
	return ""
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
