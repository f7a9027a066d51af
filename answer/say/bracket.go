package say

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval/ledger"
)

// bracket adds what the clause leaves out: words of the question that the
// paragraph's surroundings confirm, and the period.
func (w *Composer) bracket(r asking.Reading, c weigh.Candidate, clause hanzi.Span) {
	said := string(c.Sentence.Text[clause.Start:clause.End])
	subject := w.subjectOf(r, c, said)
	period := c.Entry.Period
	dated := c.Figure.Kind != figure.Date && period.Text != "" && !strings.Contains(said, period.Text) && strings.ContainsAny(period.Text, "年月日季") && goesOn(c)
	if subject == "" && !dated {
		return
	}
	w.Write(w.lang.Say("answer.bracket-opens") + r.Shown(subject))
	if dated {
		w.period(c, subject != "")
	}
	w.Write(w.lang.Say("answer.bracket-closes"))
}

// goesOn says that the period that the ledger has for a figure may be said to be that of it: one of its own sentence, a part of the
// year that a sentence before it in its paragraph says, or a year. What happened on a day, or in the month of another paragraph, is
// no time of what follows.
func goesOn(c weigh.Candidate) bool {
	of := c.Entry.Period
	if of.Paragraph == c.Sentence.Source.Paragraph && of.Span.Start >= c.Sentence.Span.Start && of.Span.End <= c.Sentence.Span.End {
		between := string(c.Sentence.Text[min(of.Span.End, c.Figure.Start):max(of.Span.Start, c.Figure.Start)])
		if !strings.ContainsAny(between, "。！？!?") { // short sentences are taken together with those before them
			return true
		}
	}
	whole := of.Kind == ledger.Whole && of.From.Month == 0
	if of.Paragraph != c.Sentence.Source.Paragraph {
		return whole
	}
	return of.From.Day == 0 && (whole || of.From.Month != of.To.Month || of.Kind == ledger.Cumulative)
}

// period says a period and cites the sentence that it stands in, if another.
func (w *Composer) period(c weigh.Candidate, follows bool) {
	if follows {
		w.Write(w.lang.Say("answer.comma"))
	}
	period := c.Entry.Period
	w.Write(period.Text)
	source, ok := w.snapshot.Source(period.Paragraph)
	if !ok {
		return
	}
	if s, ok := hanzi.SentenceAround(source.Text, period.Span); ok {
		if n := w.Cite(source, s); n > 1 {
			w.Write(fmt.Sprintf(" [%d]", n))
		}
	}
}

// subjectRunes is the shortest name that is worth repeating.
const subjectRunes = 3

// ofAnother says that a phrase names a zone that the figure, by the ledger, is not of (甲区 in 甲区比乙区), or is of what another
// figure of its sentence measures.
func (w *Composer) ofAnother(phrase string, c weigh.Candidate) bool {
	measures := func(e ledger.Entry) bool { return strings.Contains(hanzi.Fold(e.Metric), phrase) }
	if !measures(c.Entry) && slices.ContainsFunc(w.snapshot.Ledger().Of(c.Sentence.Source.Paragraph), func(e ledger.Entry) bool { return e.Sentence == c.Entry.Sentence && measures(e) }) {
		return true
	}
	of := naming.Zones(w.snapshot, c.Entry.Entity)
	return len(of) > 0 && slices.ContainsFunc(naming.Zones(w.snapshot, phrase), func(z naming.Name) bool {
		return !slices.ContainsFunc(of, func(o naming.Name) bool { return o.Key == z.Key })
	})
}

// subjectOf is the longest stretch of the question's words, from a noun to a noun
// and free of digits, that the title, the sentence or the ledger confirms and the
// clause does not say.
func (w *Composer) subjectOf(r asking.Reading, c weigh.Candidate, said string) string {
	question := []rune(r.Text)
	folded := hanzi.FoldRunes(question)
	around := hanzi.Fold(strings.Join([]string{c.Sentence.Source.Article.Title, c.Sentence.String(), c.Entry.Entity, c.Entry.Metric}, "\n"))
	best := ""
	words := w.snapshot.Words(r.Text)
	for i, first := range words {
		if !naming.PlaceClass(wording.Class(first.Speech)) || first.Start > 0 && unicode.IsDigit(question[first.Start-1]) { // 家 of 125家企业
			continue
		}
		for _, last := range words[i:] {
			run := folded[first.Start:last.End]
			if naming.PlaceClass(wording.Class(last.Speech)) && len(run) >= subjectRunes && len(run) > len([]rune(best)) && wording.AllHan(run) && strings.Contains(around, string(run)) && !w.ofAnother(string(run), c) {
				best = string(question[first.Start:last.End])
			}
		}
	}
	if zones := naming.Zones(w.snapshot, c.Sentence.Source.Article.Title); best == "" && AboutFigure(r) && len(zones) > 0 {
		best = zones[0].Shown
	}
	if strings.Contains(hanzi.Fold(said), hanzi.Fold(best)) {
		return ""
	}
	return best
}
