package answer

import (
	"regexp"
	"strings"

	"youju/hanzi"
	"youju/retrieval"
)

// follows are the words with which a question leans on the one before it.
var follows = regexp.MustCompile(`^(那么?|它|他|她|其中?|这个?|该|同期|后者|前者|还有|另外|再|又|上面|刚才)|呢[?？]?$|^(增速|增幅|占比|同比|环比|排名|涨了|降了|占|第[一二三]个)|(他|她|它)(们)?(的|是|在|有)`)

const (
	leanRunes  = 14 // a longer question stands by itself unless it begins with such a word
	bareRunes  = 9  // one as short as this leans whatever its words
	mostLeanOn = 3  // questions back that may be leaned on
)

// leansOn are the questions that a follow-up takes its subject from, latest
// first: back to one that stands by itself.
func leansOn(question string, history []Turn) []string {
	var out []string
	for i := len(history) - 1; i >= 0 && len(out) < mostLeanOn && leans(question); i-- {
		question = strings.TrimSpace(history[i].Question)
		out = append(out, question)
	}
	return out
}

func leans(question string) bool {
	n := len([]rune(question))
	return n <= bareRunes || n <= 2*leanRunes && follows.MatchString(hanzi.Fold(question))
}

// contextWeight is what a word of the question before counts beside the words of
// the question itself; one further back counts that much less again.
const contextWeight = 0.4

// words are the terms of a question, and for less those that it leans on.
func (r reading) words(snapshot *retrieval.Snapshot) wordsAsked {
	own := r.raw
	if r.claim != nil {
		own = r.claim.without(r.raw)
	}
	terms := wordsAsked(snapshot.QuestionTerms(own))
	if len(r.context) == 0 {
		return terms
	}
	known := map[string]bool{}
	for _, t := range terms {
		known[t.Text] = true
	}
	weight := contextWeight
	for _, said := range r.context {
		for _, t := range snapshot.QuestionTerms(r.unreplaced(snapshot, said)) {
			if !known[t.Text] {
				known[t.Text] = true
				terms = append(terms, retrieval.Term{Text: t.Text, Rarity: weight * t.Rarity})
			}
		}
		weight *= contextWeight
	}
	return terms
}

// unreplaced is what a follow-up leaves of the question before it: where it names
// another place, that one's is gone.
func (r reading) unreplaced(snapshot *retrieval.Snapshot, said string) string {
	if len(namesIn(snapshot, r.raw)) == 0 {
		return said
	}
	for _, n := range namesIn(snapshot, said) {
		said = strings.ReplaceAll(said, n.shown, " ")
	}
	return said
}
