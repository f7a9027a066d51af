package likeness

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// Side is where a qualifier says that the true value lies.
type Side int

const (
	Exactly Side = iota
	About
	Above
	Below
)

var sides = map[string]Side{
	"约": About, "大约": About, "左右": About, "上下": About, "约为": About, "约有": About, "约达": About, "大概": About, "大致": About, "几乎": About, "估计": About, "预计": About, "前后": About,
	"近": Below, "将近": Below, "接近": Below, "不足": Below, "不到": Below, "低于": Below, "小于": Below, "至多": Below, "最多": Below, "不超过": Below, "以下": Below, "以内": Below,
	"超": Above, "超过": Above, "逾": Above, "突破": Above, "多": Above, "余": Above, "以上": Above, "至少": Above, "最少": Above, "不少于": Above, "不低于": Above, "高于": Above, "大于": Above, "上": Above,
}

// SideOf is where a qualifier says that the true value lies.
func SideOf(qualifier string) Side { return sides[qualifier] }

// Bears says that a figure, by its qualifier or by the digits that it prints, is a
// rounded form of an exact value.
func Bears(f figure.Figure, value decimal.Decimal) bool {
	coarse, fine := steps(f)
	switch SideOf(f.Qualifier) {
	case Above:
		return value.GreaterThanOrEqual(f.Value) && value.LessThan(f.Value.Add(coarse))
	case Below:
		return value.LessThanOrEqual(f.Value) && value.GreaterThan(f.Value.Sub(coarse))
	case About:
		return value.Sub(f.Value).Abs().LessThanOrEqual(coarse.Div(decimal.NewFromInt(2)))
	}
	if !fine.IsPositive() {
		return false
	}
	return value.Div(fine).Round(0).Mul(fine).Equal(f.Value)
}

var oneNumber = pattern.Compile(`^\D*(\d[\d,]*(?:\.\d+)?)\D*$`)

// steps are the places of a figure's last digit: of the last that is not zero,
// coarse, which a qualifier leaves open (超2100家: 100), and of the last that is
// printed, fine (6.3万户: 0.1万). Fine is 0 where no single number is printed in
// digits.
func steps(f figure.Figure) (coarse, fine decimal.Decimal) {
	if m := oneNumber.FindStringSubmatch(hanzi.Fold(f.Text)); m != nil {
		number, err := decimal.NewFromString(strings.ReplaceAll(m[1], ",", ""))
		if err == nil && number.IsPositive() {
			fine = f.Value.Abs().Div(number).Mul(decimal.New(1, number.Exponent()))
		}
	}
	return lastPlace(f.Value), fine
}

// lastPlace is the place of a value's last digit that is not zero: 100 of 2100.
func lastPlace(v decimal.Decimal) decimal.Decimal {
	if v.IsZero() {
		return decimal.Zero
	}
	digits := v.Coefficient().String()
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	return decimal.New(1, v.Exponent()+int32(zeros))
}
