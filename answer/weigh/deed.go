package weigh

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// A date is of what happened then: what a question says that happened must stand
// beside it in this word or in one that means the same. Of the development sets'
// right answers by another word the cosine was .73 and more (興建, 始建); words that
// the reader is sure of may be further from each other.
const (
	sameDeed    = 0.66
	sureOfDeed  = 0.1 // of the reader, -1…1
	longestDeed = 4   // runes of what is read as one word: 获批
)

var (
	whenAsked = pattern.Compile(`[什啥]么?时[候侯]|什么时间|何时|哪一?天|哪[一几]?年(哪[一个]?月)?(哪一?[日天号])?|几几年|何年|(几月)?几[日号]|几月份?`)
	lightOfIt = pattern.Compile(`^(正式|开始|已经|发生|曾经?|时候?|份|[才就会将被正已是在于的])+|(发生|[的了过吗呢?。！，,啊]|开始|起来?)+$`)
)

// deedAsked is what the question asks the time of, where one word says it: 获批 in
// 高新区什么时候获批; "" where none does.
func deedAsked(r asking.Reading) string {
	asked := hanzi.Fold(r.Raw)
	at := whenAsked.FindStringIndex(asked)
	if at == nil {
		return ""
	}
	deed := strings.TrimSpace(lightOfIt.ReplaceAllString(asked[at[1]:], ""))
	if n := len([]rune(deed)); n < 2 || n > longestDeed || strings.ContainsAny(deed, "几哪何") { // 几号演到几号
		return ""
	}
	return deed
}

// compareDeed is what the question asks the time of where the figure's sentence says
// nothing of it; "" where it does.
func compareDeed(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) (string, error) {
	deed := ""
	if r.Asks == asking.Date || r.Asks == asking.Year {
		deed = deedAsked(r)
	}
	if deed == "" || c.Features.Read >= sureOfDeed || endAsked.MatchString(deed) && c.endsSpan() {
		return "", nil
	}
	said := hanzi.Fold(c.Sentence.String())
	if wording.Shared(wording.Bigrams(deed), said) > 0 {
		return "", nil
	}
	words := deedsIn(snapshot.Words(said))
	alike, err := snapshot.Alike(ctx, deed, words)
	if err != nil || alike >= sameDeed {
		return "", err
	}
	return deed, nil
}

// deedsIn are the words of a sentence that may say what happened, no names, numbers
// and times, and pairs of characters that the dictionary knows by themselves only.
func deedsIn(words []index.Word) (out []string) {
	for i, w := range words {
		switch {
		case w.End-w.Start > 1:
			if w.End-w.Start <= longestDeed && !noDeed[w.Speech] && !slices.Contains(out, w.Text) {
				out = append(out, w.Text)
			}
		case i > 0 && words[i-1].End == w.Start && words[i-1].End-words[i-1].Start == 1:
			out = append(out, words[i-1].Text+w.Text)
		}
	}
	return out
}

// noDeed are kinds of word that say of nothing that it happened.
var noDeed = map[string]bool{"ns": true, "nr": true, "nt": true, "m": true, "t": true, "r": true, "d": true, "c": true, "p": true, "f": true, "": true}
