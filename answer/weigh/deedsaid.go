package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// deedSaidBy is how much better an hour may be at which something else happened.
const deedSaidBy = 0.8

// hourAsked asks for a time of day, before what happened then.
var hourAsked = pattern.Compile(`几点钟?|几时(几[分刻])?|何时何[分刻]|(何|什么)时刻`)

// deedSaidFirst puts an hour first whose clause says the very word of what a question asks the hour of, where the sentence of the best
// does not: 18时22分牺牲 for 几点经抢救无效牺牲 before the hour at which help was called.
func deedSaidFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) {
	deed := lastDeed(snapshot, r)
	if deed == "" || strings.Contains(hanzi.Fold(found[0].Sentence.String()), deed) {
		return
	}
	says := saysDeed(deed)
	nearlyBestFirst(found, read, deedSaidBy, func(c Candidate) bool {
		return c.Figure.Kind == figure.Date && c.Figure.When.Clock != "" && says(c)
	})
}

// lastDeed is the last verb behind the words that ask for an hour; "" for none.
func lastDeed(snapshot *retrieval.Snapshot, r asking.Reading) (deed string) {
	asked := hanzi.Fold(r.Asked())
	at := hourAsked.FindStringIndex(asked)
	if r.Asks != asking.Date || r.Claim != nil || at == nil {
		return ""
	}
	for _, w := range snapshot.Words(asked[at[1]:]) {
		if w.End-w.Start > 1 && strings.HasPrefix(w.Speech, "v") && !lightDeed.MatchString(w.Text) {
			deed = w.Text
		}
	}
	return deed
}

// lightDeed are verbs that say of nothing what happened to it.
var lightDeed = pattern.Compile(`^(开始|发生|进行|举行|可以|能够|应该|正式|需要|结束)$`)
