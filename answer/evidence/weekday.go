package evidence

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// weekday are days of a week, which are no figures.
var weekday = pattern.Compile(`(每周|周|星期|礼拜)[一二三四五六日末天]|每天|每日`)

// SaysWeekday says that a question asks on which days of a week something is and a text says some.
func SaysWeekday(r asking.Reading, text string) bool {
	return asking.AsksWeekday(hanzi.Fold(r.Raw)) && weekday.MatchString(hanzi.Fold(text))
}

// WeekdayFirst moves the sentence of the best one's article before the others that says days of a week, where those are
// asked for.
func WeekdayFirst(r asking.Reading, sentences []Sentence) {
	putSentenceFirst(sentences, func(s Sentence) bool {
		return s.Source.Article == sentences[0].Source.Article && SaysWeekday(r, s.String())
	})
}
