package answer

import (
	"context"
	"strings"

	"youju/hanzi"
	"youju/retrieval"
)

// mostAdded is how many things are added up at most.
const mostAdded = 6

var (
	// addedJoints stand between things of which the sum is asked for.
	addedJoints = compile(`、|和|与|跟|及|加上|加|以及|还有`)
	// severalCounted ends a list of several: 云岭、长桥和星火三个项目.
	severalCounted = compile(`[三四五六3-6](?:个|家|项|所|座|处|类|种)(\p{Han}{1,6})$`)
)

// addends are the things of which a question asks for the sum, where they are three and
// more, and what all of them are.
func addends(r reading) (phrases []string, f formula, ok bool) {
	folded := hanzi.Fold(r.raw)
	m := together.FindStringSubmatchIndex(folded)
	if m == nil {
		return nil, f, false
	}
	f = formula{op: opSum, tail: folded[m[4]:m[5]], asked: folded[m[6]:], asks: asksQuantity}
	list := strings.TrimSuffix(folded[:m[0]], "的")
	if counted := severalCounted.FindStringSubmatchIndex(list); counted != nil {
		f.tail = list[counted[2]:counted[3]] + f.tail
		list = list[:counted[0]]
	}
	phrases = addedJoints.Split(list, mostAdded+1)
	for _, p := range phrases {
		if len([]rune(p)) < 2 {
			return nil, f, false
		}
	}
	return phrases, f, len(phrases) > 2 && len(phrases) <= mostAdded
}

// sumOfSeveral answers a question for the sum of three things and more; ok is false where it
// is none, or one of them has no figure.
func (a *Answerer) sumOfSeveral(ctx context.Context, snapshot *retrieval.Snapshot, r reading, hits []retrieval.Hit) (answer Answer, ok bool, err error) {
	phrases, f, ok := addends(r)
	if !ok {
		return Answer{}, false, nil
	}
	f.first = phrases[0]
	var all worked
	for i, phrase := range phrases[1:] {
		f.other = phrase
		w, ok, err := a.work(ctx, snapshot, hits, f)
		if !ok || err != nil {
			return Answer{}, false, err
		}
		if i == 0 {
			all = w
			continue
		}
		if !w.x.is(all.x) || all.has(w.y) || w.unit != all.unit {
			return Answer{}, false, nil
		}
		all.more = append(all.more, w.y)
		all.result = all.result.Add(w.y.figure.Value)
	}
	parts := []candidate{all.x.candidate, all.y.candidate}
	for _, o := range all.more {
		parts = append(parts, o.candidate)
	}
	for _, p := range parts[1:] {
		if overlap(snapshot, parts[0], p) {
			return notAddable(snapshot, r, parts), true, nil
		}
	}
	return all.say(snapshot, r), true, nil
}

// is says that two operands are one figure.
func (o operand) is(other operand) bool {
	return o.figure.Start == other.figure.Start && o.sentence.source.Paragraph == other.sentence.source.Paragraph
}

// has says that a figure is an operand already.
func (w worked) has(o operand) bool {
	for _, known := range w.more {
		if known.is(o) {
			return true
		}
	}
	return w.x.is(o) || w.y.is(o)
}
