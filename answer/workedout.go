package answer

import (
	"context"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/retrieval"
)

// workedOut answers a question whose figure is not printed but follows from
// printed ones; ok is false where it asks for none or the operands are not there.
func workedOut(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit, found []weigh.Candidate) (answer say.Answer, ok bool, err error) {
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

// earlier works out what the best figure was at an earlier time that is asked for.
func earlier(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate) (derive.Worked, bool) {
	if !found[0].Supported(false) {
		return derive.Worked{}, false
	}
	if w, ok := derive.BaseNamed(snapshot, r, found); ok {
		return w, true
	}
	if year, other := weigh.OtherYear(r, found[0]); other {
		if w, ok := derive.BaseYear(snapshot, r, found[0], year); ok {
			return w, true
		}
	}
	return derive.BasePart(snapshot, r, found[0])
}

// otherWay begins an answer with which way something went, where the question takes it to have gone the other.
func otherWay(r asking.Reading, way derive.Way, said say.Answer) say.Answer {
	if way.Asked == "" {
		return said
	}
	return labelled(said, r.Lang.Say("answer.other-way", way.Asked, way.Said))
}
