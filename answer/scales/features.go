// Package scales has what speaks for a figure or a sentence as the answer, what each of it is
// worth, and how likely an answer with so much of it is at all. The weights are fitted (eval/fit).
package scales

// Sentence are what speaks for a sentence, each about 0…1.
type Sentence struct {
	Coverage, Cosine, Hit, Head, Unsaid, Scattered float64
	Unnamed                                        float64 // how much of a strange name of the question its article lacks
	Missing                                        float64 // 1 where its article does not name a place that was asked about
	Faceless                                       float64 // 1 where who or where is asked and it names nobody, or no place
	Defines                                        float64 // 1 where what something is is asked and it says so
	Headless                                       float64 // 1 where its article says nothing of what is asked for by name
	Unmost                                         float64 // 1 where the most of something is asked for and it speaks of none
	Contested                                      float64 // how near another article comes that does not say the same
	Read                                           float64
}

// times is the sum of the features, each times its weight.
func (f Sentence) times(w Sentence) float64 {
	return f.Coverage*w.Coverage + f.Cosine*w.Cosine + f.Hit*w.Hit + f.Head*w.Head + f.Unsaid*w.Unsaid +
		f.Scattered*w.Scattered + f.Missing*w.Missing + f.Faceless*w.Faceless + f.Defines*w.Defines + f.Headless*w.Headless + f.Unmost*w.Unmost + f.Unnamed*w.Unnamed + f.Contested*w.Contested + f.Read*w.Read
}

// Figure are what speaks for a figure, each about 0…1.
type Figure struct {
	Coverage  float64 // share of the question's words that its sentence holds, or what that leans on
	Cosine    float64 // of the question and the sentence
	Hit       float64 // its passage's score
	Missing   float64 // 1 where the article does not name a place that was asked about
	Fit       float64 // it is of the kind and unit that was asked for
	Clause    float64 // share of the question's words in its clause
	Near      float64 // share of them close before it
	Scope     float64 // it is of the whole that was named (占全省): 1, or of another: -1
	Held      float64 // 1 where the question itself names the figure
	Known     float64 // share of the question's words in its surroundings
	Meaning   float64 // share of the question's words in its entity, metric and period
	Metric    float64 // share of its metric's words that the question holds
	Entity    float64 // share of its entity's words that the question holds
	Head      float64 // share of what is asked for by name that its clause, what stands before it or the ledger hold
	Unsaid    float64 // share of the question's nouns that its article says nowhere
	Unnamed   float64 // how much of a strange name of the question its article lacks
	Narrow    float64 // 1 where it is of a part that the question does not name, and another is of the whole
	Apart     float64 // 1 where a thing that is asked about belongs to another figure and is not near this one
	Headless  float64 // 1 where its article says nothing of what is asked for by name
	Rival     float64 // share of the question's words that belong to other figures of its article and not to it
	Scattered float64 // share of them that the hits hold and its sentence does not
	Written   float64 // share of the question's 《…》 and Latin names that its clause or the one before holds
	Plain     float64 // 1 where its clause holds all of the question but the place that the article is about; not weighed
	Contested float64 // how near another article comes that does not say the same
	Read      float64 // the reader's voice for it as the answer, -1…1
}

// Score says how well a figure answers, against others; read that the reader was asked.
func (f Figure) Score(read bool) float64 { return f.times(figureWeights(read)) }

// times is the sum of the features, each times its weight.
func (f Figure) times(w Figure) float64 {
	return f.Coverage*w.Coverage + f.Cosine*w.Cosine + f.Hit*w.Hit + f.Missing*w.Missing + f.Fit*w.Fit + f.Clause*w.Clause +
		f.Near*w.Near + f.Scope*w.Scope + f.Held*w.Held + f.Known*w.Known + f.Meaning*w.Meaning + f.Metric*w.Metric +
		f.Entity*w.Entity + f.Head*w.Head + f.Unsaid*w.Unsaid + f.Unnamed*w.Unnamed + f.Headless*w.Headless + f.Rival*w.Rival + f.Apart*w.Apart + f.Narrow*w.Narrow +
		f.Scattered*w.Scattered + f.Written*w.Written + f.Contested*w.Contested + f.Read*w.Read
}

// Score says how well a sentence answers, against others; read that the reader was asked.
func (f Sentence) Score(read bool) float64 { return f.times(sentenceWeights(read)) }
