package answer

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// mostAdded is how many things are added up at most.
const mostAdded = 6

var (
	// addedJoints stand between things of which the sum is asked for.
	addedJoints = pattern.Compile(`、|和|与|跟|及|加上|加|以及|还有`)
	// severalCounted ends a list of several: 云岭、长桥和星火三个项目.
	severalCounted = pattern.Compile(`[三四五六3-6](?:个|家|项|所|座|处|类|种)(\p{Han}{1,6})$`)
)

// addends are the things of which a question asks for the sum, where they are three and
// more, and what all of them are.
func addends(r asking.Reading) (phrases []string, f formula, ok bool) {
	folded := hanzi.Fold(r.Raw)
	m := together.FindStringSubmatchIndex(folded)
	if m == nil {
		return nil, f, false
	}
	f = formula{op: opSum, tail: folded[m[4]:m[5]], asked: folded[m[6]:], asks: asking.Quantity}
	list := strings.TrimSuffix(folded[:m[0]], "的")
	if counted := severalCounted.FindStringSubmatchIndex(list); counted != nil {
		f.tail = list[counted[2]:counted[3]] + f.tail
		list = list[:counted[0]]
	}
	phrases = addedParts(list)
	for _, p := range phrases {
		if len([]rune(p)) < 2 {
			return nil, f, false
		}
	}
	return phrases, f, len(phrases) > 2 && len(phrases) <= mostAdded
}

// sumOfSeveral answers a question for the sum of three things and more; ok is false where it
// is none, or one of them has no figure.
func sumOfSeveral(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit) (answer Answer, ok bool, err error) {
	phrases, f, ok := addends(r)
	if !ok {
		return Answer{}, false, nil
	}
	f.first = phrases[0]
	var all worked
	for i, phrase := range phrases[1:] {
		f.other = phrase
		w, ok, err := work(ctx, snapshot, hits, f)
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
		all.result = all.result.Add(w.y.Figure.Value)
	}
	parts := []weigh.Candidate{all.x.Candidate, all.y.Candidate}
	for _, o := range all.more {
		parts = append(parts, o.Candidate)
	}
	for i, p := range parts {
		if slices.ContainsFunc(parts[:i], func(o weigh.Candidate) bool { return overlap(snapshot, o, p) }) {
			return notAddable(snapshot, r, parts), true, nil
		}
	}
	return all.say(snapshot, r), true, nil
}

// jointed are words with the sign of a joint in them, which jointHidden and jointShown put away
// while a list is parted.
var (
	jointed     = pattern.Compile(`增加|加工|参加|加快|附加|追加|加拿大|加盟|和平|和谐|共和|和田|呼和|饱和|普及|埃及|涉及|参与|跟踪`)
	jointHidden = strings.NewReplacer("加", "\ue000", "和", "\ue001", "及", "\ue002", "与", "\ue003", "跟", "\ue004")
	jointShown  = strings.NewReplacer("\ue000", "加", "\ue001", "和", "\ue002", "及", "\ue003", "与", "\ue004", "跟")
)

// addedParts parts a list at its joints, into one more part than are added up at most: the 加 of
// 增加值 is none.
func addedParts(list string) []string {
	parts := addedJoints.Split(jointed.ReplaceAllStringFunc(list, jointHidden.Replace), mostAdded+1)
	for i, p := range parts {
		parts[i] = jointShown.Replace(p)
	}
	return parts
}

// ofOne says that a question asks for a sum or for the difference of two, and the figure is but
// of one of them. One is of all where its sentence says them before it, and no figure: 减税、贴息
// 等几方面相加，落实资金达2.37亿元.
func ofOne(r asking.Reading, snapshot *retrieval.Snapshot, read []formula, c weigh.Candidate) bool {
	if phrases, f, ok := addends(r); ok {
		f.first, f.other = phrases[0], strings.Join(phrases[1:], "")
		said := c.SaidBefore()
		unsaid := slices.ContainsFunc(phrases[1:len(phrases)-1], func(p string) bool { return !strings.Contains(said, p) })
		return !f.total(r, c.Said()) && (unsaid || besides(c, snapshot, hanzi.Span{Start: c.Sentence.Span.Start, End: c.Figure.Start}, true))
	}
	if slices.ContainsFunc(read, func(f formula) bool { return f.op == opSum && f.namesOne(c.Said()) }) {
		return true
	}
	return slices.ContainsFunc(read, func(f formula) bool { return f.op == opDifference && !f.which }) &&
		(c.Figure.Kind == figure.Amount || c.Figure.Kind == figure.Count) && c.Entry.Direction == "" && !moreSaid.MatchString(c.Said())
}

// moreSaid is said of how much more or less something is than another.
var moreSaid = pattern.Compile(`[比较多少差余剩]|[高低大小快慢超](于|出|过)`)

// is says that two operands are one figure.
func (o operand) is(other operand) bool {
	return o.Figure.Start == other.Figure.Start && o.Sentence.Source.Paragraph == other.Sentence.Source.Paragraph
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
