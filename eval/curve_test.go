package eval_test

import (
	"math"
	"slices"
	"testing"

	"youju/answer/say"
	"youju/eval"
)

// Five answerable and three unanswerable questions; every point and the area by hand.
func TestCurveByHand(t *testing.T) {
	c := eval.NewCurve([]eval.Supported{
		{Support: 0.9, Answerable: true, Right: true}, {Support: 0.5, Answerable: true, Right: false}, {Support: 0.7, Answerable: false, Right: true}, {Support: 0.5, Answerable: false, Right: false},
		{Support: 0.2, Answerable: false, Right: false}, {Support: 0.3, Answerable: true, Right: true}, {Support: 0.8, Answerable: true, Right: true}, {Support: 0.1, Answerable: true, Right: false},
	})
	want := []eval.CurvePoint{
		{Threshold: 0.1, FalseAnswers: 1, OverRefusal: 0, Right: 0.6},
		{Threshold: 0.2, FalseAnswers: 1, OverRefusal: 0.2, Right: 0.6},
		{Threshold: 0.3, FalseAnswers: 2. / 3, OverRefusal: 0.2, Right: 0.6},
		{Threshold: 0.5, FalseAnswers: 2. / 3, OverRefusal: 0.4, Right: 0.4},
		{Threshold: 0.7, FalseAnswers: 1. / 3, OverRefusal: 0.6, Right: 0.4},
		{Threshold: 0.8, FalseAnswers: 0, OverRefusal: 0.6, Right: 0.4},
		{Threshold: 0.9, FalseAnswers: 0, OverRefusal: 0.8, Right: 0.2},
	}
	if !slices.EqualFunc(c.Points, want, func(a, b eval.CurvePoint) bool {
		return a.Threshold == b.Threshold && math.Abs(a.FalseAnswers-b.FalseAnswers) < 1e-9 && math.Abs(a.OverRefusal-b.OverRefusal) < 1e-9 && math.Abs(a.Right-b.Right) < 1e-9
	}) {
		t.Errorf("points %+v", c.Points)
	}
	// Of 15 pairs: .9 and .8 win 3 each, .5 wins 1 and ties 1, .3 wins 1, .1 none.
	if c.Answerable != 5 || c.Unanswerable != 3 || math.Abs(c.AUC-8.5/15) > 1e-9 {
		t.Errorf("%d answerable, %d unanswerable, AUC %v", c.Answerable, c.Unanswerable, c.AUC)
	}
	for allowed, threshold := range map[float64]float64{0: 0.1, 0.2: 0.3, 0.5: 0.5, 0.6: 0.8, 1: 0.9} {
		if got := c.At(allowed); got.Threshold != threshold {
			t.Errorf("at %v over-refusal the threshold is %v, want %v", allowed, got.Threshold, threshold)
		}
	}
}

func TestCurveOfOneSort(t *testing.T) {
	if c := eval.NewCurve(nil); c.AUC != 0 || len(c.Points) != 0 || c.At(0.1) != (eval.CurvePoint{}) {
		t.Errorf("of nothing: %+v", c)
	}
	c := eval.NewCurve([]eval.Supported{{Support: 0.5, Answerable: true, Right: true}, {Support: 0.5, Answerable: true, Right: false}})
	if c.AUC != 0 || len(c.Points) != 1 || c.Points[0] != (eval.CurvePoint{Threshold: 0.5, Right: 0.5}) {
		t.Errorf("of answerable ones: %+v", c)
	}
}

// Refusals that no threshold changes come first, and have no point of their own.
func TestCurveWithRefusals(t *testing.T) {
	c := eval.NewCurve([]eval.Supported{
		{Support: 0.9, Answerable: true, Refused: true}, {Support: 0.9, Refused: true}, {Support: 0.4, Answerable: true, Right: true}, {Support: 0.3},
	})
	want := []eval.CurvePoint{{Threshold: 0.3, FalseAnswers: 0.5, OverRefusal: 0.5, Right: 0.5}, {Threshold: 0.4, FalseAnswers: 0, OverRefusal: 0.5, Right: 0.5}}
	if !slices.Equal(c.Points, want) || c.AUC != 2.5/4 { // .4 wins twice, the refused ones tie
		t.Errorf("%+v", c)
	}
}

func TestSupports(t *testing.T) {
	s := town(t)
	var verdicts []eval.Verdict
	for _, a := range []say.Answer{{Text: "书店", Support: 0.3}, {Text: "书店"}, {Text: "没有。", Refused: true, Support: 0.8}} {
		verdicts = append(verdicts, eval.Judge(s, query(t, `{"answers": ["书店"]}`), a))
	}
	want := []eval.Supported{
		{Support: 0.3, Answerable: true, Right: true}, {Support: 1, Answerable: true, Right: true}, {Support: 0.8, Answerable: true, Refused: true},
	}
	if got := eval.Supports(verdicts); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
