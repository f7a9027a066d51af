package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// What 产销分别为 shares out to what is made and what is sold.
var (
	madeSold  = pattern.Compile(`产销.{0,6}分别|产量[和、与]销量.{0,4}分别`)
	madeAsked = pattern.Compile(`产量|生产|产了`)
	soldAsked = pattern.Compile(`销量|销售|卖`)
)

// betweenHalves stand between the figures of the two.
const betweenHalves = "和与、"

// ofOtherHalf says that the figure is of what was made where what was sold is asked for, or
// the other way round, of 产销分别为40.6万辆和40.4万辆，增长5.1%和6.2%.
func ofOtherHalf(r asking.Reading, c Candidate) bool {
	asked := hanzi.Fold(r.Raw)
	made, sold := madeAsked.MatchString(asked), soldAsked.MatchString(asked)
	if made == sold || !madeSold.MatchString(c.SaidBefore()) {
		return false
	}
	before := []rune(c.before())
	second := len(before) > 0 && strings.ContainsRune(betweenHalves, before[len(before)-1])
	of := strings.Contains(string(before), "分别") || c.Entry.Direction != "" && (second || strings.ContainsAny(c.Behind(1), betweenHalves))
	return of && second == made
}
