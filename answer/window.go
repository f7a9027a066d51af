package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/wording"
	"youju/hanzi"
)

// lacksShort is the Latin short form of a question (GDP) of which neither it nor what it is
// short for stands in what the figure is of; "" for none.
func lacksShort(r asking.Reading, c candidate) string {
	said := wording.LongForm(hanzi.Fold(c.sentence.String() + c.sentenceBefore() + c.entry.Metric + c.sentence.Source.Article.Title))
	for _, short := range evidence.ShortLatin.FindAllString(hanzi.Fold(r.Raw), -1) {
		if long := wording.LongForm(short); long != short && !strings.Contains(said, long) {
			return strings.ToUpper(short)
		}
	}
	return ""
}
