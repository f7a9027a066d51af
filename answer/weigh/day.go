package weigh

import (
	"slices"
	"time"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// otherDay is the day that a question names where the article says others only, as it is
// written; "" for none. What is told by another day (两天前) may be of any.
func otherDay(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence) string {
	if r.Asks.OfTime() || r.Claim != nil {
		return ""
	}
	at := slices.IndexFunc(r.Figures, isDay)
	if at < 0 || byAnotherDay.MatchString(hanzi.Fold(s.String())) {
		return ""
	}
	a := s.Source.Article
	if toldFromDate(a.Date, snapshot.ArticleText(a, wording.ArticleText), r.Figures[at].When) {
		return ""
	}
	said := slices.DeleteFunc(figure.Find(a.Date+"\n"+snapshot.ArticleText(a, wording.ArticleText)), func(f figure.Figure) bool { return !isDay(f) })
	if len(said) == 0 || slices.ContainsFunc(r.Figures[at:], func(day figure.Figure) bool { // 9日（北京时间10日）
		return isDay(day) && slices.ContainsFunc(said, func(f figure.Figure) bool {
			return likeness.Covers(f.When, day.When) || likeness.Spans(f, day.When)
		})
	}) {
		return ""
	}
	return r.Figures[at].Text
}

func isDay(f figure.Figure) bool { return f.Kind == figure.Date && f.When.Day != 0 }

// byAnotherDay is a day without a number, or one that is counted from another.
var byAnotherDay = pattern.Compile(`[今昨前明当次翌同隔][天日晨晚早夜]|第二天|天[前后]|[此之日]前|周[一二三四五六日末]|星期`)

// The day before that of an article, or behind it, is told from it.
var (
	dayBefore = pattern.Compile(`昨[天日晚夜晨]`)
	dayBehind = pattern.Compile(`明[天日晚晨]`)
)

// toldFromDate says that a text tells a day from the date of its article: 5日 by 昨天 in one of the 6th.
func toldFromDate(date, text string, day figure.When) bool {
	of, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return false
	}
	is := func(then time.Time) bool {
		return likeness.Covers(figure.When{Year: then.Year(), Month: int(then.Month()), Day: then.Day()}, day)
	}
	return is(of.AddDate(0, 0, -1)) && dayBefore.MatchString(text) || is(of.AddDate(0, 0, 1)) && dayBehind.MatchString(text)
}
