package evidence

import (
	"youju/answer/pattern"
	"youju/hanzi"
)

// How sure the reader must be of an answer next to a sentence, and how unsure of one in the
// sentence itself, for both to be said.
const (
	sureBeside = 0.7
	unsureOwn  = 0.2
)

// beside is the likeliest answer that the reader sees next to a sentence, in its window and in
// another sentence, as runes of the paragraph.
func (w Readings) beside(s Sentence) (hanzi.Span, float64) {
	x := w.of(s)
	if x == nil {
		return hanzi.Span{}, unread
	}
	for _, answer := range x.reading.Best(bestSpans, longestAnswer) { // best first
		span := hanzi.Span{Start: answer.Start - x.shift + x.span.Start, End: answer.End - x.shift + x.span.Start}
		if answer.Start >= x.shift && (span.End <= s.Span.Start || span.Start >= s.Span.End) {
			return span, answer.Score
		}
	}
	return hanzi.Span{}, unread
}

// WithBeside joins a sentence with the one next to it that holds the answer, where the reader sees
// none in the sentence itself: with one of which it is sure (the name before 成立于1987年，是英格兰
// 最成功的女子队), and with the one before where it points back (这一机构, 它是……).
func (s Sentence) WithBeside() (joined Sentence, ok bool) {
	beside, found, most := hanzi.Span{}, false, 2*LongestSentence
	switch {
	case s.pointsBack():
		beside, found = s.before()
		most = LongestSentence // nothing of the sentence is left out for the one before
	case s.Read < unsureOwn && s.ReadBeside >= sureBeside:
		beside, found = hanzi.SentenceAround(s.Source.Text, s.Beside)
	}
	span := hanzi.Span{Start: min(s.Span.Start, beside.Start), End: max(s.Span.End, beside.End)}
	if !found || span.End-span.Start > most {
		return s, false
	}
	s.Span, s.Answer, s.Read = span, beside, s.ReadBeside
	return s, true
}

// pointsBack says that what the reader holds to be the answer only stands for what was named
// before, or that it sees none and the sentence begins with what does.
func (s Sentence) pointsBack() bool {
	at := s.Answer.Start
	if s.Read < unsureOwn {
		at = s.Span.Start
	}
	return s.Read != 0 && pointing.MatchString(hanzi.Fold(string(s.Text[at:s.Span.End])))
}

var pointing = pattern.Compile(`^(这|该|此|其[^余他中次实它]|它|他|她)`)

// before is the sentence before in the paragraph.
func (s Sentence) before() (before hanzi.Span, ok bool) {
	for _, span := range hanzi.Sentences(s.Source.Text) {
		if span.Start >= s.Span.Start {
			break
		}
		before, ok = span, true
	}
	return before, ok
}
