package weigh

import (
	"slices"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
)

// startsFrom says that the figure is what a change began at.
func (c Candidate) startsFrom() bool {
	return c.Figure.Kind != figure.Date && startBegun.MatchString(c.before()) && startEnded.MatchString(c.Behind(10))
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
	startEnded = pattern.Compile(`^.{0,8}[至到成]`)
)
