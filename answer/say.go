package answer

import (
	"fmt"
	"strings"

	"youju/figure"
	"youju/hanzi"
)

// longestSentence is how many runes of a sentence are said whole; a longer one is
// cut to the clauses around the best one.
const longestSentence = 130

// sentenceAnswer says the sentence that answers, or the clauses of it that do.
func sentenceAnswer(r reading, s sentence) Answer {
	var w composer
	best := s.span
	s = whole(s)
	n, said := w.cite(s.source, s.span), shorten(r, s)
	for _, f := range figure.Find(s.source.Text) { // those of the best part are first in the list
		if f.Start >= max(best.Start, said.Start) && f.End <= min(best.End, said.End) && listed(f) {
			w.list(quoted(f, s.text, n))
		}
	}
	w.quote(s.source, said, n, figure.Find(s.source.Text))
	w.say(fmt.Sprintf(" [%d]", n))
	return w.done()
}

// whole extends a part of a sentence between semicolons by its neighbours, the
// ones before it first, as far as it stays short.
func whole(s sentence) sentence {
	spans := hanzi.Sentences(s.source.Text)
	at := 0
	for i, span := range spans {
		if span.Start == s.span.Start {
			at = i
		}
	}
	goesOn := func(i int) bool { // span i ends in the middle of a sentence
		last := s.text[spans[i].End-1]
		return last == '；' || last == ';'
	}
	for i := at - 1; i >= 0 && goesOn(i) && s.span.End-spans[i].Start <= longestSentence; i-- {
		s.span.Start = spans[i].Start
	}
	for i := at + 1; i < len(spans) && goesOn(i-1) && spans[i].End-s.span.Start <= longestSentence; i++ {
		s.span.End = spans[i].End
	}
	return s
}

// shorten is the sentence, or a stretch of its clauses around the one that shares
// most with the question.
func shorten(r reading, s sentence) hanzi.Span {
	if s.span.End-s.span.Start <= longestSentence {
		return s.span
	}
	var clauses []hanzi.Span
	for start := s.span.Start; start < s.span.End; {
		end := start
		for end < s.span.End && !partsClause(s.text, end) {
			end++
		}
		end = min(end+1, s.span.End)
		clauses = append(clauses, hanzi.Span{Start: start, End: end})
		start = end
	}
	best, from := -1, 0
	asked := bigrams(r.text)
	for i, c := range clauses {
		if n := shared(asked, string(s.text[c.Start:c.End])); n > best {
			best, from = n, i
		}
	}
	span := clauses[from]
	for i := from - 1; i >= 0 && span.End-clauses[i].Start <= longestSentence; i-- { // the subject stands before
		span.Start = clauses[i].Start
	}
	for j := from + 1; j < len(clauses) && clauses[j].End-span.Start <= longestSentence; j++ {
		span.End = clauses[j].End
	}
	if last := s.text[span.End-1]; last == '，' || last == ',' || last == '；' {
		span.End--
	}
	if span.End-span.Start > 2*longestSentence { // one endless clause
		span.End = span.Start + 2*longestSentence
	}
	return span
}

func bigrams(text string) map[string]bool {
	runes := hanzi.FoldRunes([]rune(text))
	set := map[string]bool{}
	for i := 0; i+1 < len(runes); i++ {
		set[string(runes[i:i+2])] = true
	}
	return set
}

func shared(asked map[string]bool, text string) int {
	n := 0
	for gram := range bigrams(text) {
		if asked[gram] {
			n++
		}
	}
	return n
}

// nothing is said when there is nothing to show.
func nothing() Answer {
	return Answer{Text: "文章没有说到这件事。", Refused: true}
}

// nearestSentence says that the articles do not say it, and the nearest thing
// that they do say.
func nearestSentence(r reading, s sentence) Answer {
	var w composer
	w.answer.Refused = true
	w.say("文章没有说到这件事。最接近的一句是：\n")
	n := w.cite(s.source, s.span)
	w.quote(s.source, shorten(r, s), n, figure.Find(s.source.Text))
	w.say(fmt.Sprintf(" [%d]", n))
	return w.done()
}

// nearestFigure says what the articles lack, and the nearest figure that they give.
func nearestFigure(r reading, c candidate, lack string) Answer {
	var w composer
	w.answer.Refused = true
	w.say(lack + "最接近的是：")
	w.sayFigure(r, c)
	return w.done()
}

// yearAsked is a year as the question wrote it.
func (r reading) yearAsked(year int) string {
	for _, f := range r.figures {
		if f.When.Year == year {
			return strings.TrimSpace(f.Text)
		}
	}
	return "那年"
}

// otherYear says that the question names years and the text around the figure
// speaks of others only; the year is the one that is missing.
func (r reading) otherYear(c candidate) (int, bool) {
	if len(r.years) == 0 || r.asks == asksDate || r.asks == asksYear {
		return 0, false
	}
	a := c.sentence.source.Article
	near := yearsIn(c.sentence.source.Text + "\n" + a.Title)
	for _, f := range figure.Find(a.Date) {
		near[f.When.Year] = true
	}
	delete(near, 0)
	if len(near) == 0 {
		return 0, false
	}
	for _, year := range r.years {
		if !near[year] {
			return year, true
		}
	}
	return 0, false
}

// yearsIn are the years of a text, 0 among them, less those that something is
// compared with.
func yearsIn(text string) map[int]bool {
	years := map[int]bool{}
	runes := []rune(text)
	for _, f := range figure.Find(text) {
		if f.Kind == figure.Date && !compared(runes, f.Start) {
			years[f.When.Year] = true
		}
	}
	return years
}
