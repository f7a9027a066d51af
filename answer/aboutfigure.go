package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// whatFigure is all that a question says beside a figure of which it asks what it is:
// 112.14亿元指的是什么.
var whatFigure = pattern.Compile(`^(这个?|那个?|数字?|里的?|文章|中的|说的|指的?|代表|意思|什么|啥|哪里的?|谁的?|钱|数据?|是|的|[\s\p{P}])*$`)

// aboutFigure says that a question asks what a figure is of.
func aboutFigure(r asking.Reading) bool {
	if len(r.Figures) != 1 || r.Asks.Numeric() || r.Claim != nil {
		return false
	}
	return whatFigure.MatchString(strings.Replace(hanzi.Fold(r.Raw), hanzi.Fold(r.Figures[0].Text), "", 1))
}

// whatFigureIs answers a question that asks what a figure is of; ok is false for another one,
// and where no sentence has the figure.
func whatFigureIs(r asking.Reading, snapshot *retrieval.Snapshot, sentences []evidence.Sentence) (answer Answer, ok bool) {
	if !aboutFigure(r) {
		return Answer{}, false
	}
	if said := figuresLike(snapshot, r.Figures[0], sentences); len(said) > 0 {
		return figureAnswer(snapshot, r, said[0], said[1:], nil), true
	}
	if s, ok := planNamed(r.Figures[0], sentences); ok {
		return sentenceAnswer(snapshot, r, s), true
	}
	return Answer{}, false
}

// planNamed is the likeliest sentence that holds a name which looks like a figure: 四个一.
func planNamed(name figure.Figure, sentences []evidence.Sentence) (evidence.Sentence, bool) {
	for _, s := range sentences {
		if name.Kind == figure.Name && strings.Contains(hanzi.Fold(s.String()), hanzi.Fold(name.Text)) {
			return s, true
		}
	}
	return evidence.Sentence{}, false
}

// mostAlike is how many places that say one figure are shown.
const mostAlike = 3

// figuresLike are the figures of sentences that are one asked about, in number and unit.
func figuresLike(snapshot *retrieval.Snapshot, asked figure.Figure, sentences []evidence.Sentence) []weigh.Candidate {
	var out []weigh.Candidate
	for _, s := range sentences {
		for _, e := range snapshot.Ledger().Of(s.Source.Paragraph) {
			if e.Start >= s.Span.Start && e.End <= s.Span.End && len(out) < mostAlike && e.Kind != figure.Date && e.Value.Equal(asked.Value) && e.Unit == asked.Unit {
				out = append(out, weigh.Candidate{Sentence: s, Figure: e.Figure, Entry: e, Clause: weigh.ClauseOf(s.Text, s.Span, e.Figure)})
			}
		}
	}
	return out
}
