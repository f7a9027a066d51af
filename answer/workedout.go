package answer

import (
	"context"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/evidence"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/retrieval"
)

// workedOut answers a question whose figure is not printed but follows from
// printed ones; ok is false where it asks for none or the operands are not there.
func workedOut(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit, sentences []evidence.Sentence, found []weigh.Candidate) (answer say.Answer, ok bool, err error) {
	if v, asked := derive.ReadConversion(r); asked && len(found) > 0 {
		c, held := derive.Held(r, found)
		if !held {
			c = found[0]
		}
		if w, ok := v.Convert(c); ok && (held || c.Supported(false)) {
			return say.Worked(snapshot, r, w), true, nil
		}
	}
	if len(found) > 0 {
		if w, ok := derive.WholeOf(snapshot, r, found); ok {
			return say.Worked(snapshot, r, w), true, nil
		}
	}
	if answer, ok, err := sumOfSeveral(ctx, snapshot, r, hits); ok || err != nil {
		return answer, ok, err
	}
	if answer, ok := sumOfRows(snapshot, r, sentences); ok {
		return answer, true, nil
	}
	if answer, ok, err := mostOfSeveral(ctx, snapshot, r, hits); ok || err != nil {
		return answer, ok, err
	}
	if w, way, ok := derive.Moved(snapshot, r, found); ok {
		return otherWay(r, way, say.Worked(snapshot, r, w)), true, nil
	}
	read := derive.Formulas(asking.LedInFull(snapshot, r))
	for _, f := range read {
		if f.Printed(r, found) {
			break
		}
		w, ok, err := derive.Work(ctx, snapshot, hits, f)
		if err != nil {
			return say.Answer{}, false, err
		}
		if ok && w.Op == derive.Sum && derive.Overlap(snapshot, w.X.Candidate, w.Y.Candidate) {
			return say.NotAddable(snapshot, r, []weigh.Candidate{w.X.Candidate, w.Y.Candidate}), true, nil
		}
		if ok {
			return say.Worked(snapshot, r, w), true, nil
		}
	}
	if w, ok := derive.MeanNear(snapshot, r, sentences); ok {
		return say.Worked(snapshot, r, w), true, nil
	}
	if len(found) == 0 {
		return say.Answer{}, false, nil
	}
	if parts := derive.Parts(snapshot, r, found); len(parts) > 1 {
		return say.NotAddable(snapshot, r, parts), true, nil
	}
	if derive.SetsLastTwo(r.Raw) && len(r.Led) > 0 && !weigh.SaysTotal(found[0].Said()) || derive.OfOne(snapshot, r, read, found[0]) { // one of them is no answer about both
		return say.NearestFigure(snapshot, r, found[0], r.Lang.Say("answer.lacks-figure")), true, nil
	}
	w, ok := earlier(snapshot, r, found)
	if !ok {
		return say.Answer{}, false, nil
	}
	return say.Worked(snapshot, r, w), true, nil
}

// earlier works out what a figure was at an earlier time that is asked for: the best one, or one that is hardly worse and
// of which the articles say how it changed since.
func earlier(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) (derive.Worked, bool) {
	for i, c := range found {
		if i > 0 && (i == earlierChoices || c.Score < found[0].Score-earlierBy || c.Figure.Unit != found[0].Figure.Unit) {
			break
		}
		if !c.Supported(false) || i > 0 && c.Aim() {
			continue
		}
		if i == 0 {
			if w, ok := derive.BaseNamed(snapshot, r, found); ok {
				return w, true
			}
		}
		if year, other := weigh.OtherYear(r, c); other {
			if w, ok := derive.BaseYear(snapshot, r, c, year); ok {
				return w, true
			}
		}
		if i > 0 {
			continue
		}
		if w, ok := derive.BasePart(snapshot, r, c); ok {
			return w, true
		}
	}
	return derive.Worked{}, false
}

// earlierChoices is how many of the best figures may be what is asked for at an earlier time, earlierBy how much worse they may be.
const (
	earlierChoices = 6
	earlierBy      = 0.8
)

// otherWay begins an answer with which way something went, where the question takes it to have gone the other.
func otherWay(r asking.Reading, way derive.Way, said say.Answer) say.Answer {
	if way.Asked == "" {
		return said
	}
	return labelled(said, r.Lang.Say("answer.other-way", way.Asked, way.Said))
}
