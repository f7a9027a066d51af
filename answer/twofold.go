package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/evidence"
	"youju/answer/gate"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/hanzi"
	"youju/retrieval"
)

var (
	// questionParts end a part of a question.
	questionParts = pattern.Compile(`[,，;；?？!！。\s]+`)
	// asksMore begins a second thing that is asked after 和: 多少家企业和多少个平台.
	asksMore = pattern.Compile(`(和|与|及|以及|、)(多少|几[个家名位项次种座所])|((?:多少|几)\p{Han}{0,8}|什么比例\p{Han}{0,3})(、)\p{Han}{1,8}(多少|几[个家名位项次种座所])`)
)

// sameOf asks the same of another, and asksAgain what it asks once more.
var (
	sameOf    = pattern.Compile(`^[^,，]{1,16}呢$`)
	asksAgain = pattern.Compile(`^[^\d,，]{1,9}[?]?$`)
)

// onlyAsks is a part that says of nothing what it asks.
var onlyAsks = pattern.Compile(`^(一共|总共|共)?有?(多少|几)[个家名位人项次种座所件]?$`)

// mostParts is how many things a question may ask at once.
const mostParts = 3

// partsOf cuts a question that asks several things (有多少家企业，都做什么) into
// questions; parts that ask nothing go with the one behind them, the last with the
// one before. One that asks one thing is returned whole.
func partsOf(question string) []string {
	var parts []string
	from := 0
	ends := append(questionParts.FindAllStringIndex(question, -1), []int{len(question), len(question)})
	if more := asksMore.FindStringSubmatchIndex(question); more != nil {
		at := more[2:4]
		if at[0] < 0 { // 编成几支、设立了多少个
			at = more[8:10]
		}
		ends = append(ends, at)
		slices.SortFunc(ends, func(a, b []int) int { return a[0] - b[0] })
	}
	for _, end := range ends {
		part := strings.TrimSpace(question[from:end[0]])
		if part == "" {
			continue
		}
		if len(parts) == 1 && onlyAsks.MatchString(hanzi.Fold(part)) { // 没通过的呢，几家
			return []string{question}
		}
		if len(parts) == 1 && sameOf.MatchString(parts[0]) && asksAgain.MatchString(hanzi.Fold(part)) { // 前一年呢，签了几个
			return parts
		}
		if asking.AsksItself(hanzi.Fold(part)) {
			parts = append(parts, part)
			from = end[1]
		}
	}
	if len(parts) < 2 || len(parts) > mostParts || strings.TrimSpace(question[from:]) != "" {
		return []string{question}
	}
	return parts
}

// answerParts answers a question, and where it asks several things each of them,
// the later ones going on from the first.
func (a *Answerer) answerParts(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question) (say.Answer, error) {
	q = asking.WithoutThen(snapshot, q)
	q.Text = asking.PlainlyCompared(q.Text)
	parts := partsOf(q.Text)
	if len(parts) == 1 {
		q.Text = parts[0]
		if full, ok, err := a.answerInFull(ctx, snapshot, q); ok || err != nil {
			return full, err
		}
		whole, err := a.answer(ctx, snapshot, q)
		if err != nil {
			return say.Answer{}, err
		}
		if whole, err = a.answerApiece(ctx, snapshot, q, whole); err != nil {
			return say.Answer{}, err
		}
		if whole, err = a.answerBoth(ctx, snapshot, q, whole); err != nil {
			return say.Answer{}, err
		}
		return a.setRight(ctx, snapshot, q, whole)
	}
	var all say.Answer
	asked := -1 // the place of the first figure that was asked for
	for i, part := range parts {
		of := q
		of.Text = part
		if full := asking.OfContrary(parts[0], part); i > 0 && full != "" { // 计划多少，实际完成多少
			of.Text = full
		} else if i > 0 {
			of.History = append(slices.Clip(q.History), asking.Turn{Question: parts[0], Answer: all.Text})
			of.GoesOn = true
			for j := 1; j < i && derive.SetsLastTwo(part); j++ { // 富祥投了多少，杉杉投了多少，差多少
				of.History = append(of.History, asking.Turn{Question: parts[j], Answer: all.Text})
			}
		}
		one, err := a.answer(ctx, snapshot, of)
		if err == nil && asked < 0 && !one.Refused && len(one.Figures) > 0 && asking.KindOf(hanzi.Fold(part)).Numeric() {
			asked = len(all.Figures)
		}
		switch {
		case err != nil:
			return say.Answer{}, err
		case i == 0 && one.Refused: // what the rest leans on is not there
			return a.answer(ctx, snapshot, q)
		case i == 0:
			all = one
		default:
			all = and(all, one)
		}
	}
	if asked > 0 {
		putFirst(&all, asked)
	}
	if err := gate.Prove(snapshot, q.Text, all); err != nil {
		return say.Answer{}, fmt.Errorf("put answers together: %w", err)
	}
	return all, nil
}

