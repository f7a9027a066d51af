package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
)

// fitImplied is for a unit that nobody named, so that another one is possible.
func fitImplied(r asking.Reading, f figure.Figure) float64 {
	money, per, rate := strings.Cut(f.Unit, "/")
	rate = rate && likeness.IsCurrency(money) && likeness.IsCurrency(r.Implied)
	switch {
	case rate && strings.Contains(hanzi.Fold(r.Raw), per): // 月最低工资 of 1650元/月
		return 1
	case rate && shortTimes[per]:
		return 0.3
	case rate:
		return 0.8
	case f.Unit == r.Implied || likeness.Units(f.Unit, r.Implied) || likeness.IsCurrency(r.Implied) && likeness.IsCurrency(f.Unit):
		return 1
	case r.Implied == "家" && unitless(f): // 超100亿
		return scales.PoorFit
	case likeness.IsCurrency(r.Implied) && unitless(f), r.Implied == wording.SpeedUnit && likeness.Units(f.Unit, "公里"): // GDP为8316.92亿, 每小时40公里
		return 0.9
	case r.Implied == "岁" && f.Unit != "", r.Implied == wording.SpeedUnit && f.Unit != "": // 27.5% is no age, 四车道 and 3亿元 no speed
		return scales.PoorFit
	case f.Unit == "" && r.Implied == wording.PointUnit:
		return 1
	case f.Unit == "":
		return 0.6
	case r.Implied == wording.PointUnit && f.Kind == figure.Count && f.Unit != "分": // 六大领域 are no index
		return scales.PoorFit
	case f.Kind == figure.Count && !likeness.IsCount(r.Implied) && r.Implied != "人" && r.Implied != wording.PointUnit && f.Unit != "" && f.Unit != "%": // 1275万单 are no area
		return scales.PoorFit
	case likeness.IsCurrency(r.Implied) && (f.Kind == figure.Count || f.Kind == figure.Amount && f.Unit != "%"): // 四大城市 are no GDP, 0.86亿立方米 no price of water
		return scales.PoorFit
	}
	return 0.3
}

// shortTimes are those that nobody is paid by unless it is said.
var shortTimes = map[string]bool{"小时": true, "天": true, "日": true, "周": true, "次": true, "分钟": true}

// fitMoney holds an amount without a unit for money too: 总投资约21亿.
func fitMoney(f figure.Figure) float64 {
	if unitless(f) {
		return 0.8
	}
	return wording.AllOrNothing(likeness.IsCurrency(f.Unit))
}

// unitless says that a figure is of some 万 or 亿, of what is not said.
func unitless(f figure.Figure) bool {
	return f.Unit == "" && (f.Kind == figure.Amount || f.Kind == figure.Count) && strings.ContainsAny(f.Text, "万亿萬億")
}
