// Package gate lets no answer through that it cannot prove: each figure stands in a passage that is
// cited, or follows from such by what is shown; nothing else holds a number but words of the question
// and of the quotes.
package gate

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// Pass is the one place that every answer passes: what is not proved by its
// citations is not said. An answer that fails is replaced by the quote itself, or
// by a refusal where not even that holds.
func Pass(snapshot *retrieval.Snapshot, r asking.Reading, a say.Answer) say.Answer {
	if err := Prove(snapshot, r.Written+" "+r.Raw, a); err == nil {
		return a
	}
	for _, c := range a.Citations {
		if ProveCitation(snapshot, c) == nil {
			c.N = 1
			return say.Answer{Text: c.Quote + " [1]", Refused: a.Refused, Citations: []say.Citation{c}}
		}
	}
	return say.Nothing(r.Lang)
}

// Prove checks an answer against its citations: every quote stands in its
// paragraph, every figure stands in its quote, and the text holds no other figure.
func Prove(snapshot *retrieval.Snapshot, question string, a say.Answer) error {
	for i, c := range a.Citations {
		if c.N != i+1 {
			return fmt.Errorf("citation %d has the number %d", i+1, c.N)
		}
		if err := ProveCitation(snapshot, c); err != nil {
			return err
		}
	}
	for _, f := range a.Figures {
		if err := ProveFigure(snapshot, f, a.Citations); err != nil {
			return err
		}
	}
	for _, d := range a.Derived {
		if err := proveDerived(snapshot, d, a.Figures); err != nil {
			return err
		}
	}
	if err := proveMarks(a); err != nil {
		return err
	}
	return proveText(question, a)
}

// ProveCitation holds a quote to stand, character for character, in its paragraph.
func ProveCitation(snapshot *retrieval.Snapshot, c say.Citation) error {
	source, ok := snapshot.Source(c.Paragraph)
	if !ok {
		return fmt.Errorf("citation %d: there is no paragraph %s", c.N, c.Paragraph)
	}
	if quote, ok := cut(source.Text, c.Start, c.End); !ok || quote != c.Quote || c.Quote == "" {
		return fmt.Errorf("citation %d is not what stands in %s", c.N, c.Paragraph)
	}
	return nil
}

// ProveFigure holds a figure to stand in its paragraph where it says, inside of the quote that it cites.
func ProveFigure(snapshot *retrieval.Snapshot, f say.Figure, citations []say.Citation) error {
	if f.Citation < 1 || f.Citation > len(citations) {
		return fmt.Errorf("figure %s has no citation", f.Text)
	}
	c := citations[f.Citation-1]
	source, _ := snapshot.Source(c.Paragraph)
	if text, ok := cut(source.Text, f.Start, f.End); !ok || text != f.Text || f.Text == "" {
		return fmt.Errorf("figure %s does not stand in %s", f.Text, c.Paragraph)
	}
	if f.Start < c.Start || f.End > c.End {
		return fmt.Errorf("figure %s stands outside its quote", f.Text)
	}
	return nil
}

// proveDerived works a derived figure out again, from its operands alone, and reads
// its text: both must be its value, to the contract's 0.5 %.
func proveDerived(snapshot *retrieval.Snapshot, d say.Derived, figures []say.Figure) error {
	var values []decimal.Decimal
	for _, i := range d.Operands {
		if i < 0 || i >= len(figures) {
			return fmt.Errorf("derived %s: there is no operand %d", d.Text, i)
		}
		v, err := decimal.NewFromString(figures[i].Value)
		if err != nil {
			return fmt.Errorf("derived %s: operand %s has no value: %w", d.Text, figures[i].Text, err)
		}
		values = append(values, v)
	}
	again, err := recompute(snapshot, d, values)
	if err != nil {
		return err
	}
	value, err := decimal.NewFromString(d.Value)
	if err != nil {
		return fmt.Errorf("derived %s: %w", d.Text, err)
	}
	read := figure.Find(d.Text)
	if len(read) != 1 || !read[0].Value.Equal(value) {
		return fmt.Errorf("derived %s does not read as %s", d.Text, d.Value)
	}
	if value.Sub(again).Abs().GreaterThan(again.Abs().Mul(decimal.New(5, -3))) {
		return fmt.Errorf("derived %s is not what its operands give, %s", d.Text, again)
	}
	return nil
}

func recompute(snapshot *retrieval.Snapshot, d say.Derived, values []decimal.Decimal) (decimal.Decimal, error) {
	o := derive.Op(d.Op)
	switch {
	case o == derive.Convert && len(values) == 1:
		return values[0], nil
	case o == derive.Count && len(values) == 0:
		return decimal.NewFromInt(int64(len(snapshot.Articles()))), nil
	case o == derive.Count:
		return decimal.NewFromInt(int64(len(values))), nil
	}
	if o == derive.Sum && len(values) > 2 {
		return decimal.Sum(values[0], values[1:]...), nil
	}
	if len(values) != 2 {
		return decimal.Decimal{}, fmt.Errorf("derived %s: %d operands", d.Text, len(values))
	}
	if o == derive.Base && strings.Contains(d.Expression, "−") {
		values[1] = values[1].Neg()
	}
	v, ok := derive.Compute(o, values[0], values[1])
	if !ok {
		return v, fmt.Errorf("derived %s: %s can't be worked out", d.Text, d.Op)
	}
	return v, nil
}

// cut is text's [start:end) in runes.
func cut(text string, start, end int) (string, bool) {
	runes := []rune(text)
	if start < 0 || end < start || end > len(runes) {
		return "", false
	}
	return string(runes[start:end]), true
}

func proveMarks(a say.Answer) error {
	for _, m := range a.Marks {
		text, ok := cut(a.Text, m.Start, m.End)
		if !ok || m.Figure < 0 || m.Figure >= len(a.Figures) || a.Figures[m.Figure].Text != text {
			return fmt.Errorf("the mark at %d does not stand on its figure", m.Start)
		}
	}
	return nil
}

var (
	digits = pattern.Compile(`\d[\d.,]*`)
)

// proveText looks for a number in the text, in digits or in Chinese numerals,
// that stands neither in a quote nor in the question.
func proveText(question string, a say.Answer) error {
	text := say.WithoutMarkers(hanzi.Fold(a.Text), a.Citations)
	proved := hanzi.Fold(question)
	for _, c := range a.Citations {
		proved += "\n" + hanzi.Fold(c.Quote) + "\n" + c.Date
	}
	for _, f := range a.Figures {
		if f.Period != nil { // resolved by the article's date
			proved += "\n" + hanzi.Fold(*f.Period)
		}
	}
	for _, d := range a.Derived { // each was worked out again before this
		proved += "\n" + hanzi.Fold(d.Text) + "\n" + hanzi.Fold(d.Expression)
	}
	known := map[string]bool{}
	for _, d := range digits.FindAllString(proved, -1) {
		known[strings.TrimRight(d, ".,")] = true
	}
	for _, d := range digits.FindAllString(text, -1) {
		if !known[strings.TrimRight(d, ".,")] {
			return fmt.Errorf("the text says %s, which no citation holds", d)
		}
	}
	for _, f := range figure.Find(text) {
		if !strings.Contains(proved, f.Text) {
			return fmt.Errorf("the text says %s, which no citation holds", f.Text)
		}
	}
	return nil
}
