package answer

import (
	"fmt"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// totalAsked asks for a sum over all of a thing.
var totalAsked = pattern.Compile(`一共|总共|合计|总计|共有?(多少|几)|加起来|总数`)

// severalAsked asks for the total of a number of things: 六个高新区一共有多少家.
var severalAsked = pattern.Compile(`((?:[两二三四五六七八九十]|\d+)(?:个|家|座|所|支|项|类|种|大|市))\p{Han}{0,10}?(?:一共|总共|合计|总计|加起来)`)

// ofSeveral says that the question asks for the total of so many things and the
// figure's sentence does not say that it speaks of as many.
func ofSeveral(r asking.Reading, c candidate) bool {
	m := severalAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	return m != nil && !strings.Contains(hanzi.Fold(c.sentence.String()), m[1])
}

// grouped begins a clause whose figure is of several things taken together.
var grouped = pattern.Compile(`(这|那)(些|批|几|两|三)|上述|以上\p{Han}|前述|合计|总计`)

// ofMore says that the figure is of several things together, of which the question
// names but one before the clause: 百度阿波罗就是其中之一，这些项目总投资超3500亿元.
func ofMore(r asking.Reading, snapshot *retrieval.Snapshot, c candidate) bool {
	if exampleOf(r.ThingsAsked(snapshot), c) {
		return true
	}
	if !grouped.MatchString(c.before()) || grouped.MatchString(hanzi.Fold(r.Raw)) {
		return false
	}
	clause, sentence := c.said(), hanzi.Fold(c.sentence.String())
	return slices.ContainsFunc(r.ThingsAsked(snapshot), func(thing string) bool {
		thing = withoutGeneric(thing)
		return strings.Contains(sentence, thing) && !strings.Contains(clause, thing)
	})
}

// exampleOf says that a thing is named as one of several before the figure's clause, whose
// figure is of them all: 引进百度阿波罗等项目154个，总投资超3500亿元.
func exampleOf(things []string, c candidate) bool {
	before, clause := hanzi.Fold(string(c.sentence.Text[c.sentence.Span.Start:c.clause.Start])), c.said()
	return slices.ContainsFunc(things, func(thing string) bool {
		thing = withoutGeneric(thing)
		return strings.Contains(before, thing+"等") && !strings.Contains(clause, thing) && totals.MatchString(clause)
	})
}

// overlap says that two counts are of the same thing, so that their sum may count
// one twice: 瞪羚企业 of two lists, projects begun and projects finished.
func overlap(snapshot *retrieval.Snapshot, x, y candidate) bool {
	if x.figure.Kind != figure.Count || y.figure.Kind != figure.Count || !likeness.IsCount(x.figure.Unit) {
		return false
	}
	a, b := lastNoun(snapshot, x.entry.Metric), lastNoun(snapshot, y.entry.Metric)
	return a != "" && (a == b || hasWord(snapshot, x.entry.Metric, b) || hasWord(snapshot, y.entry.Metric, a))
}

// lastNoun is what a metric counts in the end: 企业 in 入选苏南瞪羚企业.
func lastNoun(snapshot *retrieval.Snapshot, metric string) string {
	last := ""
	for _, w := range snapshot.Words(metric) {
		if wording.IsNoun(w) && (last == "" || !strings.HasPrefix(w.Speech, "v")) { // 项目 in 项目动工
			last = w.Text
		}
	}
	return last
}

func hasWord(snapshot *retrieval.Snapshot, text, word string) bool {
	for _, w := range snapshot.Words(text) {
		if w.Text == word {
			return true
		}
	}
	return false
}

// partHead is the share of what is asked for that a part's metric must hold.
const partHead = 0.8

// parts are the figures of several lists of the thing whose total is asked for:
// those of one paragraph; none where one of them is said to be the total.
func parts(r asking.Reading, snapshot *retrieval.Snapshot, found []candidate) []candidate {
	thing := r.Head(snapshot)
	if !totalAsked.MatchString(hanzi.Fold(r.Raw)) || len(thing) == 0 {
		return nil
	}
	first := found[0]
	var out []candidate
	for _, c := range found {
		if c.sentence.Source.Paragraph != first.sentence.Source.Paragraph || c.figure.Unit != first.figure.Unit || wording.HeldShare(snapshot, thing, c.entry.Metric) < partHead {
			continue
		}
		if totals.MatchString(c.said()) || len(out) > 0 && !overlap(snapshot, out[0], c) {
			return nil
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y candidate) int { return x.figure.Start - y.figure.Start }) // as they are read
	return out
}

// asGood is how far below the best figure's score one is that may be meant as well.
const asGood = 0.12

// twins are counts of the thing that is asked for on other lists of the same
// paragraph, which the question does not tell from the best one: 苏南“瞪羚企业”28家 and
// 苏州“瞪羚企业”16家.
func twins(r asking.Reading, snapshot *retrieval.Snapshot, found []candidate) []candidate {
	first, thing := found[0], r.Head(snapshot)
	if r.Asks != asking.Quantity || r.Claim != nil || len(thing) == 0 || wording.HeldShare(snapshot, thing, first.entry.Metric) < partHead {
		return nil
	}
	var out []candidate
	for _, c := range found[1:] {
		if c.score >= first.score-asGood && c.sentence.Source.Paragraph == first.sentence.Source.Paragraph && c.clause != first.clause &&
			c.figure.Unit == first.figure.Unit && overlap(snapshot, first, c) && wording.HeldShare(snapshot, thing, c.entry.Metric) >= partHead {
			out = append(out, c)
		}
	}
	return out
}

// notAddable says why no total is said, and what there is.
func notAddable(snapshot *retrieval.Snapshot, r asking.Reading, parts []candidate) Answer {
	w := composer{snapshot: snapshot, lang: r.Lang}
	w.answer.Refused = true
	w.say(w.lang.Say("answer.not-addable"))
	for i, c := range parts {
		if i > 0 {
			w.say(w.lang.Say("answer.semicolon"))
		}
		n := w.cite(c.sentence.Source, c.sentence.Span)
		w.quote(c.sentence.Source, c.clause, n)
		w.say(fmt.Sprintf(" [%d]", n))
	}
	return w.done()
}
