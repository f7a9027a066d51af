package weigh

import (
	"slices"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// startsFrom says that the figure is what a change began at.
func (c Candidate) startsFrom() bool {
	return c.Figure.Kind != figure.Date && startBegun.MatchString(c.before()) && startEnded.MatchString(c.Behind(10))
}

// beforeLevel says that what something was raised or lowered to is asked for and stands behind the figure in its
// clause: 将满6个月的要求缩短至3个月.
func (c Candidate) beforeLevel(asked string) bool {
	if !asking.AsksLevel(asked) || levelBefore.MatchString(c.before()) {
		return false
	}
	behind := string(c.Sentence.Text[c.Figure.End:c.Clause.End])
	return slices.ContainsFunc(figure.Find(behind), func(f figure.Figure) bool {
		return f.Unit == c.Figure.Unit && levelBefore.MatchString(hanzi.Fold(string([]rune(behind)[:f.Start])))
	})
}

// begins says that the part of a year that was asked for stands between where a change began and the figure:
// 从6月的278套跃升至.
func (c Candidate) begins(part string) bool {
	begun := startBegun.FindString(c.before())
	return part != "" && begun != "" && slices.Contains(asking.YearParts(begun), part)
}

var (
	startAsked = pattern.Compile(`从(多少|几)|原(来|先|本|为)|之前|以前|前(是|为)|起点`)
	startBegun = pattern.Compile(`(^|[^自])(从|由)[^至到]{0,6}$`)
	startEnded = pattern.Compile(`^.{0,8}([至到成]|[升降增减高低调改缩加长]为)`)
)
