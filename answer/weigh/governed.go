package weigh

import (
	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// A date holds for what follows it until the next one: clauses of its sentence (1945年，时任
// 上校的某人，成为封面人物) and sentences behind it that name no year (4月20日，政府任命某人为专使).
const (
	governedRunes = 160 // from a year to the end of the sentence that it still dates
	enoughScope   = 0.02

	governedCredit = 0.9
)

// governing are the years that the sentences stand under where they name none themselves, each in
// its sentence and all that follows up to the one that it dates.
func governing(snapshot *retrieval.Snapshot, r asking.Reading, asked wording.Terms, sentences []evidence.Sentence) (out []Candidate) {
	if r.Claim != nil || r.Asks != asking.Year && r.Asks != asking.Date {
		return nil
	}
	for _, s := range sentences {
		entries := joined(r, snapshot.Ledger().Of(s.Source.Paragraph), s.Text)
		e, ok := yearBefore(entries, s.Span)
		if !ok || fit(r, e.Figure, nil) <= 0 || spansDays.MatchString(hanzi.Fold(e.Text)) || s.Span.End-e.End > governedRunes || !holds(r, s, e.Figure) {
			continue
		}
		dated, ok := hanzi.SentenceAround(s.Source.Text, hanzi.Span{Start: e.Start, End: e.End})
		if !ok {
			continue
		}
		s.Span.Start = dated.Start
		clause := ClauseOf(s.Text, s.Span, e.Figure)
		if !leads(s.Text, clause, e.Figure) {
			continue
		}
		clause.End = scope(snapshot, s, asked, clause, s.Span.End)
		out = append(out, Candidate{Sentence: s, Figure: e.Figure, Entry: e, Clause: clause, governs: true})
	}
	return out
}

// spansDays is a date of several days, which holds for nothing but what is said of it.
var spansDays = pattern.Compile(`[月日号] *[至到~—–-]+ *\d`)

// yearBefore is the last year that stands before a sentence; none where the sentence has one itself.
func yearBefore(entries []ledger.Entry, sentence hanzi.Span) (found ledger.Entry, ok bool) {
	for _, e := range entries {
		switch {
		case e.Kind != figure.Date || e.When.Year == 0 || e.Start >= sentence.End:
		case e.Start >= sentence.Start:
			return ledger.Entry{}, false
		case e.End <= sentence.Start:
			found, ok = e, true
		}
	}
	return found, ok
}

// extend extends the clause of a date that begins it over those that follow, up to the next
// date, as far as they hold more of the question's words.
func (c *Candidate) extend(snapshot *retrieval.Snapshot, r asking.Reading, asked wording.Terms, entries []ledger.Entry) {
	if c.Figure.Kind != figure.Date || !leads(c.Sentence.Text, c.Clause, c.Figure) {
		return
	}
	end := c.Sentence.Span.End
	for _, e := range entries {
		if e.Kind == figure.Date && e.Start >= c.Figure.End && e.Start < end && !namesIts(c.Figure, e.Figure) {
			end = ClauseOf(c.Sentence.Text, c.Sentence.Span, e.Figure).Start
		}
	}
	end = held(r, c.Sentence, c.Clause.End, end, c.Figure)
	if end > c.Clause.End {
		c.Clause.End = scope(snapshot, c.Sentence, asked, c.Clause, end)
	}
}

// namesIts says that a year behind a day that has none only tells of which year what happened then is: 9月6日，2022年云湖灯会开幕.
func namesIts(day, year figure.Figure) bool {
	return day.When.Year == 0 && day.When.Day != 0 && year.When.Year != 0 && year.When.Month == 0 && year.Start-day.End <= 1
}

// held is the end of the last of the clauses between from and to that a year before them holds for.
func held(r asking.Reading, s evidence.Sentence, from, to int, year figure.Figure) int {
	for at := from; at < to; {
		next := at + 1
		for next < to && !PartsClause(s.Text, next) {
			next++
		}
		s.Span = hanzi.Span{Start: pastClosers(s.Text, at+1, next), End: next}
		if s.Text[at] == '。' && !holds(r, s, year) || elsewhen.MatchString(hanzi.Fold(string(s.Text[at:next]))) {
			return at
		}
		at = next
	}
	return to
}

// leads says that a date begins its clause.
func leads(text []rune, clause hanzi.Span, f figure.Figure) bool {
	return onlyAt.MatchString(hanzi.Fold(string(text[clause.Start:f.Start])))
}

// onlyAt is what may stand before a date that begins a clause.
var onlyAt = pattern.Compile(`^(早在|直到|就在|[至到于在自从直但而却]|公元|西元| )*$`)

// scope is the end of the first clause behind the given one by which most of the question's words
// have been said that are said by the end at all.
func scope(snapshot *retrieval.Snapshot, s evidence.Sentence, asked wording.Terms, clause hanzi.Span, end int) int {
	said := func(to int) float64 { return wording.HeldShare(snapshot, asked, string(s.Text[clause.Start:to])) }
	all := said(end)
	for at := clause.End; at < end; at++ {
		if (at == clause.End || PartsClause(s.Text, at)) && said(at) >= all-enoughScope {
			return at
		}
	}
	return end
}
