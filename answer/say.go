package answer

import (
	"fmt"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// longestSentence is how many runes of a sentence are said whole; a longer one is
// cut to the clauses around the best one.
const longestSentence = 130

// sentenceAnswer says the sentence that answers, or the clauses of it that do.
func sentenceAnswer(snapshot *retrieval.Snapshot, r asking.Reading, s sentence) Answer {
	w := composer{snapshot: snapshot, lang: r.Lang}
	best := s.span
	s = whole(s)
	said := shorten(r, s)
	if end := reasonEnd(r, s); end > said.End && said.End == s.span.End {
		s.span.End, said.End = end, end
	}
	n := w.cite(s.source, s.span)
	if name, ok := holderNamed(r, snapshot, s); ok {
		w.quote(s.source, name, n)
		w.say(fmt.Sprintf(" [%d]\n", n))
	} else if asksName(r) && s.namesAnswer() {
		w.quote(s.source, s.answer, n)
		w.say(fmt.Sprintf(" [%d]\n", n))
	}
	for _, e := range snapshot.Ledger().Of(s.source.Paragraph) { // those of the best part are first in the list
		if e.Start >= max(best.Start, said.Start) && e.End <= min(best.End, said.End) && listed(e.Figure) {
			w.list(quoted(e, n))
		}
	}
	w.quote(s.source, said, n)
	w.say(fmt.Sprintf(" [%d]", n))
	return w.done()
}

// A name is said before its sentence where the reader is sure of it.
const (
	sureOfName  = 0.5 // of the reader's voice
	longestSaid = 24  // runes of a name
)

// nameAsked are questions that a name answers.
var nameAsked = pattern.Compile(`谁|哪(里|儿|个|位|家|座|种|款|部|所|一|国|年|些人)|什么(名字|地方|国家|城市|人|职|公司|学校|大学|组织|机构|奖|名|称|语|民族|颜色|动物|植物|乐器|专业|系|部门|板块|行动|平台|软件|游戏|歌|电影|作品)|叫什么|是什么|为什么名`)

func asksName(r asking.Reading) bool {
	return !r.Asks.Numeric() && r.Asks != asking.Reason && nameAsked.MatchString(hanzi.Fold(r.Raw))
}

// namesAnswer says that the reader is sure of a short answer that is not nearly
// the whole sentence.
func (s sentence) namesAnswer() bool {
	n := s.answer.End - s.answer.Start
	return s.read >= sureOfName && n > 0 && n <= longestSaid && n*3 <= (s.span.End-s.span.Start)*2
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
func shorten(r asking.Reading, s sentence) hanzi.Span {
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
	asked := wording.Bigrams(r.Text)
	for i, c := range clauses {
		n := wording.Shared(asked, string(s.text[c.Start:c.End]))
		if s.read > 0 && s.answer.Start >= c.Start && s.answer.Start < c.End {
			n += len(asked)
		}
		if n > best {
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

// nothing is said when there is nothing to show.
func nothing(l lang.Language) Answer {
	return Answer{Text: l.Say("answer.nothing"), Refused: true}
}

// nearestSentence says what the articles lack, and the nearest thing that they do say.
func nearestSentence(snapshot *retrieval.Snapshot, r asking.Reading, s sentence, lack string) Answer {
	w := composer{snapshot: snapshot, lang: r.Lang}
	w.answer.Refused = true
	w.say(lack + w.lang.Say("answer.nearest-sentence") + "\n")
	n := w.cite(s.source, s.span)
	w.quote(s.source, shorten(r, s), n)
	w.say(fmt.Sprintf(" [%d]", n))
	return w.done()
}

// nearestFigure says what the articles lack, and the nearest figure that they give.
func nearestFigure(snapshot *retrieval.Snapshot, r asking.Reading, c candidate, lack string) Answer {
	w := composer{snapshot: snapshot, lang: r.Lang}
	w.answer.Refused = true
	w.say(lack + w.lang.Say("answer.nearest"))
	w.sayFigure(r, c)
	return w.done()
}
