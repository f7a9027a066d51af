package embed

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSpan(t *testing.T) {
	// Tokens: 8 . 65 倍 with a gap of white space before 倍.
	r := Reading{
		places: []place{{0, 1}, {1, 2}, {2, 4}, {5, 6}},
		start:  []float32{4, 0, 1, -2}, end: []float32{-1, 0, 2, 3}, seen: 6,
	}
	tests := []struct {
		name       string
		start, end int
		want       float64
	}{
		{"whole tokens", 0, 4, 4 + 2},
		{"a border inside a token takes it", 0, 3, 4 + 2},
		{"begins inside a token", 3, 6, 1 + 3},
		{"a gap at the end", 0, 5, 4 + 2},
		{"a gap at the beginning", 4, 6, -2 + 3},
		{"only a gap", 4, 5, math.Inf(-1)},
		{"empty", 2, 2, math.Inf(-1)},
		{"beyond the window", 0, 7, math.Inf(-1)},
	}
	for _, tt := range tests {
		if got := r.Span(tt.start, tt.end); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
	if got := (Reading{}).Span(0, 1); !math.IsInf(got, -1) {
		t.Errorf("a text without tokens: %v", got)
	}
}

func TestBestSpansDoNotOverlapAndScoreAsSpanSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		score := rapid.Float32Range(-9, 9)
		n := rapid.IntRange(0, 12).Draw(t, "tokens")
		r := Reading{seen: math.MaxInt}
		at := int32(0)
		for range n {
			at += int32(rapid.IntRange(0, 2).Draw(t, "gap"))
			end := at + int32(rapid.IntRange(1, 3).Draw(t, "runes"))
			r.places = append(r.places, place{at, end})
			r.start, r.end = append(r.start, score.Draw(t, "start")), append(r.end, score.Draw(t, "end"))
			at = end
		}
		limit := rapid.IntRange(1, 10).Draw(t, "limit")
		best := r.Best(4, limit)
		for i, a := range best {
			if a.End-a.Start > limit || a.Score != r.Span(a.Start, a.End) {
				t.Fatalf("%+v: limit %d, Span says %v", a, limit, r.Span(a.Start, a.End))
			}
			for _, b := range best[:i] {
				if a.Score > b.Score || a.overlaps(b) {
					t.Fatalf("%+v after %+v", a, b)
				}
			}
		}
		for start := range at {
			for end := start + 1; end <= at && int(end-start) <= limit; end++ {
				if s := r.Span(int(start), int(end)); len(best) > 0 && s > best[0].Score && wholeTokens(r, start, end) {
					t.Fatalf("%d to %d scores %v, the best %v", start, end, s, best[0].Score)
				}
			}
		}
	})
}

func wholeTokens(r Reading, start, end int32) bool {
	return slices.ContainsFunc(r.places, func(p place) bool { return p.start == start }) &&
		slices.ContainsFunc(r.places, func(p place) bool { return p.end == end })
}
