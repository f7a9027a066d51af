package derive

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// AsksTogether says that a folded question asks for the sum of what it names.
func AsksTogether(folded string) bool { return together.MatchString(folded) }

// ListsSeveral says that a text names three things and more.
func ListsSeveral(text string) bool {
	return strings.Contains(text, "、") && len(AddedParts(text)) > 2
}

// MostAdded is how many things are added up at most.
const MostAdded = 6

var (
	// addedJoints stand between things of which the sum is asked for.
	addedJoints = pattern.Compile(`、|和|与|跟|及|加上|加|以及|还有`)
	// severalCounted ends a list of several: 云岭、长桥和星火三个项目.
	severalCounted = pattern.Compile(`[三四五六3-6](?:个|家|项|所|座|处|类|种)(\p{Han}{1,6})$`)
)

// Addends are the things of which a question asks for the sum, where they are three and
// more, and what all of them are.
func Addends(r asking.Reading) (phrases []string, f Formula, ok bool) {
	folded := hanzi.Fold(r.Raw)
	if phrases, f, ok := ofLastSeveral(r, folded); ok && f.Op == Sum {
		return phrases, f, true
	}
	m := together.FindStringSubmatchIndex(folded)
	if m == nil {
		return nil, f, false
	}
	f = Formula{Op: Sum, Tail: folded[m[4]:m[5]], asked: folded[m[6]:], Asks: asking.Quantity}
	list := strings.TrimSuffix(folded[:m[0]], "的")
	if counted := severalCounted.FindStringSubmatchIndex(list); counted != nil {
		f.Tail = list[counted[2]:counted[3]] + f.Tail
		list = list[:counted[0]]
	}
	phrases = AddedParts(list)
	for _, p := range phrases {
		if len([]rune(p)) < 2 {
			return nil, f, false
		}
	}
	return phrases, f, len(phrases) > 2 && len(phrases) <= MostAdded
}

// Ranked are the things of which a question asks which has most, where they are three and more, and what all of
// them are.
func Ranked(r asking.Reading) (phrases []string, f Formula, ok bool) {
	folded := hanzi.Fold(r.Raw)
	if phrases, f, ok := ofLastSeveral(r, folded); ok && f.Which {
		f.Asks = OperandKind(folded+strings.Join(phrases, ""), f)
		return phrases, f, true
	}
	which, ok := asking.ReadWhich(folded)
	if !ok || !ListsSeveral(which.Among) || ComparesRanks(folded) {
		return nil, f, false
	}
	f = Formula{Op: Difference, Tail: which.Of, Which: true, Less: IsLess(which.By)}
	f.Asks = OperandKind(folded, f)
	phrases = AddedParts(which.Among)
	return phrases, f, len(phrases) <= MostAdded
}

// jointed are words with the sign of a joint in them, which jointHidden and jointShown put away
// while a list is parted.
var (
	jointed     = pattern.Compile(`增加|加工|参加|加快|附加|追加|加拿大|加盟|和平|和谐|共和|和田|呼和|饱和|普及|埃及|涉及|参与|跟踪`)
	jointHidden = strings.NewReplacer("加", "\ue000", "和", "\ue001", "及", "\ue002", "与", "\ue003", "跟", "\ue004")
	jointShown  = strings.NewReplacer("\ue000", "加", "\ue001", "和", "\ue002", "及", "\ue003", "与", "\ue004", "跟")
)

// AddedParts parts a list at its joints, into one more part than are added up at most: the 加 of
// 增加值 is none.
func AddedParts(list string) []string {
	parts := addedJoints.Split(jointed.ReplaceAllStringFunc(list, jointHidden.Replace), MostAdded+1)
	for i, p := range parts {
		parts[i] = jointShown.Replace(p)
	}
	return parts
}

// OfOne says that a question asks for a sum or for the difference of two, and the figure is but
// of one of them. One is of all where its sentence says them before it, and no figure: 减税、贴息
// 等几方面相加，落实资金达2.37亿元.
func OfOne(snapshot *retrieval.Snapshot, r asking.Reading, read []Formula, c weigh.Candidate) bool {
	if phrases, f, ok := Addends(r); ok {
		if weigh.TotalWord(c.Said()) != "" && endsSaid(c.SaidBefore(), phrases) {
			return false
		}
		f.First, f.Other = phrases[0], strings.Join(phrases[1:], "")
		said := c.SaidBefore()
		unsaid := slices.ContainsFunc(phrases[1:len(phrases)-1], func(p string) bool { return !strings.Contains(said, p) })
		return !f.total(r, c.Said()) && (unsaid || besides(snapshot, c, hanzi.Span{Start: c.Sentence.Span.Start, End: c.Figure.Start}, true))
	}
	if slices.ContainsFunc(read, func(f Formula) bool { return f.Op == Sum && f.namesOne(c.Said()) }) {
		return true
	}
	return slices.ContainsFunc(read, func(f Formula) bool { return f.Op == Difference && !f.Which }) &&
		(c.Figure.Kind == figure.Amount || c.Figure.Kind == figure.Count) && c.Entry.Direction == "" && !moreSaid.MatchString(c.Said())
}

// endsSaid says that a text has how each of some phrases ends: 供养金 and 护理费 of 二人领取的供养金 and 护理费.
func endsSaid(said string, phrases []string) bool {
	return !slices.ContainsFunc(phrases, func(p string) bool {
		runes := []rune(p)
		return !strings.Contains(said, string(runes[max(0, len(runes)-endRunes):]))
	})
}

const endRunes = 3

// moreSaid is said of how much more or less something is than another.
var moreSaid = pattern.Compile(`[比较多少差余剩]|[高低大小快慢超](于|出|过)|超(警|历史|汛限|限|标|额|预期|目标|计划|上年|去年)`)

// Is says that two operands are one figure.
func (o Operand) Is(other Operand) bool {
	return o.Figure.Start == other.Figure.Start && o.Sentence.Source.Paragraph == other.Sentence.Source.Paragraph
}

// Has says that a figure is an operand already.
func (w Worked) Has(o Operand) bool {
	for _, known := range w.More {
		if known.Is(o) {
			return true
		}
	}
	return w.X.Is(o) || w.Y.Is(o)
}
