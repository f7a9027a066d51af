package answer

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// compareValues is the verdict on a claimed figure where the articles print another
// one of the same thing: Unknown where they do not contradict it but say less.
func compareValues(claim, printed figure.Figure) Verdict {
	switch {
	case claim.Vague || printed.Vague:
		if hanzi.Fold(claim.Text) == hanzi.Fold(printed.Text) {
			return Same
		}
		return Unknown
	case claim.Value.Equal(printed.Value) && claim.High.Equal(printed.High):
		return compareQualifiers(claim, printed)
	case !claim.Value.Equal(claim.High) || !printed.Value.Equal(printed.High):
		return compareRanges(claim, printed)
	case bears(claim, printed.Value):
		return Rounded
	case bears(printed, claim.Value):
		return Unknown
	}
	return Different
}

// compareRanges is for two figures of which one, at least, is a range.
func compareRanges(claim, printed figure.Figure) Verdict {
	if claim.Value.LessThanOrEqual(printed.Value) && printed.High.LessThanOrEqual(claim.High) {
		return Rounded // 5%-8% of a printed 6%
	}
	if printed.High.LessThan(claim.Value) || claim.High.LessThan(printed.Value) {
		return Different
	}
	return Unknown
}

// side is where a qualifier says that the true value lies.
type side int

const (
	exactly side = iota
	about
	above
	below
)

var sides = map[string]side{
	"约": about, "大约": about, "左右": about, "上下": about, "约为": about, "约有": about, "约达": about, "大概": about, "大致": about, "几乎": about, "估计": about, "预计": about, "前后": about,
	"近": below, "将近": below, "接近": below, "不足": below, "不到": below, "低于": below, "小于": below, "至多": below, "最多": below, "不超过": below, "以下": below, "以内": below,
	"超": above, "超过": above, "逾": above, "突破": above, "多": above, "余": above, "以上": above, "至少": above, "最少": above, "不少于": above, "不低于": above, "高于": above, "大于": above, "上": above,
}

// sideOf is where a qualifier says that the true value lies.
func sideOf(qualifier string) side { return sides[qualifier] }

// compareQualifiers is the verdict on equal values: 约2103家 of a printed 2103家 is
// the same, 不足80场 of a printed 80多场 is not.
func compareQualifiers(claim, printed figure.Figure) Verdict {
	c, p := sideOf(claim.Qualifier), sideOf(printed.Qualifier)
	switch {
	case c == p, c == about && p == exactly:
		return Same
	case c == above && p == below, c == below && p == above:
		return Different
	}
	return Rounded
}

// bears says that a figure, by its qualifier or by the digits that it prints, is a
// rounded form of an exact value.
func bears(f figure.Figure, value decimal.Decimal) bool {
	coarse, fine := steps(f)
	switch sideOf(f.Qualifier) {
	case above:
		return value.GreaterThanOrEqual(f.Value) && value.LessThan(f.Value.Add(coarse))
	case below:
		return value.LessThanOrEqual(f.Value) && value.GreaterThan(f.Value.Sub(coarse))
	case about:
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
