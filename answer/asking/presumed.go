package asking

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// Presumed is what a question for something else takes for granted with a figure, as a question whether it is so:
// 富祥投了96.7亿吗 of 富祥投了96.7亿，开工没, and 没通过还能补5万吗 of 没通过为什么还能补5万. Empty where it takes nothing so.
func Presumed(question string) string {
	text := strings.TrimRight(strings.TrimSpace(question), "?？。")
	if m := howDone.FindStringSubmatch(text); m != nil && !strings.ContainsAny(text, ",，") {
		return presumed(m[1] + m[2])
	}
	if m := whyInside.FindStringSubmatch(text); m != nil && !strings.ContainsAny(text, ",，") {
		return presumed(m[1] + m[2])
	}
	at := strings.IndexAny(text, ",，")
	if at < 0 {
		return ""
	}
	said, rest := text[:at], hanzi.Fold(text[at:])
	if !openAsked.MatchString(rest) && !yesOrNo.MatchString(rest) {
		return ""
	}
	return presumed(said)
}

// presumed is a statement with one figure as a question whether it is so; how long something has gone on stands last in it.
func presumed(said string) string {
	folded := hanzi.Fold(said)
	if openAsked.MatchString(folded) || confirms.MatchString(folded) || presumedTime.MatchString(folded) {
		return ""
	}
	if m := soMany.FindStringSubmatch(said); m != nil && !deedSaid.MatchString(folded) { // 郑州高新区1203家科技型中小企业
		said = m[1] + "有" + m[2]
	} else if !deedSaid.MatchString(folded) {
		return ""
	}
	if m := goneOn.FindStringSubmatch(said); m != nil {
		return m[1] + m[3] + m[2] + "吗"
	}
	var found []figure.Figure
	for _, f := range figure.Find(said) {
		if f.Kind != figure.Date && f.Kind != figure.Identifier && f.Kind != figure.Name && f.Kind != figure.Duration && f.Text != "首次" {
			found = append(found, f)
		}
	}
	if n := len(found); n > 1 && found[n-1].Kind == figure.Amount { // 19个项目总投资才2.37亿元
		of := slices.DeleteFunc(slices.Clone(found), func(f figure.Figure) bool { return f.Kind == figure.Count })
		if len(of) == 1 {
			found = of
		}
	}
	if len(found) != 1 || !claimable(found[0], string([]rune(folded)[found[0].End:])) {
		return ""
	}
	if whichSized.MatchString(string([]rune(folded)[found[0].End:])) { // 投资5亿元的项目 says which one is meant
		return ""
	}
	return strings.TrimSuffix(said, "了") + "吗"
}

// PresumedFall is a question why something fell as one for by how much it did, which is told where it did not; "" for another.
func PresumedFall(question string) string {
	m := whyFell.FindStringSubmatch(whyFirst.ReplaceAllString(strings.TrimRight(strings.TrimSpace(question), "?？。"), "${2}为什么${3}"))
	if m == nil {
		return ""
	}
	return m[1] + "下降了多少"
}

var (
	// deedSaid says what somebody did or what something came to.
	deedSaid = pattern.Compile(`[了达破超占拿获投排增涨降跌是有领补给奖进当居夺摘评登]`)
	// presumedTime is what only says when, or of which the rest is asked.
	presumedTime = pattern.Compile(`(时|后|前|当[天日]|期间|以来|情况下|的|中|里)$|^(如果|假如|假设|已知|按照?|若|据)`)
	yesOrNo      = pattern.Compile(`[没吗]有?$`)
	whyInside    = pattern.Compile(`^(.{4,}?)(?:为什么|为啥|为何|凭什么)(.{2,})$`)
	soMany       = pattern.Compile(`^(\p{Han}{2,}?)(\d[\d.]*[万亿]?[家个名项户座所人]\p{Han}{2,12})$`)
	goneOn       = pattern.Compile(`^(.{2,}?)(连续(?:\d+|[一二三四五六七八九十]+)[年届季个月]+)(.{2,})$`)
	whichSized   = pattern.Compile(`^[^,，]{0,4}的\p{Han}{1,10}$`)
	howDone      = pattern.Compile(`^(.{2,}?)(?:是)?(?:怎么|如何|怎样)((?:拿到|拿下|夺得|获得|做到|达到|实现|取得).+?)的?$`)
	whyFirst     = pattern.Compile(`^(为什么|为啥|为何)(.{4,}?)(?:会|就|又|还)?((?:下滑|下降|减少|掉|下跌|萎缩|回落|缩水|变少).{0,8})$`)
	whyFell      = pattern.Compile(`^(.{4,}?)(?:为什么|为啥|为何|咋|怎么)(?:会|又|还|就)?(?:下滑|下降|减少|掉|下跌|跌|少|萎缩|回落|缩水|变少|降)(?:[得了成]|这么|那么|下来|不少|很多|厉害|\p{Han}{1,2}成){0,4}$`)
)
