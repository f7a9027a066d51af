package answer

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/say"
	"youju/answer/weigh"
)

// Weighed is what lay on the scales for a question whose answer was decided by
// weight: what speaks for each figure and sentence that could answer it. The
// weights are fitted on it.
type Weighed struct {
	Figure    bool     `json:"figure"`    // a figure was said, not a sentence
	Figures   []Choice `json:"figures"`   // best first; none where no figure is asked for
	Sentences []Choice `json:"sentences"` // best first
}

// Choice is a figure or a sentence of a paragraph with its features.
type Choice struct {
	Paragraph string `json:"paragraph"`
	Text      string `json:"text"`
	Features  any    `json:"features"` // a struct of float64
}

// Telling answers like a and hands what was weighed to tell before anything is
// said; not where no weight decided (a result that was worked out, a greeting).
func (a *Answerer) Telling(tell func(Weighed)) *Answerer {
	out := *a
	out.tell = tell
	return &out
}

func onTheScales(r asking.Reading, found []weigh.Candidate, sentences []evidence.Sentence, figure bool) Weighed {
	w := Weighed{Figure: figure, Figures: []Choice{}, Sentences: []Choice{}}
	for _, c := range found {
		w.Figures = append(w.Figures, Choice{c.Sentence.Source.Paragraph, say.Trim(r, c.Figure, c.Sentence.Text).Text, c.Features})
	}
	for _, s := range sentences[:min(weigh.ReadSentences, len(sentences))] {
		w.Sentences = append(w.Sentences, Choice{s.Source.Paragraph, s.String(), s.Features()})
	}
	return w
}