// and is an answer with another below it: the citations of that one are numbered on.
func and(a say.Answer, b say.Answer) say.Answer {
	a.Citations, a.Figures, a.Derived, a.Marks, a.Hits = slices.Clip(a.Citations), slices.Clip(a.Figures), slices.Clip(a.Derived), slices.Clip(a.Marks), slices.Clip(a.Hits)
	numbers := make([]int, len(b.Citations)+1)
	for _, c := range b.Citations {
		numbers[c.N] = 0
		for _, known := range a.Citations {
			if known.Paragraph == c.Paragraph && known.Start <= c.Start && c.End <= known.End {
				numbers[c.N] = known.N
			}
		}
		if numbers[c.N] == 0 {
			numbers[c.N] = len(a.Citations) + 1
			c.N = numbers[c.N]
			a.Citations = append(a.Citations, c)
		}
	}
	first := len(a.Figures)
	for _, f := range b.Figures {
		f.Citation = numbers[f.Citation]
		a.Figures = append(a.Figures, f)
	}
	for _, d := range b.Derived {
		operands := make([]int, len(d.Operands))
		for i, o := range d.Operands {
			operands[i] = first + o
		}
		d.Operands = operands
		a.Derived = append(a.Derived, d)
	}
	text := []rune(a.Text + "\n")
	at := 0
	marks := b.Marks
	said := []rune(b.Text)
	for at < len(said) {
		if len(marks) > 0 && marks[0].Start == at { // a figure of a quote is no marker
			m := marks[0]
			a.Marks = append(a.Marks, say.Mark{Start: len(text), End: len(text) + m.End - m.Start, Figure: first + m.Figure})
			text = append(text, said[m.Start:m.End]...)
			at, marks = m.End, marks[1:]
			continue
		}
		if number, end := markerAt(said, at, len(b.Citations)); number > 0 {
			text = append(text, []rune(fmt.Sprintf("[%d]", numbers[number]))...)
			at = end
			continue
		}
		text = append(text, said[at])
		at++
	}
	a.Text = string(text)
	for _, h := range b.Hits {
		if !slices.ContainsFunc(a.Hits, func(known say.Hit) bool { return known.Paragraph == h.Paragraph }) {
			a.Hits = append(a.Hits, h)
		}
	}
	return a
}

// putFirst makes the i-th figure the first of the list.
func putFirst(a *say.Answer, i int) {
	now := func(old int) int {
		switch {
		case old == i:
			return 0
		case old < i:
			return old + 1
		}
		return old
	}
	evidence.PutFirst(a.Figures, i)
	for j := range a.Marks {
		a.Marks[j].Figure = now(a.Marks[j].Figure)
	}
	for _, d := range a.Derived {
		for j := range d.Operands {
			d.Operands[j] = now(d.Operands[j])
		}
	}
}

// markerAt reads a citation's marker, [1] to [most]; the number is 0 where none
// begins at i.
func markerAt(text []rune, i, most int) (number, end int) {
	if text[i] != '[' {
		return 0, i
	}
	for end = i + 1; end < len(text) && '0' <= text[end] && text[end] <= '9' && number <= most; end++ {
		number = 10*number + int(text[end]-'0')
	}
	if end == len(text) || text[end] != ']' || number < 1 || number > most {
		return 0, i
	}
	return number, end + 1
}
