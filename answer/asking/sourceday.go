package asking

import "youju/answer/pattern"

// A question may end in brackets that say whose its figures are, and of which day: （青禾海关2023年8月8日数据）.
var (
	endBracket = pattern.Compile(`[（(][^（）()]+[）)][?？。!！]*$`)
	ofSource   = pattern.Compile(`数据|消息|报道|发布|公布|统计|来源|通报|[（(]据`)
	sourceDay  = pattern.Compile(`\d{1,2}月\d{1,2}日`)
)

// withoutSourceDay is a question less the day in such brackets, of which nothing is asked; the year may be that of the figure.
func withoutSourceDay(question string) string {
	at := endBracket.FindStringIndex(question)
	if at == nil || !ofSource.MatchString(question[at[0]:]) {
		return question
	}
	return question[:at[0]] + sourceDay.ReplaceAllString(question[at[0]:], "")
}
