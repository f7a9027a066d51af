package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// What is wanted may only be named: a time by what happens then (首届书展的开幕时间), somebody or a place by what they are.
var (
	timeOf  = pattern.Compile(`^[^?？,，。]+?(时间|日期)(是|为|是什么|是多少|是哪一?天)?[?？。]*$`)
	whoOf   = pattern.Compile(`^[^?？,，。]{3,}(冠军|亚军|季军|得主|主演|导演|编剧|作者|扮演者|饰演者|演唱者|创始人|创办人|发言人|主席|总统|首相|总理|议长|校长|院长|市长|部长|队长|教练|董事长|总裁|总经理|秘书长|主持人|设计师|发明者|发明人|旗手|火炬手|获得者|获奖者)$`)
	whereOf = pattern.Compile(`^[^?？,，。]{3,}(举办国|主办国|举办城市|举办地|主办地|所在地|发源地|举办地点)$`)
)

// fromTo are deeds of which a time is how long, or from which hour to which: 营业时间.
var fromTo = pattern.Compile(`^(持续|营业|办理|等待|续航|运行|运营|服务|停留|使用|工作|加班|反应|响应|开放|接待|值班|通勤|休息|施工|办公|学习|训练|截止|充电|候诊|睡眠|通话|排队|审批|飞行|行驶)$`)

// Asking is a question that asks for what it only names, as the reader and the rules know it: 首届书展什么时候开幕.
func Asking(snapshot *retrieval.Snapshot, question string) string {
	switch asked := strings.TrimRight(question, "?？。 "); {
	case AsksItself(hanzi.Fold(asked)) && !timeOf.MatchString(question): // 哪支球队夺得冠军
		return question
	case whoOf.MatchString(asked):
		return asked + "是谁"
	case whereOf.MatchString(asked):
		return asked + "是哪里"
	case timeOf.MatchString(question) && KindOf(hanzi.Fold(question)) == Date:
		return whenOf(snapshot, question)
	}
	return question
}

// whenOf asks when the deed right before 时间 happens.
func whenOf(snapshot *retrieval.Snapshot, question string) string {
	before := question[:max(strings.LastIndex(question, "时间"), strings.LastIndex(question, "日期"))]
	words := snapshot.Words(before)
	if len(words) == 0 {
		return question
	}
	last := words[len(words)-1]
	if !strings.HasPrefix(last.Speech, "v") || last.End-last.Start < 2 || fromTo.MatchString(last.Text) {
		return question
	}
	runes := []rune(before)
	return strings.TrimSuffix(string(runes[:last.Start]), "的") + "什么时候" + string(runes[last.Start:])
}
