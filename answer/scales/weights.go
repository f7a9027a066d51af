package scales

// figureWeights say which of several figures is the one that was asked for.
func figureWeights(read bool) Figure {
	if read {
		return Figure{Coverage: 0.6, Cosine: 0.6, Hit: 0.7, Missing: -0.25, Fit: 0.6, Clause: 0.45, Near: 0.15, Scope: 0.35, Held: -0.4, Meaning: 0.2, Metric: 0.3, Entity: 0.2, Head: 0.2, Apart: -0.4, Narrow: -0.8, Scattered: -0.2, Written: 0.3, Read: 0.55}
	}
	return Figure{Coverage: 0.8, Cosine: 0.7, Hit: 0.6, Missing: -0.3, Fit: 0.6, Clause: 0.5, Near: 0.25, Scope: 0.15, Held: -0.4, Meaning: 0.2, Metric: 0.35, Entity: 0.1, Head: 0.25, Apart: -0.4, Narrow: -0.8, Scattered: -0.2, Written: 0.3}
}

// sentenceWeights say which of several sentences answers.
func sentenceWeights(read bool) Sentence {
	if read {
		return Sentence{Coverage: 0.5, Cosine: 0.35, Hit: 0.5, Missing: -0.3, Defines: 0.2, Faceless: -0.1, Read: 0.22}
	}
	return Sentence{Coverage: 0.5, Cosine: 0.35, Hit: 0.5, Missing: -0.3, Defines: 0.2, Faceless: -0.1}
}

// figureSupport says whether the best figure is an answer at all.
func figureSupport(read bool) (float64, Figure) {
	if read {
		return -5.1, Figure{Coverage: 0.1, Metric: 0.6, Entity: 0.3, Cosine: 4.3, Hit: 5.2, Fit: 1.0, Clause: 0.5, Head: 1.1, Unsaid: -1.4, Unnamed: -4.1, Headless: -0.8, Rival: -0.8, Apart: -3.5, Scattered: -1, Contested: -2.5, Read: 1.5}
	}
	return -6.85, Figure{Cosine: 6, Metric: 0.6, Entity: 0.3, Hit: 5.5, Fit: 1.3, Clause: 0.7, Head: 1.4, Unsaid: -2, Unnamed: -3.9, Headless: -0.8, Rival: -0.8, Apart: -4.1, Scattered: -1, Contested: -2}
}

// sentenceSupport says whether the best sentence is an answer at all.
func sentenceSupport(read bool) (float64, Sentence) {
	if read {
		return -2.85, Sentence{Coverage: 2.0, Cosine: 3.2, Hit: 4.0, Unsaid: -0.7, Scattered: -1.5, Faceless: -0.8, Unmost: -5, Unnamed: -3.8, Contested: -2, Read: 1.2}
	}
	return -4, Sentence{Coverage: 2, Cosine: 3.6, Hit: 5.9, Unsaid: -0.9, Scattered: -1.5, Faceless: -0.8, Unmost: -5, Unnamed: -3.8, Contested: -2}
}
