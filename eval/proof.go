package eval

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/say"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
)

// Unproved checks an answer from outside, sharing no code with the answer's own
// gate: what it returns are sentences, one for each thing said that nothing
// proves. It asks that quotes and figures stand verbatim where they say, that
// values are those of their text, that derived figures follow from their
// operands, and that the text holds no other number than theirs, their periods',
// the quotes', the citations' dates' and the question's.
func Unproved(s *retrieval.Snapshot, q Query, a say.Answer) []string {
	p := prover{snapshot: s, answer: a}
	for i, c := range a.Citations {
		p.citation(i, c)
	}
	for _, f := range a.Figures {
		p.figure(f)
	}
	for _, d := range a.Derived {
		p.derived(d)
	}
	p.text(q)
	return p.problems
}

type prover struct {
	snapshot *retrieval.Snapshot
	answer   say.Answer
	problems []string
}

func (p *prover) fail(format string, args ...any) {
	p.problems = append(p.problems, fmt.Sprintf(format, args...))
}

func (p *prover) citation(i int, c say.Citation) {
	source, ok := p.snapshot.Source(c.Paragraph)
	switch {
	case c.N != i+1:
		p.fail("citation %d of the list is numbered %d", i+1, c.N)
	case !ok:
		p.fail("citation %d names %s, which is not there", c.N, c.Paragraph)
	case c.Article != source.Article.ID || c.Title != source.Article.Title || c.Date != source.Article.Date:
		p.fail("citation %d has another article's id, title or date", c.N)
	case c.Quote == "" || c.Quote != between(source.Text, c.Start, c.End):
		p.fail("citation %d does not quote %s verbatim", c.N, c.Paragraph)
	}
}

// between is text's [start:end) in runes; empty where there is no such part.
func between(text string, start, end int) string {
	r := []rune(text)
	if start < 0 || start > end || end > len(r) {
		return ""
	}
	return string(r[start:end])
}

func (p *prover) figure(f say.Figure) {
	if f.Citation < 1 || f.Citation > len(p.answer.Citations) {
		p.fail("figure %s is not cited", f.Text)
		return
	}
	c := p.answer.Citations[f.Citation-1]
	source, ok := p.snapshot.Source(c.Paragraph)
	if !ok { // the citation has been told
		return
	}
	if f.Text == "" || f.Text != between(source.Text, f.Start, f.End) {
		p.fail("figure %s does not stand at its place", f.Text)
	}
	if f.Start < c.Start || f.End > c.End {
		p.fail("figure %s stands outside its quote", f.Text)
	}
	if !valueOf(f.Text, f.Value) {
		p.fail("figure %s does not have the value %s", f.Text, f.Value)
	}
	if f.Period != nil {
		known := periodsOf(source.Article)
		for _, n := range numberRuns(*f.Period) {
			if !known[n] {
				p.fail("figure %s has the period %s, which its article does not give", f.Text, *f.Period)
			}
		}
	}
}

var digitRun = regexp.MustCompile(`\p{Nd}+(?:[.,]\p{Nd}+)*`)

// numberRuns are the numbers of a text as they are written in digits, less
// separators of thousands and zeros before a day or month.
func numberRuns(text string) []string {
	runs := digitRun.FindAllString(hanzi.Fold(text), -1)
	for i, r := range runs {
		r = strings.ReplaceAll(r, ",", "")
		if trimmed := strings.TrimLeft(r, "0"); len(r) == 2 && trimmed != "" {
			r = trimmed
		}
		runs[i] = r
	}
	return runs
}

// yearsAround are how far 前年 and 明年 reach from an article's date.
const yearsBefore, yearsAfter = 3, 1

// periodsOf are the numbers that a period of an article's figures may hold: what
// stands in it, and the years around its date.
func periodsOf(a *news.Article) map[string]bool {
	known := map[string]bool{}
	texts := []string{a.Title, a.Date}
	for _, p := range a.Paragraphs {
		texts = append(texts, p.Section, p.Text)
	}
	for _, n := range a.Notes {
		texts = append(texts, n.Text)
	}
	for _, text := range texts {
		for _, n := range numberRuns(text) {
			known[n] = true
		}
		for _, f := range figure.Find(text) { // 二〇二〇年, 21年
			if f.When.Year > 0 {
				known[strconv.Itoa(f.When.Year)] = true
			}
		}
	}
	if len(a.Date) >= len("2020") {
		if year, err := strconv.Atoi(a.Date[:4]); err == nil {
			for y := year - yearsBefore; y <= year+yearsAfter; y++ {
				known[strconv.Itoa(y)] = true
			}
		}
	}
	return known
}

var textMarker = regexp.MustCompile(`\[(\d+)\]`)

// text checks every number of the answer's text, in digits or in Chinese numerals.
func (p *prover) text(q Query) {
	text := textMarker.ReplaceAllStringFunc(p.answer.Text, func(m string) string {
		if n, err := strconv.Atoi(m[1 : len(m)-1]); err != nil || n < 1 || n > len(p.answer.Citations) {
			if p.quoted(m) { // an article's own footnote
				return m
			}
			p.fail("the text says %s, and there is no such citation", m)
		}
		return "\n"
	})
	allowed := p.allowed(q)
	known := map[string]bool{}
	for _, source := range allowed {
		for _, n := range numberRuns(source) {
			known[n] = true
		}
	}
	for _, n := range numberRuns(text) {
		if !known[n] {
			p.fail("the text says %s, which nothing proves", n)
		}
	}
	proved := squeezed(strings.Join(allowed, "\n"))
	for _, f := range figure.Find(text) {
		if !strings.Contains(proved, squeezed(f.Text)) && !ownWords(f) {
			p.fail("the text says %s, which nothing proves", f.Text)
		}
	}
}

// quoted says whether a citation's quote holds a text.
func (p *prover) quoted(text string) bool {
	return slices.ContainsFunc(p.answer.Citations, func(c say.Citation) bool { return strings.Contains(c.Quote, text) })
}

// allowed are the texts whose numbers an answer may say.
func (p *prover) allowed(q Query) []string {
	texts := []string{q.Text}
	for _, turn := range q.Gold.History {
		texts = append(texts, turn.Question)
	}
	for _, c := range p.answer.Citations {
		texts = append(texts, c.Quote, c.Date, spokenDate(c.Date))
	}
	for _, f := range p.answer.Figures {
		texts = append(texts, f.Text)
		if f.Period != nil {
			texts = append(texts, *f.Period)
		}
	}
	for _, d := range p.answer.Derived {
		texts = append(texts, d.Text, d.Expression)
	}
	return texts
}

// spokenDate is an ISO date as people say it, whole and in its parts.
func spokenDate(date string) string {
	parts := numberRuns(date)
	if len(parts) < 3 {
		return strings.Join(parts, "年") + "年"
	}
	return fmt.Sprintf("%s年%s月%s日", parts[0], parts[1], parts[2])
}

// squeezed is a text folded and without spaces.
func squeezed(text string) string { return strings.ReplaceAll(hanzi.Fold(text), " ", "") }

// ownWords says whether what looks like a figure is a way of speaking (一项都没有):
// a single one of something, in Chinese numerals.
func ownWords(f figure.Figure) bool {
	return !hasDigit(f.Text) && f.Value.Equal(decimal.NewFromInt(1)) && slices.Contains([]figure.Kind{figure.Count, figure.Duration}, f.Kind)
}
