package answer

import (
	"strings"

	"youju/answer/likeness"
	"youju/answer/wording"
	"youju/figure"
)

// fitImplied is for a unit that nobody named, so that another one is possible.
func (r reading) fitImplied(f figure.Figure) float64 {
	switch {
	case f.Unit == r.implied || likeness.Units(f.Unit, r.implied) || likeness.IsCurrency(r.implied) && likeness.IsCurrency(f.Unit):
		return 1
	case r.implied == "家" && unitless(f): // 超100亿
		return poorFit
	case likeness.IsCurrency(r.implied) && unitless(f), r.implied == wording.SpeedUnit && likeness.Units(f.Unit, "公里"): // GDP为8316.92亿, 每小时40公里
		return 0.9
	case f.Unit == "" && r.implied == wording.PointUnit:
		return 1
	case f.Unit == "":
		return 0.6
	case r.implied == wording.PointUnit && f.Kind == figure.Count && f.Unit != "分": // 六大领域 are no index
		return poorFit
	case likeness.IsCurrency(r.implied) && f.Kind == figure.Count: // 四大城市 are no GDP
		return poorFit
	}
	return 0.3
}

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
