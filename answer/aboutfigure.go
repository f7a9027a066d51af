package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// whatFigureIs answers a question that asks what a figure is of; ok is false for another one,
// and where no sentence has the figure.
func whatFigureIs(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) (answer say.Answer, ok bool) {
	if !say.AboutFigure(r) {
		return say.Answer{}, false
	}
	if said := figuresLike(snapshot, r.Figures[0], sentences); len(said) > 0 {
		return say.FigureAnswer(snapshot, r, said[0], say.Also{Twins: said[1:]}), true
	}
	if s, ok := planNamed(r.Figures[0], sentences); ok {
		return say.SentenceAnswer(snapshot, r, s), true
	}
	return say.Answer{}, false
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
