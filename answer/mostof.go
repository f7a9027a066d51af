package answer

import (
	"context"
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/evidence"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// mostOfSeveral answers which of three things and more, that a question names, has most or
// least: 知识城、城市更新、国企项目固投增速哪个最高. ok is false where it asks nothing of the kind, or
// one of them has no figure.
func mostOfSeveral(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit) (answer say.Answer, ok bool, err error) {
	phrases, f, ok := derive.Ranked(r)
	if !ok {
		return say.Answer{}, false, nil
	}
	f.First = phrases[0]
	var all []derive.Operand
	for i, phrase := range phrases[1:] {
		f.Other = phrase
		x, y, ok, err := derive.Operands(ctx, snapshot, hits, f)
		if !ok || err != nil || i > 0 && !x.Is(all[0]) {
			return say.Answer{}, false, err
		}
		if i == 0 {
			all = append(all, x)
		}
		for _, o := range all {
			if y.Is(o) {
				return say.Answer{}, false, nil
			}
		}
		all = append(all, y)
	}
	return sayMostOf(snapshot, r, f, phrases, all), true, nil
}

// sayMostOf names the one that has most, or least, and says what each has.
func sayMostOf(snapshot *retrieval.Snapshot, r asking.Reading, f derive.Formula, phrases []string, all []derive.Operand) say.Answer {
	best := 0
	for i, o := range all {
		if v, most := o.Entry.Signed(), all[best].Entry.Signed(); f.Less && v.LessThan(most) || !f.Less && v.GreaterThan(most) {
			best = i
		}
	}
	evidence.PutFirst(phrases, best)
	evidence.PutFirst(all, best)
	c := say.NewComposer(snapshot, r.Lang)
	c.Write(r.Shown(say.TrimPhrase(phrases[0])))
	if full := inFull(phrases[0], all[0]); full != "" {
		c.Write(r.Lang.Say("answer.bracketed", full))
	}
	c.Write(r.Lang.Say("answer.stop") + "\n")
	for i, o := range all {
		if i > 0 {
			c.Write(r.Lang.Say("answer.comma"))
		}
		c.Write(r.Shown(say.TrimPhrase(phrases[i])) + " ")
		c.Moved(o.Candidate)
	}
	c.Write(r.Lang.Say("answer.stop"))
	return c.Done()
}

// inFull is what an operand measures in the article's own words, where the question's phrase ends in a short form of it: 规模以上工业总产值
// for 规上产值; "" where it says as much itself.
func inFull(phrase string, o derive.Operand) string {
	said, metric := hanzi.Fold(say.TrimPhrase(phrase)), hanzi.Fold(o.Entry.Metric)
	end := []rune(wording.LongForm(said))
	if len(end) < shortForm || len([]rune(metric)) < fullForm || strings.Contains(said, metric) || !strings.Contains(o.Sentence.String(), o.Entry.Metric) || !strings.HasSuffix(wording.LongForm(metric), string(end[len(end)-shortForm:])) {
		return ""
	}
	return o.Entry.Metric
}

// shortForm is how many characters a short form ends in that its long one ends in too, fullForm the least of a long one: 总投资 is none.
const (
	shortForm = 2
	fullForm  = 5
)
