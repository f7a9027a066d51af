package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/hanzi"
	"youju/retrieval"
)

// whichMost asks which of several that it does not list has most or least.
var whichMost = pattern.Compile(`(?:哪|谁).{0,16}?(?:最|更|较|垫底|领先|居首|领头|倒数第一|排第一)(多|高|大|快|长|重|贵|少|低|小|慢|短|轻|便宜|猛|厉害|强)?|(?:最(多|高|大|快|长|重|贵|少|低|小|慢|短|轻|便宜|猛|强)|垫底|领先|居首|倒数第一|排第一)[^,。?]{0,8}?(?:是|数|属|归)?(?:哪|谁)`)

// mostOfRows answers which of several things of one passage, that a question does not list, has most or least: 三家码头里增速垫底的是谁.
// ok is false where it asks nothing of the kind, or no passage says it of several.
func mostOfRows(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) (answer say.Answer, ok bool) {
	m := whichMost.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return say.Answer{}, false
	}
	rows := derive.Rows(snapshot, r, sentences)
	if len(rows) < 2 || !derive.AllNamed(r, rows) {
		return say.Answer{}, false
	}
	var names []string
	var all []derive.Operand
	for _, row := range rows {
		names = append(names, row.Name)
		all = append(all, row.Operand)
	}
	f := derive.Formula{Less: derive.IsLess(m[1]+m[2]) && m[1]+m[2] != "" || strings.Contains(m[0], "垫底") || strings.Contains(m[0], "倒数")}
	return sayMostOf(snapshot, r, f, names, all), true
}

// sumOfRows answers a question for the sum of several things of one passage, which it names or says how many they are: 三大产业的产值加起来.
func sumOfRows(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) (answer say.Answer, ok bool) {
	if !derive.AsksTogether(hanzi.Fold(r.Raw)) {
		return say.Answer{}, false
	}
	rows := derive.Of(r, derive.Rows(snapshot, r, sentences))
	if len(rows) < 2 || rows[0].Figure.Unit == "%" {
		return say.Answer{}, false
	}
	all := derive.Worked{Formula: derive.Formula{Op: derive.Sum}, X: rows[0].Operand, Y: rows[1].Operand, Unit: rows[0].Figure.Unit}
	all.Result = rows[0].Figure.Value.Add(rows[1].Figure.Value)
	for _, row := range rows[2:] {
		all.More = append(all.More, row.Operand)
		all.Result = all.Result.Add(row.Figure.Value)
	}
	return say.Worked(snapshot, r, all), true
}
