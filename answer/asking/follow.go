package asking

import (
	"slices"
	"strings"

	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// follows are the words with which a question leans on the one before it.
var follows = pattern.Compile(`^(那么?|它|他|她|其中?|这个?|该|同期|后者|前者|还有|另外|再|又|上面|刚才|比(?:前面|上面|刚才|前一?个|它|那)|\d{1,2}月份?(?:又|呢|那))|呢[?？]?$|^(增速|增幅|占比|同比|环比|排名|涨了|降了|占|第[一二三]个)|(他|她|它)(们)?(的|是|在|有)`)

const (
	leanRunes  = 14 // a longer question stands by itself unless it begins with such a word
	bareRunes  = 9  // one as short as this leans whatever its words
	mostLeanOn = 3  // questions back that may be leaned on
	mostLed    = 8  // questions back that a follow-up may set against each other
)

// leansOn are the questions that a follow-up takes its subject from, latest
// first: back to one that stands by itself, but no more than most.
func leansOn(question string, history []Turn, most int) []string {
	var out []string
	for i := len(history) - 1; i >= 0 && len(out) < most && leans(question); i-- {
		question = strings.TrimSpace(history[i].Question)
		out = append(out, question)
	}
	return out
}

func leans(question string) bool {
	n := len([]rune(question))
	return n <= bareRunes || n <= 2*leanRunes && follows.MatchString(hanzi.Fold(question))
}

// WithoutThen is a question with its follow-ups, and those before it, less the word that they begin with, which would be
// read as a part of a name: 福山区呢 for 那福山区呢; but 那曲 is one, and a long question leans on those before by that word alone.
func WithoutThen(snapshot *retrieval.Snapshot, q Question) Question {
	if len(q.History) == 0 {
		return q
	}
	q.Text, q.History = withoutThen(snapshot, q.Text), slices.Clone(q.History)
	for i := range q.History[1:] {
		q.History[i+1].Question = withoutThen(snapshot, q.History[i+1].Question)
	}
	return q
}

func withoutThen(snapshot *retrieval.Snapshot, question string) string {
	text, then := []rune(question), 0
	for _, word := range []string{"那", "那么"} {
		if strings.HasPrefix(hanzi.Simplify(question), word) { // 那麼
			then = len([]rune(word))
		}
	}
	rest := string(text[then:])
	words := snapshot.Words(question)
	if then == 0 || leans(question) && !leans(rest) || len([]rune(rest)) < 2 || len(words) == 0 || words[0].Text != "那" && words[0].Text != "那么" {
		return question
	}
	return rest
}

// contextWeight is what all words of the question before count together beside
// those of the question itself; of one further back, that much less again.
const contextWeight = 0.6

// kindWords say what kind of figure is asked for, which its fit looks at.
var kindWords = pattern.Compile(`(` + pattern.Growing + `|增加|` + pattern.Falling + `)了?(多少|几|百分之)|` + pattern.Pace + `|涨了|占比|比例|比重|百分之|排名|名次|同比|环比`)

// Words are the terms of a question, and for less those that it leans on.
func (r Reading) Words(snapshot *retrieval.Snapshot) wording.Terms {
	terms := r.terms(snapshot, r.Asked())
	total, known := 0.0, map[string]bool{}
	for _, t := range terms {
		known[t.Text] = true
		total += t.Rarity
	}
	weight := contextWeight
	for _, said := range r.Context {
		var added wording.Terms
		sum := 0.0
		for _, t := range r.terms(snapshot, r.unreplaced(snapshot, said)) {
			if !known[t.Text] {
				known[t.Text] = true
				added, sum = append(added, t), sum+t.Rarity
			}
		}
		scale := 1.0
		if total > 0 {
			scale = min(1, weight*total/max(sum, 1e-9))
		} else { // the question has no words of its own: 增速呢
			total, weight = sum, 1
		}
		for _, t := range added {
			terms = append(terms, retrieval.Term{Text: t.Text, Rarity: scale * t.Rarity})
		}
		weight *= contextWeight
	}
	if r.Answered != "" {
		terms = append(terms, r.ofAnswer(snapshot, known, total)...)
	}
	return terms
}

// answeredWeight is what all words of the last answer count together beside those of the question.
const answeredWeight = 0.4

// ofAnswer are the terms of the last answer that the question and those before it have not.
func (r Reading) ofAnswer(snapshot *retrieval.Snapshot, known map[string]bool, total float64) (out wording.Terms) {
	sum := 0.0
	for _, t := range snapshot.QuestionTerms(wording.LongForm(r.Answered)) {
		if !known[t.Text] {
			out, sum = append(out, t), sum+t.Rarity
		}
	}
	for i := range out {
		out[i].Rarity *= min(1, answeredWeight*total/max(sum, 1e-9))
	}
	return out
}

// Nearest are the terms of the question, or of the latest one that it leans on
// where it has none of its own.
func (r Reading) Nearest(snapshot *retrieval.Snapshot) wording.Terms {
	terms := r.terms(snapshot, r.Asked())
	for i := 0; i < len(r.Context) && len(terms) == 0; i++ {
		terms = r.terms(snapshot, r.Context[i])
	}
	return terms
}

// Asked is the question, less the figure that it claims.
func (r Reading) Asked() string {
	if r.Claim != nil {
		return r.Claim.without(r.Raw)
	}
	return r.Raw
}

func (r Reading) terms(snapshot *retrieval.Snapshot, text string) wording.Terms {
	if r.Asks == Change || r.Asks == Share || r.Asks == Rank {
		text = kindWords.ReplaceAllString(text, " ")
	}
	return snapshot.QuestionTerms(wording.LongForm(text))
}

// unreplaced is what a follow-up leaves of the question before it: where it names
// another place, that one's is gone.
func (r Reading) unreplaced(snapshot *retrieval.Snapshot, said string) string {
	if len(naming.In(snapshot, r.Raw)) == 0 {
		return said
	}
	for _, n := range naming.In(snapshot, said) {
		said = strings.ReplaceAll(said, n.Shown, " ")
	}
	return said
}
