package evidence

import (
	"testing"

	"youju/hanzi"
	"youju/retrieval"
)

func TestTheSentenceBesideIsJoinedWhereTheReaderIsSureOfItAlone(t *testing.T) {
	const text = "明湖女足为明湖俱乐部的属会。成立于1987年，是全省最成功的女子队。"
	best := Sentence{Source: retrieval.Source{Text: text}, Text: []rune(text), Span: hanzi.Span{Start: 14, End: 32}, Beside: hanzi.Span{Start: 0, End: 4}}
	for _, c := range []struct {
		read, beside float64
		joined       bool
	}{
		{-0.5, 0.9, true},
		{0.4, 0.9, false},  // it sees an answer in the sentence itself
		{-0.5, 0.5, false}, // it is not sure
	} {
		s := best
		s.Read, s.ReadBeside = c.read, c.beside
		got, ok := s.WithBeside()
		want := best.Span
		if c.joined {
			want.Start = 0
		}
		if ok != c.joined || got.Span != want {
			t.Errorf("%v and %v: %v, joined %v; want %v", c.read, c.beside, got.Span, ok, want)
		}
	}
}
