package asking

import (
	"strings"

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
