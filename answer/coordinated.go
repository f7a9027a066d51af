package answer

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/gate"
	"youju/answer/say"
	"youju/hanzi"
	"youju/retrieval"
)

// answerBoth answers a question that asks the same of two for each of them, where as
// a whole it has no answer, or one that says nothing of one of them.
func (a *Answerer) answerBoth(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question, whole say.Answer) (say.Answer, error) {
	text, compared := asking.EachCompared(q.Text)
	if compared && !whole.Refused && len(whole.Figures) > 1 {
		return whole, nil
	}
	c, ok := asking.SameOfTwo(snapshot, text, func(phrase string) bool { return found(snapshot, whole, phrase) })
	if !ok {
		return whole, nil
	}
	names := []string{string([]rune(text)[c.First.Start:c.First.End]), string([]rune(text)[c.Other.Start:c.Other.End])}
	if !whole.Refused && !c.Attributes && saysOf(whole, names) != 1 { // what names neither is no answer about one of two
		return whole, nil
	}
	first, other := c.Parts(text)
	var both say.Answer
	answered, before := 0, ""
	for i, part := range []string{first, other} {
		of := q
		of.Text = part
		one, err := a.answer(ctx, snapshot, of)
		if err != nil {
			return say.Answer{}, err
		}
		if !one.Refused && (c.Attributes || isOf(one, names[i], names[1-i])) {
			answered++
		} else if !one.Refused || compared { // what is nearest is of the other, as a rule
			one = say.Nothing(q.Language)
		}
		if i == 1 && one.Text == before { // 飞机与塔台恢复联系: it is no question about two
			return whole, nil
		}
		before = one.Text
		one = labelled(one, names[i]+q.Language.Say("answer.colon"))
		if i == 0 {
			both = one
		} else {
			asked := len(both.Figures)
			refused := both.Refused
			both = and(both, one)
			if both.Refused = refused && one.Refused; refused && asked > 0 && len(one.Figures) > 0 {
				putFirst(&both, asked)
			}
		}
	}
	if compared {
		why := "answer.not-comparable"
		switch {
		case answered == 1:
			why = "answer.one-lacks"
		case answered == 0 || len(both.Figures) < 2:
			return whole, nil
		}
		both.Refused = true
		both = labelled(both, q.Language.Say(why)+"\n")
	}
	if answered == 0 || gate.Prove(snapshot, q.Text, both) != nil {
		return whole, nil
	}
	return both, nil
}

// saysOf is how many of some names an answer says.
func saysOf(a say.Answer, names []string) (said int) {
	for _, name := range names {
		if strings.Contains(hanzi.Fold(a.Text), hanzi.Fold(name)) {
			said++
		}
	}
	return said
}

// found says that one of the passages that were found holds a folded phrase.
func found(snapshot *retrieval.Snapshot, a say.Answer, phrase string) bool {
	return slices.ContainsFunc(a.Hits, func(h say.Hit) bool {
		source, ok := snapshot.Source(h.Paragraph)
		return ok && strings.Contains(hanzi.Fold(source.Text), phrase)
	})
}

// isOf says that an answer does not quote a sentence of the other of two, which the one may be said in less what both
// end in: 运动员96人 for 运动员人数 beside 总人数.
func isOf(a say.Answer, name, other string) bool {
	name, other = hanzi.Fold(name), hanzi.Fold(other)
	if own := withoutShared(name, other); len([]rune(own)) > 1 {
		name = own
	}
	return !slices.ContainsFunc(a.Citations, func(c say.Citation) bool {
		quote := hanzi.Fold(c.Quote)
		return strings.Contains(quote, other) && !strings.Contains(quote, name)
	})
}

// withoutShared is a name less what it and another one end in.
func withoutShared(name, other string) string {
	own, against := []rune(name), []rune(other)
	for len(own) > 0 && len(against) > 0 && own[len(own)-1] == against[len(against)-1] {
		own, against = own[:len(own)-1], against[:len(against)-1]
	}
	return string(own)
}

// labelled is an answer that begins with words of its question.
func labelled(a say.Answer, label string) say.Answer {
	n := len([]rune(label))
	a.Text = label + a.Text
	a.Marks = slices.Clone(a.Marks)
	for i := range a.Marks {
		a.Marks[i].Start += n
		a.Marks[i].End += n
	}
	return a
}
