package ledger

import "youju/hanzi"

// Period is the time over which or at which a figure holds. The zero Period is
// an unknown one.
type Period struct {
	Text      string     // as it is shown: 2020年, 截至2021年1月, 去年（2022年）
	Paragraph string     // id of the paragraph where the words stand; "" for the article's date
	Span      hanzi.Span // of the words, in runes of that paragraph
	From, To  Day        // both ends included; zero where not known
	Kind      PeriodKind
}

// Day is a day, or a month or a year where the smaller parts are zero.
type Day struct {
	Year, Month, Day int
}

// PeriodKind says how a figure relates to its period.
type PeriodKind string

const (
	Point      PeriodKind = "point"      // as of a day: 截至2021年1月, 年末
	Whole      PeriodKind = "whole"      // over a year, a half, a quarter, a month, a day
	Cumulative PeriodKind = "cumulative" // from the start of a year or an undertaking on: 1-6月, 2020年以来
	Vague      PeriodKind = "vague"      // 目前, 近年来: no dates can be told
)
