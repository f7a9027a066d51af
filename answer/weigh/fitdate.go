package weigh

import (
	"strings"

	"youju/answer/pattern"
	"youju/figure"
)

// stamped are dates in digits and hyphens, in Latin letters, or to the second; 27-29日 are days.
var stamped = pattern.Compile(`\d[-/.]\d+[-/.]\d|^[^年月日号代]*[-/.][^年月日号代]*$|[a-zA-Z]|:\d\d:`)

// fitDate holds a date that no Chinese sentence writes so to be a stamp beside the text.
func fitDate(f figure.Figure) float64 {
	if f.Kind != figure.Date {
		return 0
	}
	if stamped.MatchString(f.Text) {
		return 0.3
	}
	return 1
}

// fitEra prefers a century or a decade to a year.
func fitEra(f figure.Figure) float64 {
	switch {
	case f.Kind != figure.Date:
		return 0
	case strings.Contains(f.Text, "世") || strings.Contains(f.Text, "代"):
		return 1
	}
	return 0.5
}
