package bot

import (
	"slices"
	"strings"

	"youju/answer/say"
)

// brief is an answer less the lines that only repeat a quote: the figure with its
// citation remains, and what else is said of it.
func brief(a say.Answer) say.Answer {
	var kept []string
	var marks []say.Mark
	from, to := 0, 0 // runes of the whole text and of what is kept of it
	for _, line := range strings.Split(a.Text, "\n") {
		n := len([]rune(line)) + 1
		if repeats := len(kept) > 0 && slices.ContainsFunc(a.Citations, func(c say.Citation) bool { return strings.Contains(c.Quote, line) }); !repeats {
			for _, m := range a.Marks {
				if from <= m.Start && m.End <= from+n {
					m.Start, m.End = m.Start-from+to, m.End-from+to
					marks = append(marks, m)
				}
			}
			kept, to = append(kept, line), to+n
		}
		from += n
	}
	a.Text, a.Marks = strings.Join(kept, "\n"), marks
	return a
}
