package eval

import (
	"cmp"
	"slices"
	"strings"
)

// Reason is why an answer is not right, as far as it can be told from outside.
type Reason string

// The reasons, gravest first.
const (
	ReasonUnproved     Reason = "unproved"         // it says what nothing proves
	ReasonFalseAnswer  Reason = "false answer"     // the articles do not say it
	ReasonWrongFigure  Reason = "wrong figure"     // of a gold passage
	ReasonWrongPassage Reason = "wrong passage"    // a gold one was found, another one cited
	ReasonWrongResult  Reason = "wrong result"     // a figure that had to be worked out
	ReasonMissed       Reason = "retrieval missed" // no gold passage was found
	ReasonRefused      Reason = "refused"          // though a gold passage was found
	ReasonNotFirst     Reason = "figure not first" // it is said, but figures[0] is another, or longer or shorter
	ReasonList         Reason = "list incomplete"  // one part of several is not said
	ReasonWrongWords   Reason = "wrong words"      // a gold passage is cited, and the gold answer is not said
)

// Reasons lists all reasons, gravest first.
func Reasons() []Reason {
	return []Reason{ReasonUnproved, ReasonFalseAnswer, ReasonWrongFigure, ReasonWrongPassage, ReasonWrongResult,
		ReasonMissed, ReasonRefused, ReasonNotFirst, ReasonList, ReasonWrongWords}
}

// Failure is an answer that is not right, for reading.
type Failure struct {
	Reason   Reason   `json:"reason"`
	ID       string   `json:"id"`
	Kind     string   `json:"kind,omitempty"`
	Question string   `json:"question"`
	Before   []string `json:"before,omitempty"` // the conversation's earlier questions
	Gold     string   `json:"gold"`             // any of a|b; all of a & b
	Said     string   `json:"said"`
	Figure   string   `json:"figure,omitempty"` // figures[0], or derived[0]
	Refused  bool     `json:"refused"`
	Rank     int      `json:"rank"` // of the first gold passage among the hits; 0: none, or none is known
	Unproved []string `json:"unproved,omitempty"`
}

// Failed says whether an answer is not right or not proved, and why.
func (v Verdict) Failed() (Reason, bool) {
	gold := v.Query.Gold
	switch {
	case len(v.Unproved) > 0:
		return ReasonUnproved, true
	case v.Right:
		return "", false
	case !v.Answerable:
		return ReasonFalseAnswer, true
	case v.goldKnown && v.Rank == 0 && !v.Cited:
		return ReasonMissed, true
	case v.Refused:
		return ReasonRefused, true
	case gold.Op != "":
		return ReasonWrongResult, true
	case v.goldKnown && !v.Cited:
		return ReasonWrongPassage, true
	case len(gold.AllOf) > 0:
		return ReasonList, true
	case gold.Numeric && v.figure:
		return ReasonNotFirst, true
	case gold.Numeric:
		return ReasonWrongFigure, true
	}
	return ReasonWrongWords, true
}

// Failures counts the answers that failed by reason and lists the n worst: of each
// reason in turn, so that none hides another, and of one reason those first whose
// gold passage was ranked best.
func Failures(verdicts []Verdict, n int) (map[Reason]int, []Failure) {
	byReason := map[Reason][]Verdict{}
	counts := map[Reason]int{}
	for _, v := range verdicts {
		if reason, failed := v.Failed(); failed {
			byReason[reason] = append(byReason[reason], v)
			counts[reason]++
		}
	}
	for _, list := range byReason {
		slices.SortStableFunc(list, func(a, b Verdict) int {
			return cmp.Or(cmp.Compare(a.depth(), b.depth()), cmp.Compare(a.overlap, b.overlap))
		})
	}
	var worst []Failure
	for turn := 0; len(worst) < n && len(byReason) > 0; turn++ {
		for _, reason := range Reasons() {
			switch list := byReason[reason]; {
			case turn >= len(list):
				delete(byReason, reason)
			case len(worst) < n:
				worst = append(worst, list[turn].failure(reason))
			}
		}
	}
	return counts, worst
}

// depth is the rank of the gold passage, last where there is none.
func (v Verdict) depth() int {
	if v.Rank == 0 {
		return depth + 1
	}
	return v.Rank
}

func (v Verdict) failure(reason Reason) Failure {
	f := Failure{
		Reason: reason, ID: v.Query.ID, Kind: v.Query.Gold.Kind, Question: v.Query.Text, Gold: v.Query.goldText(),
		Said: v.Answer.Text, Figure: firstFigure(v.Answer), Refused: v.Refused, Rank: v.Rank, Unproved: v.Unproved,
	}
	if len(v.Answer.Derived) > 0 {
		f.Figure = v.Answer.Derived[0].Text
	}
	for _, turn := range v.Query.Gold.History {
		f.Before = append(f.Before, turn.Question)
	}
	return f
}

func (q Query) goldText() string {
	if !q.answerable() {
		return ""
	}
	var groups []string
	for _, group := range q.groups() {
		groups = append(groups, strings.Join(group, "|"))
	}
	return strings.Join(groups, " & ")
}
