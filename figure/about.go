package figure

import "github.com/shopspring/decimal"

// about takes the 多, 余 or 来 behind a round number: 30余, 一千多万, 十来个.
func (r *numeralReader) about(c rune) bool {
	if r.more != "" || r.s.longest(r.at, notAbout) != "" || !r.round() && !isScale(r.s.at(r.at+1)) && !(c != '来' && r.exact()) {
		return false
	}
	if c == '来' && !r.s.counted(r.at+1) && !isScale(r.s.at(r.at+1)) {
		return false
	}
	r.more = string(c)
	r.at++
	return true
}

// exact says that digits that end in no nought were read and a unit follows the 余 or 多
// behind them: 378余人; not 2023多家.
func (r *numeralReader) exact() bool {
	if !r.arabic || !r.has || !r.s.counted(r.at+1) {
		return false
	}
	year := r.pending.GreaterThan(firstYear) && r.pending.LessThan(lastYear) && r.pending.IsInteger()
	return r.pending.GreaterThan(decimal.NewFromInt(10)) && !year
}

// Years that numbers are taken for.
var firstYear, lastYear = decimal.NewFromInt(1900), decimal.NewFromInt(2100)

// notAbout begin with 多, 余 or 来 as a part of another word.
var notAbout = []string{"多样", "多元化", "多伦", "多少", "多数", "多云", "多达", "多于", "多媒", "多功能", "多边", "多方", "多瑙", "多哈", "多次元",
	"余姚", "余杭", "余额", "余下", "余热", "余生", "余震", "余量", "来自", "来源", "来到", "来看", "来说", "来华", "来京"}

// round says that what was read ends in a nought or a scale.
func (r *numeralReader) round() bool {
	if !r.has {
		return r.last > 0
	}
	return r.arabic && r.pending.IsPositive() && r.pending.Mod(decimal.NewFromInt(10)).IsZero()
}
