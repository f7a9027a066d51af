package answer

// support of a figure. read says whether the reader was asked.
func (c candidate) support(read bool) float64 { return c.features.Support(read) }

// spoken is how far a figure's surroundings speak of a phrase at all, which is all
// that a formula asks of its operands.
func (c candidate) spoken() float64 { return 0.5*c.features.Known + 0.5*c.features.Cosine }
