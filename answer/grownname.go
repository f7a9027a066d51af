package answer

import (
	"slices"
	"strings"

	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// grownName is a name of which the dictionary knows but one character: 祁阳, with 祁, and
// the characters beside it that are no words by themselves.
func grownName(snapshot *retrieval.Snapshot, text, known string) (name, bool) {
	words := snapshot.Words(text)
	at := slices.IndexFunc(words, func(w index.Word) bool { return w.Text == known })
	if at < 0 {
		return name{}, false
	}
	from, to := at, at+1
	beside := func(i int) bool {
		return i >= 0 && i < len(words) && words[i].End-words[i].Start == 1 && hanzi.IsHan([]rune(words[i].Text)[0]) && !wording.Joins(words[i].Text)
	}
	switch {
	case beside(to) && words[to].Start == words[at].End && !strings.Contains("vuapd", wording.Class(words[to].Speech)):
		to++
	case beside(from-1) && words[from-1].End == words[at].Start:
		from--
	}
	whole := ""
	for _, w := range words[from:to] {
		whole += w.Text
	}
	return name{whole, whole}, len([]rune(whole)) > 1
}
