package answer

import (
	"context"
	"slices"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/retrieval"
)

// sumOfSeveral answers a question for the sum of three things and more; ok is false where it
// is none, or one of them has no figure.
func sumOfSeveral(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit) (answer say.Answer, ok bool, err error) {
	phrases, f, ok := derive.Addends(r)
	if !ok {
		return say.Answer{}, false, nil
	}
	f.First = phrases[0]
	var all derive.Worked
	for i, phrase := range phrases[1:] {
		f.Other = phrase
		w, ok, err := derive.Work(ctx, snapshot, hits, f)
		if !ok || err != nil {
			return say.Answer{}, false, err
		}
		if i == 0 {
			all = w
			continue
		}
		if !w.X.Is(all.X) || all.Has(w.Y) || w.Unit != all.Unit {
			return say.Answer{}, false, nil
		}
		all.More = append(all.More, w.Y)
		all.Result = all.Result.Add(w.Y.Figure.Value)
	}
	parts := []weigh.Candidate{all.X.Candidate, all.Y.Candidate}
	for _, o := range all.More {
		parts = append(parts, o.Candidate)
	}
	for i, p := range parts {
		if slices.ContainsFunc(parts[:i], func(o weigh.Candidate) bool { return derive.Overlap(snapshot, o, p) }) {
			return say.NotAddable(snapshot, r, parts), true, nil
		}
	}
	return say.Worked(snapshot, r, all), true, nil
}
