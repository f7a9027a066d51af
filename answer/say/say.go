package say

import (
	"fmt"
	"slices"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// SentenceAnswer says the sentence that answers, or the clauses of it that do.
func SentenceAnswer(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence) Answer {
	w := NewComposer(snapshot, r.Lang)
	s, joined := s.WithBeside()
	best := s.Span
	s = whole(snapshot, r, s)
	said := Shorten(r, s)
	if end := evidence.ReasonEnd(r, s); end > said.End && said.End == s.Span.End {
		s.Span.End, said.End = end, end
	}
	n := w.Cite(s.Source, s.Span)
	if name, ok := evidence.HolderNamed(snapshot, r, s); ok {
		w.Quote(s.Source, name, n)
		w.Write(fmt.Sprintf(" [%d]\n", n))
	} else if asksName(r) && !joined && namesAnswer(s) { // of a name in another sentence the reader may have a part
		w.Quote(s.Source, wholeWords(snapshot, s), n)
		w.Write(fmt.Sprintf(" [%d]\n", n))
	}
	for _, e := range snapshot.Ledger().Of(s.Source.Paragraph) { // those of the best part are first in the list
		if e.Start >= max(best.Start, said.Start) && e.End <= min(best.End, said.End) && weigh.Listed(e.Figure) {
			w.list(quoted(e, n))
		}
	}
	w.Quote(s.Source, said, n)
	w.Write(fmt.Sprintf(" [%d]", n))
	return w.Done()
}

// longestSaid is how many runes a name has at most that is said before its sentence.
const longestSaid = 24

// nameAsked are questions that a name answers.
var nameAsked = pattern.Compile(`谁|哪(里|儿|个|位|家|座|种|款|部|所|一|国|年|些人)|什么(名字|地方|国家|城市|人|职|公司|学校|大学|组织|机构|奖|名|称|语|民族|颜色|动物|植物|乐器|专业|系|部门|板块|行动|平台|软件|游戏|歌|电影|作品)|叫什么|是什么|为什么名`)

func asksName(r asking.Reading) bool {
	return !r.Asks.Numeric() && r.Asks != asking.Reason && nameAsked.MatchString(hanzi.Fold(r.Raw))
}

// namesAnswer says that the reader is sure of a short answer that is not nearly
// the whole sentence.
func namesAnswer(s evidence.Sentence) bool {
	n := s.Answer.End - s.Answer.Start
	return s.Read >= evidence.SureOfName && n > 0 && n <= longestSaid && n*3 <= (s.Span.End-s.Span.Start)*2
}

// wholeWords is what the reader holds to be the answer, with all of the words that it begins and ends in, less one of grammar at
// its end: 警局门口 of 警局门口朝一人开枪.
func wholeWords(snapshot *retrieval.Snapshot, s evidence.Sentence) hanzi.Span {
	answer, words := s.Answer, snapshot.Words(string(s.Text[s.Span.Start:s.Span.End]))
	for _, w := range words {
		start, end := s.Span.Start+w.Start, s.Span.Start+w.End
		if known := w.Speech != "x" && w.Speech != ""; known && start < s.Answer.Start && end > s.Answer.Start {
			answer.Start = start
		} else if known && start < s.Answer.End && end > s.Answer.End {
			answer.End = end
		}
	}
	for _, w := range slices.Backward(words) {
		if s.Span.Start+w.End == answer.End && s.Span.Start+w.Start > answer.Start && (w.Speech == "p" || w.Speech == "c") {
			answer.End = s.Span.Start + w.Start
		}
	}
	return answer
}

// whole extends a part of a sentence between semicolons by its neighbours, the
// ones before it first, as far as it stays short. A part that names what is asked and that none of the others
// has a word of stands for itself.
func whole(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence) evidence.Sentence {
	sentence := extended(s)
	if standsAlone(snapshot, r, s, sentence.Span) {
		return s
	}
	return sentence
}

// extended is a part of a sentence with its neighbours.
func extended(s evidence.Sentence) evidence.Sentence {
	spans := hanzi.Sentences(s.Source.Text)
	at := 0
	for i, span := range spans {
		if span.Start == s.Span.Start {
			at = i
		}
	}
	goesOn := func(i int) bool { // span i ends in the middle of a sentence
		last := s.Text[spans[i].End-1]
		return last == '；' || last == ';'
	}
	for i := at - 1; i >= 0 && goesOn(i) && s.Span.End-spans[i].Start <= evidence.LongestSentence; i-- {
		s.Span.Start = spans[i].Start
	}
	for i := at + 1; i < len(spans) && goesOn(i-1) && spans[i].End-s.Span.Start <= evidence.LongestSentence; i++ {
		s.Span.End = spans[i].End
	}
	return s
}

// standsAlone says that a part has all of the question's words that its sentence has, and no other part any; what
// something is for may stand before it.
func standsAlone(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence, sentence hanzi.Span) bool {
	if sentence == s.Span || r.Asks == asking.Reason || purposeAsked.MatchString(hanzi.Fold(r.Raw)) {
		return false
	}
	own := wording.TermSet(snapshot, s.String())
	others := []map[string]bool{
		wording.TermSet(snapshot, string(s.Text[sentence.Start:s.Span.Start])), wording.TermSet(snapshot, string(s.Text[s.Span.End:sentence.End])),
	}
	held := false
	for _, t := range r.Words(snapshot) {
		if others[0][t.Text] || others[1][t.Text] {
			return false
		}
		held = held || own[t.Text]
	}
	return held
}

var purposeAsked = pattern.Compile(`目的|用意|意图|初衷`)

// Shorten is the sentence, or a stretch of its clauses around the one that shares
// most with the question.
func Shorten(r asking.Reading, s evidence.Sentence) hanzi.Span {
	if s.Span.End-s.Span.Start <= evidence.LongestSentence {
		return s.Span
	}
	var clauses []hanzi.Span
	for start := s.Span.Start; start < s.Span.End; {
		end := start
		for end < s.Span.End && !weigh.PartsClause(s.Text, end) {
			end++
		}
		end = min(end+1, s.Span.End)
		clauses = append(clauses, hanzi.Span{Start: start, End: end})
		start = end
	}
	best, from := -1, 0
	asked := wording.Bigrams(r.Text)
	for i, c := range clauses {
		n := wording.Shared(asked, string(s.Text[c.Start:c.End]))
		if evidence.Shows(r, string(s.Text[c.Start:c.End])) || evidence.SaysMost(r, string(s.Text[c.Start:c.End])) || s.Read > 0 && s.Answer.Start >= c.Start && s.Answer.Start < c.End {
			n += len(asked)
		}
		if n > best {
			best, from = n, i
		}
	}
	span := clauses[from]
	for i := from - 1; i >= 0 && span.End-clauses[i].Start <= evidence.LongestSentence; i-- { // the subject stands before
		span.Start = clauses[i].Start
	}
	for j := from + 1; j < len(clauses) && clauses[j].End-span.Start <= evidence.LongestSentence; j++ {
		span.End = clauses[j].End
	}
	if last := s.Text[span.End-1]; last == '，' || last == ',' || last == '；' {
		span.End--
	}
	if span.End-span.Start > 2*evidence.LongestSentence { // one endless clause
		span.End = span.Start + 2*evidence.LongestSentence
	}
	return span
}

// Nothing is said when there is nothing to show.
func Nothing(l lang.Language) Answer {
	return Answer{Text: l.Say("answer.nothing"), Refused: true}
}

// NearestSentence says what the articles lack, and the nearest thing that they do say.
func NearestSentence(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence, lack string) Answer {
	w := NewComposer(snapshot, r.Lang)
	w.answer.Refused = true
	w.Write(lack + w.lang.Say("answer.nearest-sentence") + "\n")
	n := w.Cite(s.Source, s.Span)
	w.Quote(s.Source, Shorten(r, s), n)
	w.Write(fmt.Sprintf(" [%d]", n))
	return w.Done()
}

// NearestFigure says what the articles lack, and the nearest figure that they give.
func NearestFigure(snapshot *retrieval.Snapshot, r asking.Reading, c weigh.Candidate, lack string) Answer {
	w := NewComposer(snapshot, r.Lang)
	w.answer.Refused = true
	w.Write(lack + w.lang.Say("answer.nearest"))
	w.sayFigure(r, c)
	return w.Done()
}
