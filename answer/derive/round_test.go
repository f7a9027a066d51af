package derive

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// TestRoundingStaysNear: what is printed is within the contract's 0.5 % of the
// exact result, whatever the operands.
func TestRoundingStaysNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) decimal.Decimal {
			return decimal.New(rapid.Int64Range(1, 9_999_999).Draw(t, name), int32(rapid.IntRange(-3, 4).Draw(t, name+" places")))
		}
		w := Worked{Formula: Formula{Op: rapid.SampledFrom([]Op{Sum, Difference, Ratio, Share, Whole, Base}).Draw(t, "op")}}
		w.X.Figure.Value, w.Y.Figure.Value = draw("x"), draw("y")
		w.X.Figure.Text = rapid.SampledFrom([]string{"1元", "1万元", "1亿元"}).Draw(t, "scale")
		var ok bool
		if w.Result, ok = Compute(w.Op, w.X.Figure.Value, w.Y.Figure.Value); !ok {
			t.Fatalf("%s of %s and %s was not worked out", w.Op, w.X.Figure.Value, w.Y.Figure.Value)
		}
		off := w.Text().Value.Sub(w.Result).Abs()
		if off.GreaterThan(w.Result.Mul(decimal.New(5, -3))) {
			t.Fatalf("%s of %s and %s is %s, printed as %s", w.Op, w.X.Figure.Value, w.Y.Figure.Value, w.Result, w.Text().Shown)
		}
	})
}
