package answer

import (
	"slices"
	"strings"

	"youju/hanzi"
	"youju/retrieval"
)

// amongThem begins what is said of a part of what was just counted.
const amongThem = "其中"

// narrowToWhole marks the figures of a part that the question does not name where the
// whole stands before it: 院士项目9个 of 人才项目170个，其中院士项目9个. It says which
// figures are of parts.
func (r reading) narrowToWhole(snapshot *retrieval.Snapshot, found []candidate) []bool {
	parts := make([]bool, len(found))
	asked := hanzi.Fold(r.asked())
	if strings.Contains(asked, amongThem) {
		return parts
	}
	for i, c := range found {
		whole, part, ok := c.partSaid()
		if !ok {
			continue
		}
		parts[i] = true
		own := slices.DeleteFunc(nounsIn(snapshot, part), func(noun string) bool { return strings.Contains(whole, noun) })
		named := slices.ContainsFunc(own, func(noun string) bool { return strings.Contains(asked, noun) })
		ofWhole := slices.ContainsFunc(found, func(w candidate) bool {
			return w.sentence.source.Paragraph == c.sentence.source.Paragraph && w.figure.Unit == c.figure.Unit &&
				w.figure.Start >= c.sentence.span.Start && w.figure.Start < c.sentence.span.Start+len([]rune(whole))
		})
		if len(own) > 0 && !named && ofWhole {
			found[i].features.Narrow = 1
		}
	}
	return parts
}

// partSaid parts the figure's sentence up to it where it says 其中, folded.
func (c candidate) partSaid() (whole, part string, ok bool) {
	before := c.saidBefore()
	at := strings.LastIndex(before, amongThem)
	if at < 0 {
		return "", "", false
	}
	return before[:at], before[at+len(amongThem):], true
}
