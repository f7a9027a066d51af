package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// Compared says that what begins at i is what something is compared with.
func Compared(paragraph []rune, i int) bool {
	before := hanzi.Fold(string(paragraph[max(0, i-3):i]))
	for _, word := range []string{"比", "较", "相比于", "相对于", "对比", "高于", "低于", "多于", "少于", "好于", "优于"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// YearHeading is the year that a question begins with, where it is of all that is asked and not of what was founded or
// begun then: 2024年春运什么时候结束; 0 for none.
func (r Reading) YearHeading() int {
	if r.Claim != nil || len(r.Figures) == 0 || r.Figures[0].Start > 0 || r.Figures[0].When != (figure.When{Year: r.Figures[0].When.Year}) {
		return 0
	}
	if rest := hanzi.Fold(string([]rune(r.Raw)[r.Figures[0].End:])); ofThatYear.MatchString(timeNoun.ReplaceAllString(rest, "")) {
		return 0
	}
	return r.Figures[0].When.Year
}

// ofThatYear is of something that was so in a year, before what is asked: 成立的企业, 成立后.
var (
	ofThatYear = pattern.Compile(`的|[之以]?[前后来起]|成立|[^,。]*,`)
	timeNoun   = pattern.Compile(`的?(具体)?(时间|日期)(是|为)?.*$`)
)

// YearsOf are the years of a text that something is of, and those that something is
// compared with (比2019年).
func YearsOf(text string, figures []figure.Figure) (years, bases []int) {
	runes := []rune(text)
	for _, f := range figures {
		switch {
		case f.When.Year == 0:
		case Compared(runes, f.Start):
			bases = append(bases, f.When.Year)
		default:
			years = append(years, f.When.Year)
		}
	}
	return years, bases
}
