package derive

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
)

// Conversion is a question for the same amount in another scale.
type Conversion struct {
	scale decimal.Decimal
	word  string // 万, 亿; "" for the plain unit
	unit  string // "" for that of the figure
}

// convertAsked finds the scale and the unit that are asked for. A plain 是 asks
// for a conversion only where the question itself says the figure.
var (
	convertAsked = pattern.Compile(`(换算成|换算为|换算|折合成|折合|折算成|折算|合成|合|等于|相当于|也就是|就是|是)(?:多少|几)?个?(万亿|千亿|百亿|十亿|亿|千万|百万|万|千)?(\p{Han}*)`)
	plainly      = map[string]bool{"是": true, "就是": true, "等于": true, "相当于": true, "合": true, "也就是": true}
	asksAmount   = pattern.Compile(`多少|几`)
)

var scaleOfWord = map[string]decimal.Decimal{
	"": decimal.NewFromInt(1), "千": decimal.New(1, 3), "万": decimal.New(1, 4), "百万": decimal.New(1, 6), "千万": decimal.New(1, 7),
	"亿": decimal.New(1, 8), "十亿": decimal.New(1, 9), "百亿": decimal.New(1, 10), "千亿": decimal.New(1, 11), "万亿": decimal.New(1, 12),
}

// ReadConversion reads a question as a conversion.
func ReadConversion(r asking.Reading) (Conversion, bool) {
	folded := hanzi.Fold(r.Raw)
	if !asksAmount.MatchString(folded) {
		return Conversion{}, false
	}
	named := false
	for _, f := range r.Figures {
		named = named || f.Kind == figure.Amount || f.Kind == figure.Count
	}
	for _, m := range convertAsked.FindAllStringSubmatch(folded, -1) {
		unit, ok := leadingUnit(m[3])
		if !ok && m[2] != "" && !plainly[m[1]] { // 折合多少亿
			unit, ok = "", true
		}
		if !ok || plainly[m[1]] && !named && (m[1] != "合" || m[2] == "") {
			continue
		}
		return Conversion{scaleOfWord[m[2]], m[2], unit}, true
	}
	return Conversion{}, false
}

// leadingUnit is the longest unit that a text begins with.
func leadingUnit(text string) (string, bool) {
	runes := []rune(strings.TrimPrefix(text, "人民币"))
	if len(runes) == 0 && text != "" {
		return "元", true
	}
	for n := min(len(runes), 4); n > 0; n-- {
		if unit, ok := figure.Unit(string(runes[:n])); ok {
			return unit, true
		}
	}
	return "", false
}

// Convert works out a figure in the scale that was asked for; ok is false where
// it is another unit (a rate of exchange stands in no article) or no other scale.
func (v Conversion) Convert(c weigh.Candidate) (Worked, bool) {
	if v.unit == "" {
		v.unit = c.Figure.Unit
	}
	if c.Figure.Unit != v.unit || scaleWord(c.Figure) == v.word {
		return Worked{}, false
	}
	w := Worked{Formula: Formula{Op: Convert}, X: Operand{Candidate: c}, Unit: v.unit, Result: c.Figure.Value}
	w.scale, w.scaleText = v.scale, v.word
	return w, true
}

// Held finds the figure of the question among those of the articles.
func Held(r asking.Reading, all []weigh.Candidate) (weigh.Candidate, bool) {
	for _, c := range all {
		if weigh.NamesFigure(r, c.Figure) && (c.Figure.Kind == figure.Amount || c.Figure.Kind == figure.Count) {
			return c, true
		}
	}
	return weigh.Candidate{}, false
}
